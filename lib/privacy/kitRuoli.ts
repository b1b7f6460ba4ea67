import type { Blocco } from '@/lib/pdf/documento';
import { DA_SCRIVERE, DA_VERIFICARE, type DatiKit, fattiProgetto, titolare } from './kitDati';

/** Chi è titolare, responsabile, contitolare, e che cosa deve fare ciascuno. */
export const ruoli = (kit: DatiKit): Blocco[] => [
  { tipo: 'coppie', voci: fattiProgetto(kit) },
  { tipo: 'titolo', livello: 2, testo: 'Chi è che cosa' },
  {
    tipo: 'tabella',
    colonne: [
      { etichetta: 'Chi', quota: 3 },
      { etichetta: 'Ruolo', quota: 2 },
      { etichetta: 'Per che cosa', quota: 4 },
    ],
    righe: [
      [titolare(kit), 'Titolare (art. 24)', 'I dati dei partecipanti raccolti per il programma: finalità, mezzi, conservazione'],
      [
        kit.capofila,
        'Responsabile (art. 28)',
        'Raccoglie e registra i dati dei suoi partecipanti; coordina gli altri enti senza vederne le persone',
      ],
      ...kit.partner.map((nome) => [nome, 'Responsabile (art. 28)', 'Raccoglie e registra i dati dei suoi partecipanti']),
      ['Ciascun ente', 'Titolare autonomo', 'Le proprie cartelle sociali, che non stanno in questo portale'],
      [
        'Istituto di ricerca incaricato della valutazione',
        'Responsabile, o destinatario di righe senza identità',
        'La valutazione, secondo l’accordo scritto con la Regione',
      ],
      ['Chi ospita il portale', 'Responsabile o altro responsabile (art. 28 par. 4)', 'L’infrastruttura'],
    ],
  },
  {
    tipo: 'paragrafo',
    testo:
      'Sono contitolari (art. 26) solo gli enti che decidono insieme finalità e mezzi di un trattamento proprio, per esempio uno sportello comune: in quel caso servono un accordo scritto e ' +
      `un punto di contatto. In questo progetto: ${DA_SCRIVERE}.`,
  },
  { tipo: 'titolo', livello: 2, testo: 'Nomina a responsabile del trattamento' },
  {
    tipo: 'paragrafo',
    testo: `${titolare(kit)}, titolare, nomina ${kit.ente.nome} responsabile del trattamento dei dati dei partecipanti al progetto «${kit.progetto.titolo}»${atto(kit)}. Il responsabile:`,
  },
  { tipo: 'elenco', numerato: true, voci: OBBLIGHI },
  {
    tipo: 'coppie',
    voci: [
      { nome: 'Durata', valore: 'Quella della convenzione, e finché si conservano i dati' },
      { nome: 'Luogo e data', valore: DA_SCRIVERE },
      { nome: 'Per il titolare', valore: DA_SCRIVERE },
      { nome: 'Per il responsabile', valore: DA_SCRIVERE },
    ],
  },
  { tipo: 'nota', testo: DA_VERIFICARE },
];

const atto = ({ periodoConvenzione }: DatiKit): string =>
  periodoConvenzione?.atto ? `, con la convenzione ${periodoConvenzione.atto}` : '';

const OBBLIGHI = [
  'tratta i dati solo come dice il titolare, e solo quelli che il portale chiede;',
  'fa accedere solo persone autorizzate per iscritto e tenute al segreto, ciascuna con il proprio account;',
  'consegna l’informativa prima di registrare una persona e ne annota la data;',
  'adotta le misure di sicurezza dell’art. 32 e non scrive nomi o dati di salute nei testi liberi;',
  'non ricorre ad altri responsabili senza un’autorizzazione scritta;',
  'aiuta il titolare a rispondere agli interessati entro un mese e annota ogni richiesta nel portale;',
  'avvisa il titolare senza ritardo, e comunque entro 24 ore, di ogni violazione dei dati;',
  'alla fine cancella o restituisce i dati secondo i termini di conservazione;',
  'mette a disposizione ciò che serve a dimostrare tutto questo e si lascia controllare.',
];
