import { headers } from 'next/headers';

/**
 * Senza JavaScript la risposta a un modulo è la pagina intera, disegnata di nuovo; se nel frattempo la pratica è cambiata, il modulo che doveva
 * dire perché l'atto è rifiutato non c'è più. La frase resta percio legata alla richiesta, e la cornice la mostra in cima.
 */
const perRichiesta = globalThis as typeof globalThis & { cantiereRifiuti?: WeakMap<object, string> };

/** Le intestazioni sono lo stesso oggetto per l'azione e per la pagina che la segue: fanno da nome alla richiesta. */
export async function annotaRifiuto(frase: string): Promise<void> {
  perRichiesta.cantiereRifiuti ??= new WeakMap();
  perRichiesta.cantiereRifiuti.set(await headers(), frase);
}

/** La frase del rifiuto appena avvenuto in questa richiesta, se c'è. */
export const rifiutoInPagina = async (): Promise<string | undefined> => perRichiesta.cantiereRifiuti?.get(await headers());
