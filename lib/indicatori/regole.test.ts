import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unMicrodato } from '@/tests/support/microdati';
import { CODICI, type Codice } from './codici';
import {
  anniCompiuti,
  bitDiSegni,
  completo,
  finestra6Mesi,
  inTempo4Settimane,
  inTempo6Mesi,
  type Microdato,
  segniDiPartecipante,
} from './regole';

/** Una persona qualunque: cittadina italiana di 40 anni, diplomata, occupata, senza esiti. */
const BASE: Microdato = {
  ...{ uscita: null, sesso: 'F', eta: 40, cittadinanza: 'IT', origineStraniera: 'NO', isced: 3, condizione: 'OCCUPATO_DIPENDENTE' },
  ...{ mesiDisoccupazione: null, disabilita: 'NO', minoranza: 'NO', altroSvantaggio: 'NO', condizioneAbitativa: 'NESSUNA' },
  ...{ senzaDimora: false, rurale: false, esito4Settimane: null, dataEsito4Settimane: null, esito6Mesi: null, dataEsito6Mesi: null },
};
const segni = (m: Partial<Microdato>): Codice[] => [...segniDiPartecipante({ ...BASE, ...m })];
const uscita = '2020-03-31';
const esce = (condizione: Microdato['condizione'], esito: Microdato['esito4Settimane'], giorno = uscita): Partial<Microdato> => ({
  ...{ condizione, uscita, esito4Settimane: esito, dataEsito4Settimane: giorno },
});
const dopo6 = (condizione: Microdato['condizione'], esito: Microdato['esito6Mesi'], giorno = '2020-09-30'): Partial<Microdato> => ({
  ...{ condizione, uscita, esito6Mesi: esito, dataEsito6Mesi: giorno },
});
const tutti = { cercaLavoro: true, istruzione: true, qualifica: true, lavoro: true };

