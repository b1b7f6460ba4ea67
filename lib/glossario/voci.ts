/** Una parola dei bandi e dei progetti, in una o due frasi per chi non l'ha mai incontrata. */
export type VoceGlossario = { termine: string; definizione: string };

/** In ordine alfabetico italiano. Chi aggiunge una parola la mette al suo posto: un test lo controlla. */
export const VOCI_GLOSSARIO: readonly VoceGlossario[] = [
  {
    termine: 'Accordo di programma',
    definizione: 'Patto tra più enti pubblici che si impegnano a fare insieme una cosa. Con questo patto si approva il piano di zona.',
  },
  {
    termine: 'Affidamento',
    definizione: 'Incarico a un fornitore in cambio di un prezzo. È diverso dalla coprogettazione, dove l’altra parte è un partner.',
  },
  {
    termine: 'Ambito territoriale',
    definizione: 'Gruppo di comuni che programma insieme i servizi sociali. Si chiama anche distretto della coesione sociale.',
  },
  { termine: 'Ammesso', definizione: 'Ciò che la Regione ha accettato dopo il controllo: una domanda, una spesa o un importo.' },
  { termine: 'Anticipo', definizione: 'Parte del contributo pagata all’inizio, prima che le spese siano dichiarate.' },
  {
    termine: 'Asse',
    definizione: 'Parte di un programma europeo dedicata a un tema. Nei testi dei progetti a volte indica un gruppo di attività.',
  },
  {
    termine: 'Attività intermedia',
    definizione: 'Coordinamento, formazione, comunicazione o valutazione: serve al progetto, ma non è un servizio alle persone.',
  },
  { termine: 'Atto di adesione', definizione: 'Documento con cui chi riceve il contributo accetta gli obblighi del bando.' },
  { termine: 'Atto di indirizzo', definizione: 'Decisione della Giunta regionale che dice quali obiettivi seguire e con quali risorse.' },
  { termine: 'Auto mutuo aiuto', definizione: 'Persone che vivono la stessa difficoltà si incontrano e si sostengono tra loro.' },
  { termine: 'Avanzamento', definizione: 'A che punto è un’azione in una certa data: stato, percentuale, quantità raggiunte.' },
  { termine: 'Avviso pubblico', definizione: 'Testo con cui un ente invita a presentare domande o candidature e ne fissa le regole.' },
  {
    termine: 'Azione',
    definizione: 'Una delle cose che il progetto si impegna a fare, con un ente che ne risponde, date e risultati attesi.',
  },
  {
    termine: 'Beneficiario',
    definizione: 'Chi riceve il contributo e ne risponde, di solito il capofila. Non è la persona aiutata, che si chiama destinatario.',
  },
  { termine: 'Bollettino ufficiale', definizione: 'Il giornale in cui la Regione pubblica leggi, atti e bandi.' },
  { termine: 'Cabina di regia', definizione: 'Gruppo ristretto che guida un progetto e prende le decisioni comuni.' },
  { termine: 'Capofila', definizione: 'L’ente che presenta il progetto per tutti, riceve le risorse, le divide e risponde alla Regione.' },
  {
    termine: 'Causa di ritardo',
    definizione: 'Il motivo, scelto da un elenco comune, per cui un’azione è in ritardo sulle date previste.',
  },
  {
    termine: 'Chiarimento',
    definizione: 'Domanda che la Regione fa su un punto di una relazione. Finché l’ente non risponde, il tempo della verifica è fermo.',
  },
  {
    termine: 'Codifica',
    definizione: 'Dire a quali voci di uno schema corrisponde un progetto. La fanno due persone, ciascuna senza vedere l’altra.',
  },
  {
    termine: 'Comunicazione di una modifica',
    definizione: 'Una modifica piccola che il bando non chiede di approvare: vale da quando l’ente la comunica e la Regione la registra.',
  },
  { termine: 'Convenzione', definizione: 'Accordo firmato da due parti, per esempio Regione e capofila, che fissa obblighi e tempi.' },
  {
    termine: 'Coprogettazione',
    definizione:
      'Modo di costruire un servizio insieme, ente pubblico e terzo settore, previsto dal Codice del terzo settore (articolo 55).',
  },
  { termine: 'Cronoprogramma', definizione: 'Il calendario delle azioni: quando iniziano, quando finiscono e quali dipendono da altre.' },
  { termine: 'Cruscotto', definizione: 'La pagina in cui la Regione vede come vanno i progetti. Ogni numero apre l’elenco che lo spiega.' },
  {
    termine: 'CUP',
    definizione:
      'Codice unico di progetto: 15 caratteri che identificano un investimento pubblico e vanno scritti su ogni documento di spesa.',
  },
  {
    termine: 'Dati aperti',
    definizione: 'Dati pubblici che chiunque può scaricare e riusare, anche per lavoro, dicendo da dove vengono. Non parlano di persone.',
  },
  { termine: 'Decurtazione', definizione: 'La parte di una spesa che la Regione non accetta, con il suo motivo.' },
  { termine: 'Destinatario', definizione: 'La persona o l’organizzazione a cui è rivolto un servizio.' },
  { termine: 'Determinazione dirigenziale', definizione: 'Atto di un dirigente, abbreviato in D.D. Approva, assegna risorse o nega.' },
  { termine: 'D.G.R.', definizione: 'Deliberazione della Giunta regionale: una decisione del governo della Regione.' },
  {
    termine: 'Dizionario dei dati',
    definizione:
      'Elenco delle tabelle che si scaricano, con ogni colonna, il suo tipo e che cosa vuol dire. Le colonne si aggiungono soltanto.',
  },
  { termine: 'Domiciliarità', definizione: 'La possibilità di restare a casa propria, con l’aiuto che serve.' },
  { termine: 'Economie', definizione: 'Risorse assegnate che alla fine non sono servite.' },
  {
    termine: 'Ente gestore',
    definizione: 'L’ente che gestisce i servizi sociali per uno o più comuni: consorzio, unione, comune, ASL o convenzione.',
  },
  {
    termine: 'Équipe multidisciplinare',
    definizione: 'Professionisti diversi, per esempio assistente sociale, educatore e psicologo, che lavorano sulla stessa situazione.',
  },
  {
    termine: 'Esito',
    definizione:
      'Come sta una persona dopo che è uscita dal progetto: se cerca lavoro, studia o lavora. Si rileva entro quattro settimane e a sei mesi.',
  },
  {
    termine: 'ETS',
    definizione:
      'Ente del terzo settore: associazione, cooperativa sociale, fondazione o altra organizzazione senza scopo di lucro iscritta al registro nazionale (RUNTS).',
  },
  {
    termine: 'FSE e FSE+',
    definizione: 'Fondo sociale europeo: le risorse dell’Unione per lavoro, formazione e inclusione. Il «più» indica il periodo 2021-2027.',
  },
  {
    termine: 'Fusione di enti',
    definizione: 'Un ente confluisce in un altro, che prende il suo posto nei progetti. Ciò che è già stato presentato resta del primo.',
  },
  {
    termine: 'Giustificativo',
    definizione: 'Documento che prova una spesa, come una fattura o una busta paga. La quietanza prova che è stata pagata.',
  },
  { termine: 'Graduatoria', definizione: 'Elenco dei progetti in ordine di punteggio.' },
  { termine: 'Impegno di spesa', definizione: 'Registrazione con cui un ente pubblico riserva nel bilancio la somma che dovrà pagare.' },
  {
    termine: 'Importo per ambito',
    definizione: 'Quanto un bando non competitivo riserva a ogni ambito. Chi fa domanda non può chiedere più della somma dei suoi ambiti.',
  },
  {
    termine: 'Indicatore comune',
    definizione:
      'Un numero che l’Unione europea chiede per ogni progetto, come i disoccupati seguiti. Il portale lo calcola dai dati dei partecipanti.',
  },
  { termine: 'Informativa', definizione: 'Il foglio che spiega a una persona quali suoi dati si usano, perché e per quanto tempo.' },
  {
    termine: 'Innovazione sociale',
    definizione: 'Risposta nuova a un bisogno comune, nuova per tecnologia o per relazioni, con la possibilità di sostenersi nel tempo.',
  },
  {
    termine: 'Interessato',
    definizione: 'La persona a cui si riferiscono i dati: può chiedere di vederli, correggerli, limitarli o cancellarli.',
  },
  {
    termine: 'Istantanea',
    definizione: 'Versione dei dati congelata, con un numero e un’impronta per ogni file: un’analisi la cita e resta sempre quella.',
  },
  { termine: 'Istruttoria', definizione: 'Il lavoro dell’ufficio che esamina una domanda prima della decisione.' },
  {
    termine: 'K-anonimato',
    definizione: 'Una riga esce solo se almeno altre quattro persone le somigliano in tutto ciò che si può sapere da fuori.',
  },
  {
    termine: 'Kappa di Cohen',
    definizione:
      'Quanto due persone concordano nel classificare, tolto l’accordo che darebbe il caso. 1 è accordo pieno, 0 quanto il caso.',
  },
  {
    termine: 'Liquidazione',
    definizione: 'Atto che stabilisce la somma esatta da pagare. Lo segue il mandato, cioè l’ordine di pagamento.',
  },
  {
    termine: 'Manifestazione di interesse',
    definizione: 'Invito pubblico con cui un ente cerca organizzazioni che vogliano diventare partner.',
  },
  { termine: 'NEET', definizione: 'Giovani che non studiano, non lavorano e non seguono una formazione.' },
  { termine: 'Nucleo di valutazione', definizione: 'Le persone nominate per dare i punteggi ai progetti.' },
  { termine: 'Nucleo familiare', definizione: 'Le persone di una stessa famiglia, che il portale riconosce da un codice senza nomi.' },
  {
    termine: 'Omocodia',
    definizione:
      'Due persone avrebbero lo stesso codice fiscale: nel codice di una l’Agenzia delle entrate mette lettere al posto di alcune cifre.',
  },
  {
    termine: 'Ondata',
    definizione: 'Rilevazione della rete di collaborazione di tutti i progetti a uno stesso mese di riferimento.',
  },
  { termine: 'Operazione', definizione: 'Nei programmi europei, l’unità finanziata e rendicontata. In questo portale è il progetto.' },
  { termine: 'Partecipante', definizione: 'Persona registrata che riceve aiuto da un progetto. In ogni progetto conta una volta sola.' },
  { termine: 'Partner', definizione: 'Organizzazione che realizza una parte del progetto insieme al capofila.' },
  { termine: 'PEC', definizione: 'Posta elettronica certificata: ha il valore legale di una raccomandata.' },
  { termine: 'Piano di zona', definizione: 'Il programma dei servizi sociali e sociosanitari di un territorio.' },
  {
    termine: 'P.I.P.P.I.',
    definizione: 'Programma nazionale che sostiene i genitori in difficoltà per evitare l’allontanamento dei bambini.',
  },
  {
    termine: 'Preavviso di rigetto',
    definizione: 'La Regione avverte che sta per dire di no e perché. L’ente ha almeno dieci giorni per rispondere.',
  },
  { termine: 'Presa d’atto', definizione: 'La Regione registra un fatto o una modifica senza doverli approvare.' },
  { termine: 'Presa in carico', definizione: 'Il momento in cui un servizio comincia a seguire una persona o una pratica.' },
  {
    termine: 'Programma regionale',
    definizione: 'Il documento, prima chiamato POR, che decide come una Regione usa i fondi europei in sette anni.',
  },
  { termine: 'Proroga', definizione: 'Tempo in più per finire, senza altre risorse. Si chiede prima della scadenza.' },
  {
    termine: 'Protocollo',
    definizione: 'Il registro ufficiale dei documenti: numero e data provano che un documento è arrivato o partito.',
  },
  {
    termine: 'Pseudonimo',
    definizione: 'Codice casuale che sta al posto di una persona: permette di contarla una volta sola senza sapere chi è.',
  },
  {
    termine: 'Pubblicazione degli indicatori',
    definizione:
      'La tabella che esce in un giorno e non cambia più: ciò che la Regione e la ricerca leggono delle persone seguite, fino alla prossima.',
  },
  { termine: 'Quadro economico', definizione: 'La tabella dei costi del progetto, divisi per voce e per ente.' },
  {
    termine: 'Record completo',
    definizione: 'I dati di un partecipante con sesso, nascita, titolo di studio e condizione: solo questi si trasmettono a Bruxelles.',
  },
  { termine: 'Relazione', definizione: 'Il racconto periodico di un progetto: per ogni azione stato, date, quantità e cause di ritardo.' },
  {
    termine: 'Relazione straordinaria',
    definizione: 'Una relazione che la Regione chiede su un periodo già passato, oltre a quelle del calendario del progetto.',
  },
  { termine: 'Rendicontazione', definizione: 'La dichiarazione delle spese sostenute, con le prove, per ottenere il rimborso.' },
  {
    termine: 'Rete di collaborazione',
    definizione: 'Le organizzazioni che lavorano a un progetto e i legami tra loro: quanto sono forti e se c’erano già prima.',
  },
  { termine: 'Revoca', definizione: 'La Regione toglie il contributo, di solito per una violazione, e chiede indietro ciò che ha pagato.' },
  {
    termine: 'Rilievo',
    definizione:
      'Un’osservazione della Regione su una relazione approvata. L’ente risponde nella relazione dopo, e resta aperto finché la Regione non lo chiude.',
  },
  {
    termine: 'Rimodulazione',
    definizione: 'Modifica di un progetto già approvato: azioni, tempi o costi. Crea una nuova versione, quella vecchia resta.',
  },
  {
    termine: 'Rinuncia',
    definizione: 'Il capofila chiede di non continuare un progetto avviato. La Regione la conferma e dice che cosa si restituisce.',
  },
  {
    termine: 'RUP',
    definizione: 'Responsabile unico del procedimento: la persona dell’ufficio che segue una pratica dall’inizio alla fine.',
  },
  {
    termine: 'SAL e saldo',
    definizione: 'Il SAL (stato di avanzamento lavori) è un pagamento intermedio per ciò che è stato fatto; il saldo è l’ultimo.',
  },
  {
    termine: 'Segnale',
    definizione:
      'Un ritardo o un’attesa che il portale riconosce da date e numeri, e spiega: con quali dati, oltre quale soglia, chi può agire.',
  },
  {
    termine: 'Soccorso istruttorio',
    definizione:
      'La Regione chiede di completare o correggere una domanda prima di decidere. Se l’ente non risponde entro il termine, decide su ciò che ha.',
  },
  { termine: 'Soggetto attuatore', definizione: 'Chi realizza in concreto un’azione.' },
  {
    termine: 'Soppresso',
    definizione:
      'Numero troppo piccolo per dirlo senza far riconoscere qualcuno, o che permetterebbe di ricavarne uno. Non vuol dire zero.',
  },
  {
    termine: 'Sospensione',
    definizione:
      'Il progetto si ferma per un motivo e le scadenze si fermano con lui. La fine non si sposta: per quella serve una proroga.',
  },
  {
    termine: 'Sovrapposizione',
    definizione: 'Una persona seguita da due enti con lo stesso tipo di azione. Si sa quante sono, mai chi.',
  },
  { termine: 'Stato non rilevato', definizione: 'Nessuna fonte dice a che punto è l’azione. Non vuol dire che non sia partita.' },
  { termine: 'Tavolo', definizione: 'Gruppo stabile in cui organizzazioni diverse si incontrano su un tema.' },
  { termine: 'Terzo settore', definizione: 'Le organizzazioni private senza scopo di lucro che lavorano per l’interesse generale.' },
  { termine: 'Tirocinio', definizione: 'Periodo di formazione in un luogo di lavoro.' },
  {
    termine: 'Tornata di codifica',
    definizione:
      'Un giro in cui due persone classificano gli stessi progetti con lo stesso schema. Chiusi i due fogli si misura l’accordo e si decide.',
  },
  {
    termine: 'UVM',
    definizione: 'Unità di valutazione multidimensionale: sanità e servizi sociali decidono insieme il sostegno a una persona.',
  },
  { termine: 'Welfare di prossimità', definizione: 'Servizi vicini alle persone, costruiti con il quartiere e le sue organizzazioni.' },
  { termine: 'Welfare generativo', definizione: 'Chi riceve un aiuto è messo in condizione di restituire qualcosa alla comunità.' },
];

const senzaSegni = (testo: string): string =>
  testo
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z0-9 ]/g, '')
    .toLowerCase();

/** L'ancora di una voce nella pagina del glossario: `Presa d’atto` → `presa-datto`. */
export const ancoraVoce = (termine: string): string => senzaSegni(termine).replaceAll(' ', '-');

/** Le voci per iniziale, nell'ordine dell'elenco. */
export function vociPerIniziale(voci: readonly VoceGlossario[] = VOCI_GLOSSARIO): [string, VoceGlossario[]][] {
  const gruppi = new Map<string, VoceGlossario[]>();
  for (const voce of voci) {
    const iniziale = senzaSegni(voce.termine).charAt(0).toUpperCase();
    gruppi.set(iniziale, [...(gruppi.get(iniziale) ?? []), voce]);
  }
  return [...gruppi];
}
