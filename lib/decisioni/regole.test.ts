import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  esigiConcesso,
  esigiDataAtto,
  esigiEsitoPrescrizioni,
  esigiPrescrizioniScritte,
  residuo,
  richiestoPerCategoria,
  somma,
} from './regole';
import { rifiutoPrescrizioni } from './rifiuti';

const voci = fc.array(
  fc.record({
    categoria: fc.constantFrom('personale', 'servizi', 'beni', 'constructor'),
    contributoCents: fc.bigInt(0n, 99_999_999_999n).map(String),
  }),
  { maxLength: 60 },
);

test('il chiesto per categoria somma esattamente al chiesto in tutto', () => {
  fc.assert(
    fc.property(voci, (tutte) => {
      const totale = tutte.reduce((s, { contributoCents }) => s + BigInt(contributoCents), 0n);
      expect(somma(richiestoPerCategoria(tutte))).toBe(totale);
    }),
  );
});

test('il concesso accettato sta sotto il chiesto in ogni categoria e in tutto, e il totale è la somma', () => {
  fc.assert(
    fc.property(voci, fc.array(fc.bigInt(0n, 120n), { minLength: 4, maxLength: 4 }), (tutte, percento) => {
      const chiesto = richiestoPerCategoria(tutte);
      const concesso = Object.fromEntries(Object.entries(chiesto).map(([c, cents], n) => [c, (cents * (percento[n] ?? 0n)) / 100n]));
      let totale: bigint;
      try {
        totale = esigiConcesso(chiesto, concesso);
      } catch {
        const troppo = Object.entries(concesso).some(([c, cents]) => cents > (chiesto[c] ?? 0n));
        expect(troppo || somma(concesso) === 0n).toBe(true);
        return;
      }
      expect(totale).toBe(somma(concesso));
      expect(totale <= somma(chiesto)).toBe(true);
      for (const [c, cents] of Object.entries(concesso)) expect(cents <= (chiesto[c] ?? 0n)).toBe(true);
    }),
  );
});

test('l’importo rifiutato indica il suo campo', () => {
  expect(() => esigiConcesso({ personale: 100n }, { personale: 101n })).toThrow(
    expect.objectContaining({ code: 'decisione.oltreRichiesto', campo: 'concesso.personale' }),
  );
});

test.for([
  ['2020-01-10', '2020-01-10', '2020-01-10', ''],
  ['2020-01-11', '2020-01-10', '2020-01-12', ''],
  ['2020-01-09', '2020-01-10', '2020-01-12', 'decisione.attoPrimaDellAmmissibilita'],
  ['2020-01-13', '2020-01-10', '2020-01-12', 'decisione.attoNelFuturo'],
  ['2020-01-09', null, '2020-01-12', ''],
] as const)('atto del %s, ammissibile dal %s, oggi %s: «%s»', ([atto, ammessa, oggi, code]) => {
  const prova = () => esigiDataAtto(atto, ammessa, oggi);
  if (code) expect(prova).toThrow(expect.objectContaining({ code, campo: 'dataAtto' }));
  else expect(prova).not.toThrow();
});

test('ciò che resta di un bando; senza dotazione non si dice', () => {
  expect(residuo(100n, 40n)).toBe(60n);
  expect(residuo(null, 40n)).toBeNull();
});

test('si presentano quando di ciascuna è scritto come è stata adempiuta; le verificate e le annullate non contano', () => {
  const p = (stato: 'APERTA' | 'RESPINTA' | 'VERIFICATA' | 'ANNULLATA', evidenza: string | null) => ({ stato, evidenza });
  expect(() => esigiPrescrizioniScritte([p('APERTA', 'fatto'), p('VERIFICATA', null), p('ANNULLATA', null)])).not.toThrow();
  expect(() => esigiPrescrizioniScritte([p('APERTA', null), p('RESPINTA', 'fatto')])).toThrow(/Di 2 prescrizioni/);
  expect(rifiutoPrescrizioni('presenta', [p('APERTA', null)])).toMatch(/Di una prescrizione/);
  expect(rifiutoPrescrizioni('approva', [p('VERIFICATA', 'x')])).toBe('');
});

test('si approva con tutte verificate, si rinvia con almeno una respinta, mai con una da vedere', () => {
  expect(() => esigiEsitoPrescrizioni('approva', ['VERIFICATA', 'VERIFICATA'])).not.toThrow();
  expect(() => esigiEsitoPrescrizioni('rinvia', ['VERIFICATA', 'RESPINTA'])).not.toThrow();
  for (const esito of ['approva', 'rinvia'] as const)
    expect(() => esigiEsitoPrescrizioni(esito, ['PRESENTATA', 'RESPINTA'])).toThrow(/Prima verifica/);
  expect(() => esigiEsitoPrescrizioni('approva', ['RESPINTA'])).toThrow(/respinta/);
  expect(() => esigiEsitoPrescrizioni('rinvia', ['VERIFICATA'])).toThrow(/nulla da rinviare/);
});
