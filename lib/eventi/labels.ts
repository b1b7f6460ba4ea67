import { lettoreDelRuolo, type Ruolo } from '@/lib/auth/attore';
import { nomePeriodo } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';

/** Un atto del registro come si racconta in una pagina: chi (ente e ruolo, mai la persona) e che cosa. */
export type FraseEvento = { soggetto: string; ruolo: string | null; predicato: string; ufficiale: boolean };

type Fatto = { periodo: { dal: string; al: string } | null; enteParte: string | null; azione: string | null; ente: string | null };
type Racconto = { predicato: (fatto: Fatto) => string; ufficiale?: true };

const laRelazione = ({ periodo }: Fatto): string => (periodo ? `la relazione ${nomePeriodo(periodo)}` : 'la relazione');
const dellaRelazione = ({ periodo }: Fatto): string => (periodo ? `della relazione ${nomePeriodo(periodo)}` : 'della relazione');
const perLaRelazione = ({ periodo }: Fatto): string => (periodo ? `per la relazione ${nomePeriodo(periodo)}` : 'per la relazione');
const sullAzione = ({ azione }: Fatto): string => (azione ? ` sull’azione ${azione}` : '');
/** «la sua parte», oppure «la parte di …» se l'ha consegnata un altro ente. */
const laParte = (fatto: Fatto): string =>
  fatto.enteParte && fatto.enteParte !== fatto.ente ? `la parte di ${fatto.enteParte}` : 'la sua parte';

const fisso = (predicato: string): Racconto => ({ predicato: () => predicato });
const ufficiale = (predicato: string): Racconto => ({ predicato: () => predicato, ufficiale: true });

