import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { variante } from '@/lib/codiceFiscale/codiceFiscale';
import { letteraDiControllo } from '@/lib/codiceFiscale/controllo';
import { esigiConferma } from './confermaDati';
import { conTestiControllati } from './testiControllati';
import { avvisoDati, datiPersonali } from './testoLibero';

const lettera = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const cifre = (n: number) => fc.array(fc.constantFrom(...'0123456789'), { minLength: n, maxLength: n }).map((c) => c.join(''));
const base = fc
  .tuple(
    fc.array(lettera, { minLength: 6, maxLength: 6 }),
    cifre(2),
    fc.constantFrom(...'ABCDEHLMPRST'),
    fc.integer({ min: 1, max: 28 }),
    lettera,
    cifre(3),
  )
  .map(([nomi, anno, mese, giorno, luogo, numero]) => {
    const quindici = `${nomi.join('')}${anno}${mese}${String(giorno).padStart(2, '0')}${luogo}${numero}`;
    return quindici + letteraDiControllo(quindici);
  });
const codice = fc.tuple(base, fc.subarray([0, 1, 2, 3, 4, 5, 6])).map(([b, posti]) => variante(b, posti));
const PAROLE = [
  ...['Il', 'consorzio', 'ha', 'aperto', 'lo', 'sportello', 'di', 'prossimità', 'nell’ambito', 'straordinariamente', 'e', 'a', 'per'],
  ...['1.234.567,89 €', '350.000.000', '12/03/2020', '2020-03-12', 'C11G06000000001', 'prot. 0012345/2020', 'art. 6(1)(c)', '85%', '10:30'],
  ...[
    'D.D. n. 998/A15000',
    'n. 22-5076',
    'Reg. 2021/1057',
    'L. 241/1990',
    '333 persone',
    '3.500 ore',
    '320 utenti',
    '(2019-2020)',
    'AZ01',
    '@',
  ],
  ...['011', '015 persone', 'precipitevolissimevolmente', 'INTERNAZIONALIZZAZIONE', '100.000,00', 'x'.repeat(60), 'IT00', 'B1 e B2'],
];
const frase = fc.array(fc.constantFrom(...PAROLE), { maxLength: 30 }).map((parole) => parole.join(' '));

describe('codici fiscali', () => {
  test('ogni codice valido si trova, anche con l’omocodia, minuscolo, in mezzo a una frase', () => {
    fc.assert(
      fc.property(codice, frase, frase, fc.boolean(), fc.constantFrom(' ', '(', ': ', '\n', '«'), (cf, prima, dopo, minuscolo, segno) => {
        const testo = `${prima}${segno}${minuscolo ? cf.toLowerCase() : cf}, ${dopo}`;
        expect(datiPersonali(testo)).toContain('CODICE_FISCALE');
      }),
    );
  });
  test.each(['RSS MRA 80A01 H501U', 'RSSMRA80A01-H501U', 'cf:RSSMRA80A01H501U.', 'RSSMRA80A01H501X'])('«%s» si trova', (testo) => {
    expect(datiPersonali(testo)).toEqual(['CODICE_FISCALE']);
  });
});

test('una sigla e una frase che per caso danno resto 1 modulo 97 non sono un IBAN', () => {
  expect(datiPersonali('AZ01 Il 320 utenti Il')).toEqual([]);
});

test('le frasi di una relazione non danno avvisi', () => {
  fc.assert(
    fc.property(frase, (testo) => {
      expect(datiPersonali(testo)).toEqual([]);
      expect(avvisoDati(testo)).toBe('');
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['scrivere a mario.rossi@posta.example.it', 'EMAIL'],
  ['IT60X0542811101000000123456', 'IBAN'],
  ['iban IT60 X054 2811 1010 0000 0123 456 intestato', 'IBAN'],
  ['IT 60 X 05428 11101 000000123456', 'IBAN'],
  ['DE89 3704 0044 0532 0130 00', 'IBAN'],
  ['DE89370400440532013000, del fornitore', 'IBAN'],
  ['cell. 3281234567', 'TELEFONO'],
  ['328 1234567', 'TELEFONO'],
  ['328 123 4567', 'TELEFONO'],
  ['+39 328-1234567', 'TELEFONO'],
  ['tel. 011 4321234', 'TELEFONO'],
  ['015/2345678.', 'TELEFONO'],
  ['0114321234', 'TELEFONO'],
  ['+40 721 123456', 'TELEFONO'],
])('«%s» si trova', (testo, genere) => {
  expect(datiPersonali(testo)).toEqual([genere]);
});

test('un IBAN con la cifra di controllo sbagliata non è un IBAN, e un testo enorme si legge subito', () => {
  expect(datiPersonali('IT61X0542811101000000123456')).toEqual([]);
  const inizio = performance.now();
  for (const pezzo of ['a@', 'AB12 ', '328 ', 'RSSMRA', 'x.', '0123/']) datiPersonali(pezzo.repeat(20_000 / pezzo.length));
  expect(performance.now() - inizio).toBeLessThan(2000);
});

test('l’avviso dice che cosa, mai il dato', () => {
  expect(avvisoDati('RSSMRA80A01H501U, 3281234567')).toBe(
    'Sembra esserci un codice fiscale e un numero di telefono: se riguarda una persona, toglili.',
  );
});

test('un modulo controllato si ferma una volta, con la conferma passa com’è', () => {
  const schema = conTestiControllati(z.object({ risposta: z.string().min(3) }), ['risposta']);
  const esito = schema.safeParse({ risposta: 'chiamare 3281234567' });
  expect(esito.error?.issues.map(({ path }) => path)).toEqual([['confermaDati']]);
  expect(schema.parse({ risposta: 'chiamare 3281234567', confermaDati: 'on' })).toEqual({ risposta: 'chiamare 3281234567' });
  expect(schema.parse({ risposta: 'nulla da dire' })).toEqual({ risposta: 'nulla da dire' });
  expect(schema.safeParse({ risposta: '' }).success).toBe(false);
});

test('un’espressione vale per tutti i campi che le somigliano; gli altri non si guardano', () => {
  const schema = conTestiControllati(z.record(z.string(), z.string()), ['nota', /^rilievo\.\d+\.testo$/]);
  const passa = (campi: Record<string, string>) => schema.safeParse(campi).success;
  expect(passa({ nota: 'tutto bene', 'rilievo.0.testo': 'manca la delibera' })).toBe(true);
  expect(passa({ nota: 'tutto bene', 'rilievo.11.testo': 'chiamare 3281234567' })).toBe(false);
  expect(passa({ nota: 'tutto bene', 'rilievo.11.testo': 'chiamare 3281234567', confermaDati: 'si' })).toBe(true);
  expect(passa({ telefono: '3281234567', 'rilievo.azione': '3281234567' })).toBe(true);
});

test('la conferma dice i campi e si ferma a cinque; senza campi, o confermata, non si ferma nulla', () => {
  const dice = (dove: string[], confermati?: boolean) => {
    try {
      esigiConferma(dove, confermati);
      return null;
    } catch (errore) {
      return (errore as Error).message;
    }
  };
  expect([dice([]), dice(['Analisi'], true)]).toEqual([null, null]);
  expect(dice(['Analisi'])).toMatch(/^In «Analisi» sembrano esserci dati di una persona/);
  expect(dice(['a', 'b', 'c', 'd', 'e', 'f'])).toMatch(/^In «a», «b», «c», «d», «e» e un altro campo /);
  expect(dice(['a', 'b', 'c', 'd', 'e', 'f', 'g'], false)).toMatch(/e altri 2 campi /);
});
