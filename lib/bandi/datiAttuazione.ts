import { z } from 'zod';
import { dataBreve } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';
import { type Attuazione, type Configurazione, DOMINI_MODIFICA, INSIEMI_INDICATORI, REGOLE_CALENDARIO } from './configurazione';
import { BozzaScelta } from './schema';

/** Il modulo «Attuazione» di un bando: come si seguono i progetti dopo l'avvio. Lettura e riempimento. */

const intero = (minimo: number, massimo: number) =>
  z.coerce
    .number('Scrivi un numero.')
    .int('Scrivi un numero intero.')
    .min(minimo, `Almeno ${minimo}.`)
    .max(massimo, `Al massimo ${massimo}.`);

/** Una data per riga, o divise da virgole: gg/mm/aaaa; in ordine, senza ripetizioni. */
const date = z
  .string()
  .default('')
  .transform((testo, ctx) => {
    const lette = testo
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(leggiData);
    const storta = lette.find((l) => !l.ok);
    if (storta && !storta.ok) ctx.addIssue({ code: 'custom', message: storta.messaggio });
    if (lette.length > 60) ctx.addIssue({ code: 'custom', message: 'Al massimo 60 date.' });
    return [...new Set(lette.flatMap((l) => (l.ok && l.iso ? [l.iso] : [])))].sort();
  });

const competente = z.enum(['ISTRUTTORE', 'DIRIGENTE'], 'Scegli chi decide.').default('DIRIGENTE');
const COMPETENTI = Object.fromEntries(DOMINI_MODIFICA.map((d) => [`competente_${d}`, competente])) as Record<
  `competente_${(typeof DOMINI_MODIFICA)[number]}`,
  typeof competente
>;

export const AttuazioneBando = BozzaScelta.extend({
  calendario: z.enum(REGOLE_CALENDARIO, 'Scegli ogni quanto si presentano le relazioni.'),
  periodi: z.enum(['SOLARI', 'DALL_AVVIO'], 'Scegli da quando si contano i periodi.').default('SOLARI'),
  date,
  durataMesi: intero(1, 120),
  giorniConsegna: intero(1, 365),
  sogliaBudgetPercento: intero(0, 100),
  prorogaMassimaMesi: intero(1, 60),
  indicatori: z.enum(INSIEMI_INDICATORI, 'Scegli quali indicatori si calcolano.').default('FSE'),
  sovrapposizioni: z.enum(['SI', 'NO'], 'Scegli se gli enti possono fare la verifica.').default('SI'),
  ...COMPETENTI,
}).superRefine(({ calendario, date: scelte }, ctx) => {
  if (calendario === 'DATE' && scelte.length === 0)
    ctx.addIssue({ code: 'custom', path: ['date'], message: 'Scrivi l’ultimo giorno di ogni periodo.' });
});
type Dati = z.infer<typeof AttuazioneBando>;

/** La configurazione con le regole dell'attuazione scritte nel modulo; le date restano solo se servono. */
export function conAttuazione(c: Configurazione, dati: Dati): Configurazione {
  const { calendario, durataMesi, giorniConsegna, sogliaBudgetPercento, prorogaMassimaMesi, indicatori } = dati;
  const competenti: Attuazione['competenti'] = Object.fromEntries(
    // chi non è detto è il dirigente: si scrive solo ciò che cambia
    DOMINI_MODIFICA.filter((d) => dati[`competente_${d}`] === 'ISTRUTTORE').map((d) => [d, 'ISTRUTTORE']),
  );
  return {
    ...c,
    attuazione: {
      ...{ calendario, durataMesi, giorniConsegna, sogliaBudgetPercento, prorogaMassimaMesi, indicatori, competenti },
      sovrapposizioni: dati.sovrapposizioni === 'SI',
      dallAvvio: dati.periodi === 'DALL_AVVIO' && calendario !== 'DATE',
      date: calendario === 'DATE' ? dati.date : [],
    },
  };
}

export const moduloAttuazione = ({ attuazione: a }: Configurazione): Record<string, string> => ({
  calendario: a.calendario,
  periodi: a.dallAvvio ? 'DALL_AVVIO' : 'SOLARI',
  date: a.date.map(dataBreve).join('\n'),
  durataMesi: String(a.durataMesi),
  giorniConsegna: String(a.giorniConsegna),
  sogliaBudgetPercento: String(a.sogliaBudgetPercento),
  prorogaMassimaMesi: String(a.prorogaMassimaMesi),
  indicatori: a.indicatori,
  sovrapposizioni: a.sovrapposizioni ? 'SI' : 'NO',
  ...Object.fromEntries(DOMINI_MODIFICA.map((d) => [`competente_${d}`, a.competenti[d] ?? 'DIRIGENTE'])),
});
