import { afterEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/salute/route';
import { leggiSalute } from './queries';

const interrogaPubblica = vi.hoisted(() => vi.fn());
vi.mock('@/lib/db/lettura', () => ({ interrogaPubblica }));
afterEach(() => vi.restoreAllMocks());

test('con il database irraggiungibile la risposta è 503, senza dettagli, e il motivo va nel registro', async () => {
  const registro = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  interrogaPubblica.mockRejectedValueOnce(new Error('connessione rifiutata a 10.0.0.1'));
  const risposta = await GET();
  expect(risposta.status).toBe(503);
  expect(await risposta.json()).toEqual({ stato: 'non disponibile' });
  expect(registro).toHaveBeenCalledOnce();
});

test('un database che non risponde in tempo vale come irraggiungibile', async () => {
  interrogaPubblica.mockReturnValueOnce(new Promise(() => undefined));
  expect(await leggiSalute(1)).toBe(false);
});

test('quando risponde è 200', async () => {
  interrogaPubblica.mockResolvedValueOnce([]);
  expect((await GET()).status).toBe(200);
});
