import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import type { PropostaScritta } from '../schema';
import { inOrdine } from '../voci';
import { esigiVoci, inFila, trovaSchema } from './_parti';

/**
 * Il capofila propone come classificare il proprio progetto; una proposta nuova sostituisce la precedente, che resta.
 * @throws DomainError classificazione.soloCapofila, classificazione.progettoNonTrovato, classificazione.voci, classificazione.superata
 */
export const proponiClassificazione = (
  attore: Attore,
  { progettoId, schemaId, voci: scelte, motivo, vista }: PropostaScritta,
): Promise<void> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_ente') throw new DomainError('classificazione.soloCapofila', 'La proposta la fa l’ente capofila.');
    const progetto = await tx.progetto.findFirst({
      where: { id: progettoId, stato: { in: [...APPROVATI] } },
      select: { partecipazioni: { where: { ruolo: 'CAPOFILA', organizzazioneId: attore.organizzazioneId }, select: { id: true } } },
    });
    if (!progetto) throw new DomainError('classificazione.progettoNonTrovato', 'Questo progetto non esiste o non è ancora approvato.');
    if (progetto.partecipazioni.length === 0) throw new DomainError('classificazione.soloCapofila', 'La proposta la fa l’ente capofila.');
    const schema = await trovaSchema(tx, schemaId);
    esigiVoci(schema, scelte);
    await inFila(tx, `proposta ${progettoId} ${schemaId}`);
    const dove = { progettoId, schemaId, sostituitaIl: null };
    const prima = await tx.propostaClassificazione.findFirst({ where: dove, select: { id: true } });
    if ((prima?.id ?? '') !== vista)
      throw new DomainError(
        'classificazione.superata',
        'Intanto un’altra persona ha cambiato la proposta. Ricarica la pagina e controlla.',
      );
    await tx.$executeRaw`update proposta_classificazione set sostituita_il = app.adesso() where id = ${prima?.id ?? null}::uuid`;
    const voci = inOrdine(schema, scelte);
    const { regioneId, organizzazioneId } = attore;
    const data = { regioneId, organizzazioneId, progettoId, schemaId, voci, motivo };
    const { id } = await tx.propostaClassificazione.create({ data, select: { id: true } });
    return {
      result: undefined,
      evento: {
        ...{ atto: 'classificazione.proposta', oggetto: 'proposta_classificazione', oggettoId: id, progettoId },
        dopo: { schema: schemaId, voci },
      },
    };
  });
