import type { Blocco } from '@/lib/pdf/documento';
import { DA_SCRIVERE, DA_VERIFICARE, type DatiKit, enteScritto, fattiProgetto } from './kitDati';

/** Consenso e liberatoria per foto, riprese e interviste: separati dal servizio, revocabili. */
export const liberatoria = (kit: DatiKit): Blocco[] => [
  { tipo: 'coppie', voci: fattiProgetto(kit) },
  {
    tipo: 'paragrafo',
    testo:
      'Puoi non firmare questo modulo: partecipi lo stesso alle attività, e nessuno ti tratta in modo diverso. Puoi cambiare idea quando vuoi.',
    forte: true,
  },
  { tipo: 'titolo', livello: 2, testo: 'Che cosa ti chiediamo' },
  {
    tipo: 'paragrafo',
    testo: `${enteScritto(kit)}, titolare di questo trattamento, vorrebbe raccogliere foto, riprese o interviste durante gli eventi del progetto, per raccontarlo in pubblico. La base è il tuo consenso (art. 6 par. 1 lett. a; per l’immagine anche artt. 96 e 97 L. 633/1941 e art. 10 c.c.). Nessun compenso è dovuto.`,
  },
  { tipo: 'titolo', livello: 2, testo: 'Scegli, una riga alla volta' },
  {
    tipo: 'tabella',
    colonne: [{ etichetta: 'Che cosa', quota: 5 }, { etichetta: 'Sì' }, { etichetta: 'No' }],
    righe: [
      ['Foto e riprese in cui mi si riconosce, nei materiali stampati del progetto', '[  ]', '[  ]'],
      ['Foto e riprese in cui mi si riconosce, su siti e reti sociali degli enti e della Regione', '[  ]', '[  ]'],
      ['Intervista o testimonianza con il mio nome', '[  ]', '[  ]'],
      ['Intervista o testimonianza senza il mio nome', '[  ]', '[  ]'],
    ],
  },
  {
    tipo: 'elenco',
    voci: [
      'Non si pubblica nulla che faccia capire una malattia o una difficoltà economica o sociale.',
      'Le immagini si conservano fino a due anni dopo la fine del progetto; ciò che è stampato resta com’è.',
      `Per cambiare idea, vedere, correggere o far togliere un’immagine scrivi a ${DA_SCRIVERE}: la togliamo da dove possiamo. Puoi rivolgerti al Garante per la protezione dei dati personali.`,
      'Per chi ha meno di 18 anni firmano entrambi i genitori o chi ne fa le veci; si ascolta anche chi è ritratto.',
    ],
  },
  {
    tipo: 'coppie',
    voci: [
      { nome: 'Evento o attività', valore: DA_SCRIVERE },
      { nome: 'Nome e cognome', valore: DA_SCRIVERE },
      { nome: 'Per il minore', valore: DA_SCRIVERE },
      { nome: 'Luogo e data', valore: DA_SCRIVERE },
      { nome: 'Firma', valore: DA_SCRIVERE },
    ],
  },
  { tipo: 'nota', testo: DA_VERIFICARE },
];
