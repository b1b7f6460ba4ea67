import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiDataONull } from '@/lib/format/data';
import { mancanze } from '../rules';
import type { StatoRapporto } from '../schema';

/**
 * Rifiuta, nominando la prima azione, se un'azione del progetto (o di un solo ente) non ha ciò che serve per la consegna. A un'azione annullata non si
 * chiede nulla; di una relazione già presentata contano le sole azioni che aveva, non quelle nate dopo.
 */
export async function esigiAzioniComplete(
  tx: Tx,
  rapporto: { id: string; progettoId: string; stato: StatoRapporto },
  organizzazioneId?: string,
): Promise<void> {
  const azioni = await tx.azione.findMany({
    where: {
      progettoId: rapporto.progettoId,
      annullataIl: null,
      ...(organizzazioneId && { organizzazioneId }),
      ...(rapporto.stato !== 'BOZZA' && { avanzamenti: { some: { rapportoId: rapporto.id } } }),
    },
    orderBy: { ordine: 'asc' },
    select: {
      titolo: true,
      finePrevista: true,
      avanzamenti: {
        where: { rapportoId: rapporto.id },
        select: {
          stato: true,
          percentuale: true,
          inizioEffettivo: true,
          fineStimata: true,
          fineEffettiva: true,
          cause: { select: { causa: true } },
        },
      },
    },
  });
  for (const azione of azioni) {
    const [a] = azione.avanzamenti;
    const [manca] = a
      ? mancanze(
          {
            stato: a.stato,
            percentuale: a.percentuale,
            inizioEffettivo: isoDiDataONull(a.inizioEffettivo),
            fineStimata: isoDiDataONull(a.fineStimata),
            fineEffettiva: isoDiDataONull(a.fineEffettiva),
            cause: a.cause.map(({ causa }) => ({ codice: causa })),
          },
          { finePrevista: isoDiDataONull(azione.finePrevista) },
        )
      : [{ messaggio: 'Non è ancora compilata.' }];
    if (manca) throw new DomainError('rapporto.incompleto', `«${azione.titolo}»: ${manca.messaggio}`);
  }
}
