import { type Codice, type Colonna, NON_ANCORA, type Tabella } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { ESITI, QUASI } from '@/lib/soppressione/kAnonimato';
import type { Misura, Operatore, TipoMisura } from './schema';

/** Che cosa di ogni tabella del dizionario si può chiedere: dimensioni, filtri e misure nascono dalle sue colonne, e da nient'altro. */

/** Una voce con cui si divide una tabella: una colonna, o l'anno di una data. */
export type Dimensione = { nome: string; etichetta: string; colonna: Colonna; anno: boolean };

/** Le tabelle che contano persone: si leggono solo conteggi decisi prima della domanda (lib/analisi/persone.ts). */
export const CON_PERSONE = ['indicatore', 'partecipanti_agg', 'partecipanti'] as const;
export type TabellaConPersone = (typeof CON_PERSONE)[number];
export const conPersone = (nome: string): nome is TabellaConPersone => (CON_PERSONE as readonly string[]).includes(nome);

/** Programma e semestre di uscita: due semestri non hanno persone in comune. */
export const FISSE = ['programma', 'semestre'] as const;
/** Le caratteristiche del conteggio già pubblicato (`partecipanti_agg`): per righe si conta come lì, e le due vie danno gli stessi numeri. */
export const GRUPPO: readonly string[] = [...FISSE, 'classe_eta', 'sesso', 'condizione', 'titolo'];
/** Con un esito si incrociano solo queste. */
export const CON_ESITO: readonly string[] = [...FISSE, 'sesso'];

const DIMENSIONI_PERSONE: Record<TabellaConPersone, readonly string[]> = {
  indicatore: ['progetto_id', 'codice', 'sesso', 'universo'],
  partecipanti_agg: GRUPPO,
  partecipanti: [...FISSE, ...QUASI, ...ESITI],
};

/** Colonne le cui voci non si sommano: una persona sta in più indicatori, ore e pasti non fanno un totale. */
const NON_SOMMABILI: Record<string, { colonne: readonly string[]; misure: readonly TipoMisura[]; perche: string }> = {
  indicatore: { colonne: ['codice', 'sesso', 'universo'], misure: ['conteggio'], perche: 'la stessa persona sta in più indicatori' },
  quantita: {
    ...{ colonne: ['unita', 'rilevazione'], misure: ['somma', 'media', 'mediana'] },
    perche: 'unità diverse non si sommano, e ogni rilevazione ripete le precedenti',
  },
};

/** Il vocabolario spiega i codici: non c'è nulla da contare. */
export const TABELLE_ANALISI: readonly Tabella[] = TABELLE.filter(({ nome }) => nome !== 'vocabolario');
export const tabellaDi = (nome: string): Tabella | undefined => TABELLE_ANALISI.find((t) => t.nome === nome);

/** Le colonne che portano un dato: non quelle che il portale non raccoglie ancora, né i centesimi, che si leggono in euro. */
const utili = ({ colonne }: Tabella): readonly Colonna[] =>
  colonne.filter(({ mancanti, unita }) => mancanti !== NON_ANCORA.mancanti && unita !== 'centesimi di euro');

/** Le voci con cui si possono dividere righe e colonne. */
export function dimensioniDi(tabella: Tabella): Dimensione[] {
  if (conPersone(tabella.nome)) {
    const ammesse = DIMENSIONI_PERSONE[tabella.nome];
    return tabella.colonne.filter(({ nome }) => ammesse.includes(nome)).map(semplice);
  }
  return utili(tabella).flatMap((colonna): Dimensione[] => {
    if (colonna.tipo === 'data') return [{ nome: `${colonna.nome}__anno`, etichetta: `${colonna.etichetta}: anno`, colonna, anno: true }];
    return colonna.tipo === 'dec' ? [] : [semplice(colonna)];
  });
}
const semplice = (colonna: Colonna): Dimensione => ({ nome: colonna.nome, etichetta: colonna.etichetta, colonna, anno: false });
export const dimensioneDi = (tabella: Tabella, nome: string): Dimensione | undefined => dimensioniDi(tabella).find((d) => d.nome === nome);

/** Le colonne con cui si filtra. I testi liberi (titoli, denominazioni) no: finirebbero nell'indirizzo. */
export function filtrabiliDi(tabella: Tabella): readonly Colonna[] {
  if (conPersone(tabella.nome)) return dimensioniDi(tabella).map(({ colonna }) => colonna);
  return utili(tabella).filter(({ tipo }) => tipo !== 'testo');
}

/** I confronti che una colonna ammette. */
export function operatoriDi(tabella: Tabella, { tipo, multipla }: Colonna): readonly Operatore[] {
  if (conPersone(tabella.nome)) return ['uguale', 'diverso'];
  const assenza = ['manca', 'presente'] as const;
  if (['int', 'dec', 'data', 'mese'].includes(tipo) && !multipla) return ['uguale', 'diverso', 'almeno', 'al_piu', ...assenza];
  return ['uguale', 'diverso', ...assenza];
}

/** Le misure di una tabella. Sulle persone solo il conteggio. */
export function misureDi(tabella: Tabella): Misura[] {
  if (conPersone(tabella.nome)) return [{ tipo: 'conteggio' }];
  const chiavi = utili(tabella).filter(({ tipo, multipla }) => (tipo === 'id' || tipo === 'cod') && !multipla);
  const cifre = utili(tabella).filter(({ nome, tipo }) => (tipo === 'int' || tipo === 'dec') && !tabella.chiave.includes(nome));
  return [
    { tipo: 'conteggio' },
    ...chiavi.map(({ nome }): Misura => ({ tipo: 'distinti', colonna: nome })),
    ...(['somma', 'media', 'mediana'] as const).flatMap((tipo) => cifre.map(({ nome }): Misura => ({ tipo, colonna: nome }))),
  ];
}
/** Come si scrive una misura in un indirizzo: `conteggio`, `somma:popolazione`. */
export const nomeMisura = (misura: Misura): string => (misura.tipo === 'conteggio' ? misura.tipo : `${misura.tipo}:${misura.colonna}`);

/** Le colonne da tenere ferme, o tra le voci, perché la misura abbia un senso; e perché. */
export function nonSommabili(tabella: string, misura: Misura): { colonne: readonly string[]; perche: string } | null {
  const regola = NON_SOMMABILI[tabella];
  return regola?.misure.includes(misura.tipo) ? regola : null;
}

/** I codici scritti dalla Regione: `[lista, codice, etichetta]`. */
export type Vocaboli = readonly (readonly [lista: string, codice: string, etichetta: string])[];
const SI_NO: readonly Codice[] = [
  ['1', 'Sì'],
  ['0', 'No'],
];
/** I codici che una colonna può avere, con la loro etichetta; null se non è un elenco chiuso. */
export function codiciDi({ tipo, codici }: Colonna, vocaboli: Vocaboli): readonly Codice[] | null {
  if (tipo === 'bool') return SI_NO;
  if (typeof codici === 'string')
    return vocaboli.flatMap(([lista, codice, etichetta]): Codice[] => (lista === codici ? [[codice, etichetta]] : []));
  return codici ?? null;
}
