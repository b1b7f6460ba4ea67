import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DomandaValutata, graduatoria, ordine, type RegolaGraduatoria } from './graduatoria';

const domanda = (codice: string, cambio: Partial<DomandaValutata> = {}): DomandaValutata => ({
  progettoId: `id-${codice}`,
  codice,
  presentataMs: 1000,
  centesimi: { a: 800, b: 800 },
  totaleCentesimi: 8000,
  richiestoCents: 100_00n,
  assegnatoCents: null,
  ambiti: [1],
  uscita: null,
  ...cambio,
});
const criterio = (chiave: string, soglia = 0) => ({
  chiave,
  titolo: chiave,
  aiuto: '',
  visibilita: 'ENTRAMBI' as const,
  massimo: 10,
  soglia,
  pesoCentesimi: 100,
});
const regola = (cambio: Partial<RegolaGraduatoria> = {}): RegolaGraduatoria => ({
  tipo: 'COMPETITIVO',
  fase: 'PROGETTO',
  griglia: [criterio('a', 4), criterio('b')],
  parita: ['b', 'a'],
  sogliaTotaleCentesimi: 6000,
  importiPerAmbito: [],
  dotazioneCents: 1_000_00n,
  ...cambio,
});
const inBreve = (r: RegolaGraduatoria, domande: DomandaValutata[]) =>
  graduatoria(r, domande).righe.map(({ codice, posizione, esito }) => [codice, posizione, esito]);

const unaDomanda = fc.record({
  codice: fc.stringMatching(/^[A-C][0-9]$/),
  presentataMs: fc.integer({ min: 0, max: 3 }),
  centesimi: fc.record({ a: fc.integer({ min: 0, max: 10 }).map((n) => n * 100), b: fc.integer({ min: 0, max: 10 }).map((n) => n * 100) }),
  totaleCentesimi: fc.constantFrom(5000, 6000, 7000, 8000),
  richiestoCents: fc.option(fc.bigInt({ min: 0n, max: 600_00n })),
  assegnatoCents: fc.option(fc.bigInt({ min: 0n, max: 100_00n }), { freq: 5 }),
  ambiti: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  uscita: fc.constantFrom(null, null, null, 'NON_APPROVATA' as const, 'RITIRATA' as const),
});
const domande = fc.array(unaDomanda, { maxLength: 12 }).map((voci) => voci.map((v, i): DomandaValutata => ({ ...v, progettoId: `p${i}` })));
const unaRegola = fc
  .record({
    tipo: fc.constantFrom('COMPETITIVO' as const, 'SPORTELLO' as const, 'NON_COMPETITIVO' as const),
    fase: fc.constantFrom('IDEA' as const, 'PROGETTO' as const),
    dotazioneCents: fc.bigInt({ min: 0n, max: 2_000_00n }),
  })
  .map((cambio) => regola(cambio));

test('l’ordine è totale: antisimmetrico, transitivo, nessuna parità tra domande diverse', () => {
  fc.assert(
    fc.property(unaRegola, domande, (r, voci) => {
      for (const a of voci)
        for (const b of voci) {
          expect(Math.sign(ordine(r, a, b)) + Math.sign(ordine(r, b, a))).toBe(0);
          if (a !== b) expect(ordine(r, a, b)).not.toBe(0);
          for (const c of voci) if (ordine(r, a, b) < 0 && ordine(r, b, c) < 0) expect(ordine(r, a, c)).toBeLessThan(0);
        }
    }),
    { numRuns: 60 },
  );
});

test('la stessa graduatoria in qualunque ordine arrivino le domande, e nessuna si perde', () => {
  fc.assert(
    fc.property(
      unaRegola,
      domande.chain((voci) => fc.tuple(fc.constant(voci), fc.shuffledSubarray(voci, { minLength: voci.length }))),
      (r, [voci, mescolate]) => {
        const esito = graduatoria(r, voci);
        expect(graduatoria(r, mescolate)).toEqual(esito);
        expect(esito.righe.map(({ progettoId }) => progettoId).sort()).toEqual(voci.map(({ progettoId }) => progettoId).sort());
      },
    ),
  );
});

