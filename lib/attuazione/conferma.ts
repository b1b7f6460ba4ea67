import type { RapportoIntero } from './queries';

/** Che cosa confermerebbe «nulla da segnalare»: quante azioni copierebbe, quante ne ha già scritte l'ente, e se con lo stesso gesto si può inviare. */
export type Confermabile = { azioni: number; compilate: number; invia: boolean };

/**
 * Se a un ente si offre «nulla da segnalare»: ha una parte da consegnare, c'è una relazione precedente, e le azioni non ancora compilate hanno tutte un
 * periodo prima. `puoInviare`: chi guarda invia la relazione; si invia con lo stesso gesto solo se non manca altro (parti, rilievi, azioni altrui).
 */
export function confermabile(
  rapporto: Pick<RapportoIntero, 'stato' | 'precedente' | 'parti' | 'azioni' | 'rilievi'>,
  organizzazioneId: string,
  puoInviare: boolean,
): Confermabile | null {
  const parte = rapporto.parti.find((p) => p.organizzazioneId === organizzazioneId);
  if (rapporto.stato !== 'BOZZA' || !rapporto.precedente || !parte || !DA_CONSEGNARE.includes(parte.stato)) return null;
  const mie = rapporto.azioni.filter((a) => a.organizzazioneId === organizzazioneId && !a.annullataIl);
  const vuote = mie.filter(({ ora }) => ora === null);
  if (vuote.length === 0 || vuote.some(({ prima }) => prima === null)) return null;
  const altrui = rapporto.parti.some((p) => p.organizzazioneId !== organizzazioneId && DA_CONSEGNARE.includes(p.stato));
  const rilievi = rapporto.rilievi.some((r) => !r.diQuesta && r.stato === 'APERTO');
  return { azioni: vuote.length, compilate: mie.length - vuote.length, invia: puoInviare && !altrui && !rilievi };
}

const DA_CONSEGNARE: readonly string[] = ['APERTO', 'RINVIATO'];
