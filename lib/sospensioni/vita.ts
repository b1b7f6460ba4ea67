import { dataBreve, dataLunga } from '@/lib/format/data';
import { fraseSospensione } from './labels';
import type { Sospesa } from './scadenze';

/** La fine di un progetto e ciò che la riguarda: proroghe, sospensioni, rinuncia, conclusione. Pura, date AAAA-MM-GG. */
export type Vita = {
  fine: string | null;
  fineOriginaria: string | null;
  fineEffettiva: string | null;
  /** Quella in corso, o la prossima. */
  sospensione: Sospesa | null;
  rinunciaInAttesa: boolean;
};

/** «31/03/2021», con «prorogata: era il 31/12/2020» o «concluso il …» se serve; nullo se la fine non è nota. */
export function fineInParole({ fine, fineOriginaria, fineEffettiva }: Vita): { data: string; nota: string | null } | null {
  if (fineEffettiva)
    return {
      data: dataBreve(fineEffettiva),
      nota: fine && fine !== fineEffettiva ? `concluso, era previsto il ${dataBreve(fine)}` : 'concluso',
    };
  if (!fine) return null;
  return {
    data: dataBreve(fine),
    nota: fineOriginaria && fineOriginaria !== fine ? `prorogata: era il ${dataBreve(fineOriginaria)}` : null,
  };
}

/** Ciò che chiunque apra il progetto deve sapere subito, una frase per riga. */
export const avvisi = ({ sospensione, rinunciaInAttesa, fineEffettiva }: Vita, oggi: string): string[] => [
  ...(sospensione && !fineEffettiva ? [fraseSospensione(sospensione, oggi)] : []),
  ...(rinunciaInAttesa ? ['L’ente capofila ha chiesto di rinunciare al progetto: la Regione deve ancora decidere.'] : []),
  ...(fineEffettiva ? [`Il progetto si è concluso il ${dataLunga(fineEffettiva)}.`] : []),
];