test('mai oltre la dotazione, nessuno scavalca, sotto soglia non si finanzia', () => {
  fc.assert(
    fc.property(unaRegola, domande, (r, voci) => {
      const { righe, impegnatoCents, residuoCents } = graduatoria(r, voci);
      const somma = (quali: DomandaValutata[], cosa: 'assegnatoCents' | 'richiestoCents') =>
        quali.reduce((s, d) => s + (d[cosa] ?? 0n), 0n);
      const decise = somma(
        voci.filter(({ uscita }) => !uscita),
        'assegnatoCents',
      );
      const nuove = righe.filter(({ esito, assegnatoCents }) => esito === 'FINANZIABILE' && assegnatoCents === null);
      if (r.tipo !== 'NON_COMPETITIVO' && r.fase === 'PROGETTO') {
        expect(impegnatoCents).toBe(decise + somma(nuove, 'richiestoCents'));
        if (somma(nuove, 'richiestoCents') > 0n) expect(impegnatoCents).toBeLessThanOrEqual(r.dotazioneCents);
      } else expect(nuove).toEqual([]);
      expect(residuoCents).toBe(r.dotazioneCents - impegnatoCents);
      const daDecidere = righe.filter(
        ({ posizione, assegnatoCents, richiestoCents }) => posizione && assegnatoCents === null && richiestoCents !== null,
      );
      const primaEsclusa = daDecidere.findIndex(({ esito }) => esito === 'NON_FINANZIABILE');
      if (primaEsclusa >= 0) expect(daDecidere.slice(primaEsclusa).every(({ esito }) => esito === 'NON_FINANZIABILE')).toBe(true);
      for (const riga of righe)
        if (riga.uscita || (riga.centesimi.a ?? 0) < 400 || riga.totaleCentesimi < 6000) expect(riga.posizione).toBeNull();
      const posizioni = righe.flatMap(({ posizione }) => posizione ?? []);
      expect(posizioni).toEqual(posizioni.map((_, i) => i + 1));
    }),
  );
});

test('a parità di punti vale il criterio del bando, poi chi ha presentato prima', () => {
  const voci = [
    domanda('D1', { presentataMs: 1 }),
    domanda('D2', { centesimi: { a: 700, b: 900 } }),
    domanda('D3', { presentataMs: 0 }),
    domanda('D4', { totaleCentesimi: 8001 }),
  ];
  expect(inBreve(regola(), voci).map(([codice]) => codice)).toEqual(['D4', 'D2', 'D3', 'D1']);
});

test('chi non entra per intero ferma lo scorrimento, anche se dopo qualcuno chiederebbe meno', () => {
  const voci = [
    domanda('D1', { totaleCentesimi: 9000, richiestoCents: 700_00n }),
    domanda('D2', { totaleCentesimi: 8500, richiestoCents: 400_00n }),
    domanda('D3', { totaleCentesimi: 8000, richiestoCents: 100_00n }),
    domanda('D4', { totaleCentesimi: 5999 }),
    domanda('D5', { totaleCentesimi: 9900, centesimi: { a: 399, b: 1000 } }),
  ];
  expect(inBreve(regola(), voci)).toEqual([
    ['D1', 1, 'FINANZIABILE'],
    ['D2', 2, 'NON_FINANZIABILE'],
    ['D3', 3, 'NON_FINANZIABILE'],
    ['D5', null, 'SOTTO_SOGLIA'],
    ['D4', null, 'SOTTO_SOGLIA'],
  ]);
});

test('la dotazione esatta basta, un centesimo in più no', () => {
  const con = (cents: bigint) => inBreve(regola(), [domanda('D1', { richiestoCents: cents })])[0]?.[2];
  expect([con(1_000_00n), con(1_000_01n)]).toEqual(['FINANZIABILE', 'NON_FINANZIABILE']);
});

test('a sportello conta solo quando si è presentata la domanda', () => {
  const voci = [domanda('D1', { presentataMs: 5, totaleCentesimi: 9900 }), domanda('D2', { presentataMs: 4, totaleCentesimi: 6000 })];
  expect(inBreve(regola({ tipo: 'SPORTELLO' }), voci)).toEqual([
    ['D2', 1, 'FINANZIABILE'],
    ['D1', 2, 'FINANZIABILE'],
  ]);
});

test('un bando non competitivo non esclude: mostra quanto spetta agli ambiti, anche sotto soglia', () => {
  const r = regola({
    tipo: 'NON_COMPETITIVO',
    importiPerAmbito: [
      { ambito: 1, cents: '10000' },
      { ambito: 3, cents: '5000' },
    ],
  });
  const voci = [domanda('D1', { ambiti: [3, 1] }), domanda('D2', { ambiti: [2], totaleCentesimi: 100 }), domanda('D3', { ambiti: [] })];
  expect(graduatoria(r, voci).righe.map(({ codice, posizione, esito, spettaCents }) => [codice, posizione, esito, spettaCents])).toEqual([
    ['D1', null, 'IDONEA', 15000n],
    ['D2', null, 'SOTTO_SOGLIA', 0n],
    ['D3', null, 'IDONEA', 0n],
  ]);
});

test('ciò che la Regione ha già assegnato conta per quanto ha assegnato', () => {
  const voci = [
    domanda('D1', { totaleCentesimi: 9000, richiestoCents: 900_00n }),
    domanda('D2', { totaleCentesimi: 7000, richiestoCents: 900_00n, assegnatoCents: 300_00n }),
  ];
  expect(inBreve(regola(), voci).map(([, , esito]) => esito)).toEqual(['NON_FINANZIABILE', 'FINANZIABILE']);
  expect(graduatoria(regola(), voci).residuoCents).toBe(700_00n);
});
