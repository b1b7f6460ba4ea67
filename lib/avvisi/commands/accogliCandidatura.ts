import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { letteraInvito } from '../lettere';
import { trovaCandidatura } from './_parti';

/** L'invito: l'impronta da conservare e il collegamento da spedire. Li prepara chi chiama, perché il segreto non passi da nessun altro posto. */
type Invito = { candidaturaId: string; impronta: Uint8Array<ArrayBuffer>; collegamento: string };

/** L'organizzazione selezionata diventa partner del progetto e riceve per posta l'invito ad aprire un account. */
export const accogliCandidatura = (attore: Attore, { candidaturaId, impronta, collegamento }: Invito): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { progetto, avviso, candidatura } = await trovaCandidatura(tx, attore, candidaturaId, true);
    if (candidatura.stato !== 'SELEZIONATA')
      throw new DomainError('candidatura.nonSelezionata', 'Si accoglie una candidatura selezionata.');
    if (candidatura.organizzazioneId)
      throw new DomainError('candidatura.giaAccolta', 'Questa organizzazione è già stata accolta. Ricarica la pagina.');
    const { oggetto, testo } = letteraInvito(
      { titolo: avviso.titolo, ente: attore.organizzazioneNome, progetto: progetto.titolo },
      collegamento,
    );
    const [accolta] = await tx.$queryRaw<{ organizzazione: string }[]>`
      select app.accogli_candidatura(${candidaturaId}::uuid, ${impronta}, ${oggetto}, ${testo})::text as organizzazione`;
    return {
      result: undefined,
      evento: {
        atto: 'candidatura.accolta',
        oggetto: 'candidatura',
        oggettoId: candidaturaId,
        progettoId: progetto.id,
        dopo: { ente: accolta?.organizzazione ?? null },
      },
    };
  });
