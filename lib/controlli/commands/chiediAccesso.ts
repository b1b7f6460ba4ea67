import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { avvisoDati } from '@/lib/privacy/testoLibero';
import { esigiChiChiede } from '../regole';
import type { RichiestaAccesso } from '../schema';

/**
 * Chiede di leggere le identità delle persone che un ente segue in un progetto, con il motivo: l'ente lo leggerà.
 * @throws DomainError controllo.ruoloMancante, controllo.enteNonTrovato, controllo.datiPersonali
 */
export const chiediAccesso = (attore: Attore, { dove, motivo }: RichiestaAccesso): Promise<{ accessoId: string }> =>
  commandAs(attore, async (tx) => {
    esigiChiChiede(attore);
    const avviso = avvisoDati(motivo); // il motivo lo legge l'ente: non è il posto di una persona
    if (avviso) throw new DomainError('controllo.datiPersonali', avviso, 'motivo');
    const { progettoId, organizzazioneId } = dove;
    if (!(await tx.partecipazione.findFirst({ where: dove, select: { id: true } })))
      throw new DomainError('controllo.enteNonTrovato', 'Questo ente non partecipa al progetto. Ricarica la pagina.', 'dove');
    const accessoId = randomUUID();
    // createMany: senza RETURNING
    await tx.accessoMotivato.createMany({
      data: [{ id: accessoId, regioneId: attore.regioneId, progettoId, organizzazioneId, motivo, chiestoDa: attore.utenteId }],
    });
    const evento = {
      atto: 'identita.accessoChiesto',
      oggetto: 'accessoMotivato',
      oggettoId: accessoId,
      progettoId,
      dopo: { organizzazioneId },
    };
    return { result: { accessoId }, evento };
  });
