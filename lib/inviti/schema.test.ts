import { expect, test } from 'vitest';
import { MASSIMO_PASSWORD } from '@/lib/auth/password';
import { NuovoAccount } from './schema';

const prova = (password: string, ripeti = password) => NuovoAccount.safeParse({ nome: 'Ada', cognome: 'Bo', password, ripeti });

test.each(['una frase lunga e tutta mia', 'càvolo verde 1984', `${'x7#'.repeat(3)}qualcosa`])('«%s» va', (password) => {
  expect(prova(password).success).toBe(true);
});

test.each([
  ['corta', /almeno 12/],
  ['Password2024!!', /prime che si provano/],
  ['abababababab', /prime che si provano/],
  ['111111111111111', /prime che si provano/],
  ['x1'.repeat(101), /al massimo 200/],
])('«%s» no', (password, frase) => {
  expect(prova(password).error?.issues[0]?.message).toMatch(frase);
});

test('le due password devono essere uguali, e il massimo è quello dell’accesso', () => {
  expect(prova('una frase lunga e mia', 'un’altra').error?.issues[0]).toMatchObject({ path: ['ripeti'] });
  expect(
    prova('a b c d e '.repeat(20).slice(0, MASSIMO_PASSWORD)).error?.issues.some(({ message }) => /massimo/.test(message)) ?? false,
  ).toBe(false);
  expect(MASSIMO_PASSWORD).toBe(200);
});
