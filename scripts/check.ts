import { ascoltaSegnali, chiudi } from './chiusura';
import { lancia } from './processi';
import { passo } from './stampa';

const CONTROLLI: { nome: string; programma: string; argomenti: string[] }[] = [
  { nome: 'formato e stile (biome)', programma: 'node_modules/@biomejs/biome/bin/biome', argomenti: ['check', '--error-on-warnings', '.'] },
  { nome: 'rotte tipizzate (next typegen)', programma: 'node_modules/next/dist/bin/next', argomenti: ['typegen'] },
  { nome: 'tipi (tsc)', programma: 'node_modules/typescript/bin/tsc', argomenti: ['--noEmit'] },
  { nome: 'codice morto (knip)', programma: 'node_modules/knip/bin/knip.js', argomenti: [] },
  { nome: 'prove di unità (vitest)', programma: 'node_modules/vitest/vitest.mjs', argomenti: ['run', '--project', 'unit'] },
];

/** `npm run check`: runs every control, shows what the failed ones say, sums up. */
export async function esegui(): Promise<number> {
  ascoltaSegnali(130);
  const esiti: { nome: string; bene: boolean }[] = [];
  try {
    for (const { nome, programma, argomenti } of CONTROLLI) {
      const { codice, uscita } = await lancia(programma, argomenti, { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
      passo(`${codice === 0 ? 'bene' : 'MALE'}  ${nome}`);
      if (codice !== 0) console.log(uscita.trim());
      esiti.push({ nome, bene: codice === 0 });
    }
  } finally {
    await chiudi();
  }
  const male = esiti.filter(({ bene }) => !bene).map(({ nome }) => nome);
  console.log(male.length === 0 ? 'Tutto a posto.' : `Da sistemare: ${male.join(', ')}.`);
  return male.length === 0 ? 0 : 1;
}
