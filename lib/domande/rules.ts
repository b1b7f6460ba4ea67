import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Diritto } from './schema';

/** Chi scrive che cosa, e quando. Pura; le policy del database dicono lo stesso (sezione_nuova, sezione_scritta). */

const BOZZE: readonly StatoProgetto[] = ['IDEA_BOZZA', 'PROGETTO_BOZZA'];
const DA_INTEGRARE: readonly StatoProgetto[] = ['IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE'];

type Apertura = {
  stato: StatoProgetto;
  chiave: string;
  /** `aperta` della riga della sezione, se qualcuno l'ha già salvata. */
  riga: boolean | undefined;
  /** La rimodulazione è già depositata. */
  depositata: boolean;
  integrazioni: readonly { genere: 'INTEGRAZIONE' | 'PREAVVISO'; sezioni: readonly string[] }[];
};

/** Vero se la sezione si può scrivere adesso. Una riga che c'è lo dice da sé; per una che non c'è ancora vale lo stato della domanda. */
export function siScrive({ stato, chiave, riga, depositata, integrazioni }: Apertura): boolean {
  const inScrittura = BOZZE.includes(stato) || DA_INTEGRARE.includes(stato) || stato === 'RIMODULAZIONE_INIZIALE';
  if (!inScrittura) return false;
  if (riga !== undefined) return riga;
  if (BOZZE.includes(stato)) return true;
  if (DA_INTEGRARE.includes(stato))
    return integrazioni.some(({ genere, sezioni }) => genere === 'INTEGRAZIONE' && sezioni.includes(chiave));
  return !depositata;
}

/** Perché una sezione non si può scrivere, in una frase; vuota se si può. */
export function rifiutoScrittura({ stato, aperta, diritto }: { stato: StatoProgetto; aperta: boolean; diritto: Diritto }): string {
  if (!aperta)
    return DA_INTEGRARE.includes(stato)
      ? 'La Regione ha riaperto altre sezioni: questa non si può cambiare.'
      : 'Questa sezione è chiusa: la domanda non si sta scrivendo in questa fase.';
  if (diritto === 'LETTURA') return 'Il capofila ti ha dato la sola lettura di questa sezione.';
  if (diritto === 'COMMENTO') return 'In questa sezione puoi leggere e commentare, non scrivere: lo ha deciso il capofila.';
  return '';
}

/** Vero se l'aggregazione (enti e ambiti) si può cambiare. */
export const siCompone = (stato: StatoProgetto): boolean => BOZZE.includes(stato);
