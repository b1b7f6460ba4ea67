import { expect, test } from 'vitest';
import { creaHash, verificaPassword } from './password';

test('l’hash è argon2id con le misure decise, e riconosce solo la sua password', async () => {
  const hash = await creaHash('perché no è una password');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verificaPassword(hash, 'perche\u0301 no e\u0300 una password')).toBe(true); // gli stessi accenti, scritti in due caratteri
  expect(await verificaPassword(hash, 'perché no')).toBe(false);
});

test('senza hash si fa lo stesso lavoro e si dice di no', async () => {
  expect(await verificaPassword(null, 'qualunque')).toBe(false);
});

test('oltre la fila si dice di riprovare', async () => {
  const hash = await creaHash('x');
  const esiti = await Promise.allSettled(Array.from({ length: 40 }, () => verificaPassword(hash, 'x')));
  const rifiutate = esiti.filter((esito) => esito.status === 'rejected');
  expect(rifiutate).toHaveLength(8);
  expect(rifiutate[0]).toMatchObject({ reason: { code: 'accesso.troppeRichieste' } });
});
