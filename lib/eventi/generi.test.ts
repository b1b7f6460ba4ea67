import { expect, test } from 'vitest';
import { attiDelGenere, GENERI } from './generi';
import { ATTI_RACCONTATI } from './labels';

test('ogni atto che si racconta sta in un genere e uno solo', () => {
  const divisi = GENERI.filter((genere) => genere !== 'ufficiali').flatMap(attiDelGenere);
  expect(divisi.sort()).toEqual([...ATTI_RACCONTATI].sort());
});

test.each([
  ['ufficiali', 'rapporto.presentato', 'rapporto.aperto'],
  ['relazioni', 'rilievo.chiuso', 'proroga.accolta'],
  ['modifiche', 'modifica.respinta', 'rapporto.approvato'],
  ['vita', 'ente.fuso', 'progetto.presentato'],
  ['domanda', 'progetto.approvato', 'progetto.sospeso'],
] as const)('%s: %s sì, %s no', (genere, dentro, fuori) => {
  expect(attiDelGenere(genere)).toContain(dentro);
  expect(attiDelGenere(genere)).not.toContain(fuori);
});
