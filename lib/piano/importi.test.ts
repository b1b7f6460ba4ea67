import { expect, test } from 'vitest';
import { inCasella, percento } from './importi';

test('lo zero si scrive vuoto, il resto in notazione italiana', () => {
  expect([inCasella('0'), inCasella('5'), inCasella('123450')]).toEqual(['', '0,05', '1.234,50']);
});

test.for([
  [-125n, 1000n, '−12,5%'],
  [1n, 3n, '+33,3%'],
  [-10n, 10n, '−100,0%'],
  [0n, 7n, ''],
  [5n, 0n, ''],
] as [bigint, bigint, string][])('%s su %s è %s', ([differenza, prima, attesa]) => {
  expect(percento(differenza, prima)).toBe(attesa);
});
