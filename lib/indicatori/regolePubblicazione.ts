import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { giornoDi } from '@/lib/format/data';

/** Chi pubblica e ricalcola gli indicatori di un progetto. */
export const RUOLI_PUBBLICAZIONE: readonly Attore['ruolo'][] = ['ISTRUTTORE', 'DIRIGENTE'];

/** Quanti giorni passano almeno tra due pubblicazioni decise dalla Regione: più vicine, la differenza direbbe quando è entrato qualcuno. */
const GIORNI_TRA_PUBBLICAZIONI = 30;

/** Il giorno (AAAA-MM-GG) da cui si può pubblicare di nuovo; nullo se non si è mai pubblicato. @param ultima istante ISO */
export const prossimaPubblicazione = (ultima: string | null): string | null =>
  ultima && piuGiorni(giornoDi(new Date(ultima)), GIORNI_TRA_PUBBLICAZIONI);
