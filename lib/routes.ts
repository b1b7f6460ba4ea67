/** Ogni indirizzo del portale, in un posto solo. Negli indirizzi solo identificativi opachi: mai nomi, mai testo scritto da persone. */

type Domanda = Record<string, string | number | undefined>;

const con = (percorso: string, domanda?: Domanda): string => {
  const coppie = Object.entries(domanda ?? {}).filter(([, valore]) => valore !== undefined && valore !== '');
  return coppie.length ? `${percorso}?${new URLSearchParams(coppie.map(([k, v]) => [k, String(v)]))}` : percorso;
};

export const routes = {
  home: () => '/',
  accesso: (domanda?: { avviso?: 'scaduta' | 'uscita' | 'chiusa' | 'invito'; torna?: string }) => con('/accesso', domanda),
  profili: (domanda?: { avviso?: 'nonAttivo'; torna?: string }) => con('/profili', domanda),
  sessioni: () => '/sessioni',
  /** POST: chiude la sessione. */
  esci: () => '/esci',
  compiti: (domanda?: Domanda) => con('/compiti', domanda),
  progetti: (domanda?: Domanda) => con('/progetti', domanda),
  progetto: (id: string, domanda?: Domanda) => con(`/progetti/${id}`, domanda),
  relazioni: (domanda?: Domanda) => con('/relazioni', domanda),
  /** La relazione di un periodo: gli enti la scrivono, la Regione e chi partecipa la leggono. */
  rapporto: (progettoId: string, rapportoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/relazioni/${rapportoId}`, domanda),
  salvaAvanzamento: (progettoId: string, rapportoId: string) => `/progetti/${progettoId}/relazioni/${rapportoId}/salva`,
  coda: (domanda?: Domanda) => con('/coda', domanda),
  verifica: (rapportoId: string, domanda?: Domanda) => con(`/coda/${rapportoId}`, domanda),
  tabelle: (domanda?: Domanda) => con('/ricerca/tabelle', domanda),
  attuazione: (domanda?: Domanda) => con('/ricerca/attuazione', domanda),
  /** Un'analisi propria: la domanda intera, in codici, sta nell'indirizzo. */
  analisi: (domanda?: Domanda) => con('/ricerca/analisi', domanda),
  /** Una POST: lascia una riga nel registro. */
  scaricaAnalisi: () => '/ricerca/analisi/scarica',
  risorse: (domanda?: Domanda) => con('/ricerca/risorse', domanda),
  // --- bandi (amministratore della Regione)
  bandi: () => '/bandi',
  nuovoBando: () => '/bandi/nuovo',
  bando: (id: string, domanda?: Domanda) => con(`/bandi/${id}`, domanda),
  anteprimaBando: (id: string, domanda?: Domanda) => con(`/bandi/${id}/anteprima`, domanda),
  graduatoria: (bandoId: string, domanda?: Domanda) => con(`/bandi/${bandoId}/graduatoria`, domanda),
  commissione: (bandoId: string) => `/bandi/${bandoId}/commissione`,
  // --- domande (enti)
  domande: (domanda?: Domanda) => con('/domande', domanda),
  nuovaDomanda: (bandoId: string) => con('/domande/nuova', { bando: bandoId }),
  /** Una sezione della domanda da scrivere: una pagina ciascuna. */
  sezione: (progettoId: string, chiave: string, domanda?: Domanda) => con(`/progetti/${progettoId}/scrivi/${chiave}`, domanda),
  salvaSezione: (progettoId: string, chiave: string) => `/progetti/${progettoId}/scrivi/${chiave}/salva`,
  presenza: (progettoId: string, chiave: string) => `/progetti/${progettoId}/scrivi/${chiave}/presenza`,
  partner: (progettoId: string) => `/progetti/${progettoId}/partner`,
  documenti: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/documenti`, domanda),
  caricaDocumento: (progettoId: string) => `/progetti/${progettoId}/documenti/carica`,
  scaricaDocumento: (progettoId: string, documentoId: string) => `/progetti/${progettoId}/documenti/${documentoId}`,
  /** Il banco di deposito: che cosa manca, e la presentazione. */
  deposito: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/deposito`, domanda),
  /** Che cosa cambia nel bando da quando la domanda è aperta, e il passaggio alla versione nuova. */
  nuovaVersioneBando: (progettoId: string) => `/progetti/${progettoId}/nuova-versione`,
  versioni: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/versioni`, domanda),
  versione: (progettoId: string, numero: number) => `/progetti/${progettoId}/versioni/${numero}`,
  confrontoVersioni: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/versioni/confronto`, domanda),
  ricevuta: (progettoId: string, numero: number) => `/progetti/${progettoId}/versioni/${numero}/ricevuta`,
  domandaPdf: (progettoId: string, numero: number) => `/progetti/${progettoId}/versioni/${numero}/pdf`,
  avvisoProgetto: (progettoId: string) => `/progetti/${progettoId}/avviso`,
  candidatura: (progettoId: string, candidaturaId: string) => `/progetti/${progettoId}/avviso/${candidaturaId}`,
  allegatoCandidatura: (progettoId: string, candidaturaId: string, allegatoId: string) =>
    `/progetti/${progettoId}/avviso/${candidaturaId}/allegati/${allegatoId}`,
  prescrizioni: (progettoId: string) => `/progetti/${progettoId}/prescrizioni`,
  rimodulazioneIniziale: (progettoId: string) => `/progetti/${progettoId}/rimodulazione`,
  // --- attuazione: convenzione, calendario, azioni, modifiche, proroghe, sospensioni, cessazione
  convenzione: (progettoId: string) => `/progetti/${progettoId}/convenzione`,
  calendario: (progettoId: string) => `/progetti/${progettoId}/calendario`,
  /** Le azioni nel tempo: previsto, ripianificato, effettivo. */
  azioni: (progettoId: string) => `/progetti/${progettoId}/azioni`,
  azione: (progettoId: string, azioneId: string) => `/progetti/${progettoId}/azioni/${azioneId}`,
  segnali: (progettoId: string) => `/progetti/${progettoId}/segnali`,
  storia: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/storia`, domanda),
  caricaEvidenza: (progettoId: string) => `/progetti/${progettoId}/evidenze/carica`,
  scaricaEvidenza: (progettoId: string, evidenzaId: string) => `/progetti/${progettoId}/evidenze/${evidenzaId}`,
  modifiche: (progettoId: string) => `/progetti/${progettoId}/modifiche`,
  modifica: (progettoId: string, richiestaId: string) => `/progetti/${progettoId}/modifiche/${richiestaId}`,
  proroghe: (progettoId: string) => `/progetti/${progettoId}/proroghe`,
  proroga: (progettoId: string, prorogaId: string) => `/progetti/${progettoId}/proroghe/${prorogaId}`,
  sospensioni: (progettoId: string) => `/progetti/${progettoId}/sospensioni`,
  cessazione: (progettoId: string) => `/progetti/${progettoId}/cessazione`,
  // --- persone (l'ente che le ha in carico)
  persone: (domanda?: Domanda) => con('/persone', domanda),
  nuovaPersona: (domanda?: Domanda) => con('/persone/nuova', domanda),
  persona: (id: string, domanda?: Domanda) => con(`/persone/${id}`, domanda),
  importaPersone: (domanda?: Domanda) => con('/persone/importa', domanda),
  modelloPersone: (domanda?: Domanda) => con('/persone/modello', domanda),
  /** Restituisce le righe rifiutate di un foglio, con che cosa non va. */
  righeRifiutate: () => '/persone/importa/rifiutate',
  nuclei: () => '/persone/nuclei',
  /** Che cosa dice un codice fiscale mentre si scrive. */
  leggiCodice: () => '/persone/codice',
  accessiIdentita: (domanda?: Domanda) => con('/persone/accessi', domanda),
  dirittiPersone: (domanda?: Domanda) => con('/persone/diritti', domanda),
  richiestaInteressato: (id: string, domanda?: Domanda) => con(`/persone/diritti/${id}`, domanda),
  /** Una POST: lascia una riga nel registro. */
  datiInteressato: (id: string) => `/persone/diritti/${id}/dati`,
  conteggi: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/conteggi`, domanda),
  indicatoriProgetto: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/indicatori`, domanda),
  privacyProgetto: (progettoId: string) => `/progetti/${progettoId}/privacy`,
  modelloPrivacy: (progettoId: string, modello: string, formato: 'pdf' | 'docx') =>
    con(`/progetti/${progettoId}/privacy/${modello}`, { formato }),
  indicatori: (domanda?: Domanda) => con('/indicatori', domanda),
  scaricaIndicatori: (progettoId?: string) => (progettoId ? `/progetti/${progettoId}/indicatori/scarica` : '/indicatori/scarica'),
  sovrapposizioni: (domanda?: Domanda) => con('/sovrapposizioni', domanda),
  /** Chi in Regione chiede e autorizza la lettura di un'identità per un controllo. */
  controlli: (domanda?: Domanda) => con('/controlli', domanda),
  controllo: (accessoId: string) => `/controlli/${accessoId}`,
  conservazione: () => '/conservazione',
  ricercaPersone: (domanda?: Domanda) => con('/ricerca/persone', domanda),
  /** Una POST: lascia una riga nel registro. */
  scaricaRighePersone: () => '/ricerca/persone/scarica',
  esportazioni: (domanda?: Domanda) => con('/ricerca/esportazioni', domanda),
  /** Le due che scaricano sono POST: lasciano una riga nel registro. */
  scaricaDati: () => '/ricerca/esportazioni/scarica',
  istantanee: (domanda?: Domanda) => con('/ricerca/istantanee', domanda),
  /** L'indirizzo con cui si cita: non cambia mai. */
  istantanea: (numero: number | string, domanda?: Domanda) => con(`/ricerca/istantanee/${numero}`, domanda),
  confrontoIstantanee: (prima: number | string, dopo: number | string) => `/ricerca/istantanee/${prima}/confronto/${dopo}`,
  scaricaIstantanea: (numero: number | string) => `/ricerca/istantanee/${numero}/scarica`,
  // --- classificazione e rete (ricerca)
  classificazione: (domanda?: Domanda) => con('/ricerca/classificazione', domanda),
  /** Un giro di codifica: `progetto` è il codice di quello aperto. */
  tornata: (id: string, domanda?: Domanda) => con(`/ricerca/classificazione/${id}`, domanda),
  scaricaTornata: (id: string) => `/ricerca/classificazione/${id}/scarica`,
  classificazioneProgetto: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/classificazione`, domanda),
  // --- interviste (ricerca)
  interviste: (domanda?: Domanda) => con('/ricerca/interviste', domanda),
  intervista: (id: string, domanda?: Domanda) => con(`/ricerca/interviste/${id}`, domanda),
  estratto: (id: string, domanda?: Domanda) => con(`/ricerca/interviste/estratti/${id}`, domanda),
  /** Cause per categoria e fase, con le interviste che le reggono. */
  causeFasi: (domanda?: Domanda) => con('/ricerca/attuazione/cause', domanda),
  rete: (domanda?: Domanda) => con('/ricerca/rete', domanda),
  scaricaRete: () => '/ricerca/rete/scarica',
  reteProgetto: (progettoId: string, domanda?: Domanda) => con(`/progetti/${progettoId}/rete`, domanda),
  // --- cruscotto (Regione)
  cruscotto: (domanda?: Domanda) => con('/cruscotto', domanda),
  /** L'elenco dietro un numero del cruscotto. */
  cruscottoElenco: (domanda?: Domanda) => con('/cruscotto/elenco', domanda),
  cruscottoEsporta: (domanda?: Domanda) => con('/cruscotto/esporta', domanda),
  cruscottoSegnali: (domanda?: Domanda) => con('/cruscotto/segnali', domanda),
  /** Modifiche, proroghe e rinunce che aspettano la Regione. */
  richieste: (domanda?: Domanda) => con('/richieste', domanda),
  /** Sospensione e ripresa di tutti i progetti di un bando. */
  sospensioniBando: (bandoId: string) => `/bandi/${bandoId}/sospensioni`,
  fusioneEnti: () => '/enti/fusione',
  // --- esame (Regione)
  istruttorie: (domanda?: Domanda) => con('/istruttorie', domanda),
  istruttoria: (progettoId: string, domanda?: Domanda) => con(`/istruttorie/${progettoId}`, domanda),
  valutazioni: () => '/valutazioni',
  valutazione: (progettoId: string, domanda?: Domanda) => con(`/valutazioni/${progettoId}`, domanda),
  verbale: (bandoId: string, fase: string) => `/bandi/${bandoId}/graduatoria/verbale?fase=${fase}`,
  decisione: (progettoId: string) => `/istruttorie/${progettoId}/decisione`,
  /** Che cosa la Regione ha scritto sulla domanda, e dove si risponde a un preavviso. */
  lettere: (progettoId: string) => `/progetti/${progettoId}/lettere`,
  lettera: (progettoId: string, decisioneId: string) => `/progetti/${progettoId}/lettere/${decisioneId}`,
  // --- sito pubblico
  progettiApprovati: (domanda?: Domanda) => con('/progetti-approvati', domanda),
  /** Un progetto approvato, per chiunque: si chiama con il suo codice, che non cambia. */
  progettoApprovato: (codice: string) => `/progetti-approvati/${encodeURIComponent(codice)}`,
  servizi: () => '/servizi',
  datiAperti: () => '/dati-aperti',
  /** Un insieme di dati (`progetti.csv`) o il catalogo (`catalogo.ttl`). */
  scaricaDatoAperto: (file: string) => `/dati-aperti/scarica/${file}`,
  interfaccia: () => '/dati-aperti/interfaccia',
  api: () => '/api/v1',
  apiInsieme: (nome: string, domanda?: Domanda) => con(`/api/v1/${nome}`, domanda),
  apiProgetto: (codice: string) => `/api/v1/progetti/${encodeURIComponent(codice)}`,
  openApi: () => '/api/v1/openapi.json',
  novita: () => '/novita.xml',
  bandiAperti: () => '/bandi-aperti',
  avvisi: () => '/avvisi',
  avviso: (id: string) => `/avvisi/${id}`,
  candidati: (avvisoId: string) => `/avvisi/${avvisoId}/candidatura`,
  confermaCandidatura: (segreto: string) => `/avvisi/conferma/${segreto}`,
  invito: (segreto: string) => `/invito/${segreto}`,
  scaricaTabella: (tabella: string) => `/ricerca/scarica/${tabella}`,
};

/** La prima pagina dopo l'accesso: dipende da chi legge e, dentro la Regione, da che cosa ci si viene a fare. */
export function inizioDi(lettore: 'app_ente' | 'app_regione' | 'app_ricerca', ruolo?: string): string {
  if (lettore === 'app_ente') return routes.compiti();
  if (lettore === 'app_ricerca') return routes.tabelle();
  return ruolo === 'VALUTATORE' ? routes.valutazioni() : ruolo === 'AMMINISTRATORE' ? routes.bandi() : routes.coda();
}
