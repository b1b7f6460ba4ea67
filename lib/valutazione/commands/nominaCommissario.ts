import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { RUOLI_COMMISSARIO } from '../rules';
import type { Nomina } from '../schema';
import { esigiDirigente, eventoCommissione } from './_commissione';

/** Il dirigente nomina una persona della Regione nella commissione di una fase, con l'atto. Chi presiede e uno solo. */
export const nominaCommissario = (attore: Attore, { bandoId, fase, utenteId, presidente, atto }: Nomina): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiDirigente(attore);
    if (!(await tx.bando.findUnique({ where: { id: bandoId }, select: { id: true } })))
      throw new DomainError('bando.nonTrovato', 'Questo bando non esiste o non puoi vederlo.');
    await esigiNominabile(tx, attore, utenteId);
    const membri = await tx.commissario.findMany({ where: { bandoId, fase }, select: { utenteId: true, presidente: true } });
    if (membri.some((m) => m.utenteId === utenteId))
      throw new DomainError('commissione.giaNominato', 'Questa persona è già nella commissione.', 'utenteId');
    if (presidente && membri.some((m) => m.presidente))
      throw new DomainError(
        'commissione.giaPresieduta',
        'La commissione ha già chi la presiede: nomina la persona e poi affidale la presidenza.',
      );
    const id = crypto.randomUUID();
    const { count } = await tx.commissario.createMany({
      data: [{ id, regioneId: attore.regioneId, bandoId, fase, utenteId, presidente: presidente === 'si', atto }],
      skipDuplicates: true,
    });
    if (count === 0)
      throw new DomainError('commissione.cambiata', 'Un’altra persona ha appena cambiato la commissione. Ricarica la pagina.');
    return {
      result: undefined,
      evento: eventoCommissione('nominata', { id, bandoId, fase, utenteId }, { presidente: presidente === 'si' }),
    };
  });

async function esigiNominabile(tx: Tx, attore: Attore, utenteId: string): Promise<void> {
  const oggi = new Date(`${giornoDi(attore.adesso)}T00:00:00Z`);
  const incarichi = await tx.incarico.count({
    where: {
      utenteId,
      ruolo: { in: [...RUOLI_COMMISSARIO] },
      revocatoIl: null,
      dal: { lte: oggi },
      OR: [{ al: null }, { al: { gte: oggi } }],
      organizzazione: { tipo: 'REGIONE' },
    },
  });
  if (incarichi === 0)
    throw new DomainError(
      'commissione.nonNominabile',
      'Può far parte della commissione solo una persona della Regione con un incarico attivo di valutatore, istruttore, dirigente o controllore.',
      'utenteId',
    );
}
