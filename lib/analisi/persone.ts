import { ESITI, QUASI, TOLTO } from '@/lib/soppressione/kAnonimato';
import { SOGLIA, SOGLIA_PARTICOLARE } from '@/lib/soppressione/soppressione';
import type { CellaGrezza } from './componi';
import { FISSE, GRUPPO } from './dimensioni';
import type { CellaLetta } from './incrocio';
import type { Domanda, Filtro } from './schema';

/**
 * Le persone: che cosa si mostra è deciso prima della domanda (docs/decisioni/0020). I rilasci si riducono a conteggi, ciascuno intero o nascosto; una risposta
 * è una somma di conteggi interi. Ciò che è nascosto non entra in nessun numero, nemmeno in un totale: nessuna sottrazione, tra filtri o tra tabelle, lo ritrova.
 */

type Voci = Readonly<Record<string, string | null>>;
/** Persone con le stesse voci; `n` null: nascosto. */
export type Conteggio = { voci: Voci; n: number | null };
/** Persone k-anonime con le stesse caratteristiche: programma, semestre e le sei che si possono sapere da fuori, più un esito se è chiesto. */
export type Atomo = { voci: Voci; n: number };

const MINORI = '0-17';
const CLASSE = [...FISSE, ...QUASI];

const chiave = (voci: Voci, nomi: readonly string[]): string => JSON.stringify(nomi.map((nome) => voci[nome] ?? null));
const solo = (voci: Voci, nomi: readonly string[]): Voci => Object.fromEntries(nomi.map((nome) => [nome, voci[nome] ?? null]));

function raggruppa<T extends { voci: Voci }>(elementi: readonly T[], nomi: readonly string[]): T[][] {
  const gruppi = new Map<string, T[]>();
  for (const uno of elementi) {
    const nome = chiave(uno.voci, nomi);
    const suo = gruppi.get(nome);
    if (suo) suo.push(uno);
    else gruppi.set(nome, [uno]);
  }
  return [...gruppi.values()];
}
const somma = (atomi: readonly Atomo[]): number => atomi.reduce((n, atomo) => n + atomo.n, 0);

/**
 * I conteggi delle righe k-anonime. Ogni classe vale già almeno cinque; dei minori ne servono dieci: se un gruppo intero non ci arriva è nascosto, se non ci
 * arriva una sua classe cittadinanza e ambito non si distinguono nel gruppo.
 */
export function conteggiDiRighe(atomi: readonly Atomo[]): Conteggio[] {
  return raggruppa(atomi, GRUPPO).flatMap((gruppo): Conteggio[] => {
    const [primo] = gruppo;
    if (!primo) return [];
    const unito = { ...solo(primo.voci, GRUPPO), cittadinanza: TOLTO, ambito: TOLTO };
    if (primo.voci.classe_eta === MINORI && somma(gruppo) < SOGLIA_PARTICOLARE) return [{ voci: unito, n: null }];
    const classi = raggruppa(gruppo, CLASSE).map((classe) => ({ voci: solo(classe[0]?.voci ?? {}, CLASSE), n: somma(classe) }));
    const soglia = primo.voci.classe_eta === MINORI ? SOGLIA_PARTICOLARE : SOGLIA;
    if (classi.every(({ n }) => n >= soglia)) return classi;
    return primo.voci.classe_eta === MINORI
      ? [{ voci: unito, n: somma(gruppo) }]
      : classi.map((c) => ({ ...c, n: c.n < SOGLIA ? null : c.n }));
  });
}

/**
 * I conteggi di un esito, per programma e semestre; con `perSesso` anche per sesso. La tabella di un semestre esce intera o non esce: basta una casella tra 1 e
 * soglia meno 1, o un esito uguale per tutti, e non se ne dice nessuna. Chi sta in un gruppo nascosto di minori qui non c'è: il totale direbbe quanti sono.
 * @param codici gli esiti possibili, `null` compreso
 */
