import { setTimeout as pausa } from 'node:timers/promises';
import { passo } from '../stampa';

/** Venti persone che premono ogni tre secondi: come si usa il portale in una mattina di lavoro. */
export const PERSONE = 20;
export const OGNI_MS = 3000;
const SECONDI = 60;

export type PaginaDaPremere = readonly [nome: string, percorso: string];
export type Tempi = Map<string, number[]>;

/** Il tempo di una pagina intera, in ms. @throws Error se non risponde 200 */
export async function premi(indirizzo: string, percorso: string, cookie: string): Promise<number> {
  const inizio = performance.now();
  const risposta = await fetch(indirizzo + percorso, { headers: { Cookie: cookie }, redirect: 'manual' });
  await risposta.text();
  if (risposta.status !== 200) throw new Error(`${percorso} risponde ${risposta.status}.`);
  return performance.now() - inizio;
}

export const aggiungi = (tempi: Tempi, nome: string, ms: number): void => void tempi.set(nome, [...(tempi.get(nome) ?? []), ms]);

/** Una pagina ogni tre secondi per persona (un cookie ciascuna), partite in momenti diversi e ciascuna da una pagina diversa. */
export async function insieme(indirizzo: string, cookie: readonly string[], pagine: readonly PaginaDaPremere[]): Promise<Tempi> {
  passo(`${cookie.length} persone che premono ogni ${OGNI_MS / 1000} secondi, per ${SECONDI} secondi`);
  const tempi: Tempi = new Map();
  const fine = performance.now() + SECONDI * 1000;
  await Promise.all(
    cookie.map(async (suo, chi) => {
      await pausa((chi * OGNI_MS) / cookie.length);
      for (let giro = chi; performance.now() < fine; giro += 1) {
        const [nome, percorso] = pagine[giro % pagine.length] ?? ['', ''];
        const ms = await premi(indirizzo, percorso, suo);
        aggiungi(tempi, nome, ms);
        await pausa(Math.max(0, OGNI_MS - ms));
      }
    }),
  );
  return tempi;
}
