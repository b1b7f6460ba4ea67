import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { TOTALE } from './codici';
import { sistemaDi } from './equazioni';
import { codiciDi } from './insiemi';
import { type CellaDaPubblicare, daOscurare, type Equazione } from './oscura';
import { nascosteDi } from './pubblica';
import type { ProgrammaLetto } from './queriesProgramma';
import { type Conteggi, chiave, conteggiDi, type Pubblicata, pubblicate, somma, type Universo } from './tabella';

/**
 * Il programma e la somma dei suoi progetti, che hanno ciascuno la sua pagina: cio che un progetto nasconde non deve uscire togliendo gli altri dal totale.
 * Le celle dei progetti sono gia decise (nascosteDi, sempre uguale); qui si decide che cosa del totale si puo dire.
 */
type Letto = { conteggi: Conteggi; nascoste: ReadonlySet<string> };

function nascosteDelProgramma(intero: Conteggi, progetti: ReadonlyMap<string, Letto>): Set<string> {
  const { celle: sue, equazioni: legami } = sistemaDi(intero);
  const celle = new Map<string, CellaDaPubblicare>(sue);
  const equazioni: Equazione[] = [...legami];
  const parti = new Map<string, string[]>();
  for (const [id, { conteggi, nascoste }] of progetti) {
    for (const [k, c] of sistemaDi(conteggi).celle) {
      if (!c.pubblicata || c.valore === 0) continue; // gli zeri si dicono: non nascondono nulla
      celle.set(`${id}|${k}`, { ...c, fissa: true, nascosta: nascoste.has(k) });
      parti.set(k, [...(parti.get(k) ?? []), `${id}|${k}`]);
    }
  }
  for (const [k, pezzi] of parti) equazioni.push({ tutto: k, parti: pezzi });
  return daOscurare(celle, equazioni);
}

export type ProgrammaPubblicato = {
  righe: Pubblicata[];
  progetti: { id: string; codice: string; titolo: string; insieme: InsiemeIndicatori; completi: number | null; tutti: number | null }[];
};

/** La tabella di un programma con un insieme di indicatori, e quanti partecipanti ha ogni suo progetto. */
export function pubblicaProgramma({ progetti }: ProgrammaLetto, insieme: InsiemeIndicatori): ProgrammaPubblicato {
  const letti = new Map(
    progetti.map(({ id, conteggi: righe }) => {
      const conteggi = conteggiDi(righe);
      return [id, { conteggi, nascoste: nascosteDi(conteggi) }] as const;
    }),
  );
  const intero = somma([...letti.values()].map(({ conteggi }) => conteggi));
  const chiuse = nascosteDelProgramma(intero, letti);
  const totale = (id: string, universo: Universo): number | null => {
    const k = chiave(universo, TOTALE, 'T');
    const letto = letti.get(id);
    return letto?.nascoste.has(k) ? null : (letto?.conteggi.get(k) ?? 0);
  };
  return {
    righe: pubblicate(codiciDi(insieme), intero, (k) => chiuse.has(k)),
    progetti: progetti.map(({ conteggi: _, ...progetto }) => ({
      ...progetto,
      completi: totale(progetto.id, 'completi'),
      tutti: totale(progetto.id, 'tutti'),
    })),
  };
}

/** L'insieme da mostrare se nessuno e chiesto: quello che chiedono piu progetti. */
export function insiemeDi(progetti: ProgrammaLetto['progetti']): InsiemeIndicatori {
  const quanti = (insieme: InsiemeIndicatori) => progetti.filter((p) => p.insieme === insieme).length;
  const insiemi: InsiemeIndicatori[] = ['FSE', 'FSE_PLUS', 'FSE_PLUS_L'];
  return insiemi.sort((a, b) => quanti(b) - quanti(a))[0] ?? 'FSE';
}
