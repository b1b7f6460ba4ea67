import { dimensioneDi, tabellaDi } from './dimensioni';
import type { Cella, Incrocio } from './incrocio';
import { cellaScritta, nomeRiga } from './labels';
import type { Domanda } from './schema';

/** I dati di un grafico che si esplora nel browser: solo ciò che la tabella mostra già, con le sue parole. */
export type DaEsplorare = {
  serie: { chiave: string; nome: string }[];
  /** `valori[n]` null: in quella serie non c'è nulla da disegnare. `scritti[n]`: che cosa ne dice la tabella. */
  righe: RigaDaEsplorare[];
  /** Le righe sono momenti: si uniscono con una linea, ciascuna alla sua distanza dalle altre. */
  nelTempo: boolean;
  /** Nel tempo: c'è anche la riga di chi non ha il momento, che nella linea non ha posto. */
  senzaMomento: boolean;
  /** Ci sono caselle nascoste o dette solo «almeno»: non si disegnano. */
  conNascoste: boolean;
};

/** `momento`: quando, nel tempo, in mesi o in rilevazioni; null se non si sa. */
export type RigaDaEsplorare = { nome: string; momento: number | null; valori: (number | null)[]; scritti: string[] };

/** Oltre, nemmeno scorrendo il grafico si legge. */
const MASSIMO_RIGHE = 200;

/** Le colonne che contano il tempo pur essendo testi o numeri. */
const MOMENTI: readonly string[] = ['semestre', 'rilevazione'];

const valoreDi = ({ valore, nascosta, parziale }: Cella): number | null => (nascosta || parziale ? null : valore);

/** Una serie per colonna, o una sola con i valori delle righe. @returns null se non c'è nulla da disegnare, o troppo */
export function daEsplorare({ righe, colonne, nomi, oscurato }: Incrocio, domanda: Domanda): DaEsplorare | null {
  const conColonne = nomi.colonne !== null && colonne.length > 0;
  const celleDi = ({ celle, totale }: Incrocio['righe'][number]): Cella[] => (conColonne ? celle : totale ? [totale] : []);
  const temporale = eNelTempo(domanda);
  const tutte = righe.map((riga) => ({
    nome: nomeRiga(riga),
    momento: temporale ? momentoDi(riga.voci[0]?.codice ?? null) : null,
    valori: celleDi(riga).map(valoreDi),
    scritti: celleDi(riga).map((cella) => cellaScritta(cella, domanda)),
  }));
  if (tutte.length > MASSIMO_RIGHE || tutte.every(({ valori }) => valori.every((valore) => valore === null))) return null;
  const momenti = tutte.filter(({ momento }) => momento !== null);
  const nelTempo = momenti.length > 1;
  return {
    serie: conColonne
      ? colonne.map(({ codice, etichetta }) => ({ chiave: codice ?? '', nome: etichetta }))
      : [{ chiave: '', nome: 'Valore' }],
    righe: nelTempo ? momenti : tutte,
    nelTempo,
    senzaMomento: nelTempo && momenti.length < tutte.length,
    conNascoste: oscurato,
  };
}

/** Un anno, un mese o un semestre, in mesi da anno zero; il numero di una rilevazione. Null per ciò che non è un momento. */
function momentoDi(codice: string | null): number | null {
  if (codice === null) return null;
  const [, anno, mese, semestre] = /^(\d{4})(?:-(\d{2})|-([12]))?$/.exec(codice) ?? [];
  if (anno !== undefined) return Number(anno) * 12 + (mese ? Number(mese) - 1 : (Number(semestre ?? 1) - 1) * 6);
  return /^\d{1,3}$/.test(codice) ? Number(codice) : null;
}

function eNelTempo({ tabella, righe }: Domanda): boolean {
  const [nome, altra] = righe;
  const sua = tabellaDi(tabella);
  const dimensione = sua && nome !== undefined && altra === undefined ? dimensioneDi(sua, nome) : undefined;
  return !!dimensione && (dimensione.anno || dimensione.colonna.tipo === 'mese' || MOMENTI.includes(dimensione.nome));
}
