import type { AzioneDelRapporto, RapportoIntero } from './queries';
import { type Mancanza, mancanze } from './rules';

export type VoceCompletezza = { azione: AzioneDelRapporto; manca: Mancanza[] };

/** Che cosa manca a ogni azione della relazione: la stessa regola che il comando applica all'invio. */
export const completezza = (azioni: AzioneDelRapporto[]): VoceCompletezza[] =>
  azioni.map((azione) => ({
    azione,
    manca: azione.annullataIl
      ? []
      : azione.ora
        ? mancanze(azione.ora, { finePrevista: azione.finePrevista })
        : [{ campo: 'stato', messaggio: 'Non è ancora compilata.' }],
  }));

/** Le parti di altri enti ancora da consegnare: bloccano l'invio. */
export const partiMancanti = (rapporto: Pick<RapportoIntero, 'parti'>, organizzazioneId: string) =>
  rapporto.parti.filter((p) => (p.stato === 'APERTO' || p.stato === 'RINVIATO') && p.organizzazioneId !== organizzazioneId);
