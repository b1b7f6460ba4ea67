import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limiti } from '@/tests/support/attaccoTabella';
import { type Atomo, type Conteggio, conteggiDiEsito, conteggiDiRighe, esitoDi, rispondi } from './persone';
import type { Domanda, Filtro } from './schema';

const ESITO = 'lavoro';
const CODICI = ['1', '0', null];
const VOCI = ['programma', 'semestre', 'classe_eta', 'sesso', 'cittadinanza', 'titolo', 'condizione', 'ambito'] as const;

/** Le righe k-anonime com'escono dal rilascio: ogni classe vale almeno cinque, l'esito è diviso come capita. */
const classe = fc.record({
  voci: fc.record({
    programma: fc.constant('P'),
    semestre: fc.constantFrom('2019-1', '2019-2'),
    classe_eta: fc.constantFrom('0-17', '18-54', '55+'),
    sesso: fc.constantFrom('F', 'M', 'X'),
    cittadinanza: fc.constantFrom('IT', 'UE', null),
    titolo: fc.constantFrom('0-2', null),
    condizione: fc.constantFrom('DISOCCUPATO', 'OCCUPATO'),
    ambito: fc.constantFrom('1', '2', 'NON_DIFFUSO'),
  }),
  esiti: fc.tuple(fc.nat(12), fc.nat(12), fc.nat(4)),
});
type Classe = { voci: Record<string, string | null>; esiti: [number, number, number] };
const stessa = ({ voci }: Classe): string => JSON.stringify(voci);
const rilascio = fc
  .uniqueArray(classe, { selector: stessa, maxLength: 25 })
  .map((classi) => classi.map(({ voci, esiti: [si, no, nr] }): Classe => ({ voci, esiti: [si + 5, no, nr] })));
const atomi = (classi: readonly Classe[]): Atomo[] =>
  classi.flatMap(({ voci, esiti }) =>
    CODICI.map((codice, n) => ({ voci: { ...voci, [ESITO]: codice }, n: esiti[n] ?? 0 })).filter(({ n }) => n > 0),
  );

const domanda = (righe: string[], colonne: string | null = null, filtri: Filtro[] = []): Domanda => ({
  ...{
    tabella: 'partecipanti',
    righe,
    colonne,
    filtri,
    misura: { tipo: 'conteggio' },
    quota: 'valori',
    data: '2020-07-09',
    istantanea: null,
  },
});
/** Risponde a più domande sugli stessi dati: i conteggi, che non dipendono dalla domanda ma solo dalla famiglia, si fanno una volta. */
function rispondente(dati: readonly Atomo[]): (chiesta: Domanda) => ReturnType<typeof rispondi> {
  const famiglie = new Map<string, Conteggio[]>();
  return (chiesta) => {
    const esito = esitoDi(chiesta);
    const famiglia = JSON.stringify(esito);
    const conteggi = famiglie.get(famiglia) ?? (esito ? conteggiDiEsito(dati, esito.esito, CODICI, esito.perSesso) : conteggiDiRighe(dati));
    famiglie.set(famiglia, conteggi);
    return rispondi(conteggi, chiesta);
  };
}

/** Tutto ciò che una persona ostinata può chiedere: ogni coppia di voci, ogni filtro e il suo contrario. */
const FILTRI: Filtro[][] = [
  [],
  ...(
    [
      ['sesso', ['F']],
      ['sesso', ['F', 'M']],
      ['classe_eta', ['0-17']],
      ['classe_eta', ['18-54', '55+']],
      ['semestre', ['2019-1']],
      ['cittadinanza', ['IT']],
      [ESITO, ['1']],
    ] as [string, string[]][]
  ).flatMap(([colonna, valori]): Filtro[][] => (['uguale', 'diverso'] as const).map((operatore) => [{ colonna, operatore, valori }])),
];
const BATTERIA: Domanda[] = [...VOCI, ESITO].flatMap((riga) =>
  [null, ...VOCI, ESITO]
    .filter((colonna) => colonna !== riga)
    .flatMap((colonna) => FILTRI.map((filtri) => domanda([riga], colonna, filtri))),
);

const gruppo = (voci: Record<string, string | null>): string =>
  JSON.stringify(['programma', 'semestre', 'classe_eta', 'sesso', 'condizione', 'titolo'].map((n) => voci[n] ?? null));

