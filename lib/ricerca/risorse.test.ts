import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuraPartecipanti, figuraSpesa } from './figureRisorse';
import { fogliRisorse } from './fogliRisorse';
import type { DatiRisorse, ProgettoRisorse, PubblicataAlla } from './righe';
import { partecipantiPubblicati, quotaDi, spesaDeiProgetti } from './risorse';

const progetto = (codice: string, richiestoCents: string | null, assegnatoCents: string | null): ProgettoRisorse => ({
  ...{ codice, territorio: codice, richiestoCents, assegnatoCents, piano: null, dimostrativo: false },
});

describe('importi', () => {
  test('un importo che manca non vale zero e non entra nella quota', () => {
    const spesa = spesaDeiProgetti({
      progetti: [progetto('A', '20000', '15000'), progetto('B', '10000', null), progetto('C', null, '5000')],
    });
    expect(spesa).toMatchObject({ conAssegnato: 2, assegnato: 20_000n, richiesto: 30_000n, quota: 0.75 });
    expect(spesa.righe.map(({ quota }) => quota)).toEqual([0.75, null, null]);
    expect(figuraSpesa(spesa).grafico.barre.map(({ chiave, scritto }) => [chiave, scritto])).toEqual([
      ['A', '150,00\u00a0€'],
      ['C', '50,00\u00a0€'],
    ]);
  });

  test('il costo del piano è contributo, cofinanziamento e natura; il file ha centesimi ed euro', () => {
    const piano = { contributoCents: '800000', cofinanziamentoCents: '150050', naturaCents: '50000' };
    const dati = { progetti: [{ ...progetto('A', '900000', '800000'), piano, dimostrativo: true }] };
    expect(spesaDeiProgetti(dati).righe[0]?.costo).toBe(1_000_050n);
    const [foglio] = fogliRisorse({ ...dati, bando: null, bandi: [], primaApprovazione: null, primaPubblicazione: null, pubblicata: null });
    expect(foglio?.righe).toEqual([
      ['A', 'A', 900_000, 9000, 800_000, 8000, 0.8889, 800_000, 8000, 150_050, 1500.5, 50_000, 500, 1_000_050, 10_000.5, 1],
    ]);
    expect(foglio?.colonne.length).toBe(foglio?.righe[0]?.length);
  });

  test('la somma dei progetti è quella degli importi noti, quanti che siano, e la quota sta tra la più bassa e la più alta', () => {
    const cents = fc.option(fc.bigInt({ min: 1n, max: 10n ** 12n }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, cents), { maxLength: 15 }), (importi) => {
        const spesa = spesaDeiProgetti({
          progetti: importi.map(([chiesto, dato], n) => progetto(String(n), chiesto?.toString() ?? null, dato?.toString() ?? null)),
        });
        expect(spesa.assegnato).toBe(importi.reduce((somma, [, dato]) => somma + (dato ?? 0n), 0n));
        const quote = spesa.righe.map(({ quota }) => quota).filter((quota) => quota !== null);
        if (spesa.quota === null) expect(quote).toEqual([]);
        else {
          expect(spesa.quota).toBeGreaterThanOrEqual(Math.min(...quote) - 1e-6);
          expect(spesa.quota).toBeLessThanOrEqual(Math.max(...quote) + 1e-6);
        }
      }),
    );
    expect([quotaDi(null, 1n), quotaDi(1n, null), quotaDi(1n, 0n), quotaDi(1n, 3n)]).toEqual([null, null, null, 0.333333]);
  });

  test('la figura dice sempre che la spesa non è raccolta', () => {
    expect(figuraSpesa(spesaDeiProgetti({ progetti: [] })).avvertenza).toContain('il tasso di spesa non si può calcolare');
  });
});

describe('partecipanti', () => {
  const pubblicata: PubblicataAlla = {
    ...{ il: '2020-06-01', trimestre: '2020-T1', insieme: 'FSE' },
    intera: { 'completi.TOTALE.T': 40, 'tutti.TOTALE.T': null, 'completi.CO01.F': null, 'completi.CO01.T': 30 },
    progetti: [
      { codice: 'P1', territorio: 'Alba', completi: null, tutti: null },
      { codice: 'P2', territorio: 'Biella', completi: 25, tutti: 27 },
      { codice: 'P3', territorio: 'Cuneo', completi: 0, tutti: null },
    ],
  };

  test('soppresso resta soppresso: nel grafico, nella tabella e nel file, mai un numero e mai zero', () => {
    const letti = partecipantiPubblicati(pubblicata);
    expect(letti).toMatchObject({ completi: 40, tutti: null, soppressi: 1 });
    expect(letti.indicatori.find(({ codice, universo }) => codice === 'CO01' && universo === 'completi')?.valori).toMatchObject({
      F: null,
      M: 0,
      T: 30,
    });
    expect(figuraPartecipanti(pubblicata, letti).grafico.barre.map(({ chiave, valore, scritto }) => [chiave, valore, scritto])).toEqual([
      ['P2', 25, '25'],
      ['P3', 0, '0'],
      ['P1', 0, 'soppresso'],
    ]);
    const dati: DatiRisorse = { bando: null, bandi: [], primaApprovazione: null, progetti: [], primaPubblicazione: null, pubblicata };
    const [, partecipanti, caratteristiche] = fogliRisorse(dati);
    expect(partecipanti?.righe).toEqual([
      ['P1', 'Alba', '2020-06-01', null, null, 'soppresso'],
      ['P2', 'Biella', '2020-06-01', 25, 27, null],
      ['P3', 'Cuneo', '2020-06-01', 0, null, 'soppresso'],
    ]);
    const cella = (indicatore: string, sesso: string) =>
      caratteristiche?.righe.find((riga) => riga[2] === indicatore && riga[4] === sesso && riga[5] === 1)?.slice(6);
    expect([cella('co01', 'f'), cella('co01', 'tutti')]).toEqual([
      [null, 'soppresso'],
      [30, null],
    ]);
  });

  test('senza una tabella pubblicata i fogli hanno solo le intestazioni', () => {
    const fogli = fogliRisorse({
      bando: null,
      bandi: [],
      primaApprovazione: null,
      progetti: [],
      primaPubblicazione: null,
      pubblicata: null,
    });
    expect(fogli.map(({ tabella, righe }) => [tabella, righe.length])).toEqual([
      ['spesa', 0],
      ['partecipanti', 0],
      ['caratteristiche', 0],
    ]);
  });
});
