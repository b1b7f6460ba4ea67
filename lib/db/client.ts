import { PrismaPg } from '@prisma/adapter-pg';
import type { Lettore } from '@/lib/auth/attore';
import { env } from '@/lib/env';
import { PrismaClient } from './generated/client';

/**
 * Un client (e un pool) per tipo di lettore. Mai `set role` su un pool condiviso: PostgreSQL ha avuto più volte difetti
 * con i piani riusati tra ruoli diversi (CVE-2016-2193, CVE-2023-2455).
 */
export type Accesso = Lettore | 'app_pubblico' | 'app_accesso';

const URL_DI: Record<Accesso, () => string> = {
  app_ente: () => env().DATABASE_URL_ENTE,
  app_regione: () => env().DATABASE_URL_REGIONE,
  app_ricerca: () => env().DATABASE_URL_RICERCA,
  app_pubblico: () => env().DATABASE_URL_PUBBLICO,
  app_accesso: () => env().DATABASE_URL_ACCESSO,
};

/** L'indirizzo di un login. */
export const urlDi = (accesso: Accesso): string => URL_DI[accesso]();

// Nessuna pagina resta appesa e nessuna connessione torna al pool con una transazione aperta.
export const OPZIONI_SESSIONE = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC';

/**
 * Di ogni gruppo una connessione resta aperta anche se nessuno la usa: aprirne una e ripianificare le sue istruzioni costa due o tre volte la pagina che le
 * aspetta, e chi lavora legge per più di dieci secondi tra un clic e l'altro. Le altre si chiudono, perché ognuna tiene in memoria i suoi piani.
 * Mentre riposa dà segni di vita: un muro di rete tra portale e database la dimenticherebbe in silenzio, e la prima pagina aspetterebbe minuti.
 */
export const RIPOSO = { min: 1, keepAlive: true, keepAliveInitialDelayMillis: 30_000 };

const nuovoClient = (accesso: Accesso): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: urlDi(accesso),
      max: 8,
      ...RIPOSO,
      options: OPZIONI_SESSIONE,
      application_name: `cantiere ${accesso}`,
    }),
  });

// In sviluppo i moduli si ricaricano: i pool restano su globalThis, altrimenti le connessioni si accumulano.
const deposito = globalThis as typeof globalThis & {
  cantiereClient?: Map<Accesso, PrismaClient>;
  cantiereLetture?: Map<Accesso, { end: () => Promise<void> }>;
};

/** Il client di un lettore; si apre alla prima richiesta. Da usare solo dentro lib/db. */
export function clientDi(accesso: Accesso): PrismaClient {
  deposito.cantiereClient ??= new Map();
  const esistente = deposito.cantiereClient.get(accesso);
  if (esistente) return esistente;
  const nuovo = nuovoClient(accesso);
  deposito.cantiereClient.set(accesso, nuovo);
  return nuovo;
}

/** Chiude tutti i pool, anche quelli di lettura (lettura.ts): lo usano i comandi da terminale e i test. */
export async function chiudiClient(): Promise<void> {
  const aperti = [...(deposito.cantiereClient?.values() ?? [])];
  deposito.cantiereClient?.clear();
  const letture = [...(deposito.cantiereLetture?.values() ?? [])];
  deposito.cantiereLetture?.clear();
  await Promise.all([...aperti.map((client) => client.$disconnect()), ...letture.map((gruppo) => gruppo.end())]);
}
