import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIE, unAzione, unaVoce, unPianoQualunque, uuid } from '@/tests/support/piano';
import { contributoPerCategoria, contributoTotale } from './bilancio';
import type { Piano } from './contesto';
import { perdite, scostamenti } from './perdite';
import { concessoPerCategoria, METODI_TAGLIO, manuale, perPriorita, proporzionale, taglia } from './tagli';

const quote = fc.tuple(...CATEGORIE.map(() => fc.integer({ min: 0, max: 130 })));
const concessoDi = (piano: Piano, percento: number[]) => {
  const chiesto = contributoPerCategoria(piano.voci);
  return new Map(CATEGORIE.map((c, i) => [c, ((chiesto.get(c) ?? 0n) * BigInt(percento[i] ?? 0)) / 100n]));
};

test.for(['PROPORZIONALE', 'PRIORITA'] as const)('%s: chiude al centesimo sul concesso di ogni categoria e non aumenta nulla', (metodo) => {
  fc.assert(
    fc.property(unPianoQualunque, quote, (piano, percento) => {
      const concesso = concessoDi(piano, percento);
      const dopo = taglia(metodo, piano, concesso);
      const [chiesto, scritto] = [contributoPerCategoria(piano.voci), contributoPerCategoria(dopo.voci)];
      for (const c of CATEGORIE) {
        const [r, g] = [chiesto.get(c) ?? 0n, concesso.get(c) ?? 0n];
        expect(scritto.get(c) ?? 0n).toBe(r < g ? r : g);
      }
      const prima = new Map(piano.voci.map((v) => [v.id, v]));
      for (const voce of dopo.voci) {
        expect(BigInt(voce.contributoCents) <= BigInt(prima.get(voce.id)?.contributoCents ?? -1)).toBe(true);
        expect([voce.cofinanziamentoCents, voce.naturaCents]).toEqual([
          prima.get(voce.id)?.cofinanziamentoCents,
          prima.get(voce.id)?.naturaCents,
        ]);
      }
    }),
  );
});

test.for(METODI_TAGLIO)('%s: nessuna voce resta senza azione, nessun destinatario aumenta, e ciò che si perde torna', (metodo) => {
  fc.assert(
    fc.property(unPianoQualunque, quote, (piano, percento) => {
      const scelta = { azioniTolte: piano.azioni.slice(0, 1).map(({ id }) => id), contributi: { v0: '1' } };
      const dopo = taglia(metodo, piano, concessoDi(piano, percento), scelta);
      const ids = new Set(dopo.azioni.map(({ id }) => id));
      expect(dopo.voci.every(({ azioneId }) => ids.has(azioneId))).toBe(true);
      const p = perdite(piano, dopo);
      expect(p.destinatari.every((r) => r.dopo <= r.prima)).toBe(true);
      expect(p.azioniTolte.length + dopo.azioni.length).toBe(piano.azioni.length);
      expect(p.contributo).toEqual({ prima: contributoTotale(piano.voci), dopo: contributoTotale(dopo.voci) });
    }),
  );
});

test('concesso quanto chiesto: il piano resta identico, destinatari compresi', () => {
  const piano = { azioni: [unAzione(1), unAzione(2)], voci: [unaVoce(1, 1, 500), unaVoce(2, 2, 700)] };
  const concesso = contributoPerCategoria(piano.voci);
  expect(proporzionale(piano, concesso)).toEqual(piano);
  expect(perPriorita(piano, concesso)).toEqual(piano);
});

const TRE: Piano = {
  azioni: [unAzione(1, { priorita: 1 }), unAzione(2, { priorita: 3 }), unAzione(3, { priorita: 2 })],
  voci: [unaVoce(1, 1, 1000), unaVoce(2, 2, 300), unaVoce(3, 3, 400)],
};

test('per priorità: prima cade intera la rinviabile, poi scende l’importante, l’irrinunciabile non si tocca', () => {
  const dopo = perPriorita(TRE, new Map([['personale', 1200n]]));
  expect(dopo.voci.map(({ id, contributoCents }) => [id, contributoCents])).toEqual([
    ['v1', '1000'],
    ['v3', '200'],
  ]);
  expect(dopo.azioni.map(({ codice, destinatari }) => [codice, destinatari[0]?.quantita])).toEqual([
    ['A1', 100],
    ['A3', 50],
  ]);
  const p = perdite(TRE, dopo);
  expect(p.destinatari).toEqual([{ gruppo: 'GRUPPO', unita: 'persone', prima: 300, dopo: 150 }]);
  expect(p.azioniTolte).toEqual([{ id: uuid(2), codice: 'A2', titolo: 'Azione 2' }]);
  expect(p.azioniRidotte).toEqual([{ id: uuid(3), codice: 'A3', titolo: 'Azione 3', primaCents: 400n, dopoCents: 200n }]);
  expect(p.indicatoriPersi).toEqual([{ nome: 'Sportelli aperti', atteso: '4', azione: 'A2' }]);
});

test('a mano: ciò che si sceglie, mai sopra l’approvato; e si vede di quanto si è oltre', () => {
  const dopo = manuale(TRE, { azioniTolte: [uuid(3)], contributi: { v1: '999999', v2: '250' } });
  expect(dopo.voci.map(({ id, contributoCents }) => [id, contributoCents])).toEqual([
    ['v1', '1000'],
    ['v2', '250'],
  ]);
  expect(scostamenti(TRE, dopo, new Map([['personale', 1200n]]))).toEqual([
    { categoria: 'personale', chiesto: 1700n, concesso: 1200n, scritto: 1250n, oltre: 50n },
  ]);
});

test('se la decisione dice solo il totale, le categorie si dividono in proporzione al chiesto', () => {
  const voci = [unaVoce(1, 1, 200), unaVoce(2, 1, 100, { categoria: 'beni' })];
  expect([...concessoPerCategoria(voci, 100n)]).toEqual([
    ['personale', 67n],
    ['beni', 33n],
  ]);
});
