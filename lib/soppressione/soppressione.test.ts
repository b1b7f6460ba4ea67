import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limiti } from '@/tests/support/attaccoTabella';
import { type CellaVera, cellaDi, sopprimi, type Tabella, TOTALE } from './soppressione';

const tabella = (dimensioni: string[][], valori: number[]): Tabella => ({ dimensioni, celle: valori.map((valore) => ({ valore })) });
const voci = (n: number, prefisso: string) => Array.from({ length: n }, (_, k) => `${prefisso}${k}`);
const cifra = (t: ReturnType<typeof sopprimi>) => t.celle.map(({ valore }) => valore ?? 'soppresso');

describe('a mano', () => {
  test('niente di piccolo, niente di nascosto; gli zeri veri si mostrano', () => {
    expect(cifra(sopprimi(tabella([['F', 'M', 'X']], [12, 7, 0])))).toEqual([12, 7, 0, 19]);
  });
  test('una cella sola sotto soglia se ne porta un’altra, o il totale la direbbe', () => {
    const t = sopprimi(tabella([['F', 'M', 'ND']], [30, 3, 20]));
    expect(cellaDi(t, 'M')).toEqual({ valore: null, motivo: 'soppresso' });
    expect(cifra(t).filter((c) => c === 'soppresso')).toHaveLength(2);
    expect(cellaDi(t, TOTALE)).toEqual({ valore: 53, motivo: null });
  });
  test('non si dice mai se una cella è nascosta perché piccola o per proteggerne un’altra', () => {
    const t = sopprimi(tabella([['F', 'M', 'ND']], [30, 3, 20]));
    const nascoste = t.celle.filter(({ valore }) => valore === null);
    expect(new Set(nascoste.map((c) => JSON.stringify(c))).size).toBe(1);
  });
  test('minori e categorie particolari: soglia dieci, anche sul loro totale; e lo zero si nasconde se dice qualcosa', () => {
    const minori: CellaVera[] = [{ valore: 4, soglia: 10 }, { valore: 5, soglia: 10 }, { valore: 40 }, { valore: 60 }];
    const t = sopprimi({
      dimensioni: [
        ['0-17', '18+'],
        ['F', 'M'],
      ],
      celle: minori,
    });
    expect([cellaDi(t, '0-17', 'F'), cellaDi(t, '0-17', 'M'), cellaDi(t, '0-17', TOTALE)].every((c) => c.valore === null)).toBe(true);
    const zero = sopprimi({ dimensioni: [['SI', 'NO']], celle: [{ valore: 0, soglia: 10, zeroSensibile: true }, { valore: 50 }] });
    expect(cellaDi(zero, 'SI').valore).toBeNull();
  });
  test.each([
    [tabella([['a'], ['b'], ['c'], ['d']], [1])],
    [tabella([['a', 'b']], [1])],
    [tabella([['a', 'a']], [1, 2])],
    [tabella([['a', TOTALE]], [1, 2])],
    [tabella([['a']], [-1])],
    [tabella([['a']], [1.5])],
    [{ dimensioni: [['a']], celle: [{ valore: 1, soglia: 2 }] }],
  ])('non si pubblica %j', (t) => expect(() => sopprimi(t)).toThrow());
  test('una soglia sotto tre non esiste', () => expect(() => sopprimi(tabella([['a']], [1]), { soglia: Number.NaN })).toThrow());
});

const celle = (n: number) =>
  fc.array(
    fc.record({
      valore: fc.oneof({ weight: 3, arbitrary: fc.nat(9) }, fc.nat(60), fc.constant(0)),
      soglia: fc.constantFrom(5, 5, 10),
      zeroSensibile: fc.boolean(),
    }),
    { minLength: n, maxLength: n },
  );
const lati = (massimo: number, dimensioni: number) =>
  fc.array(fc.integer({ min: 1, max: massimo }), { minLength: 1, maxLength: dimensioni });
const qualsiasi = (massimo: number, dimensioni: number) =>
  lati(massimo, dimensioni).chain((l) =>
    celle(l.reduce((n, lato) => n * lato, 1)).map((c): Tabella => ({ dimensioni: l.map((n, d) => voci(n, `d${d}.`)), celle: c })),
  );

