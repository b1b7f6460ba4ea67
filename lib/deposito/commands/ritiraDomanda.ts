import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { DomandaScelta } from '../schema';
import { apriDomanda, cambiaStato, eventoDiStato, statoCheSegue } from './_atto';

/** Il capofila rinuncia: la domanda resta leggibile, ma finisce qui. Non si torna indietro. */
export const ritiraDomanda = (attore: Attore, { progettoId }: DomandaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const aperta = await apriDomanda(tx, attore, progettoId);
    const a = statoCheSegue('ritira', aperta);
    await cambiaStato(tx, aperta.domanda, a);
    return { result: undefined, evento: eventoDiStato('progetto.ritirato', aperta.domanda, a) };
  });
