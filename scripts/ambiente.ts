import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { creaDatabasePieno, preparaDatabase } from '@/prisma/applicazione';
import { avviaIncorporato } from '@/prisma/incorporato';
import { impostaPasswordRuoli, migra, passwordRuolo, type RuoloDatabase } from '@/prisma/migra';
import { leggiSegreti } from '@/prisma/segreti';
import { creaChiavi, leggiChiavi } from './chiavi/file';
import { identitaPerChiave } from './chiavi/ruota';
import { allaChiusura } from './chiusura';
import { RADICE } from './processi';
import { passo } from './stampa';

/** Git-ignored folder of this installation: embedded data, secrets, locks. */
export const CARTELLA = path.join(RADICE, '.cantiere');
export const CARTELLA_POSTGRES = path.join(CARTELLA, 'postgres');
/** The keys of the identities, outside the data they open. */
const CHIAVI = path.join(CARTELLA, 'chiavi.json');

/** What the commands work with. `finito` resolves if the embedded database ends by itself. */
export type Ambiente = {
  modo: 'incorporato' | 'esterno';
  demo: boolean;
  url: Record<RuoloDatabase, string>;
  /** From which the key of the sessions is derived when NEXTAUTH_SECRET is not given. */
  segreto: string;
  finito: Promise<void>;
};

type Apertura = { condividi: boolean; semina?: ((url: Record<RuoloDatabase, string>) => Promise<void>) | undefined };

const VARIABILE: Record<RuoloDatabase, string> = {
  app_ente: 'DATABASE_URL_ENTE',
  app_regione: 'DATABASE_URL_REGIONE',
  app_ricerca: 'DATABASE_URL_RICERCA',
  app_pubblico: 'DATABASE_URL_PUBBLICO',
  app_accesso: 'DATABASE_URL_ACCESSO',
  app_sistema: 'DATABASE_URL_SISTEMA',
};
/** Keys no web server may have. */
const RISERVATE = ['DATABASE_URL', 'DATABASE_URL_SISTEMA', 'CANTIERE_SEGRETO', 'TEST_DATABASE_URL'];

/** Reads the .env file, if there is one; variables already given win. */
export function leggiFileEnv(): void {
  const file = path.join(RADICE, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * A database ready to use: the embedded one, or the administrator's when DATABASE_URL is given; migrated, with the passwords set.
 * @param condividi use the embedded server of a portal that is running, instead of refusing
 * @param semina what to put into an embedded database that is born now
 */
export async function apriAmbiente({ condividi, semina }: Apertura): Promise<Ambiente> {
  leggiFileEnv();
  const esterno = process.env.DATABASE_URL;
  const ambiente = esterno
    ? await apriEsterno(esterno)
    : await apriIncorporato({ condividi, semina: vuoleDemo(!esterno) ? semina : undefined });
  return { ...ambiente, demo: vuoleDemo(!esterno) };
}

/** The demo is there unless refused in an embedded database, and only if asked for in an administrator's. */
const vuoleDemo = (incorporato: boolean) => (incorporato ? process.env.CANTIERE_DEMO !== '0' : process.env.CANTIERE_DEMO === '1');

async function apriIncorporato({ condividi, semina }: Apertura): Promise<Omit<Ambiente, 'demo'>> {
  passo('Avvio PostgreSQL incorporato');
  const server = await avviaIncorporato({ cartella: CARTELLA_POSTGRES, spegniConProcesso: true, condividi, stampa: passo });
  allaChiusura(server.ferma);
  const segreto = leggiSegreti(CARTELLA).applicazione;
  const chiaviNuove = preparaChiavi();
  const password = passwordRuolo('cantiere', segreto);
  if (semina)
    await creaDatabasePieno(server.url, 'cantiere', password, async (bozza) => {
      await aggiorna(bozza);
      await semina(await impostaPasswordRuoli(bozza, segreto));
    });
  const proprietario = await preparaDatabase(server.url, 'cantiere', password);
  await aggiorna(proprietario);
  const url = await impostaPasswordRuoli(proprietario, segreto);
  if (chiaviNuove) await avvisaChiaviPerse(url.app_sistema);
  return { modo: 'incorporato', segreto, finito: server.finito, url };
}

/** The keys of an embedded installation, made the first time, unless others are given. This process and the web server find them in the variables. */
function preparaChiavi(): boolean {
  if (process.env.CANTIERE_FILE_CHIAVI || process.env.CANTIERE_CHIAVI) return false;
  process.env.CANTIERE_FILE_CHIAVI = CHIAVI;
  return creaChiavi(CHIAVI, new Date());
}

async function avvisaChiaviPerse(url: string): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const { chiavi } = leggiChiavi(CHIAVI);
    // those of the demo, if it was loaded now, are under the new keys
    if ([...(await identitaPerChiave(db)).keys()].some((nome) => !Object.hasOwn(chiavi, nome)))
      passo(
        `Attenzione: ${CHIAVI} non c’era e l’ho rifatto, ma ci sono identità cifrate con le chiavi di prima. Rimetti il file, o non si leggeranno più.`,
      );
  } finally {
    await db.end();
  }
}

async function apriEsterno(proprietario: string): Promise<Omit<Ambiente, 'demo'>> {
  const dati = Object.entries(VARIABILE).map(([ruolo, nome]) => [ruolo, process.env[nome]] as const);
  const tutti = dati.every(([, url]) => url);
  const segreto = process.env.CANTIERE_SEGRETO ?? '';
  if (!tutti && segreto.length < 32)
    throw new Error(
      'Con DATABASE_URL serve CANTIERE_SEGRETO (almeno 32 caratteri casuali, sempre gli stessi): ne derivano le password degli accessi.\n' +
        `In alternativa indica tutti gli accessi: ${Object.values(VARIABILE).join(', ')}.`,
    );
  if (tutti && segreto.length < 32 && !process.env.NEXTAUTH_SECRET)
    throw new Error('Serve NEXTAUTH_SECRET (almeno 32 caratteri casuali), oppure CANTIERE_SEGRETO.');
  passo('Uso il database indicato da DATABASE_URL');
  await aggiorna(proprietario);
  const url = tutti ? (Object.fromEntries(dati) as Record<RuoloDatabase, string>) : await impostaPasswordRuoli(proprietario, segreto);
  return { modo: 'esterno', segreto, url, finito: new Promise(() => undefined) };
}

async function aggiorna(proprietario: string): Promise<void> {
  const { applicate } = await migra(proprietario);
  if (applicate.length > 0) passo(`Migrazioni applicate: ${applicate.join(', ')}`);
}

/** The variables of the web server: those of this process without the keys of the owner, and ours. */
export function variabiliServer(ambiente: Omit<Ambiente, 'finito'>, indirizzo: string): NodeJS.ProcessEnv {
  const variabili: NodeJS.ProcessEnv = { ...process.env };
  for (const nome of [...RISERVATE, 'NODE_ENV']) delete variabili[nome];
  for (const [ruolo, nome] of Object.entries(VARIABILE))
    if (ruolo !== 'app_sistema') variabili[nome] = ambiente.url[ruolo as RuoloDatabase];
  return {
    ...variabili,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? createHmac('sha256', ambiente.segreto).update('sessioni').digest('hex'),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? indirizzo,
    CANTIERE_MODO: ambiente.modo,
    CANTIERE_DEMO: ambiente.demo ? '1' : '0',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