describe('chi è, codice per codice (contati a mano)', () => {
  it.each<[string, Partial<Microdato>, Codice[]]>([
    ['la persona qualunque', {}, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
    [
      'disoccupata da 12 mesi: non ancora di lungo periodo',
      { condizione: 'DISOCCUPATO', mesiDisoccupazione: 12 },
      ['CO01', 'CO10', 'EECO01', 'EECO02', 'EECO10'],
    ],
    [
      'disoccupata da 13 mesi',
      { condizione: 'DISOCCUPATO', mesiDisoccupazione: 13 },
      ['CO01', 'CO02', 'CO10', 'EECO01', 'EECO02', 'EECO03', 'EECO10'],
    ],
    ['disoccupata, non si sa da quanto', { condizione: 'DISOCCUPATO' }, ['CO01', 'CO10', 'EECO01', 'EECO02', 'EECO10']],
    ['mesi scritti ma occupata', { mesiDisoccupazione: 40 }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
    [
      '24 anni, disoccupata da 7 mesi',
      { eta: 24, condizione: 'DISOCCUPATO', mesiDisoccupazione: 7 },
      ['CO01', 'CO02', 'CO06', 'CO10', 'EECO01', 'EECO02', 'EECO03', 'EECO07', 'EECO10'],
    ],
    [
      '25 anni, disoccupata da 7 mesi',
      { eta: 25, condizione: 'DISOCCUPATO', mesiDisoccupazione: 7 },
      ['CO01', 'CO10', 'EECO01', 'EECO02', 'EECO07', 'EECO10'],
    ],
    [
      'età ignota, disoccupata da 7 mesi: vale la soglia più alta',
      { eta: null, condizione: 'DISOCCUPATO', mesiDisoccupazione: 7 },
      ['CO01', 'CO10', 'EECO01', 'EECO02', 'EECO10'],
    ],
    [
      'studentessa di 17 anni',
      { eta: 17, condizione: 'INATTIVO_ISTRUZIONE', isced: 2 },
      ['CO03', 'CO06', 'CO09', 'EECO01', 'EECO04', 'EECO06', 'EECO09'],
    ],
    ['18 anni', { eta: 18 }, ['CO05', 'CO06', 'CO10', 'EECO01', 'EECO05', 'EECO07', 'EECO10']],
    ['29 anni', { eta: 29 }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO07', 'EECO10']],
    ['30 anni: in nessuna classe', { eta: 30 }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
    ['54 anni', { eta: 54, condizione: 'INATTIVO_ALTRO' }, ['CO03', 'CO04', 'CO10', 'EECO01', 'EECO04', 'EECO10']],
    [
      '55 anni, inattiva',
      { eta: 55, condizione: 'INATTIVO_ALTRO' },
      ['CO03', 'CO04', 'CO07', 'CO08', 'CO10', 'EECO01', 'EECO04', 'EECO08', 'EECO10'],
    ],
    [
      '55 anni, studentessa: CO08 no',
      { eta: 55, condizione: 'INATTIVO_ISTRUZIONE' },
      ['CO03', 'CO07', 'CO10', 'EECO01', 'EECO04', 'EECO08', 'EECO10'],
    ],
    ['senza titolo (ISCED 0): solo nel FSE+', { isced: 0, condizione: 'OCCUPATO_AUTONOMO' }, ['CO05', 'EECO01', 'EECO05', 'EECO09']],
    ['ISCED 1', { isced: 1 }, ['CO05', 'CO09', 'EECO01', 'EECO05', 'EECO09']],
    ['ISCED 4', { isced: 4 }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
    ['ISCED 5', { isced: 5 }, ['CO05', 'CO11', 'EECO01', 'EECO05', 'EECO11']],
    ['titolo ignoto', { isced: null }, ['CO05', 'EECO01', 'EECO05']],
    ['condizione ignota: fuori anche dal totale EECO01', { condizione: null }, ['CO10', 'EECO10']],
    ['cittadina romena', { cittadinanza: 'RO' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10']],
    ['cittadina svizzera: paese terzo', { cittadinanza: 'CH' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10', 'EECO13']],
    ['apolide', { cittadinanza: 'APOLIDE' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10', 'EECO13']],
    ['cittadinanza non determinata', { cittadinanza: 'NON_DETERMINATA' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10', 'EECO13']],
    ['cittadinanza ignota: nessuno dei due', { cittadinanza: null }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
    ['origine straniera', { origineStraniera: 'SI' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10', 'EECO14']],
    ['minoranza', { minoranza: 'SI' }, ['CO05', 'CO10', 'CO15', 'EECO01', 'EECO05', 'EECO10', 'EECO15']],
    ['disabilità', { disabilita: 'SI' }, ['CO05', 'CO10', 'CO16', 'EECO01', 'EECO05', 'EECO10', 'EECO12']],
    ['altro svantaggio: solo 2014-2020', { altroSvantaggio: 'SI' }, ['CO05', 'CO10', 'CO17', 'EECO01', 'EECO05', 'EECO10']],
    [
      'non dichiara: nessun indicatore sensibile',
      { origineStraniera: 'NON_DICHIARA', disabilita: 'NON_DICHIARA', minoranza: 'NON_DICHIARA', altroSvantaggio: 'NON_DICHIARA' },
      ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10'],
    ],
    ['casa inadeguata', { condizioneAbitativa: 'INADEGUATA' }, ['CO05', 'CO10', 'CO18', 'EECO01', 'EECO05', 'EECO10', 'EECO16']],
    [
      'senza fissa dimora, condizione abitativa ignota',
      { condizioneAbitativa: null, senzaDimora: true },
      ['CO05', 'CO10', 'CO18', 'EECO01', 'EECO05', 'EECO10', 'EECO16'],
    ],
    ['zona rurale', { rurale: true }, ['CO05', 'CO10', 'CO19', 'EECO01', 'EECO05', 'EECO10', 'EECO17']],
    ['zona ignota', { rurale: null }, ['CO05', 'CO10', 'EECO01', 'EECO05', 'EECO10']],
  ])('%s', (_, dati, attesi) => expect(segni(dati)).toEqual(attesi));
});

const risultati = (m: Partial<Microdato>): Codice[] => segni(m).filter((c) => /^(CR|EECR)/.test(c));

describe('che cosa ne viene (contati a mano)', () => {
  it.each<[string, Partial<Microdato>, Codice[]]>([
    [
      'inattiva: cerca, studia, qualifica, lavora',
      esce('INATTIVO_ALTRO', tutti),
      ['CR01', 'CR02', 'CR03', 'CR04', 'EECR01', 'EECR02', 'EECR03', 'EECR04'],
    ],
    [
      'studentessa: chi già studiava non «intraprende»',
      esce('INATTIVO_ISTRUZIONE', tutti),
      ['CR01', 'CR03', 'CR04', 'EECR01', 'EECR03', 'EECR04'],
    ],
    ['disoccupata: già cercava lavoro', esce('DISOCCUPATO', tutti), ['CR02', 'CR03', 'CR04', 'EECR02', 'EECR03', 'EECR04']],
    ['occupata: già lavorava', esce('OCCUPATO_AUTONOMO', tutti), ['CR02', 'CR03', 'EECR02', 'EECR03']],
    ['condizione ignota: resta la qualifica', esce(null, tutti), ['CR03', 'EECR03']],
    ['osservata il ventottesimo giorno', esce('DISOCCUPATO', { lavoro: true }, '2020-04-28'), ['CR04', 'EECR04']],
    ['osservata il ventinovesimo giorno: fuori finestra', esce('DISOCCUPATO', tutti, '2020-04-29'), []],
    ['osservata prima dell’uscita', esce('DISOCCUPATO', tutti, '2020-03-30'), []],
    ['rientrata: l’uscita non c’è più, l’esito non conta', { ...esce('DISOCCUPATO', tutti), uscita: null }, []],
    ['svantaggiata inattiva che cerca', { ...esce('INATTIVO_ALTRO', { cercaLavoro: true }), disabilita: 'SI' }, ['CR01', 'CR05', 'EECR01']],
    [
      'svantaggiata disoccupata che cerca: CR05 sì, CR01 no',
      { ...esce('DISOCCUPATO', { cercaLavoro: true }), altroSvantaggio: 'SI' },
      ['CR05'],
    ],
    ['svantaggiata occupata', { ...esce('OCCUPATO_DIPENDENTE', tutti), minoranza: 'SI' }, ['CR02', 'CR03', 'EECR02', 'EECR03']],
    ['a sei mesi lavora', dopo6('DISOCCUPATO', { lavoro: true }), ['CR06', 'EECR05']],
    [
      'a sei mesi lavora, 55 anni e straniera',
      { ...dopo6('INATTIVO_ALTRO', { lavoro: true }), eta: 55, cittadinanza: 'MA' },
      ['CR06', 'CR08', 'CR09', 'EECR05'],
    ],
    ['era già occupata: lavorare ancora non è un risultato', dopo6('OCCUPATO_DIPENDENTE', { lavoro: true }), []],
    ['era occupata e migliora', dopo6('OCCUPATO_DIPENDENTE', { migliorato: true }), ['CR07', 'EECR06']],
    ['era disoccupata: «migliorato» non vale', dopo6('DISOCCUPATO', { migliorato: true }), []],
    ['trenta giorni prima', dopo6('DISOCCUPATO', { lavoro: true }, '2020-08-31'), ['CR06', 'EECR05']],
    ['trentun giorni prima', dopo6('DISOCCUPATO', { lavoro: true }, '2020-08-30'), []],
    ['trenta giorni dopo', dopo6('DISOCCUPATO', { lavoro: true }, '2020-10-30'), ['CR06', 'EECR05']],
    ['trentun giorni dopo', dopo6('DISOCCUPATO', { lavoro: true }, '2020-10-31'), []],
  ])('%s', (_, dati, attesi) => expect(risultati(dati)).toEqual(attesi));
});

describe('date', () => {
  it.each([
    ['1995-05-10', '2020-05-10', 25],
    ['1995-05-10', '2020-05-09', 24],
    ['1996-02-29', '2021-02-28', 24],
    ['1996-02-29', '2021-03-01', 25],
    ['1996-02-29', '2020-02-29', 24],
    ['2020-01-01', '2020-01-01', 0],
  ])('chi è nato il %s il %s ha %i anni', (nascita, giorno, anni) => expect(anniCompiuti(nascita, giorno)).toBe(anni));
  it('sei mesi dopo il 31 agosto è l’ultimo di febbraio, anche bisestile', () => {
    expect(finestra6Mesi('2020-08-31')).toEqual({ dal: '2021-01-29', al: '2021-03-30' });
    expect(finestra6Mesi('2019-08-31')).toEqual({ dal: '2020-01-30', al: '2020-03-30' });
    expect([inTempo6Mesi('2020-08-31', '2021-03-30'), inTempo6Mesi('2020-08-31', '2021-03-31')]).toEqual([true, false]);
    expect([inTempo4Settimane('2020-02-15', '2020-03-14'), inTempo4Settimane('2020-02-15', '2020-03-15')]).toEqual([true, false]);
    expect([inTempo4Settimane('2020-02-15', null), inTempo6Mesi(null, '2020-03-15')]).toEqual([false, false]);
  });
});

it('un record è completo con sesso, età, titolo e condizione; ISCED 0 e i non binari contano, i dati sensibili non servono', () => {
  expect(completo({ sesso: 'X', eta: 0, isced: 0, condizione: 'DISOCCUPATO' })).toBe(true);
  for (const manca of ['sesso', 'eta', 'isced', 'condizione'] as const) expect(completo({ ...BASE, [manca]: null })).toBe(false);
  const senzaSensibili: Microdato = { ...BASE, disabilita: null, minoranza: null, cittadinanza: null, rurale: null };
  expect(completo(senzaSensibili)).toBe(true);
});

it('per chiunque: le parti stanno nel tutto, le classi non si sovrappongono, ogni risultato ha la sua popolazione', () => {
  fc.assert(
    fc.property(unMicrodato, (m) => {
      const s = segniDiPartecipante(m);
      const quanti = (...codici: Codice[]) => codici.filter((c) => s.has(c)).length;
      const implica = (a: Codice, ...b: Codice[]) => expect(!s.has(a) || quanti(...b) > 0, `${a} senza ${b.join(' o ')}`).toBe(true);
      expect(quanti('EECO02', 'EECO04', 'EECO05')).toBe(quanti('EECO01'));
      expect(quanti('CO01', 'CO03', 'CO05')).toBe(quanti('EECO01'));
      for (const classi of [
        ['EECO06', 'EECO07', 'EECO08'],
        ['EECO09', 'EECO10', 'EECO11'],
        ['CO06', 'CO07'],
        ['CO09', 'CO10', 'CO11'],
      ] as Codice[][])
        expect(quanti(...classi)).toBeLessThanOrEqual(1);
      if (completo(m)) expect([quanti('EECO01'), quanti('EECO09', 'EECO10', 'EECO11')]).toEqual([1, 1]);
      implica('EECO03', 'EECO02');
      implica('CO02', 'CO01');
      implica('CO04', 'CO03');
      implica('CO08', 'CO07');
      implica('EECR01', 'EECO04');
      implica('EECR02', 'EECO01');
      for (const c of ['EECR04', 'EECR05', 'CR05', 'CR06', 'CR08', 'CR09'] as const) implica(c, 'EECO02', 'EECO04');
      implica('EECR06', 'EECO05');
      implica('CR08', 'CO07');
      for (const c of ['CR05', 'CR09'] as const) implica(c, 'CO15', 'CO16', 'CO17');
      if (m.uscita === null) expect([...s].filter((c) => /R\d/.test(c))).toEqual([]);
      expect(bitDiSegni(s)).toBeLessThan(1n << BigInt(CODICI.length));
    }),
    { numRuns: 500 },
  );
});