/** Una classe qualunque, intera. */
const BASE = {
  programma: 'P',
  semestre: '2019-1',
  classe_eta: '18-54',
  sesso: 'F',
  cittadinanza: 'IT',
  titolo: null,
  condizione: 'X',
  ambito: '1',
};
/** Ogni domanda della batteria ha la stessa risposta, che i dati siano gli uni o gli altri. */
function stesseRisposte(prima: readonly Classe[], dopo: readonly Classe[]): void {
  const [a, b] = [rispondente(atomi(prima)), rispondente(atomi(dopo))];
  for (const chiesta of BATTERIA) expect(JSON.stringify(a(chiesta))).toBe(JSON.stringify(b(chiesta)));
}

describe('ciò che è nascosto non entra in nessuna risposta', () => {
  test('se cambia quante sono le persone di un gruppo nascosto di minori, e i loro esiti, nessuna risposta cambia', () => {
    const nascosti = { ...BASE, classe_eta: '0-17', titolo: '5-8' };
    const esiti = fc.tuple(fc.integer({ min: 5, max: 6 }), fc.nat(2), fc.nat(1));
    fc.assert(
      fc.property(rilascio, esiti, esiti, (classi, prima, dopo) => {
        const con = (esiti: Classe['esiti']) => [...classi, { voci: nascosti, esiti }];
        stesseRisposte(con(prima), con(dopo));
      }),
      { numRuns: 15 },
    );
  });

  test('se cambiano gli esiti di un semestre che non esce, nessuna risposta cambia', () => {
    const voci = { ...BASE, semestre: '2018-2' };
    // da una a quattro persone con l'esito: sempre sotto soglia, in tutto sempre venti
    const pochi = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(rilascio, pochi, pochi, (classi, prima, dopo) => {
        const con = (si: number): Classe[] => [...classi, { voci, esiti: [si, 20 - si, 0] }];
        stesseRisposte(con(prima), con(dopo));
      }),
      { numRuns: 15 },
    );
  });
});

test('ogni numero mostrato, e ogni differenza tra una domanda e la stessa con un filtro o il suo contrario, vale zero o almeno la soglia', () => {
  fc.assert(
    fc.property(rilascio, (classi) => {
      const risposta = rispondente(atomi(classi));
      for (const intera of BATTERIA.filter(({ filtri }) => filtri.length === 0))
        for (const filtro of FILTRI.flat()) {
          const filtrata = domanda(intera.righe, intera.colonne, [filtro]);
          // la stessa famiglia di conteggi: chiedere un esito solo nel filtro guarda un'altra tabella
          if (esitoDi(filtrata)?.esito !== esitoDi(intera)?.esito || esitoDi(filtrata)?.perSesso !== esitoDi(intera)?.perSesso) continue;
          const tutte = new Map(risposta(intera).celle.map(({ grezza: [l, r, c, v] }) => [JSON.stringify([l, r, c]), Number(v)]));
          for (const {
            grezza: [l, r, c, v],
          } of risposta(filtrata).celle) {
            const resto = (tutte.get(JSON.stringify([l, r, c])) ?? 0) - Number(v);
            for (const numero of [Number(v), resto])
              expect(numero === 0 || numero >= 5, JSON.stringify({ intera, filtro, numero })).toBe(true);
          }
        }
    }),
    { numRuns: 10 },
  );
});

