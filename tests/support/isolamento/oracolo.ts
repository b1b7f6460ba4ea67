import { ATTI_RISERVATI } from '@/lib/eventi/riservati';
import { DELL_ATTUAZIONE } from './oracoloAttuazione';
import { DELLE_DOMANDE } from './oracoloDomande';
import { ATTI_SENZA_PROGETTO, DELLE_PERSONE } from './oracoloPersone';
import { DELLA_RICERCA } from './oracoloRicerca';
import {
  bozza,
  come,
  daCapofila,
  dellaRegione,
  delProgetto,
  dettaglio,
  ente,
  firmato,
  leggereParte,
  nelleSueMani,
  progettoPubblico,
  type Regole,
  rapportoDi,
  regione,
  ricerca,
  scrivibile,
  suaParte,
  suaRegione,
  suoProgetto,
} from './regole';
import { daAmministratore, haRuolo, istruisce, mentreSiScrive, partecipazione } from './regoleDomande';

/**
 * Chi vede e chi scrive che cosa, ridetto qui senza guardare le policy: la prova confronta le due voci.
 * Una tabella che non compare in TABELLE fa fallire la prova: chi la aggiunge deve dire di chi è.
 */
export const TABELLE: Record<string, Regole> = {
  'public.regione': come({ leggere: (chi, riga) => riga.id === chi.regione || chi.login === 'app_pubblico' }),
  'public.ambito': dellaRegione(true),
  'public.organizzazione': dellaRegione(true),
  'public.ente_gestore': dellaRegione(false),
  'public.ente_gestore_ambito': dellaRegione(false),
  'public.programma': { ...dellaRegione(true), inserire: daAmministratore },
  'public.bando': { ...dellaRegione(true), inserire: daAmministratore, aggiornare: daAmministratore },
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
      return chi.login === 'app_pubblico' ? progettoPubblico(riga.id, d) : suaRegione(chi, riga, d) && !bozza(riga, d);
    },
    // lo stato lo cambiano il capofila e chi istruisce o decide: quando, lo dice la tabella delle transizioni
    aggiornare: (chi, riga, d) =>
      ente(chi)
        ? chi.capofila.includes(String(riga.id))
        : regione(chi) && suaRegione(chi, riga, d) && !bozza(riga, d) && ['ISTRUTTORE', 'DIRIGENTE'].includes(String(chi.ruolo)),
  }),
  'public.progetto_ambito': { ...delProgetto(true), inserire: mentreSiScrive, cancellare: mentreSiScrive },
  'public.partecipazione': { ...delProgetto(true), ...partecipazione },
  'public.azione': delProgetto(false),
  'public.azione_destinatari': delProgetto(false),
  'public.quantita': delProgetto(false),
  'public.periodo': { ...delProgetto(false), inserire: istruisce, aggiornare: istruisce, cancellare: istruisce },
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
      // chi ritira l'ultima domanda rimette la relazione in verifica, e ne congela la versione
      if (regione(chi)) return suaRegione(chi, riga, d) && rapporto?.stato === 'CHIARIMENTI' && haRuolo(chi, 'ISTRUTTORE', 'DIRIGENTE');
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
        ? riga.progetto_id === null
          ? riga.riservato === true && ATTI_SENZA_PROGETTO.includes(String(riga.atto))
          : suoProgetto(chi, riga, d) && riga.riservato === ATTI_RISERVATI.includes(String(riga.atto))
        : (regione(chi) || ricerca(chi)) && riga.riservato === false),
  }),
  ...DELLE_DOMANDE,
  ...DELL_ATTUAZIONE,
  ...DELLE_PERSONE,
  ...DELLA_RICERCA,
  // l'orologio non è di nessuno: lo leggono tutti tranne chi non entra nello schema app
  'app.orologio': come({ leggere: (chi) => chi.login !== 'app_accesso' }),
  'app.chiave_contesto': come({}),
  'app.transizione': come({}),
};
