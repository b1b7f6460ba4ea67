import type { Ritardo } from '@/lib/azioni/rules';

const giorni = (n: number): string => (n === 1 ? '1 giorno' : `${n} giorni`);
const FONTE: Record<Ritardo['fonte'], string> = { FINE: '', STIMA: ' (stima)', OGGI: ' finora' };

/** Il ritardo in giorni, in parole: «40 giorni (stima)», «nessuno», «3 giorni di anticipo». */
export const ritardoDetto = (ritardo: Ritardo | null): string => {
  if (!ritardo) return 'non rilevato';
  const testo = ritardo.giorni > 0 ? giorni(ritardo.giorni) : ritardo.giorni === 0 ? 'nessuno' : `${giorni(-ritardo.giorni)} di anticipo`;
  return `${testo}${FONTE[ritardo.fonte]}`;
};

/** Il ritardo con il suo peso: in evidenza solo se c'è. */
export const Ritardi = ({ ritardo }: { ritardo: Ritardo | null }) =>
  ritardo && ritardo.giorni > 0 ? <b>{ritardoDetto(ritardo)}</b> : <span className="muted">{ritardoDetto(ritardo)}</span>;
