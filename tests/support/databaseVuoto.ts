import pg from 'pg';
import { preparaDatabase } from '@/prisma/applicazione';
import { impostaPasswordRuoli, migra, passwordRuolo, type RuoloDatabase } from '@/prisma/migra';
import { prova } from './database';
import { conSuperutente } from './modello';

/** Un database appena migrato, senza dati; `db` e il superutente, che vede tutto. */
export type DatabaseVuoto = { url: Record<RuoloDatabase, string>; proprietario: string; db: pg.Pool; elimina: () => Promise<void> };

/** @param nome lettere e cifre, diverso per ogni file di prove */
export async function databaseVuoto(nome: string): Promise<DatabaseVuoto> {
  const server = prova();
  const intero = `${server.modello}_vuoto_${nome}`;
  const proprietario = await preparaDatabase(server.superutente, intero, passwordRuolo('cantiere', server.segreto));
  await migra(proprietario);
  const url = await impostaPasswordRuoli(proprietario, server.segreto);
  const indirizzo = new URL(server.superutente);
  indirizzo.pathname = `/${intero}`;
  const db = new pg.Pool({ connectionString: indirizzo.href, max: 2, allowExitOnIdle: true });
  const elimina = async () => {
    await db.end();
    await conSuperutente(server, async (s) => void (await s.query(`drop database ${pg.escapeIdentifier(intero)} with (force)`)));
  };
  return { url, proprietario, db, elimina };
}
