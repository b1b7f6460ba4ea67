import { expect, test } from 'vitest';
import { esitoProva } from './rifiuti';
import { ritorno } from './ritorno';

const ID = '11111111-1111-4111-8111-111111111111';

test('si torna alla pagina da cui si è partiti, con l’esito', () => {
  expect(ritorno(ID, `/progetti/${ID}/relazioni/${ID}?azione=${ID}&esito=salvata`, 'allegata')).toBe(
    `/progetti/${ID}/relazioni/${ID}?azione=${ID}&prova=allegata#prove`,
  );
});

test.for([
  'https://altrove.example/',
  '//altrove.example',
  `/progetti/${ID}/../../accesso`,
  `/progetti/${ID.replace('1', '2')}/storia`,
  '',
  null,
  3,
])('un ritorno estraneo (%s) porta al progetto', (torna) => {
  expect(ritorno(ID, torna, 'tolta')).toBe(`/progetti/${ID}?prova=tolta#prove`);
});

test('l’esito si dice in parole; un codice inventato non rompe nulla', () => {
  expect(esitoProva('allegata')).toEqual({ tipo: 'successo', frase: 'Prova allegata.' });
  expect(esitoProva('documento.vuoto')?.frase).toMatch(/vuoto/);
  expect(esitoProva('toString')).toMatchObject({ tipo: 'errore', frase: expect.stringMatching(/Ricarica la pagina/) });
  expect([esitoProva(undefined), esitoProva(['a'])]).toEqual([undefined, undefined]);
});
