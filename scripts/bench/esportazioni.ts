import { readFileSync } from 'node:fs';
import { setTimeout as pausa } from 'node:timers/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { selezione } from '@/lib/dizionario/contratto';
import { PARTECIPANTI } from '@/lib/dizionario/persone';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello, type DatabaseDiProva } from '@/tests/support/database';
import { variabiliServer } from '../ambiente';
import { avvia, lancia } from '../processi';
import { avviaServer } from '../server';
import { passo } from '../stampa';
import { carica, mediana } from './carico';
import { cookieDellIncarico } from './sessione';

const RIGHE = Number(process.env.CANTIERE_BENCH_RIGHE ?? 1_000_000);
const SEMESTRI = 10;
const GIRI = 3;
/** Quante volte si misura il primo byte da solo. */
const INIZI = 10;
const SCARICATORE = 'scripts/bench/scaricatore.mjs';

const riga = (nome: string, testo: string): void => console.log(`  ${`${nome}:`.padEnd(34)}${testo}`);
const secondi = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const tondi = (valori: number[]): string => mediana(valori).toFixed(0);

/** Il portale che si misura: dove si scarica, con quale sessione, quale processo. */
type Portale = { base: string; headers: Record<string, string>; pid: number };

/**
 * La parte «esportazioni» di `npm run bench`: un milione di righe k-anonime in CSV, scaricate dal portale come farebbe un browser, contro la COPY nuda delle
 * stesse righe, a giri alterni. Poi il primo byte da solo, le altre pagine mentre si scarica, e uno scaricamento interrotto. Chi scarica è un processo suo:
 * il suo orologio non aspetta altri. Stampa i numeri; non giudica.
 */
export async function misuraEsportazioni(segreto: string): Promise<void> {
  passo(`Preparo ${RIGHE} righe k-anonime in ${SEMESTRI} semestri`);
  process.env.CANTIERE_PROVA_DATABASE = 'esportazioni';
  const database = await copiaModello('esportazioni');
  const incarico = await popola(database.superutente);
  const porta = await portaLibera();
  const base = `http://127.0.0.1:${porta}`;
  const env = variabiliServer({ modo: 'incorporato', demo: true, url: database.url, segreto }, base);
  Object.assign(process.env, env);
  passo('Avvio il portale');
  const server = await avviaServer('start', env, porta, '127.0.0.1');
  const Cookie = await cookieDellIncarico(database.superutente, env.NEXTAUTH_SECRET ?? '', incarico);
  const portale: Portale = { base, headers: { Cookie, Origin: base }, pid: server.processo.pid ?? 0 };
  await scarica(portale); // riscaldamento
  const [nude, nostre]: [number[], Pesato[]] = [[], []];
  for (let giro = 0; giro < GIRI; giro += 1) {
    nude.push(await copiaNuda(database, incarico));
    nostre.push(await pesando(portale));
  }
  const [noi, nuda] = [mediana(nostre.map(({ ms }) => ms)), mediana(nude)];
  console.log(`\nesportazioni (${RIGHE} righe, mediane di ${GIRI} giri alterni)`);
  riga('COPY nuda', secondi(nuda));
  riga(
    'CSV dal portale',
    `${secondi(noi)}, ${((nostre[0]?.byte ?? 0) / 1e6).toFixed(0)} MB; rapporto ${(noi / nuda).toFixed(2)} (atteso ≤ 2)`,
  );
  riga('memoria in più', `${tondi(nostre.map(({ memoria }) => memoria))} MB (atteso ≤ 50)`);
  riga('primo byte', `${tondi(nostre.map(({ primo }) => primo))} ms (atteso ≤ 100)`);
  const db = new pg.Client({ connectionString: database.superutente });
  await db.connect();
  const inizi: number[] = [];
  for (let n = 0; n < INIZI; n += 1) {
    inizi.push((await scarica(portale, { fermaA: 1 })).primo);
    await quiete(db);
  }
  riga('primo byte, connessione nuova', `${tondi(inizi)} ms, al più ${Math.max(...inizi).toFixed(0)}, su ${INIZI} (atteso ≤ 100)`);
  await misuraAltrePagine(portale);
  const { fine } = await scarica(portale, { fermaA: 5_000_000 });
  await quiete(db);
  riga('interrotto a 5 MB', `nessuna COPY e nessuna transazione aperta dopo ${Date.now() - fine} ms`);
  await db.end();
}

