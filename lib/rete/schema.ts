import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { senzaDati } from '@/lib/privacy/campi';

/** Le parole della rete di collaborazione: chi sono i nodi, quanto sono forti i legami (domain 7.4). */

export const TIPI_NODO = {
  ENTE_GESTORE: 'Ente gestore',
  COMUNE: 'Comune',
  ASL: 'ASL',
  COOPERATIVA: 'Cooperativa sociale',
  ASSOCIAZIONE: 'Associazione o volontariato',
  ETS: 'Altro ente del Terzo settore',
  SCUOLA: 'Scuola',
  IMPRESA: 'Impresa',
  CENTRO_IMPIEGO: 'Centro per l’impiego',
  ALTRO: 'Altro',
} as const;
export type TipoNodo = keyof typeof TIPI_NODO;
const CODICI_TIPO = Object.keys(TIPI_NODO) as [TipoNodo, ...TipoNodo[]];

export const INTENSITA = [
  'Nessuna',
  'Scambio di informazioni',
  'Coordinamento',
  'Progettazione insieme',
  'Realizzazione insieme, con risorse in comune',
] as const;

/** Quante organizzazioni può avere la rete di un progetto. */
export const MASSIMO_NODI = 60;

const id = z.uuid(SUPERATA);

/** Un mese scritto mm/aaaa; ne esce il suo primo giorno, AAAA-MM-01. */
const mese = z.string().transform((testo, contesto): string => {
  const scritto = /^(0?[1-9]|1[0-2])\/(20\d{2})$/.exec(testo.trim());
  if (scritto) return `${scritto[2]}-${String(scritto[1]).padStart(2, '0')}-01`;
  contesto.addIssue({ code: 'custom', message: 'Scrivi il mese con l’anno, per esempio 04/2020.' });
  return z.NEVER;
});

export const OndataNuova = z.object({ bandoId: z.uuid('Scegli il bando.'), mese });
export type OndataNuova = z.infer<typeof OndataNuova>;
export const OndataScelta = z.object({ ondataId: id });

export const NodoNuovo = z.object({
  progettoId: id,
  nome: z
    .string()
    .transform((testo) => testo.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .pipe(z.string().min(2, 'Scrivi il nome dell’organizzazione.').max(200, 'Il nome supera 200 caratteri: accorcialo.'))
    // organizzazioni, mai persone
    .superRefine(senzaDati),
  tipo: z.enum(CODICI_TIPO, 'Scegli che organizzazione è.'),
});
export type NodoNuovo = z.infer<typeof NodoNuovo>;
export const NodoScelto = z.object({ progettoId: id, nodoId: id });

export const LegameScritto = z.object({
  progettoId: id,
  ondataId: id,
  da: z.uuid('Scegli un’organizzazione.'),
  a: z.uuid('Scegli un’organizzazione.'),
  intensita: z.enum(['0', '1', '2', '3', '4'], 'Scegli quanto è forte il legame.').transform(Number),
  prima: z.enum(['si', 'no'], 'Scegli se il legame c’era prima del progetto.').transform((scelta) => scelta === 'si'),
});
export type LegameScritto = z.infer<typeof LegameScritto>;

export const FormatoRete = z.enum(['graphml', 'nodi', 'archi', 'xlsx', 'svg', 'png']);
export type FormatoRete = z.infer<typeof FormatoRete>;
export const ReteChiesta = z.object({ ondataId: id, progettoId: id.optional(), formato: FormatoRete });
