import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { consolida, proposte } from '../consolidamento';
import { totaleConsolidato } from '../punteggio';
import { type ConsolidamentoScritto, type FaseValutata, Punteggi } from '../schema';
import { esigi } from './_esigi';
import { eventoValutazione, grigliaDi, trovaDaValutare, trovaScheda } from './_parti';

/**
 * Chi presiede consolida: per ogni criterio la media delle schede, o un altro punteggio motivato, e il giudizio della commissione. Serve che
 * tutti abbiano concluso, e che siano almeno due. Una volta sola.
 */
export const consolidaValutazione = (attore: Attore, input: ConsolidamentoScritto): Promise<{ totaleCentesimi: number }> =>
  commandAs(attore, async (tx) => {
    const domanda = await trovaDaValutare(tx, attore, input);
    if (!domanda.commissario.presidente)
      throw new DomainError('valutazione.nonPresidente', 'Consolida la valutazione solo chi presiede la commissione.');
    const { progettoId, fase, motivazione } = input;
    if (await tx.valutazioneConsolidata.findUnique({ where: { progettoId_fase: { progettoId, fase } }, select: { fase: true } }))
      throw new DomainError('valutazione.giaConsolidata', 'Questa valutazione è già stata consolidata. Ricarica la pagina.');
    const scheda = await trovaScheda(tx, attore, input);
    const { configurazione, criteri } = await grigliaDi(tx, domanda, fase);
    const voci = proposte(criteri, await schedeConcluse(tx, progettoId, fase), configurazione);
    const { consolidati, errori } = consolida(voci, input.criteri);
    esigi(errori);
    const totaleCentesimi = totaleConsolidato(criteri, consolidati);
    await tx.valutazioneConsolidata.createMany({
      data: [
        {
          progettoId,
          fase,
          regioneId: attore.regioneId,
          presidenteId: attore.utenteId,
          punteggi: consolidati,
          totaleCentesimi,
          motivazione,
        },
      ],
    });
    const cambiati = Object.values(consolidati).filter((c) => c.centesimi !== c.proposto).length;
    return {
      result: { totaleCentesimi },
      evento: eventoValutazione('consolidata', scheda.id, input, { schede: voci[0]?.punti.length ?? 0, cambiati }),
    };
  });

async function schedeConcluse(tx: Tx, progettoId: string, fase: FaseValutata): Promise<Punteggi[]> {
  const schede = await tx.valutazione.findMany({
    where: { progettoId, fase, svelata: true, conflitto: 'NESSUNO', stato: 'CONCLUSA' },
    select: { punteggi: true },
  });
  if (schede.length < 2)
    throw new DomainError(
      'valutazione.nonConcluse',
      'Non si può ancora consolidare: serve che tutti i commissari abbiano dichiarato e concluso, e che le schede siano almeno due.',
    );
  return schede.map(({ punteggi }) => Punteggi.parse(punteggi));
}
