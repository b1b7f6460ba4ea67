import { createTransport, type Transporter } from 'nodemailer';
import { type Coda, spedisciPosta } from './spedisciPosta';

const OGNI_MS = 5_000;
/** Le scadenze si guardano ogni tanto: un promemoria non ha fretta. */
const PROMEMORIA_OGNI_MS = 180_000;
/** Un server che non risponde non deve tenersi i messaggi presi in carico. */
const TEMPI = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** Il trasporto di un indirizzo `smtp://` o `smtps://`. */
export const creaTrasporto = (url: string): Transporter => createTransport({ url, ...TEMPI });

/**
 * Spedisce la posta in coda ogni pochi secondi, finché il processo vive; non lo tiene in vita. Ogni pochi minuti accoda i `promemoria`.
 * @returns il modo di fermarla: aspetta il giro in corso
 */
export function avviaSpedizione(opzioni: {
  url: string;
  mittente: string;
  coda: Coda;
  promemoria?: () => Promise<number>;
  ogniMs?: number;
}): () => Promise<void> {
  const { url, mittente, coda, promemoria = () => Promise.resolve(0), ogniMs = OGNI_MS } = opzioni;
  const trasporto = creaTrasporto(url);
  let ferma = false;
  let giro: Promise<void> = Promise.resolve();
  let sveglia: NodeJS.Timeout | undefined;
  let prossimi = 0;
  const gira = async (): Promise<void> => {
    try {
      if (performance.now() >= prossimi) {
        prossimi = performance.now() + PROMEMORIA_OGNI_MS;
        await promemoria();
      }
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
