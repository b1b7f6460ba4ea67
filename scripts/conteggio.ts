import { existsSync, readFileSync } from 'node:fs';

/** Tests passed and failed. */
export type Conteggio = { passed: number; failed: number };

type RapportoVitest = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type RapportoPlaywright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };

/**
 * Counts a vitest run. A file that did not even load counts as one failure; a skipped test is one too (nobody knows whether it passes).
 * @param testo the JSON report, null when the runner died without writing it @param codice exit code of the runner
 */
export function contaVitest(testo: string | null, codice: number): Conteggio {
  if (testo === null) return { passed: 0, failed: 1 };
  const rapporto = JSON.parse(testo) as RapportoVitest;
  const crollati = rapporto.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return almeno(rapporto.numPassedTests, rapporto.numFailedTests + rapporto.numPendingTests + rapporto.numTodoTests + crollati, codice);
}

/** Counts a Playwright run in the same way. */
export function contaPlaywright(testo: string | null, codice: number): Conteggio {
  if (testo === null) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(testo) as RapportoPlaywright;
  return almeno(stats.expected, stats.unexpected + stats.flaky + stats.skipped + errors.length, codice);
}

/** A runner that complains, or that ran nothing, failed at least once. */
function almeno(passed: number, failed: number, codice: number): Conteggio {
  const male = codice !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && male ? 1 : failed };
}

export const leggiRapporto = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
