import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiMese } from '@/lib/format/lettura';
import { spuntati } from '@/lib/istruttoria/schema';
import { lungo, motivo, nota, pulito, senzaDati } from '@/lib/privacy/campi';

/**
 * Le parole delle interviste. Di chi ha parlato non c'è nessun campo: un numero, un mese, un modo. Le caselle dei codici si chiamano
 * `codici.<gruppo>.<codice>`.
 */

export const MODALITA = ['PRESENZA', 'ONLINE', 'TELEFONO'] as const;
export type Modalita = (typeof MODALITA)[number];
export const FASI = ['PREPARAZIONE', 'ATTUAZIONE', 'RENDICONTAZIONE'] as const;
export type Fase = (typeof FASI)[number];

/** A che punto è un estratto: dal testo appena scritto al rilascio. */
export const PASSI = ['DA_CONTROLLARE', 'DA_CODIFICARE', 'DA_RICONCILIARE', 'DA_RILASCIARE', 'RILASCIATO'] as const;
export type Passo = (typeof PASSI)[number];

export const MASSIMO_TESTO = 4000;

const id = z.uuid(SUPERATA);
const facoltativo = (messaggio: string) =>
  z
    .union([z.literal(''), z.uuid(messaggio)])
    .default('')
    .transform((scelta) => scelta || null);
const testo = pulito.pipe(lungo(MASSIMO_TESTO).min(10, 'Scrivi il brano (almeno 10 caratteri).')).superRefine(senzaDati);
const fase = z
  .union([z.literal(''), z.enum(FASI, SUPERATA)])
  .default('')
  .transform((scelta) => scelta || null);

/** Il primo giorno di un mese scritto mm/aaaa, AAAA-MM-01. */
const mese = z.string().transform((scritto, contesto): string => {
  const letto = leggiMese(scritto);
  if (letto.ok && letto.iso) return `${letto.iso}-01`;
  contesto.addIssue({ code: 'custom', message: letto.ok ? 'Scrivi il mese come mm/aaaa, per esempio 03/2020.' : letto.messaggio });
  return z.NEVER;
});
const modalita = z.enum(MODALITA, 'Scegli come si è svolta.');

type Campi = Record<string, string>;
const conCodici = (campi: unknown) =>
  typeof campi === 'object' && campi !== null
    ? { ...campi, codici: spuntati(campi as Campi, 'codici').map((nome) => nome.slice(nome.lastIndexOf('.') + 1)) }
    : campi;
const codici = z.array(z.string().max(20)).max(80);

export const IntervistaNuova = z.object({
  programmaId: z.uuid('Scegli il programma.'),
  numero: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}$/, 'Scrivi il numero dell’intervista, per esempio 62.')
    .transform(Number),
  mese,
  modalita,
  progettoId: facoltativo('Scegli un progetto dell’elenco.'),
});
export type IntervistaNuova = z.infer<typeof IntervistaNuova>;

export const IntervistaCorretta = z.object({ intervistaId: id, mese, modalita });
export type IntervistaCorretta = z.infer<typeof IntervistaCorretta>;

export const EstrattoNuovo = z.object({
  intervistaId: id,
  progettoId: z.uuid('Scegli il progetto di cui si parla.'),
  azioneId: facoltativo('Scegli un’azione dell’elenco.'),
  fase,
  testo,
});
export type EstrattoNuovo = z.infer<typeof EstrattoNuovo>;

export const EstrattoScelto = z.object({ estrattoId: id });
/** Il testo che si guardava: se intanto è cambiato, ci si ferma. */
const vista = z.coerce.number(SUPERATA).int(SUPERATA).positive(SUPERATA);
export const EstrattoVisto = EstrattoScelto.extend({ revisione: vista });
export type EstrattoVisto = z.infer<typeof EstrattoVisto>;

export const EstrattoCorretto = EstrattoVisto.extend({ testo, fase });
export type EstrattoCorretto = z.infer<typeof EstrattoCorretto>;
export const Dichiarazione = EstrattoVisto.extend({ motivo });
export type Dichiarazione = z.infer<typeof Dichiarazione>;
export const CodificaScritta = z.preprocess(conCodici, EstrattoScelto.extend({ codici, nota: nota.default(null) }));
export type CodificaScritta = z.infer<typeof CodificaScritta>;
/** `vista`: l'id della decisione che si guardava; vuoto se non ce n'era. */
export const CodiciDecisi = z.preprocess(conCodici, EstrattoScelto.extend({ codici, motivo, vista: z.string().max(40) }));
export type CodiciDecisi = z.infer<typeof CodiciDecisi>;

/** Che cosa si cerca tra gli estratti: nulla vale tutti. Un filtro che non esiste non si indovina: vale nessuno. */
const cerca = pulito.pipe(z.string().max(100));
export const Ricerca = z.object({
  q: cerca.optional().catch(undefined),
  progetto: z.uuid().optional().catch(undefined),
  codice: z
    .string()
    .regex(/^[A-Z0-9+]{1,20}$/)
    .optional()
    .catch(undefined),
  fase: z.enum(FASI).optional().catch(undefined),
  passo: z
    .enum([...PASSI, 'TUTTI'])
    .optional()
    .catch(undefined),
  /** Da dove continuare: istante e id dell'ultimo estratto mostrato. */
  dopo: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
});
export type Ricerca = z.infer<typeof Ricerca>;
/** Vero se l'indirizzo cerca qualcosa tra gli estratti. */
export const siCerca = ({ q, progetto, codice, fase, passo }: Ricerca): boolean => Boolean(q || progetto || codice || fase || passo);
/** Da dove continua l'elenco delle interviste: numero e id dell'ultima mostrata. */
export const DopoIntervista = z
  .string()
  .regex(/^\d{1,5}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .optional()
  .catch(undefined);
