import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiNumero } from '@/lib/format/lettura';

/** Le parole della valutazione: fasi, punteggi e moduli, condivisi da pagine, comandi e prove. */

export const FASI_VALUTATE = ['IDEA', 'PROGETTO'] as const;
export const FaseValutata = z.enum(FASI_VALUTATE);
export type FaseValutata = z.infer<typeof FaseValutata>;

const MASSIMO_MOTIVAZIONE = 4000;
const LUNGA = `Il testo supera ${MASSIMO_MOTIVAZIONE} caratteri: accorcialo.`;
const id = z.uuid(SUPERATA);
const rev = z.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).max(2_147_483_646, SUPERATA);
const testo = z.string().trim().max(MASSIMO_MOTIVAZIONE, LUNGA);

/** I punti di un commissario per un criterio: interi; null finché non li decide. */
const Punteggio = z.object({ punti: z.number().int().nonnegative().max(1000).nullable(), motivazione: testo });
/** Per chiave di criterio. */
export const Punteggi = z.record(z.string().max(60), Punteggio);
export type Punteggi = z.infer<typeof Punteggi>;

/** Un criterio consolidato: la media proposta e il punteggio finale, in centesimi di punto; perché sono diversi, se lo sono. */
const Consolidato = z.object({
  proposto: z.number().int().nonnegative(),
  centesimi: z.number().int().nonnegative(),
  motivazione: z.string(),
});
const Consolidati = z.record(z.string(), Consolidato);
export type Consolidati = z.infer<typeof Consolidati>;

const attoScritto = (esempio: string) =>
  z.string().trim().min(3, `Scrivi l’atto, per esempio «${esempio}».`).max(200, 'Al massimo 200 caratteri.');

export const Nomina = z.object({
  bandoId: id,
  fase: FaseValutata,
  utenteId: z.uuid('Scegli una persona dall’elenco.'),
  presidente: z.literal('si').optional(),
  atto: attoScritto('D.D. 12 del 15/01/2020'),
});
export type Nomina = z.infer<typeof Nomina>;
export const CommissarioScelto = z.object({ bandoId: id, commissarioId: id });
/** L'esonero di un commissario, con un sostituto o senza. */
export const Esonero = z.object({
  bandoId: id,
  commissarioId: id,
  atto: attoScritto('D.D. 31 del 10/03/2020'),
  sostitutoId: z
    .union([z.literal(''), z.uuid('Scegli una persona dall’elenco.')])
    .default('')
    .transform((scelto) => scelto || null),
});
export type Esonero = z.infer<typeof Esonero>;
export const Dichiarazione = z.object({
  progettoId: id,
  fase: FaseValutata,
  conflitto: z.enum(['NESSUNO', 'PRESENTE'], 'Scegli una delle due risposte.'),
});
export type Dichiarazione = z.infer<typeof Dichiarazione>;

export type SchedaScritta = { progettoId: string; fase: FaseValutata; rev: number; punteggi: Punteggi };
export type ConsolidamentoScritto = {
  progettoId: string;
  fase: FaseValutata;
  motivazione: string;
  /** Per criterio: il punteggio finale in centesimi di punto (null = quello proposto) e la motivazione del cambio. */
  criteri: Record<string, { centesimi: number | null; motivazione: string }>;
};

type Campi = Record<string, string>;
type Segnala = (campo: string, messaggio: string) => null;

const chiaviDi = (campi: Campi): string[] => Object.keys(campi).flatMap((nome) => /^punti\.([a-z][a-z0-9_]{0,59})$/.exec(nome)?.[1] ?? []);

const motivazioneDi = (campi: Campi, chiave: string, no: Segnala): string => {
  const scritta = (campi[`motivazione.${chiave}`] ?? '').trim();
  if (scritta.length > MASSIMO_MOTIVAZIONE) no(`motivazione.${chiave}`, LUNGA);
  return scritta;
};

function punti(campi: Campi, chiave: string, decimali: boolean, no: Segnala): number | null {
  const campo = `punti.${chiave}`;
  const letto = leggiNumero(campi[campo] ?? '');
  if (!letto.ok) return no(campo, decimali ? 'Scrivi un punteggio come 7 o 7,50.' : 'Scrivi un numero intero.');
  if (letto.valore === null) return null;
  if (letto.valore < 0) return no(campo, 'Il punteggio non può essere negativo.');
  if (!decimali && !Number.isInteger(letto.valore)) return no(campo, 'Scrivi un numero intero.');
  return letto.valore;
}

/** Legge un modulo campo per campo: ogni errore porta il nome del suo campo (`punti.<criterio>`, `motivazione.<criterio>`). */
const modulo = <T>(leggi: (campi: Campi, no: Segnala) => unknown, forma: z.ZodType<T>) =>
  z.record(z.string(), z.string()).transform((campi, contesto): T => {
    let sbagliati = 0;
    const no: Segnala = (campo, message) => {
      sbagliati += 1;
      contesto.addIssue({ code: 'custom', path: [campo], message });
      return null;
    };
    const esito = forma.safeParse(leggi(campi, no));
    if (esito.success && sbagliati === 0) return esito.data;
    for (const { path, message } of esito.error?.issues ?? []) no(String(path[0]), message);
    return z.NEVER;
  });

/** La scheda di un commissario, anche a metà. */
export const ModuloScheda = modulo<SchedaScritta & { atto: 'salva' | 'concludi' }>(
  (campi, no) => ({
    progettoId: campi.progettoId,
    fase: campi.fase,
    rev: Number(campi.rev),
    atto: campi.atto ?? 'salva',
    punteggi: Object.fromEntries(
      chiaviDi(campi).map((k) => [k, { punti: punti(campi, k, false, no), motivazione: motivazioneDi(campi, k, no) }]),
    ),
  }),
  z.object({ progettoId: id, fase: FaseValutata, rev, atto: z.enum(['salva', 'concludi'], SUPERATA), punteggi: Punteggi }),
);

const giudizio = z.string().trim().min(10, 'Scrivi il giudizio della commissione (almeno 10 caratteri).').max(MASSIMO_MOTIVAZIONE, LUNGA);

/** Il consolidamento di chi presiede: un campo vuoto vale il punteggio proposto. */
export const ModuloConsolidamento = modulo<ConsolidamentoScritto>(
  (campi, no) => ({
    progettoId: campi.progettoId,
    fase: campi.fase,
    motivazione: campi.giudizio ?? '',
    criteri: Object.fromEntries(
      chiaviDi(campi).map((k) => {
        const scritti = punti(campi, k, true, no);
        return [k, { centesimi: scritti === null ? null : Math.round(scritti * 100), motivazione: motivazioneDi(campi, k, no) }];
      }),
    ),
  }),
  z
    .object({
      progettoId: id,
      fase: FaseValutata,
      motivazione: z.string(),
      criteri: z.record(z.string(), z.object({ centesimi: z.number().int().nullable(), motivazione: z.string() })),
    })
    .superRefine(({ motivazione }, contesto) => {
      const esito = giudizio.safeParse(motivazione);
      if (!esito.success) contesto.addIssue({ code: 'custom', path: ['giudizio'], message: esito.error.issues[0]?.message ?? '' });
    }),
);
