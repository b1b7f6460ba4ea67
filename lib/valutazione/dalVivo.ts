import type { Criterio } from '@/lib/bandi/configurazione';
import { leggiNumero } from '@/lib/format/lettura';
import { inPunti, perche, totaleConsolidato, totaleScheda } from './punteggio';
import type { Consolidati, Punteggi } from './schema';

/** Ciò che la griglia dice mentre la si compila, con la stessa aritmetica del server. */

export type Modo = 'scheda' | 'consolida';
export type CriterioInModulo = Pick<Criterio, 'chiave' | 'titolo' | 'aiuto' | 'massimo' | 'soglia' | 'pesoCentesimi'> & {
  /** La media proposta, in centesimi di punto: solo consolidando. */
  proposto?: number;
};
type Campi = Record<string, string>;

/** I punti scritti, o null se il campo è vuoto, è storto o fuori dalla griglia. */
function puntiScritti({ massimo }: CriterioInModulo, testo: string | undefined): number | null {
  const letto = leggiNumero(testo ?? '');
  return letto.ok && letto.valore !== null && letto.valore >= 0 && letto.valore <= massimo ? letto.valore : null;
}

/** Il totale pesato di ciò che è scritto adesso, in centesimi di punto; consolidando, un campo vuoto vale la media proposta. */
export function totaleDalVivo(modo: Modo, criteri: readonly CriterioInModulo[], campi: Campi): number {
  const scritti = criteri.map((c) => [c, puntiScritti(c, campi[`punti.${c.chiave}`])] as const);
  if (modo === 'scheda') {
    const punteggi: Punteggi = Object.fromEntries(
      scritti.map(([{ chiave }, punti]) => [chiave, { punti: Number.isInteger(punti) ? punti : null, motivazione: '' }]),
    );
    return totaleScheda(criteri, punteggi);
  }
  const consolidati: Consolidati = Object.fromEntries(
    scritti.map(([{ chiave, proposto = 0 }, punti]) => [
      chiave,
      { proposto, centesimi: punti === null ? proposto : Math.round(punti * 100), motivazione: '' },
    ]),
  );
  return totaleConsolidato(criteri, consolidati);
}

/** «su 20, soglia 12, peso 1,50». */
export const puntiMassimi = ({ massimo, soglia, pesoCentesimi }: CriterioInModulo): string =>
  [`su ${massimo}`, soglia > 0 && `soglia ${soglia}`, pesoCentesimi !== 100 && `peso ${inPunti(pesoCentesimi)}`].filter(Boolean).join(', ');

/** Che cosa comporta il punteggio appena scritto. */
export function notaCriterio(modo: Modo, criterio: CriterioInModulo, testo: string | undefined): string | undefined {
  const punti = puntiScritti(criterio, testo);
  if (modo === 'scheda') return perche(criterio, punti) || undefined;
  const proposto = `Proposto: ${inPunti(criterio.proposto ?? 0)}, la media delle schede.`;
  return punti !== null && Math.round(punti * 100) !== criterio.proposto ? `${proposto} Se lo cambi scrivi perché.` : proposto;
}
