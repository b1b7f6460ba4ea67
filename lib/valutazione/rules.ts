import type { Ruolo } from '@/lib/auth/attore';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseValutata } from './schema';

/** Chi valuta che cosa, e a che punto è. Pure. */

/** Lo stato in cui una domanda si valuta, per fase. */
export const STATO_VALUTABILE: Record<FaseValutata, StatoProgetto> = { IDEA: 'IDEA_AMMISSIBILE', PROGETTO: 'AMMISSIBILE' };

/** Chi della Regione può far parte di una commissione. */
export const RUOLI_COMMISSARIO: readonly Ruolo[] = ['VALUTATORE', 'ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE'];

/** La fase di cui si guarda la valutazione, se l'indirizzo non dice altro. */
export const faseValutata = (stato: StatoProgetto): FaseValutata =>
  stato.startsWith('IDEA_') || stato === 'PARTNERSHIP_APERTA' || stato === 'PROGETTO_BOZZA' ? 'IDEA' : 'PROGETTO';

export const NOME_FASE: Record<FaseValutata, string> = { IDEA: 'idea progettuale', PROGETTO: 'progetto definitivo' };

/** La valutazione di una persona su una domanda, vista da lei. */
export type Posizione = {
  stato: StatoProgetto;
  fase: FaseValutata;
  presidente: boolean;
  mia: { conflitto: 'NESSUNO' | 'PRESENTE'; stato: 'BOZZA' | 'CONCLUSA' | 'CONSOLIDATA'; svelata: boolean } | null;
  /** I punteggi di tutti sono già leggibili. */
  svelata: boolean;
  consolidata: boolean;
};

export type Passo = 'dichiara' | 'astenuto' | 'valuta' | 'aspetta' | 'consolida' | 'consolidata' | 'arrivatoDopo' | 'chiusa';

/** Che cosa tocca a un commissario su una domanda. */
export function passoDi({ stato, fase, presidente, mia, svelata, consolidata }: Posizione): Passo {
  if (mia?.conflitto === 'PRESENTE') return 'astenuto';
  if (consolidata) return 'consolidata';
  if (stato !== STATO_VALUTABILE[fase]) return 'chiusa';
  if (!mia) return svelata ? 'arrivatoDopo' : 'dichiara';
  if (mia.stato === 'BOZZA') return 'valuta';
  if (!mia.svelata) return 'aspetta';
  return presidente ? 'consolida' : 'aspetta';
}

/** Dopo aver dichiarato di non avere conflitti si leggono le domande; prima, solo il titolo. */
export const puoLeggere = ({ mia }: Pick<Posizione, 'mia'>): boolean => mia?.conflitto === 'NESSUNO';

export const PASSI: Record<Passo, { etichetta: string; tocca: boolean }> = {
  dichiara: { etichetta: 'Dichiara se hai conflitti di interesse', tocca: true },
  valuta: { etichetta: 'Dai i punteggi e concludi', tocca: true },
  consolida: { etichetta: 'Consolida la valutazione', tocca: true },
  aspetta: { etichetta: 'Hai concluso: aspetta gli altri commissari', tocca: false },
  astenuto: { etichetta: 'Hai dichiarato un conflitto: non la valuti', tocca: false },
  arrivatoDopo: { etichetta: 'I punteggi erano già aperti quando sei entrato in commissione', tocca: false },
  consolidata: { etichetta: 'Valutazione consolidata', tocca: false },
  chiusa: { etichetta: 'Non più in valutazione', tocca: false },
};
