import { expect, test } from 'vitest';
import { ancoraVoce, VOCI_GLOSSARIO, vociPerIniziale } from './voci';

const termini = VOCI_GLOSSARIO.map(({ termine }) => termine);

test('le voci sono in ordine alfabetico italiano', () => {
  expect(termini).toEqual([...termini].sort(new Intl.Collator('it', { ignorePunctuation: true }).compare));
});

test('ogni voce ha la sua ancora, tutte diverse', () => {
  const ancore = termini.map(ancoraVoce);
  expect(new Set(ancore).size).toBe(termini.length);
  for (const ancora of ancore) expect(ancora).toMatch(/^[a-z0-9-]+$/);
});

test('i gruppi per iniziale contengono tutte le voci, una volta sola', () => {
  expect(vociPerIniziale().flatMap(([, voci]) => voci)).toEqual([...VOCI_GLOSSARIO]);
  expect(
    vociPerIniziale()
      .find(([iniziale]) => iniziale === 'E')?.[1]
      .map(({ termine }) => termine),
  ).toContain('Équipe multidisciplinare');
});
