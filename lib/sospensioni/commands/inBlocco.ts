import type { Attore } from '@/lib/auth/attore';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import type { RipresaInBlocco, SospensioneInBlocco } from '../schema';
import { disponiSospensione } from './disponiSospensione';
import { riprendi } from './riprendi';

/** Com'è andata una riga: il rifiuto e la frase per chi legge. */
export type Esito = { progettoId: string; rifiuto: string | null };

async function unoAllaVolta(progetti: readonly string[], atto: (progettoId: string) => Promise<unknown>): Promise<Esito[]> {
  const esiti: Esito[] = [];
  for (const progettoId of progetti) {
    try {
      await atto(progettoId);
      esiti.push({ progettoId, rifiuto: null });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      esiti.push({ progettoId, rifiuto: error.message });
    }
  }
  return esiti;
}

/** Se non è riuscito nemmeno uno non c'è nulla da raccontare nella pagina: lo dice il modulo, con i primi motivi. @throws DomainError blocco.nessuno */
export function esigiQualcuno(esiti: readonly Esito[]): void {
  if (esiti.some(({ rifiuto }) => rifiuto === null)) return;
  const motivi = [...new Set(esiti.flatMap(({ rifiuto }) => rifiuto ?? []))].slice(0, 3);
  throw new DomainError('blocco.nessuno', `Nessun progetto è cambiato. ${motivi.join(' ')}`);
}

/** Sospende più progetti: ciascuno con la sua transazione e il suo evento, tutti con lo stesso lotto. Un rifiuto non ferma gli altri. */
export const sospendiInBlocco = (attore: Attore, lotto: string, progetti: readonly string[], come: Omit<SospensioneInBlocco, 'progetti'>) =>
  unoAllaVolta(progetti, (progettoId) => disponiSospensione(attore, { ...come, progettoId, azioneId: null, lotto }));

/** Fa riprendere più progetti, ciascuno con la sua sospensione aperta. */
export const riprendiInBlocco = (
  attore: Attore,
  aperte: readonly { progettoId: string; sospensioneId: string }[],
  come: Omit<RipresaInBlocco, 'progetti'>,
) => {
  const di = new Map(aperte.map(({ progettoId, sospensioneId }) => [progettoId, sospensioneId]));
  return unoAllaVolta([...di.keys()], (progettoId) =>
    riprendi(attore, { ...come, progettoId, sospensioneId: di.get(progettoId) ?? '', vista: null }),
  );
};
