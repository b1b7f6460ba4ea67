import type { Lettore } from './lettori';
import { come, type Dati, delProgetto, diProgettoInBozza, ente, type Regola, type Regole, regione, ricerca, suaRegione } from './regole';
import { deiSuoiEnti, guida, proprio } from './regoleDomande';

/** La classificazione, la rete e le interviste (la Regione legge solo i rilasci): chi codifica vede il proprio foglio, e quello dell'altro solo svelato; la rete la dichiara il capofila a ondata aperta. */

const dellaRicerca: Regola = (chi, riga, d) => ricerca(chi) && suaRegione(chi, riga, d);
const fuoriDagliEnti: Regola = (chi, riga, d) => (regione(chi) || ricerca(chi)) && suaRegione(chi, riga, d);
const diTutti: Regola = (chi, riga, d) => deiSuoiEnti(chi, riga, d) || fuoriDagliEnti(chi, riga, d);
const dellaSuaRegione: Regola = (chi, riga, d) => (ente(chi) && suaRegione(chi, riga, d)) || fuoriDagliEnti(chi, riga, d);
const mia: Regola = (chi: Lettore, riga) => ricerca(chi) && riga.codificatore_id === chi.utente;
const nuova: Regola = (chi, riga, d) => mia(chi, riga, d) && suaRegione(chi, riga, d);

const autrice: Regola = (chi, riga, d) => dellaRicerca(chi, riga, d) && riga.creata_da === chi.utente;

const svelata = (riga: Record<string, unknown>, d: Dati) =>
  d.tornata_codifica?.some((t) => t.id === riga.tornata_id && t.svelata_il !== null) ?? false;
const aperta: Regola = (chi, riga, d) =>
  guida(chi, riga, d) && (d.ondata_rete?.some((o) => o.id === riga.ondata_id && o.chiusa_il === null) ?? false);
const approvabile: Regola = (chi, riga, d) => dellaRicerca(chi, riga, d) && !diProgettoInBozza(riga, d);

const rilasciato = (riga: Record<string, unknown>) => riga.rilasciato_il !== null;
const estratto = (d: Dati, quale: (e: Record<string, unknown>) => boolean) => d.estratto?.some(quale) ?? false;
/** Chi fa ricerca sempre; la Regione se la riga è di un estratto rilasciato. */
const oRilasciata =
  (quale: (riga: Record<string, unknown>, e: Record<string, unknown>) => boolean): Regola =>
  (chi, riga, d) =>
    dellaRicerca(chi, riga, d) || (regione(chi) && suaRegione(chi, riga, d) && estratto(d, (e) => rilasciato(e) && quale(riga, e)));
const decidibile = (riga: Record<string, unknown>, d: Dati) => estratto(d, (e) => e.id === riga.estratto_id && e.svelato_il !== null);

export const DELLA_RICERCA: Record<string, Regole> = {
  'public.classificazione_progetto': { ...delProgetto(true), inserire: approvabile, aggiornare: approvabile },
  'public.schema_classificazione': come({ leggere: dellaSuaRegione, inserire: dellaRicerca }),
  'public.proposta_classificazione': come({
    leggere: diTutti,
    inserire: (chi, riga, d) => guida(chi, riga, d) && proprio(chi, riga),
    aggiornare: guida,
  }),
  'public.tornata_codifica': come({ leggere: fuoriDagliEnti, inserire: dellaRicerca }),
  'public.foglio_codifica': come({
    leggere: (chi, riga, d) => dellaRicerca(chi, riga, d) && (riga.svelato === true || mia(chi, riga, d)),
    inserire: nuova,
    aggiornare: mia,
  }),
  'public.codifica': come({
    leggere: (chi, riga, d) => dellaRicerca(chi, riga, d) && (riga.svelata === true || mia(chi, riga, d)),
    inserire: nuova,
    aggiornare: mia,
  }),
  'public.classificazione_decisa': come({
    leggere: diTutti,
    inserire: (chi, riga, d) => dellaRicerca(chi, riga, d) && riga.decisa_da === chi.utente && svelata(riga, d),
    aggiornare: dellaRicerca,
  }),
  // una domanda salvata è di chi l'ha scritta; condivisa, la legge anche chi fa ricerca nella stessa Regione
  'public.analisi': come({
    leggere: (chi, riga, d) => dellaRicerca(chi, riga, d) && (riga.condivisa === true || autrice(chi, riga, d)),
    inserire: autrice,
    aggiornare: autrice,
    cancellare: autrice,
  }),
  'public.ondata_rete': come({ leggere: dellaSuaRegione, inserire: dellaRicerca, aggiornare: dellaRicerca }),
  'public.intervista': come({
    leggere: oRilasciata((riga, e) => e.intervista_id === riga.id),
    inserire: approvabile,
    aggiornare: dellaRicerca,
  }),
  'public.estratto': come({
    leggere: oRilasciata((riga, e) => e.id === riga.id),
    inserire: (chi, riga, d) => approvabile(chi, riga, d) && riga.autore_id === chi.utente,
    aggiornare: dellaRicerca,
    cancellare: (chi, riga, d) => dellaRicerca(chi, riga, d) && !rilasciato(riga) && riga.codifiche === 0,
  }),
  'public.codifica_estratto': come({
    leggere: (chi, riga, d) => dellaRicerca(chi, riga, d) && (riga.svelata === true || mia(chi, riga, d)),
    inserire: nuova,
    aggiornare: mia,
  }),
  'public.codifica_decisa': come({
    leggere: oRilasciata((riga, e) => e.id === riga.estratto_id),
    inserire: (chi, riga, d) => dellaRicerca(chi, riga, d) && riga.decisa_da === chi.utente && decidibile(riga, d),
    aggiornare: dellaRicerca,
  }),
  'public.nodo_rete': come({ leggere: diTutti, inserire: guida, cancellare: guida }),
  'public.legame_rete': come({ leggere: diTutti, inserire: aperta, aggiornare: aperta, cancellare: aperta }),
};
