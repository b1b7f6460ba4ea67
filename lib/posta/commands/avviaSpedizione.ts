import { createTransport, type Transporter } from 'nodemailer';
import { type Coda, spedisciPosta } from './spedisciPosta';

const OGNI_MS = 5_000;
/** Un server che non risponde non deve tenersi i messaggi presi in carico. */
const TEMPI = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** Il trasporto di un indirizzo `smtp://` o `smtps://`. */
export const creaTrasporto = (url: string): Transporter => createTransport({ url, ...TEMPI });

/**
 * Spedisce la posta in coda ogni pochi secondi, finche il processo vive; non lo tiene in vita.
 * @returns il modo di fermarla: aspetta il giro in corso
 */
export function avviaSpedizione(opzioni: { url: string; mittente: string; coda: Coda; ogniMs?: number }): () => Promise<void> {
  const { url, mittente, coda, ogniMs = OGNI_MS } = opzioni;
  const trasporto = creaTrasporto(url);
  let ferma = false;
  let giro: Promise<void> = Promise.resolve();
  let sveglia: NodeJS.Timeout | undefined;
  const gira = async (): Promise<void> => {
    try {
      await spedisciPosta({ coda, trasporto, mittente });
    } catch (errore) {
      console.error('La coda della posta non risponde:', (errore as Error).message); // il database: si riprova al giro dopo
    }
    if (!ferma) prenota();
  };
  const prenota = (): void => {
    sveglia = setTimeout(() => {
      giro = gira();
    }, ogniMs).unref();
  };
  prenota();
  return async () => {
    ferma = true;
    clearTimeout(sveglia);
    await giro;
    trasporto.close();
  };
}
