import { z } from 'zod';

/**
 * La configurazione di un bando: passi, sezioni e campi dei moduli, controlli, griglia, categorie di costo. È un documento JSON che l'amministratore
 * scrive e pubblica; da allora non cambia (bando_versione). Chiavi stabili: i valori scritti dagli enti le usano.
 */

const chiave = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Usa lettere minuscole, cifre e _ (al massimo 60 caratteri).');
const testo = (massimo: number) => z.string().trim().min(1, 'Scrivi qualcosa.').max(massimo);
const facoltativo = (massimo: number) => z.string().trim().max(massimo).default('');
/** Centesimi interi, come testo: il JSON non ha interi di 64 bit. */
const Cents = z.string().regex(/^\d{1,15}$/, 'Un importo in centesimi.');
/** Data e ora civili di Roma, `AAAA-MM-GGTHH:MM`; l'istante lo decide lib/bandi/termini.ts (domain 0.1). */
export const OraDiRoma = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Una data e un’ora.');

export const VISIBILITA = ['IDEA', 'PROGETTO', 'ENTRAMBI'] as const;
const Visibilita = z.enum(VISIBILITA);

export const TIPI_CAMPO = [
  'testo',
  'testo_lungo',
  'elenco',
  'numero',
  'importo',
  'data',
  'scelta',
  'scelta_multipla',
  'tabella',
  'principi',
  'organizzazioni',
  'ambiti',
  'comuni',
  'telefono',
  'email',
  'file',
  // i tre campi strutturati del progetto definitivo (lib/piano)
  'azioni',
  'budget',
] as const;
export type TipoCampo = (typeof TIPI_CAMPO)[number];

const Opzione = z.object({ codice: chiave, etichetta: testo(200) });

export const Colonna = z.object({
  chiave,
  etichetta: testo(120),
  tipo: z.enum(['testo', 'numero', 'importo', 'data', 'scelta']).default('testo'),
  massimo: z.number().int().positive().max(4000).default(500),
  opzioni: z.array(Opzione).default([]),
});
export type Colonna = z.infer<typeof Colonna>;

/** Con chi il portale riempie da sé un campo di organizzazioni: chi presenta la domanda, o gli altri enti gestori dell'aggregazione. */
const PRECOMPILATI = ['CAPOFILA', 'ENTI_PARTNER'] as const;

export const Campo = z.object({
  chiave,
  etichetta: testo(200),
  tipo: z.enum(TIPI_CAMPO),
  obbligatorio: z.boolean().default(false),
  aiuto: facoltativo(600),
  /** Manca: vale quella della sezione. */
  visibilita: Visibilita.optional(),
  /** Caratteri (testi), byte no; elementi al massimo (elenchi, organizzazioni, file). */
  massimo: z.number().int().positive().max(100_000).optional(),
  /** Elementi al minimo (elenchi, tabelle, ambiti). */
  minimo: z.number().int().nonnegative().max(1000).optional(),
  opzioni: z.array(Opzione).default([]),
  colonne: z.array(Colonna).default([]),
  /** Il campo si mostra solo se un altro campo della stessa sezione ha questo valore. */
  quando: z.object({ campo: chiave, valore: z.string().max(200) }).optional(),
  /** Solo per le organizzazioni: il valore è sempre quello dell'aggregazione e nessuno lo scrive (lib/domande/precompilati.ts). */
  precompilato: z.enum(PRECOMPILATI).optional(),
});
export type Campo = z.infer<typeof Campo>;

export const Sezione = z.object({
  chiave,
  /** «A» o «B»: la parte del modulo in cui sta, come nell'Allegato 2. */
  parte: facoltativo(40),
  codice: facoltativo(10),
  titolo: testo(200),
  aiuto: facoltativo(1000),
  visibilita: Visibilita,
  campi: z.array(Campo).min(1, 'Una sezione ha almeno un campo.'),
});
export type Sezione = z.infer<typeof Sezione>;

const Passo = z.object({ fase: z.enum(['IDEA', 'AVVISO', 'PROGETTO']), apre: OraDiRoma, chiude: OraDiRoma.nullable() });
const Verifica = z.object({ chiave, testo: testo(400), visibilita: Visibilita });
const Documento = z.object({ chiave, titolo: testo(200), aiuto: facoltativo(400), obbligatorio: z.boolean(), visibilita: Visibilita });
export const Criterio = z.object({
  chiave,
  titolo: testo(200),
  aiuto: facoltativo(600),
  visibilita: Visibilita,
  /** Punti interi al massimo, e soglia sotto cui la proposta non passa. */
  massimo: z.number().int().positive().max(1000),
  soglia: z.number().int().nonnegative().max(1000).default(0),
  /** Il punteggio si moltiplica per questo peso (centesimi: 100 = 1). */
  pesoCentesimi: z.number().int().positive().max(1000).default(100),
});
export type Criterio = z.infer<typeof Criterio>;
export const CategoriaCosto = z.object({ codice: chiave, etichetta: testo(120) });
export type CategoriaCosto = z.infer<typeof CategoriaCosto>;
const Principio = z.object({ codice: z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/), nome: testo(120), significato: facoltativo(400) });

