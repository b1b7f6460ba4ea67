import { codiciDi } from '@/lib/indicatori/insiemi';
import { chiave, type Pubblicata, righePubblicate } from '@/lib/indicatori/tabella';
import type { DatiRisorse, PubblicataAlla } from './righe';

/** Le risorse dei progetti e le persone che vi partecipano. Importi in centesimi; un importo che manca non vale zero. */

export type RigaSpesa = {
  progetto: string;
  capofila: string;
  richiesto: bigint | null;
  assegnato: bigint | null;
  /** Assegnato su richiesto, solo se ci sono entrambi. */
  quota: number | null;
  /** Il costo intero del piano approvato: contributo, cofinanziamento, apporti in natura. */
  contributo: bigint | null;
  cofinanziamento: bigint | null;
  natura: bigint | null;
  costo: bigint | null;
  dimostrativo: boolean;
};
export type Spesa = {
  righe: RigaSpesa[];
  /** Quanti progetti hanno l'importo assegnato, e la somma dei loro. */
  conAssegnato: number;
  assegnato: bigint;
  richiesto: bigint;
  costo: bigint;
  /** La quota dei soli progetti con entrambi gli importi. */
  quota: number | null;
  dimostrativi: number;
};

const cents = (scritto: string | null | undefined): bigint | null => (scritto == null ? null : BigInt(scritto));
const somma = (importi: readonly (bigint | null)[]): bigint => importi.reduce<bigint>((tutto, uno) => tutto + (uno ?? 0n), 0n);

/** Una parte su un tutto, con sei decimali; null se manca uno dei due o il tutto è zero. */
export const quotaDi = (parte: bigint | null, tutto: bigint | null): number | null =>
  parte === null || tutto === null || tutto <= 0n ? null : Number((parte * 1_000_000n) / tutto) / 1_000_000;

/** Gli importi dei progetti, nell'ordine del codice, e i totali di quelli noti. */
export function spesaDeiProgetti({ progetti }: Pick<DatiRisorse, 'progetti'>): Spesa {
  const righe = progetti.map(({ codice, territorio, richiestoCents, assegnatoCents, piano, dimostrativo }): RigaSpesa => {
    const [richiesto, assegnato] = [cents(richiestoCents), cents(assegnatoCents)];
    const voci = [cents(piano?.contributoCents), cents(piano?.cofinanziamentoCents), cents(piano?.naturaCents)] as const;
    const [contributo, cofinanziamento, natura] = voci;
    return {
      ...{ progetto: codice, capofila: territorio, richiesto, assegnato, quota: quotaDi(assegnato, richiesto) },
      ...{ contributo, cofinanziamento, natura, costo: piano ? somma(voci) : null, dimostrativo },
    };
  });
  const confrontabili = righe.filter(({ quota }) => quota !== null);
  return {
    righe,
    conAssegnato: righe.filter(({ assegnato }) => assegnato !== null).length,
    assegnato: somma(righe.map((riga) => riga.assegnato)),
    richiesto: somma(righe.map((riga) => riga.richiesto)),
    costo: somma(righe.map((riga) => riga.costo)),
    quota: quotaDi(somma(confrontabili.map((riga) => riga.assegnato)), somma(confrontabili.map((riga) => riga.richiesto))),
    dimostrativi: righe.filter(({ assegnato, dimostrativo }) => dimostrativo && assegnato !== null).length,
  };
}

export type Partecipanti = {
  /** I totali del programma come sono pubblicati: nulli se soppressi. */
  completi: number | null;
  tutti: number | null;
  righe: PubblicataAlla['progetti'];
  soppressi: number;
  indicatori: Pubblicata[];
};

/** I partecipanti di una tabella pubblicata. Qui non si somma e non si sottrae nulla: si dicono solo le celle già decise. */
export function partecipantiPubblicati({ intera, insieme, progetti }: PubblicataAlla): Partecipanti {
  const cella = (universo: 'completi' | 'tutti') => {
    const valore = intera[chiave(universo, 'TOTALE', 'T')];
    return valore === undefined ? 0 : valore;
  };
  return {
    ...{ completi: cella('completi'), tutti: cella('tutti'), righe: progetti },
    soppressi: progetti.filter(({ completi }) => completi === null).length,
    indicatori: righePubblicate(codiciDi(insieme ?? 'FSE'), intera),
  };
}
