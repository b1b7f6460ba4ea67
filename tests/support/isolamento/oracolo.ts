import type { Riga } from '../superutente';
import type { Lettore } from './lettori';

/**
 * Chi vede e chi scrive che cosa, ridetto qui senza guardare le policy: la prova confronta le due voci.
 * Una tabella che non compare in TABELLE fa fallire la prova: chi la aggiunge deve dire di chi è.
 */
export type Dati = Record<string, Riga[]>;
type Regola = (chi: Lettore, riga: Riga, dati: Dati) => boolean;
type Regole = { leggere: Regola; inserire: Regola; aggiornare: Regola; cancellare: Regola };

const mai: Regola = () => false;
const come = (regole: Partial<Regole>): Regole => ({ leggere: mai, inserire: mai, aggiornare: mai, cancellare: mai, ...regole });

const ente = (chi: Lettore) => chi.login === 'app_ente';
const regione = (chi: Lettore) => chi.login === 'app_regione';
const ricerca = (chi: Lettore) => chi.login === 'app_ricerca';
const suaRegione: Regola = (chi, riga) => chi.regione !== undefined && riga.regione_id === chi.regione;
const suoProgetto: Regola = (chi, riga) => chi.progetti.includes(String(riga.progetto_id));
const daCapofila: Regola = (chi, riga) => chi.capofila.includes(String(riga.progetto_id));
const suaParte: Regola = (chi, riga, d) =>
  suoProgetto(chi, riga, d) && (riga.organizzazione_id === chi.organizzazione || daCapofila(chi, riga, d));
const bozza = (riga: Riga) => ['IDEA_BOZZA', 'PROGETTO_BOZZA'].includes(String(riga.stato));
const diProgettoInBozza = (riga: Riga, d: Dati) => d.progetto?.some((p) => p.id === riga.progetto_id && bozza(p)) ?? false;
const PUBBLICI = [
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'AVVIATO',
  'SOSPESO',
  'CONCLUSO',
];
const progettoPubblico = (id: unknown, dati: Dati) =>
  dati.progetto?.some((p) => p.id === id && PUBBLICI.includes(String(p.stato))) ?? false;

const dellaRegione = (pubblica: boolean): Regole =>
  come({ leggere: (chi, riga, d) => suaRegione(chi, riga, d) || (pubblica && chi.login === 'app_pubblico') });
/** Le parti di un progetto seguono il progetto: finché è una bozza le vede solo chi lo scrive. */
const delProgetto = (pubblica: boolean): Regole =>
  come({
    leggere: (chi, riga, d) => {
      if (ente(chi)) return suoProgetto(chi, riga, d);
      return chi.login === 'app_pubblico'
        ? pubblica && progettoPubblico(riga.progetto_id, d)
        : suaRegione(chi, riga, d) && !diProgettoInBozza(riga, d);
    },
  });

/** Le parti di relazione: gli enti del progetto sempre, la Regione da presentata, la ricerca da approvata. */
const leggereParte: Regola = (chi, riga, d) =>
  ente(chi)
    ? suoProgetto(chi, riga, d)
    : suaRegione(chi, riga, d) && (regione(chi) ? riga.diffusione !== 'BOZZA' : ricerca(chi) && riga.diffusione === 'APPROVATO');

const rapportoDi = (riga: Riga, d: Dati) => d.rapporto_progetto?.find((r) => r.id === riga.rapporto_id);
const avanzamentoDi = (riga: Riga, d: Dati) => d.avanzamento?.find((a) => a.id === riga.avanzamento_id);
/** La parte di relazione di un ente è ancora nelle sue mani: non consegnata, o rinviata dal capofila. */
const nelleSueMani = (avanzamento: Riga, d: Dati) =>
  d.rapporto_ente?.some(
    (e) =>
      e.rapporto_id === avanzamento.rapporto_id &&
      e.organizzazione_id === avanzamento.organizzazione_id &&
      ['APERTO', 'RINVIATO'].includes(String(e.stato)),
  ) ?? false;
/** In bozza scrive il capofila, e il partner finché la parte è nelle sue mani; dopo, soltanto ciò che la Regione ha riaperto. */
const scrivibile: Regola = (chi, avanzamento, d) =>
  avanzamento.riaperto === true ||
  (avanzamento.diffusione === 'BOZZA' && (daCapofila(chi, avanzamento, d) || nelleSueMani(avanzamento, d)));
const dettaglio: Regola = (chi, riga, d) => {
  const avanzamento = avanzamentoDi(riga, d);
  return (
    ente(chi) && suaParte(chi, riga, d) && avanzamento !== undefined && suoProgetto(chi, avanzamento, d) && scrivibile(chi, avanzamento, d)
  );
};
/** Gli atti su una bozza, che la Regione non legge; ogni altro atto deve poterlo leggere. */
const ATTI_RISERVATI = ['rapporto.aperto', 'rapporto.sintesiSalvata', 'avanzamento.salvato', 'parte.consegnata', 'parte.rinviata'];
const firmato: Regola = (chi, riga, d) =>
  suaRegione(chi, riga, d) && riga.attore_id === chi.utente && riga.organizzazione_id === chi.organizzazione && riga.ruolo === chi.ruolo;

