import { chiaveAzione, gruppiPerCategoria, ultimeOnde } from './pannello';
import type { AzioneLetta, CausaLetta, DatiAttuazione } from './righe';

/** Le cause di ritardo alla data: quanti progetti le indicano, quante azioni, in quali categorie. */

export type RigaCausa = CausaLetta & {
  /** Progetti che la indicano, in un'azione o per il progetto intero: ognuno una volta. */
  progetti: number;
  azioni: number;
  /** Azioni per categoria del valutatore, nell'ordine di `categorie`. */
  perCategoria: number[];
};
export type CauseDiRitardo = {
  categorie: { codice: string; etichetta: string }[];
  /** Solo le cause usate, la più diffusa tra i progetti in alto. */
  righe: RigaCausa[];
  vocabolario: number;
  maiUsate: number;
};

/** Le cause del progetto intero, secondo la sua ultima relazione approvata. */
export function causeDelProgetto({ causeProgetto }: DatiAttuazione): Map<string, string[]> {
  const ordinate = [...causeProgetto].sort((a, b) => a.al.localeCompare(b.al));
  return new Map(ordinate.map(({ progetto, cause }) => [progetto, cause]));
}

/** Un codice usato ma non più nel vocabolario resta visibile con il suo solo codice. */
const conIgnote = (vocabolario: readonly CausaLetta[], usate: Iterable<string>): CausaLetta[] => {
  const note = new Set(vocabolario.map(({ codice }) => codice));
  const ignote = [...new Set(usate)].filter((codice) => !note.has(codice));
  return [...vocabolario, ...ignote.map((codice) => ({ codice, gruppo: 'altro', etichetta: codice, dipendeRegione: false }))];
};

/** Cause × progetti e cause × categorie, dall'ultima rilevazione approvata di ogni azione. */
export function causeDiRitardo(dati: DatiAttuazione): CauseDiRitardo {
  const onde = ultimeOnde(dati.onde);
  const causeDi = ({ progetto, codice }: AzioneLetta): string[] =>
    (onde.get(chiaveAzione(progetto, codice))?.cause ?? []).map((causa) => causa.codice);
  const intere = causeDelProgetto(dati);
  const gruppi = gruppiPerCategoria(dati);
  const usate = [...dati.azioni.flatMap(causeDi), ...[...intere.values()].flat()];
  const righe = conIgnote(dati.cause, usate).map((causa) => {
    const conCausa = new Set(dati.azioni.filter((azione) => causeDi(azione).includes(causa.codice)));
    const perIntero = [...intere].filter(([, cause]) => cause.includes(causa.codice)).map(([progetto]) => progetto);
    return {
      ...causa,
      progetti: new Set([...[...conCausa].map(({ progetto }) => progetto), ...perIntero]).size,
      azioni: conCausa.size,
      perCategoria: gruppi.map(({ azioni }) => azioni.filter((azione) => conCausa.has(azione)).length),
    };
  });
  const presenti = righe.filter(({ progetti }) => progetti > 0);
  return {
    categorie: gruppi.map(({ codice, etichetta }) => ({ codice, etichetta })),
    righe: presenti.sort((a, b) => b.progetti - a.progetti || a.codice.localeCompare(b.codice)),
    vocabolario: righe.length,
    maiUsate: righe.length - presenti.length,
  };
}