/** Dieci rilasci, come li scrive la pagina «Persone». @returns l'incarico di chi fa ricerca */
async function popola(superutente: string): Promise<string> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  const { rows } =
    await db.query(`select i.id, i.utente_id, i.regione_id, (select p.id from programma p where p.regione_id = i.regione_id order by codice limit 1) as programma
    from incarico i join utente u on u.id = i.utente_id where u.email = 'chiara.monti@ires.example' limit 1`);
  const chi = rows[0];
  for (let n = 0; n < SEMESTRI; n += 1)
    await db.query(
      `insert into rilascio (regione_id, tabella, parametri, contenuto, sha256, rilasciato_da)
       select $1, 'RIGHE_RICERCA', jsonb_build_object('programma', $2::text, 'semestre', $3::text), jsonb_build_object('righe', jsonb_agg(jsonb_build_object(
         'classe_eta', (array['0-17','18-29','30-54','55+'])[1 + k % 4], 'sesso', (array['F','M'])[1 + k % 2], 'cittadinanza', (array['IT','UE','NON_UE'])[1 + k % 3],
         'titolo', (array['0-2','3-4','5-8'])[1 + k % 3], 'condizione', 'DISOCCUPATO', 'ambito', (1 + k % 30)::text, 'disoccupato_lungo', k % 5 = 0,
         'motivo_uscita', 'COMPLETATO', 'cerca_lavoro', k % 3 = 0, 'istruzione', null, 'qualifica', k % 7 = 0, 'lavoro', k % 2 = 0, 'lavoro_6_mesi', k % 4 = 0,
         'migliorato_6_mesi', null))), 'x', $4 from generate_series(1, $5::int) k`,
      [chi.regione_id, chi.programma, `${2010 + Math.floor(n / 2)}-${1 + (n % 2)}`, chi.utente_id, Math.ceil(RIGHE / SEMESTRI)],
    );
  await db.end();
  return chi.id;
}

/** Le stesse righe, la stessa istruzione, lo stesso contesto: senza trasformarle. */
async function copiaNuda(database: DatabaseDiProva, incarico: string): Promise<number> {
  const { attoreDi } = await import('@/tests/support/attori');
  const { contesto, firma } = await attoreDi(incarico);
  const db = new pg.Client({ connectionString: database.url.app_ricerca });
  await db.connect();
  await db.query('begin read only');
  await db.query(
    `select set_config('app.contesto', $1, true), set_config('app.firma', $2, true), set_config('app.esporta_al', '2020-07-09', true)`,
    [contesto, firma],
  );
  const inizio = performance.now();
  for await (const _ of db.query(copyTo(`copy (${selezione(PARTECIPANTI)}) to stdout`)));
  const ms = performance.now() - inizio;
  await db.end();
  return ms;
}

type Scaricato = { ms: number; primo: number; byte: number; intero: boolean; fine: number };
type Pesato = Scaricato & { memoria: number };
type Lavoro = { volte?: number; fermaA?: number };

const argomenti = ({ base, headers }: Portale, lavoro: Lavoro): string[] => [
  JSON.stringify({
    url: `${base}/ricerca/esportazioni/scarica`,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'identity' },
    corpo: new URLSearchParams({ tabella: 'partecipanti', formato: 'csv-r', data: '09/07/2020' }).toString(),
    ...lavoro,
  }),
];

/** Uno scaricamento; con `fermaA` chi scarica riattacca dopo quei byte. */
async function scarica(portale: Portale, lavoro: Lavoro = {}): Promise<Scaricato> {
  const { codice, uscita } = await lancia(SCARICATORE, argomenti(portale, lavoro));
  if (codice !== 0) throw new Error(`Lo scaricamento non riesce:\n${uscita}`);
  const scaricato: Scaricato = JSON.parse(uscita);
  if (!lavoro.fermaA && !scaricato.intero) throw new Error('Lo scaricamento si è interrotto.');
  return scaricato;
}

/** Uno scaricamento intero, con la memoria che il portale ha preso in più mentre lo serviva (MB). */
async function pesando(portale: Portale): Promise<Pesato> {
  const prima = residente(portale.pid);
  let massima = prima;
  const guarda = setInterval(() => (massima = Math.max(massima, residente(portale.pid))), 100);
  const scaricato = await scarica(portale);
  clearInterval(guarda);
  return { ...scaricato, memoria: massima - prima };
}

/** Le altre pagine mentre un milione di righe esce: il 95° percentile, contro lo stesso da ferme. */
async function misuraAltrePagine(portale: Portale): Promise<void> {
  const pagina = `${portale.base}/ricerca/tabelle`;
  await carica(pagina, 2, 3, portale.headers);
  const ferma = await carica(pagina, 2, 5, portale.headers);
  const sempre = avvia(SCARICATORE, argomenti(portale, { volte: 0 }));
  const insieme = await carica(pagina, 2, 5, portale.headers);
  await sempre.ferma();
  riga(
    '95° percentile di una pagina',
    `${ferma.p95.toFixed(0)} ms da sola, ${insieme.p95.toFixed(0)} ms mentre si scarica; rapporto ${(insieme.p95 / ferma.p95).toFixed(2)} (atteso ≤ 3)`,
  );
}

/** Aspetta che nessuno copi e nessuna transazione resti aperta. @throws Error dopo mezzo minuto */
async function quiete(db: pg.Client): Promise<void> {
  const entro = performance.now() + 30_000;
  for (;;) {
    const { rows } = await db.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and (state like 'idle in transaction%' or (state = 'active' and query like 'copy %'))`,
    );
    if (rows[0]?.n === 0) return;
    if (performance.now() > entro) throw new Error('Uno scaricamento interrotto ha lasciato una connessione occupata.');
    await pausa(20);
  }
}

/** La memoria residente di un processo, in MB. */
const residente = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
