import { expect, test } from 'vitest';
import { type APassi, cedendo, subito } from './passi';

function* conta(fino: number, aOgniPasso: (n: number) => void = () => undefined): APassi<number> {
  let somma = 0;
  for (let n = 1; n <= fino; n++) {
    aOgniPasso(n);
    somma += n;
    yield;
  }
  return somma;
}

test('tutto d’un fiato o cedendo, il risultato è lo stesso', async () => {
  expect(subito(conta(100))).toBe(5050);
  expect(await cedendo(conta(100), 0)).toBe(5050);
  expect(await cedendo(conta(100))).toBe(5050);
});

test('chi aspetta passa tra un passo e l’altro, e non deve aspettare la fine', async () => {
  const visti: string[] = [];
  const altri = new Promise<void>((fatto) =>
    setImmediate(() => {
      visti.push('altri');
      fatto();
    }),
  );
  await Promise.all([
    cedendo(
      conta(3, (n) => visti.push(`passo ${n}`)),
      0,
    ),
    altri,
  ]);
  expect(visti).toEqual(['passo 1', 'altri', 'passo 2', 'passo 3']);
});

test('finché il suo tempo non è passato non cede: il giro costa più dei passi piccoli', async () => {
  const visti: string[] = [];
  setImmediate(() => visti.push('altri'));
  await cedendo(
    conta(3, (n) => visti.push(`passo ${n}`)),
    60_000,
  );
  expect(visti).toEqual(['passo 1', 'passo 2', 'passo 3']);
});

test('un guasto in un passo è il guasto del calcolo', async () => {
  const guasto = (n: number) => {
    if (n === 2) throw new Error('guasto');
  };
  expect(() => subito(conta(3, guasto))).toThrow('guasto');
  await expect(cedendo(conta(3, guasto), 0)).rejects.toThrow('guasto');
});