/** Che cosa dice ogni atto. Gli atti ufficiali, che cambiano la posizione della pratica verso la Regione, hanno il punto pieno. */
const RACCONTI: Record<string, Racconto> = {
  'rapporto.aperto': { predicato: (f) => `ha aperto ${laRelazione(f)}` },
  'parte.consegnata': { predicato: (f) => `ha consegnato ${laParte(f)} ${dellaRelazione(f)}` },
  'parte.rinviata': { predicato: (f) => `ha rinviato ${laParte(f)} ${dellaRelazione(f)}` },
  'rapporto.presentato': { predicato: (f) => `ha presentato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.presoInCarico': { predicato: (f) => `ha preso in carico ${laRelazione(f)}` },
  'rapporto.chiarimentoChiesto': { predicato: (f) => `ha chiesto un chiarimento${sullAzione(f)} ${dellaRelazione(f)}`, ufficiale: true },
  'chiarimento.risposto': { predicato: (f) => `ha risposto al chiarimento${sullAzione(f)} ${dellaRelazione(f)}`, ufficiale: true },
  'chiarimento.chiuso': { predicato: (f) => `ha chiuso un chiarimento ${dellaRelazione(f)}` },
  'rapporto.ripresentato': { predicato: (f) => `ha ripresentato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.approvato': { predicato: (f) => `ha approvato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.approvatoConRilievi': { predicato: (f) => `ha approvato con rilievi ${laRelazione(f)}`, ufficiale: true },
  'rapporto.respinto': { predicato: (f) => `ha respinto ${laRelazione(f)}`, ufficiale: true },
  'rapporto.riaperto': { predicato: (f) => `ha riaperto ${laRelazione(f)}`, ufficiale: true },
  // la domanda
  'domanda.aperta': fisso('ha aperto la domanda'),
  'domanda.aggiornata': fisso('ha portato la domanda alla nuova versione del bando'),
  'sezione.permesso': fisso('ha cambiato chi può scrivere una sezione'),
  'documento.caricato': fisso('ha allegato un documento'),
  'documento.tolto': fisso('ha tolto un documento'),
  'partner.aggiunto': fisso('ha aggiunto un partner'),
  'partner.tolto': fisso('ha tolto un partner'),
  'partner.confermato': fisso('ha confermato di partecipare'),
  'progetto.presentato': ufficiale('ha presentato la domanda'),
  'progetto.presentazioneRitirata': ufficiale('ha ripreso la domanda presentata'),
  'progetto.integrato': ufficiale('ha inviato le integrazioni'),
  'progetto.ritirato': ufficiale('ha ritirato la domanda'),
  // l'esame
  'istruttoria.assegnata': fisso('ha assegnato l’istruttoria'),
  'istruttoria.verificata': fisso('ha aggiornato le verifiche di ammissibilità'),
  'integrazione.chiesta': ufficiale('ha chiesto integrazioni'),
  'integrazione.scaduta': ufficiale('ha proseguito l’istruttoria senza le integrazioni, non arrivate entro il termine'),
  'preavviso.inviato': ufficiale('ha inviato il preavviso di rigetto'),
  'preavviso.risposto': ufficiale('ha risposto al preavviso di rigetto'),
  'progetto.ammesso': ufficiale('ha dichiarato ammissibile la domanda'),
  'progetto.nonAmmesso': ufficiale('ha dichiarato non ammissibile la domanda'),
  'valutazione.dichiarata': fisso('ha dichiarato se ha conflitti di interesse'),
  'valutazione.salvata': fisso('ha aggiornato una scheda di valutazione'),
  'valutazione.conclusa': fisso('ha concluso una scheda di valutazione'),
  'valutazione.consolidata': ufficiale('ha consolidato la valutazione'),
  'progetto.approvato': ufficiale('ha approvato'),
  'progetto.approvatoConPrescrizioni': ufficiale('ha approvato con prescrizioni'),
  'progetto.nonApprovato': ufficiale('non ha approvato'),
  'decisione.annullata': ufficiale('ha annullato l’ultima decisione'),
  'prescrizioni.presentate': ufficiale('ha presentato le prescrizioni'),
  'prescrizioni.rinviate': ufficiale('ha rinviato le prescrizioni'),
  'prescrizione.adempiuta': fisso('ha scritto come ha adempiuto a una prescrizione'),
  'prescrizione.verificata': fisso('ha verificato una prescrizione'),
  // i partner
  'avviso.pubblicato': ufficiale('ha pubblicato l’avviso per i partner'),
  'avviso.chiuso': ufficiale('ha chiuso l’avviso per i partner'),
  'candidatura.inviata': fisso('ha ricevuto una candidatura'),
  'candidatura.decisa': fisso('ha deciso su una candidatura'),
  'candidatura.accolta': fisso('ha accolto un partner'),
  'progetto.definitivoAperto': ufficiale('ha cominciato il progetto definitivo'),
  // meno del richiesto
  'rimodulazione.aperta': ufficiale('ha aperto la rimodulazione iniziale'),
  'rimodulazione.presentata': ufficiale('ha presentato la rimodulazione iniziale'),
  'rimodulazione.restituita': ufficiale('ha restituito la rimodulazione iniziale'),
  'rimodulazione.approvata': ufficiale('ha approvato la rimodulazione iniziale'),
  // l'avvio e il calendario
  'convenzione.salvata': fisso('ha aggiornato i dati per la convenzione'),
  'progetto.avviato': ufficiale('ha avviato il progetto'),
  'periodo.straordinario': ufficiale('ha chiesto una relazione straordinaria'),
  'periodo.tolto': ufficiale('ha tolto una relazione straordinaria'),
  // la relazione
  'parte.confermata': { predicato: (f) => `ha confermato che non c’è nulla da segnalare ${perLaRelazione(f)}` },
  'evidenza.caricata': { predicato: (f) => `ha allegato una prova${sullAzione(f)}` },
  'evidenza.tolta': { predicato: (f) => `ha tolto una prova${sullAzione(f)}` },
  'rilievo.risposto': { predicato: (f) => `ha risposto a un rilievo${sullAzione(f)}` },
  'rilievo.chiuso': fisso('ha chiuso un rilievo'),
  'rilievo.riaperto': fisso('ha chiesto di nuovo conto di un rilievo'),
  'chiarimento.ritirato': { predicato: (f) => `ha ritirato una domanda${sullAzione(f)} ${dellaRelazione(f)}`, ufficiale: true },
  'rapporto.riapertoInParte': { predicato: (f) => `ha riaperto alcune azioni ${dellaRelazione(f)}`, ufficiale: true },
  'sollecito.inviato': fisso('ha inviato un sollecito'),
  'rapporto.assegnato': { predicato: (f) => `ha assegnato a un istruttore ${laRelazione(f)}` },
  // modifiche, proroghe
  'modifica.aperta': fisso('ha aperto una richiesta di modifica'),
  'modifica.salvata': fisso('ha aggiornato una richiesta di modifica'),
  'modifica.annullata': ufficiale('ha annullato una richiesta di modifica'),
  'modifica.presentata': ufficiale('ha presentato una richiesta di modifica'),
  'modifica.registrata': ufficiale('ha comunicato una modifica del progetto'),
  'modifica.presaInCarico': fisso('ha preso in carico una richiesta di modifica'),
  'modifica.accolta': ufficiale('ha accolto una richiesta di modifica'),
  'modifica.accoltaInParte': ufficiale('ha accolto in parte una richiesta di modifica'),
  'modifica.respinta': ufficiale('ha respinto una richiesta di modifica'),
  'proroga.aperta': fisso('ha aperto una richiesta di proroga'),
  'proroga.salvata': fisso('ha aggiornato una richiesta di proroga'),
  'proroga.annullata': ufficiale('ha annullato una richiesta di proroga'),
  'proroga.presentata': ufficiale('ha chiesto una proroga'),
  'proroga.presaInCarico': fisso('ha preso in carico una richiesta di proroga'),
  'proroga.accolta': ufficiale('ha concesso una proroga'),
  'proroga.accoltaInParte': ufficiale('ha concesso una proroga più breve'),
  'proroga.respinta': ufficiale('non ha concesso una proroga'),
  'proroga.corretta': ufficiale('ha corretto una proroga'),
  // sospensioni e fine
  'progetto.sospeso': ufficiale('ha sospeso il progetto'),
  'progetto.ripreso': ufficiale('ha fatto riprendere il progetto'),
  'azione.sospesa': { predicato: (f) => `ha sospeso un’azione${sullAzione(f)}`, ufficiale: true },
  'azione.ripresa': { predicato: (f) => `ha fatto riprendere un’azione${sullAzione(f)}`, ufficiale: true },
  'rinuncia.chiesta': ufficiale('ha chiesto di rinunciare al progetto'),
  'rinuncia.annullata': ufficiale('ha ritirato la richiesta di rinuncia'),
  'rinuncia.confermata': ufficiale('ha confermato la rinuncia al progetto'),
  'rinuncia.respinta': ufficiale('non ha accolto la rinuncia al progetto'),
  'progetto.revocato': ufficiale('ha revocato il progetto'),
  'progetto.concluso': ufficiale('ha concluso il progetto'),
  'progetto.riaperto': ufficiale('ha riaperto il progetto'),
  // la ricerca sul progetto
  'classificazione.proposta': fisso('ha proposto come classificare il progetto'),
  'classificazione.decisa': fisso('ha deciso la classificazione del progetto'),
  'rete.dichiarata': fisso('ha aggiornato la rete di collaborazione'),
  'ente.fuso': ufficiale('ha registrato la fusione di due enti'),
  // le persone: mai chi, solo che cosa
  'partecipante.registrato': fisso('ha registrato un partecipante'),
  'partecipante.modificato': fisso('ha corretto i dati di un partecipante'),
  'partecipante.uscito': fisso('ha registrato un’uscita'),
  'partecipante.rientrato': fisso('ha registrato un rientro'),
  'partecipante.esito': fisso('ha registrato gli esiti di un partecipante'),
  'partecipante.tolto': fisso('ha tolto un partecipante'),
  'partecipanti.importati': fisso('ha importato partecipanti'),
  'persone.unite': fisso('ha unito due schede della stessa persona'),
  'nucleo.aperto': fisso('ha aperto un nucleo familiare'),
  'nucleo.tolto': fisso('ha tolto un nucleo familiare'),
  'persona.anonimizzata': fisso('ha reso anonima una persona'),
  'conteggio.scritto': fisso('ha contato le presenze di un’attività aperta'),
  'conteggio.tolto': fisso('ha tolto un conteggio di presenze'),
  'indicatori.esportati': fisso('ha scaricato gli indicatori'),
  'indicatori.pubblicati': fisso('ha pubblicato gli indicatori'),
  'indicatori.fissati': { predicato: (f) => `ha fissato gli indicatori ${dellaRelazione(f)}`, ufficiale: true },
  'identita.accessoChiesto': ufficiale('ha chiesto di leggere identità per un controllo'),
  'identita.accessoAutorizzato': ufficiale('ha autorizzato la lettura di identità per un controllo'),
  'interessato.richiesta': fisso('ha ricevuto la richiesta di un interessato'),
  'interessato.prorogata': fisso('ha prorogato il termine per rispondere a un interessato'),
  'interessato.chiusa': fisso('ha chiuso la richiesta di un interessato'),
  'interessato.limitazioneTolta': fisso('ha tolto la limitazione chiesta da un interessato'),
  'conservazione.eseguita': ufficiale('ha reso anonimi i dati scaduti'),
  'sovrapposizione.verificata': fisso('ha verificato una sovrapposizione'),
  'tabella.rilasciata': fisso('ha pubblicato una tabella con persone'),
  'ricerca.datiEsportati': fisso('ha scaricato i dati per la valutazione'),
  'ricerca.istantaneaCongelata': fisso('ha congelato un’istantanea dei dati'),
  'ricerca.istantaneaScaricata': fisso('ha scaricato un’istantanea dei dati'),
  'analisi.salvata': fisso('ha salvato un’analisi'),
  'analisi.rinominata': fisso('ha cambiato il titolo di un’analisi'),
  'analisi.condivisa': fisso('ha condiviso un’analisi'),
  'analisi.ripresa': fisso('ha smesso di condividere un’analisi'),
  'analisi.cancellata': fisso('ha cancellato un’analisi'),
  'analisi.scaricata': fisso('ha scaricato un’analisi'),
};

/** Gli atti che la storia di un progetto sa raccontare. */
export const ATTI_RACCONTATI = Object.keys(RACCONTI);

/** La frase di un evento. Un atto che non conosciamo resta nella storia con il suo codice: nasconderlo sarebbe peggio. */
export function fraseEvento(evento: Fatto & { atto: string; ruolo: Ruolo | null }): FraseEvento {
  const racconto = RACCONTI[evento.atto];
  const { ruolo, ente } = evento;
  return {
    soggetto: ruolo && lettoreDelRuolo(ruolo) === 'app_regione' ? 'La Regione' : (ente ?? 'Il portale'),
    ruolo: ruolo && nomeRuolo(ruolo),
    predicato: racconto ? racconto.predicato(evento) : `ha compiuto l’atto ${evento.atto}`,
    ufficiale: racconto?.ufficiale ?? false,
  };
}
