import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { accendi, indirizzo } from './incorporato/accensione';
import { cambiaPassword, creaCluster, fermaConPgCtl } from './incorporato/cluster';
import { fermaPostmaster, liberaCartella } from './incorporato/postmaster';
import { attendi } from './incorporato/processi';
import { annota, detentore, lascia, prendi } from './incorporato/serratura';
import { preparaTerreno, type Terreno } from './incorporato/terreno';
import { leggiSegreti } from './segreti';

export type OpzioniIncorporato = {
  /** Folder of the cluster; its secrets are kept beside it, in segreti.json. */
  cartella: string;
  /** Wanted port; another free one is taken when it is busy or not given. */
  porta?: number;
  /** Whether the server must end with this process even if this process is killed. */
  spegniConProcesso: boolean;
  /** Use the server of another command that is already running on this folder, instead of waiting for its end. */
  condividi?: boolean;
  /** Settings added to ours (`fsync=off` in tests). */
  impostazioni?: Record<string, string>;
  stampa?: (riga: string) => void;
};
/** A running server: `url` is the superuser's on database postgres. `finito` resolves if it ends by itself. */
export type Incorporato = { url: string; porta: number; ferma: () => Promise<void>; finito: Promise<void> };

/**
 * Starts the real PostgreSQL that comes with the packages on the data of `cartella`, creating them the first time.
 * Whatever a killed command left behind (an orphan server, a stale pid file, half an initdb, a busy port) is put right.
 * @throws Error with a sentence for the user
 */
export async function avviaIncorporato(opzioni: OpzioniIncorporato): Promise<Incorporato> {
  const base = path.resolve(opzioni.cartella);
  const stampa = opzioni.stampa ?? (() => undefined);
  mkdirSync(base, { recursive: true });
  const segreti = leggiSegreti(path.dirname(base));
  const serratura = path.join(base, 'proprietario.json');
  const altrui = await prendiOCondividi(serratura, opzioni.condividi ?? false);
  if (altrui) return { ...indirizzo(segreti.postgres, altrui), ferma: async () => undefined, finito: new Promise(() => undefined) };
  try {
    const terreno = preparaTerreno(base, segreti.installazione, stampa);
    await liberaCartella(terreno.dati);
    const sincronizza = opzioni.impostazioni?.fsync !== 'off';
    if (segreti.nuovi && existsSync(path.join(terreno.dati, 'PG_VERSION'))) cambiaPassword(terreno, segreti.postgres);
    creaCluster(terreno, segreti.postgres, sincronizza);
    const registro = path.join(base, 'registro.log');
    const accensione = {
      terreno,
      registro,
      password: segreti.postgres,
      impostazioni: opzioni.impostazioni ?? {},
      sorveglia: opzioni.spegniConProcesso,
    };
    const { porta, figlio } = await accendi(accensione, opzioni.porta);
    annota(serratura, porta);
    const finito = new Promise<void>((risolvi) => figlio.once('exit', () => risolvi()));
    return { ...indirizzo(segreti.postgres, porta), finito, ferma: () => spegni(terreno, figlio, serratura) };
  } catch (errore) {
    lascia(serratura);
    throw errore;
  }
}

/** Deletes the data of a cluster nobody is using. The secrets stay. @throws Error when another command uses it */
export async function cancellaIncorporato(cartella: string): Promise<void> {
  const base = path.resolve(cartella);
  if (!existsSync(base)) return;
  const serratura = path.join(base, 'proprietario.json');
  await prendiOCondividi(serratura, false);
  try {
    const { dati } = preparaTerreno(base, leggiSegreti(path.dirname(base)).installazione, () => undefined);
    await liberaCartella(dati);
    rmSync(dati, { recursive: true, force: true });
  } finally {
    lascia(serratura);
  }
}

/** @returns null when the folder is ours, else the port of the server another command keeps running */
async function prendiOCondividi(serratura: string, condividi: boolean): Promise<number | null> {
  let porta: number | null | undefined;
  const fatto = () => {
    const altro = prendi(serratura);
    if (!altro) porta = null;
    else if (condividi) porta = altro.porta;
    return porta !== undefined;
  };
  if (!(await attendi(fatto, 30)))
    throw new Error(
      `Il database di Cantiere è già in uso da un altro comando (processo ${detentore(serratura)?.pid ?? 'ignoto'}): aspetta che finisca o chiudilo.`,
    );
  return porta ?? null;
}

async function spegni(terreno: Terreno, figlio: ChildProcess, serratura: string): Promise<void> {
  if (figlio.pid && figlio.exitCode === null && figlio.signalCode === null) {
    if (process.platform === 'win32') fermaConPgCtl(terreno);
    else await fermaPostmaster(figlio.pid);
  }
  lascia(serratura);
}
