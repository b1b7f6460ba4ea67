import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, progettoId } from '@/lib/istruttoria/schema';
import { codicePulito, difettoCup, difettoIban } from './codici';

/** I moduli della convenzione: i dati che l'ente capofila prepara e l'avvio che la Regione registra. */

/** Un testo breve che può mancare: vuoto = null. */
const breve = (massimo: number) =>
  z
    .string()
    .default('')
    .transform((testo) => testo.replaceAll('\u0000', '').trim() || null)
    .pipe(z.string().max(massimo, `Al massimo ${massimo} caratteri.`).nullable());

/** Un codice che può mancare, ma se c'è dev'essere giusto. */
const codice = (difetto: (codice: string) => string) =>
  z
    .string()
    .default('')
    .transform((testo, ctx) => {
      const pulito = codicePulito(testo);
      const no = pulito === '' ? '' : difetto(pulito);
      if (no) ctx.addIssue({ code: 'custom', message: no });
      return pulito || null;
    });

const email = breve(200).refine((e) => e === null || z.email().safeParse(e).success, 'Scrivi un indirizzo come ufficio@ente.it.');
const telefono = breve(40).refine((t) => t === null || /^\+?[\d\s./-]{5,}$/.test(t), 'Scrivi solo cifre, per esempio 0123 456789.');

/** I recapiti d'ufficio e il conto: gli stessi campi nella convenzione e nelle modifiche in corso d'opera. */
const CAMPI_RECAPITI = {
  referente: breve(200),
  email,
  telefono,
  sede: breve(300),
  iban: codice(difettoIban),
  intestatario: breve(200),
};

export const DatiConvenzione = z.object({
  progettoId,
  rev: z.coerce.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).max(2_147_483_646, SUPERATA),
  cup: codice(difettoCup),
  ...CAMPI_RECAPITI,
});
export type DatiConvenzione = z.infer<typeof DatiConvenzione>;

export const Avvio = z.object({
  progettoId,
  atto: z
    .string()
    .transform((testo) => testo.replaceAll('\u0000', '').trim())
    .pipe(z.string().min(1, 'Scrivi il numero dell’atto.').max(200, 'Al massimo 200 caratteri.')),
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
  inizio: dataScritta('Scrivi il giorno di avvio.'),
  fine: dataScritta('Scrivi la fine prevista.'),
});
export type Avvio = z.infer<typeof Avvio>;
