import pg from 'pg';
import { preparaDatabase } from '@/prisma/applicazione';
import { conCredenziali, migra, passwordRuolo } from '@/prisma/migra';
import { prova } from './database';
import { conSuperutente } from './modello';

const UNA_PER_VOLTA = 46_315;

/**
 * Un database appena migrato, senza dati: ogni riga che vi si trova è nota a chi prova. `url` dà l'indirizzo di ciascun login, di `cantiere`
 * (il proprietario) e di `postgres`; `db` è il superutente, che vede tutto.
 */
export type DatabaseVuoto = { url: (login: string) => string; db: pg.Pool; elimina: () => Promise<void> };

/** @param nome lettere e cifre, diverso per ogni file di prove */
export async function databaseVuoto(nome: string): Promise<DatabaseVuoto> {
  const server = prova();
  const intero = `${server.modello}_vuoto_${nome}`;
  await preparaDatabase(server.superutente, intero, passwordRuolo('cantiere', server.segreto));
  const superutente = new URL(server.superutente);
  superutente.pathname = `/${intero}`;
  // le password dei login sono di tutto il server: le ha già date chi ha preparato il modello
  const url = (login: string) =>
    login === 'postgres' ? superutente.href : conCredenziali(superutente.href, login, passwordRuolo(login, server.segreto));
  await migrandoDaSoli(() => migra(url('cantiere')));
  const db = new pg.Pool({ connectionString: superutente.href, max: 2, allowExitOnIdle: true });
  // chi elimina il database chiude anche le connessioni che riposano: non è un guasto della prova
  db.on('error', () => undefined);
  const elimina = async () => {
    await db.end();
    await conSuperutente(server, async (s) => void (await s.query(`drop database ${pg.escapeIdentifier(intero)} with (force)`)));
  };
  return { url, db, elimina };
}

/** Le migrazioni vere toccano i ruoli, che sono di tutto il server: due insieme, in due database di prova, si intralcerebbero. */
export const migrandoDaSoli = <T>(migrazione: () => Promise<T>): Promise<T> =>
  conSuperutente(prova(), async (db) => {
    await db.query('select pg_advisory_lock($1)', [UNA_PER_VOLTA]); // la lascia la connessione, chiudendosi
    return migrazione();
  });
