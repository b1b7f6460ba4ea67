import type { Barra, Grafico } from '@/lib/grafici/tipi';
import { TITOLO_TABELLA } from './labels';
import type { TabellaConGrafico } from './schema';

/** Una figura della ricerca: le stesse parole e gli stessi valori nella pagina e nel file. */
export type Figura<G extends Grafico = Grafico> = {
  tabella: TabellaConGrafico;
  titolo: string;
  /** Unità di misura e fonte. */
  nota: string;
  /** Che cosa non si deve leggervi. */
  avvertenza: string | null;
  grafico: G;
};
export type FiguraABarre = Figura<Extract<Grafico, { genere: 'barre' }>>;

type Testi = { nota: string; avvertenza?: string | null; scala?: number };

/** Una figura a barre, con il titolo della sua tabella. */
export const figuraABarre = (
  tabella: TabellaConGrafico,
  barre: readonly Barra[],
  { nota, avvertenza = null, scala }: Testi,
): FiguraABarre => ({
  ...{ tabella, titolo: TITOLO_TABELLA[tabella], nota, avvertenza },
  grafico: { genere: 'barre', barre, scala },
});

/** Le frasi che restano, una dopo l'altra. */
export const frasi = (...parti: readonly (string | false)[]): string => parti.filter(Boolean).join(' ');
