import { expect, test } from 'vitest';
import { StatoProgetto } from '@/lib/progetti/schema';
import { rifiutoScrittura, siCompone, siScrive } from './rules';

const base = { chiave: 'a', riga: undefined, depositata: false, integrazioni: [] };
const chiesta = [{ genere: 'INTEGRAZIONE' as const, sezioni: ['a'] }];

test.for(StatoProgetto.options)('%s: una sezione mai scritta si apre solo dove si scrive', (stato) => {
  const libera = ['IDEA_BOZZA', 'PROGETTO_BOZZA', 'RIMODULAZIONE_INIZIALE'].includes(stato);
  const riaperta = stato.endsWith('_DA_INTEGRARE');
  expect(siScrive({ ...base, stato })).toBe(libera);
  expect(siScrive({ ...base, stato, integrazioni: chiesta })).toBe(libera || riaperta);
  expect(siScrive({ ...base, stato, riga: true })).toBe(libera || riaperta);
  expect(siScrive({ ...base, stato, riga: false })).toBe(false);
  expect(siCompone(stato)).toBe(stato.endsWith('_BOZZA'));
});

test('una rimodulazione depositata non riceve sezioni nuove, e un preavviso non riapre nulla', () => {
  expect(siScrive({ ...base, stato: 'RIMODULAZIONE_INIZIALE', depositata: true })).toBe(false);
  expect(siScrive({ ...base, stato: 'IDEA_DA_INTEGRARE', integrazioni: [{ genere: 'PREAVVISO', sezioni: ['a'] }] })).toBe(false);
});

test('il rifiuto dice perché', () => {
  expect(rifiutoScrittura({ stato: 'IDEA_BOZZA', aperta: true, diritto: 'SCRITTURA' })).toBe('');
  expect(rifiutoScrittura({ stato: 'IDEA_BOZZA', aperta: true, diritto: 'LETTURA' })).toMatch(/sola lettura/);
  expect(rifiutoScrittura({ stato: 'IDEA_BOZZA', aperta: true, diritto: 'COMMENTO' })).toMatch(/commentare/);
  expect(rifiutoScrittura({ stato: 'IDEA_DA_INTEGRARE', aperta: false, diritto: 'SCRITTURA' })).toMatch(/altre sezioni/);
  expect(rifiutoScrittura({ stato: 'IDEA_PRESENTATA', aperta: false, diritto: 'SCRITTURA' })).toMatch(/chiusa/);
});
