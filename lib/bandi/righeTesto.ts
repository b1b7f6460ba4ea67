import type { Campo, Colonna } from './configurazione';

/** Opzioni e colonne si scrivono una per riga, in un'area di testo: funziona anche senza JavaScript, e si incolla da un documento. */

type Opzione = Campo['opzioni'][number];

/** «Associazione temporanea di scopo» → `associazione_temporanea_di_scopo`: una chiave leggibile, che poi non cambia più. */
export const chiaveDi = (nome: string): string =>
  nome
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '');

const righe = (testo: string): string[] =>
  testo
    .split('\n')
    .map((r) => r.trim())
    .filter(Boolean);

/** «codice = Nome», oppure solo il nome: il codice allora ne deriva. */
function coppia(riga: string): [codice: string, nome: string] {
  const uguale = riga.indexOf('=');
  const codice = riga.slice(0, Math.max(uguale, 0)).trim();
  return uguale > 0 && /^[a-z][a-z0-9_]*$/.test(codice) ? [codice, riga.slice(uguale + 1).trim()] : [chiaveDi(riga), riga];
}

export const leggiOpzioni = (testo: string): Opzione[] =>
  righe(testo).map((riga) => {
    const [codice, etichetta] = coppia(riga);
    return { codice, etichetta };
  });
export const scriviOpzioni = (opzioni: readonly Opzione[]): string => opzioni.map((o) => `${o.codice} = ${o.etichetta}`).join('\n');

/** Non verifica: lo fa lo schema della colonna, e l'errore torna sul campo. */
export const leggiColonne = (testo: string): unknown[] =>
  righe(testo).map((riga) => {
    const [prima = '', tipo = 'testo', resto = ''] = riga.split('|').map((p) => p.trim());
    const [chiave, etichetta] = coppia(prima);
    if (tipo === 'scelta') return { chiave, etichetta, tipo, opzioni: leggiOpzioni(resto.replaceAll(';', '\n')) };
    return { chiave, etichetta, tipo: tipo || 'testo', ...(resto ? { massimo: Number(resto.replaceAll('.', '')) } : {}) };
  });
export const scriviColonne = (colonne: readonly Colonna[]): string =>
  colonne
    .map((c) => {
      const limite = c.tipo === 'testo' || c.massimo !== 500 ? String(c.massimo) : '';
      const resto = c.tipo === 'scelta' ? c.opzioni.map((o) => `${o.codice} = ${o.etichetta}`).join('; ') : limite;
      return `${c.chiave} = ${c.etichetta} | ${c.tipo}${resto ? ` | ${resto}` : ''}`;
    })
    .join('\n');
