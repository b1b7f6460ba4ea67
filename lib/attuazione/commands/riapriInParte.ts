import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { scriviChiarimenti } from './_chiarimenti';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

type Input = { rapportoId: string; azioni: string[]; domanda: string };

/**
 * La Regione riapre di una relazione già approvata le sole azioni nominate, con una domanda per ciascuna. L'ultima relazione presentata si corregge
 * in tutto; delle precedenti, su cui altre si appoggiano, solo testi e prove: quale delle due lo decide il database (colonna riapertura).
 * @throws DomainError rapporto.attoNonAmmesso, rapporto.ruoloMancante, azione.nonTrovata
 */
export const riapriInParte = (attore: Attore, { rapportoId, azioni, domanda }: Input): Promise<{ chiarimenti: string[] }> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    const a = compi('riapriInParte', rapporto.stato, rapporto.chi);
    const nominate = [...new Set(azioni)];
    const dichiarate = await tx.avanzamento.findMany({
      where: { rapportoId, azioneId: { in: nominate } },
      select: { azione: { select: { codice: true } } },
    });
    if (dichiarate.length !== nominate.length || nominate.length === 0)
      throw new DomainError('azione.nonTrovata', 'Scegli azioni di questa relazione. Ricarica la pagina.');
    // prima lo stato: se un collega riapre nello stesso istante, l'atto si ferma qui e nessuna azione si riapre due volte
    await cambiaStato(tx, rapporto, a);
    const domande = nominate.map((azioneId) => ({ id: crypto.randomUUID(), azioneId }));
    const entro = await scriviChiarimenti(tx, attore, rapporto, domande, domanda);
    const codici = dichiarate.map(({ azione }) => azione.codice).sort();
    return {
      result: { chiarimenti: domande.map(({ id }) => id) },
      evento: eventoDiStato('rapporto.riapertoInParte', rapporto, a, { azioni: codici.join(', '), entro }),
    };
  });
