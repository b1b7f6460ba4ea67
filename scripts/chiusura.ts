import { comandoDi, nascita, padreDi, vivo } from '@/prisma/incorporato/processi';

type Azione = () => Promise<unknown>;

const azioni: Azione[] = [];
let inCorso: Promise<boolean> | undefined;

/** Registers what must be undone when the command ends, however it ends. The last registered runs first. */
export function allaChiusura(azione: Azione): void {
  azioni.push(azione);
}

/** Undoes everything. @returns false when something could not be undone (it has been said) */
export function chiudi(): Promise<boolean> {
  inCorso ??= svuota();
  return inCorso;
}

/** True once the closing has begun. */
export const staChiudendo = () => inCorso !== undefined;

async function svuota(): Promise<boolean> {
  let bene = true;
  for (let azione = azioni.pop(); azione; azione = azioni.pop()) {
    try {
      await azione();
    } catch (errore) {
      bene = false;
      console.error(errore);
    }
  }
  return bene;
}

/**
 * Ctrl-C, SIGTERM, a closed terminal, or the death of the npm that started us: everything is undone before leaving.
 * @param codice exit code of an asked-for end: 0 for a server, 130 for a command cut short
 */
export function ascoltaSegnali(codice: number): void {
  const esci = async () => {
    const bene = await chiudi();
    process.exit(bene ? codice : 1);
  };
  for (const segnale of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(segnale, esci);
  process.on('uncaughtException', async (errore) => {
    if (staChiudendo()) return; // what was still working loses its database: expected
    console.error(errore);
    await chiudi();
    process.exit(1);
  });
  const npm = process.env.npm_lifecycle_event ? genitori() : [];
  const orfano = () => npm.some(({ pid, nato }) => (process.platform === 'linux' ? nascita(pid) !== nato : !vivo(pid)));
  if (npm.length > 0) setInterval(() => orfano() && !staChiudendo() && void esci(), 500).unref();
}

/** npm, and the shell it usually puts in between. A shell of the person is not watched: `nohup npm start &` outlives it. */
function genitori(): { pid: number; nato: string | null }[] {
  const padre = process.ppid;
  const nonno = comandoDi(padre).includes('comandi.mjs') ? padreDi(padre) : null;
  return [padre, ...(nonno ? [nonno] : [])].map((pid) => ({ pid, nato: nascita(pid) }));
}