/** Gli ambiti di una modifica del piano approvato (product.md §3, 8). */
export const DOMINI_MODIFICA = [
  'budget',
  'azioni',
  'partner',
  'destinatari',
  'cronoprogramma',
  'referente',
  'sede',
  'dati_bancari',
  'altro',
] as const;
export type DominioModifica = (typeof DOMINI_MODIFICA)[number];
export const REGOLE_CALENDARIO = ['MENSILE', 'BIMESTRALE', 'TRIMESTRALE', 'SEMESTRALE', 'DATE'] as const;
/** Quali indicatori comuni si calcolano dai partecipanti; con FSE_PLUS_L (obiettivo specifico l) il totale si conta direttamente (domain 2.2). */
export const INSIEMI_INDICATORI = ['FSE', 'FSE_PLUS', 'FSE_PLUS_L', 'NESSUNO'] as const;
export type InsiemeIndicatori = (typeof INSIEMI_INDICATORI)[number];
const Giorno = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Una data.');

/** Come il bando segue i progetti dopo l'avvio. Le chiavi `sogliaBudgetPercento` e `giorniConsegna` le legge anche il database (0006). */
export const Attuazione = z.object({
  /** Ogni quanto si rendiconta: periodi solari, o contati dall'avvio; oppure date scelte (ultimo giorno di ogni periodo). */
  calendario: z.enum(REGOLE_CALENDARIO).default('BIMESTRALE'),
  dallAvvio: z.boolean().default(false),
  date: z.array(Giorno).max(60).default([]),
  durataMesi: z.number().int().min(1).max(120).default(18),
  /** Giorni di calendario tra la fine del periodo e la scadenza della relazione. */
  giorniConsegna: z.number().int().min(1).max(365).default(31),
  /** Fino a questa quota del contributo spostata tra categorie di costo basta comunicarlo (tranne la prima modifica di un progetto mai congelato). */
  sogliaBudgetPercento: z.number().int().min(0).max(100).default(20),
  /** Chi decide le modifiche che vanno approvate, per ambito; chi non è detto: il dirigente. */
  competenti: z.partialRecord(z.enum(DOMINI_MODIFICA), z.enum(['ISTRUTTORE', 'DIRIGENTE'])).default({
    destinatari: 'ISTRUTTORE',
    cronoprogramma: 'ISTRUTTORE',
    referente: 'ISTRUTTORE',
    sede: 'ISTRUTTORE',
    dati_bancari: 'ISTRUTTORE',
  }),
  prorogaMassimaMesi: z.number().int().min(1).max(60).default(12),
  indicatori: z.enum(INSIEMI_INDICATORI).default('FSE'),
  /** Un ente può sapere, sì o no, se una sua persona è già seguita altrove. La chiave la legge anche app.gia_seguita (0008). */
  sovrapposizioni: z.boolean().default(true),
});
export type Attuazione = z.infer<typeof Attuazione>;

export const Configurazione = z.object({
  tipo: z.enum(['NON_COMPETITIVO', 'COMPETITIVO', 'SPORTELLO']),
  titolo: testo(300),
  atto: facoltativo(200),
  presentazione: facoltativo(4000),
  dotazioneCents: Cents,
  contributoMinCents: Cents.nullable().default(null),
  contributoMaxCents: Cents.nullable().default(null),
  /** Solo per i bandi non competitivi: quanto spetta a ciascun ambito (per numero). */
  importiPerAmbito: z.array(z.object({ ambito: z.number().int().positive(), cents: Cents })).default([]),
  passi: z.array(Passo),
  principi: z.array(Principio).default([]),
  sezioni: z.array(Sezione).min(1, 'Serve almeno una sezione.'),
  documenti: z.array(Documento).default([]),
  ammissibilita: z.array(Verifica).default([]),
  griglia: z.array(Criterio).default([]),
  /** Punti minimi in tutto, in centesimi di punto; e lo scarto tra commissari da segnalare, in percentuale del massimo. */
  sogliaTotaleCentesimi: z.number().int().nonnegative().default(0),
  scartoSegnalatoPercento: z.number().int().min(1).max(100).default(25),
  /** A parità di punteggio: prima chi ha di più nel criterio indicato, poi in quello dopo; infine chi ha presentato prima. */
  parita: z.array(chiave).default([]),
  categorieCosto: z.array(CategoriaCosto).default([]),
  giorniAvviso: z.number().int().min(1).max(365).default(20),
  giorniIntegrazioni: z.number().int().min(1).max(365).default(10),
  giorniPreavviso: z.number().int().min(1).max(365).default(10),
  attuazione: Attuazione.prefault({}),
});
export type Configurazione = z.infer<typeof Configurazione>;

type Fase = 'IDEA' | 'PROGETTO';
const inFase = (visibilita: (typeof VISIBILITA)[number], fase: Fase): boolean => visibilita === 'ENTRAMBI' || visibilita === fase;

/** Le sezioni di una fase, con i soli campi di quella fase. La rimodulazione riscrive il progetto: stesse sezioni. */
export const sezioniDi = ({ sezioni }: Pick<Configurazione, 'sezioni'>, fase: Fase | 'RIMODULAZIONE'): Sezione[] => {
  const di: Fase = fase === 'IDEA' ? 'IDEA' : 'PROGETTO';
  return sezioni
    .filter((s) => inFase(s.visibilita, di))
    .map((s) => ({ ...s, campi: s.campi.filter((c) => inFase(c.visibilita ?? s.visibilita, di)) }))
    .filter((s) => s.campi.length > 0);
};

/** Le voci (verifiche, criteri, documenti) che valgono in una fase. */
export const vociDi = <T extends { visibilita: (typeof VISIBILITA)[number] }>(voci: readonly T[], fase: Fase): T[] =>
  voci.filter((v) => inFase(v.visibilita, fase));
