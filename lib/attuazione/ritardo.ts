import { giorniDiRitardo } from './rules';

const MESE = 30.4;
const NUMERO = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 });

const misura = (giorni: number): string => {
  if (giorni === 1) return '1 giorno';
  if (giorni < 45) return `${giorni} giorni`;
  return `${NUMERO.format(Math.round((giorni / MESE) * 2) / 2)} mesi`;
};

type Fini = { finePrevista: string | null; fineStimata: string | null; fineEffettiva: string | null };

/**
 * Il ritardo di un'azione sulla fine prevista (dalla fine effettiva o, se manca, da quella stimata): giorni fino a un mese e mezzo, poi mesi
 * con il mezzo. `null` se non si può dire: una data manca.
 */
export function ritardoInParole(a: Fini): { giorni: number; testo: string } | null {
  if (!a.finePrevista || !(a.fineEffettiva ?? a.fineStimata)) return null;
  const giorni = giorniDiRitardo(a, a);
  return { giorni, testo: giorni > 0 ? `+${misura(giorni)}` : giorni === 0 ? 'nessuno' : `${misura(-giorni)} di anticipo` };
}
