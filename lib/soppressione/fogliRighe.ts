import type { Cella } from '@/lib/format/csv';
import { COLONNE, PASSI, type Resoconto, type RigaRicerca, TOLTO } from './kAnonimato';

/** Le righe per la ricerca e il foglio che le spiega, pronti per CSV e XLSX. */

const valore = (v: string | boolean | null): Cella => (typeof v === 'boolean' ? Number(v) : v);

export const foglioRighe = (righe: readonly RigaRicerca[]) => ({
  nome: 'righe',
  intestazioni: ['riga', ...COLONNE] as readonly string[],
  // il numero di riga vale solo in questo file: non ritrova la persona altrove
  righe: righe.map((riga, n): Cella[] => [n + 1, ...COLONNE.map((colonna) => valore(riga[colonna]))]),
});

type Provenienza = { programma: string; semestre: string; sha256: string };

/** Che cosa c'è, che cosa è stato generalizzato o tolto, che cosa non si può fare. */
export const foglioLeggimi = ({ k, lette, diffuse, tolte, passi }: Resoconto, { programma, semestre, sha256 }: Provenienza) => ({
  nome: 'LEGGIMI',
  intestazioni: ['voce', 'valore'] as readonly string[],
  righe: [
    ['Programma', programma],
    ['Persone uscite nel semestre', semestre],
    ['Ogni combinazione di età, sesso, cittadinanza, titolo, condizione e ambito vale per almeno', `${k} persone`],
    ['Persone lette', lette],
    ['Righe diffuse', diffuse],
    ['Righe tolte', tolte],
    ...PASSI.filter(({ codice }) => passi.includes(codice)).map(({ codice, inParole }): Cella[] => [
      `Generalizzazione ${codice}`,
      inParole,
    ]),
    ['NA', 'non rilevato'],
    [TOLTO, 'variabile tolta a tutte le righe'],
    ['Variabili sì o no', '1 sì, 0 no'],
    ['SHA-256 del rilascio', sha256],
    ['Divieto', 'Non si incrociano queste righe con altri dati per riconoscere qualcuno.'],
  ] as Cella[][],
});
