import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import { esigiRicerca, inFila, trovaSchema } from './_parti';

/**
 * Apre un giro di codifica dei progetti approvati di un bando con uno schema. Una sola tornata aperta per schema e bando.
 * @throws DomainError classificazione.soloRicerca, classificazione.schemaNonTrovato, classificazione.senzaProgetti, classificazione.tornataAperta
 */
export const apriTornata = (attore: Attore, { schemaId, bandoId }: { schemaId: string; bandoId: string }): Promise<{ tornataId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    await trovaSchema(tx, schemaId);
    await inFila(tx, `tornate ${schemaId} ${bandoId}`);
    if ((await tx.progetto.count({ where: { bandoId, stato: { in: [...APPROVATI] } } })) === 0)
      throw new DomainError('classificazione.senzaProgetti', 'Questo bando non ha progetti approvati da classificare.', 'bandoId');
    const tornate = await tx.tornataCodifica.findMany({ where: { schemaId, bandoId }, select: { svelataIl: true } });
    if (tornate.some(({ svelataIl }) => svelataIl === null))
      throw new DomainError('classificazione.tornataAperta', 'C’è già una tornata aperta per questo schema e questo bando.');
    const numero = tornate.length + 1;
    const data = { regioneId: attore.regioneId, schemaId, bandoId, numero };
    const { id } = await tx.tornataCodifica.create({ data, select: { id: true } });
    return {
      result: { tornataId: id },
      evento: {
        ...{ atto: 'classificazione.tornataAperta', oggetto: 'tornata_codifica', oggettoId: id },
        dopo: { schema: schemaId, bando: bandoId, numero },
      },
    };
  });
