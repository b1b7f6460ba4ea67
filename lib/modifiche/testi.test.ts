import { expect, test } from 'vitest';
import { testiDaRileggere } from './testi';

const operazione = (etichetta: string, dopo: never | object | string) => ({ etichetta, dopo: dopo as never });

test('in una modifica si guardano la motivazione e i testi nuovi, anche dentro un’azione intera; di ciò che c’era prima non si chiede', () => {
  const operazioni = [
    operazione('Titolo dell’azione A1', 'Sportello'),
    operazione('Descrizione dell’azione A1', 'Chiamare il 328 1234567'),
    operazione('Azione A9', { titolo: 'Nuova', indicatori: [{ nome: 'scrivere a mario.rossi@posta.example.it' }] }),
  ];
  const richiesta = { dominio: 'azioni' as const, motivazione: 'La signora RSSMRA80A01H501U', operazioni };
  expect(testiDaRileggere(richiesta)).toEqual(['Motivazione', 'Descrizione dell’azione A1', 'Azione A9']);
  expect(testiDaRileggere({ ...richiesta, motivazione: 'Cambia la sede', operazioni: operazioni.slice(0, 1) })).toEqual([]);
});

test.each(['referente', 'sede', 'dati_bancari'] as const)('chi cambia «%s» scrive recapiti: si guarda solo la motivazione', (dominio) => {
  const operazioni = [operazione('Recapito', '011 4321234'), operazione('IBAN', 'IT60X0542811101000000123456')];
  expect(testiDaRileggere({ dominio, motivazione: 'Nuovo referente', operazioni })).toEqual([]);
  expect(testiDaRileggere({ dominio, motivazione: 'Telefonare allo 011 4321234', operazioni })).toEqual(['Motivazione']);
});
