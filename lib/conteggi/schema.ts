import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, testoFacoltativo } from '@/lib/istruttoria/schema';
import { avvisoDati } from '@/lib/privacy/testoLibero';

/** I conteggi anonimi delle attività aperte (eventi, sportelli): quante presenze, mai chi. Non diventano partecipanti (domain 2.7). */

export const GENERI = { EVENTO: 'Evento', SPORTELLO: 'Sportello', LABORATORIO: 'Laboratorio', ALTRO: 'Altro' } as const;
export type GenereConteggio = keyof typeof GENERI;
const CODICI = Object.keys(GENERI) as [GenereConteggio, ...GenereConteggio[]];

const MASSIMO_PRESENZE = 1_000_000;
export const MASSIMO_NOTA = 300;

/** Un numero intero di persone; vuoto = non contate, che non è zero. */
const quante = z
  .string()
  .default('')
  .transform((testo, contesto): number | null => {
    const pulito = testo.replace(/[\s\u00a0]/g, '');
    if (pulito === '') return null;
    if (/^(\d+|\d{1,3}(\.\d{3})+)$/.test(pulito) && Number(pulito.replaceAll('.', '')) <= MASSIMO_PRESENZE)
      return Number(pulito.replaceAll('.', ''));
    contesto.addIssue({ code: 'custom', message: 'Scrivi un numero intero, per esempio 40.' });
    return z.NEVER;
  });

export const ConteggioNuovo = z
  .object({
    progettoId: z.uuid(SUPERATA),
    azioneId: z.uuid('Scegli l’azione.'),
    genere: z.enum(CODICI, 'Scegli che attività era.'),
    giorno: dataScritta('Scrivi il giorno.'),
    presenze: quante,
    donne: quante,
    minori: quante,
    nota: testoFacoltativo(MASSIMO_NOTA),
  })
  .superRefine(({ presenze, donne, minori, nota }, contesto) => {
    const no = (campo: string, message: string) => contesto.addIssue({ code: 'custom', path: [campo], message });
    if (!presenze) no('presenze', 'Scrivi quante presenze ci sono state, almeno 1.');
    if (presenze && donne !== null && donne > presenze) no('donne', 'Le donne non possono essere più delle presenze.');
    if (presenze && minori !== null && minori > presenze) no('minori', 'I minori non possono essere più delle presenze.');
    const dati = avvisoDati(nota ?? '');
    if (dati) no('nota', dati);
  });
export type ConteggioNuovo = z.infer<typeof ConteggioNuovo>;

export const ConteggioScelto = z.object({ progettoId: z.uuid(SUPERATA), conteggioId: z.uuid(SUPERATA) });
export type ConteggioScelto = z.infer<typeof ConteggioScelto>;
