import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NOMI = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ALTROVE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium: CANTIERE_BROWSER, Playwright's own, or the system's; null when there is none. */
export function trovaBrowser(): string | null {
  const indicato = process.env.CANTIERE_BROWSER;
  if (indicato) {
    if (!eseguibile(indicato)) throw new Error(`CANTIERE_BROWSER=${indicato} non è un programma eseguibile.`);
    return indicato;
  }
  const cartelle = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidati = [
    chromium.executablePath(),
    ...NOMI.flatMap((nome) => cartelle.map((cartella) => path.join(cartella, nome))),
    ...ALTROVE,
  ];
  return candidati.find((candidato) => candidato && eseguibile(candidato)) ?? null;
}

function eseguibile(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
