import { expect, test } from 'vitest';
import { percorsoLocale } from './percorsoLocale';

test.for(['/progetti', '/progetti/1?scheda=azioni&pagina=2', '/coda?stato=PRESENTATO', '/compiti?cerca=citt%C3%A0'])(
  'si torna a %s',
  (percorso) => {
    expect(percorsoLocale(percorso)).toBe(percorso);
  },
);

test.for([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/progetti',
  'javascript:alert(1)',
  'progetti',
  '/%2Fevil.example',
  '/%2f%2fevil.example',
  '/%5Cevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/progetti\u0000',
  '/%0d%0aSet-Cookie:x',
  '/./%2e%2e//evil.example',
  '/x/..//evil.example',
  '/%zz',
  `/${'a'.repeat(500)}`,
  '',
  null,
  undefined,
])('non si va a %j', (percorso) => {
  expect(percorsoLocale(percorso)).toBeNull();
});

test.for(['/accesso', '/accesso?torna=/accesso', '/api/auth/signout', '/profili', '/progetti/../accesso'])(
  'non si torna a %s, che rimanda indietro o non è una pagina',
  (percorso) => {
    expect(percorsoLocale(percorso)).toBeNull();
  },
);

test('il parametro interno di React si toglie', () => {
  expect(percorsoLocale('/progetti?_rsc=1abc&pagina=2')).toBe('/progetti?pagina=2');
});
