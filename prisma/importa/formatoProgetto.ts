import { z } from 'zod';
import { codice, elenco, grandezza, intero, istatComune, Mese, provincia, testo, testoFacoltativo } from './formato';

/** Un progetto, le sue attività e le loro quantità: ogni livello controlla solo i propri campi. */
export const Progetto = z.strictObject({
  id: codice,
  capofila: testo(100),
  provincia,
  istat_comune: istatComune,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  titolo: testo(300),
  acronimo: testoFacoltativo(100),
  popolazione: intero.nullable(),
  n_comuni: intero.nullable(),
  mese_rilevazione: Mese,
  avvio_attivita: Mese.nullable(),
  sintesi_stato: testoFacoltativo(3000),
  iniziative_collegate: z.array(testo(200)),
  note: testoFacoltativo(3000),
  ambiti: elenco,
  enti_gestori: elenco,
  classificazione: z.record(z.string(), z.unknown()),
  attivita: elenco,
  destinatari_dichiarati: elenco,
  cause_ritardo_progetto: elenco,
});
export type Progetto = z.infer<typeof Progetto>;

const STATI = [
  'non_avviata',
  'in_preparazione',
  'in_corso',
  'parzialmente_realizzata',
  'completata',
  'sospesa_covid',
  'sospesa',
  'annullata',
] as const;

export const Attivita = z
  .strictObject({
    id: codice,
    titolo: testo(300),
    categoria: z.string().nullable(),
    tipo: z.enum(['servizio', 'azione']),
    target: z.array(testo(200)),
    stato: z.enum(STATI).nullable(),
    stato_fonte: z.enum(['esplicito', 'desunto', 'non_rilevato']),
    nota: testoFacoltativo(3000),
    quantita: elenco,
    cause_ritardo: elenco,
  })
  .refine((a) => (a.stato === null) === (a.stato_fonte === 'non_rilevato'), {
    path: ['stato_fonte'],
    error: 'deve essere «non_rilevato» se lo stato manca, e solo allora',
  });
export type Attivita = z.infer<typeof Attivita>;

export const Quantita = z
  .strictObject({
    tipo: z.enum(['previsto', 'realizzato', 'contesto']),
    valore: grandezza,
    valore_max: grandezza.nullish().transform((valore) => valore ?? null),
    unita: testo(100),
    riferimento: testoFacoltativo(300),
    approssimato: z.boolean(),
    desunto: z.boolean().default(false),
  })
  .refine((q) => q.valore_max === null || q.valore_max >= q.valore, { path: ['valore_max'], error: 'non può essere minore di «valore»' });
export type Quantita = z.infer<typeof Quantita>;
