import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { type Congelata, congelaVersione } from '@/lib/versioni/commands/_congela';
import type { DomandaIntegrata } from '../schema';
import { apriDomanda, cambiaStato, esigiCompleta, esigiRiletta, eventoDiStato, faseAperta, statoCheSegue } from './_atto';

/**
 * Il referente del capofila risponde alla richiesta di integrazioni: una nuova versione con le sole sezioni riaperte cambiate, e la domanda torna
 * alla Regione. Oltre la scadenza si accetta e si dice: se tenerne conto lo decide chi istruisce, e la domanda non resta ferma per sempre.
 */
export const integraDomanda = (attore: Attore, { progettoId, risposta, confermaDati }: DomandaIntegrata): Promise<Congelata> =>
  commandAs(attore, async (tx) => {
    const aperta = await apriDomanda(tx, attore, progettoId);
    const { domanda } = aperta;
    const a = statoCheSegue('integra', aperta);
    const fase = faseAperta(domanda);
    esigiCompleta(domanda, fase);
    esigiRiletta(domanda, fase, confermaDati);
    const result = await congelaVersione(tx, attore, { progettoId, fase, genere: 'INTEGRATA' });
    const oltreTermine = await rispondi(tx, progettoId, fase, risposta);
    await cambiaStato(tx, domanda, a);
    const { numero, sha256, protocollo } = result;
    return {
      result,
      evento: eventoDiStato('progetto.integrato', domanda, a, { fase, versione: numero, sha256, protocollo, oltreTermine }),
    };
  });

/** Segna la risposta sulla richiesta aperta. @returns se è arrivata dopo la scadenza, per l'orologio del portale */
async function rispondi(tx: Tx, progettoId: string, fase: string, risposta: string): Promise<boolean> {
  const righe = await tx.$queryRaw<{ oltre: boolean }[]>`
    update integrazione set stato = 'RISPOSTA', risposta = ${risposta || null}, risposta_il = app.adesso()
    where progetto_id = ${progettoId}::uuid and fase = ${fase} and genere = 'INTEGRAZIONE' and stato = 'APERTA'
    returning entro < app.adesso() as oltre`;
  return righe.some(({ oltre }) => oltre);
}
