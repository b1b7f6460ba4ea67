import { numero } from '@/lib/format/euro';
import { COLORI, cifra, inColonna, paragrafo, rettangolo, scritta, UTILE } from './forme';
import { aCapo, larghezzaDi } from './testo';
import type { Barra, Grafico, Pezzo } from './tipi';

/** Quante barre si disegnano, nella pagina e nel file: oltre non si leggono più, e la tabella le ha tutte. */
export const MASSIMO_BARRE = 30;

/** Le prime barre, e quante restano fuori. */
export const primeBarre = (barre: readonly Barra[]): { prime: readonly Barra[]; altre: number } => ({
  prime: barre.slice(0, MASSIMO_BARRE),
  altre: Math.max(0, barre.length - MASSIMO_BARRE),
});

/** Che cosa si scrive se alcune barre restano fuori; vuoto se ci sono tutte. */
export const barreFuori = (altre: number): string =>
  altre === 0 ? '' : altre === 1 ? 'Un’altra voce è nella tabella.' : `Altre ${numero(altre)} voci sono nella tabella.`;

const ETICHETTA = 320;
const SPAZIO = 16;
const CORPO = 14;
const INTERLINEA = 18;
const ALTEZZA_BARRA = 16;

/** Una riga: l'etichetta (su più righe se serve), la barra, il valore in fondo. */
function riga({ etichetta, valore, scritto, codice }: Barra, scala: number, spazioValore: number): Pezzo {
  const righe = aCapo(codice ? `${codice} ${etichetta}` : etichetta, ETICHETTA, CORPO);
  const altezza = Math.max(1, righe.length) * INTERLINEA + 8;
  const larghezza = scala > 0 ? (Math.max(0, valore) / scala) * (UTILE - ETICHETTA - SPAZIO - spazioValore) : 0;
  const meta = altezza / 2;
  const x = ETICHETTA + SPAZIO;
  return {
    altezza,
    svg: [
      ...righe.map((testo, n) => scritta(testo, { x: 0, y: n * INTERLINEA + 4 + CORPO, corpo: CORPO })),
      rettangolo(x, meta - ALTEZZA_BARRA / 2, larghezza, ALTEZZA_BARRA, COLORI.barra),
      scritta(scritto ?? numero(valore), { x: x + larghezza + 8, y: meta + 5, forte: true }),
    ].join(''),
  };
}

/** Le barre orizzontali, dall'alto come arrivano. Senza barre, una frase. */
export function barre({ barre: voci, scala }: Extract<Grafico, { genere: 'barre' }>): Pezzo {
  const { prime, altre } = primeBarre(voci);
  if (prime.length === 0) return paragrafo('Nessun valore da disegnare.', { colore: COLORI.tenue });
  const intera = scala ?? Math.max(1, ...prime.map(({ valore }) => valore));
  const spazioValore = 8 + Math.max(...prime.map(({ valore, scritto }) => larghezzaDi(scritto ?? numero(valore), 15)));
  const disegnate = inColonna(prime.map((voce) => riga(voce, intera, spazioValore)));
  const x = ETICHETTA + SPAZIO;
  const asse = `<path d="M${x - 0.5} 0V${cifra(disegnate.altezza)}" stroke="${COLORI.filo}"/>`;
  return inColonna([
    { svg: asse + disegnate.svg, altezza: disegnate.altezza },
    { ...paragrafo(barreFuori(altre), { corpo: 13, colore: COLORI.tenue }), prima: 8 },
  ]);
}
