import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello, type DatabaseDiProva } from '@/tests/support/database';
import { type Prova, preparaProva } from '@/tests/support/modello';
import { leggiFileEnv, variabiliServer } from './ambiente';
import { misuraAttuazione } from './bench/attuazione';
import { carica, type Misura, mediana, percentile } from './bench/carico';
import { apriContatore, attraverso } from './bench/contaIstruzioni';
import { misuraEsportazioni } from './bench/esportazioni';
import { CARTELLA_NUDA, costruisciNuda, scriviRighe } from './bench/nuda';
import { pesoScript, righeDi } from './bench/pagina';
import { misuraPersone } from './bench/persone';
import { popola } from './bench/popola';
import { misuraPubblico } from './bench/pubblico';
import { misuraRicerca } from './bench/ricerca';
import { cookieDi } from './bench/sessione';
import { allaChiusura, ascoltaSegnali, chiudi } from './chiusura';
import { costruisci } from './costruzione';
import { avvia } from './processi';
import { avviaServer } from './server';
import { passo } from './stampa';

const PROGETTI = 2000;
const GIRI = 5;
const SECONDI = 6;
/** Secondi. Nel primo mezzo minuto un server appena partito passa più tempo a compilare il proprio codice che a rispondere, tanto più quanto più ne ha. */
const RISCALDAMENTO = 30;

const PARTI = ['pagine', 'attuazione', 'persone', 'esportazioni', 'pubblico'] as const;
type Parte = (typeof PARTI)[number];
const eParte = (testo: string): testo is Parte => PARTI.some((parte) => parte === testo);

/** `altri`: indirizzi della stessa pagina, tanti che quando si torna al primo il portale lo ha dimenticato (docs/decisioni/0005). */
type Pagina = { nome: string; percorso: string; altri?: string[] };

/**
 * `npm run bench` (o `npm run bench -- pagine`, `-- attuazione`, `-- persone`, `-- esportazioni`, `-- pubblico`): velocità e peso delle pagine di lettura, contro una pagina dinamica nuda con le stesse righe, a giri alterni nello
 * stesso minuto. Solo su 127.0.0.1, per pochi secondi. Stampa mediane e rapporti; non giudica, e non è un test.
 */
export async function esegui([parte]: string[] = []): Promise<number> {
  if (parte !== undefined && !eParte(parte))
    throw new Error(`Parte sconosciuta: «${parte}». Parti: ${PARTI.join(', ')}; nessuna per tutte.`);
  ascoltaSegnali(130);
  leggiFileEnv();
  try {
    await misura(parte);
  } finally {
    await chiudi();
  }
  return 0;
}

async function misura(parte?: Parte): Promise<void> {
  passo('Preparo il database modello e il portale');
  const { prova, chiudi: chiudiProva } = await preparaProva();
  allaChiusura(chiudiProva);
  process.env.CANTIERE_PROVA = JSON.stringify(prova);
  process.env.CANTIERE_PROVA_DATABASE = 'bench';
  const tocca = (questa: Parte): boolean => parte === undefined || parte === questa;
  if (parte !== 'persone') await costruisci(); // le persone si misurano senza pagine
  delete process.env.NEXTAUTH_URL;
  if (tocca('pagine')) await misuraPagine(prova);
  if (tocca('attuazione')) await misuraAttuazione(prova.segreto);
  if (tocca('persone')) await misuraPersone(prova.segreto);
  if (tocca('esportazioni')) await misuraEsportazioni(prova.segreto);
  if (tocca('pubblico')) await misuraPubblico(prova.segreto);
}

