import { routes } from '@/lib/routes';
import { passo } from '../stampa';
import { carica, mediana, percentile } from './carico';
import { insieme, OGNI_MS, type PaginaDaPremere, PERSONE, premi } from './insieme';
import { cookieDi } from './sessione';

const PAGINE: readonly PaginaDaPremere[] = [
  ['tabelle del rapporto', routes.tabelle()],
  ['tabelle a una data', routes.tabelle({ data: '31/03/2020' })],
  ['risorse', routes.risorse()],
];
/** Il pannello legge ogni rilevazione di ogni azione: si misura una volta per volta, e non entra tra le pagine che premono tutti. */
const PANNELLO: PaginaDaPremere = ['attuazione', routes.attuazione()];
const VOLTE = 5;
/** La pagina di cui la richiesta fissa un limite. */
const ATTESE: Record<string, string> = { 'tabelle del rapporto': ' (atteso ≤ 150)', 'tabelle a una data': ' (atteso ≤ 150)' };
const SECONDI = 6;

/** Le pagine della ricerca sul database di misura: da sole, a dieci connessioni, con venti persone. Stampa i numeri; non giudica. */
export async function misuraRicerca(indirizzo: string, superutente: string, segreto: string, progetti: number): Promise<void> {
  passo('Misuro le pagine della ricerca');
  const cookie: string[] = [];
  for (let n = 0; n < PERSONE; n += 1) cookie.push(await cookieDi(superutente, segreto, 'RICERCATORE'));
  const headers = { Cookie: cookie[0] ?? '' };
  console.log(`\nricerca (${progetti} progetti)`);
  for (const [nome, percorso] of PAGINE) {
    await carica(indirizzo + percorso, 1, 2, headers); // riscaldamento
    const sola = await carica(indirizzo + percorso, 1, SECONDI, headers);
    const dieci = await carica(indirizzo + percorso, 10, SECONDI, headers);
    console.log(
      `  ${`${nome}:`.padEnd(24)}95° percentile ${sola.p95.toFixed(0)} ms a 1 connessione${ATTESE[nome] ?? ''}, ${dieci.p95.toFixed(0)} ms a 10 (${dieci.alSecondo.toFixed(0)} richieste/s)`,
    );
  }
  const tempi = await insieme(indirizzo, cookie, PAGINE);
  for (const [nome, ms] of tempi)
    console.log(
      `  ${`${nome}:`.padEnd(24)}mediana ${mediana(ms).toFixed(0)} ms, 95° percentile ${percentile(ms, 0.95).toFixed(0)} ms con ${PERSONE} persone che premono ogni ${OGNI_MS / 1000} secondi${ATTESE[nome] ?? ''}`,
    );
  const [nomePannello, pannello] = PANNELLO;
  const suoi: number[] = [];
  for (let n = 0; n <= VOLTE; n += 1) suoi.push(await premi(indirizzo, pannello, headers.Cookie));
  console.log(
    `  ${`${nomePannello}:`.padEnd(24)}mediana ${mediana(suoi.slice(1)).toFixed(0)} ms, massimo ${Math.max(...suoi.slice(1)).toFixed(0)} ms, ${VOLTE} volte da sola`,
  );
}
