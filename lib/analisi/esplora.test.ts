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
const incrocio = (righe: Cella[][], colonne: number): Incrocio => ({
  nomi: { righe: ['Rilevazione'], colonne: colonne > 0 ? 'Stato' : null },
  colonne: Array.from({ length: colonne }, (_, n) => ({ codice: `c${n}`, etichetta: `Colonna ${n % 3}` })),
  righe: righe.map(([totale, ...celle], n) => ({ voci: [{ codice: `${n}`, etichetta: `Riga ${n}` }], celle, totale: totale ?? null })),
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
        const dati = daEsplorare(incrocio(righe, colonne), domanda());
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
const nelTempo = (altro: Partial<Domanda>) => daEsplorare(incrocio([[piena], [piena]], 0), domanda(altro))?.nelTempo;

test('le righe che sono momenti si uniscono con una linea, le altre no', () => {
  expect(nelTempo({})).toBe(true);
  expect(nelTempo({ tabella: 'partecipanti', righe: ['semestre'] })).toBe(true);
  expect(nelTempo({ tabella: 'progetto', righe: ['data_avvio__anno'] })).toBe(true);
  expect(nelTempo({ righe: ['stato'] })).toBe(false);
  expect(nelTempo({ righe: ['rilevazione', 'stato'] })).toBe(false);
  expect(daEsplorare(incrocio([[piena]], 0), domanda())?.nelTempo).toBe(false); // un punto solo non fa una linea
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
