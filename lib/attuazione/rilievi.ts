import type { Ruolo } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import type { StatoRilievo } from './schema';

/** I rilievi della Regione: restano aperti di relazione in relazione finché la Regione non li chiude. Le stesse righe stanno in app.transizione. */
export type AttoRilievo = 'rispondi' | 'chiudi' | 'richiedi';

export const TRANSIZIONI_RILIEVO: Record<StatoRilievo, Partial<Record<AttoRilievo, StatoRilievo>>> = {
  APERTO: { rispondi: 'RISPOSTO', chiudi: 'CHIUSO' },
  RISPOSTO: { chiudi: 'CHIUSO', richiedi: 'APERTO' },
  CHIUSO: {},
};

/** Chi compie un atto su un rilievo: la Regione chiude e chiede di nuovo, il capofila risponde. */
const CHI: Record<AttoRilievo, readonly Ruolo[]> = {
  rispondi: ['REFERENTE', 'OPERATORE'],
  chiudi: ['ISTRUTTORE', 'DIRIGENTE'],
  richiedi: ['ISTRUTTORE', 'DIRIGENTE'],
};

/** Se l'atto si può compiere: per i pulsanti da disegnare. */
export const puoSulRilievo = (atto: AttoRilievo, stato: StatoRilievo, chi: { ruolo: Ruolo; capofila: boolean }): boolean =>
  TRANSIZIONI_RILIEVO[stato][atto] !== undefined && CHI[atto].includes(chi.ruolo) && (atto !== 'rispondi' || chi.capofila);

/**
 * Lo stato del rilievo dopo l'atto.
 * @throws DomainError rilievo.ruolo se non spetta a chi agisce, rilievo.attoNonAmmesso se lo stato è cambiato
 */
export function compiSulRilievo(atto: AttoRilievo, stato: StatoRilievo, chi: { ruolo: Ruolo; capofila: boolean }): StatoRilievo {
  if (!CHI[atto].includes(chi.ruolo) || (atto === 'rispondi' && !chi.capofila))
    throw new DomainError(
      'rilievo.ruolo',
      atto === 'rispondi' ? 'Ai rilievi risponde l’ente capofila.' : 'I rilievi li gestisce l’istruttore o il dirigente della Regione.',
    );
  const a = TRANSIZIONI_RILIEVO[stato][atto];
  if (!a) throw new DomainError('rilievo.attoNonAmmesso', 'Il rilievo è cambiato nel frattempo. Ricarica la pagina.');
  return a;
}