test('un gruppo di soli minori si mostra da dieci in su', () => {
  fc.assert(
    fc.property(rilascio, (classi) => {
      const soli: Filtro = { colonna: 'classe_eta', operatore: 'uguale', valori: ['0-17'] };
      for (const riga of VOCI)
        for (const { grezza } of rispondente(atomi(classi))(domanda([riga], 'sesso', [soli])).celle)
          expect(Number(grezza[3]) === 0 || Number(grezza[3]) >= 10).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('per età, sesso, condizione e titolo si conta come nel conteggio già pubblicato: stessi numeri, stesse celle nascoste', () => {
  fc.assert(
    fc.property(rilascio, (classi) => {
      const pubblicati = new Map<string, number>();
      for (const { voci, n } of atomi(classi)) pubblicati.set(gruppo(voci), (pubblicati.get(gruppo(voci)) ?? 0) + n);
      const qui = new Map<string, number | null>();
      for (const { voci, n } of conteggiDiRighe(atomi(classi))) qui.set(gruppo(voci), n === null ? null : (qui.get(gruppo(voci)) ?? 0) + n);
      const attesi = [...pubblicati].map(([nome, n]) => [nome, nome.includes('"0-17"') && n < 10 ? null : n] as const);
      expect(qui).toEqual(new Map(attesi));
    }),
  );
});

test('sapendo quanti sono per sesso e i totali dell’esito, un conteggio piccolo per sesso non si ricava (programmazione lineare)', () => {
  const righe = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(8)), { minLength: 2, maxLength: 3 });
  let attaccate = 0;
  fc.assert(
    fc.property(righe, (esiti) => {
      const sessi = ['F', 'M', 'X'].slice(0, esiti.length);
      fc.pre(esiti.every((riga) => riga.reduce((a, b) => a + b, 0) >= 5));
      const dati = atomi(esiti.map((e, n) => ({ voci: { ...BASE, sesso: sessi[n] ?? null }, esiti: e })));
      const perSesso = conteggiDiEsito(dati, ESITO, CODICI, true);
      const totali = conteggiDiEsito(dati, ESITO, CODICI, false);
      fc.pre(perSesso.some(({ n }) => n === null) && totali.every(({ n }) => n !== null));
      attaccate += 1;
      const mostra = (valore: number) => ({ valore, motivo: null });
      const celle = [
        ...esiti.flatMap((riga) => [
          ...riga.map(() => ({ valore: null, motivo: 'soppresso' as const })),
          mostra(riga.reduce((a, b) => a + b, 0)),
        ]),
        ...totali.map(({ n }) => mostra(n ?? 0)),
        mostra(totali.reduce((tutti, { n }) => tutti + (n ?? 0), 0)),
      ];
      const pubblicata = {
        dimensioni: [
          [...sessi, 'TOTALE'],
          ['1', '0', 'NA', 'TOTALE'],
        ],
        celle,
      };
      for (const [r, riga] of esiti.entries())
        for (const [c, valore] of riga.entries()) {
          if (valore === 0 || valore >= 5) continue;
          const [basso, alto] = limiti(pubblicata, r * 4 + c);
          expect(alto - basso).toBeGreaterThanOrEqual(5 - 1e-6);
        }
    }),
    { numRuns: 300 },
  );
  expect(attaccate).toBeGreaterThan(20);
});

describe('a mano', () => {
  test('un filtro che lascia due persone: il semestre non dice nessun esito', () => {
    const dati = atomi([{ voci: BASE, esiti: [2, 30, 0] }]);
    const { celle, quante } = rispondente(dati)(domanda(['semestre'], null, [{ colonna: ESITO, operatore: 'uguale', valori: ['1'] }]));
    expect(quante).toBe(0);
    expect(celle.every(({ nascosti, grezza }) => nascosti && grezza[3] === '0')).toBe(true);
  });
  test('se tutti hanno lo stesso esito non si dice; se nessuno è stato rilevato sì', () => {
    const uguale = conteggiDiEsito(atomi([{ voci: BASE, esiti: [30, 0, 0] }]), ESITO, CODICI, false);
    expect(uguale.map(({ n }) => n)).toEqual([null, null, null]);
    const nessuno = conteggiDiEsito(atomi([{ voci: BASE, esiti: [0, 0, 30] }]), ESITO, CODICI, false);
    expect(nessuno.map(({ n }) => n)).toEqual([0, 0, 30]);
  });
  test('dei minori con una classe piccola si tiene il gruppo e si perdono cittadinanza e ambito', () => {
    const minori = { ...BASE, classe_eta: '0-17' };
    const dati = atomi([
      { voci: minori, esiti: [12, 0, 0] },
      { voci: { ...minori, cittadinanza: 'UE' }, esiti: [6, 0, 0] },
    ]);
    expect(conteggiDiRighe(dati)).toEqual([
      { voci: expect.objectContaining({ cittadinanza: 'NON_DIFFUSO', ambito: 'NON_DIFFUSO' }), n: 18 },
    ]);
  });
});
