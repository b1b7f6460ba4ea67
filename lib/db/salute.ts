import { clientDi } from './client';

/** Vero se il database risponde entro `entroMs` millisecondi; mai un'eccezione, mai un dettaglio. */
export async function databaseRisponde(entroMs = 3_000): Promise<boolean> {
  let orologio: NodeJS.Timeout | undefined;
  const scaduto = new Promise<false>((risolvi) => {
    orologio = setTimeout(() => risolvi(false), entroMs);
  });
  const risposta = clientDi('app_pubblico').$queryRaw`select 1`
    .then(() => true)
    .catch((errore: unknown) => {
      console.error('Il database non risponde:', errore);
      return false;
    });
  try {
    return await Promise.race([risposta, scaduto]);
  } finally {
    clearTimeout(orologio);
  }
}
