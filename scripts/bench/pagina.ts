import { gzipSync } from 'node:zlib';
import type { Foglio } from './nuda';

const testo = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Le righe di una pagina servita, come testo: ogni tabella un foglio, ogni elenco un foglio a una colonna. */
export function righeDi(html: string): Foglio[] {
  const corpo = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const tabelle = [...corpo.matchAll(/<table[\s\S]*?<\/table>/g)].map(([tabella], i) => ({
    titolo: `Tabella ${i + 1}`,
    righe: [...tabella.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([riga]) =>
      [...riga.matchAll(/<t[hd][\s>][\s\S]*?<\/t[hd]>/g)].map(([cella]) => testo(cella)),
    ),
  }));
  const elenchi = [...corpo.matchAll(/<(ol|ul|dl)[\s>][\s\S]*?<\/\1>/g)].map(([elenco], i) => ({
    titolo: `Elenco ${i + 1}`,
    righe: [...elenco.matchAll(/<(li|dt|dd)[\s>][\s\S]*?<\/\1>/g)].map(([voce]) => [testo(voce)]),
  }));
  return [...tabelle, ...elenchi].filter(({ righe }) => righe.length > 0);
}

/** I byte compressi degli script che il browser scarica con la prima pagina (senza quelli per i browser senza moduli). */
export async function pesoScript(indirizzo: string, html: string): Promise<number> {
  const sorgenti = new Set([...html.matchAll(/<script(?![^>]*nomodule)[^>]*\ssrc="([^"]+)"/gi)].map(([, src]) => src ?? ''));
  let byte = 0;
  for (const src of sorgenti) byte += gzipSync(Buffer.from(await (await fetch(new URL(src, indirizzo))).arrayBuffer())).length;
  return byte;
}
