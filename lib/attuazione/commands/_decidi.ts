import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { fissaIndicatori } from '@/lib/indicatori/commands/_fissa';
import { pubblicaDaRelazione } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { compi } from '../rules';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

type Decisione = { atto: 'approva' | 'approvaConRilievi' | 'respingi'; evento: string; nota: string | null };
type Seguito = (tx: Tx, rapporto: { id: string; progettoId: string }) => Promise<Record<string, number>>;

/**
 * Le tre decisioni della Regione hanno gli stessi passi: niente chiarimenti aperti, confronta-e-scambia, evento. `seguito` compie ciò che la
 * decisione porta con sé, dopo che lo stato è cambiato (chi arriva secondo non scrive nulla), e dice le cifre per la storia.
 * Approvare fissa anche gli indicatori dei partecipanti, nella stessa transazione, e poi ne pubblica la tabella.
 */
export async function decidi(attore: Attore, rapportoId: string, { atto, evento, nota }: Decisione, seguito?: Seguito): Promise<void> {
  const progettoId = await commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId);
    const a = compi(atto, rapporto.stato, rapporto.chi);
    const pendenti = await tx.chiarimento.count({ where: { rapportoId, stato: { not: 'CHIUSO' } } });
    if (pendenti > 0) throw new DomainError('rapporto.chiarimentiPendenti', 'Prima di decidere chiudi i chiarimenti di questa relazione.');
    await cambiaStato(tx, rapporto, a, { notaDecisione: nota });
    if (atto !== 'respingi') await fissaIndicatori(tx, rapporto.id);
    return { result: rapporto.progettoId, evento: eventoDiStato(evento, rapporto, a, await seguito?.(tx, rapporto)) };
  });
  if (atto !== 'respingi') await pubblicaDaRelazione(attore, progettoId, rapportoId, true);
}
