import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { creaAmmissione, siMetteInFila } from './ammissione';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unaRisposta = () => Object.assign(new EventEmitter(), { destroyed: false }) as unknown as ServerResponse;
const finisci = (risposta: ServerResponse) => {
  Object.assign(risposta, { destroyed: true });
  risposta.emit('close');
};

/** Una fila con le sue risposte, e chi è entrato, in ordine. */
function scena(posti: number, entroMs = 50) {
  const ammetti = creaAmmissione({ posti, entroMs });
  const entrati: number[] = [];
  const risposte: ServerResponse[] = [];
  const arriva = () => {
    const n = risposte.push(unaRisposta()) - 1;
    ammetti(risposte[n] as ServerResponse, () => entrati.push(n));
  };
  return { entrati, arriva, finisce: (n: number) => finisci(risposte[n] as ServerResponse) };
}

test('chi trova posto entra subito, gli altri in ordine quando qualcuno finisce', () => {
  const { entrati, arriva, finisce } = scena(2);
  for (let i = 0; i < 4; i += 1) arriva();
  expect(entrati).toEqual([0, 1]);
  finisce(1);
  expect(entrati).toEqual([0, 1, 2]);
  finisce(0);
  expect(entrati).toEqual([0, 1, 2, 3]);
});

test('chi tarda non conta più: gli altri entrano, e quando finisce non libera un posto che non aveva', () => {
  const { entrati, arriva, finisce } = scena(1);
  for (let i = 0; i < 4; i += 1) arriva();
  vi.advanceTimersByTime(49);
  expect(entrati).toEqual([0]);
  vi.advanceTimersByTime(1);
  expect(entrati).toEqual([0, 1]);
  finisce(0);
  expect(entrati).toEqual([0, 1]);
  finisce(1);
  expect(entrati).toEqual([0, 1, 2]);
});

test('chi se ne va mentre aspetta non entra e non toglie il posto a nessuno', () => {
  const { entrati, arriva, finisce } = scena(1);
  for (let i = 0; i < 3; i += 1) arriva();
  finisce(1);
  finisce(0);
  expect(entrati).toEqual([0, 2]);
  finisce(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('chi entra quando un altro finisce porta ciò che si ricorda di sé, non dell’altro', () => {
  const memoria = new AsyncLocalStorage<string>();
  const ammetti = creaAmmissione({ posti: 1, entroMs: 50 });
  const [prima, seconda] = [unaRisposta(), unaRisposta()];
  const chi: (string | undefined)[] = [];
  memoria.run('prima', () => ammetti(prima, () => chi.push(memoria.getStore())));
  memoria.run('seconda', () => ammetti(seconda, () => chi.push(memoria.getStore())));
  memoria.run('prima', () => finisci(prima));
  expect(chi).toEqual(['prima', 'seconda']);
});

test('qualunque cosa succeda: in ordine di arrivo, al più quanti posti, e alla fine tutti quelli rimasti', () => {
  const passo = fc.oneof(fc.constant('arriva' as const), fc.nat(40), fc.constant('tempo' as const));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(passo, { maxLength: 120 }), (posti, passi) => {
      vi.clearAllTimers();
      const { entrati, arriva, finisce } = scena(posti);
      const andati = new Set<number>();
      let arrivati = 0;
      const aperti = () => entrati.filter((n) => !andati.has(n)).length;
      for (const uno of passi) {
        if (uno === 'arriva') {
          arriva();
          arrivati += 1;
          // senza tempo che passa, nessuno esce da sé
          if (!passi.includes('tempo')) expect(aperti()).toBeLessThanOrEqual(posti);
        } else if (uno === 'tempo') vi.advanceTimersByTime(60);
        else if (uno < arrivati && !andati.has(uno)) {
          andati.add(uno);
          finisce(uno);
        }
      }
      expect(entrati).toEqual([...entrati].sort((a, b) => a - b));
      while (vi.getTimerCount() > 0) vi.advanceTimersByTime(60);
      for (let n = 0; n < arrivati; n += 1) expect(entrati.includes(n) || andati.has(n)).toBe(true);
    }),
  );
});

test('in fila si mettono solo le letture di pagine', () => {
  const richiesta = (method: string, url: string) => ({ method, url }) as IncomingMessage;
  for (const url of ['/', '/progetti', '/progetti?testo=a.b', '/progetti/1/azioni?x=/api/'])
    expect({ url, fila: siMetteInFila(richiesta('GET', url)) }).toEqual({ url, fila: true });
  for (const url of ['/api/salute', '/_next/static/a.js', '/fonts/a.woff2', '/icone.svg', '/favicon.ico', '/novita.xml', '/icona.svg?v=1'])
    expect({ url, fila: siMetteInFila(richiesta('GET', url)) }).toEqual({ url, fila: false });
  expect(siMetteInFila(richiesta('POST', '/progetti'))).toBe(false);
});
