import type { Riga } from '../superutente';
import type { Lettore } from './lettori';

/** Le parole con cui l'oracolo dice chi vede e chi scrive una riga: i dati di prova sono quelli che vede il superutente. */
export type Dati = Record<string, Riga[]>;
export type Regola = (chi: Lettore, riga: Riga, dati: Dati) => boolean;
export type Regole = { leggere: Regola; inserire: Regola; aggiornare: Regola; cancellare: Regola };

const mai: Regola = () => false;
export const come = (regole: Partial<Regole>): Regole => ({ leggere: mai, inserire: mai, aggiornare: mai, cancellare: mai, ...regole });

export const ente = (chi: Lettore) => chi.login === 'app_ente';
export const regione = (chi: Lettore) => chi.login === 'app_regione';
export const ricerca = (chi: Lettore) => chi.login === 'app_ricerca';
export const suaRegione: Regola = (chi, riga) => chi.regione !== undefined && riga.regione_id === chi.regione;
export const suoProgetto: Regola = (chi, riga) => chi.progetti.includes(String(riga.progetto_id));
export const daCapofila: Regola = (chi, riga) => chi.capofila.includes(String(riga.progetto_id));
export const suaParte: Regola = (chi, riga, d) =>
  suoProgetto(chi, riga, d) && (riga.organizzazione_id === chi.organizzazione || daCapofila(chi, riga, d));
/** Un'idea che si sta scrivendo è di chi la scrive, anche se la ritira senza averla presentata; approvata, la Regione la vede mentre diventa progetto. */
export const bozza = (progetto: Riga, d: Dati) =>
  progetto.stato === 'IDEA_BOZZA' || (progetto.stato === 'RITIRATO' && !d.versione_progetto?.some((v) => v.progetto_id === progetto.id));
export const diProgettoInBozza = (riga: Riga, d: Dati) => d.progetto?.some((p) => p.id === riga.progetto_id && bozza(p, d)) ?? false;
const PUBBLICI = [
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'AVVIATO',
  'SOSPESO',
  'CONCLUSO',
];
export const progettoPubblico = (id: unknown, dati: Dati) =>
  dati.progetto?.some((p) => p.id === id && PUBBLICI.includes(String(p.stato))) ?? false;

export const dellaRegione = (pubblica: boolean): Regole =>
  come({ leggere: (chi, riga, d) => suaRegione(chi, riga, d) || (pubblica && chi.login === 'app_pubblico') });
/** Le parti di un progetto seguono il progetto: finché è una bozza le vede solo chi lo scrive. */
export const delProgetto = (pubblica: boolean): Regole =>
  come({
    leggere: (chi, riga, d) => {
      if (ente(chi)) return suoProgetto(chi, riga, d);
      return chi.login === 'app_pubblico'
        ? pubblica && progettoPubblico(riga.progetto_id, d)
        : suaRegione(chi, riga, d) && !diProgettoInBozza(riga, d);
    },
  });

/** Le parti di relazione: gli enti del progetto sempre, la Regione da presentata, la ricerca da approvata. */
export const leggereParte: Regola = (chi, riga, d) =>
  ente(chi)
    ? suoProgetto(chi, riga, d)
    : suaRegione(chi, riga, d) && (regione(chi) ? riga.diffusione !== 'BOZZA' : ricerca(chi) && riga.diffusione === 'APPROVATO');

export const rapportoDi = (riga: Riga, d: Dati) => d.rapporto_progetto?.find((r) => r.id === riga.rapporto_id);
const avanzamentoDi = (riga: Riga, d: Dati) => d.avanzamento?.find((a) => a.id === riga.avanzamento_id);
/** La parte di relazione di un ente è ancora nelle sue mani: non consegnata, o rinviata dal capofila. */
export const nelleSueMani = (avanzamento: Riga, d: Dati) =>
  d.rapporto_ente?.some(
    (e) =>
      e.rapporto_id === avanzamento.rapporto_id &&
      e.organizzazione_id === avanzamento.organizzazione_id &&
      ['APERTO', 'RINVIATO'].includes(String(e.stato)),
  ) ?? false;
/** In bozza scrive il capofila, e il partner finché la parte è nelle sue mani; dopo, soltanto ciò che la Regione ha riaperto. */
export const scrivibile: Regola = (chi, avanzamento, d) =>
  avanzamento.riaperto === true ||
  (avanzamento.diffusione === 'BOZZA' && (daCapofila(chi, avanzamento, d) || nelleSueMani(avanzamento, d)));
export const dettaglio: Regola = (chi, riga, d) => {
  const avanzamento = avanzamentoDi(riga, d);
  return (
    ente(chi) && suaParte(chi, riga, d) && avanzamento !== undefined && suoProgetto(chi, avanzamento, d) && scrivibile(chi, avanzamento, d)
  );
};
export const firmato: Regola = (chi, riga, d) =>
  suaRegione(chi, riga, d) && riga.attore_id === chi.utente && riga.organizzazione_id === chi.organizzazione && riga.ruolo === chi.ruolo;
