import { expect, test } from 'vitest';
import { DomainError } from '@/lib/errors/domainError';
import { unRapporto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';

test('inGara fa vincere uno solo con il compare-and-swap, e tutti e due senza', async () => {
  const { id } = await unRapporto();
  const conConfronto = async () => {
    const { rowCount } = await superutente.query('update rapporto_progetto set rev = 1 where id = $1 and rev = 0', [id]);
    if (rowCount === 0) throw new DomainError('prova.secondo', 'Arrivato secondo.');
  };
  const senzaConfronto = async () => void (await superutente.query('update rapporto_progetto set rev = rev + 1 where id = $1', [id]));
  expect(await inGara({ tabella: 'rapporto_progetto', id }, conConfronto, conConfronto)).toEqual(['fulfilled', 'prova.secondo']);
  expect(await inGara({ tabella: 'rapporto_progetto', id }, senzaConfronto, senzaConfronto)).toEqual(['fulfilled', 'fulfilled']);
});

test('inGara non dà per vinta una gara che non c’è stata', async () => {
  const { id } = await unRapporto();
  const assente = async () => undefined;
  await expect(inGara({ tabella: 'rapporto_progetto', id }, assente, assente)).rejects.toThrow('senza contendersi la riga');
});
