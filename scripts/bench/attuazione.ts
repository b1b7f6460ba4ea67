import { routes } from '@/lib/routes';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello } from '@/tests/support/database';
import { variabiliServer } from '../ambiente';
import { avviaServer } from '../server';
import { passo } from '../stampa';
import { mediana, percentile } from './carico';
import { aggiungi, insieme, OGNI_MS, type PaginaDaPremere, PERSONE, premi, type Tempi } from './insieme';
import { popolaAttuazione } from './popolaAttuazione';
import { cookieDi } from './sessione';

const PROGETTI = 2000;
/** I due volumi di storia che si confrontano: la pagina deve costare lo stesso. */
const STORIE = [6, 24] as const;

const PAGINE: readonly PaginaDaPremere[] = [
  ['cruscotto', routes.cruscotto()],
  ['coda di lavoro', routes.coda()],
  ['relazioni in ritardo', routes.cruscottoElenco({ relazioni: 'scadute', ordine: 'scadenza' })],
  ['tocca alla Regione', routes.cruscottoElenco({ tocca: 'REGIONE', ordine: 'attesa' })],
  ['azioni in ritardo', routes.cruscottoElenco({ vista: 'azioni', ritardo: '1', ordine: 'ritardo', verso: 'desc' })],
  ['cause della Regione', routes.cruscottoElenco({ vista: 'azioni', dipende: '1' })],
  ['elenco dei progetti', routes.progetti()],
];
const DELL_ENTE = ['cosa devo fare (ente)', routes.compiti()] as const;

type Scena = { indirizzo: string; regione: string[]; ente: string };

/**
 * La parte «attuazione» di `npm run bench`: le stesse pagine con sei e con ventiquattro periodi presentati da ogni progetto, una per volta, e poi
 * venti persone che premono ogni tre secondi. Stampa i numeri; non giudica.
 */
export async function misuraAttuazione(segreto: string): Promise<void> {
  const sole: Tempi[] = [];
  for (const periodi of STORIE) {
    const { scena, ferma } = await prepara(segreto, periodi);
    passo(`Misuro le pagine una per volta, con ${periodi} periodi`);
    sole.push(await unaPerVolta(scena));
    if (periodi === STORIE[STORIE.length - 1]) stampaInsieme(await insieme(scena.indirizzo, scena.regione, PAGINE));
    await ferma();
  }
  stampaConfronto(sole);
}

async function prepara(segreto: string, periodi: number): Promise<{ scena: Scena; ferma: () => Promise<void> }> {
  passo(`Preparo ${PROGETTI} progetti con ${periodi} periodi ciascuno`);
  const database = await copiaModello(`attuazione${periodi}`);
  await popolaAttuazione(database.superutente, { progetti: PROGETTI, periodi });
  const porta = await portaLibera();
  const indirizzo = `http://127.0.0.1:${porta}`;
  const env = variabiliServer({ modo: 'incorporato', demo: true, url: database.url, segreto }, indirizzo);
  const portale = await avviaServer('start', env, porta, '127.0.0.1');
  const chiave = env.NEXTAUTH_SECRET ?? '';
  const regione: string[] = [];
  for (let n = 0; n < PERSONE; n += 1) regione.push(await cookieDi(database.superutente, chiave, 'ISTRUTTORE'));
  return { scena: { indirizzo, regione, ente: await cookieDi(database.superutente, chiave, 'REFERENTE') }, ferma: portale.ferma };
}

async function unaPerVolta(scena: Scena): Promise<Tempi> {
  const tempi: Tempi = new Map();
  for (const [nome, percorso] of [...PAGINE, DELL_ENTE]) {
    const cookie = nome === DELL_ENTE[0] ? scena.ente : (scena.regione[0] ?? '');
    for (let n = 0; n < 6; n += 1) await premi(scena.indirizzo, percorso, cookie); // riscaldamento: connessioni, codice, istruzioni preparate
    for (let n = 0; n < 20; n += 1) aggiungi(tempi, nome, await premi(scena.indirizzo, percorso, cookie));
  }
  return tempi;
}

const intero = (ms: number): string => ms.toFixed(0);

function stampaInsieme(tempi: Tempi): void {
  const tutti = [...tempi.values()].flat();
  console.log(`
attuazione (${PROGETTI} progetti, ${PROGETTI * 10} azioni, ${STORIE[STORIE.length - 1]} periodi; ${PERSONE} persone che premono ogni ${OGNI_MS / 1000} secondi)
  tutte le pagine:        mediana ${intero(mediana(tutti))} ms, 95° percentile ${intero(percentile(tutti, 0.95))} ms su ${tutti.length} (atteso ≤ 200)`);
  for (const [nome, ms] of tempi)
    console.log(`  ${`${nome}:`.padEnd(24)}mediana ${intero(mediana(ms))} ms, 95° percentile ${intero(percentile(ms, 0.95))} ms`);
}

function stampaConfronto([poche, molte]: Tempi[]): void {
  console.log(`\nle stesse pagine, una per volta, con ${STORIE.join(' e con ')} periodi (mediane; rapporto atteso intorno a 1)`);
  for (const [nome, ms] of molte ?? []) {
    const [prima, dopo] = [mediana(poche?.get(nome) ?? []), mediana(ms)];
    console.log(`  ${`${nome}:`.padEnd(24)}${intero(prima)} e ${intero(dopo)} ms, rapporto ${(dopo / prima).toFixed(2)}`);
  }
}
