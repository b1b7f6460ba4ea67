import { expect, test } from 'vitest';
import { creaFila } from './fila';

/** Un'operazione che finisce quando lo si decide. */
function operazione() {
  let finisci = () => {};
  const promessa = new Promise<void>((risolvi) => {
    finisci = risolvi;
  });
  return { promessa, finisci: () => finisci() };
}

test('al più due lavorano, una aspetta, la quarta è rifiutata', async () => {
  const fila = creaFila(2, 1);
  const [a, b, c] = [operazione(), operazione(), operazione()];
  const cominciate: string[] = [];
  const avvia = (nome: string, attesa: Promise<void>) =>
    fila(async () => {
      cominciate.push(nome);
      await attesa;
    });
  const prima = avvia('a', a.promessa);
  const seconda = avvia('b', b.promessa);
  const terza = avvia('c', c.promessa);
  await expect(avvia('d', Promise.resolve())).rejects.toMatchObject({ code: 'accesso.troppeRichieste' });
  expect(cominciate).toEqual(['a', 'b']);
  a.finisci();
  await prima;
  expect(cominciate).toEqual(['a', 'b', 'c']);
  b.finisci();
  c.finisci();
  await Promise.all([seconda, terza]);
});

test('un’operazione fallita libera il posto', async () => {
  const fila = creaFila(1, 0);
  await expect(fila(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await fila(async () => 'sì')).toBe('sì');
});
