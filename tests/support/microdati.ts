import fc from 'fast-check';
import { piuGiorni } from '@/lib/attuazione/rules';
import { piuMesi } from '@/lib/calendario/date';
import { completo, type Microdato, segniDiPartecipante } from '@/lib/indicatori/regole';
import type { Conteggio } from '@/lib/indicatori/tabella';

/** Microdati casuali, valori mancanti compresi; le date degli esiti cadono di preferenza ai bordi delle finestre. */

const oNullo = <T>(...valori: T[]) => fc.constantFrom<T | null>(...valori, null);
const siNo = oNullo('SI' as const, 'NO' as const, 'NON_DICHIARA' as const);
const vero = fc.constantFrom<boolean | null | undefined>(true, true, false, null, undefined);
const giorno = fc.integer({ min: 0, max: 3000 }).map((n) => piuGiorni('2017-01-01', n));
const INTORNO = [-32, -31, -30, -29, -1, 0, 1, 27, 28, 29, 30, 31];

const senzaDate = fc.record({
  sesso: oNullo('F' as const, 'M' as const, 'X' as const),
  eta: oNullo(0, 17, 18, 24, 25, 29, 30, 54, 55, 80),
  cittadinanza: oNullo('IT', 'RO', 'GR', 'CH', 'MA', 'APOLIDE', 'NON_DETERMINATA'),
  origineStraniera: siNo,
  isced: oNullo(0, 1, 2, 3, 4, 5, 8),
  condizione: oNullo<NonNullable<Microdato['condizione']>>(
    ...(['DISOCCUPATO', 'INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO', 'OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO'] as const),
  ),
  mesiDisoccupazione: oNullo(0, 6, 7, 12, 13),
  disabilita: siNo,
  minoranza: siNo,
  altroSvantaggio: siNo,
  condizioneAbitativa: oNullo<NonNullable<Microdato['condizioneAbitativa']>>(
    ...(['SENZA_TETTO', 'SENZA_CASA', 'PRECARIA', 'INADEGUATA', 'NESSUNA'] as const),
  ),
  senzaDimora: fc.boolean(),
  rurale: oNullo(true, false),
  esito4Settimane: fc.option(fc.record({ cercaLavoro: vero, istruzione: vero, qualifica: vero, lavoro: vero })),
  esito6Mesi: fc.option(fc.record({ lavoro: vero, migliorato: vero })),
});

const date = fc
  .tuple(fc.option(giorno, { freq: 8 }), fc.option(fc.constantFrom(...INTORNO)), fc.option(fc.constantFrom(...INTORNO)))
  .map(([uscita, a, b]) => ({
    uscita,
    dataEsito4Settimane: a === null ? null : piuGiorni(uscita ?? '2020-05-05', a),
    dataEsito6Mesi: b === null ? null : piuGiorni(piuMesi(uscita ?? '2020-05-05', 6), b),
  }));

export const unMicrodato: fc.Arbitrary<Microdato> = fc.tuple(senzaDate, date).map(([m, d]) => ({ ...m, ...d }));

/** I conteggi di un gruppo di partecipanti, come li dà app.conta_indicatori: le celle a zero mancano. */
export function contaMicrodati(microdati: readonly Microdato[]): Conteggio[] {
  const celle = new Map<string, Conteggio>();
  for (const m of microdati)
    for (const codice of ['TOTALE', ...segniDiPartecipante(m)])
      for (const sesso of [m.sesso ?? 'ND', 'T'])
        for (const completi of completo(m) ? [false, true] : [false]) {
          const riga = celle.get(`${codice}${sesso}${completi}`) ?? [codice, sesso, completi, 0];
          riga[3] += 1;
          celle.set(`${codice}${sesso}${completi}`, riga);
        }
  return [...celle.values()];
}
