import type { Tabella } from '@/lib/dizionario/contratto';
import type { CellaGrezza } from './componi';
import { codiciDi, type Dimensione, dimensioneDi, nonSommabili, type Vocaboli } from './dimensioni';
import type { Domanda } from './schema';

/** La tabella incrociata, con i totali: la stessa per lo schermo, il grafico e i file. */

/** `codice` null: il valore manca. */
export type Voce = { codice: string | null; etichetta: string };
/**
 * `nascosta`: conta persone che non si possono dire. `parziale`: il valore è il minimo, perché una parte è nascosta. `valore` null senza `nascosta`: non c'è
 * nulla da misurare.
 */
export type Cella = { valore: number | null; nascosta: boolean; parziale: boolean };
export type RigaIncrocio = { voci: Voce[]; celle: Cella[]; totale: Cella | null };
export type Incrocio = {
  /** Come si chiamano le dimensioni delle righe e quella delle colonne. */
  nomi: { righe: string[]; colonne: string | null };
  colonne: Voce[];
  righe: RigaIncrocio[];
  /** I totali in fondo; null se le righe non si sommano. Senza colonne conta solo `totale`. */
  totali: { celle: Cella[]; totale: Cella | null } | null;
  /** Righe della tabella rimaste dopo i filtri; persone, se conta persone. */
  quante: number;
  /** Di queste, quante non hanno il valore misurato. */
  mancanti: number;
  /** C'è almeno una casella nascosta o parziale. */
  oscurato: boolean;
};

/** Una cella di un incrocio da costruire: come esce dal database, o dai conteggi di persone, che possono avere parti nascoste. */
export type CellaLetta = { grezza: CellaGrezza; nascosti?: boolean };

const VUOTA: Cella = { valore: null, nascosta: false, parziale: false };

type Dati = { celle: readonly CellaLetta[]; quante: number; mancanti: number };

/** Costruisce l'incrocio: ordina le voci, mette gli zeri dove un conteggio non ha righe, calcola le percentuali. */
export function incrocia(tabella: Tabella, domanda: Domanda, vocaboli: Vocaboli, { celle, quante, mancanti }: Dati): Incrocio {
  const righe = domanda.righe.flatMap((nome) => dimensioneDi(tabella, nome) ?? []);
  const colonna = domanda.colonne ? dimensioneDi(tabella, domanda.colonne) : undefined;
  const indice = new Map(celle.map((cella) => [chiave(cella.grezza[0], cella.grezza[1], cella.grezza[2]), cella]));
  const conta = domanda.misura.tipo === 'conteggio' || domanda.misura.tipo === 'distinti';
  const leggi = (livello: CellaGrezza[0], r: (string | null)[], c: string | null): Cella =>
    cellaDa(indice.get(chiave(livello, r, c)), conta);
  const chiavi = celle.filter(({ grezza }) => grezza[0] === 'riga').map(({ grezza }) => grezza[1]);
  const ordinate = ordinaRighe(chiavi, righe, vocaboli);
  const codici = colonna
    ? ordinaVoci(
        celle.filter(({ grezza }) => grezza[0] === 'colonna').map(({ grezza }) => grezza[2]),
        colonna,
        vocaboli,
      )
    : [];
  const ferme = nonSommabili(tabella.nome, domanda.misura)?.colonne ?? [];
  const [sommaRighe, sommaColonne] = [!righe.some(({ nome }) => ferme.includes(nome)), !colonna || !ferme.includes(colonna.nome)];
  const nessuna = righe.map(() => null);
  const valori: Incrocio = {
    nomi: { righe: righe.map(({ etichetta }) => etichetta), colonne: colonna?.etichetta ?? null },
    colonne: codici.map((codice) => voceDi(codice, colonna, vocaboli)),
    righe: ordinate.map((r) => ({
      voci: r.map((codice, n) => voceDi(codice, righe[n], vocaboli)),
      celle: codici.map((c) => leggi('cella', r, c)),
      totale: sommaColonne ? leggi('riga', r, null) : null,
    })),
    totali: sommaRighe
      ? { celle: codici.map((c) => leggi('colonna', nessuna, c)), totale: sommaColonne ? leggi('totale', nessuna, null) : null }
      : null,
    quante,
    mancanti,
    oscurato: celle.some(({ nascosti }) => nascosti),
  };
  return domanda.quota === 'valori' ? valori : inQuote(valori, domanda.quota);
}

