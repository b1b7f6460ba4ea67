import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { progettiScelti, soloChiIstruisce } from './_progetti';

const APERTE = ['PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI'] as const;

type Scelta = { id: string[]; vista: 'progetti' | 'azioni'; utenteId: string };

/**
 * Affida a un istruttore le relazioni aperte dei progetti scelti. Nell'evento c'è il codice della persona, mai il nome.
 * @returns quante ne ha assegnate @throws DomainError se la persona non è un istruttore, se non c'è nulla da assegnare, o se un collega ha assegnato prima
 */
export const assegnaRelazioni = (attore: Attore, scelta: Scelta): Promise<number> =>
  commandAs(attore, async (tx) => {
    soloChiIstruisce(attore);
    const { utenteId } = scelta;
    if ((await tx.incarico.count({ where: { utenteId, ruolo: 'ISTRUTTORE', revocatoIl: null } })) === 0)
      throw new DomainError('relazioni.nonIstruttore', 'Questa persona non è un istruttore della Regione. Scegline un’altra.', 'utenteId');
    const progettoId = { in: await progettiScelti(tx, scelta) };
    const aperte = await tx.rapportoProgetto.findMany({
      where: { progettoId, stato: { in: [...APERTE] } },
      select: { id: true, progettoId: true, assegnatoA: true },
      orderBy: { id: 'asc' },
    });
    const daAssegnare = aperte.filter(({ assegnatoA }) => assegnatoA !== utenteId);
    if (daAssegnare.length === 0)
      throw new DomainError(
        'relazioni.nulla',
        'Non c’è nulla da assegnare: nessuno di questi progetti ha una relazione in verifica, o è già di questa persona.',
      );
    const eventi: NuovoEvento[] = [];
    for (const { id, progettoId: progetto, assegnatoA } of daAssegnare) {
      // confronta e scambia: se un collega ha appena assegnato o deciso, nessuna riga è più quella letta
      const { count } = await tx.rapportoProgetto.updateMany({
        where: { id, assegnatoA, stato: { in: [...APERTE] } },
        data: { assegnatoA: utenteId },
      });
      if (count === 0)
        throw new DomainError(
          'relazioni.cambiate',
          'Un’altra persona ha appena assegnato o deciso una di queste relazioni. Ricarica l’elenco.',
        );
      eventi.push({
        ...{ atto: 'rapporto.assegnato', oggetto: 'rapporto_progetto', oggettoId: id, progettoId: progetto },
        ...{ prima: { assegnatario: assegnatoA }, dopo: { assegnatario: utenteId } },
      });
    }
    return { result: eventi.length, evento: eventi };
  });
