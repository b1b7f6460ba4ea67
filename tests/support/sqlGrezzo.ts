import type { Attore } from '@/lib/auth/attore';
import { databaseDiProva } from './database';
import { bancoConLogin, type Esito } from './isolamento/banco';

const database = await databaseDiProva();
const url: Record<string, string> = { ...database.url, cantiere: database.proprietario, postgres: database.superutente };
const { banco, chiudi } = bancoConLogin((login) => url[login] ?? '');

/** Esegue SQL con il login e il contesto dell'attore, come farebbe chi avesse rubato la connessione. Non lascia nulla. */
export const sqlCome = (attore: Attore, sql: string, valori: unknown[] = []): Promise<Esito> =>
  banco({ ...attore, nome: attore.lettore, login: attore.lettore, progetti: [], capofila: [] }, sql, valori);

/** Lo stesso per un login senza persona: `cantiere` (il proprietario), `app_sistema`, `postgres`. */
export const sqlDi = (login: string, sql: string, valori: unknown[] = []): Promise<Esito> =>
  banco({ nome: login, login, progetti: [], capofila: [] }, sql, valori);

/** Chiude le connessioni aperte: alla fine di ogni file che usa queste funzioni. */
export const chiudiSqlGrezzo = chiudi;
