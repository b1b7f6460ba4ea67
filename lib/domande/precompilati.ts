import { type Campo, type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import type { FaseDomanda } from '@/lib/progetti/stati';
import type { Partner, Valori } from './valori';

/**
 * I campi che il portale riempie da sé: il capofila e gli enti gestori partner si dicono una volta sola, componendo l'aggregazione, e il modulo li ripete.
 * Il valore si ricava a ogni lettura e si congela con la versione: non può dire un ente che non partecipa, né dimenticarne uno aggiunto dopo.
 */

type Enti = readonly Pick<Partner, 'organizzazioneId' | 'ruolo'>[];

const RUOLO: Record<NonNullable<Campo['precompilato']>, Partner['ruolo']> = { CAPOFILA: 'CAPOFILA', ENTI_PARTNER: 'PARTNER_GESTORE' };

/** Gli identificativi degli enti con cui il portale riempie il campo, nell'ordine dell'aggregazione; undefined se lo scrive chi compila. */
const entiDi = ({ precompilato }: Pick<Campo, 'precompilato'>, partner: Enti): string[] | undefined =>
  precompilato && partner.filter(({ ruolo }) => ruolo === RUOLO[precompilato]).map(({ organizzazioneId }) => organizzazioneId);

/** Le sezioni di una fase con i campi precompilati al loro posto, anche in una sezione che nessuno ha ancora salvato. */
export function conPrecompilati(
  configurazione: Pick<Configurazione, 'sezioni'>,
  fase: FaseDomanda,
  scritte: Record<string, Valori>,
  partner: Enti,
): Record<string, Valori> {
  const riempite = { ...scritte };
  for (const { chiave, campi } of sezioniDi(configurazione, fase))
    for (const campo of campi) {
      const enti = entiDi(campo, partner);
      if (enti) riempite[chiave] = { ...riempite[chiave], [campo.chiave]: enti };
    }
  return riempite;
}
