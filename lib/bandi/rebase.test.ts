import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Valore, Valori } from '@/lib/domande/valori';
import { Campo, type Sezione, TIPI_CAMPO } from './configurazione';
import { orfaniDi, rebase } from './rebase';
import { inPezzi } from './testoValore';

const campo = (chiave: string, altro: Partial<Campo> = {}): Campo =>
  Campo.parse({ chiave, etichetta: chiave.toUpperCase(), tipo: 'testo_lungo', ...altro });
const sezione = (chiave: string, ...campi: Campo[]): Sezione => ({
  chiave,
  parte: '',
  codice: '',
  titolo: chiave,
  aiuto: '',
  visibilita: 'IDEA',
  campi,
});
const opzioni = (...codici: string[]) => codici.map((codice) => ({ codice, etichetta: codice }));
const sposta = (valori: Valori, prima: Sezione[], dopo: Sezione[]) =>
  rebase([{ chiave: prima[0]?.chiave ?? '', valori }], prima, dopo, 'IDEA');

describe('una bozza che passa alla versione nuova', () => {
  const prima = [sezione('s', campo('a'), campo('b'))];

  it('tiene ogni testo il cui campo c’è ancora, anche più lungo del limite nuovo', () => {
    const valori = { a: 'x'.repeat(9000), b: 'due\n\nparagrafi' };
    expect(sposta(valori, prima, [sezione('s', campo('b'), campo('a', { massimo: 10 }))])).toEqual({
      sezioni: [{ chiave: 's', valori }],
      orfani: 0,
    });
  });

  it('mette tra gli orfani il testo di un campo tolto, con il suo nome', () => {
    const { sezioni, orfani } = sposta({ a: 'uno', b: 'due' }, prima, [sezione('s', campo('a'))]);
    expect(orfani).toBe(1);
    expect(orfaniDi(sezioni[0]?.valori ?? {})).toEqual([{ id: 'o1', sezione: 's', campo: 'b', etichetta: 'B', testo: 'due' }]);
  });

  it('segue un campo passato in un’altra sezione, se lì non c’è già scritto qualcosa', () => {
    const nuove = [sezione('s', campo('a')), sezione('t', campo('b'))];
    expect(sposta({ b: 'due' }, prima, nuove).sezioni).toEqual([
      { chiave: 's', valori: {} },
      { chiave: 't', valori: { b: 'due' } },
    ]);
    const occupata = rebase(
      [
        { chiave: 's', valori: { b: 'due' } },
        { chiave: 't', valori: { b: 'già' } },
      ],
      prima,
      nuove,
      'IDEA',
    );
    expect(occupata.sezioni[1]?.valori).toEqual({ b: 'già' });
    expect(orfaniDi(occupata.sezioni[0]?.valori ?? {})[0]?.testo).toBe('due');
  });

  it('di una sezione tolta mostra tutto nella prima che resta', () => {
    const { sezioni, orfani } = sposta({ a: 'uno', b: 'due' }, prima, [sezione('z', campo('c'))]);
    expect(orfani).toBe(2);
    expect(orfaniDi(sezioni[0]?.valori ?? {}).map((o) => `${o.sezione}.${o.campo}=${o.testo}`)).toEqual(['s.a=uno', 's.b=due']);
  });

  it('un’opzione tolta non resta scelta di nascosto, e si legge tra gli orfani', () => {
    const conScelte = [sezione('s', campo('m', { tipo: 'scelta_multipla', opzioni: opzioni('x', 'y', 'z') }))];
    const { sezioni } = sposta({ m: ['x', 'z'] }, conScelte, [
      sezione('s', campo('m', { tipo: 'scelta_multipla', opzioni: opzioni('x', 'y') })),
    ]);
    expect(sezioni[0]?.valori.m).toEqual(['x']);
    expect(orfaniDi(sezioni[0]?.valori ?? {})[0]?.testo).toBe('z');
  });

  it('una colonna tolta lascia le altre al loro posto, con gli stessi id di riga', () => {
    const tabella = (...chiavi: string[]) => [
      sezione(
        's',
        campo('t', {
          tipo: 'tabella',
          colonne: chiavi.map((chiave) => ({ chiave, etichetta: chiave, tipo: 'testo', massimo: 500, opzioni: [] })),
        }),
      ),
    ];
    const { sezioni } = sposta({ t: [{ id: 'r1', uno: '1', due: '2' }] }, tabella('uno', 'due'), tabella('uno'));
    expect(sezioni[0]?.valori.t).toEqual([{ id: 'r1', uno: '1' }]);
    expect(orfaniDi(sezioni[0]?.valori ?? {})[0]?.testo).toBe('due: 2');
  });

  it('un testo a più righe non entra in un campo di una riga sola, che butterebbe gli a capo', () => {
    const { sezioni } = sposta({ a: 'uno\ndue' }, prima, [sezione('s', campo('a', { tipo: 'testo' }))]);
    expect(sezioni[0]?.valori.a).toBeUndefined();
    expect(orfaniDi(sezioni[0]?.valori ?? {})[0]?.testo).toBe('uno\ndue');
  });

  it('un importo in centesimi non diventa un numero di euro: si legge tra gli orfani com’era', () => {
    const soldi = [sezione('s', campo('a', { tipo: 'importo' }))];
    const { sezioni } = sposta({ a: '123456' }, soldi, [sezione('s', campo('a', { tipo: 'numero' }))]);
    expect(orfaniDi(sezioni[0]?.valori ?? {})[0]?.testo).toBe('1.234,56 €');
  });

  it('gli orfani di una volta precedente restano', () => {
    const una = sposta({ a: 'uno', b: 'due' }, prima, [sezione('s', campo('a'))]);
    const due = rebase(una.sezioni, [sezione('s', campo('a'))], [sezione('s', campo('c'))], 'IDEA');
    expect(orfaniDi(due.sezioni[0]?.valori ?? {}).map((o) => `${o.id} ${o.testo}`)).toEqual(['o1 due', 'o2 uno']);
  });
});

