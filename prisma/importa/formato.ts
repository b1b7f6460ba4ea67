import { z } from 'zod';

/**
 * Il formato del file di un programma, riga per riga: ogni schema dice una riga sola, e le liste dei figli restano `unknown[]`
 * finché non si guarda ogni figlio per conto suo. Così una riga sbagliata si rifiuta da sola. Non contiene nulla di una Regione.
 */

// PostgreSQL non conserva il carattere nullo né i surrogati spaiati
const conservabile = (valore: string) => valore.isWellFormed() && !valore.includes('\0');
export const testo = (massimo: number) =>
  z.string().regex(/\S/, 'non può essere vuoto').max(massimo).refine(conservabile, 'contiene caratteri che non si possono conservare');
export const testoFacoltativo = (massimo: number) =>
  testo(massimo)
    .nullish()
    .transform((valore) => valore ?? null);
export const codice = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'deve essere un codice di lettere, cifre, punti e trattini (massimo 40)');
export const provincia = z.string().regex(/^[A-Z]{2}$/, 'deve essere la sigla di una provincia (per esempio TO)');
export const istatComune = z.string().regex(/^\d{6}$/, 'deve essere un codice Istat di sei cifre');
export const intero = z.number().int().min(0).max(2_000_000_000);
const centesimi = (valore: number) => Number(valore.toFixed(2)) === valore;
export const grandezza = z.number().min(0).max(999_999_999_999).refine(centesimi, 'può avere al massimo due decimali');
/** Euro con al più due decimali, che diventano centesimi interi. */
const euro = grandezza.nullish().transform((valore) => (valore == null ? null : Math.round(valore * 100)));
const data = z.iso.date('deve essere una data scritta AAAA-MM-GG');
export const Mese = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'deve essere un mese scritto AAAA-MM (per esempio 2020-03)');
export const elenco = z.array(z.unknown());

const Fase = z.strictObject({ fase: intero, nome: testo(200), da: Mese, a: Mese.nullable() });
const ContestoBando = z.looseObject({
  atto_indirizzo: testoFacoltativo(300),
  bando: testoFacoltativo(300),
  azione_por: testoFacoltativo(100),
  dotazione_euro: euro,
  contributo_minimo_euro: euro,
  contributo_massimo_euro: euro,
  organizzazioni_coinvolte: intero.nullish().transform((valore) => valore ?? null),
});
/** Le parti aggiunte dal portale (vedi prisma/dati/LEGGIMI.md): se mancano si usa ciò che il resto del file dice. */
const EnteRegionale = z.strictObject({
  codice,
  denominazione: testo(300),
  direzione: testoFacoltativo(300),
  indirizzo: testoFacoltativo(300),
  codice_ipa: testoFacoltativo(50),
});
const Valutazione = z.strictObject({
  codice,
  denominazione: testo(300),
  sigla: testoFacoltativo(50),
  fonte: testo(300),
  attribuita_il: data,
});
const Programma = z.strictObject({
  codice,
  titolo: testo(300),
  fondo: testoFacoltativo(100),
  codice_bando: codice,
  titolo_bando: testo(300),
  tipo_bando: z.enum(['non_competitivo', 'competitivo', 'sportello']),
});

/** Il codice dell'organizzazione regionale quando il file non ne dice uno. */
export const CODICE_REGIONE = 'REG';

export const Meta = z
  .looseObject({
    titolo: testo(300),
    fonte: testo(500),
    regione: testo(100),
    istat_regione: z.string().regex(/^\d{2}$/, 'deve essere il codice Istat della Regione, di due cifre'),
    contesto_bando: ContestoBando,
    fasi: z
      .array(Fase)
      .min(1)
      .refine((fasi) => new Set(fasi.map(({ fase }) => fase)).size === fasi.length, 'ha due fasi con lo stesso numero'),
    ente_regionale: EnteRegionale.optional(),
    valutazione: Valutazione.optional(),
    programma: Programma.optional(),
  })
  .refine((m) => m.valutazione?.codice !== (m.ente_regionale?.codice ?? CODICE_REGIONE), {
    path: ['valutazione', 'codice'],
    error: 'è già il codice della Regione',
  });
export type Meta = z.infer<typeof Meta>;

export const Categoria = z.strictObject({
  codice,
  etichetta: testo(200),
  tipo: z.enum(['servizio', 'azione']),
  macro: z.enum(['innovazione_sociale', 'welfare_territoriale']).nullable(),
  tabella: testoFacoltativo(20),
});
export type Categoria = z.infer<typeof Categoria>;

export const Causa = z.strictObject({
  codice: codice.max(10),
  gruppo: testo(50),
  etichetta: testo(200),
  interviste: z.array(testo(50)),
  dipende_regione: z.boolean().optional(),
});
export type Causa = z.infer<typeof Causa>;

export const Ambito = z.strictObject({
  id: intero.min(1),
  nome: testoFacoltativo(200),
  nome_descrittivo: testo(200),
  nota: testoFacoltativo(1000),
});
export type Ambito = z.infer<typeof Ambito>;

export const Ente = z.strictObject({
  id: codice,
  nome: testo(300),
  sigla: testoFacoltativo(50),
  sede: testo(100),
  provincia,
  istat_comune_sede: istatComune,
  ambito_id: intero,
  tipo: z.enum(['consorzio', 'citta', 'unione_montana', 'unione_comuni', 'asl', 'convenzione_comuni']),
  capofila: z.boolean(),
  forma: testoFacoltativo(200),
  nota: testoFacoltativo(1000),
});
export type Ente = z.infer<typeof Ente>;

/** Il primo livello: senza queste parti il file non è un programma, e non c'è niente da salvare. */
export const File = z.looseObject({
  meta: Meta,
  vocabolari: z.looseObject({ categorie: elenco, cause_ritardo: elenco }),
  ambiti: elenco,
  enti_gestori: elenco,
  progetti: elenco,
});
export type File = z.infer<typeof File>;
