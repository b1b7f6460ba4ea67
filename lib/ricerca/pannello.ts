import { STATI_IN_ORDINE, type StatoAzione } from '@/lib/attuazione/schema';
import type { AzioneLetta, DatiAttuazione, Onda } from './righe';
import type { FiltriRicerca } from './schema';

/** Il pannello di attuazione: che cosa si sapeva di ogni azione alla data. Puro: la data è già nelle righe. */

/** La chiave di un conteggio: uno stato, o "non rilevata" (la fonte non lo dice, o non c'è ancora una relazione approvata). */
export type ChiaveStato = StatoAzione | 'NON_RILEVATA';
export const CHIAVI_STATO: readonly ChiaveStato[] = [...STATI_IN_ORDINE, 'NON_RILEVATA'];

/** L'indice sintetico di attuazione (scelta IRES): media da 0 a 1 e quante azioni ha potuto contare. null se nessuna. */
export type Indice = { valore: number | null; azioni: number; sospese: number };
export type RigaStatiCategoria = {
  codice: string;
  etichetta: string;
  /** Falso per le attività intermedie, che non entrano nelle Tabelle 1.2-1.5. */
  inTabelle: boolean;
  conteggi: Record<ChiaveStato, number>;
  totale: number;
  indice: Indice;
};
export type StatiPerCategoria = {
  righe: RigaStatiCategoria[];
  totali: Record<ChiaveStato, number>;
  indice: Indice;
  /** Azioni (e loro progetti) che alla data non hanno una relazione approvata. */
  senzaRilevazione: { azioni: number; progetti: number };
};

const PESI: Partial<Record<StatoAzione, number>> = {
  NON_AVVIATA: 0,
  IN_PREPARAZIONE: 0.25,
  IN_CORSO: 0.5,
  PARZIALMENTE_REALIZZATA: 0.75,
  COMPLETATA: 1,
};

/** Le sole righe di un ambito e di una categoria. Con una categoria escono cause e quantità del progetto intero: non ne hanno una. */
export function filtra(dati: DatiAttuazione, { ambito, categoria }: Pick<FiltriRicerca, 'ambito' | 'categoria'>): DatiAttuazione {
  if (ambito === null && categoria === null) return dati;
  const progetti = dati.progetti.filter(({ ambiti }) => ambito === null || ambiti.includes(ambito));
  const codici = new Set(progetti.map(({ codice }) => codice));
  const azioni = dati.azioni.filter((azione) => codici.has(azione.progetto) && (categoria === null || azione.categoria === categoria));
  const scelte = new Set(azioni.map(({ progetto, codice }) => chiaveAzione(progetto, codice)));
  return {
    ...dati,
    progetti,
    azioni,
    onde: dati.onde.filter(({ progetto, azione }) => scelte.has(chiaveAzione(progetto, azione))),
    causeProgetto: categoria === null ? dati.causeProgetto.filter(({ progetto }) => codici.has(progetto)) : [],
    quantita: dati.quantita.filter(({ azione, progetto }) =>
      azione === null ? categoria === null && codici.has(progetto) : scelte.has(chiaveAzione(progetto, azione)),
    ),
    sospensioni: dati.sospensioni.filter(({ progetto }) => codici.has(progetto)),
  };
}

/** Il codice di un'azione è unico dentro il suo progetto. */
export const chiaveAzione = (progetto: string, azione: string): string => `${progetto} ${azione}`;

/** Le rilevazioni di ogni azione (`chiaveAzione`), dalla prima all'ultima. */
export function ondePerAzione(onde: readonly Onda[]): Map<string, Onda[]> {
  const mappa = new Map<string, Onda[]>();
  for (const onda of onde) {
    const chiave = chiaveAzione(onda.progetto, onda.azione);
    const serie = mappa.get(chiave);
    if (serie) serie.push(onda);
    else mappa.set(chiave, [onda]);
  }
  for (const serie of mappa.values()) serie.sort((a, b) => a.al.localeCompare(b.al));
  return mappa;
}

