import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import type { DecisioneConRilievi } from '../schema';
import { decidi } from './_decidi';

type Input = { rapportoId: string; nota: string | null; rilievi?: DecisioneConRilievi['rilievi'] };

/**
 * La Regione approva con rilievi: uno per uno, sull'intera relazione o su un'azione. Senza rilievi nominati la nota stessa è il rilievo.
 * L'ente li ritrova, e vi risponde, nella relazione successiva; restano aperti finché la Regione non li chiude.
 * @throws DomainError rilievo.nessuno, azione.nonTrovata, e quelli di ogni decisione
 */
export const approvaConRilievi = (attore: Attore, { rapportoId, nota, rilievi = [] }: Input): Promise<void> =>
  decidi(attore, rapportoId, { atto: 'approvaConRilievi', evento: 'rapporto.approvatoConRilievi', nota }, async (tx, { progettoId }) => {
    const scritti = rilievi.length > 0 ? rilievi : nota ? [{ azioneId: null, testo: nota }] : [];
    if (scritti.length === 0) throw new DomainError('rilievo.nessuno', 'Scrivi almeno un rilievo (almeno 10 caratteri).', 'nota');
    const nominate = [...new Set(scritti.flatMap(({ azioneId }) => azioneId ?? []))];
    if ((await tx.azione.count({ where: { progettoId, id: { in: nominate } } })) !== nominate.length)
      throw new DomainError('azione.nonTrovata', 'Un rilievo riguarda un’azione che non fa parte del progetto. Ricarica la pagina.');
    await tx.rilievo.createMany({
      data: scritti.map((rilievo) => ({ id: crypto.randomUUID(), regioneId: attore.regioneId, progettoId, rapportoId, ...rilievo })),
    });
    return { rilievi: scritti.length };
  });
