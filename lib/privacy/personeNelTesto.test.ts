import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GenereSegnale, generiDeiSegnali, segnaliPersone } from './personeNelTesto';

const PAROLE = [
  ...[
    'Il',
    'consorzio',
    'ha',
    'aperto',
    'lo',
    'sportello',
    'di',
    'prossimità',
    'con',
    'i',
    'Comuni',
    'dell’ambito',
    'e',
    'la',
    'Regione Piemonte',
    'per',
  ],
  ...[
    'il Terzo Settore',
    'a Torino',
    'la Città di Biella',
    'Novi Ligure',
    'il Centro per l’impiego',
    'nel marzo 2020',
    '18 mesi',
    'in 3 anni',
    'via telefono',
  ],
  ...[
    'l’ASL',
    'il Reddito di cittadinanza',
    'la cooperativa',
    'solenne',
    'mantenne',
    'ottenne',
    'Abbiamo',
    'Poi',
    'Casale Monferrato',
    'il progetto è nato nel 2017',
  ],
];
const frase = fc.array(fc.constantFrom(...PAROLE), { maxLength: 25 }).map((parole) => parole.join(' '));
const iniziale = fc.constantFrom(...'BCDFGLMPRSTV');
const minuscole = fc.array(fc.constantFrom(...'aeiolrnst'), { minLength: 4, maxLength: 9 }).map((lettere) => lettere.join(''));
const cognome = fc.tuple(iniziale, minuscole).map(([prima, resto]) => `${prima}${resto}ardi`);
const titolo = fc.constantFrom(
  'sig.ra',
  'Sig.',
  'signora',
  'dott.',
  'dott.ssa',
  'Dottoressa',
  'prof.',
  'avv.',
  'ing.',
  'don',
  'suor',
  'collega',
);

test('un titolo con un nome si trova sempre, dovunque stia nella frase', () => {
  fc.assert(
    fc.property(titolo, cognome, frase, frase, fc.constantFrom(' ', ', ', ' («', '\n', ': '), (t, c, prima, dopo, segno) => {
      const testo = `${prima}${segno}${t} ${c}, ${dopo}`;
      const trovati = segnaliPersone(testo);
      expect(trovati.map(({ genere }) => genere)).toContain('APPELLATIVO');
      // ciò che si mostra è un pezzo del testo, mai altro
      for (const { frammento } of trovati) expect(testo).toContain(frammento);
    }),
  );
});

test('un nome comune si trova anche da solo, e con il cognome è un nome e cognome', () => {
  fc.assert(
    fc.property(fc.constantFrom('Maria', 'Giovanni', 'Fatima', 'Luca'), cognome, frase, (n, c, dopo) => {
      expect(generiDeiSegnali(`ne ha parlato ${n} più volte ${dopo}`)).toContain('NOME');
      expect(generiDeiSegnali(`ne ha parlato ${n} ${c} più volte ${dopo}`)).toContain('NOME_COGNOME');
      expect(generiDeiSegnali(`Con ${n} ${c} abbiamo ripreso`)).toContain('NOME_COGNOME');
    }),
  );
});

test('le frasi che parlano di enti, luoghi e tempi non danno segnali', () => {
  fc.assert(
    fc.property(frase, (testo) => {
      expect(segnaliPersone(testo), testo).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('aggiungere una frase che non nomina nessuno non nasconde ciò che c’era', () => {
  fc.assert(
    fc.property(frase, frase, titolo, cognome, (prima, dopo, t, c) => {
      const testo = `${t} ${c}.`;
      expect(generiDeiSegnali(`${prima}. ${testo} ${dopo}`)).toEqual(expect.arrayContaining(generiDeiSegnali(testo)));
    }),
  );
});

test.each<[string, GenereSegnale[], string]>([
  ['ci ha aiutati la sig.ra Bianchi del consorzio', ['APPELLATIVO'], 'sig.ra Bianchi'],
  ['come dice Piero Gambaro, i tempi', ['NOME_COGNOME'], 'Piero Gambaro'],
  ['allora Fatima è tornata', ['NOME'], 'Fatima'],
  ['la sindaca di Biella non era convinta', ['CARICA'], 'sindaca di Biella'],
  ['il direttore del CISSACA', ['CARICA'], 'direttore del CISSACA'],
  ['una donna di 43 anni', ['ETA'], 'di 43 anni'],
  ['un settantaduenne del paese', ['ETA'], 'settantaduenne'],
  ['nata il 3 maggio 1948', ['NASCITA'], 'nata il 3 maggio 1948'],
  ['abita in via Garibaldi 12', ['INDIRIZZO'], 'via Garibaldi 12'],
])('«%s» si trova', (testo, generi, frammento) => {
  expect(generiDeiSegnali(testo)).toEqual(generi);
  expect(segnaliPersone(testo)[0]?.frammento).toBe(frammento);
});

test.each([
  'la Fondazione Compagnia di San Paolo ha seguito il bando',
  'il lavoro nelle scuole di Casale Monferrato e di Borgo San Dalmazzo',
  'un progetto di 18 mesi, poi prorogato di 6',
  'Quando la Regione ha risposto era già autunno',
  'all’ospedale Maria Vittoria',
])('«%s» non nomina nessuno', (testo) => {
  expect(segnaliPersone(testo)).toEqual([]);
});
