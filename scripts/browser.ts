import { spawnSync } from 'node:child_process';
import { trovaBrowser } from '@/tests/support/browser';
import { lancia } from './processi';
import { passo } from './stampa';

/** Path of a Chromium, installed now if there is none. @throws Error saying how to give one */
export async function procuraBrowser(): Promise<string> {
  const presente = trovaBrowser();
  if (presente) return presente;
  passo('Nessun Chromium: provo a installarlo con Playwright');
  await lancia('node_modules/@playwright/test/cli.js', ['install', 'chromium']);
  const scaricato = trovaBrowser();
  if (scaricato) return scaricato;
  if (process.getuid?.() === 0) {
    passo('Provo con apt-get install chromium');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const argomenti of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      spawnSync('apt-get', argomenti, { env, stdio: 'ignore' });
  }
  const installato = trovaBrowser();
  if (installato) return installato;
  throw new Error(
    'Per le prove nel browser serve Chromium e non riesco a installarlo.\n' +
      'Installalo (npx playwright install chromium, oppure apt-get install chromium) o indica il tuo con CANTIERE_BROWSER=/percorso.',
  );
}
