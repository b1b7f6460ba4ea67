import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cifraDiControllo, difettoCodiceFiscale, normaleCodiceFiscale } from './codiceFiscale';

test.each(['00743110157', '80087670016', '07643520567'])('%s è un codice vero', (codice) => {
  expect(difettoCodiceFiscale(codice)).toBeNull();
});

test.each([
  ['00743110158', /cifra di controllo/],
  ['00000000000', /nessuna organizzazione/],
  ['0074311015', /11 cifre/],
  ['007431101577', /11 cifre/],
  ['RSSMRA80A01H501U', /11 cifre/],
  ['٠٠٧٤٣١١٠١٥٧', /11 cifre/],
  ['', /11 cifre/],
])('%s si rifiuta', (codice, perche) => {
  expect(difettoCodiceFiscale(codice)).toMatch(perche);
});

test('spazi, punti e prefisso IT non contano', () => {
  expect(normaleCodiceFiscale(' IT 007.431 10157\n')).toBe('00743110157');
  expect(normaleCodiceFiscale('ITALIA')).toBe('ITALIA');
});

const dieciCifre = fc.stringMatching(/^\d{10}$/).filter((cifre) => cifre !== '0000000000');

test('ogni codice con la sua cifra di controllo va, e nessun altro con le stesse dieci cifre', () => {
  fc.assert(
    fc.property(dieciCifre, fc.integer({ min: 0, max: 9 }), (dieci, ultima) => {
      expect(difettoCodiceFiscale(`${dieci}${ultima}`) === null).toBe(ultima === cifraDiControllo(dieci));
    }),
  );
});

test('una sola cifra sbagliata si scopre sempre', () => {
  fc.assert(
    fc.property(dieciCifre, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (dieci, posto, scarto) => {
      const giusto = `${dieci}${cifraDiControllo(dieci)}`;
      const cifra = (Number(giusto[posto]) + scarto) % 10;
      const sbagliato = `${giusto.slice(0, posto)}${cifra}${giusto.slice(posto + 1)}`;
      expect(difettoCodiceFiscale(sbagliato)).not.toBeNull();
    }),
  );
});
