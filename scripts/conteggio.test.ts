import { expect, test } from 'vitest';
import { contaPlaywright, contaVitest } from './conteggio';

const vitest = (passed: number, failed: number, resto = {}) =>
  JSON.stringify({
    success: true,
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...resto,
  });
const playwright = (expected: number, resto = {}) =>
  JSON.stringify({ stats: { expected, unexpected: 0, flaky: 0, skipped: 0, ...resto }, errors: [] });

test('le prove riuscite e fallite si contano', () => {
  expect(contaVitest(vitest(3, 0), 0)).toEqual({ passed: 3, failed: 0 });
  expect(contaVitest(vitest(3, 2), 1)).toEqual({ passed: 3, failed: 2 });
  expect(contaPlaywright(playwright(4), 0)).toEqual({ passed: 4, failed: 0 });
  expect(contaPlaywright(playwright(4, { unexpected: 1, flaky: 1 }), 1)).toEqual({ passed: 4, failed: 2 });
});

test('un file che non si carica vale una prova fallita', () => {
  expect(contaVitest(vitest(3, 0, { testResults: [{ status: 'failed', assertionResults: [] }] }), 1)).toEqual({ passed: 3, failed: 1 });
});

test('una prova saltata non è riuscita', () => {
  expect(contaVitest(vitest(3, 0, { numPendingTests: 1 }), 0)).toEqual({ passed: 3, failed: 1 });
  expect(contaPlaywright(playwright(3, { skipped: 2 }), 0)).toEqual({ passed: 3, failed: 2 });
});

test('chi si lamenta senza dire di che cosa, non prova nulla o muore, ha fallito', () => {
  expect(contaVitest(vitest(3, 0), 1)).toEqual({ passed: 3, failed: 1 });
  expect(contaVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(contaPlaywright(playwright(0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(contaVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(contaPlaywright(null, 137)).toEqual({ passed: 0, failed: 1 });
});
