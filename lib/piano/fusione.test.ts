import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Campo } from '@/lib/bandi/configurazione';
import { campiContesi, uniti } from '@/lib/domande/confronto';
import { unAzione } from '@/tests/support/piano';
import { fondi } from './fusione';

type Riga = { id: string; v: number };
const uguali = (a: Riga | undefined, b: Riga | undefined) => a?.v === b?.v;
const unisci = (b: Riga[], m: Riga[], l: Riga[]) => fondi(b, m, l, uguali);
const righe = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), v: fc.integer({ min: 0, max: 3 }) }), {
  selector: ({ id }) => id,
});
const insieme = (elenco: Riga[] | null) =>
  elenco && new Map([...elenco].sort((x, y) => (x.id < y.id ? -1 : 1)).map(({ id, v }) => [id, v]));

test('se ha scritto uno solo, vale ciò che ha scritto', () => {
  fc.assert(
    fc.property(righe, righe, (base, nuove) => {
      expect(insieme(unisci(base, nuove, base))).toEqual(insieme(nuove));
      expect(unisci(base, base, nuove)).toEqual(nuove);
    }),
  );
});

test('non importa chi dei due salva prima, e una riga che nessuno ha tolto non sparisce mai', () => {
  fc.assert(
    fc.property(righe, righe, righe, (base, mie, loro) => {
      const unite = unisci(base, mie, loro);
      expect(insieme(unite)).toEqual(insieme(unisci(base, loro, mie)));
      if (!unite) return;
      const nuove = [...mie, ...loro].filter(({ id }) => !base.some((b) => b.id === id));
      for (const { id } of nuove) expect(unite.some((u) => u.id === id)).toBe(true);
    }),
  );
});

test('due righe diverse cambiate da due persone si uniscono; la stessa riga no', () => {
  const base = [
    { id: 'a', v: 1 },
    { id: 'b', v: 1 },
  ];
  const [mie, loro] = [
    [
      { id: 'a', v: 2 },
      { id: 'b', v: 1 },
      { id: 'n', v: 9 },
    ],
    [{ id: 'a', v: 1 }],
  ];
  expect(unisci(base, mie, loro)).toEqual([
    { id: 'a', v: 2 },
    { id: 'n', v: 9 },
  ]);
  expect(unisci(base, [{ id: 'a', v: 2 }], [{ id: 'a', v: 3 }])).toBeNull();
  expect(unisci(base, mie, [{ id: 'b', v: 1 }])).toBeNull(); // tolta da un collega, cambiata da me: si sceglie
});

const CAMPO = { chiave: 'azioni', tipo: 'azioni', etichetta: 'Azioni' } as Campo;

test('nel conflitto di una sezione le azioni cambiate da persone diverse si uniscono: nessuna si perde', () => {
  const base = { azioni: [unAzione(1), unAzione(2)] };
  const miei = { azioni: [unAzione(1, { titolo: 'Mia' }), unAzione(2)] };
  const loro = { azioni: [unAzione(1), unAzione(2, { titolo: 'Loro' }), unAzione(3)] };
  const contesi = campiContesi([CAMPO], base, miei, loro);
  expect(contesi[0]?.proposta).toBe('insieme');
  expect(uniti(miei, loro, contesi, { azioni: 'insieme' })).toEqual({
    azioni: [unAzione(1, { titolo: 'Mia' }), unAzione(2, { titolo: 'Loro' }), unAzione(3)],
  });
});

test('un’azione tolta da un collega mentre la si scriveva: si sceglie, non si decide per la persona', () => {
  const contesi = campiContesi([CAMPO], { azioni: [unAzione(1)] }, { azioni: [unAzione(1, { titolo: 'Mia' })] }, { azioni: [] });
  expect(contesi).toMatchObject([{ proposta: null }]);
  expect(contesi[0]?.insieme).toBeUndefined();
});
