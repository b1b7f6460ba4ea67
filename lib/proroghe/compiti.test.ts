import { expect, test } from 'vitest';
import { compitiDi } from '@/lib/attuazione/compiti';
import type { ProgettoConDoveri } from '@/lib/attuazione/tipiCompiti';

const presente = { oggi: '2020-07-09', adesso: new Date('2020-07-09T08:30:00Z'), organizzazioneId: 'io', ruolo: 'REFERENTE' } as const;
const progetto = (altro: Partial<ProgettoConDoveri> = {}): ProgettoConDoveri => ({
  ...{
    id: 'P',
    codice: 'P01',
    titolo: 'Quadrante',
    stato: 'AVVIATO',
    capofila: true,
    capofilaNome: null,
    giorniVerifica: 15,
    popolazione: null,
  },
  ...{ enti: 2, ambiti: 1, azioniMie: 1, dataAvvio: null, dataFinePrevista: '2021-03-31', azioni: [], domanda: null },
  periodi: [{ id: 'p1', dal: '2020-01-01', al: '2020-06-30', scadenza: '2020-07-31', rapporto: null }],
  ...altro,
});
const tutti = (altro: Partial<ProgettoConDoveri>) => {
  const { ritardo, vicini, avanti, prossima } = compitiDi([progetto(altro)], presente);
  return { titoli: [...ritardo, ...vicini, ...avanti].map(({ titolo }) => titolo), prossima };
};

test('mentre il progetto è sospeso, o dopo che si è chiuso, nulla è dovuto e nessuna scadenza si annuncia', () => {
  expect(tutti({}).titoli).toEqual(['Apri la relazione gennaio–giugno 2020']);
  for (const fermo of [{ sospeso: true }, { stato: 'CONCLUSO' }, { stato: 'REVOCATO' }, { stato: 'RITIRATO' }] as const)
    expect(tutti(fermo)).toEqual({ titoli: [], prossima: null });
  // aperta ma non ancora cominciata: lo stato è già SOSPESO, i giorni no
  expect(tutti({ stato: 'SOSPESO', sospeso: false }).titoli).toHaveLength(1);
});

test('una proroga in bozza si presenta prima della fine di ciò che proroga, e lo fa il capofila', () => {
  const prorogheInBozza = [
    { id: 'x1', azione: null, fine: '2021-03-31' },
    { id: 'x2', azione: 'A1', fine: '2020-07-10' },
  ];
  expect(tutti({ periodi: [], prorogheInBozza }).titoli).toEqual([
    'Presenta o annulla la richiesta di proroga dell’azione A1',
    'Presenta o annulla la richiesta di proroga del progetto',
  ]);
  expect(tutti({ periodi: [], prorogheInBozza, capofila: false }).titoli).toEqual([]);
});
