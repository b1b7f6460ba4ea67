import fc from 'fast-check';
import { expect, test } from 'vitest';
import { istruzione } from './istruzione';
import { sql } from './sql';

type Valori = { chi: string; quando: string };

test('dice le stesse cose di un’istruzione composta da capo, con qualunque valore', () => {
  const componi = ({ chi, quando }: Valori) =>
    sql`select ${chi}, ${sql`(${quando}::date - ${7}::int)`} from t where chi = ${chi} and stato <> ${'BOZZA'}`;
  const tenuta = istruzione(componi);
  fc.assert(
    fc.property(fc.string(), fc.string(), (chi, quando) => {
      const { text, values } = componi({ chi, quando });
      expect(tenuta({ chi, quando })).toEqual({ text, values });
    }),
  );
});

test('si compone una volta sola, e i valori di una chiamata non restano nella successiva', () => {
  let volte = 0;
  const tenuta = istruzione(({ chi }: Valori) => {
    volte += 1;
    return sql`select ${chi}`;
  });
  expect(tenuta({ chi: 'uno', quando: '' }).values).toEqual(['uno']);
  expect(tenuta({ chi: 'due', quando: '' }).values).toEqual(['due']);
  expect(volte).toBe(1);
});
