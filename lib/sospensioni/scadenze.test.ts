import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';
import { concluse, conSospensioni, dopoGiorniUtili, giorniSospesi, type Intervallo, inCorso } from './scadenze';

const COVID = { dal: '2020-03-09', al: '2020-06-18' };
const periodo = (dal: string, al: string, scadenza: string) => ({ dal, al, scadenza, dovuto: true, straordinario: false });

test('una scadenza che correva quando il progetto si è fermato si sposta di quanto è rimasto fermo', () => {
  // fine 29/02, scadenza 31/03: al 9 marzo mancavano 23 giorni, che ripartono il 19 giugno
  const dopo = conSospensioni(periodo('2020-01-01', '2020-02-29', '2020-03-31'), [], [COVID]);
  expect(dopo).toMatchObject({ scadenza: '2020-07-11', dovuto: true });
  expect(giorniTra('2020-03-31', dopo.scadenza)).toBe(giorniTra(COVID.dal, COVID.al) + 1);
});

test('un periodo tutto dentro non è dovuto; uno a cavallo sì, e si spostano solo i giorni in cui l’orologio correva', () => {
  expect(conSospensioni(periodo('2020-03-09', '2020-04-30', '2020-05-31'), [], [COVID])).toMatchObject({ dovuto: false });
  expect(conSospensioni(periodo('2020-03-01', '2020-04-30', '2020-05-31'), [], [COVID])).toMatchObject({
    dovuto: true,
    scadenza: piuGiorni(COVID.al, 31),
  });
  expect(conSospensioni({ ...periodo('2020-04-01', '2020-04-30', '2020-05-31'), straordinario: true }, [], [COVID]).dovuto).toBe(true);
});

test('una scadenza già passata, o un periodo che finisce dopo la ripresa, non si spostano', () => {
  const [passato, futuro] = [periodo('2019-11-01', '2019-12-31', '2020-01-31'), periodo('2020-05-01', '2020-06-30', '2020-07-31')];
  expect(conSospensioni(passato, [], [COVID])).toEqual(passato);
  expect(conSospensioni(futuro, [], [COVID])).toEqual(futuro);
});

test('la scadenza dell’ultimo giorno utile si sposta se proprio quel giorno comincia la sospensione', () => {
  expect(conSospensioni(periodo('2020-01-01', '2020-02-07', '2020-03-09'), [], [COVID]).scadenza).toBe('2020-06-19');
  expect(conSospensioni(periodo('2020-01-01', '2020-02-07', '2020-03-08'), [], [COVID]).scadenza).toBe('2020-03-08');
});

test('una sospensione aperta non sposta nulla finché non si riprende', () => {
  expect(concluse([{ dal: '2020-03-09', al: null }])).toEqual([]);
  expect(inCorso([{ dal: '2020-03-09', al: null }], '2020-07-09')).toBeDefined();
  expect(inCorso([COVID], '2020-06-18')).toEqual(COVID);
  expect(inCorso([COVID], '2020-06-19')).toBeUndefined();
  expect(inCorso([{ dal: '2020-07-10', al: null }], '2020-07-09')).toBeUndefined();
});

const giorno = fc.integer({ min: 0, max: 900 }).map((n) => piuGiorni('2019-01-01', n));
/** Sospensioni senza sovrapposizioni, anche attaccate, in un ordine qualunque. */
const disgiunte = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 120 })), { maxLength: 5 })
  .chain((coppie) => {
    let fine = '2019-02-01';
    const ordinate = coppie.map(([vuoti, lunghi]): Intervallo => {
      const dal = piuGiorni(fine, vuoti + 1);
      fine = piuGiorni(dal, lunghi - 1);
      return { dal, al: fine };
    });
    return fc.shuffledSubarray(ordinate, { minLength: ordinate.length });
  });
const unPeriodo = fc
  .tuple(giorno, fc.integer({ min: 0, max: 180 }), fc.integer({ min: 1, max: 60 }))
  .map(([dal, lungo, consegna]) => periodo(dal, piuGiorni(dal, lungo), piuGiorni(dal, lungo + consegna)));

/** Le registra una alla volta, nell'ordine dato. */
type P = ReturnType<typeof periodo>;
const inFila = (p: P, sospensioni: readonly Intervallo[]): P =>
  sospensioni.reduce<P>((ora, _, n) => conSospensioni(ora, concluse(sospensioni.slice(0, n)), concluse(sospensioni.slice(0, n + 1))), p);

test('registrarle una alla volta, in qualunque ordine, è come registrarle insieme', () => {
  fc.assert(
    fc.property(unPeriodo, disgiunte, (p, sospensioni) => {
      expect(inFila(p, sospensioni)).toEqual(conSospensioni(p, [], concluse(sospensioni)));
    }),
  );
});

test('tra la fine del periodo e la scadenza i giorni non sospesi restano quelli, e la scadenza non cade in un giorno sospeso', () => {
  fc.assert(
    fc.property(unPeriodo, disgiunte, (p, sospensioni) => {
      const ordinate = concluse(sospensioni);
      const { scadenza } = conSospensioni(p, [], ordinate);
      const attesa = giorniTra(p.al, scadenza) - giorniSospesi({ dal: piuGiorni(p.al, 1), al: scadenza }, ordinate);
      expect(attesa).toBe(giorniTra(p.al, p.scadenza));
      expect(giorniSospesi({ dal: scadenza, al: scadenza }, ordinate)).toBe(0);
      expect(scadenza >= p.scadenza).toBe(true);
    }),
  );
});

test('togliere ciò che si era registrato riporta tutto com’era; due attaccate valgono quanto una sola', () => {
  fc.assert(
    fc.property(unPeriodo, disgiunte, fc.integer({ min: 1, max: 40 }), (p, sospensioni, taglio) => {
      const ordinate = concluse(sospensioni);
      expect(conSospensioni(conSospensioni(p, [], ordinate), ordinate, [])).toEqual(p);
      const spezzate = ordinate.flatMap((s) =>
        taglio <= giorniTra(s.dal, s.al)
          ? [
              { dal: s.dal, al: piuGiorni(s.dal, taglio - 1) },
              { dal: piuGiorni(s.dal, taglio), al: s.al },
            ]
          : [s],
      );
      expect(conSospensioni(p, [], spezzate)).toEqual(conSospensioni(p, [], ordinate));
    }),
  );
});

test('i giorni utili contati a mano, uno per uno, danno la stessa scadenza', () => {
  fc.assert(
    fc.property(giorno, fc.integer({ min: 1, max: 60 }), disgiunte, (da, giorni, sospensioni) => {
      const ordinate = concluse(sospensioni);
      let oggi = da;
      for (let restano = giorni; restano > 0; ) {
        oggi = piuGiorni(oggi, 1);
        if (giorniSospesi({ dal: oggi, al: oggi }, ordinate) === 0) restano -= 1;
      }
      expect(dopoGiorniUtili(da, giorni, ordinate)).toBe(oggi);
    }),
  );
});
