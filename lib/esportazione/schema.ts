import { z } from 'zod';

/** I formati di un'esportazione. Gli script di lettura accompagnano il CSV per R e simili. */
export const FormatoEsportazione = z.enum(['csv', 'csv-r', 'xlsx', 'jsonl', 'parquet'], 'Scegli un formato tra quelli proposti.');
export type FormatoEsportazione = z.infer<typeof FormatoEsportazione>;

export const NOME_FORMATO: Record<FormatoEsportazione, string> = {
  csv: 'CSV per Excel',
  'csv-r': 'CSV per R, Stata, SPSS e Python, con gli script',
  xlsx: 'XLSX, un foglio per tabella',
  jsonl: 'JSON Lines',
  parquet: 'Parquet',
};

/** Un'esportazione chiesta: tutte le tabelle in un archivio, o una sola in CSV. La data è già letta (lib/ricerca/schema.ts). */
export const EsportazioneChiesta = z.union([
  z.object({ tabella: z.string().regex(/^[a-z_]{1,60}$/), formati: z.tuple([z.enum(['csv', 'csv-r'])]) }),
  z.object({ tabella: z.undefined(), formati: z.array(FormatoEsportazione).min(1).max(5) }),
]);

/** Da dove vengono i dati di un'esportazione e come si cita: sta nel LEGGIMI di ogni archivio. */
export type Provenienza = {
  regione: string;
  /** AAAA-MM-GG */
  data: string;
  /** Il giorno in cui i dati sono stati letti, AAAA-MM-GG. */
  estratto: string;
  /** Il numero dell'istantanea; null per un'esportazione di oggi, che domani può essere diversa. */
  istantanea: number | null;
  /** L'indirizzo da citare. */
  indirizzo: string;
};

/** Un file di un archivio: il contenuto nasce quando qualcuno lo legge, una volta. */
export type FileEsportato = { nome: string; tabella: string | null; contenuto: () => AsyncIterable<Uint8Array> };

/** Di un file già scritto. `righe` senza intestazione; null se non è una tabella. */
export type Impronta = { nome: string; tabella: string | null; righe: number | null; byte: number; sha256: string };
