import { expect, test } from 'vitest';
import { attesaDi, type Registro, RICHIESTE_AL_MINUTO } from './limite';

const registro = (): Registro => new Map();

test('fino al limite passano, la prossima aspetta la fine del minuto', () => {
  const r = registro();
  for (let i = 0; i < RICHIESTE_AL_MINUTO; i++) expect(attesaDi(r, 'a', 1000)).toBe(0);
  expect(attesaDi(r, 'a', 31_000)).toBe(30);
  expect(attesaDi(r, 'a', 60_999)).toBe(1);
  expect(attesaDi(r, 'a', 61_000)).toBe(0);
});

test('chi chiede troppo non ferma gli altri', () => {
  const r = registro();
  for (let i = 0; i <= RICHIESTE_AL_MINUTO; i++) attesaDi(r, 'a', 0);
  expect(attesaDi(r, 'b', 0)).toBe(0);
});

test('il registro non cresce senza fine', () => {
  const r = registro();
  for (let i = 0; i < 25_000; i++) attesaDi(r, `rete ${i}`, 0);
  expect(r.size).toBeLessThanOrEqual(10_000);
});
