import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codicePulito, difettoCup, difettoIban, dubbioCup, ibanInGruppi } from './codici';

const IBAN = [
  'IT60X0542811101000000123456',
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'FR1420041010050500013M02606',
  'SM86U0322509800000000270100',
];

describe('IBAN', () => {
  it.each(IBAN)('%s torna', (iban) => expect(difettoIban(iban)).toBe(''));

  it('una cifra sbagliata, o due vicine scambiate, si scoprono sempre', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IBAN), fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, dove, piu) => {
        const i = 4 + (dove % (iban.length - 5));
        const [qui, dopo] = [iban[i] ?? '', iban[i + 1] ?? ''];
        if (/\d/.test(qui)) expect(difettoIban(`${iban.slice(0, i)}${(Number(qui) + piu) % 10}${iban.slice(i + 1)}`)).not.toBe('');
        if (qui !== dopo) expect(difettoIban(`${iban.slice(0, i)}${dopo}${qui}${iban.slice(i + 2)}`)).not.toBe('');
      }),
    );
  });

  it('spazi e minuscole non contano; lunghezza e forma sì', () => {
    expect(difettoIban(codicePulito(' it60 x054 2811 1010 0000 0123 456 '))).toBe('');
    expect(difettoIban('IT60X054281110100000012345')).toMatch(/27 caratteri: questo ne ha 26/);
    expect(difettoIban('60ITX0542811101000000123456')).toMatch(/comincia con due lettere/);
    expect(difettoIban('')).not.toBe('');
    expect(ibanInGruppi('IT60X0542811101000000123456')).toBe('IT60 X054 2811 1010 0000 0123 456');
  });
});

describe('CUP', () => {
  it.each(['C11G06000000001', 'J81B21007330001', 'E19J08000020002'])('%s è ben fatto', (cup) => expect(difettoCup(cup)).toBe(''));
  it.each([
    ['C11G0600000000', /15 caratteri: questo ne ha 14/],
    ['C11G060000000012', /questo ne ha 16/],
    ['111G06000000001', /una lettera, due cifre/],
    ['C1AG06000000001', /una lettera, due cifre/],
    ['C11106000000001', /una lettera, due cifre/],
    ['C11G0600000000X', /undici cifre/],
  ])('%s no', (cup, frase) => expect(difettoCup(cup)).toMatch(frase));

  it('l’anno nel futuro è un dubbio, non un errore', () => {
    expect(dubbioCup('C11G20000000001', 2020)).toBe('');
    expect(dubbioCup('C11G21000000001', 2020)).toMatch(/«21»/);
    expect(difettoCup('C11G21000000001')).toBe('');
  });
});
