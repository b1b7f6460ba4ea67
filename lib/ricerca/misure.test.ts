import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuraAvvio, figuraQuantita } from './figureAttuazione';
import { avvioDeiProgetti, avvioDelleAzioni, classeAvvio, quantitaRaggiunte } from './misure';
import { paginaDi } from './pagina';
import type { DatiAttuazione, Misurata, Onda } from './righe';
import { codiceDopo } from './schema';

const onda = (azione: string, al: string, altro: Partial<Onda> = {}): Onda => ({
  ...{ azione, progetto: 'P1', dal: al, al, approvatoIl: null, dimostrativo: false, stato: null, fonteStato: null, percentuale: null },
  ...{ inizioEffettivo: null, fineStimata: null, fineEffettiva: null, cause: [], realizzate: [], ...altro },
});
const progetto = (codice: string, approvazione: string | null, avvio: string | null = null) => ({
  ...{ codice, titolo: codice, territorio: codice, ambiti: [], approvazione, avvio },
});
const azione = (codice: string, dove = 'P1') => ({
  ...{ codice, progetto: dove, ente: 'E', titolo: codice, tipo: 'AZIONE' as const, categoria: null, categoriaEnte: null, destinatari: [] },
  ...{ inizioPrevisto: null, finePrevista: null, campiDimostrativi: [] },
});
const dati = (altro: Partial<DatiAttuazione>): DatiAttuazione => ({
  ...{ bando: null, bandi: [], primaRilevazione: null, ambiti: [], categorie: [], cause: [], progetti: [], azioni: [] },
  ...{ onde: [], causeProgetto: [], quantita: [], sospensioni: [], ...altro },
});
const misurata = (valore: number, altro: Partial<Misurata> = {}): Misurata => ({
  ...{ valore, massimo: null, approssimato: false, desunto: false, ...altro },
});

