import { ascoltaPubblico } from '@/lib/db/ascolto';
import { creaMemoria, type Memoria } from '../memoria';

// Il server (scripts/servi.mjs) sta fuori da ciò che Next impacchetta: si incontrano su globalThis.
const deposito = globalThis as typeof globalThis & { cantiereMemoria?: Memoria };

/** Accende la memoria delle pagine pubbliche, che dura finché il database annuncia i cambiamenti. @returns la funzione che smette */
export function avviaMemoria(): () => Promise<void> {
  const memoria = creaMemoria();
  deposito.cantiereMemoria = memoria;
  return ascoltaPubblico({ cambiato: memoria.svuota, inAscolto: memoria.attiva });
}