export function conteggiDiEsito(
  atomi: readonly Atomo[],
  esito: string,
  codici: readonly (string | null)[],
  perSesso: boolean,
): Conteggio[] {
  const contati = raggruppa(atomi, GRUPPO).filter((g) => g[0]?.voci.classe_eta !== MINORI || somma(g) >= SOGLIA_PARTICOLARE);
  const visibili = contati.flat();
  const margini = perSesso ? [...FISSE, 'sesso'] : [...FISSE];
  return raggruppa(visibili, FISSE).flatMap((semestre) => {
    const righe = raggruppa(semestre, margini).map((riga) => ({
      voci: solo(riga[0]?.voci ?? {}, margini),
      soglia: riga.every(({ voci }) => voci.classe_eta === MINORI) ? SOGLIA_PARTICOLARE : SOGLIA,
      celle: codici.map((codice) => ({ codice, n: somma(riga.filter(({ voci }) => (voci[esito] ?? null) === codice)) })),
    }));
    const esce = righe.every(({ soglia, celle }) => {
      const piene = celle.filter(({ n }) => n > 0);
      return piene.every(({ n }) => n >= soglia) && !(piene.length === 1 && piene[0]?.codice !== null);
    });
    return righe.flatMap(({ voci, celle }) => celle.map(({ codice, n }) => ({ voci: { ...voci, [esito]: codice }, n: esce ? n : null })));
  });
}

/** L'esito di cui parla una domanda, se ce n'è uno, e se chiede anche il sesso. */
export function esitoDi({ righe, colonne, filtri }: Domanda): { esito: string; perSesso: boolean } | null {
  const usate = [...righe, colonne, ...filtri.map((f) => f.colonna)];
  const esito = ESITI.find((nome) => usate.includes(nome));
  return esito ? { esito, perSesso: usate.includes('sesso') } : null;
}

/** Le colonne da cui si contano gli atomi di una domanda. */
export const colonneAtomi = (domanda: Domanda): readonly string[] => {
  const esito = esitoDi(domanda)?.esito;
  return esito ? [...CLASSE, esito] : CLASSE;
};

const passa = ({ colonna, operatore, valori }: Filtro, voci: Voci): boolean => {
  const voce = voci[colonna] ?? null;
  const dentro = voce !== null && valori.includes(voce);
  return operatore === 'uguale' ? dentro : !dentro;
};

/** La risposta a una domanda sulle persone: le celle e i totali, somme dei conteggi che si mostrano. */
export function rispondi(conteggi: readonly Conteggio[], { righe, colonne, filtri }: Domanda): { celle: CellaLetta[]; quante: number } {
  const scelti = conteggi.filter(({ voci }) => filtri.every((f) => passa(f, voci)));
  const celle = new Map<string, { grezza: CellaGrezza; n: number; nascosti: boolean }>();
  const aggiungi = (livello: CellaGrezza[0], r: (string | null)[], c: string | null, n: number | null): void => {
    const nome = JSON.stringify([livello, r, c]);
    const cella = celle.get(nome) ?? { grezza: [livello, r, c, null], n: 0, nascosti: false };
    celle.set(nome, { ...cella, n: cella.n + (n ?? 0), nascosti: cella.nascosti || n === null });
  };
  for (const { voci, n } of scelti) {
    const r = righe.map((nome) => voci[nome] ?? null);
    const nessuna = righe.map(() => null);
    aggiungi('riga', r, null, n);
    aggiungi('totale', nessuna, null, n);
    if (colonne === null) continue;
    aggiungi('cella', r, voci[colonne] ?? null, n);
    aggiungi('colonna', nessuna, voci[colonne] ?? null, n);
  }
  return {
    celle: [...celle.values()].map(({ grezza: [livello, r, c], n, nascosti }) => ({ grezza: [livello, r, c, String(n)], nascosti })),
    quante: scelti.reduce((tutte, { n }) => tutte + (n ?? 0), 0),
  };
}
