import { readFileSync } from 'node:fs';
import { setTimeout as pausa } from 'node:timers/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { selezione } from '@/lib/dizionario/contratto';
import { PARTECIPANTI } from '@/lib/dizionario/persone';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello, type DatabaseDiProva } from '@/tests/support/database';
import { variabiliServer } from '../ambiente';
import { avviaServer } from '../server';
import { passo } from '../stampa';
import { carica, mediana } from './carico';
import { cookieDellIncarico } from './sessione';

const RIGHE = Number(process.env.CANTIERE_BENCH_RIGHE ?? 1_000_000);
const SEMESTRI = 10;
const GIRI = 3;

const riga = (nome: string, testo: string): void => console.log(`  ${`${nome}:`.padEnd(34)}${testo}`);
const secondi = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/**
 * La parte «esportazioni» di `npm run bench`: un milione di righe k-anonime in CSV, scaricate dal portale come farebbe un browser, contro la COPY nuda delle
 * stesse righe, a giri alterni. Poi le altre pagine mentre si scarica, e uno scaricamento interrotto. Stampa i numeri; non giudica.
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
  const portale = await avviaServer('start', env, porta, '127.0.0.1');
  const headers = { Cookie: await cookieDellIncarico(database.superutente, env.NEXTAUTH_SECRET ?? '', incarico), Origin: base };
  const pid = portale.processo.pid ?? 0;
  await scarica(base, headers, pid); // riscaldamento
  const [nude, nostre]: [number[], Scaricato[]] = [[], []];
  for (let giro = 0; giro < GIRI; giro += 1) {
    nude.push(await copiaNuda(database, incarico));
    nostre.push(await scarica(base, headers, pid));
  }
  const [noi, nuda] = [mediana(nostre.map(({ ms }) => ms)), mediana(nude)];
  console.log(`\nesportazioni (${RIGHE} righe, mediane di ${GIRI} giri alterni)`);
  riga('COPY nuda', secondi(nuda));
  riga(
    'CSV dal portale',
    `${secondi(noi)}, ${((nostre[0]?.byte ?? 0) / 1e6).toFixed(0)} MB; rapporto ${(noi / nuda).toFixed(2)} (atteso ≤ 2)`,
  );
  riga('primo byte', `${mediana(nostre.map(({ primo }) => primo)).toFixed(0)} ms (atteso ≤ 100)`);
  riga('memoria in più', `${mediana(nostre.map(({ memoria }) => memoria)).toFixed(0)} MB (atteso ≤ 50)`);
  await misuraAltrePagine(base, headers, pid);
  await misuraInterruzione(database, base, headers);
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

type Scaricato = { ms: number; primo: number; byte: number; memoria: number };

const chiedi = (base: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> =>
  fetch(`${base}/ricerca/esportazioni/scarica`, {
    method: 'POST',
    headers: { ...headers, 'accept-encoding': 'identity' },
    body: new URLSearchParams({ tabella: 'partecipanti', formato: 'csv-r', data: '09/07/2020' }),
    signal,
  });

async function scarica(base: string, headers: Record<string, string>, pid: number): Promise<Scaricato> {
  const prima = residente(pid);
  let [massima, byte, primo] = [prima, 0, 0];
  const guarda = setInterval(() => (massima = Math.max(massima, residente(pid))), 100);
  const inizio = performance.now();
  const risposta = await chiedi(base, headers);
  if (!risposta.ok || !risposta.body) throw new Error(`Lo scaricamento risponde ${risposta.status}: ${await risposta.text()}`);
  for await (const pezzo of risposta.body as unknown as AsyncIterable<Uint8Array>) {
    primo ||= performance.now() - inizio;
    byte += pezzo.length;
  }
  clearInterval(guarda);
  return { ms: performance.now() - inizio, primo, byte, memoria: massima - prima };
}

/** Le altre pagine mentre un milione di righe esce: il 95° percentile, contro lo stesso da ferme. */
async function misuraAltrePagine(base: string, headers: Record<string, string>, pid: number): Promise<void> {
  const pagina = `${base}/ricerca/tabelle`;
  await carica(pagina, 2, 3, headers);
  const ferma = await carica(pagina, 2, 5, headers);
  let finito = false;
  const continua = (async () => {
    while (!finito) await scarica(base, headers, pid);
  })();
  const insieme = await carica(pagina, 2, 5, headers);
  finito = true;
  await continua;
  riga(
    '95° percentile di una pagina',
    `${ferma.p95.toFixed(0)} ms da sola, ${insieme.p95.toFixed(0)} ms mentre si scarica; rapporto ${(insieme.p95 / ferma.p95).toFixed(2)} (atteso ≤ 3)`,
  );
}

async function misuraInterruzione(database: DatabaseDiProva, base: string, headers: Record<string, string>): Promise<void> {
  const freno = new AbortController();
  const risposta = await chiedi(base, headers, freno.signal);
  const lettore = risposta.body?.getReader();
  for (let letti = 0; letti < 5_000_000; ) letti += (await lettore?.read())?.value?.length ?? 5_000_000;
  freno.abort();
  const inizio = performance.now();
  const db = new pg.Client({ connectionString: database.superutente });
  await db.connect();
  for (;;) {
    const { rows } = await db.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and (state like 'idle in transaction%' or (state = 'active' and query like 'copy %'))`,
    );
    if (rows[0]?.n === 0) break;
    if (performance.now() - inizio > 30_000) throw new Error('Uno scaricamento interrotto ha lasciato una connessione occupata.');
    await pausa(20);
  }
  await db.end();
  riga('interrotto a 5 MB', `nessuna COPY e nessuna transazione aperta dopo ${(performance.now() - inizio).toFixed(0)} ms`);
}

/** La memoria residente di un processo, in MB. */
const residente = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
