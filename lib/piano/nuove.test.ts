import { expect, test } from 'vitest';
import { CATEGORIE, ENTI, unAzione, unaVoce, uuid } from '@/tests/support/piano';
import { azioneDaSalvare, copiaDi, nuovaAzione, nuovaVoce, prossimoCodice } from './nuove';
import { azioniIn, vociIn } from './valori';

test('il codice nuovo non ripete mai uno usato', () => {
  expect(prossimoCodice([])).toBe('A1');
  expect(prossimoCodice([{ codice: 'A2' }])).toBe('A3');
  expect(prossimoCodice([{ codice: 'A1' }, { codice: 'A3' }])).toBe('A4');
});

test('una copia è un’altra azione, con il suo codice', () => {
  expect(copiaDi(unAzione(1), uuid(7), [unAzione(1)])).toEqual({ ...unAzione(1), id: uuid(7), codice: 'A2', titolo: 'Azione 1 (copia)' });
});

test('una voce nuova va sulla prima cella libera', () => {
  const enti = ENTI.map(({ organizzazioneId }) => organizzazioneId);
  const prima = nuovaVoce('n', uuid(1), [unaVoce(1, 1, 5)], CATEGORIE, enti);
  expect([prima.categoria, prima.organizzazioneId]).toEqual(['beni', uuid(901)]);
  const piene = CATEGORIE.flatMap((categoria) => enti.map((organizzazioneId) => unaVoce(1, 1, 5, { categoria, organizzazioneId })));
  expect(nuovaVoce('n', uuid(1), piene, CATEGORIE, enti)).toMatchObject({ categoria: 'personale', organizzazioneId: uuid(901) });
  expect(nuovaVoce('n', uuid(1), [], [], [])).toMatchObject({ categoria: '', organizzazioneId: '', contributoCents: '0' });
});

test('un’azione appena aggiunta, o svuotata mentre si scrive, si salva sempre', () => {
  const vuota = { ...nuovaAzione(uuid(1), [], null), codice: ' ', destinatari: [{ id: 'd', gruppo: '', quantita: 0, unita: ' ' }] };
  const salvata = azioneDaSalvare(vuota, 4);
  expect([salvata.codice, salvata.destinatari[0]?.unita]).toEqual(['A5', 'persone']);
  expect(azioniIn([salvata])).toEqual([salvata]);
  expect(vociIn([nuovaVoce('n', uuid(1), [], [], [])])).toHaveLength(1);
});
