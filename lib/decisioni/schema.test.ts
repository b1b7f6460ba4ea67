import { expect, test } from 'vitest';
import { righeConcesso } from './campi';
import { Diniego, ModuloApprovazione, VerificaPrescrizione } from './schema';

const ID = '11111111-1111-4111-8111-111111111111';
const ENTE = '22222222-2222-4222-8222-222222222222';
const campi = {
  progettoId: ID,
  atto: ' D.D. 7 ',
  dataAtto: '9/7/2020',
  motivazione: '',
  'concesso.personale': '1.234,50',
  'concesso.servizi': '0',
};
const prescrizione = {
  'prescrizione.0.testo': 'Allegare il protocollo.',
  'prescrizione.0.ente': ENTE,
  'prescrizione.0.entro': '31/12/2020',
};
const errori = (scritti: Record<string, string>) => ModuloApprovazione.safeParse(scritti).error?.issues.map((i) => i.path.join('.')) ?? [];

test('il modulo diventa centesimi, date ISO e le sole prescrizioni scritte', () => {
  const vuota = { 'prescrizione.1.testo': ' ', 'prescrizione.1.ente': ENTE, 'prescrizione.1.entro': '' };
  expect(ModuloApprovazione.parse({ ...campi, ...prescrizione, ...vuota })).toEqual({
    ...{ progettoId: ID, atto: 'D.D. 7', dataAtto: '2020-07-09', motivazione: null },
    concesso: { personale: 123_450n, servizi: 0n },
    prescrizioni: [{ testo: 'Allegare il protocollo.', organizzazioneId: ENTE, entro: '2020-12-31' }],
  });
});

test('ogni errore porta il nome del suo campo', () => {
  expect(errori({ ...campi, atto: '', dataAtto: '31/02/2020' })).toEqual(['atto', 'dataAtto']);
  expect(errori({ ...campi, 'concesso.personale': 'mille', 'concesso.servizi': '' })).toEqual(['concesso.personale', 'concesso.servizi']);
  expect(errori({ ...campi, 'concesso.personale': '-5' })).toEqual(['concesso.personale']);
  expect(errori({ ...campi, ...prescrizione, 'prescrizione.0.entro': '', 'prescrizione.0.ente': '' })).toEqual([
    'prescrizione.0.ente',
    'prescrizione.0.entro',
  ]);
  expect(errori({ ...campi, 'prescrizione.3.testo': 'corta' })).toEqual([
    'prescrizione.3.testo',
    'prescrizione.3.ente',
    'prescrizione.3.entro',
  ]);
  expect(errori({ ...campi, ...prescrizione, 'prescrizione.0.testo': 'x'.repeat(2001) })).toEqual(['prescrizione.0.testo']);
});

test('un diniego ha almeno un motivo dell’elenco e una motivazione', () => {
  const base = { progettoId: ID, atto: 'D.D. 7', dataAtto: '09/07/2020', motivazione: 'Sotto la soglia prevista.' };
  expect(Diniego.parse({ ...base, 'motivi.ALTRO': 'si' })).toMatchObject({ motivi: ['ALTRO'] });
  expect(Diniego.safeParse(base).error?.issues[0]?.message).toBe('Scegli almeno un motivo.');
  expect(Diniego.safeParse({ ...base, 'motivi.INVENTATO': 'si' }).success).toBe(false);
});

test('una prescrizione respinta dice che cosa manca', () => {
  const base = { progettoId: ID, prescrizioneId: ENTE, nota: '' };
  expect(VerificaPrescrizione.safeParse({ ...base, esito: 'VERIFICATA' }).success).toBe(true);
  expect(VerificaPrescrizione.safeParse({ ...base, esito: 'RESPINTA' }).error?.issues[0]?.path).toEqual(['nota']);
});

test('le righe della concessione seguono le categorie del bando; quelle che non nomina restano in fondo', () => {
  const categorie = [
    { codice: 'servizi', etichetta: 'Servizi' },
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ];
  expect(righeConcesso({ personale: 123_450n, altro: 1n, servizi: 100n }, categorie)).toMatchObject([
    { campo: 'concesso.servizi', etichetta: 'Servizi', valore: '1,00' },
    { campo: 'concesso.personale', valore: '1.234,50' },
    { campo: 'concesso.altro', etichetta: 'altro', valore: '0,01' },
  ]);
});
