import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiRicerca, trovaTornata } from './_parti';

/**
 * Prende uno dei due fogli di una tornata: da qui in poi chi codifica vede solo il proprio.
 * @throws DomainError classificazione.soloRicerca, classificazione.tornataNonTrovata, classificazione.foglioGiaPreso;
 * stato.transizioneNonAmmessa se i codificatori sono già due
 */
export const prendiFoglio = (attore: Attore, { tornataId }: { tornataId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const tornata = await trovaTornata(tx, tornataId);
    if (tornata.svelataIl) throw new DomainError('classificazione.tornataChiusa', 'Questa tornata è finita: le codifiche si vedono già.');
    // di una tornata non svelata si vede solo il proprio foglio
    if ((await tx.foglioCodifica.count({ where: { tornataId } })) > 0)
      throw new DomainError(
        'classificazione.foglioGiaPreso',
        'Hai già un foglio in questa tornata: il secondo codificatore è un’altra persona.',
      );
    const data = { tornataId, regioneId: attore.regioneId, codificatoreId: attore.utenteId };
    const { id } = await tx.foglioCodifica.create({ data, select: { id: true } });
    return { result: undefined, evento: { atto: 'classificazione.foglioPreso', oggetto: 'foglio_codifica', oggettoId: id } };
  });
