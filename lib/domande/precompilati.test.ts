import { expect, test } from 'vitest';
import { Sezione } from '@/lib/bandi/configurazione';
import { conPrecompilati } from './precompilati';
import { validaValori } from './valida';

const sezione = (chiave: string, precompilato?: string, visibilita = 'ENTRAMBI') =>
  Sezione.parse({
    chiave,
    titolo: chiave,
    visibilita,
    campi: [
      { chiave: 'enti', etichetta: 'Enti', tipo: 'organizzazioni', precompilato },
      { chiave: 'nota', etichetta: 'Nota', tipo: 'testo' },
    ],
  });
const sezioni = [sezione('capofila', 'CAPOFILA'), sezione('partner', 'ENTI_PARTNER', 'IDEA'), sezione('libera')];
const PARTNER = [
  { organizzazioneId: 'p1', ruolo: 'PARTNER_GESTORE' as const },
  { organizzazioneId: 'c', ruolo: 'CAPOFILA' as const },
  { organizzazioneId: 'e', ruolo: 'PARTNER_ETS' as const },
  { organizzazioneId: 'p2', ruolo: 'PARTNER_GESTORE' as const },
];

test('capofila e partner vengono dall’aggregazione, anche se nessuno ha aperto la sezione; il resto non si tocca', () => {
  const scritte = { partner: { enti: ['estraneo'], nota: 'mia' }, libera: { enti: ['x'] } };
  expect(conPrecompilati({ sezioni }, 'IDEA', scritte, PARTNER)).toEqual({
    capofila: { enti: ['c'] },
    partner: { enti: ['p1', 'p2'], nota: 'mia' },
    libera: { enti: ['x'] },
  });
  expect(conPrecompilati({ sezioni }, 'IDEA', {}, PARTNER.slice(1, 2))).toEqual({ capofila: { enti: ['c'] }, partner: { enti: [] } });
  // una sezione che in questa fase non c'è resta com'era
  expect(conPrecompilati({ sezioni }, 'PROGETTO', scritte, PARTNER).partner).toEqual(scritte.partner);
});

test('chi prova a scriverci altro non ci riesce, e il resto della sezione si salva', () => {
  const [capofila] = sezioni;
  if (!capofila) throw new Error('La sezione di prova non c’è.');
  expect(validaValori(capofila, { enti: ['un-altro'], nota: 'sì' })).toEqual({ valori: { nota: 'sì' }, errori: {}, sconosciuti: [] });
});
