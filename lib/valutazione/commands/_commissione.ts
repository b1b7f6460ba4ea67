import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { RUOLI_COMMISSARIO } from '../rules';

export const COMMISSIONE_CAMBIATA = new DomainError(
  'commissione.cambiata',
  'Un’altra persona ha appena cambiato la commissione. Ricarica la pagina.',
);

type Membro = { id: string; bandoId: string; fase: string; utenteId: string };

export function esigiDirigente({ ruolo }: Attore): void {
  if (ruolo !== 'DIRIGENTE') throw new DomainError('commissione.ruoloMancante', 'La commissione la nomina un dirigente della Regione.');
}

export async function trovaMembro(tx: Tx, { bandoId, commissarioId }: { bandoId: string; commissarioId: string }) {
  const membro = await tx.commissario.findUnique({
    where: { id: commissarioId },
    select: { id: true, bandoId: true, fase: true, utenteId: true, presidente: true, esoneratoIl: true },
  });
  if (membro?.bandoId !== bandoId || membro.esoneratoIl)
    throw new DomainError('commissione.nonTrovato', 'Questa persona non è più nella commissione. Ricarica la pagina.');
  return membro;
}

/** L'evento di un cambio della commissione: riguarda il bando, non un progetto. */
export const eventoCommissione = (
  passo: 'nominata' | 'revocata' | 'presieduta' | 'esonerata',
  { id, bandoId, fase, utenteId }: Membro,
  altro: Record<string, boolean | string | null> = {},
) => ({ atto: `commissione.${passo}`, oggetto: 'commissario', oggettoId: id, dopo: { bandoId, fase, utenteId, ...altro } });

/**
 * Chi può entrare in una commissione: una persona della Regione con un incarico adatto e attivo, che non ci sia già e non ne sia stata esonerata.
 * `campo`: quello del modulo in cui la persona è scelta.
 * @throws DomainError commissione.nonNominabile, commissione.giaNominato, commissione.giaEsonerato
 */
export async function esigiNominabile(
  tx: Tx,
  attore: Attore,
  { bandoId, fase, utenteId }: Omit<Membro, 'id'>,
  campo = 'utenteId',
): Promise<void> {
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
      campo,
    );
  const gia = await tx.commissario.findUnique({
    where: { bandoId_fase_utenteId: { bandoId, fase, utenteId } },
    select: { esoneratoIl: true },
  });
  if (gia?.esoneratoIl)
    throw new DomainError('commissione.giaEsonerato', 'Questa persona è stata esonerata da questa commissione: scegline un’altra.', campo);
  if (gia) throw new DomainError('commissione.giaNominato', 'Questa persona è già nella commissione.', campo);
}
