import { dimensioneDi, tabellaDi } from './dimensioni';
import type { Cella, Incrocio } from './incrocio';
import { cellaScritta, nomeRiga } from './labels';
import type { Domanda } from './schema';

/** I dati di un grafico che si esplora nel browser: solo ciò che la tabella mostra già, con le sue parole. */
export type DaEsplorare = {
  serie: string[];
  /** `valori[n]` null: in quella serie non c'è nulla da disegnare. `scritti[n]`: che cosa ne dice la tabella. */
  righe: { nome: string; valori: (number | null)[]; scritti: string[] }[];
  /** Le righe sono momenti: si uniscono con una linea. */
  nelTempo: boolean;
  /** Ci sono caselle nascoste o dette solo «almeno»: non si disegnano. */
  conNascoste: boolean;
};

/** Oltre, nemmeno scorrendo il grafico si legge. */
const MASSIMO_RIGHE = 200;

/** Le colonne che contano il tempo pur essendo testi o numeri. */
const MOMENTI: readonly string[] = ['semestre', 'rilevazione'];

const valoreDi = ({ valore, nascosta, parziale }: Cella): number | null => (nascosta || parziale ? null : valore);

/** Una serie per colonna, o una sola con i valori delle righe. @returns null se non c'è nulla da disegnare, o troppo */
export function daEsplorare({ righe, colonne, nomi, oscurato }: Incrocio, domanda: Domanda): DaEsplorare | null {
  const conColonne = nomi.colonne !== null && colonne.length > 0;
  const celleDi = ({ celle, totale }: Incrocio['righe'][number]): Cella[] => (conColonne ? celle : totale ? [totale] : []);
  const dati = righe.map((riga) => ({
    nome: nomeRiga(riga),
    valori: celleDi(riga).map(valoreDi),
    scritti: celleDi(riga).map((cella) => cellaScritta(cella, domanda)),
  }));
  if (dati.length > MASSIMO_RIGHE || dati.every(({ valori }) => valori.every((valore) => valore === null))) return null;
  return {
    serie: conColonne ? colonne.map(({ etichetta }) => etichetta) : ['Valore'],
    righe: dati,
    nelTempo: eNelTempo(domanda) && dati.length > 1,
    conNascoste: oscurato,
  };
}

function eNelTempo({ tabella, righe }: Domanda): boolean {
  const [nome, altra] = righe;
  const sua = tabellaDi(tabella);
  const dimensione = sua && nome !== undefined && altra === undefined ? dimensioneDi(sua, nome) : undefined;
  return !!dimensione && (dimensione.anno || dimensione.colonna.tipo === 'mese' || MOMENTI.includes(dimensione.nome));
}
