import type { ParteBando } from './coerenza';

export type Parte = ParteBando | 'pubblicazione';

/** Le parti dell'editor di un bando: una pagina ciascuna, nell'ordine in cui si compilano. */
export const PARTI: Record<Parte, string> = {
  dati: 'Dati e passi',
  importi: 'Importi per ambito',
  sezioni: 'Sezioni e campi',
  documenti: 'Documenti',
  verifiche: 'Verifiche',
  griglia: 'Griglia',
  costi: 'Costi e principi',
  attuazione: 'Attuazione',
  pubblicazione: 'Pubblicazione',
};
