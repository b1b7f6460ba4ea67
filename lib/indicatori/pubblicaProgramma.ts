import type { APassi } from '@/lib/passi/passi';
import { sistemaDi } from './equazioni';
import { type CellaDaPubblicare, daOscurare, type Equazione } from './oscura';
import { celleDa, conStoria } from './pubblica';
import { type CellePubblicate, type Conteggi, type Conteggio, conteggiDi, somma } from './tabella';

/**
 * Il programma è la somma delle ultime tabelle pubblicate dei suoi progetti: ciò che un progetto nasconde non deve uscire togliendo gli altri dal totale.
 * Le celle dei progetti sono già uscite e non cambiano; qui si decide che cosa del totale si può dire.
 */
export type ProgrammaGrezzo = {
  progetti: { id: string; numero: number; conteggi: Conteggio[]; intera: CellePubblicate }[];
  /** Le tabelle del programma già pubblicate. */
  prima: ContenutoProgramma[];
};
/** Una pubblicazione del programma: i suoi totali, e con quale pubblicazione di quali progetti. */
export type ContenutoProgramma = {
  intera: CellePubblicate;
  progetti: { id: string; numero: number; completi: number | null; tutti: number | null }[];
};

type Letto = { id: string; conteggi: Conteggi; intera: CellePubblicate };

function* nascosteDelProgramma(intero: Conteggi, progetti: readonly Letto[], gia: readonly CellePubblicate[]): APassi<Set<string>> {
  const { celle: sue, equazioni: legami } = conStoria(sistemaDi(intero), gia);
  const celle = new Map<string, CellaDaPubblicare>(sue);
  const equazioni: Equazione[] = [...legami];
  const parti = new Map<string, string[]>();
  for (const { id, conteggi, intera } of progetti) {
    for (const [k, c] of sistemaDi(conteggi).celle) {
      if (!c.pubblicata || c.valore === 0) continue; // gli zeri si dicono: non nascondono nulla
      celle.set(`${id}|${k}`, { ...c, fissa: true, nascosta: intera[k] === null });
      parti.set(k, [...(parti.get(k) ?? []), `${id}|${k}`]);
    }
  }
  for (const [k, pezzi] of parti) equazioni.push({ tutto: k, parti: pezzi });
  return (yield* daOscurare(celle, equazioni)).chiuse; // ciò che è già uscito altrove non si può più nascondere
}

const totale = (celle: CellePubblicate, k: string): number | null => (celle[k] === undefined ? 0 : celle[k]);

/** La tabella di un programma, e quanti partecipanti ha ogni progetto già pubblicato. */
export function* preparaProgramma({ progetti, prima }: ProgrammaGrezzo): APassi<ContenutoProgramma> {
  const letti = progetti.map(({ id, conteggi, intera }) => ({ id, intera, conteggi: conteggiDi(conteggi) }));
  const intero = somma(letti.map(({ conteggi }) => conteggi));
  const chiuse = yield* nascosteDelProgramma(
    intero,
    letti,
    prima.map((c) => c.intera),
  );
  return {
    intera: celleDa(intero, (k) => chiuse.has(k)),
    progetti: progetti.map(({ id, numero, intera }) => ({
      ...{ id, numero },
      completi: totale(intera, 'completi.TOTALE.T'),
      tutti: totale(intera, 'tutti.TOTALE.T'),
    })),
  };
}
