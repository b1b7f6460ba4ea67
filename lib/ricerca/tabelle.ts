import type { AmbitoLetto, Categoria, DatiTabelle, ProgettoTabelle } from './righe';

/** Le Tabelle 1.1-1.5 e la Figura 3.1 dalle righe semplici. Un progetto conta una volta per categoria; le unioni sono progetti distinti. */

export type RigaAggregazione = {
  progetto: string;
  capofila: string;
  provincia: string;
  popolazione: number | null;
  titolo: string;
  ambiti: AmbitoLetto[];
  enti: ProgettoTabelle['enti'];
};
export type TabellaAggregazioni = {
  righe: RigaAggregazione[];
  totali: { progetti: number; ambiti: number; enti: number; popolazione: number };
};

/** Un segno: vero, falso, oppure null se il valutatore non ha ancora classificato il progetto in quella categoria. */
export type Segno = boolean | null;
export type TabellaInterventi = {
  numero: string;
  colonne: { codice: string; etichetta: string }[];
  righe: { progetto: string; capofila: string; segni: Segno[] }[];
  /** Progetti con il segno, colonna per colonna. */
  totali: number[];
  /** Progetti distinti con almeno un segno. */
  almenoUno: number;
};

export type Riquadro = { progetti: number; categorie: string[] };
export type Figura31 = {
  progetti: number;
  righe: { macro: NonNullable<Categoria['macro']>; servizi: Riquadro; azioni: Riquadro; inTutto: number }[];
};

const distinti = (valori: Iterable<string | number>): number => new Set(valori).size;

/** Le righe della Tabella 1.1: capofila, popolazione, titolo, ambiti, enti gestori. */
export const righeAggregazioni = (progetti: readonly ProgettoTabelle[]): RigaAggregazione[] =>
  progetti.map(({ codice, territorio, classificazione: _, ...resto }) => ({ progetto: codice, capofila: territorio, ...resto }));

/** Tabella 1.1 intera. La popolazione non nota resta fuori dal totale. */
export function tabellaAggregazioni({ progetti }: DatiTabelle): TabellaAggregazioni {
  return {
    righe: righeAggregazioni(progetti),
    totali: {
      progetti: progetti.length,
      ambiti: distinti(progetti.flatMap(({ ambiti }) => ambiti.map(({ numero }) => numero))),
      enti: distinti(progetti.flatMap(({ enti }) => enti.map(({ codice }) => codice))),
      popolazione: progetti.reduce((somma, { popolazione }) => somma + (popolazione ?? 0), 0),
    },
  };
}

/** Un progetto per i conti: bastano i suoi segni. */
type Classificato = Pick<ProgettoTabelle, 'classificazione'>;

const conAlmenoUno = (progetti: readonly Classificato[], categorie: readonly Categoria[]): Classificato[] =>
  progetti.filter(({ classificazione }) => categorie.some(({ codice }) => classificazione[codice] === true));

function tabellaInterventi(
  numero: string,
  categorie: readonly Categoria[],
  progetti: readonly Classificato[],
  visti: readonly Visto[],
): TabellaInterventi {
  return {
    numero,
    colonne: categorie.map(({ codice, etichetta }) => ({ codice, etichetta })),
    righe: visti.map(({ codice, territorio, classificazione }) => ({
      progetto: codice,
      capofila: territorio,
      segni: categorie.map((categoria) => classificazione[categoria.codice] ?? null),
    })),
    totali: categorie.map((categoria) => conAlmenoUno(progetti, [categoria]).length),
    almenoUno: conAlmenoUno(progetti, categorie).length,
  };
}

type Conti = { categorie: Categoria[]; progetti: readonly Classificato[] };
type Visto = Pick<ProgettoTabelle, 'codice' | 'territorio' | 'classificazione'>;

/**
 * Le Tabelle 1.2-1.5, nell'ordine del numero: quali categorie stanno in quale tabella lo dice il vocabolario della Regione. I totali sono di tutti i
 * progetti, le righe dei soli `visti`.
 */
export function interventiDi({ categorie, progetti }: Conti, visti: readonly Visto[]): TabellaInterventi[] {
  const numeri = [...new Set(categorie.flatMap(({ tabella }) => (tabella === null ? [] : [tabella])))].sort();
  return numeri.map((numero) =>
    tabellaInterventi(
      numero,
      categorie.filter(({ tabella }) => tabella === numero),
      progetti,
      visti,
    ),
  );
}

/** Le Tabelle 1.2-1.5 intere. */
export const tabelleInterventi = (dati: DatiTabelle): TabellaInterventi[] => interventiDi(dati, dati.progetti);

/** Figura 3.1: progetti distinti per macro intervento e tipo, e per macro intervento in tutto. */
export function figura31({ categorie, progetti }: Conti): Figura31 {
  const riquadro = (macro: Categoria['macro'], tipo: Categoria['tipo']): Riquadro => {
    const scelte = categorie.filter((categoria) => categoria.macro === macro && categoria.tipo === tipo);
    return { progetti: conAlmenoUno(progetti, scelte).length, categorie: scelte.map(({ etichetta }) => etichetta) };
  };
  return {
    progetti: progetti.length,
    righe: (['INNOVAZIONE_SOCIALE', 'WELFARE_TERRITORIALE'] as const).map((macro) => ({
      macro,
      servizi: riquadro(macro, 'SERVIZIO'),
      azioni: riquadro(macro, 'AZIONE'),
      inTutto: conAlmenoUno(
        progetti,
        categorie.filter((categoria) => categoria.macro === macro),
      ).length,
    })),
  };
}
