import pg from 'pg';
import { senzaScript } from '@/components/shell/senzaScript';
import { creaAmmissione, siMetteInFila } from '@/lib/auth/ammissione';
import { portone } from '@/lib/auth/portone';
import { accodaPromemoria, esitoPosta, postaDaInviare } from '@/lib/db/accesso';
import { env, mittentePosta } from '@/lib/env';
import { conPezzi } from '@/lib/html/pezzi';
import { chiaviPresenti } from '@/lib/identita/chiavi';
import { avviaSpedizione } from '@/lib/posta/commands/avviaSpedizione';
import { avviaMemoria } from '@/lib/pubblico/commands/avviaMemoria';

// The server (scripts/servi.mjs) stays out of what Next bundles: they meet on globalThis.
const deposito = globalThis as typeof globalThis & {
  cantiereServi?: boolean;
  cantierePortone?: typeof portone;
  cantiereConPezzi?: ReturnType<typeof conPezzi>;
  cantiereAmmissione?: { siMetteInFila: typeof siMetteInFila; ammetti: ReturnType<typeof creaAmmissione> };
};

/** Measured (docs/decisioni/0005): with two pages at once the thread is busy with one while the database answers the other; with one it waits. */
const AMMISSIONE = { posti: 2, entroMs: 60 };

/**
 * The configuration must be whole, and a server on an administrator's database must not open its doors with the demo accounts inside,
 * whose passwords are published: it stops instead.
 */
export async function controllaAvvio(): Promise<void> {
  // The web server reads through the logins of the readers only: a .env file must not hand it the owner's keys.
  for (const nome of ['DATABASE_URL', 'DATABASE_URL_SISTEMA', 'CANTIERE_SEGRETO']) delete process.env[nome];
  try {
    if (!deposito.cantiereServi)
      throw new Error('Si avvia con npm start: un altro server risponderebbe senza le intestazioni di sicurezza.');
    const { CANTIERE_MODO, CANTIERE_DEMO, DATABASE_URL_ACCESSO } = env();
    if (!chiaviPresenti())
      console.warn('Le chiavi delle identità non sono configurate: le pagine delle persone non leggono e non scrivono nomi.');
    const vero = process.env.NODE_ENV === 'production' && CANTIERE_MODO === 'esterno' && !CANTIERE_DEMO;
    if (vero && (await esistonoAccountDimostrativi(DATABASE_URL_ACCESSO)))
      throw new Error(
        'Nel database ci sono account dimostrativi, che hanno password note a tutti: il server non parte.\n' +
          'Toglili, oppure imposta CANTIERE_DEMO=1 se questo è davvero un ambiente dimostrativo.',
      );
  } catch (errore) {
    console.error(`\nCantiere non può partire. ${(errore as Error).message}`);
    process.exit(1);
  }
  deposito.cantiereConPezzi = conPezzi(senzaScript);
  deposito.cantiereAmmissione = { siMetteInFila, ammetti: creaAmmissione(AMMISSIONE) };
  deposito.cantierePortone = portone;
  spedisciLaPosta();
  // the pages everybody reads, kept until the database says they changed
  const smetti = avviaMemoria();
  for (const segnale of ['SIGTERM', 'SIGINT'] as const) process.once(segnale, () => void smetti());
}

/** Starts sending what the queue holds; the round under way ends before the process does. */
function spedisciLaPosta(): void {
  const url = env().SMTP_URL;
  if (!url) return;
  const ferma = avviaSpedizione({
    url,
    mittente: mittentePosta(),
    coda: { daInviare: postaDaInviare, esito: esitoPosta },
    promemoria: () => accodaPromemoria(env().NEXTAUTH_URL),
  });
  for (const segnale of ['SIGTERM', 'SIGINT'] as const) process.once(segnale, () => void ferma());
}

async function esistonoAccountDimostrativi(url: string): Promise<boolean> {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await db.connect();
  try {
    const { rows } = await db.query<{ esistono: boolean }>('select accesso.esistono_account_dimostrativi() as esistono');
    return rows[0]?.esistono !== false; // no answer is not a no
  } finally {
    await db.end();
  }
}
