import { expect, test } from 'vitest';
import { ModuloRilievi } from './moduloRilievi';

const RAPPORTO = '11111111-1111-4111-8111-111111111111';
const AZIONE = '22222222-2222-4222-8222-222222222222';
const leggi = (campi: Record<string, string>) => ModuloRilievi.safeParse({ rapportoId: RAPPORTO, nota: '', ...campi });

test('le righe vuote non contano, l’azione vuota è l’intera relazione', () => {
  const letto = leggi({
    'rilievo.0.azione': AZIONE,
    'rilievo.0.testo': ' Le quantità non tornano ',
    'rilievo.1.azione': AZIONE,
    'rilievo.1.testo': '   ',
    'rilievo.2.azione': '',
    'rilievo.2.testo': 'La sintesi è troppo breve',
  });
  expect(letto.data).toEqual({
    rapportoId: RAPPORTO,
    nota: null,
    rilievi: [
      { azioneId: AZIONE, testo: 'Le quantità non tornano' },
      { azioneId: null, testo: 'La sintesi è troppo breve' },
    ],
  });
});

test('serve almeno un rilievo, o una nota che lo sia', () => {
  expect(leggi({}).error?.issues[0]).toMatchObject({ path: ['nota'], message: expect.stringMatching(/almeno un rilievo/) });
  expect(leggi({ nota: 'corta' }).success).toBe(false);
  expect(leggi({ nota: 'Una nota lunga abbastanza' }).success).toBe(true);
  expect(leggi({ 'rilievo.3.testo': 'breve' }).error?.issues).toMatchObject([
    { path: ['rilievo.3.testo'], message: expect.stringMatching(/almeno 10/) },
  ]);
  expect(leggi({ 'rilievo.1.azione': 'x', 'rilievo.1.testo': 'Un testo abbastanza lungo' }).error?.issues[0]?.path).toEqual([
    'rilievo.1.azione',
  ]);
});
