import pg from 'pg';
import { urlDi } from './client';

const RIPROVA_DOPO = 2000;

type Ascolto = {
  /** Qualcosa di ciò che il sito mostra è cambiato. */
  cambiato: () => void;
  /** Da adesso gli annunci arrivano, o non arrivano più. */
  inAscolto: (inAscolto: boolean) => void;
};

/**
 * Ascolta il canale «pubblico» (migrazione 0016) con il login pubblico, su una connessione sua; se cade la riapre.
 * @returns la funzione che smette
 */
export function ascoltaPubblico({ cambiato, inAscolto }: Ascolto): () => Promise<void> {
  let finito = false;
  let client: pg.Client | undefined;
  let attesa: NodeJS.Timeout | undefined;
  const riprova = () => {
    inAscolto(false);
    if (!finito) attesa = setTimeout(() => void apri(), RIPROVA_DOPO).unref();
  };
  const apri = async () => {
    const nuovo = new pg.Client({ connectionString: urlDi('app_pubblico'), application_name: 'cantiere ascolto', keepAlive: true });
    client = nuovo;
    let caduto = false;
    const cade = () => {
      if (caduto) return;
      caduto = true;
      riprova();
    };
    nuovo.on('error', cade);
    nuovo.on('end', cade);
    nuovo.on('notification', cambiato);
    try {
      await nuovo.connect();
      await nuovo.query('listen pubblico');
      inAscolto(true);
    } catch {
      cade();
    }
  };
  void apri();
  return async () => {
    finito = true;
    clearTimeout(attesa);
    await client?.end().catch(() => undefined);
  };
}