async function misuraPagine(prova: Prova): Promise<void> {
  passo(`Preparo un database con ${PROGETTI} progetti`);
  const database = await copiaModello('bench');
  await popola(database.superutente, PROGETTI);
  const porta = await portaLibera();
  const indirizzo = `http://127.0.0.1:${porta}`;
  const env = variabiliServer({ modo: 'incorporato', demo: true, url: database.url, segreto: prova.segreto }, indirizzo);
  passo('Avvio il portale');
  const portale = await avviaServer('start', env, porta, '127.0.0.1');
  const headers = { Cookie: await cookieDi(database.superutente, env.NEXTAUTH_SECRET ?? '', 'ISTRUTTORE') };
  const [uno = '', ...altri] = await pagineDeiProgetti(database.superutente);
  const pagine: Record<string, Pagina> = {
    lista: { nome: 'elenco di 50 progetti', percorso: '/progetti' },
    progetto: { nome: 'pagina di un progetto', percorso: uno, altri },
  };

  const html: Record<string, string> = {};
  for (const [chiave, { percorso }] of Object.entries(pagine)) html[chiave] = await leggi(indirizzo + percorso, headers);
  passo('Costruisco e avvio le pagine nude con le stesse righe');
  await scriviRighe(database.superutente, Object.fromEntries(Object.entries(html).map(([chiave, testo]) => [chiave, righeDi(testo)])));
  await costruisciNuda(Object.keys(html));
  const portaNuda = await portaLibera();
  const nuda = `http://127.0.0.1:${portaNuda}`;
  avvia('node_modules/next/dist/bin/next', ['start', CARTELLA_NUDA, '-H', '127.0.0.1', '-p', String(portaNuda)], {
    env: { ...process.env, NODE_ENV: 'production', URL_NUDA: database.url.app_regione },
  });
  await leggi(`${nuda}/lista`, {}, 60);

  for (const [chiave, pagina] of Object.entries(pagine)) {
    await confronta(pagina, indirizzo, `${nuda}/${chiave}`, headers, html[chiave] ?? '');
    console.log(
      `  istruzioni SQL:   ${await contaIstruzioni(pagina, database, { dati: prova.segreto, sessioni: env.NEXTAUTH_SECRET ?? '' }, headers)} per pagina, comprese begin e commit (atteso ≤ 6)`,
    );
  }
  const memoria = () => memoriaDi(portale.processo.pid ?? 0, database.superutente);
  console.log(`\nMemoria residente (PSS) dopo le due pagine: ${memoria()} (atteso ≤ 600 in tutto)`);
  await misuraRicerca(indirizzo, database.superutente, env.NEXTAUTH_SECRET ?? '', PROGETTI);
  await misuraDomande(indirizzo, database.superutente, env.NEXTAUTH_SECRET ?? '');
  console.log(`\nMemoria residente (PSS) alla fine: ${memoria()}`);
}

/** La scrittura di una domanda lunga: salvataggi di molte persone insieme, apertura di una sezione, confronto di due versioni. */
async function misuraDomande(base: string, superutente: string, segreto: string): Promise<void> {
  passo('Preparo una domanda di sessanta pagine e cinquanta che la scrivono');
  // i costruttori delle prove si collegano appena importati: prima il database deve esserci
  const { preparaDomande, SCRITTORI, scriviInsieme } = await import('./bench/domande');
  const { superutente: db } = await import('@/tests/support/superutente');
  const scena = await preparaDomande(base, superutente, segreto);
  await scriviInsieme(scena.scrittori, 6); // riscaldamento: connessioni e codice appena partiti
  const tempi = await scriviInsieme(scena.scrittori, 20);
  await db.end();
  console.log(`
domande (${SCRITTORI} persone che salvano ogni 2 secondi; domanda di 60 pagine)
  salvataggio:        mediana ${mediana(tempi).toFixed(0)} ms, 95° percentile ${percentile(tempi, 0.95).toFixed(0)} ms su ${tempi.length} (atteso ≤ 150)`);
  for (const [nome, url, atteso] of [
    ['apertura sezione', scena.sezione, 150],
    ['confronto versioni', scena.confronto, 300],
  ] as const) {
    await carica(url, 1, 2, scena.headers); // riscaldamento
    const sola = await carica(url, 1, SECONDI, scena.headers);
    const quattro = await carica(url, 4, SECONDI, scena.headers);
    console.log(
      `  ${`${nome}:`.padEnd(19)} 95° percentile ${sola.p95.toFixed(0)} ms a 1 connessione, ${quattro.p95.toFixed(0)} ms a 4 (atteso ≤ ${atteso})`,
    );
  }
}

/** Le istruzioni di una pagina, contate sul filo da un secondo portale che passa dal contatore: quello misurato parla direttamente al database. */
async function contaIstruzioni(
  pagina: Pagina,
  database: DatabaseDiProva,
  segreti: { dati: string; sessioni: string },
  headers: Record<string, string>,
): Promise<number> {
  const contatore = await apriContatore('127.0.0.1', Number(new URL(database.superutente).port));
  const porta = await portaLibera();
  const url = attraverso(database.url, contatore);
  const variabili = variabiliServer({ modo: 'incorporato', demo: true, url, segreto: segreti.dati }, `http://127.0.0.1:${porta}`);
  const portale = await avviaServer('start', { ...variabili, NEXTAUTH_SECRET: segreti.sessioni }, porta, '127.0.0.1');
  await leggi(`http://127.0.0.1:${porta}${pagina.percorso}`, headers); // la prima apre le connessioni
  contatore.azzera();
  await leggi(`http://127.0.0.1:${porta}${pagina.percorso}`, headers);
  const istruzioni = contatore.istruzioni();
  await portale.ferma();
  contatore.chiudi();
  return istruzioni;
}

