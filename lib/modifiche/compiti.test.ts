import { expect, test } from 'vitest';
import { atteseModifiche, compitiDecisione, compitiModifiche, type ModificaDovuta } from './compiti';

const richiesta = (cambio: Partial<ModificaDovuta> = {}): ModificaDovuta => ({
  id: 'r1',
  progettoId: 'p1',
  progetto: 'Quadrante',
  numero: 1,
  dominio: 'budget',
  stato: 'BOZZA',
  competente: null,
  apertaIl: '2020-07-01T08:00:00Z',
  presentataIl: null,
  capofila: true,
  ...cambio,
});

test('una bozza è un compito del solo capofila, senza termine', () => {
  const [compito, ...altri] = compitiModifiche([
    richiesta(),
    richiesta({ id: 'r2', capofila: false }),
    richiesta({ id: 'r3', stato: 'PRESENTATA' }),
  ]);
  expect(altri).toEqual([]);
  expect(compito).toMatchObject({
    titolo: 'Presenta o annulla la richiesta di modifica: quadro economico',
    entro: null,
    href: '/progetti/p1/modifiche/r1',
  });
});

test('ciò che la Regione ha in mano è un’attesa, con i giorni contati a Roma', () => {
  const adesso = new Date('2020-07-09T22:30:00Z');
  const attese = atteseModifiche([richiesta({ stato: 'IN_ISTRUTTORIA', presentataIl: '2020-07-07T22:30:00Z' }), richiesta()], adesso);
  expect(attese).toMatchObject([{ giorni: 2, perche: 'La Regione la sta esaminando.' }]);
});

test.each([
  ['ISTRUTTORE', 'PRESENTATA', 'DIRIGENTE', ['Prendi in carico la modifica: quadro economico']],
  ['ISTRUTTORE', 'IN_ISTRUTTORIA', 'DIRIGENTE', []],
  ['ISTRUTTORE', 'IN_ISTRUTTORIA', 'ISTRUTTORE', ['Decidi la modifica: quadro economico']],
  ['DIRIGENTE', 'IN_ISTRUTTORIA', 'ISTRUTTORE', ['Decidi la modifica: quadro economico']],
  ['VALUTATORE', 'PRESENTATA', 'DIRIGENTE', []],
] as const)('%s davanti a una richiesta %s di competenza di %s', (ruolo, stato, competente, titoli) => {
  const coda = [{ ...richiesta({ stato, competente }), titolo: 'Quadrante', assegnataA: null }];
  expect(compitiDecisione(coda, { ruolo, utenteId: 'u1' }).map(({ titolo }) => titolo)).toEqual(titoli);
});
