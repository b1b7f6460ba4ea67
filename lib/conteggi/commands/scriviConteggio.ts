import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { esigiAzioni, giorno, trovaProgettoAperto } from '@/lib/persone/commands/_progetto';
import { giornoRifiutato } from '../regole';
import type { ConteggioNuovo } from '../schema';

/**
 * Scrive quante presenze ha avuto un'attività aperta in un giorno: nessuno vi compare, e nessun indicatore di persone cambia.
 * @throws DomainError conteggio.soloEnte, conteggio.giorno, conteggio.doppio, progetto.nonTrovato, persona.progettoNonAvviato, persona.azioneNonDelProgetto
 */
export const scriviConteggio = (attore: Attore, { azioneId, ...scritto }: ConteggioNuovo): Promise<{ conteggioId: string }> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_ente') throw new DomainError('conteggio.soloEnte', 'Le presenze le conta l’ente che tiene l’attività.');
    const progetto = await trovaProgettoAperto(tx, attore, scritto.progettoId);
    esigiAzioni(progetto, [{ azioneId }]);
    const rifiuto = giornoRifiutato(scritto.giorno, { avvio: progetto.avvio, oggi: giornoDi(attore.adesso) });
    if (rifiuto) throw new DomainError('conteggio.giorno', rifiuto, 'giorno');
    const { regioneId, organizzazioneId } = attore;
    const riga = { ...scritto, presenze: scritto.presenze ?? 0, giorno: giorno(scritto.giorno), regioneId, organizzazioneId, azioneId };
    await esigiNuovo(tx, riga);
    const { id: conteggioId } = await nuovo(tx, riga);
    const { presenze, genere } = riga;
    return {
      result: { conteggioId },
      evento: {
        ...{ atto: 'conteggio.scritto', oggetto: 'conteggio_anonimo', oggettoId: conteggioId, progettoId: progetto.id },
        dopo: { azione: azioneId, giorno: scritto.giorno, genere, presenze },
      },
    };
  });

type Riga = Parameters<Tx['conteggioAnonimo']['create']>[0]['data'];

const nuovo = (tx: Tx, data: Riga): Promise<{ id: string }> => tx.conteggioAnonimo.create({ data, select: { id: true } });

/** Un doppio invio non raddoppia le presenze. */
async function esigiNuovo(
  tx: Tx,
  { progettoId, organizzazioneId, azioneId, giorno, genere, presenze, donne, minori, nota }: Riga,
): Promise<void> {
  // due invii insieme si mettono in fila
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`conteggi ${progettoId}`}, 0))::text`;
  const uguale = await tx.conteggioAnonimo.findFirst({
    where: { progettoId, organizzazioneId, azioneId, giorno, genere, presenze, donne, minori, nota },
    select: { id: true },
  });
  if (uguale)
    throw new DomainError(
      'conteggio.doppio',
      'C’è già un conteggio uguale per questo giorno. Se è un’altra attività, distinguila con una nota.',
      'nota',
    );
}
