import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { CodificaScritta } from '../schema';
import { inOrdine } from '../voci';
import { esigiProgetto, esigiRicerca, esigiVoci, inFila, trovaSchema, trovaTornata } from './_parti';

/**
 * Scrive o riscrive, sul proprio foglio aperto, le voci di un progetto. L'evento non dice le voci: il registro della Regione non deve svelarle.
 * @throws DomainError classificazione.soloRicerca, classificazione.senzaFoglio, classificazione.voci, classificazione.progettoNonTrovato;
 * stato.transizioneNonAmmessa se il foglio è chiuso
 */
export const codificaProgetto = (attore: Attore, { tornataId, progettoId, voci: scelte, nota }: CodificaScritta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { schemaId, bandoId, svelataIl } = await trovaTornata(tx, tornataId);
    const foglio = svelataIl ? null : await tx.foglioCodifica.findFirst({ where: { tornataId }, select: { id: true } });
    if (!foglio) throw new DomainError('classificazione.senzaFoglio', 'Per codificare prendi prima un foglio di questa tornata.');
    const { codice } = await esigiProgetto(tx, progettoId, bandoId);
    const schema = await trovaSchema(tx, schemaId);
    esigiVoci(schema, scelte);
    const voci = inOrdine(schema, scelte);
    await inFila(tx, `foglio ${foglio.id}`);
    const dove = { foglioId: foglio.id, progettoId };
    const { count } = await tx.codifica.updateMany({ where: dove, data: { voci, nota } });
    if (count === 0)
      await tx.codifica.create({
        data: { ...dove, voci, nota, regioneId: attore.regioneId, codificatoreId: attore.utenteId },
        select: { id: true },
      });
    return {
      result: undefined,
      evento: {
        ...{ atto: 'classificazione.codificata', oggetto: 'foglio_codifica', oggettoId: foglio.id },
        dopo: { progetto: codice, quante: voci.length },
      },
    };
  });
