import { setTimeout as pausa } from 'node:timers/promises';
import pg from 'pg';
import { copiaModello, type DatabaseDiProva } from '@/tests/support/database';
import { variabiliServer } from '../ambiente';
import { ricifra } from '../chiavi/ruota';
import { passo } from '../stampa';
import { misuraIndicatori, misuraPolicy, misuraScadenze } from './contiPersone';
import { type Popolato, popolaPersone } from './popolaPersone';
import { attore, detto, intero, riga, ripeti } from './stampaMisure';

const MISURE = { persone: Number(process.env.CANTIERE_BENCH_PERSONE ?? 1_000_000), enti: 50 };
const PERSONE = 10;
const OGNI_MS = 3000;
const SECONDI = 60;
const RIGHE = 10_000;

const megabyte = (): number => process.memoryUsage().rss / 1024 / 1024;

/**
 * La parte «persone» di `npm run bench`: un programma con un milione di partecipanti. Le letture e gli atti sono quelli delle pagine, chiamati qui dentro:
 * nei tempi manca solo il disegno della pagina. Stampa i numeri; non giudica.
 */
export async function misuraPersone(segreto: string): Promise<void> {
  passo(`Preparo ${MISURE.persone} partecipanti di ${MISURE.enti} enti`);
  const inizio = performance.now();
  process.env.CANTIERE_PROVA_DATABASE = 'persone';
  const database = await copiaModello('persone');
  Object.assign(process.env, variabiliServer({ modo: 'incorporato', demo: true, url: database.url, segreto }, 'http://127.0.0.1:3000'));
  const { mazzo } = await import('@/lib/identita/chiavi');
  const chi = await popolaPersone(database.superutente, MISURE, mazzo());
  console.log(
    `\npersone (${MISURE.persone} partecipanti, ${MISURE.enti} enti; preparati in ${intero((performance.now() - inizio) / 1000)} s)`,
  );
  await misuraElenco(chi);
  await misuraIndicatori(chi);
  await misuraPolicy(database, chi);
  await misuraScadenze(database);
  await misuraRotazione(database);
  await misuraImportazione(chi);
  riga('memoria di questo processo', `${intero(megabyte())} MB alla fine`);
}

/** Dieci persone che premono ogni tre secondi: prima pagina, pagine successive e pagine lontane, con i nomi decifrati e la lettura annotata. */
async function misuraElenco(chi: Popolato): Promise<void> {
  const { elencaPersone } = await import('@/lib/persone/queries');
  const { leggiNomi } = await import('@/lib/persone/queriesNomi');
  const { superutente } = await import('@/tests/support/superutente');
  const ente = await attore(chi.incaricoEnte);
  const { rows } = await superutente.query<{ chiave: string; n: number }>(
    `select ingresso || '_' || id as chiave, n from (select ingresso, id, row_number() over (order by ingresso desc, id desc) as n from partecipante where organizzazione_id = $1) x
     where n % 2000 = 50 order by n`,
    [chi.enteId],
  );
  const pagine = [undefined, ...rows.map(({ chiave }) => chiave)];
  const apri = async (dopo: string | undefined): Promise<number> => {
    const inizio = performance.now();
    const { righe } = await elencaPersone(ente, { dopo } as Parameters<typeof elencaPersone>[1]);
    const nomi = await leggiNomi(
      ente,
      righe.map(({ personaId }) => personaId),
      'ELENCO',
    );
    if (righe.length === 0 || nomi.size === 0) throw new Error('L’elenco è vuoto.');
    return performance.now() - inizio;
  };
  for (const dopo of pagine) await apri(dopo);
  const tempi: number[] = [];
  const fine = performance.now() + SECONDI * 1000;
  await Promise.all(
    Array.from({ length: PERSONE }, async (_, n) => {
      await pausa((n * OGNI_MS) / PERSONE);
      for (let giro = n; performance.now() < fine; giro += 1) {
        const ms = await apri(pagine[giro % pagine.length]);
        tempi.push(ms);
        await pausa(Math.max(0, OGNI_MS - ms));
      }
    }),
  );
  riga(`elenco, ${PERSONE} ogni ${OGNI_MS / 1000} s`, detto(tempi, 150));
  for (const [nome, dopo] of [
    ['prima pagina', undefined],
    [`pagina ${Math.ceil((rows.at(-1)?.n ?? 0) / 50)}`, pagine.at(-1)],
  ] as const)
    riga(`elenco, ${nome}, da soli`, detto(await ripeti(20, () => apri(dopo)), 150));
}

async function misuraRotazione(database: DatabaseDiProva): Promise<void> {
  const { conChiaveNuova, mazzo, scriviMazzo } = await import('@/lib/identita/chiavi');
  const nuovo = conChiaveNuova(mazzo(), new Date().toISOString());
  const db = new pg.Client({ connectionString: database.url.app_sistema });
  await db.connect();
  const [inizio, prima] = [performance.now(), megabyte()];
  const { fatte } = await ricifra(db, nuovo, () => undefined);
  const secondi = (performance.now() - inizio) / 1000;
  await db.end();
  process.env.CANTIERE_CHIAVI = scriviMazzo(nuovo);
  riga(
    'rotazione delle chiavi',
    `${fatte} in ${secondi.toFixed(1)} s, ${intero(fatte / secondi)} al secondo (atteso ≥ 2.000); memoria da ${intero(prima)} a ${intero(megabyte())} MB`,
  );
}

async function misuraImportazione(chi: Popolato): Promise<void> {
  const { unaRiga, unFile } = await import('@/tests/integration/importaPersone/_file');
  const { controllaFile } = await import('@/lib/importaPersone/commands/controllaFile');
  const { importaPersone } = await import('@/lib/importaPersone/commands/importaPersone');
  const { superutente } = await import('@/tests/support/superutente');
  const { rows } = await superutente.query(
    'select codice from azione where progetto_id = $1 and annullata_il is null order by ordine limit 1',
    [chi.progettoId],
  );
  const contenuto = await unFile(Array.from({ length: RIGHE }, (_, n) => unaRiga(n, String(rows[0]?.codice))));
  const inviato = { progettoId: chi.progettoId, contenuto };
  const prima = megabyte();
  const inizio = performance.now();
  const controllo = await controllaFile(await attore(chi.incaricoEnte), inviato);
  const controllato = performance.now();
  const fatte = await importaPersone(await attore(chi.incaricoEnte), {
    ...inviato,
    impronta: controllo.impronta,
    attese: controllo.importabili,
  });
  const fine = performance.now();
  riga(
    `importazione di ${RIGHE} righe`,
    `${((fine - controllato) / 1000).toFixed(1)} s (atteso ≤ 15), controllo ${((controllato - inizio) / 1000).toFixed(1)} s; nuove ${fatte.nuovePersone}, rifiutate ${fatte.rifiutate}; memoria da ${intero(prima)} a ${intero(megabyte())} MB`,
  );
}
