import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

type Decisione = { atto: 'approva' | 'approvaConRilievi' | 'respingi'; evento: string; nota: string | null };

/** Le tre decisioni della Regione hanno gli stessi passi: niente chiarimenti aperti, confronta-e-scambia, evento. */
export const decidi = (attore: Attore, rapportoId: string, { atto, evento, nota }: Decisione): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId);
    const a = compi(atto, rapporto.stato, rapporto.chi);
    const pendenti = await tx.chiarimento.count({ where: { rapportoId, stato: { not: 'CHIUSO' } } });
    if (pendenti > 0) throw new DomainError('rapporto.chiarimentiPendenti', 'Prima di decidere chiudi i chiarimenti di questa relazione.');
    await cambiaStato(tx, rapporto, a, { notaDecisione: nota });
    return { result: undefined, evento: eventoDiStato(evento, rapporto, a) };
  });
