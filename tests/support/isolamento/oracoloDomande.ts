import { come, daCapofila, diProgettoInBozza, ente, type Regole, regione, ricerca, suaRegione } from './regole';
import {
  aperta,
  coinvolta,
  commissarioDi,
  DEPOSITATA,
  daAmministratore,
  deiSuoiEnti,
  delBando,
  dirige,
  entiERegione,
  firma,
  guida,
  haRuolo,
  istruisce,
  limitato,
  nelle,
  presentata,
  proprio,
  pubblico,
  RIAPERTURA,
  richiesta,
  SCRITTURA,
} from './regoleDomande';

/** Le domande, dal bando alla decisione: chi vede e chi scrive, detto da come si lavora e non dalle policy. */
export const DELLE_DOMANDE: Record<string, Regole> = {
  'public.bando_bozza': come({
    leggere: (chi, riga, d) => regione(chi) && suaRegione(chi, riga, d),
    inserire: daAmministratore,
    aggiornare: daAmministratore,
  }),
  'public.bando_versione': delBando({ inserire: daAmministratore }),
  'public.passo_bando': delBando({ inserire: daAmministratore, aggiornare: daAmministratore }),
  'public.sezione_progetto': come({
    leggere: deiSuoiEnti,
    inserire: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && (nelle(riga, d, SCRITTURA) || richiesta(riga, d)) && !limitato(chi, riga, d),
    aggiornare: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && riga.aperta === true && !limitato(chi, riga, d),
  }),
  'public.permesso_sezione': come({ leggere: deiSuoiEnti, inserire: guida, aggiornare: guida, cancellare: guida }),
  'public.commento_sezione': come({
    leggere: deiSuoiEnti,
    inserire: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && proprio(chi, riga) && riga.autore_id === chi.utente,
    aggiornare: deiSuoiEnti,
  }),
  'public.presenza_sezione': come({
    leggere: deiSuoiEnti,
    inserire: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && suaRegione(chi, riga, d) && riga.utente_id === chi.utente,
    aggiornare: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && riga.utente_id === chi.utente,
    cancellare: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && riga.utente_id === chi.utente,
  }),
  'public.documento': come({
    leggere: (chi, riga, d) => deiSuoiEnti(chi, riga, d) || (aperta(chi, riga, d) && riga.presentato === true),
    inserire: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && proprio(chi, riga) && nelle(riga, d, SCRITTURA, RIAPERTURA),
    cancellare: (chi, riga, d) =>
      deiSuoiEnti(chi, riga, d) && riga.presentato === false && (proprio(chi, riga) || daCapofila(chi, riga, d)),
  }),
  'public.versione_progetto': come({
    leggere: (chi, riga, d) => deiSuoiEnti(chi, riga, d) || aperta(chi, riga, d),
    inserire: (chi, riga, d) =>
      firma(chi, riga) &&
      (riga.genere === 'APPROVATA'
        ? presentata(chi, riga, d) && haRuolo(chi, 'DIRIGENTE')
        : guida(chi, riga, d) && haRuolo(chi, 'REFERENTE') && nelle(riga, d, SCRITTURA, RIAPERTURA, DEPOSITATA)),
  }),
  'public.voce_budget': come({
    leggere: (chi, riga, d) => entiERegione(chi, riga, d) || (ricerca(chi) && suaRegione(chi, riga, d) && !diProgettoInBozza(riga, d)),
  }),
  'public.istruttoria': come({ leggere: presentata, inserire: istruisce, aggiornare: istruisce }),
  'public.integrazione': come({
    leggere: entiERegione,
    inserire: istruisce,
    aggiornare: (chi, riga, d) =>
      ente(chi) ? guida(chi, riga, d) && riga.stato === 'APERTA' : istruisce(chi, riga, d) && riga.stato !== 'CHIUSA',
  }),
  'public.commissario': come({
    leggere: (chi, riga, d) => regione(chi) && suaRegione(chi, riga, d),
    inserire: dirige,
    aggiornare: dirige,
    cancellare: dirige,
  }),
  'public.valutazione': come({
    leggere: (chi, riga, d) => presentata(chi, riga, d) && (riga.svelata === true || riga.utente_id === chi.utente),
    inserire: (chi, riga, d) =>
      presentata(chi, riga, d) &&
      riga.utente_id === chi.utente &&
      commissarioDi(riga, d, chi.utente) !== undefined &&
      (riga.conflitto === 'PRESENTE' || !coinvolta(chi, riga, d)),
    aggiornare: (chi, riga, d) =>
      presentata(chi, riga, d) && riga.utente_id === chi.utente && riga.stato === 'BOZZA' && riga.conflitto === 'NESSUNO',
  }),
  'public.valutazione_consolidata': come({
    leggere: presentata,
    inserire: (chi, riga, d) =>
      presentata(chi, riga, d) && riga.presidente_id === chi.utente && commissarioDi(riga, d, chi.utente)?.presidente === true,
  }),
  'public.decisione': come({
    leggere: entiERegione,
    inserire: (chi, riga, d) =>
      presentata(chi, riga, d) &&
      riga.decisa_da === chi.utente &&
      haRuolo(chi, ['AMMISSIBILE', 'INAMMISSIBILE'].includes(String(riga.esito)) ? 'ISTRUTTORE' : 'DIRIGENTE'),
  }),
  'public.prescrizione': come({
    leggere: entiERegione,
    inserire: (chi, riga, d) => presentata(chi, riga, d) && haRuolo(chi, 'DIRIGENTE'),
    aggiornare: (chi, riga, d) =>
      ente(chi)
        ? deiSuoiEnti(chi, riga, d) &&
          ['APERTA', 'RESPINTA'].includes(String(riga.stato)) &&
          (proprio(chi, riga) || daCapofila(chi, riga, d))
        : istruisce(chi, riga, d),
  }),
  'public.avviso': come({
    leggere: (chi, riga, d) =>
      deiSuoiEnti(chi, riga, d) || (riga.stato !== 'BOZZA' && (pubblico(chi) || (regione(chi) && suaRegione(chi, riga, d)))),
    inserire: guida,
    aggiornare: (chi, riga, d) => guida(chi, riga, d) && riga.stato !== 'CHIUSO',
  }),
  'public.candidatura': come({
    leggere: (chi, riga, d) => guida(chi, riga, d) && riga.stato !== 'BOZZA',
    aggiornare: (chi, riga, d) => guida(chi, riga, d) && riga.stato !== 'BOZZA',
  }),
  'public.candidatura_allegato': come({
    leggere: (chi, riga, d) =>
      guida(chi, riga, d) && (d.candidatura?.some((c) => c.id === riga.candidatura_id && c.stato !== 'BOZZA') ?? false),
  }),
  'public.invito': come({}),
  'public.posta': come({}),
  'app.registro_protocollo': come({}),
  'app.transizione_progetto': come({}),
};
