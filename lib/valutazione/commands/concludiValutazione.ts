import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { mancanze } from '../punteggio';
import type { SchedaScritta } from '../schema';
import { esigi } from './_esigi';
import { eventoValutazione, grigliaDi, trovaDaValutare, trovaScheda } from './_parti';
import { scriviScheda } from './_scheda';

/**
 * Un commissario conclude la sua scheda: tutti i criteri con i punti, le motivazioni dovute scritte. Non si torna indietro.
 * Se è l'ultimo, il database rende leggibili i punteggi di tutti (app.svela_valutazioni).
 */
export const concludiValutazione = (attore: Attore, input: SchedaScritta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const domanda = await trovaDaValutare(tx, attore, input);
    const scheda = await trovaScheda(tx, attore, input);
    const { criteri } = await grigliaDi(tx, domanda, input.fase);
    esigi(mancanze(criteri, input.punteggi));
    await scriviScheda(tx, scheda, input, 'CONCLUSA');
    return { result: undefined, evento: eventoValutazione('conclusa', scheda.id, input) };
  });
