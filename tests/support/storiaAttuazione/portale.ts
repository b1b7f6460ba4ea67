import { portaLibera } from '@/prisma/incorporato/porta';
import { variabiliServer } from '@/scripts/ambiente';
import { avviaServer } from '@/scripts/server';
import { copiaModello, prova } from '../database';
import { test as base } from '../prova';
import { DATABASE } from './suoDatabase';

/** Il portale di questa prova: lo stesso costruito per le altre, su un database suo. Vale per tutto il processo che la esegue. */
export const test = base.extend<object, { portale: string }>({
  portale: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright vuole un oggetto aperto anche se non serve nulla
    async ({}, presta) => {
      const porta = await portaLibera();
      const indirizzo = `http://localhost:${porta}`;
      const { url } = await copiaModello(DATABASE);
      const env = variabiliServer({ modo: 'incorporato', demo: true, url, segreto: prova().segreto }, indirizzo);
      const server = await avviaServer('start', env, porta, '127.0.0.1');
      process.env.CANTIERE_URL = indirizzo; // lo legge chi entra (tests/support/accedi)
      await presta(indirizzo);
      await server.ferma();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portale }, presta) => presta(portale),
});
