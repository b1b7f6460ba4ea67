import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffParole } from './diffParole';

const unisci = (pezzi: ReturnType<typeof diffParole>, senza: 'tolto' | 'aggiunto'): string =>
  pezzi
    .filter(({ tipo }) => tipo !== senza)
    .map(({ testo }) => testo)
    .join('');

test('testi uguali: un solo pezzo, uguale', () => {
  expect(diffParole('Il portale è pronto', 'Il portale è pronto')).toEqual([{ tipo: 'uguale', testo: 'Il portale è pronto' }]);
});

test('una parola cambiata: tolta e aggiunta al suo posto, il resto resta', () => {
  const pezzi = diffParole('parte in aprile con i centri', 'parte in maggio con i centri');
  expect(pezzi.map(({ tipo, testo }) => [tipo, testo.trim()])).toEqual([
    ['uguale', 'parte in'],
    ['tolto', 'aprile'],
    ['aggiunto', 'maggio'],
    ['uguale', 'con i centri'],
  ]);
});

test('parole aggiunte in fondo', () => {
  const pezzi = diffParole('Il portale è pronto', 'Il portale è pronto dal 15 giugno');
  expect(pezzi.map(({ tipo, testo }) => [tipo, testo.trim()])).toEqual([
    ['uguale', 'Il portale è pronto'],
    ['aggiunto', 'dal 15 giugno'],
  ]);
});

test('il punto spostato non tocca la parola, una data è una parola sola', () => {
  expect(diffParole('fine al 30/09/2020.', 'fine al 31/03/2021, salvo proroga.').map(({ tipo, testo }) => [tipo, testo])).toEqual([
    ['uguale', 'fine al'],
    ['tolto', ' 30/09/2020'],
    ['aggiunto', ' 31/03/2021, salvo proroga'],
    ['uguale', '.'],
  ]);
});

test('da vuoto e verso vuoto', () => {
  expect(diffParole('', '')).toEqual([]);
  expect(diffParole('', 'nuovo testo')).toEqual([{ tipo: 'aggiunto', testo: 'nuovo testo' }]);
  expect(diffParole('vecchio testo', '')).toEqual([{ tipo: 'tolto', testo: 'vecchio testo' }]);
});

test('lo spazio in più non è una differenza', () => {
  for (const ora of ['a  b', 'a\nb', 'a b ', ' a b']) expect(diffParole('a b', ora)).toEqual([{ tipo: 'uguale', testo: ora }]);
});

test('due testi enormi si confrontano interi, senza esaurire la memoria', () => {
  const lungo = 'parola '.repeat(5000).trim();
  expect(diffParole(`capo ${lungo} coda`, `testa ${lungo} fine`).map(({ tipo }) => tipo)).toEqual(['tolto', 'aggiunto']);
  expect(diffParole(lungo, `${lungo} fine`).map(({ tipo }) => tipo)).toEqual(['uguale', 'aggiunto']); // ciò che è uguale in testa e in coda non conta
});

test('i pezzi non tolti ridanno sempre il testo nuovo; tolti e uguali hanno le parole del vecchio', () => {
  const testo = fc
    .array(fc.constantFrom('casa', 'lavoro', 'è', 'e', ' ', '\n', '  ', 'anziani'), { maxLength: 30 })
    .map((parole) => parole.join(' '));
  fc.assert(
    fc.property(testo, testo, (prima, ora) => {
      const pezzi = diffParole(prima, ora);
      expect(unisci(pezzi, 'tolto')).toBe(ora);
      const parole = (t: string) => t.split(/\s+/).filter(Boolean);
      expect(
        parole(
          pezzi
            .filter(({ tipo }) => tipo !== 'aggiunto')
            .map(({ testo: t }) => t)
            .join(' '),
        ),
      ).toEqual(parole(prima));
    }),
  );
});
