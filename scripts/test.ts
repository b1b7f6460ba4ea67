import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello } from '@/tests/support/database';
import { type Prova, preparaProva } from '@/tests/support/modello';
import { leggiFileEnv, variabiliServer } from './ambiente';
import { procuraBrowser } from './browser';
import { allaChiusura, ascoltaSegnali, chiudi } from './chiusura';
import { type Conteggio, contaPlaywright, contaVitest, leggiRapporto } from './conteggio';
import { costruisci } from './costruzione';
import { lancia } from './processi';
import { avviaServer } from './server';
import { passo } from './stampa';

const SUITE = ['unit', 'integration', 'browser'];

/**
 * `npm test [-- unit|integration|browser [arguments of the runner]]`: one PostgreSQL, vitest beside the build, then the browser.
 * The last line says `N passed, N failed`. @returns 0 only when something ran and nothing failed
 */
export async function esegui(argomenti: string[]): Promise<number> {
  const scelta = SUITE.includes(argomenti[0] ?? '') ? argomenti[0] : undefined;
  if (argomenti.length > 0 && !scelta) throw new Error(`Suite sconosciuta: «${argomenti[0]}». Suite: ${SUITE.join(', ')}.`);
  ascoltaSegnali(130);
  leggiFileEnv();
  const conteggi: Conteggio[] = [];
  try {
    conteggi.push(...(await provaTutto(scelta, argomenti.slice(1))));
  } catch (errore) {
    console.error(errore instanceof Error ? (errore.stack ?? errore.message) : errore);
    conteggi.push({ passed: 0, failed: 1 });
  }
  if (!(await chiudi())) conteggi.push({ passed: 0, failed: 1 });
  const passed = conteggi.reduce((somma, conteggio) => somma + conteggio.passed, 0);
  const failed = conteggi.reduce((somma, conteggio) => somma + conteggio.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function provaTutto(scelta: string | undefined, altri: string[]): Promise<Conteggio[]> {
  const rapporti = mkdtempSync(path.join(tmpdir(), 'cantiere-rapporti-'));
  allaChiusura(async () => rmSync(rapporti, { recursive: true, force: true }));
  if (scelta === 'unit') return [await vitest(rapporti, ['--project', 'unit', ...altri])];
  passo('Preparo il database di prova');
  const { prova, chiudi: chiudiProva } = await preparaProva();
  allaChiusura(chiudiProva);
  process.env.CANTIERE_PROVA = JSON.stringify(prova);
  if (scelta === 'integration') return [await vitest(rapporti, ['--project', 'integration', ...altri])];
  if (scelta === 'browser') return [await inBrowser(prova, rapporti, altri)];
  // the build talks only if it fails, so the two can share the terminal
  const [primi, costruito] = await Promise.allSettled([vitest(rapporti, []), costruisci()]);
  const conteggi = [primi.status === 'fulfilled' ? primi.value : guasto(primi.reason)];
  return [...conteggi, costruito.status === 'fulfilled' ? await inBrowser(prova, rapporti, []).catch(guasto) : guasto(costruito.reason)];
}

/** Whatever stops a suite from running is one failure, and the other suites run all the same. */
function guasto(errore: unknown): Conteggio {
  console.error(errore instanceof Error ? errore.message : errore);
  return { passed: 0, failed: 1 };
}

async function vitest(rapporti: string, argomenti: string[]): Promise<Conteggio> {
  const rapporto = path.join(rapporti, 'vitest.json');
  const opzioni = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${rapporto}`, ...argomenti];
  const { codice } = await lancia('node_modules/vitest/vitest.mjs', opzioni, { mostra: true });
  return contaVitest(leggiRapporto(rapporto), codice);
}

async function inBrowser(prova: Prova, rapporti: string, argomenti: string[]): Promise<Conteggio> {
  const browser = await procuraBrowser();
  await costruisci();
  const { url } = await copiaModello('browser');
  const porta = await portaLibera();
  const indirizzo = `http://localhost:${porta}`;
  delete process.env.NEXTAUTH_URL; // the developer's, for another address
  const env = variabiliServer({ modo: 'incorporato', demo: true, url, segreto: prova.segreto }, indirizzo);
  passo('Avvio il portale per le prove nel browser');
  const { processo } = await avviaServer('start', env, porta, '127.0.0.1');
  const diario = path.join(rapporti, 'server.log'); // what the server says: a test reads it, looking for names and addresses
  const scrivi = createWriteStream(diario);
  for (const canale of [processo.stdout, processo.stderr]) canale?.pipe(scrivi, { end: false });
  const rapporto = path.join(rapporti, 'browser.json');
  const variabili = {
    CANTIERE_URL: indirizzo,
    CANTIERE_PROVA_DATABASE: 'browser',
    CANTIERE_BROWSER: browser,
    CANTIERE_RAPPORTO_BROWSER: rapporto,
    CANTIERE_DIARIO_SERVER: diario,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
  };
  const { codice } = await lancia('node_modules/@playwright/test/cli.js', ['test', ...argomenti], {
    env: { ...process.env, ...variabili },
    mostra: true,
  });
  return contaPlaywright(leggiRapporto(rapporto), codice);
}
