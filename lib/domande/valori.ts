import { z } from 'zod';

/** I valori scritti in una sezione: per ogni chiave di campo, nella forma che dice il suo tipo (lib/bandi/configurazione.ts). */

/** Una riga di tabella: id stabile (serve ai confronti) e celle come testo; importi in centesimi, date AAAA-MM-GG. */
export const RigaTabella = z.object({ id: z.string().max(60) }).catchall(z.string().max(4000));
export type RigaTabella = z.infer<typeof RigaTabella>;

const Giorno = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Cents = z.string().regex(/^\d{1,15}$/);

const DestinatariAzione = z.object({
  id: z.string().max(60),
  gruppo: z.string().max(60),
  quantita: z.number().int().nonnegative().max(100_000_000),
  unita: z.string().trim().min(1).max(60),
});

/** Un'azione del progetto definitivo. */
export const AzionePiano = z.object({
  id: z.uuid(),
  codice: z.string().trim().min(1).max(12),
  titolo: z.string().trim().max(300),
  descrizione: z.string().max(6000).default(''),
  tipo: z.enum(['SERVIZIO', 'AZIONE']),
  /** Codice di categoria_intervento; null finché non si sceglie. */
  categoria: z.string().max(60).nullable(),
  organizzazioneId: z.uuid().nullable(),
  inizio: Giorno.nullable(),
  fine: Giorno.nullable(),
  /** 1 irrinunciabile, 2 importante, 3 rinviabile: serve a ridurre quando si riceve meno. */
  priorita: z.number().int().min(1).max(3).default(2),
  destinatari: z.array(DestinatariAzione).max(30).default([]),
  indicatori: z
    .array(z.object({ id: z.string().max(60), nome: z.string().max(200), atteso: z.string().max(100) }))
    .max(30)
    .default([]),
});
export type AzionePiano = z.infer<typeof AzionePiano>;

/** Una voce del quadro economico: quanto costa una categoria di un'azione a un ente, e da dove viene. Centesimi come testo. */
export const VoceBudget = z.object({
  id: z.string().max(60),
  azioneId: z.string().max(60),
  categoria: z.string().max(60),
  organizzazioneId: z.string().max(60),
  contributoCents: Cents,
  cofinanziamentoCents: Cents,
  naturaCents: Cents,
});
export type VoceBudget = z.infer<typeof VoceBudget>;

export const Valore = z.union([
  z.null(),
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(4000)).max(1000),
  z.array(AzionePiano).max(200),
  z.array(VoceBudget).max(5000),
  z.array(RigaTabella).max(500),
  z.record(z.string().max(60), z.string().max(20_000)),
]);
export type Valore = z.infer<typeof Valore>;
/** Tutti i valori di una sezione. */
export const Valori = z.record(z.string().max(60), Valore);
export type Valori = z.infer<typeof Valori>;

export type Partner = { organizzazioneId: string; denominazione: string; ruolo: 'CAPOFILA' | 'PARTNER_GESTORE' | 'PARTNER_ETS' | 'ALTRO' };
export type DocumentoDepositato = { id: string; chiave: string; nome: string; byte: number; sha256: string };

/** I recapiti d'ufficio e il conto del progetto, dall'avvio in poi. */
export type Anagrafica = {
  referente: string | null;
  email: string | null;
  telefono: string | null;
  sede: string | null;
  iban: string | null;
  intestatario: string | null;
};

/** Ciò che una versione congela (versione_progetto.contenuto). `piano` c'è dal progetto definitivo in poi: lo legge app.applica_piano. */
export type ContenutoVersione = {
  titolo: string;
  fase: 'IDEA' | 'PROGETTO' | 'RIMODULAZIONE';
  bando: { titolo: string; versione: number };
  partner: Partner[];
  ambiti: { numero: number; nome: string }[];
  sezioni: Record<string, Valori>;
  documenti: DocumentoDepositato[];
  piano?: { azioni: AzionePiano[]; voci: VoceBudget[] };
  /** C'è nelle versioni nate da una modifica in corso d'opera (lib/modifiche). */
  anagrafica?: Anagrafica;
};
