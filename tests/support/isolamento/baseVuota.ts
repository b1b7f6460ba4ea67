import pg from 'pg';
import { conCredenziali, migra, passwordRuolo } from '@/prisma/migra';
import { prova } from '../database';
import { conSuperutente } from '../modello';

const UNA_PER_VOLTA = 46_315;

/** Un database migrato e senza dati, perché ogni riga che vi si trova sia nota a chi prova. `url` dà l'indirizzo di ciascun login. */
export type BaseVuota = { url: (login: string) => string; elimina: () => Promise<void> };

export async function creaBaseVuota(nome: string): Promise<BaseVuota> {
  const server = prova();
  const intero = `${server.modello}_${nome}_${process.pid}`;
  await conSuperutente(server, (db) => db.query(`create database ${pg.escapeIdentifier(intero)} owner cantiere template template0`));
  const url = (login: string) => {
    const indirizzo = new URL(server.superutente);
    indirizzo.pathname = `/${intero}`;
    return login === 'postgres' ? indirizzo.href : conCredenziali(indirizzo.href, login, passwordRuolo(login, server.segreto));
  };
  const elimina = async () => {
    await conSuperutente(server, (db) => db.query(`drop database ${pg.escapeIdentifier(intero)} with (force)`));
  };
  // le migrazioni toccano i ruoli, che sono di tutto il server: due insieme si intralcerebbero
  await conSuperutente(server, async (db) => {
    await db.query('select pg_advisory_lock($1)', [UNA_PER_VOLTA]);
    await migra(url('cantiere'));
  });
  return { url, elimina };
}
