import pg from 'pg';
import { conCredenziali, passwordRuolo, RUOLI, type RuoloDatabase } from '@/prisma/migra';
import { conSuperutente, type Prova } from './modello';

/** A database of the tests: addresses of the six logins, of the owner (subject to policies too) and of the superuser (who sees everything). */
export type DatabaseDiProva = {
  nome: string;
  url: Record<RuoloDatabase, string>;
  proprietario: string;
  superutente: string;
  elimina: () => Promise<void>;
};

/** The server prepared by the global setup, or by `npm test`. */
export function prova(): Prova {
  const scritta = process.env.CANTIERE_PROVA;
  if (!scritta) throw new Error('Manca il server di prova: queste prove si avviano con npm test, o con npx vitest --project integration.');
  return JSON.parse(scritta) as Prova;
}

/** Name, without prefix, of the database of this process: the browser tests' one, or that of the vitest worker. */
const diQuestoProcesso = () => process.env.CANTIERE_PROVA_DATABASE ?? `operaio_${process.env.VITEST_POOL_ID ?? '0'}`;

let delProcesso: Promise<DatabaseDiProva> | undefined;

/** The database of this vitest worker, with the demo programme. Files run by the same worker share it: each test makes its own ente. */
export function databaseDiProva(): Promise<DatabaseDiProva> {
  delProcesso ??= copiaModello(diQuestoProcesso());
  return delProcesso;
}

/**
 * Address of this process' database for one login, the owner (`cantiere`) or the superuser (`postgres`).
 * The database is already there: ambienteDiProva.ts makes it before each file, `npm test` before the browser tests.
 */
export function urlDi(chi: RuoloDatabase | 'cantiere' | 'postgres'): string {
  const { url, proprietario, superutente } = descrivi(prova(), diQuestoProcesso());
  if (chi === 'postgres') return superutente;
  return chi === 'cantiere' ? proprietario : url[chi];
}

/** A copy of the template, made unless it exists: for tests that break things, which then call `elimina`. @param nome letters and digits */
export async function copiaModello(nome: string): Promise<DatabaseDiProva> {
  const server = prova();
  const copia = `${server.modello}_${nome}`;
  await conSuperutente(server, async (db) => {
    const { rowCount } = await db.query('select from pg_database where datname = $1', [copia]);
    if (!rowCount)
      await db.query(`create database ${pg.escapeIdentifier(copia)} template ${pg.escapeIdentifier(server.modello)} owner cantiere`);
  });
  return descrivi(server, nome);
}

function descrivi(server: Prova, breve: string): DatabaseDiProva {
  const nome = `${server.modello}_${breve}`;
  const indirizzo = new URL(server.superutente);
  indirizzo.pathname = `/${nome}`;
  const superutente = indirizzo.href;
  const di = (ruolo: string) => conCredenziali(superutente, ruolo, passwordRuolo(ruolo, server.segreto));
  return {
    nome,
    url: Object.fromEntries(RUOLI.map((ruolo) => [ruolo, di(ruolo)])) as Record<RuoloDatabase, string>,
    proprietario: di('cantiere'),
    superutente,
    elimina: () =>
      conSuperutente(server, async (db) => void (await db.query(`drop database if exists ${pg.escapeIdentifier(nome)} with (force)`))),
  };
}
