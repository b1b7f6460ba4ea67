import fc from 'fast-check';
import { expect, test } from 'vitest';
import { istruzione } from './istruzione';
import { sql } from './sql';

type Valori = { chi: string; quando: string };

/** L'istruzione come la leggerebbe chi avesse scritto i valori al posto dei parametri. */
const letta = ({ text, values }: { text: string; values: unknown[] }) =>
  text.split(/(\$\d+)/).map((pezzo) => (/^\$\d+$/.test(pezzo) ? [values[Number(pezzo.slice(1)) - 1]] : pezzo));

test('dice le stesse cose di un’istruzione composta da capo, con qualunque valore', () => {
  const componi = ({ chi, quando }: Valori) =>
    sql`select ${chi}, ${sql`(${quando}::date - ${7}::int)`} from t where chi = ${chi} and stato <> ${'BOZZA'}`;
  const tenuta = istruzione(componi);
  fc.assert(
    fc.property(fc.string(), fc.string(), (chi, quando) => {
      expect(letta(tenuta({ chi, quando }))).toEqual(letta(componi({ chi, quando })));
    }),
  );
});

test('un valore nominato più volte è un parametro solo; due valori uguali scritti a mano restano due', () => {
  const tenuta = istruzione(({ chi, quando }: Valori) => sql`select ${chi}, ${7}, ${quando}, ${chi}, ${7}`);
  expect(tenuta({ chi: 'uno', quando: 'oggi' })).toEqual({ text: 'select $1, $2, $3, $1, $4', values: ['uno', 7, 'oggi', 7] });
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