/** L'ultima rilevazione approvata di ogni azione (`chiaveAzione`): ciò che si sa di lei alla data. */
export const ultimeOnde = (onde: readonly Onda[]): Map<string, Onda> =>
  new Map([...ondePerAzione(onde)].flatMap(([azione, serie]) => serie.slice(-1).map((onda) => [azione, onda] as const)));

/** Il peso nell'indice: una sospesa tiene quello dell'ultimo stato che ne aveva uno; null = non si conta. */
function pesoDi(serie: readonly Onda[]): number | null {
  const ultimo = serie.at(-1)?.stato ?? null;
  if (ultimo !== 'SOSPESA') return ultimo === null ? null : (PESI[ultimo] ?? null);
  const prima = serie.findLast(({ stato }) => stato !== null && PESI[stato] !== undefined)?.stato;
  return prima ? (PESI[prima] ?? null) : null;
}

function indiceDi(serie: readonly (readonly Onda[])[]): Indice {
  const pesi = serie.map(pesoDi).filter((peso) => peso !== null);
  return {
    valore: pesi.length === 0 ? null : pesi.reduce((somma, peso) => somma + peso, 0) / pesi.length,
    azioni: pesi.length,
    sospese: serie.filter((onde) => onde.at(-1)?.stato === 'SOSPESA' && pesoDi(onde) !== null).length,
  };
}

const contaStati = (serie: readonly (readonly Onda[])[]): Record<ChiaveStato, number> => {
  const conteggi = Object.fromEntries(CHIAVI_STATO.map((stato) => [stato, 0])) as Record<ChiaveStato, number>;
  for (const onde of serie) conteggi[onde.at(-1)?.stato ?? 'NON_RILEVATA'] += 1;
  return conteggi;
};

/** Azioni per stato e categoria, la più numerosa in alto e le intermedie in fondo; ogni azione è contata una volta. */
export function statiPerCategoria(dati: DatiAttuazione): StatiPerCategoria {
  const onde = ondePerAzione(dati.onde);
  const serieDi = (azioni: readonly AzioneLetta[]) => azioni.map(({ progetto, codice }) => onde.get(chiaveAzione(progetto, codice)) ?? []);
  const righe = gruppiPerCategoria(dati).map(({ azioni, ...categoria }) => {
    const serie = serieDi(azioni);
    return { ...categoria, conteggi: contaStati(serie), totale: azioni.length, indice: indiceDi(serie) };
  });
  const tutte = serieDi(dati.azioni);
  const mute = dati.azioni.filter(({ progetto, codice }) => !onde.has(chiaveAzione(progetto, codice)));
  return {
    righe: righe.sort((a, b) => Number(b.inTabelle) - Number(a.inTabelle) || b.totale - a.totale),
    totali: contaStati(tutte),
    indice: indiceDi(tutte),
    senzaRilevazione: { azioni: mute.length, progetti: new Set(mute.map(({ progetto }) => progetto)).size },
  };
}

type Gruppo = { codice: string; etichetta: string; inTabelle: boolean; azioni: AzioneLetta[] };

/** Le azioni per categoria del valutatore, nell'ordine del vocabolario; quelle non classificate hanno il loro gruppo. */
export function gruppiPerCategoria({ categorie, azioni }: Pick<DatiAttuazione, 'categorie' | 'azioni'>): Gruppo[] {
  const gruppi: Gruppo[] = categorie.map(({ codice, etichetta, tabella }) => ({
    codice,
    etichetta,
    inTabelle: tabella !== null,
    azioni: azioni.filter(({ categoria }) => categoria === codice),
  }));
  const note = new Set(categorie.map(({ codice }) => codice));
  const senza = azioni.filter(({ categoria }) => categoria === null || !note.has(categoria));
  gruppi.push({ codice: 'non_classificata', etichetta: 'Non classificata', inTabelle: false, azioni: senza });
  return gruppi.filter((gruppo) => gruppo.azioni.length > 0);
}
