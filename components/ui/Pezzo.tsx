'use client';

import { useLayoutEffect, useRef } from 'react';

type InAttesa = typeof globalThis & { cantierePezziInAttesa?: Record<string, string> };

/** I pezzi arrivati con il documento, sotto il loro segno: servono a chi li disegna da capo (il tasto Indietro dopo un atto, una pagina di errore). */
let arrivati: Map<string, string> | undefined;

const SEGNO = /^<!--(\S+ \d+)-->$/;
const nomeDi = (html: string): string | undefined => SEGNO.exec(html)?.[1];

/** Letti la prima volta che un pezzo si disegna, quando React non ha ancora toccato il documento. */
function raccogli(): Map<string, string> {
  const inAttesa = (globalThis as InAttesa).cantierePezziInAttesa ?? {};
  const aPosto = [...document.querySelectorAll<HTMLElement>('[data-pezzo]')].map((qui): [string, string] => [
    qui.dataset.pezzo ?? '',
    qui.innerHTML,
  ]);
  return new Map([...Object.entries(inAttesa), ...aPosto]);
}

/**
 * Un pezzo di pagina già scritto. Con il documento `html` è il segno che il server ha sostituito (lib/html/pezzi.ts): React lo crede già scritto e non lo
 * tocca. Dopo un atto arriva il testo.
 */
export const Pezzo = ({ html }: { html: string }) => {
  const scatola = useRef<HTMLDivElement>(null);
  if (typeof document !== 'undefined') arrivati ??= raccogli();
  const nome = nomeDi(html);
  useLayoutEffect(() => {
    const testo = nome && arrivati?.get(nome);
    if (testo && scatola.current?.innerHTML === html) scatola.current.innerHTML = testo;
  }, [html, nome]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: inHtml protegge ogni testo e ogni attributo, ed è confrontata con react-dom da una prova
  return <div ref={scatola} className="contents" data-pezzo={nome} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
};