export const TABELLE: Record<string, Regole> = {
  'public.regione': come({ leggere: (chi, riga) => riga.id === chi.regione || chi.login === 'app_pubblico' }),
  'public.ambito': dellaRegione(true),
  'public.organizzazione': dellaRegione(true),
  'public.ente_gestore': dellaRegione(false),
  'public.ente_gestore_ambito': dellaRegione(false),
  'public.programma': dellaRegione(true),
  'public.bando': dellaRegione(true),
  'public.fase_bando': dellaRegione(false),
  'public.categoria_intervento': dellaRegione(true),
  'public.gruppo_destinatari': dellaRegione(false),
  'public.causa_ritardo': dellaRegione(false),
  'public.utente': come({
    leggere: (chi, riga, d) =>
      ente(chi)
        ? riga.id === chi.utente
        : regione(chi) && (d.incarico?.some((i) => i.utente_id === riga.id && suaRegione(chi, i, d)) ?? false),
  }),
  'public.incarico': come({
    leggere: (chi, riga, d) => suaRegione(chi, riga, d) && (ente(chi) ? riga.utente_id === chi.utente : regione(chi)),
  }),
  'public.credenziale': come({}),
  'public.sessione': come({}),
  'public.dispositivo_noto': come({}),
  'public.tentativo_accesso': come({}),
  'public.progetto': come({
    leggere: (chi, riga, d) => {
      if (ente(chi)) return chi.progetti.includes(String(riga.id));
      return chi.login === 'app_pubblico' ? progettoPubblico(riga.id, d) : suaRegione(chi, riga, d) && !bozza(riga);
    },
  }),
  'public.progetto_ambito': delProgetto(true),
  'public.partecipazione': delProgetto(true),
  'public.classificazione_progetto': delProgetto(true),
  'public.azione': delProgetto(false),
  'public.azione_destinatari': delProgetto(false),
  'public.quantita': delProgetto(false),
  'public.periodo': delProgetto(false),
  'public.rapporto_progetto': come({
    leggere: (chi, riga, d) => {
      if (ente(chi)) return suoProgetto(chi, riga, d);
      return (
        suaRegione(chi, riga, d) && (regione(chi) ? riga.stato !== 'BOZZA' : ricerca(chi) && String(riga.stato).startsWith('APPROVATO'))
      );
    },
    inserire: (chi, riga, d) => ente(chi) && suoProgetto(chi, riga, d) && riga.stato === 'BOZZA',
    aggiornare: (chi, riga, d) =>
      ente(chi)
        ? daCapofila(chi, riga, d) && ['BOZZA', 'CHIARIMENTI'].includes(String(riga.stato))
        : regione(chi) && suaRegione(chi, riga, d) && riga.stato !== 'BOZZA',
  }),
  'public.rapporto_ente': come({
    leggere: leggereParte,
    inserire: (chi, riga, d) => ente(chi) && suoProgetto(chi, riga, d) && ['APERTO', 'NON_DOVUTO'].includes(String(riga.stato)),
    aggiornare: (chi, riga, d) => ente(chi) && suaParte(chi, riga, d) && riga.diffusione === 'BOZZA',
  }),
  'public.avanzamento': come({
    leggere: leggereParte,
    inserire: (chi, riga, d) => {
      const rapporto = rapportoDi(riga, d);
      const inBozza = rapporto?.stato === 'BOZZA' && suoProgetto(chi, rapporto, d);
      return ente(chi) && suaParte(chi, riga, d) && inBozza && (daCapofila(chi, riga, d) || nelleSueMani(riga, d));
    },
    aggiornare: (chi, riga, d) => ente(chi) && suaParte(chi, riga, d) && scrivibile(chi, riga, d),
  }),
  'public.quantita_realizzata': come({ leggere: leggereParte, inserire: dettaglio, aggiornare: dettaglio, cancellare: dettaglio }),
  'public.avanzamento_causa': come({ leggere: leggereParte, inserire: dettaglio, cancellare: dettaglio }),
  'public.rapporto_causa': come({ leggere: leggereParte }),
  'public.chiarimento': come({
    leggere: (chi, riga, d) => (ente(chi) ? suoProgetto(chi, riga, d) : regione(chi) && suaRegione(chi, riga, d)),
    inserire: (chi, riga, d) => {
      const rapporto = rapportoDi(riga, d);
      const inEsame = ['IN_VERIFICA', 'CHIARIMENTI'].includes(String(rapporto?.stato)) && suaRegione(chi, rapporto ?? {}, d);
      return regione(chi) && suaRegione(chi, riga, d) && riga.stato === 'APERTO' && inEsame;
    },
    aggiornare: (chi, riga, d) =>
      riga.stato !== 'CHIUSO' && (ente(chi) ? daCapofila(chi, riga, d) : regione(chi) && suaRegione(chi, riga, d)),
  }),
  'public.rapporto_versione': come({
    leggere: (chi, riga, d) => (ente(chi) ? suoProgetto(chi, riga, d) : regione(chi) && suaRegione(chi, riga, d)),
    inserire: (chi, riga, d) => {
      const rapporto = rapportoDi(riga, d);
      const daCongelare = ['BOZZA', 'CHIARIMENTI'].includes(String(rapporto?.stato)) && suoProgetto(chi, rapporto ?? {}, d);
      return ente(chi) && daCapofila(chi, riga, d) && daCongelare;
    },
  }),
  'public.evento': come({
    leggere: (chi, riga, d) =>
      ente(chi) ? suoProgetto(chi, riga, d) : regione(chi) && suaRegione(chi, riga, d) && riga.riservato === false,
    inserire: (chi, riga, d) =>
      firmato(chi, riga, d) &&
      (ente(chi)
        ? suoProgetto(chi, riga, d) && riga.riservato === ATTI_RISERVATI.includes(String(riga.atto))
        : (regione(chi) || ricerca(chi)) && riga.riservato === false),
  }),
  // l'orologio non è di nessuno: lo leggono tutti tranne chi non entra nello schema app
  'app.orologio': come({ leggere: (chi) => chi.login !== 'app_accesso' }),
  'app.chiave_contesto': come({}),
  'app.transizione': come({}),
};