// i nulli delle righe dei totali e quelli dei valori mancanti si distinguono dal livello
const chiave = (livello: string, righe: readonly (string | null)[], colonna: string | null): string =>
  JSON.stringify([livello, righe, colonna]);

function cellaDa(letta: CellaLetta | undefined, conta: boolean): Cella {
  if (!letta) return conta ? { ...VUOTA, valore: 0 } : VUOTA;
  const testo = letta.grezza[3];
  const valore = testo === null ? null : Number(testo);
  if (!letta.nascosti) return { valore, nascosta: false, parziale: false };
  return valore ? { valore, nascosta: false, parziale: true } : { valore: null, nascosta: true, parziale: false };
}

/** L'etichetta di un codice; di un valore che manca, che cosa vuol dire. */
function voceDi(codice: string | null, dimensione: Dimensione | undefined, vocaboli: Vocaboli): Voce {
  if (!dimensione) return { codice, etichetta: codice ?? '' };
  if (codice === null) return { codice, etichetta: maiuscola(dimensione.colonna.mancanti ?? 'non rilevato') };
  const elenco = dimensione.anno ? null : codiciDi(dimensione.colonna, vocaboli);
  return { codice, etichetta: elenco?.find(([c]) => c === codice)?.[1] ?? codice };
}
const maiuscola = (frase: string): string => frase.slice(0, 1).toLocaleUpperCase('it') + frase.slice(1);

/** L'ordine dell'elenco dei codici; fuori dall'elenco, i numeri come numeri e i testi in italiano. Chi manca sta in fondo. */
function confronta(a: string | null, b: string | null, codici: readonly string[] | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const posto = (codice: string): number => {
    const n = codici?.indexOf(codice) ?? -1;
    return n < 0 ? Number.MAX_SAFE_INTEGER : n;
  };
  return posto(a) - posto(b) || a.localeCompare(b, 'it', { numeric: true }) || (a < b ? -1 : Number(a > b));
}
const elencoDi = (dimensione: Dimensione | undefined, vocaboli: Vocaboli): readonly string[] | null =>
  !dimensione || dimensione.anno ? null : (codiciDi(dimensione.colonna, vocaboli)?.map(([codice]) => codice) ?? null);

const ordinaVoci = (codici: readonly (string | null)[], dimensione: Dimensione, vocaboli: Vocaboli): (string | null)[] =>
  [...codici].sort((a, b) => confronta(a, b, elencoDi(dimensione, vocaboli)));

function ordinaRighe(righe: readonly (string | null)[][], dimensioni: readonly Dimensione[], vocaboli: Vocaboli): (string | null)[][] {
  const elenchi = dimensioni.map((d) => elencoDi(d, vocaboli));
  return [...righe].sort((a, b) => elenchi.reduce((verso, codici, n) => verso || confronta(a[n] ?? null, b[n] ?? null, codici), 0));
}

/** Ogni valore diviso per il suo totale. Di una parte nascosta la percentuale non si dice: né la sua, né quelle che la contengono. */
function inQuote(incrocio: Incrocio, quota: 'riga' | 'colonna' | 'totale'): Incrocio {
  const tutto = incrocio.totali?.totale ?? null;
  const { celle: inFondo = [] } = incrocio.totali ?? {};
  const base = { riga: (riga: Cella | null) => riga, colonna: (_: Cella | null, n: number) => inFondo[n] ?? null, totale: () => tutto }[
    quota
  ];
  const totaleDi = quota === 'riga' ? (riga: Cella | null) => riga : () => tutto;
  return {
    ...incrocio,
    righe: incrocio.righe.map(({ voci, celle, totale }) => ({
      voci,
      celle: celle.map((cella, n) => parte(cella, base(totale, n))),
      totale: totale && parte(totale, totaleDi(totale)),
    })),
    totali: incrocio.totali && {
      celle: inFondo.map((cella, n) => parte(cella, quota === 'colonna' ? cella : base(tutto, n))),
      totale: tutto && parte(tutto, tutto),
    },
  };
}
function parte(cella: Cella, intero: Cella | null): Cella {
  if (!intero) return VUOTA;
  if (cella.nascosta || cella.parziale || intero.nascosta || intero.parziale) return { valore: null, nascosta: true, parziale: false };
  if (cella.valore === null || !intero.valore) return VUOTA;
  return { valore: cella.valore / intero.valore, nascosta: false, parziale: false };
}
