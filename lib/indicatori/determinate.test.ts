import fc from 'fast-check';
import { expect, it } from 'vitest';
import { subito } from '@/lib/passi/passi';
import { ritrovate } from '@/tests/support/ritrovate';
import { determinate } from './determinate';

const tutte = () => true;

it('tre somme a due a due determinano tre incognite, che nessuna somma da sola dice', () => {
  const [x, y, z, xy, yz, xz] = [0, 1, 2, 3, 4, 5];
  const somme = [
    [xy, x, y],
    [yz, y, z],
    [xz, x, z],
  ];
  const ignota = (cella: number) => cella <= z;
  expect([...subito(determinate(somme, ignota))].sort()).toEqual([x, y, z]);
  expect(subito(determinate(somme.slice(1), ignota)).size).toBe(0);
  expect(subito(determinate([[x]], tutte))).toEqual(new Set([x]));
});

it('trova le stesse incognite di un’altra eliminazione, scritta per le prove', () => {
  const cella = fc.nat(11);
  const equazione = fc.uniqueArray(cella, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(equazione, { maxLength: 14 }), fc.uniqueArray(cella, { maxLength: 12 }), (equazioni, ignote) => {
      const trovate = subito(determinate(equazioni, (k) => ignote.includes(k)));
      const legami = equazioni.map(([tutto, ...parti]) => ({ tutto: String(tutto), parti: parti.map(String) }));
      expect([...trovate].map(String).sort()).toEqual(ritrovate(new Set(ignote.map(String)), legami).sort());
    }),
    { numRuns: 2000 },
  );
});
