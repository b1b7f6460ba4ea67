import { dataBreve } from '@/lib/format/data';
import { MOTIVI_SOSPENSIONE, NOME_MOTIVO } from '@/lib/sospensioni/labels';
import { NOTA_MASSIMA } from '@/lib/sospensioni/schema';
import type { GruppoCampi } from '../istruttoria/campiEsame';

/** I campi di una sospensione: gli stessi per un progetto e per tutti quelli di un bando. `oggi` AAAA-MM-GG. */
export const campiSospensione = (oggi: string): GruppoCampi[] => [
  {
    campi: [
      {
        ...{ tipo: 'scelta', nome: 'motivo', etichetta: 'Motivo', vuota: 'Scegli il motivo' },
        opzioni: MOTIVI_SOSPENSIONE.map((valore) => ({ valore, etichetta: NOME_MOTIVO[valore] })),
      },
      {
        tipo: 'area',
        nome: 'nota',
        etichetta: 'Nota',
        facoltativo: true,
        massimo: NOTA_MASSIMA,
        righe: 2,
        aiuto: 'La leggono gli enti del progetto.',
      },
      {
        ...{ tipo: 'data', nome: 'dal', etichetta: 'Primo giorno di sospensione', valore: dataBreve(oggi) },
        aiuto: 'Anche un giorno passato, o uno nei prossimi 30 giorni.',
      },
      {
        ...{ tipo: 'data', nome: 'al', etichetta: 'Ultimo giorno di sospensione', facoltativo: true },
        aiuto: 'Lascia vuoto se non si sa ancora: il progetto resta sospeso finché non disponi la ripresa.',
      },
    ],
  },
  {
    legenda: 'Atto',
    campi: [
      { tipo: 'testo', nome: 'atto', etichetta: 'Numero dell’atto', aiuto: 'Per esempio: D.D. 998/A15000' },
      { tipo: 'data', nome: 'dataAtto', etichetta: 'Data dell’atto', valore: dataBreve(oggi) },
    ],
  },
];

/** I campi di una ripresa; `proposto` è l'ultimo giorno di sospensione che il modulo suggerisce. */
export const campiRipresa = (proposto: string): GruppoCampi[] => [
  {
    campi: [
      {
        ...{ tipo: 'data', nome: 'al', etichetta: 'Ultimo giorno di sospensione', valore: dataBreve(proposto) },
        aiuto: 'Il progetto riprende il giorno dopo.',
      },
      { tipo: 'testo', nome: 'atto', etichetta: 'Numero dell’atto di ripresa', aiuto: 'Per esempio: D.D. 998/A15000' },
    ],
  },
];
