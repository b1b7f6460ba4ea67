import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { letteraEsito } from '../lettere';
import type { EsitoCandidatura } from '../schema';
import { esigiEsito } from '../stati';
import { accoda, scriviCandidatura, trovaCandidatura } from './_parti';

type Decisione = { candidaturaId: string; rev: number; esito: EsitoCandidatura; motivo: string };

/** Il referente del capofila ammette o esclude, poi seleziona, mette in riserva o no; il candidato lo sa per posta nello stesso atto. */
export const decidiCandidatura = (attore: Attore, { candidaturaId, rev, esito, motivo }: Decisione): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { progetto, avviso, candidatura } = await trovaCandidatura(tx, attore, candidaturaId, true);
    esigiEsito(candidatura, avviso.criteri, esito, motivo);
    // il motivo si aggiunge alla nota di chi ha valutato: non la cancella
    const nota = [candidatura.nota, motivo && `Motivo: ${motivo}`].filter(Boolean).join('\n\n') || null;
    await scriviCandidatura(tx, { id: candidaturaId, rev }, { stato: esito, nota });
    await accoda(tx, candidatura.email, letteraEsito({ titolo: avviso.titolo, ente: attore.organizzazioneNome }, esito, motivo));
    return {
      result: undefined,
      evento: {
        atto: 'candidatura.decisa',
        oggetto: 'candidatura',
        oggettoId: candidaturaId,
        progettoId: progetto.id,
        prima: { stato: candidatura.stato },
        dopo: { stato: esito },
      },
    };
  });
