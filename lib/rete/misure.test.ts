import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Legame, misura, type Nodo } from './misure';

const nodo = (id: string, tipo = 'ETS'): Nodo => ({ id, nome: id, tipo });
const legame = (da: string, a: string, intensita = 2): Legame => ({ da, a, intensita, primaDelProgetto: false });
const rete = (nodi: Nodo[], legami: Legame[], capofila: string | null = 'c', primi: Legame[] | null = null) =>
  misura({ nodi, legami, capofila, primi });

describe('reti calcolate a mano', () => {
  test('stella: il capofila al centro di tre partner', () => {
    const stella = rete(
      [nodo('c', 'ENTE_GESTORE'), nodo('x'), nodo('y'), nodo('z')],
      [legame('c', 'x'), legame('c', 'y'), legame('c', 'z')],
    );
    // 3 coppie su 6; gradi 3,1,1,1; tutti i percorsi tra gli altri passano dal centro
    expect(stella).toEqual({
      ...{ nodi: 4, legami: 3, densita: 0.5, gradoMedio: 1.5, centralizzazione: 1, intermediazioneCapofila: 1 },
      ...{ reciprocita: 0, traSettori: 1, nuovi: null, gruppi: [] },
    });
  });

  test('quadrato: c–x–y–z–c: metà dei percorsi tra x e z passa dal capofila', () => {
    const quadrato = rete(
      ['c', 'x', 'y', 'z'].map((id) => nodo(id)),
      [legame('c', 'x'), legame('x', 'y'), legame('y', 'z'), legame('z', 'c')],
    );
    // tra x e z due percorsi, uno dal capofila: 1/2 sulle 3 coppie di altri = 1/6
    expect(quadrato.intermediazioneCapofila).toBeCloseTo(1 / 6, 12);
    expect(quadrato).toMatchObject({ densita: 4 / 6, gradoMedio: 2, centralizzazione: 0, traSettori: 0 });
  });

  test('linea c–x–y: il capofila in fondo non media nulla', () => {
    const linea = rete(
      ['c', 'x', 'y'].map((id) => nodo(id)),
      [legame('c', 'x'), legame('x', 'y')],
    );
    // gradi 1,2,1: (1 + 0 + 1) / (2·1)
    expect(linea).toMatchObject({ intermediazioneCapofila: 0, centralizzazione: 1, densita: 2 / 3 });
  });

  test('quattro nodi tutti legati, di tre tipi: un gruppo; lo stesso con due tipi non conta', () => {
    const nodi = [nodo('c', 'ENTE_GESTORE'), nodo('x', 'ASL'), nodo('y', 'SCUOLA'), nodo('z', 'SCUOLA')];
    const tutti = nodi.flatMap((da, n) => nodi.slice(n + 1).map((a) => legame(da.id, a.id)));
    expect(rete(nodi, tutti).gruppi).toEqual([['c', 'x', 'y', 'z']]);
    // senza y–z restano due gruppi di tre, ciascuno con tre tipi
    expect(
      rete(
        nodi,
        tutti.filter(({ da, a }) => !(da === 'y' && a === 'z')),
      ).gruppi,
    ).toEqual([
      ['c', 'x', 'y'],
      ['c', 'x', 'z'],
    ]);
    const dueTipi = nodi.map((n) => (n.id === 'x' ? nodo('x', 'SCUOLA') : n));
    expect(rete(dueTipi, tutti).gruppi).toEqual([]);
  });

  test('reciprocità: un legame ricambiato e uno no sono 2 diretti su 3; insieme fanno due coppie', () => {
    const r = rete(
      ['c', 'x', 'y'].map((id) => nodo(id)),
      [legame('c', 'x'), legame('x', 'c', 4), legame('c', 'y')],
    );
    expect(r.reciprocita).toBeCloseTo(2 / 3, 12);
    expect(r.legami).toBe(2);
  });

  test('l’intensità 0 non è un legame', () => {
    expect(rete([nodo('c'), nodo('x'), nodo('y')], [legame('c', 'x', 0)])).toMatchObject({
      legami: 0,
      densita: 0,
      reciprocita: null,
      traSettori: null,
    });
  });

  test('nuovi dall’ondata 0: conta le coppie che prima non c’erano, non quelle girate', () => {
    const nodi = ['c', 'x', 'y'].map((id) => nodo(id));
    const legami = [legame('x', 'c'), legame('c', 'y')];
    expect(rete(nodi, legami, 'c', [legame('c', 'x'), legame('c', 'y', 0)]).nuovi).toBe(1);
    expect(rete(nodi, legami, 'c', []).nuovi).toBe(2);
  });

  test('rete vuota, di uno, di due, senza capofila: ciò che non si può calcolare è nullo, non zero', () => {
    expect(rete([], [], null)).toMatchObject({
      nodi: 0,
      densita: null,
      gradoMedio: null,
      centralizzazione: null,
      intermediazioneCapofila: null,
    });
    expect(rete([nodo('c')], [])).toMatchObject({ densita: null, gradoMedio: 0, intermediazioneCapofila: null });
    expect(rete([nodo('c'), nodo('x')], [legame('c', 'x')])).toMatchObject({
      densita: 1,
      centralizzazione: null,
      intermediazioneCapofila: null,
    });
    expect(rete([nodo('a'), nodo('x'), nodo('y')], [legame('a', 'x')], null).intermediazioneCapofila).toBeNull();
  });
});

const IDS = ['c', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'];
const legamiACaso = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 4 })).filter(([da, a]) => da !== a),
  { selector: ([da, a]) => `${da} ${a}`, maxLength: 30 },
);

test('ogni quota sta tra 0 e 1, e l’ordine dei nodi e dei legami non cambia nulla', () => {
  fc.assert(
    fc.property(legamiACaso, (terne) => {
      const nodi = IDS.map((id, n) => nodo(id, ['ENTE_GESTORE', 'ASL', 'SCUOLA', 'ETS'][n % 4]));
      const legami = terne.map(([da, a, intensita]) => legame(da, a, intensita));
      const misure = rete(nodi, legami);
      const quote = [misure.densita, misure.centralizzazione, misure.intermediazioneCapofila, misure.reciprocita, misure.traSettori];
      for (const quota of quote) {
        expect(quota ?? 0).toBeGreaterThanOrEqual(0);
        expect(quota ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }
      const girata = rete(nodi.toReversed(), legami.toReversed());
      expect({ ...girata, intermediazioneCapofila: null }).toEqual({ ...misure, intermediazioneCapofila: null });
      expect(girata.intermediazioneCapofila).toBeCloseTo(misure.intermediazioneCapofila ?? 0, 9);
      // in un gruppo sono tutti legati con tutti
      const unite = new Set(legami.filter((l) => l.intensita > 0).flatMap(({ da, a }) => [`${da} ${a}`, `${a} ${da}`]));
      for (const gruppo of misure.gruppi)
        for (const da of gruppo) for (const a of gruppo) expect(da === a || unite.has(`${da} ${a}`)).toBe(true);
    }),
  );
});

test('una rete scritta per avere un’infinità di gruppi non ferma il portale', () => {
  // Moon e Moser: 3 alla (60/3) gruppi massimali
  const nodi = Array.from({ length: 60 }, (_, n) => nodo(`n${n}`, `T${n % 3}`));
  const legami = nodi.flatMap((da, n) =>
    nodi.slice(n + 1).flatMap((a, m) => (Math.floor(n / 3) === Math.floor((n + 1 + m) / 3) ? [] : [legame(da.id, a.id)])),
  );
  expect(rete(nodi, legami, 'n0').gruppi.length).toBeLessThanOrEqual(500);
});
