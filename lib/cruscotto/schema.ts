import { z } from 'zod';
import { StatoAzione } from '@/lib/attuazione/schema';
import { StatoProgetto } from '@/lib/progetti/schema';

/** Di chi è la prossima mossa. */
export const Aspetta = z.enum(['REGIONE', 'CAPOFILA', 'PARTNER']);
export type Aspetta = z.infer<typeof Aspetta>;

/** Che cosa si aspetta: la relazione da presentare, la verifica, la risposta a un chiarimento, una richiesta da decidere. */
export const Attesa = z.enum(['RELAZIONE', 'CHIARIMENTO', 'VERIFICA', 'MODIFICA', 'PROROGA', 'RINUNCIA']);
export type Attesa = z.infer<typeof Attesa>;

/** Come sta un progetto in attuazione, dalla situazione che chiede più attenzione. */
export const SITUAZIONI = ['ritardo', 'regione', 'sospesa', 'regolare'] as const;
export type Situazione = (typeof SITUAZIONI)[number];

export const NON_RILEVATA = 'NON_RILEVATA';
/** Entro quanti giorni una scadenza è vicina. */
export const GIORNI_VICINI = 15;

const uno = z.literal('1').optional().catch(undefined);
const codice = z
  .string()
  .regex(/^[\w.-]{1,60}$/)
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);

const condizioni = {
  vista: z.enum(['progetti', 'azioni']).catch('progetti'),
  q: z.string().trim().max(100).optional().catch(undefined),
  bando: id,
  stato: StatoProgetto.optional().catch(undefined),
  ambito: id,
  /** Chi verifica la relazione aperta; «nessuno» se è ancora da assegnare. */
  istruttore: z
    .union([z.uuid(), z.literal('nessuno')])
    .optional()
    .catch(undefined),
  comune: codice,
  relazioni: z.enum(['scadute', 'vicine', 'verifica']).optional().catch(undefined),
  tocca: Aspetta.optional().catch(undefined),
  attesa: Attesa.optional().catch(undefined),
  sospesi: uno,
  situazione: z.enum(SITUAZIONI).optional().catch(undefined),
  // le condizioni che seguono valgono per le azioni
  statoAzione: z
    .union([StatoAzione, z.literal(NON_RILEVATA)])
    .optional()
    .catch(undefined),
  causa: codice,
  gruppo: codice,
  principale: uno,
  dipende: uno,
  ritardo: uno,
};

/** I filtri dell'elenco dietro un numero del cruscotto, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriElenco = z.object({
  ...condizioni,
  ordine: z.enum(['codice', 'scadenza', 'attesa', 'ritardo', 'fine']).catch('codice'),
  verso: z.enum(['asc', 'desc']).catch('asc'),
  /** La chiave è l'identificativo dell'ultima riga della pagina precedente. */
  dopo: z
    .string()
    .regex(/^.{0,80}_[0-9a-f-]{36}$/i)
    .optional()
    .catch(undefined),
});
export type FiltriElenco = z.infer<typeof FiltriElenco>;

const Condizioni = z.object(condizioni);
export type Condizioni = z.infer<typeof Condizioni>;

/** Le sole condizioni di un elenco: ciò che una vista salvata ricorda e che un collegamento porta con sé. */
export const soloCondizioni = (filtri: unknown): Condizioni => Condizioni.parse(filtri ?? {});

/** Vero se nessuna condizione restringe l'elenco. */
export const senzaCondizioni = (filtri: FiltriElenco): boolean =>
  Object.entries(soloCondizioni(filtri)).every(([nome, valore]) => nome === 'vista' || valore === undefined || valore === '');

/** Le righe scelte e che cosa farne: dalle caselle dell'elenco, con o senza JavaScript. */
const MASSIMO_SCELTE = 50;
export const Scelte = z.object({
  atto: z.enum(['sollecita', 'assegna', 'esporta']).optional().catch(undefined),
  id: z
    .union([z.string(), z.array(z.string())])
    .transform((valore) => [valore].flat())
    .pipe(z.array(z.uuid()).max(MASSIMO_SCELTE))
    .catch([]),
});

/** Dal modulo: più campi `id` con lo stesso nome, e la domanda dell'elenco a cui si torna. */
export const leggiScelte = (dati: FormData) => ({ ...Object.fromEntries(dati), id: dati.getAll('id') });
export const ProgettiScelti = z.object({
  id: z.array(z.uuid()).min(1, 'Scegli almeno una riga.').max(MASSIMO_SCELTE, `Si scelgono al massimo ${MASSIMO_SCELTE} righe per volta.`),
  vista: z.enum(['progetti', 'azioni']),
  torna: z.string().max(2000).catch(''),
});
export const RelazioniDaAssegnare = ProgettiScelti.extend({ utenteId: z.uuid('Scegli a chi assegnare le relazioni.') });

const nome = z.string().trim().min(1, 'Scrivi un nome per questi filtri.').max(80, 'Al massimo 80 caratteri.');
export const NuovaVista = z.object({ nome, filtri: z.string().max(2000) });
export const VistaRinominata = z.object({ vistaId: z.uuid(), nome, torna: z.string().max(2000).catch('') });
export const VistaScelta = z.object({ vistaId: z.uuid(), torna: z.string().max(2000).catch('') });
