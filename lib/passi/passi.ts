import { setImmediate } from 'node:timers/promises';

/** Un calcolo lungo scritto a passi: a ogni `yield` può lasciare il filo a chi aspetta una pagina. Il risultato non dipende da quando cede. */
export type APassi<T> = Generator<void, T, void>;

/** Il risultato tutto d'un fiato: il filo è suo finché non ha finito. */
export function subito<T>(passi: APassi<T>): T {
  for (;;) {
    const passo = passi.next();
    if (passo.done) return passo.value;
  }
}

/**
 * Il risultato, lasciando passare gli altri tra un passo e l'altro.
 * @param ogniMs quanti millisecondi tiene il filo prima di cederlo: se un passo dura di più, quanto dura il passo
 */
export async function cedendo<T>(passi: APassi<T>, ogniMs = 10): Promise<T> {
  let da = performance.now();
  for (;;) {
    const passo = passi.next();
    if (passo.done) return passo.value;
    if (performance.now() - da < ogniMs) continue;
    await setImmediate();
    da = performance.now();
  }
}
