import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { fuoriGriglia } from '../punteggio';
import type { SchedaScritta } from '../schema';
import { esigi } from './_esigi';
import { eventoValutazione, grigliaDi, trovaDaValutare, trovaScheda } from './_parti';
import { scriviScheda } from './_scheda';

/**
 * Salva la scheda di un commissario, anche a metà. `rev` è quella letta dal modulo: se la stessa scheda è stata salvata da un'altra finestra,
 * rifiuta con `valutazione.conflittoDiScrittura` e non scrive nulla.
 */
export const salvaValutazione = (attore: Attore, input: SchedaScritta): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const domanda = await trovaDaValutare(tx, attore, input);
    const scheda = await trovaScheda(tx, attore, input);
    const { criteri } = await grigliaDi(tx, domanda, input.fase);
    esigi(fuoriGriglia(criteri, input.punteggi));
    const rev = await scriviScheda(tx, scheda, input, 'BOZZA');
    return { result: { rev }, evento: eventoValutazione('salvata', scheda.id, input, { rev }) };
  });