describe('avvio', () => {
  test('chi manca di una data si conta a parte, e una partenza prima dell’approvazione non si disegna', () => {
    const avvio = avvioDeiProgetti(
      dati({
        progetti: [
          progetto('A', '2019-04', '2019-09'),
          progetto('B', '2019-04'),
          progetto('C', null, '2019-09'),
          progetto('D', '2019-04', '2019-02'),
        ],
      }),
    );
    expect(avvio.righe.map(({ mesi }) => mesi)).toEqual([5, null, null, -2]);
    expect(avvio).toMatchObject({ rilevati: 2, senzaApprovazione: 1, senzaAvvio: 1, anticipati: 1 });
    const figura = figuraAvvio(avvio);
    expect(figura.grafico.barre.map(({ chiave, valore }) => [chiave, valore])).toEqual([['A', 5]]);
    expect(figura.avvertenza).toContain('1 progetto è partito prima dell’approvazione');
  });

  test('di un’azione vale l’inizio dell’ultima relazione; i mesi sono di calendario', () => {
    const avvio = avvioDelleAzioni({
      progetti: [progetto('P1', '2019-04')],
      azioni: [azione('A'), azione('B'), azione('C')],
      onde: [
        onda('A', '2020-01-31', { inizioEffettivo: '2019-05-31' }),
        onda('A', '2020-02-29', { inizioEffettivo: '2020-04-01' }),
        onda('B', '2020-01-31', { inizioEffettivo: '2019-04-30' }),
        onda('C', '2020-01-31'),
      ],
    });
    expect(avvio.righe.map(({ inizio, mesi }) => [inizio, mesi])).toEqual([
      ['2020-04', 12],
      ['2019-04', 0],
      [null, null],
    ]);
    expect(avvio).toMatchObject({ rilevate: 2, mediana: 6, senzaApprovazione: 0, senzaInizio: 1 });
    expect(avvio.classi.filter(({ azioni }) => azioni > 0)).toEqual([
      { classe: 'MESI_0_2', azioni: 1 },
      { classe: 'MESI_12', azioni: 1 },
    ]);
  });

  test('le classi coprono ogni numero di mesi, senza buchi e senza doppi', () => {
    expect([-13, -1, 0, 2, 3, 5, 6, 8, 9, 11, 12, 40].map(classeAvvio)).toEqual([
      ...['PRIMA', 'PRIMA', 'MESI_0_2', 'MESI_0_2', 'MESI_3_5', 'MESI_3_5', 'MESI_6_8', 'MESI_6_8'],
      ...['MESI_9_11', 'MESI_9_11', 'MESI_12', 'MESI_12'],
    ]);
    const mese = fc.tuple(fc.integer({ min: 2017, max: 2023 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(fc.option(mese), { maxLength: 20 }), (inizi) => {
        const scritto = (m: [number, number]) => `${m[0]}-${String(m[1]).padStart(2, '0')}`;
        const avvio = avvioDelleAzioni({
          progetti: [progetto('P1', '2019-04')],
          azioni: inizi.map((_, n) => azione(String(n))),
          onde: inizi.map((inizio, n) => onda(String(n), '2024-01-31', { inizioEffettivo: inizio ? `${scritto(inizio)}-15` : null })),
        });
        expect(avvio.classi.reduce((somma, { azioni }) => somma + azioni, 0) + avvio.senzaInizio).toBe(inizi.length);
        for (const [n, { mesi }] of avvio.righe.entries()) {
          const inizio = inizi[n];
          expect(mesi).toBe(inizio ? inizio[0] * 12 + inizio[1] - (2019 * 12 + 4) : null);
        }
      }),
    );
  });
});

describe('previsto e raggiunto', () => {
  const grandezza = (codice: string, unita: string, previsto: Misurata | null) => ({
    ...{ codice, progetto: 'P1', azione: 'A', unita, riferimento: null, previsto },
  });
  const raggiunte = (quantita: ReturnType<typeof grandezza>[], realizzate: Record<string, Misurata>) =>
    quantitaRaggiunte(
      dati({
        ...{ azioni: [azione('A')], quantita },
        onde: [onda('A', '2020-01-31', { realizzate: Object.entries(realizzate).map(([quale, m]) => ({ quantita: quale, ...m })) })],
      }),
    );

  test('«circa» e gli intervalli rendono approssimata la quota, e la barra lo dice', () => {
    const esito = raggiunte(
      [
        grandezza('Q1', 'persone', misurata(40, { approssimato: true })),
        grandezza('Q2', 'tavoli', misurata(10, { massimo: 15 })),
        grandezza('Q3', 'ore', misurata(8)),
      ],
      { Q1: misurata(20), Q2: misurata(12), Q3: misurata(8) },
    );
    expect(esito.righe.map(({ quota, approssimata }) => [quota, approssimata])).toEqual([
      [0.5, true],
      [1.2, true],
      [1, false],
    ]);
    expect(figuraQuantita(esito).grafico.barre.map(({ etichetta, scritto }) => [etichetta, scritto])).toEqual([
      ['tavoli, A', 'circa 120% (12 su 10–15)'],
      ['ore, A', '100% (8 su 8)'],
      ['persone, A', 'circa 50% (20 su circa 40)'],
    ]);
  });

  test('ogni grandezza si confronta solo con se stessa: cambiarne una non tocca le altre', () => {
    const valori = fc.record({
      previsto: fc.option(fc.integer({ min: 0, max: 500 })),
      raggiunto: fc.option(fc.integer({ min: 0, max: 500 })),
    });
    fc.assert(
      fc.property(fc.array(valori, { minLength: 1, maxLength: 12 }), fc.constantFrom('persone', 'ore'), (elenco, unita) => {
        const esito = raggiunte(
          elenco.map(({ previsto }, n) => grandezza(`Q${n}`, n === 0 ? 'tavoli' : unita, previsto === null ? null : misurata(previsto))),
          Object.fromEntries(elenco.flatMap(({ raggiunto }, n) => (raggiunto === null ? [] : [[`Q${n}`, misurata(raggiunto)]]))),
        );
        for (const [n, { previsto, raggiunto }] of elenco.entries())
          expect(esito.righe[n]?.quota).toBe(previsto && raggiunto !== null ? raggiunto / previsto : null);
        expect(esito.confrontabili.length + esito.soloPreviste + esito.soloRaggiunte + esito.senzaValori).toBe(elenco.length);
      }),
    );
  });
});

describe('le pagine delle tabelle', () => {
  const codici = (quanti: number) => Array.from({ length: quanti }, (_, n) => ({ codice: `P${String(n).padStart(4, '0')}` }));

  test('seguendo «successivi» si vede ogni progetto una volta, e «precedenti» riporta indietro', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (quanti) => {
        const progetti = codici(quanti);
        let pagina = paginaDi(progetti, '');
        const visti = progetti.slice(pagina.da, pagina.a);
        expect(pagina.precedente).toBeNull();
        while (pagina.successiva !== null) {
          const prima = pagina;
          pagina = paginaDi(progetti, pagina.successiva);
          expect(paginaDi(progetti, pagina.precedente ?? '?')).toEqual(prima);
          visti.push(...progetti.slice(pagina.da, pagina.a));
        }
        expect(visti).toEqual(progetti);
      }),
    );
  });

  test('un codice che non c’è, l’ultimo, o scritto male ricominciano dall’inizio; nessun progetto è una pagina vuota', () => {
    expect(paginaDi(codici(60), 'X')).toMatchObject({ da: 0, a: 50 });
    expect(paginaDi(codici(60), 'P0059')).toMatchObject({ da: 0, a: 50 });
    expect(paginaDi([], '')).toEqual({ da: 0, a: 0, totale: 0, precedente: null, successiva: null });
    expect([codiceDopo("P01' or 1=1"), codiceDopo(undefined), codiceDopo(['P01'])]).toEqual(['', '', 'P01']);
  });
});
