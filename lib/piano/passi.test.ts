import { expect, test } from 'vitest';
import { ENTI, unAzione, unaVoce, uuid } from '@/tests/support/piano';
import { mancanzeDelPiano } from './passi';

const REGOLE = {
  partner: ENTI,
  categorieCosto: [{ codice: 'personale', etichetta: 'Personale' }],
  contributoMinCents: null,
  contributoMaxCents: null,
};
const CAMPI = [
  { chiave: 'azioni', tipo: 'azioni' as const },
  { chiave: 'voci', tipo: 'budget' as const },
  { chiave: 'altro', tipo: 'testo' as const },
];

test('un piano completo non ha passi da fare, uno vuoto lo dice la sezione', () => {
  expect(mancanzeDelPiano(CAMPI, { azioni: { azioni: [unAzione(1)] }, quadro_economico: { voci: [unaVoce(1, 1, 5)] } }, REGOLE)).toEqual(
    [],
  );
  expect(mancanzeDelPiano(CAMPI, {}, REGOLE)).toEqual([]);
});

test('una riga per azione, per quante cose le manchino; del quadro le prime cinque e quante altre', () => {
  const azioni = [unAzione(1, { titolo: '', inizio: null, fine: null }), unAzione(2, { fine: null })];
  const voci = Array.from({ length: 8 }, (_, i) => unaVoce(i, 9, 5, { azioneId: uuid(50 + i) }));
  expect(mancanzeDelPiano(CAMPI.slice(0, 1), { azioni: { azioni } }, REGOLE)).toEqual([
    { campo: 'azioni', messaggio: 'Azione A1: scrivi il titolo, e altre 2 cose.' },
    { campo: 'azioni', messaggio: 'Azione A2: scrivi la data di fine.' },
  ]);
  const quadro = mancanzeDelPiano(CAMPI.slice(1), { azioni: { azioni }, quadro_economico: { voci } }, REGOLE);
  expect(quadro).toHaveLength(6);
  expect(quadro.at(-1)).toEqual({ campo: 'voci', messaggio: 'Altri 5 punti del quadro economico non tornano.' });
});
