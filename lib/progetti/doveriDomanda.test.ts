import { expect, test } from 'vitest';
import type { DomandaDovuta } from '@/lib/attuazione/tipiCompiti';
import { doveriDomanda } from './doveriDomanda';
import type { StatoProgetto } from './schema';

const unaDomanda = (parziale: Partial<DomandaDovuta> = {}): DomandaDovuta => ({
  chiudeIdea: null,
  chiudeProgetto: null,
  richieste: [],
  avviso: null,
  candidatureDaDecidere: 0,
  prescrizioniMie: null,
  daConfermare: false,
  daRimodulare: false,
  daConvenzionare: false,
  ...parziale,
});
const titoli = (stato: StatoProgetto, capofila: boolean, domanda: Partial<DomandaDovuta> = {}) =>
  doveriDomanda({ id: 'P', titolo: 'Prova', stato, capofila, domanda: unaDomanda(domanda) }).map(({ titolo, entro }) => [titolo, entro]);

test('una bozza si completa entro il termine del suo passo, nel giorno di Roma; il partner sa che la presenta il capofila', () => {
  const chiude = { chiudeIdea: '2020-09-30T22:30:00Z', chiudeProgetto: '2020-12-31T11:00:59Z' };
  expect(titoli('IDEA_BOZZA', true, chiude)).toEqual([['Completa e presenta l’idea', '2020-10-01']]);
  expect(titoli('PROGETTO_BOZZA', false, chiude)).toEqual([['Completa la tua parte: il progetto definitivo', '2020-12-31']]);
  expect(titoli('IDEA_PRESENTATA', true, chiude)).toEqual([]);
});

test('ciò che la Regione ha chiesto viene prima della scrittura, ciascuna cosa con il suo termine', () => {
  const richieste = [
    { id: 'i', genere: 'INTEGRAZIONE' as const, entro: '2020-07-19T21:59:59Z', sezioni: 2 },
    { id: 'p', genere: 'PREAVVISO' as const, entro: '2020-07-20T10:00:00Z', sezioni: 0 },
  ];
  expect(titoli('IDEA_DA_INTEGRARE', true, { richieste })).toEqual([
    ['Integra la domanda', '2020-07-19'],
    ['Rispondi al preavviso di rigetto', '2020-07-20'],
  ]);
});

test('avviso, candidature e rimodulazione toccano al capofila e non agli altri', () => {
  expect(titoli('IDEA_APPROVATA', true)).toEqual([['Scrivi e pubblica l’avviso per i partner', null]]);
  expect(titoli('IDEA_APPROVATA', false)).toEqual([]);
  expect(titoli('PARTNERSHIP_APERTA', true, { candidatureDaDecidere: 2 })).toEqual([['Valuta 2 candidature', null]]);
  expect(titoli('PARTNERSHIP_APERTA', true)).toEqual([]);
  expect(titoli('APPROVATO', true, { daRimodulare: true })).toEqual([['Rimodula il piano sull’importo concesso', null]]);
  expect(titoli('APPROVATO', false, { daRimodulare: true })).toEqual([]);
  expect(titoli('APPROVATO', true, { daConvenzionare: true })).toEqual([['Completa i dati per la convenzione', null]]);
  expect(titoli('APPROVATO', false, { daConvenzionare: true })).toEqual([]);
  // prima si riduce il piano, poi si stipula
  expect(titoli('APPROVATO', true, { daRimodulare: true, daConvenzionare: true })).toHaveLength(1);
});

test('un partner aggiunto conferma, e adempie alle sue prescrizioni finché il progetto le aspetta', () => {
  expect(titoli('IDEA_PRESENTATA', false, { daConfermare: true })).toEqual([['Conferma che partecipi all’aggregazione', null]]);
  const prescrizioniMie = { quante: 1, entro: '2020-08-01' };
  expect(titoli('APPROVATO_CON_PRESCRIZIONI', false, { prescrizioniMie })).toEqual([['Adempi a una prescrizione', '2020-08-01']]);
  expect(titoli('PROGETTO_BOZZA', false, { prescrizioniMie })).toContainEqual(['Adempi a una prescrizione', '2020-08-01']);
  expect(titoli('PRESCRIZIONI_PRESENTATE', false, { prescrizioniMie })).toEqual([]);
  expect(titoli('PROGETTO_PRESENTATO', false, { prescrizioniMie })).toEqual([]);
});
