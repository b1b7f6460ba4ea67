import type { Configurazione } from '@/lib/bandi/configurazione';
import { spettaAgliAmbiti } from '@/lib/bandi/importiAmbito';
import type { FaseValutata } from './schema';

/**
 * La graduatoria di un bando, secondo la sua regola. Pura: le stesse domande, in qualunque ordine arrivino, danno la stessa graduatoria.
 * Le risorse si assegnano in ordine e per intero: la prima domanda che non sta in ciò che resta ferma lo scorrimento, nessuna la scavalca.
 */

export type DomandaValutata = {
  progettoId: string;
  codice: string;
  /** Istante dell'ultima presentazione (ms): chi riprende e ripresenta passa dopo. */
  presentataMs: number;
  /** Centesimi di punto per criterio e in tutto. */
  centesimi: Record<string, number>;
  totaleCentesimi: number;
  richiestoCents: bigint | null;
  /** Quanto la Regione ha già deciso di dare: da allora conta questo. */
  assegnatoCents: bigint | null;
  /** I numeri degli ambiti. */
  ambiti: number[];
  /** Fuori dalla graduatoria dopo essere stata valutata. */
  uscita: 'NON_APPROVATA' | 'RITIRATA' | null;
};

export type EsitoGraduatoria =
  | 'IDONEA'
  | 'FINANZIABILE'
  | 'NON_FINANZIABILE'
  | 'IMPORTO_MANCANTE'
  | 'SOTTO_SOGLIA'
  | 'NON_APPROVATA'
  | 'RITIRATA';

export type RigaGraduatoria<D extends DomandaValutata = DomandaValutata> = D & {
  /** Da 1; null per chi non è in graduatoria. */
  posizione: number | null;
  esito: EsitoGraduatoria;
  /** Le chiavi dei criteri sotto soglia. */
  sottoSoglia: string[];
  /** Quanto spetta agli ambiti della domanda (solo bandi non competitivi). */
  spettaCents: bigint | null;
};

export type RegolaGraduatoria = Pick<Configurazione, 'tipo' | 'griglia' | 'parita' | 'sogliaTotaleCentesimi' | 'importiPerAmbito'> & {
  fase: FaseValutata;
  dotazioneCents: bigint;
};

export type Graduatoria<D extends DomandaValutata = DomandaValutata> = {
  righe: RigaGraduatoria<D>[];
  impegnatoCents: bigint;
  residuoCents: bigint;
};

const confronta = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** L'ordine della regola; alla fine codice e identificativo, perché due domande diverse non siano mai pari. */
export function ordine({ tipo, parita }: Pick<RegolaGraduatoria, 'tipo' | 'parita'>, a: DomandaValutata, b: DomandaValutata): number {
  const ultimo = confronta(a.codice, b.codice) || confronta(a.progettoId, b.progettoId);
  const arrivo = confronta(a.presentataMs, b.presentataMs) || ultimo;
  if (tipo === 'SPORTELLO') return arrivo;
  if (tipo === 'NON_COMPETITIVO') return confronta(Math.min(...a.ambiti, 1e9), Math.min(...b.ambiti, 1e9)) || ultimo;
  const piuPunti = confronta(b.totaleCentesimi, a.totaleCentesimi);
  const preferenza = parita.map((k) => confronta(b.centesimi[k] ?? 0, a.centesimi[k] ?? 0)).find((esito) => esito !== 0);
  return piuPunti || preferenza || arrivo;
}

/** I criteri in cui la domanda non arriva alla soglia. */
const criteriSottoSoglia = (regola: RegolaGraduatoria, { centesimi }: DomandaValutata): string[] =>
  regola.griglia
    .filter(({ visibilita }) => visibilita === 'ENTRAMBI' || visibilita === regola.fase)
    .filter(({ chiave, soglia }) => (centesimi[chiave] ?? 0) < soglia * 100)
    .map(({ chiave }) => chiave);

/** Prima chi è in graduatoria, poi chi è sotto soglia, poi chi ne è uscito. Nei bandi non competitivi la soglia non sposta nessuno. */
const gruppo = (tipo: Configurazione['tipo'], { esito }: { esito: EsitoGraduatoria }): number =>
  esito === 'NON_APPROVATA' || esito === 'RITIRATA' ? 2 : esito === 'SOTTO_SOGLIA' && tipo !== 'NON_COMPETITIVO' ? 1 : 0;

export function graduatoria<D extends DomandaValutata>(regola: RegolaGraduatoria, domande: readonly D[]): Graduatoria<D> {
  const righe = domande
    .map((d): RigaGraduatoria<D> => {
      const sottoSoglia = criteriSottoSoglia(regola, d);
      const bassa = sottoSoglia.length > 0 || d.totaleCentesimi < regola.sogliaTotaleCentesimi;
      return {
        ...d,
        posizione: null,
        sottoSoglia,
        spettaCents: spettaAgliAmbiti(regola, d.ambiti),
        esito: d.uscita ?? (bassa ? 'SOTTO_SOGLIA' : 'IDONEA'),
      };
    })
    .sort((a, b) => gruppo(regola.tipo, a) - gruppo(regola.tipo, b) || ordine(regola, a, b));
  if (regola.tipo === 'NON_COMPETITIVO') return { righe, impegnatoCents: 0n, residuoCents: regola.dotazioneCents };
  righe
    .filter(({ esito }) => esito === 'IDONEA')
    .forEach((riga, i) => {
      riga.posizione = i + 1;
    });
  const impegnatoCents = regola.fase === 'PROGETTO' ? finanzia(righe, regola.dotazioneCents) : 0n; // un'idea non chiede ancora un importo
  return { righe, impegnatoCents, residuoCents: regola.dotazioneCents - impegnatoCents };
}

/** Tolto ciò che la Regione ha già deciso, assegna il resto in ordine di posizione; restituisce quanto si impegna in tutto. */
function finanzia(righe: RigaGraduatoria[], dotazione: bigint): bigint {
  let impegnato = righe.reduce((somma, { assegnatoCents, uscita }) => (uscita ? somma : somma + (assegnatoCents ?? 0n)), 0n);
  let esaurite = false;
  for (const riga of righe.filter(({ posizione }) => posizione !== null)) {
    if (riga.assegnatoCents !== null) {
      riga.esito = 'FINANZIABILE';
    } else if (riga.richiestoCents === null) {
      riga.esito = 'IMPORTO_MANCANTE';
    } else {
      esaurite ||= impegnato + riga.richiestoCents > dotazione;
      riga.esito = esaurite ? 'NON_FINANZIABILE' : 'FINANZIABILE';
      if (!esaurite) impegnato += riga.richiestoCents;
    }
  }
  return impegnato;
}