// ---------------------------------------------------------------- qualunque bozza, qualunque cambio di moduli

const chiavi = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const parola = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((t) => !/^\d*$/.test(t.trim()));
const unCampo = fc
  .record({
    chiave: chiavi,
    tipo: fc.constantFrom(...TIPI_CAMPO),
    colonne: fc.uniqueArray(chiavi, { maxLength: 3 }),
    opzioni: fc.uniqueArray(chiavi, { maxLength: 3 }),
  })
  .map(({ chiave, tipo, colonne, opzioni: codici }) =>
    campo(chiave, {
      tipo,
      opzioni: opzioni(...codici),
      colonne: colonne.map((k) => ({ chiave: k, etichetta: k, tipo: 'testo', massimo: 500, opzioni: [] })),
    }),
  );
const moduli = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('s', 't', 'u'), fc.uniqueArray(unCampo, { minLength: 1, maxLength: 4, selector: (c) => c.chiave })),
    { minLength: 1, maxLength: 3, selector: ([k]) => k },
  )
  .map((voci) => voci.map(([k, campi]) => sezione(k, ...campi)));
const unValore: fc.Arbitrary<Valore> = fc.oneof(
  parola,
  fc.constant(`${'lungo '.repeat(1500)}fine`),
  fc.array(parola, { maxLength: 3 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(chiavi, parola, { maxKeys: 3 }),
  fc.array(
    fc.tuple(parola, fc.dictionary(chiavi, parola, { maxKeys: 3 })).map(([id, celle]) => ({ id, ...celle })),
    { maxLength: 3 },
  ),
);
const bozze = fc
  .uniqueArray(fc.tuple(fc.constantFrom('s', 't', 'u', 'v'), fc.dictionary(chiavi, unValore, { maxKeys: 4 })), {
    maxLength: 4,
    selector: ([k]) => k,
  })
  .map((voci) => voci.map(([chiave, valori]) => ({ chiave, valori: valori as Valori })));

/** Ogni testo scritto da una persona (gli id di riga non lo sono). */
const testi = (v: unknown): string[] =>
  Array.isArray(v)
    ? v.flatMap(testi)
    : typeof v === 'object' && v !== null
      ? Object.entries(v)
          .filter(([k]) => k !== 'id')
          .flatMap(([, x]) => testi(x))
      : typeof v === 'string' && v !== ''
        ? [v]
        : typeof v === 'number'
          ? [String(v)]
          : [];

describe('nessun testo si perde', () => {
  it('qualunque cosa fosse scritta, e comunque cambino i moduli', () => {
    fc.assert(
      fc.property(bozze, moduli, moduli, (scritte, prima, dopo) => {
        const { sezioni } = rebase(scritte, prima, dopo, 'IDEA');
        // i pezzi di uno stesso testo si riuniscono; il resto si cerca com'è
        const dopoTesti = sezioni.flatMap(({ valori }) =>
          testi(Object.fromEntries(Object.entries(valori).filter(([k]) => k !== '_orfani'))),
        );
        const orfani = new Map<string, string>();
        for (const o of sezioni.flatMap(({ valori }) => orfaniDi(valori)))
          orfani.set(`${o.sezione}.${o.campo}`, (orfani.get(`${o.sezione}.${o.campo}`) ?? '') + o.testo);
        const tutto = [...dopoTesti, ...orfani.values()];
        for (const t of testi(scritte.map((s) => s.valori))) expect(tutto.some((x) => x.includes(t))).toBe(true);
        for (const { valori } of sezioni) expect(Valori.safeParse(valori).success).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('un testo spezzato in celle si ricompone identico, emoji comprese', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), fc.nat({ max: 300 }), (t, volte) => {
        const testo = t.repeat(volte);
        expect(inPezzi(testo).join('')).toBe(testo);
      }),
      { numRuns: 30 },
    );
    expect(inPezzi(`${'x'.repeat(3999)}😀`).every((p) => p.isWellFormed())).toBe(true);
  });
});
