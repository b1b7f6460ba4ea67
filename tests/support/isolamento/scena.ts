import pg from 'pg';
import { databaseVuoto } from '../databaseVuoto';
import { type Banco, bancoConLogin } from './banco';
import { contestiNonValidi, type Lettore, lettoriDelMondo } from './lettori';
import { creaMondo, type Mondo } from './mondo';
import type { Dati } from './regole';
import { leggiDati, type Relazione, relazioni } from './relazioni';

/** I login che le prove percorrono; app_custode non entra ma possiede le funzioni definer. */
export const LOGIN = ['app_ente', 'app_regione', 'app_ricerca', 'app_pubblico', 'app_accesso', 'app_sistema', 'app_custode', 'cantiere'];

/** Un database nuovo con il mondo di prova dentro, e ciò che serve a percorrerlo. `db` è il superutente, su una sola connessione. */
export type Scena = {
  db: pg.Client;
  url: (login: string) => string;
  banco: Banco;
  mondo: Mondo;
  lettori: Lettore[];
  senzaDiritto: Lettore[];
  relazioni: Relazione[];
  dati: Dati;
  chiudi: () => Promise<void>;
};

export async function allestisci(nome: string): Promise<Scena> {
  const base = await databaseVuoto(nome);
  const db = new pg.Client({ connectionString: base.url('postgres') });
  await db.connect();
  const mondo = await creaMondo(db);
  const custode: Lettore = { nome: 'app_custode', login: 'app_custode', progetti: [], capofila: [] };
  const lettori = [...(await lettoriDelMondo(mondo, db)), custode];
  const elenco = await relazioni(db, LOGIN);
  const { banco, chiudi } = bancoConLogin(base.url);
  return {
    ...{ db, url: base.url, banco, mondo, lettori, relazioni: elenco },
    senzaDiritto: await contestiNonValidi(lettori, db),
    dati: await leggiDati(db, elenco),
    chiudi: async () => {
      await chiudi();
      await db.end();
      await base.elimina();
    },
  };
}
