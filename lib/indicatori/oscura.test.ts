import fc from 'fast-check';
import { expect, it } from 'vitest';
import { subito } from '@/lib/passi/passi';
import { contaMicrodati, unMicrodato } from '@/tests/support/microdati';
import { ritrovate } from '@/tests/support/ritrovate';
import { sistemaDi } from './equazioni';
import { type CellaDaPubblicare, daOscurare, type Equazione, intervalli } from './oscura';
import { conteggiDi } from './tabella';

const cella = (valore: number, altro: Partial<CellaDaPubblicare> = {}): CellaDaPubblicare => ({
  valore,
  soglia: 5,
  pubblicata: true,
  ...altro,
});
const nascoste = (celle: Record<string, CellaDaPubblicare>, equazioni: Equazione[]) =>
  [...subito(daOscurare(new Map(Object.entries(celle)), equazioni)).chiuse].sort();

it('una cella piccola ne nasconde un’altra: la differenza dal totale non la ridà', () => {
  const uguale = { tutto: 'T', parti: ['F', 'M', 'X'] };
  expect(nascoste({ F: cella(2), M: cella(9), X: cella(30), T: cella(41) }, [uguale])).toEqual(['F', 'M']);
  expect(nascoste({ F: cella(0), M: cella(9), X: cella(30), T: cella(39) }, [uguale])).toEqual([]);
  // con il solo 1 accanto si saprebbe che sono tra 1 e 2: non basta
  expect(nascoste({ F: cella(2), M: cella(1), X: cella(30), T: cella(33) }, [uguale])).toEqual(['F', 'M', 'X']);
  expect(nascoste({ F: cella(3), M: cella(0), X: cella(0), T: cella(3) }, [uguale])).toEqual(['F', 'T']);
});

it('un resto piccolo che si ricaverebbe si protegge; ciò che è già pubblicato altrove non si tocca', () => {
  const celle = { T: cella(20, { fissa: true }), A: cella(17), resto: cella(3, { pubblicata: false }) };
  expect(nascoste(celle, [{ tutto: 'T', parti: ['A', 'resto'] }])).toEqual(['A']);
  expect(nascoste({ ...celle, resto: cella(3, { pubblicata: false, soglia: 0 }) }, [{ tutto: 'T', parti: ['A', 'resto'] }])).toEqual([]);
});

it('una cella che si ritrova solo mettendo insieme più somme si protegge, anche se nessuna da sola la stringe', () => {
  const celle = { A: cella(20), B: cella(20), C: cella(20), AB: cella(40), BC: cella(40), AC: cella(40) };
  const somme = [
    { tutto: 'AB', parti: ['A', 'B'] },
    { tutto: 'BC', parti: ['B', 'C'] },
    { tutto: 'AC', parti: ['A', 'C'] },
  ];
  const gia = { nascosta: true };
  const trovate = nascoste({ ...celle, A: cella(20, gia), B: cella(20, gia), C: cella(20, gia) }, somme);
  expect(trovate.length).toBeGreaterThan(3);
  expect(ritrovate(new Set(trovate), somme)).toEqual([]);
});

it('se a stringere una cella è ciò che si è deciso altrove, dice che resta scoperta; se può anche valere zero, basta', () => {
  const celle = { intera: cella(5, { fissa: true }), parte: cella(5, { nascosta: true }), fuori: cella(0, { pubblicata: false }) };
  const somma = [{ tutto: 'intera', parti: ['parte', 'fuori'] }];
  const oscurate = subito(daOscurare(new Map(Object.entries(celle)), somma));
  expect([[...oscurate.chiuse], [...oscurate.scoperte]]).toEqual([['parte'], ['parte']]);
  const conZero = subito(daOscurare(new Map(Object.entries({ ...celle, parte: cella(5, { ancheZero: true }) })), somma));
  expect([[...conZero.chiuse], [...conZero.scoperte]]).toEqual([['parte'], []]);
});

it('qualunque siano i partecipanti, nessuna cella nascosta si ritrova e ogni piccola è nascosta', () => {
  const gruppi = fc.array(fc.tuple(unMicrodato, fc.integer({ min: 1, max: 12 })), { maxLength: 14 });
  fc.assert(
    fc.property(gruppi, (gruppo) => {
      const { celle, equazioni } = sistemaDi(conteggiDi(contaMicrodati(gruppo.flatMap(([m, n]) => Array.from({ length: n }, () => m)))));
      const { chiuse } = subito(daOscurare(celle, equazioni));
      for (const [k, { valore, soglia, pubblicata }] of celle)
        if (pubblicata && valore > 0 && valore < soglia) expect(chiuse.has(k), k).toBe(true);
      const ignote = new Set([...chiuse, ...[...celle].flatMap(([k, c]) => (c.pubblicata ? [] : [k]))]);
      const noti = subito(intervalli(celle, equazioni, ignote));
      for (const k of chiuse) {
        const { da, a } = noti.get(k) ?? { da: 0, a: 0 };
        expect(a - da, `${k}: tra ${da} e ${a}`).toBeGreaterThanOrEqual(celle.get(k)?.soglia ?? 0);
        expect(celle.get(k)?.valore, `${k}: gli zeri si dicono`).toBeGreaterThan(0);
      }
      expect(ritrovate(ignote, equazioni).filter((k) => chiuse.has(k))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
