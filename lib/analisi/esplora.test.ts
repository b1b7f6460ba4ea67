import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daEsplorare } from './esplora';
import type { Cella, Incrocio } from './incrocio';
import { cellaScritta } from './labels';
import type { Domanda } from './schema';

const domanda = (altro: Partial<Domanda> = {}): Domanda => ({
  ...{ tabella: 'attivita_stato', righe: ['rilevazione'], colonne: 'stato', misura: { tipo: 'conteggio' }, quota: 'valori', filtri: [] },
  ...{ data: '2020-07-09', istantanea: null },
  ...altro,
});
const cella = fc.record({ valore: fc.option(fc.integer({ min: -5, max: 500 })), nascosta: fc.boolean(), parziale: fc.boolean() });
const incrocio = (righe: Cella[][], colonne: number, codici: (string | null)[] = []): Incrocio => ({
  nomi: { righe: ['Rilevazione'], colonne: colonne > 0 ? 'Stato' : null },
  colonne: Array.from({ length: colonne }, (_, n) => ({ codice: `c${n}`, etichetta: `Colonna ${n % 3}` })),
  righe: righe.map(([totale, ...celle], n) => ({
    voci: [{ codice: codici[n] === undefined ? `${n}` : codici[n], etichetta: `Riga ${n}` }],
    celle,
    totale: totale ?? null,
  })),
  totali: null,
  quante: 0,
  mancanti: 0,
  oscurato: righe.flat().some(({ nascosta }) => nascosta),
});

test('al browser arriva solo ciò che la tabella mostra: di una casella nascosta o parziale nessun valore, e di ogni casella le parole della tabella', () => {
  fc.assert(
    fc.property(
      fc
        .nat(4)
        .chain((colonne) => fc.tuple(fc.constant(colonne), fc.array(fc.array(cella, { minLength: colonne + 1, maxLength: colonne + 1 })))),
      ([colonne, righe]) => {
        const dati = daEsplorare(incrocio(righe, colonne), domanda({ righe: ['stato'] }));
        const disegnate = righe.map(([totale, ...celle]) => (colonne > 0 ? celle : totale ? [totale] : []));
        const valori = disegnate.map((celle) => celle.map((c) => (c.nascosta || c.parziale ? null : c.valore)));
        if (valori.flat().every((valore) => valore === null)) {
          expect(dati).toBeNull();
          return;
        }
        expect(dati?.righe.map((riga) => riga.valori)).toEqual(valori);
        expect(dati?.righe.map((riga) => riga.scritti)).toEqual(disegnate.map((celle) => celle.map((c) => cellaScritta(c, domanda()))));
        expect(dati?.serie).toHaveLength(Math.max(1, colonne));
      },
    ),
  );
});

const piena: Cella = { valore: 3, nascosta: false, parziale: false };
const di = (altro: Partial<Domanda>, ...codici: (string | null)[]) =>
  daEsplorare(
    incrocio(
      codici.map(() => [piena]),
      0,
      codici,
    ),
    domanda(altro),
  );
const momenti = (...argomenti: Parameters<typeof di>) => di(...argomenti)?.righe.map(({ momento }) => momento);

test('le righe che sono momenti si uniscono con una linea, ciascuna alla sua distanza; le altre no', () => {
  expect(momenti({}, '1', '2', '10')).toEqual([1, 2, 10]);
  expect(momenti({ tabella: 'partecipanti', righe: ['semestre'] }, '2020-1', '2020-2', '2021-2')).toEqual([24240, 24246, 24258]);
  expect(momenti({ tabella: 'progetto', righe: ['data_avvio__anno'] }, '2019', '2021')).toEqual([24228, 24252]);
  expect(momenti({ tabella: 'progetto', righe: ['mese_avvio_attivita'] }, '2019-12', '2020-01', '2020-05')).toEqual([24239, 24240, 24244]);
  expect(di({}, '1', '2')).toMatchObject({ nelTempo: true, senzaMomento: false });
  expect(di({ righe: ['stato'] }, '1', '2')).toMatchObject({ nelTempo: false, senzaMomento: false });
  expect(di({ righe: ['rilevazione', 'stato'] }, '1', '2')?.nelTempo).toBe(false);
});

test('chi non ha un momento non sta nella linea, ma si dice; un momento solo non fa una linea', () => {
  const dati = di({}, '1', null, '2');
  expect(dati).toMatchObject({ nelTempo: true, senzaMomento: true });
  expect(dati?.righe.map(({ nome }) => nome)).toEqual(['Riga 0', 'Riga 2']);
  expect(di({}, '1', null)).toMatchObject({ nelTempo: false, senzaMomento: false });
  expect(di({}, '1', null)?.righe).toHaveLength(2);
});

test('con troppe righe, o nessuna disegnabile, il grafico non si offre', () => {
  expect(
    daEsplorare(
      incrocio(
        Array.from({ length: 201 }, () => [piena]),
        0,
      ),
      domanda(),
    ),
  ).toBeNull();
  expect(daEsplorare(incrocio([[{ ...piena, nascosta: true }]], 0), domanda())).toBeNull();
});
