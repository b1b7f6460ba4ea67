import { expect, test } from 'vitest';
import { stanzaDelProgetto } from '@/app/(portale)/progetti/[id]/collegamenti';
import type { Lettore } from '@/lib/auth/attore';

/** Le pagine di un progetto in corso, oltre alla sua. */
const STANZE =
  'azioni calendario segnali conteggi indicatori privacy rete classificazione modifiche proroghe sospensioni versioni convenzione cessazione storia';
const attese = ['/progetti/p', ...STANZE.split(' ').map((pagina) => `/progetti/p/${pagina}`)];
const pagine = (lettore: Lettore) => stanzaDelProgetto(lettore, 'p', 'AVVIATO').flatMap(({ voci }) => voci.map(({ href }) => href));

test('nella stanza ci sono tutte le pagine di un progetto in corso; per la ricerca, e prima dell’avvio, non c’è', () => {
  expect(pagine('app_ente').sort()).toEqual([...attese].sort());
  expect(pagine('app_regione').sort()).toEqual([...attese, '/controlli'].sort());
  expect(pagine('app_ricerca')).toEqual([]);
  expect(stanzaDelProgetto('app_ente', 'p', 'IDEA_BOZZA')).toEqual([]);
});

test('due collegamenti vicini non hanno lo stesso nome, se non portano alla stessa pagina', () => {
  for (const lettore of ['app_ente', 'app_regione'] as const)
    for (const { etichetta, voci } of stanzaDelProgetto(lettore, 'p', 'AVVIATO').filter(({ voci }) => voci.length > 1))
      expect(voci.map((voce) => voce.etichetta)).not.toContain(etichetta);
});