async function confronta(pagina: Pagina, base: string, nuda: string, headers: Record<string, string>, html: string): Promise<void> {
  const indirizzo = base + pagina.percorso;
  const { altri = [] } = pagina;
  passo(`Misuro: ${pagina.nome}`);
  for (const [url, h] of [
    [indirizzo, headers],
    [nuda, {}],
  ] as const)
    await carica(url, 10, RISCALDAMENTO, h);
  const ripresa = await alterni(nuda, () => carica(indirizzo, 10, SECONDI, headers));
  const sola = await carica(indirizzo, 1, SECONDI, headers);
  console.log(`
${pagina.nome} (mediane di ${GIRI} giri alterni di ${SECONDI} s, dopo ${RISCALDAMENTO} s di carico ciascuna)
${ripresa}
  a 1 connessione:  95° percentile ${sola.p95.toFixed(0)} ms (atteso ≤ 40)
  JavaScript:       ${((await pesoScript(indirizzo, html)) / 1024).toFixed(0)} KB compressi al primo caricamento (atteso ≤ 150)
  HTML:             ${(html.length / 1024).toFixed(0)} KB`);
  if (altri.length === 0) return;
  const nuove = await alterni(nuda, () => carica(base, 10, SECONDI, headers, altri));
  console.log(`  e aprendone ${altri.length} a turno, ogni volta una che il portale non ricorda:\n${nuove}`);
}

/** Giri alterni a 10 connessioni di `nostra` e della pagina nuda: le mediane e i loro rapporti. */
async function alterni(nuda: string, nostra: () => Promise<Misura>): Promise<string> {
  const nostre: Misura[] = [];
  const nude: Misura[] = [];
  for (let giro = 0; giro < GIRI; giro += 1) {
    nostre.push(await nostra());
    nude.push(await carica(nuda, 10, SECONDI, {}));
  }
  const m = (misure: Misura[], di: (m: Misura) => number) => mediana(misure.map(di));
  const [noi, loro] = [m(nostre, (x) => x.alSecondo), m(nude, (x) => x.alSecondo)];
  const [p95, p95nuda] = [m(nostre, (x) => x.p95), m(nude, (x) => x.p95)];
  return `  a 10 connessioni: ${noi.toFixed(0)} richieste/s contro ${loro.toFixed(0)} della pagina nuda, rapporto ${(noi / loro).toFixed(2)} (atteso ≥ 0,7)
  95° percentile:   ${p95.toFixed(0)} ms contro ${p95nuda.toFixed(0)} ms, rapporto ${(p95 / p95nuda).toFixed(2)} (atteso ≤ 1,5)`;
}

async function leggi(url: string, headers: Record<string, string>, secondi = 20): Promise<string> {
  const fine = Date.now() + secondi * 1000;
  for (;;) {
    const risposta = await fetch(url, { headers, redirect: 'manual' }).catch((errore) => {
      if (Date.now() > fine) throw errore;
      return null;
    });
    if (risposta?.status === 200) return risposta.text();
    if (risposta || Date.now() > fine) throw new Error(`${url} risponde ${risposta?.status ?? 'nulla'}.`);
    await new Promise((riprova) => setTimeout(riprova, 200));
  }
}

/** Gli indirizzi dei progetti inventati, che hanno tutti lo stesso numero di righe. */
async function pagineDeiProgetti(superutente: string): Promise<string[]> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  const { rows } = await db.query(`select '/progetti/' || id as percorso from progetto where codice like 'X%' order by codice desc`);
  await db.end();
  return rows.map(({ percorso }) => percorso);
}

/** I processi del server PostgreSQL di prova: il capo e i suoi figli. */
function postgres(superutente: string): number[] {
  const porta = new URL(superutente).port;
  const capi = processi().filter(({ comando }) => comando.includes('postgres') && comando.includes(`${porta}`));
  const padri = new Set(capi.map(({ pid }) => pid));
  return processi()
    .filter(({ pid, padre }) => padri.has(pid) || padri.has(padre))
    .map(({ pid }) => pid);
}

function processi(): { pid: number; padre: number; comando: string }[] {
  return readdirSync('/proc')
    .filter((nome) => /^\d+$/.test(nome))
    .flatMap((pid) => {
      try {
        const padre = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        return [{ pid: Number(pid), padre, comando: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return []; // finito mentre si leggeva l'elenco
      }
    });
}

const memoriaDi = (server: number, superutente: string): string =>
  `${memoriaMb([server]).toFixed(0)} MB Next, ${memoriaMb(postgres(superutente)).toFixed(0)} MB PostgreSQL`;

/** Memoria proporzionale (PSS): le pagine condivise tra processi si contano una volta sola. */
function memoriaMb(pids: number[]): number {
  const kb = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return kb.reduce((somma, valore) => somma + valore, 0) / 1024;
}
