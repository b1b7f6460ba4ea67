import type { Blocco } from '@/lib/pdf/documento';
import { CLASSI } from './conservazione';
import { DA_SCRIVERE, DA_VERIFICARE, type DatiKit, enteScritto, fattiProgetto, titolare } from './kitDati';

/** La scheda del registro delle attività di trattamento (GDPR art. 30 par. 1 e 2) di un progetto. */
export const registro = (kit: DatiKit): Blocco[] => [
  { tipo: 'coppie', voci: fattiProgetto(kit) },
  {
    tipo: 'coppie',
    voci: [
      { nome: 'Titolare', valore: titolare(kit) },
      { nome: 'DPO del titolare', valore: DA_SCRIVERE },
      { nome: 'Responsabile (art. 28)', valore: enteScritto(kit) },
      { nome: 'DPO del responsabile', valore: DA_SCRIVERE },
    ],
  },
  ...TRATTAMENTI.flatMap(({ nome, voci }): Blocco[] => [
    { tipo: 'titolo', livello: 2, testo: nome },
    { tipo: 'coppie', voci: voci.map(([chiave, valore]) => ({ nome: chiave, valore })) },
  ]),
  { tipo: 'titolo', livello: 2, testo: 'Termini di cancellazione' },
  {
    tipo: 'tabella',
    colonne: [
      { etichetta: 'Dati', quota: 3 },
      { etichetta: 'Fino a quando', quota: 3 },
      { etichetta: 'Poi', quota: 2 },
    ],
    righe: CLASSI.map(({ dati, termine, dopo }) => [dati, termine, dopo]),
  },
  { tipo: 'titolo', livello: 2, testo: 'Misure di sicurezza (art. 32)' },
  { tipo: 'elenco', voci: MISURE },
  { tipo: 'nota', testo: DA_VERIFICARE },
];

const TRATTAMENTI: { nome: string; voci: [string, string][] }[] = [
  {
    nome: '1. Registrazione e accompagnamento dei partecipanti',
    voci: [
      ['Finalità', 'Far partecipare le persone alle azioni del progetto e seguirne gli esiti'],
      ['Base giuridica', 'Art. 6 par. 1 lett. c ed e; art. 9 par. 2 lett. g GDPR e art. 2-sexies D.Lgs. 196/2003'],
      ['Interessati', 'Persone che partecipano alle azioni, anche minori; loro nuclei familiari, con un codice senza nomi'],
      ['Dati comuni', 'Nome, codice fiscale o STP/ENI, recapiti, nascita, sesso, comune, cittadinanza, studio, lavoro, date, esiti'],
      ['Categorie particolari', 'Disabilità, appartenenza a minoranze: sì, no, non dichiara'],
      ['Destinatari', 'Chi lavora per l’ente che ha in carico la persona; la Regione solo per un controllo motivato e autorizzato'],
      ['Trasferimenti fuori UE', 'Nessuno'],
    ],
  },
  {
    nome: '2. Rendicontazione, indicatori e valutazione',
    voci: [
      ['Finalità', 'Calcolare gli indicatori comuni, controllare la spesa, valutare i risultati'],
      ['Base giuridica', 'Art. 6 par. 1 lett. c ed e; art. 89 GDPR per la statistica e la ricerca'],
      ['Dati', 'Conteggi con soglia e soppressione; righe senza identità, rese k-anonime, per chi valuta'],
      [
        'Destinatari',
        'Regione, autorità di audit e di certificazione, Commissione europea (solo aggregati), istituto di ricerca incaricato',
      ],
      ['Trasferimenti fuori UE', 'Nessuno'],
    ],
  },
  {
    nome: '3. Verifica delle sovrapposizioni, se il bando la prevede',
    voci: [
      ['Finalità', 'Non sostenere due volte la stessa persona con lo stesso tipo di azione'],
      ['Dati', 'Impronta con chiave del codice fiscale (resta un dato personale); risposta sì o no; nessun nome tra enti'],
      ['Destinatari', 'L’ente che ha in carico la persona; alla Regione solo conteggi'],
    ],
  },
];

const MISURE = [
  'Identità cifrate (AES-256-GCM) con chiavi fuori dal database e rotazione in linea; impronte con chiave per programma.',
  'Isolamento tra enti imposto dal database; nessuna lettura di identità senza una riga nel registro, con scopo e autore.',
  'Accesso della Regione a un’identità solo con motivo scritto da una persona e autorizzato da un’altra, per al più sette giorni.',
  'Soglie, soppressione complementare e k-anonimato su ogni tabella ed esportazione con persone.',
  'Avviso quando un testo libero sembra contenere codici fiscali, telefoni, e-mail o IBAN.',
  'Cancellazione automatica dell’identità alla scadenza, con un conto preventivo.',
  `Valutazione d’impatto (art. 35): ${DA_SCRIVERE}. Violazioni: notifica al Garante entro 72 ore (art. 33).`,
];
