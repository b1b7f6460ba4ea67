import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Quante pagine si disegnano insieme: poche, e le altre aspettano in fila. Il filo di Node è uno: disegnarne dieci alla volta non ne finisce una prima, tiene in
 * memoria dieci pagine a metà quando V8 cerca ciò che è vivo, e apre dieci connessioni che contendono il processore al filo che le aspetta
 * (docs/decisioni/0005). Chi arriva prima finisce prima.
 */
export type Ammissione = {
  /** Quante pagine insieme. */
  posti: number;
  /** Millisecondi dopo i quali una pagina non conta più: chi aspetta il database a lungo, o scarica piano, non ferma gli altri. */
  entroMs: number;
};

/** Ciò che non si disegna, o deve rispondere sempre: file, interfacce per programmi, battito del server. */
const SENZA_FILA = /^\/(_next\/|api\/|fonts\/|[^/?]+\.[a-z]+($|\?))/;

/** Le sole letture di pagine: un atto non aspetta dietro a chi legge. */
export const siMetteInFila = ({ method, url = '/' }: IncomingMessage): boolean => method === 'GET' && !SENZA_FILA.test(url);

type InFila = { risposta: ServerResponse; entra: () => void };

/** @returns chi ammette: chiama `entra` subito se c'è posto, altrimenti quando tocca; mai, se chi ha chiesto se n'è andato */
export function creaAmmissione({ posti, entroMs }: Ammissione): (risposta: ServerResponse, entra: () => void) => void {
  const fila: InFila[] = [];
  let dentro = 0;
  const avanti = () => {
    while (dentro < posti) {
      const primo = fila.shift();
      if (!primo) return;
      if (!primo.risposta.destroyed) prendiPosto(primo);
    }
  };
  const prendiPosto = ({ risposta, entra }: InFila) => {
    dentro += 1;
    const lascia = () => {
      clearTimeout(scade);
      risposta.off('close', lascia);
      dentro -= 1;
      avanti();
    };
    const scade = setTimeout(lascia, entroMs);
    risposta.on('close', lascia);
    entra();
  };
  return (risposta, entra) => {
    // chi entra lo fa quando un altro finisce: senza legarlo erediterebbe ciò che Next e React ricordano della richiesta dell'altro
    fila.push({ risposta, entra: AsyncResource.bind(entra) });
    avanti();
  };
}
