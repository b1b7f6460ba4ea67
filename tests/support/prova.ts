import { test as base } from '@playwright/test';

/**
 * La prova nel browser di questo progetto: alla fine chiude ogni browser che ha aperto. Playwright chiude solo il suo: gli altri resterebbero
 * accesi, con le loro pagine che salvano e chiedono notizie, sotto a tutte le prove che seguono nello stesso processo.
 */
export const test = base.extend<{ chiudeCioCheApre: undefined }>({
  chiudeCioCheApre: [
    async ({ browser }, presta) => {
      const diTuttoIlFile = new Set(browser.contexts()); // aperti da un beforeAll: li chiude il suo afterAll
      await presta(undefined);
      const suoi = browser.contexts().filter((contesto) => !diTuttoIlFile.has(contesto));
      await Promise.all(suoi.map((contesto) => contesto.close()));
    },
    { auto: true },
  ],
});
