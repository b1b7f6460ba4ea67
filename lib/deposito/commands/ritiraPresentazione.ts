import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { DomandaScelta } from '../schema';
import { apriDomanda, cambiaStato, eventoDiStato, faseAperta, statoCheSegue } from './_atto';

/** Prima del termine chi ha presentato può riprendere la domanda e correggerla: la versione presentata resta, la prossima ne fa una nuova. */
export const ritiraPresentazione = (attore: Attore, { progettoId }: DomandaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const aperta = await apriDomanda(tx, attore, progettoId);
    const a = statoCheSegue('ritiraPresentazione', aperta);
    const fase = faseAperta(aperta.domanda);
    await cambiaStato(tx, aperta.domanda, a);
    return { result: undefined, evento: eventoDiStato('progetto.presentazioneRitirata', aperta.domanda, a, { fase }) };
  });