/** La somma vera di una cella estesa, con la soglia che le spetta: scritta qui di nuovo, senza passare dal codice in prova. */
function vera({ dimensioni, celle: vere }: Tabella, dove: (string | undefined)[]): { valore: number; soglia: number; sensibile: boolean } {
  const sue = vere.filter((_, n) => {
    let resto = n;
    const nomi = dimensioni.map((nomiDi, d) => {
      const sotto = dimensioni.slice(d + 1).reduce((p, altri) => p * altri.length, 1);
      const nome = nomiDi[Math.floor(resto / sotto)];
      resto %= sotto;
      return nome;
    });
    return dove.every((voce, d) => voce === TOTALE || voce === nomi[d]);
  });
  return {
    valore: sue.reduce((somma, c) => somma + c.valore, 0),
    soglia: Math.min(...sue.map((c) => c.soglia ?? 5)),
    sensibile: sue.every((c) => c.zeroSensibile ?? false),
  };
}
const tutteLeVoci = (dimensioni: readonly (readonly string[])[]): string[][] =>
  dimensioni.reduce<string[][]>((finora, nomi) => finora.flatMap((inizio) => nomi.map((nome) => [...inizio, nome])), [[]]);

describe('proprietà', () => {
  test('ciò che si mostra è vero, ciò che è piccolo non si mostra, e lo stesso ingresso dà la stessa uscita', () => {
    fc.assert(
      fc.property(qualsiasi(4, 3), (t) => {
        const p = sopprimi(t);
        expect(sopprimi(t)).toEqual(p);
        for (const [n, dove] of tutteLeVoci(p.dimensioni).entries()) {
          const { valore, soglia, sensibile } = vera(t, dove);
          const mostrata = p.celle[n]?.valore;
          if (valore === 0 ? sensibile : valore < soglia) expect(mostrata).toBeNull();
          if (mostrata !== null) expect(mostrata).toBe(valore);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('da ciò che si mostra nessuna cella nascosta si ricava: l’intervallo che resta è largo almeno la sua soglia (programmazione lineare)', () => {
    fc.assert(
      fc.property(qualsiasi(3, 3), (t) => {
        const p = sopprimi(t);
        const dove = tutteLeVoci(p.dimensioni);
        p.celle.forEach(({ valore }, n) => {
          if (valore !== null) return;
          const [basso, alto] = limiti(p, n);
          expect(alto - basso).toBeGreaterThanOrEqual(vera(t, dove[n] ?? []).soglia - 1e-6);
        });
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test('la forza bruta sui numeri interi dice lo stesso, anche in tre dimensioni', () => {
    fc.assert(
      fc.property(qualsiasi(2, 3), (t) => {
        const p = sopprimi(t);
        const dove = tutteLeVoci(p.dimensioni);
        // otto celle libere di muoversi sono troppe da provare tutte: o sono poche, o i totali sono noti e le tengono strette
        const interne = dove.flatMap((d, n) => (d.includes(TOTALE) ? [] : [p.celle[n]?.valore]));
        fc.pre(interne.filter((v) => v === null).length <= 4 || interne.length === p.celle.filter(({ valore }) => valore === null).length);
        p.celle.forEach(({ valore }, n) => {
          if (valore !== null) return;
          const { soglia, valore: vero } = vera(t, dove[n] ?? []);
          expect(interiPossibili(t, p, n, vero, soglia)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

/**
 * Cerca tra le tabelle di interi che danno ciò che si è pubblicato, e vicine alla vera, due valori della cella distanti almeno la soglia: le prova per profondità,
 * tagliando appena una somma pubblicata è superata.
 */
function interiPossibili(t: Tabella, p: ReturnType<typeof sopprimi>, n: number, vero: number, soglia: number): boolean {
  const estese = tutteLeVoci(p.dimensioni);
  const interne = tutteLeVoci(t.dimensioni);
  const dentro = estese.map((dove) => interne.flatMap((i, k) => (dove.every((v, d) => v === TOTALE || v === i[d]) ? [k] : [])));
  const sommePubblicate = p.celle.flatMap(({ valore }, k) => (valore === null ? [] : [{ valore, parti: dentro[k] ?? [] }]));
  const tetto = (k: number) =>
    Math.min((t.celle[k]?.valore ?? 0) + soglia, ...sommePubblicate.flatMap((s) => (s.parti.includes(k) ? [s.valore] : [])));
  const valori: number[] = Array(interne.length).fill(0);
  let [basso, alto] = [vero, vero];
  const prova = (k: number): void => {
    if (alto - basso >= soglia) return;
    if (k === interne.length) {
      const suo = (dentro[n] ?? []).reduce((somma, m) => somma + (valori[m] ?? 0), 0);
      basso = Math.min(basso, suo);
      alto = Math.max(alto, suo);
      return;
    }
    for (let v = Math.max(0, (t.celle[k]?.valore ?? 0) - soglia); v <= tetto(k); v++) {
      valori[k] = v;
      const tiene = sommePubblicate.every(({ valore, parti }) => {
        if (!parti.includes(k)) return true;
        const finora = parti.reduce((somma, m) => somma + (m <= k ? (valori[m] ?? 0) : 0), 0);
        return parti.every((m) => m <= k) ? finora === valore : finora <= valore;
      });
      if (tiene) prova(k + 1);
    }
  };
  prova(0);
  return alto - basso >= soglia;
}
