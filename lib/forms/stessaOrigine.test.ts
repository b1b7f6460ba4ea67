import { expect, test } from 'vitest';
import { eStessaOrigine } from './stessaOrigine';

const HOST = { host: 'cantiere.example.it' };
const ORIGINE = 'https://cantiere.example.it';

test.for([
  [{ ...HOST, origin: ORIGINE, 'sec-fetch-site': 'same-origin' }],
  [{ ...HOST, origin: ORIGINE }],
  [{ ...HOST, 'sec-fetch-site': 'same-origin' }],
  [{ host: 'interno:3000', 'x-forwarded-host': 'cantiere.example.it', origin: ORIGINE }],
] as [Record<string, string>][])('è nostra %j', ([intestazioni]) => {
  expect(eStessaOrigine(new Headers(intestazioni))).toBe(true);
});

test.for([
  [{ ...HOST, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  [{ ...HOST, origin: ORIGINE, 'sec-fetch-site': 'cross-site' }],
  [{ ...HOST, origin: 'https://altro.example.it', 'sec-fetch-site': 'same-site' }],
  [{ ...HOST, origin: 'https://evil.example' }],
  [{ ...HOST, origin: 'https://cantiere.example.it:8443' }],
  [{ ...HOST, origin: 'null' }],
  [{ ...HOST, origin: '' }],
  [HOST],
  [{}],
] as [Record<string, string>][])('non è nostra %j', ([intestazioni]) => {
  expect(eStessaOrigine(new Headers(intestazioni))).toBe(false);
});
