'use client';

import { useLayoutEffect, useRef } from 'react';

/** I pezzi arrivati con il documento, sotto il loro segno: servono se React ridisegna una pagina che aveva tolto (il tasto Indietro dopo un atto). */
const arrivati = new Map<string, string>();

const SEGNO = /^<!--(\S+ \d+)-->$/;

/** Il testo di un segno: arrivato prima, o in attesa in fondo al documento. */
function testoDi(segno: string): string | undefined {
  const nome = SEGNO.exec(segno)?.[1];
  const inFondo = () => [...document.querySelectorAll<HTMLTemplateElement>('template[data-pezzo]')].find((t) => t.dataset.pezzo === nome);
  return arrivati.get(segno) ?? inFondo()?.innerHTML;
}

/**
 * Un pezzo di pagina già scritto. Con il documento `html` è il segno che il server ha sostituito (lib/html/pezzi.ts): React lo crede già scritto e non lo
 * tocca. Dopo un atto arriva il testo.
 */
export const Pezzo = ({ html }: { html: string }) => {
  const scatola = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const qui = scatola.current;
    if (!qui || !SEGNO.test(html)) return;
    if (qui.innerHTML !== html) {
      if (!arrivati.has(html)) arrivati.set(html, qui.innerHTML);
      return;
    }
    const testo = testoDi(html);
    // di un altro documento: si chiede di nuovo la pagina
    if (testo === undefined) window.location.reload();
    else qui.innerHTML = testo;
  }, [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: inHtml protegge ogni testo e ogni attributo, ed è confrontata con react-dom da una prova
  return <div ref={scatola} className="contents" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
};
