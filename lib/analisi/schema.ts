import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';

/** Le parole di un'analisi propria: da quale tabella, quali filtri, quali righe e colonne, quale misura (docs/decisioni/0020). */

export const OPERATORI = ['uguale', 'diverso', 'almeno', 'al_piu', 'manca', 'presente'] as const;
export type Operatore = (typeof OPERATORI)[number];
/** `valori` nella forma del dizionario: codici, numeri con il punto, date AAAA-MM-GG. Vuoto per «manca» e «presente». */
export type Filtro = { colonna: string; operatore: Operatore; valori: string[] };

export type TipoMisura = 'conteggio' | 'distinti' | 'somma' | 'media' | 'mediana';
export type Misura = { tipo: 'conteggio' } | { tipo: Exclude<TipoMisura, 'conteggio'>; colonna: string };

export const QUOTE = ['valori', 'riga', 'colonna', 'totale'] as const;
/** Come si mostra un conteggio o una somma: com'è, o in percentuale. */
export type Quota = (typeof QUOTE)[number];

export type Domanda = {
  tabella: string;
  /** Una o due dimensioni: la seconda divide le voci della prima. */
  righe: string[];
  colonne: string | null;
  misura: Misura;
  quota: Quota;
  filtri: Filtro[];
  /** La data di riferimento, AAAA-MM-GG: con un'istantanea è la sua. */
  data: string;
  /** Il numero dell'istantanea da cui si legge; null: i dati di oggi. */
  istantanea: number | null;
};

/** Quanti filtri offre il modulo. */
export const FILTRI = 3;
/** Quante caselle può avere una tabella incrociata, e quante colonne: di più non si legge. */
export const MASSIMO_CELLE = 2000;
export const MASSIMO_COLONNE = 40;

/** I campi di un indirizzo o di un modulo, prima di sapere che cosa vogliono dire. I nomi dei campi sono quelli dell'indirizzo. */
const testo = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((valore) => (Array.isArray(valore) ? valore.join(',') : (valore ?? '')).trim().slice(0, 400));
const filtro = (n: number) => ({ [`f${n}`]: testo, [`o${n}`]: testo, [`v${n}`]: testo });
export const Parametri = z.object({
  ...{ tabella: testo, righe: testo, sotto: testo, colonne: testo, misura: testo, quota: testo, data: testo, fonte: testo },
  ...filtro(1),
  ...filtro(2),
  ...filtro(3),
});
export type NomeCampo = 'tabella' | 'righe' | 'sotto' | 'colonne' | 'misura' | 'quota' | 'data' | 'fonte' | `${'f' | 'o' | 'v'}${number}`;
export type Parametri = Partial<Record<NomeCampo, string>>;

const titolo = z
  .string()
  .transform((scritto) => scritto.replace(/[\p{Cc}\s]+/gu, ' ').trim())
  .pipe(z.string().min(3, 'Scrivi un titolo di almeno 3 caratteri.').max(120, 'Il titolo supera 120 caratteri: accorcialo.'));
const id = z.uuid(SUPERATA);

/** La domanda viaggia come la parte dell'indirizzo dopo il punto interrogativo: la stessa che si condivide. */
const domanda = z
  .string()
  .max(4000)
  .transform((scritta): Record<string, string> => Object.fromEntries(new URLSearchParams(scritta)));
export const AnalisiDaSalvare = z.object({ titolo, domanda });
export type AnalisiDaSalvare = z.infer<typeof AnalisiDaSalvare>;
export const AnalisiDaRinominare = z.object({ id, titolo });
export type AnalisiDaRinominare = z.infer<typeof AnalisiDaRinominare>;
export const AnalisiDaCondividere = z.object({ id, condivisa: z.enum(['si', 'no']).transform((scelta) => scelta === 'si') });
export type AnalisiDaCondividere = z.infer<typeof AnalisiDaCondividere>;
export const AnalisiScelta = z.object({ id });

export const FormatoAnalisi = z.enum(['csv', 'csv-r', 'xlsx'], 'Scegli un formato tra CSV per Excel, CSV per R e XLSX.');
export type FormatoAnalisi = z.infer<typeof FormatoAnalisi>;
