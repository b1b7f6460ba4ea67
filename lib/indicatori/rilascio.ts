import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import type { APassi } from '@/lib/passi/passi';
import { celleDa, type Incompleto, incompletiPubblici, nascosteDi, nascosteInsieme, type Parte } from './pubblica';
import { type CellePubblicate, type Conteggio, conteggiDi, meno } from './tabella';

/** Le tabelle di rilascio con gli indicatori: di un progetto, la stessa protetta da un suo ente, di un programma. */
export const INDICATORI = 'INDICATORI';
export const INDICATORI_ENTE = 'INDICATORI_ENTE';
export const INDICATORI_PROGRAMMA = 'INDICATORI_PROGRAMMA';

/** Una pubblicazione, come si conserva. `al`: l'ultimo giorno di ingresso contato (AAAA-MM-GG); `relazione`: il suo id, se nasce da un'approvazione. */
export type Contenuto = {
  al: string;
  relazione: string | null;
  intera: CellePubblicate;
  azioni: Record<string, CellePubblicate>;
  periodi: Record<string, CellePubblicate>;
  incompleti: Record<string, CellePubblicate>;
};
/** La stessa per un ente: solo l'intera, con le sue persone di quel giorno (le conosce: servono alla pubblicazione dopo). */
export type ContenutoEnte = Pick<Contenuto, 'al' | 'relazione' | 'intera' | 'incompleti'> & { miei: CellePubblicate };

/** I conteggi di un progetto come escono da accesso.conteggi_indicatori, con le pubblicazioni di prima. */
export type Grezzi = {
  al: string;
  insieme: InsiemeIndicatori;
  intera: Conteggio[];
  azioni: Record<string, Conteggio[]>;
  periodi: Record<string, Conteggio[]>;
  enti: Record<string, Conteggio[]>;
  incompleti: Incompleto[];
  numero: number;
  /** L'istante dell'ultima pubblicazione. */
  ultimo: string | null;
  prima: Contenuto[];
  primaEnti: Record<string, ContenutoEnte[]>;
};

/** Ciò che si pubblica di un progetto: la tabella della Regione e della ricerca, e per ogni ente quella che non gli dice quante poche sono le altre persone. */
export function* preparaRilascio(
  grezzi: Grezzi,
  relazione: string | null,
): APassi<{ contenuto: Contenuto; enti: Record<string, ContenutoEnte> }> {
  const intera = conteggiDi(grezzi.intera);
  const parti = partiDi(grezzi);
  const { chiuse, nelleParti, taciute } = yield* nascosteInsieme(
    intera,
    grezzi.prima.map((c) => c.intera),
    parti,
  );
  const tabelle = (genere: Parte['genere']) =>
    Object.fromEntries(
      parti
        .filter((p) => p.genere === genere)
        .map(({ nome, conteggi }) => [nome, celleDa(conteggi, (k) => taciute.has(nome) || nelleParti.has(`${nome}|${k}`))]),
    );
  const contenuto: Contenuto = {
    ...{ al: grezzi.al, relazione, intera: celleDa(intera, (k) => chiuse.has(k)) },
    ...{ azioni: tabelle('azione'), periodi: tabelle('periodo'), incompleti: incompletiPubblici(grezzi.incompleti) },
  };
  const enti: Record<string, ContenutoEnte> = {};
  for (const id of Object.keys(grezzi.enti)) enti[id] = yield* perEnte(grezzi, relazione, id);
  return { contenuto, enti };
}

function partiDi({ azioni, periodi, prima }: Grezzi): Parte[] {
  const gia = (leggi: (c: Contenuto) => CellePubblicate | undefined) =>
    prima.flatMap((c) => {
      const celle = leggi(c);
      return celle ? [celle] : [];
    });
  return [
    ...Object.entries(azioni).map(
      ([nome, righe]): Parte => ({ nome, genere: 'azione', conteggi: conteggiDi(righe), gia: gia((c) => c.azioni[nome]) }),
    ),
    ...Object.entries(periodi).map(
      ([nome, righe]): Parte => ({ nome, genere: 'periodo', conteggi: conteggiDi(righe), gia: gia((c) => c.periodi[nome]) }),
    ),
  ];
}

/** Gli altri come un ente li ricavava da una pubblicazione di prima: la cella mostrata, tolte le sue persone di allora. */
const altriDi = ({ intera, miei }: ContenutoEnte): CellePubblicate =>
  Object.fromEntries(
    [...new Set([...Object.keys(intera), ...Object.keys(miei)])].map((k) => [
      k,
      intera[k] === null ? null : (intera[k] ?? 0) - (miei[k] ?? 0),
    ]),
  );

function* perEnte({ al, intera, enti, incompleti, primaEnti }: Grezzi, relazione: string | null, id: string): APassi<ContenutoEnte> {
  const [tutti, miei] = [conteggiDi(intera), conteggiDi(enti[id] ?? [])];
  const chiuse = yield* nascosteDi(meno(tutti, miei), (primaEnti[id] ?? []).map(altriDi));
  const { [id]: _, ...altri } = incompletiPubblici(incompleti.filter(([ente]) => ente !== id));
  return {
    ...{ al, relazione, intera: celleDa(tutti, (k) => chiuse.has(k)), miei: celleDa(miei, () => false) },
    incompleti: altri,
  };
}
