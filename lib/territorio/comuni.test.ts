import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comuneInParole, leggiComuni, trovaComuni } from './comuni';
import righe from './comuni.json' with { type: 'json' };

test('ci sono tutti i comuni italiani, ciascuno con il suo codice ISTAT, la provincia e il codice catastale', () => {
  expect(righe).toHaveLength(7904);
  expect(new Set(righe.map(([istat]) => istat)).size).toBe(7904);
  expect(
    righe.filter(
      ([istat, , sigla, catastale]) =>
        !/^\d{6}$/.test(istat ?? '') || !/^[A-Z]{2}$/.test(sigla ?? '') || !/^[A-Z]\d{3}$/.test(catastale ?? ''),
    ),
  ).toEqual([]);
  expect(trovaComuni('Biella')).toEqual([{ istat: '096004', nome: 'Biella', sigla: 'BI', catastale: 'A859' }]);
});

test('ogni comune, scritto come lo scrive il portale, si ritrova; maiuscole, accenti e apostrofi non contano', () => {
  fc.assert(
    fc.property(fc.constantFrom(...righe), ([istat = '', nome = '', sigla = '', catastale = '']) => {
      const scritto = comuneInParole({ istat, nome, sigla, catastale });
      const altrimenti = scritto.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/['’-]/g, ' ');
      expect(trovaComuni(scritto).map((c) => c.istat)).toEqual([istat]);
      expect(trovaComuni(altrimenti).map((c) => c.istat)).toEqual([istat]);
    }),
  );
});

test('un nome che più comuni portano chiede la provincia, uno che nessuno porta si rifiuta con la frase', () => {
  expect(leggiComuni(['Samone']).errore).toBe('C’è più di un comune «Samone»: scrivi Samone (TO) o Samone (TN).');
  expect(leggiComuni(['Samone TO', 'samone (to)', ' Biella ']).comuni).toEqual(['Samone (TO)', 'Biella (BI)']);
  expect(leggiComuni(['Biela']).errore).toMatch(/«Biela» non è un comune italiano/);
  expect(leggiComuni(['Biella (TO)']).errore).toMatch(/non è un comune/);
});
