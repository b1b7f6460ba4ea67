/**
 * Il dizionario dei dati della ricerca (domain 7.5): ogni tabella è un contratto in un file, da cui escono SQL, formati, codebook e script.
 * Nomi, chiavi e colonne non cambiano tra una rilevazione e l'altra: una prova li confronta con il contratto depositato. Si aggiunge soltanto,
 * con la versione da cui la colonna c'è; una colonna che il portale non sa ancora riempire esiste e vale NA.
 */

/** Sale quando si aggiunge una tabella o una colonna. */
export const VERSIONE_DIZIONARIO = 2;

export type Codice = readonly [codice: string, etichetta: string];
/** I vocabolari che ogni Regione scrive da sé: viaggiano con i dati, nella tabella `vocabolario`. */
export type ListaRegionale = 'categoria' | 'causa' | 'target';

/**
 * id e testo: testo; cod: un codice; data AAAA-MM-GG; mese AAAA-MM; int intero; dec decimale (numeric, al più due cifre); bool 0 o 1.
 */
export type TipoColonna = 'id' | 'testo' | 'cod' | 'data' | 'mese' | 'int' | 'dec' | 'bool';

export type Colonna = {
  nome: string;
  etichetta: string;
  tipo: TipoColonna;
  /** Più codici nella stessa cella, separati da |. */
  multipla?: boolean;
  unita?: string;
  codici?: readonly Codice[] | ListaRegionale;
  /** Che cosa vuol dire NA, se non è «non rilevato». */
  mancanti?: string;
  /** Come si calcola in SQL dalle colonne della lettura; di suo, il nome. Mai un valore: solo testo costante. */
  calcolo?: string;
  /** Versione del dizionario da cui esiste. */
  da: number;
};

/** progetti: dati di progetti ed enti; k_anonimo: righe già rese k-anonime; oscurato: conteggi con le celle piccole nascoste. */
export type Riservatezza = 'progetti' | 'k_anonimo' | 'oscurato';

/** Una riga com'esce dal database: ogni cella in testo, nella forma di PostgreSQL, o null. */
export type RigaGrezza = (string | null)[];

export type Tabella = {
  nome: string;
  etichetta: string;
  descrizione: string;
  fonte: string;
  riservatezza: Riservatezza;
  /** Le colonne che dicono quale riga è: mai nulle, uniche insieme, nell'ordine in cui la tabella è ordinata. */
  chiave: readonly string[];
  colonne: readonly Colonna[];
  /** La lettura: una `select` costante che dà le colonne per nome. La data di riferimento è `AL`. */
  sql: string;
  /** Solo se le righe si calcolano qui (per esempio per oscurare celle): la lettura dà allora un JSON solo, chiamato `dati`. */
  righe?: (dati: unknown) => RigaGrezza[];
  /** La lettura dà già le righe nell'ordine della chiave: non si ordinano di nuovo. */
  giaOrdinata?: boolean;
};

type Altro = Partial<Pick<Colonna, 'multipla' | 'unita' | 'codici' | 'mancanti' | 'da'>>;
const colonna =
  (tipo: TipoColonna) =>
  (nome: string, etichetta: string, altro: Altro = {}): Colonna => ({ nome, etichetta, tipo, da: 1, ...altro });

export const id = colonna('id');
export const testo = colonna('testo');
export const cod = colonna('cod');
export const data = colonna('data');
export const mese = colonna('mese');
export const int = colonna('int');
export const dec = colonna('dec');
export const bool = colonna('bool');

/** Un importo: i centesimi interi, per sommare senza errori, e gli euro con due decimali, per leggere. */
export const euro = (nome: string, etichetta: string, altro: Altro = {}): Colonna[] => [
  { ...int(nome, etichetta, altro), unita: 'centesimi di euro' },
  { ...dec(`${nome}_eur`, etichetta, altro), unita: 'euro', calcolo: `(${nome}::numeric / 100)::numeric(20, 2)` },
];

/** Il portale non raccoglie ancora questo dato. */
export const NON_ANCORA = { mancanti: 'il portale non lo raccoglie ancora' };

/** La data di riferimento, dentro la transazione che esporta (lib/db/copia.ts). */
export const AL = `current_setting('app.esporta_al')::date`;

/** I progetti approvati: gli stessi delle Tabelle 1.1-1.5 (lib/ricerca/letture.ts). */
export const PROGETTI = `(select * from progetto where stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO'))`;

/** Le relazioni approvate con il periodo finito entro la data di riferimento. */
export const RILEVAZIONI = `(select r.id, r.progetto_id, r.dimostrativo, w.numero, to_char(w.al, 'YYYY-MM') as mese,
    (r.deciso_il at time zone 'Europe/Rome')::date as approvato_il
  from rapporto_progetto r join periodo w on w.id = r.periodo_id
  where r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI') and w.al <= ${AL})`;

/**
 * L'istruzione che dà le righe di una tabella, con le sole colonne del contratto e nell'ordine della chiave: byte per byte, perché lo stesso ordine
 * si ritrovi fuori dal database.
 */
export function selezione({ colonne, chiave, sql, righe, giaOrdinata }: Tabella): string {
  if (righe) return sql;
  const elenco = colonne.map(({ nome, tipo, calcolo }) => `${espressione(calcolo ?? nome, tipo)} as ${nome}`);
  const ordine = chiave.map((nome) => `${tipoDi(colonne, nome) === 'int' ? nome : `${nome}::text collate "C"`}`);
  return `select ${elenco.join(', ')} from (${sql}) t${giaOrdinata ? '' : ` order by ${ordine.join(', ')}`}`;
}

const espressione = (valore: string, tipo: TipoColonna): string => (tipo === 'bool' ? `(${valore})::int` : valore);
const tipoDi = (colonne: readonly Colonna[], nome: string): TipoColonna | undefined => colonne.find((c) => c.nome === nome)?.tipo;
