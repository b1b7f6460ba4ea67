import type { ReactNode } from 'react';
import { inHtml } from './inHtml';

/**
 * Ridisegnare solo ciò che è cambiato (docs/decisioni/0005). Il database legge ogni volta, con le sue policy, tutto ciò che la pagina mostra; se il testo che
 * manda è identico a uno già visto, qui si ritrova ciò che se ne era fatto. La chiave è tutto ciò che si riceve: un ricordo non può essere vecchio né di un altro.
 */

/** Ciò che si ricorda lo leggeranno altre richieste: nessuno lo può più cambiare. */
function ferma<T>(valore: T): T {
  if (typeof valore === 'object' && valore !== null && !Object.isFrozen(valore)) {
    Object.freeze(valore);
    Object.values(valore).forEach(ferma);
  }
  return valore;
}

/**
 * `fa`, che per gli stessi testi si fa una volta: ciò che se ne è fatto si ritrova, e nessuno lo può cambiare. Oltre `massimo` si dimentica il più vecchio.
 * @param massimo quanti caratteri di testi tenere in tutto
 * @param fa pura: dipende solo dai testi, che non contengono il carattere nullo (PostgreSQL non ne manda)
 */
export function ricordi<Testi extends string[], T extends object>(massimo: number, fa: (...testi: Testi) => T): (...testi: Testi) => T {
  const noti = new Map<string, T>();
  let caratteri = 0;
  return (...testi) => {
    const chiave = testi.join('\0');
    const noto = noti.get(chiave);
    if (noto) return noto;
    const nuovo = ferma(fa(...testi));
    if (chiave.length > massimo) return nuovo;
    noti.set(chiave, nuovo);
    caratteri += chiave.length;
    for (const vecchia of noti.keys()) {
      if (caratteri <= massimo) break;
      noti.delete(vecchia);
      caratteri -= vecchia.length;
    }
    return nuovo;
  };
}

/** Un componente puro che riceve solo ciò che disegna. */
export type Disegno<T> = (cosa: T) => ReactNode;

/** I disegni già fatti di un oggetto: se ne vanno con lui. In byte, fuori dalla memoria che V8 guarda, e pronti da mandare. */
const fatti = new WeakMap<object, Map<unknown, Buffer>>();

/** L'HTML di `cosa`, scritto la prima volta. @throws Error se `cosa` può ancora cambiare */
export function disegnato<T extends object>(disegno: Disegno<T>, cosa: T): Buffer {
  const suoi = fatti.get(cosa) ?? new Map<unknown, Buffer>();
  const fatto = suoi.get(disegno);
  if (fatto) return fatto;
  if (!Object.isFrozen(cosa)) throw new Error('Si tiene il disegno solo di ciò che non può più cambiare.');
  const html = Buffer.from(inHtml(disegno(cosa)));
  fatti.set(cosa, suoi.set(disegno, html));
  return html;
}
