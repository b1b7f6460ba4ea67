import type { Blocco } from '@/lib/pdf/documento';
import { CLASSI } from './conservazione';
import { DA_SCRIVERE, DA_VERIFICARE, type DatiKit, enteScritto, fattiProgetto, titolare } from './kitDati';

/** L'informativa per chi partecipa (GDPR art. 13), in parole semplici. */

const t = (testo: string): Blocco => ({ tipo: 'titolo', livello: 2, testo });
const p = (testo: string): Blocco => ({ tipo: 'paragrafo', testo });

export const informativa = (kit: DatiKit): Blocco[] => [
  p('Prima di registrarti ti spieghiamo quali tuoi dati usiamo, perché, per quanto tempo, e che cosa puoi chiedere.'),
  { tipo: 'coppie', voci: fattiProgetto(kit) },
  ...chi(kit),
  ...perche(kit),
  ...quali(),
  ...quanto(),
  ...diritti(kit),
  { tipo: 'nota', testo: DA_VERIFICARE },
];

const chi = (kit: DatiKit): Blocco[] => [
  t('Chi usa i tuoi dati'),
  {
    tipo: 'coppie',
    voci: [
      { nome: 'Titolare', valore: titolare(kit) },
      { nome: 'DPO della Regione', valore: DA_SCRIVERE },
      { nome: 'Responsabile (art. 28)', valore: `${enteScritto(kit)}: registra e segue i partecipanti per conto della Regione` },
      { nome: 'DPO dell’ente', valore: DA_SCRIVERE },
    ],
  },
  p('Per la tua cartella sociale, che è un’altra cosa, l’ente che ti segue resta titolare e ti dà la sua informativa.'),
];

const perche = ({ bando }: DatiKit): Blocco[] => [
  t('Perché, e con quale base'),
  {
    tipo: 'elenco',
    voci: [
      'Per farti partecipare alle azioni del progetto e seguirti: è un compito di interesse pubblico (art. 6 par. 1 lett. e).',
      `Per rendere conto dei fondi pubblici${bando.fondo ? ` (${bando.fondo})` : ''}, fare i controlli e calcolare gli indicatori comuni: è un obbligo di legge (art. 6 par. 1 lett. c; Reg. UE 1303/2013 e 1304/2013 o 2021/1060 e 2021/1057, secondo il periodo).`,
      'Disabilità e appartenenza a minoranze si chiedono solo se servono agli indicatori, per motivi di interesse pubblico rilevante (art. 9 par. 2 lett. g del GDPR e art. 2-sexies del Codice privacy). Puoi sempre rispondere «Non dichiara».',
      'Per studiare se il progetto ha funzionato: chi valuta riceve conteggi o righe senza nome.',
    ],
  },
  p(
    'Non serve il tuo consenso, e nessuna decisione su di te è presa da un programma. Per foto, riprese e interviste c’è un modulo a parte, che puoi non firmare.',
  ),
];

const quali = (): Blocco[] => [
  t('Quali dati, e chi li vede'),
  {
    tipo: 'elenco',
    voci: [
      'Nome, codice fiscale, recapiti: cifrati, li legge solo chi lavora per l’ente che ti segue, e ogni lettura resta scritta.',
      'Data di nascita, sesso, comune, cittadinanza, titolo di studio, condizione di lavoro e abitativa, date di ingresso e di uscita, esiti.',
      'La Regione vede conteggi; i numeri piccoli non si mostrano. Legge un nome solo per un controllo, con un motivo scritto e autorizzato da un’altra persona.',
      'Gli altri enti del progetto non ti vedono. Se il bando lo prevede, un ente che ti segue già può sapere soltanto se sei seguito altrove con lo stesso tipo di azione: sì o no.',
      'Chi gestisce il portale lo fa per conto della Regione. I dati non vanno fuori dall’Unione europea.',
    ],
  },
  p(
    'Se non dai i dati richiesti ricevi lo stesso il servizio: non potremo però contarti tra i partecipanti nei dati che l’Unione europea chiede.',
  ),
];

const quanto = (): Blocco[] => [
  t('Per quanto tempo'),
  {
    tipo: 'tabella',
    colonne: [
      { etichetta: 'Dati', quota: 3 },
      { etichetta: 'Fino a quando', quota: 3 },
      { etichetta: 'Poi', quota: 2 },
    ],
    righe: CLASSI.map(({ dati, termine, dopo }) => [dati, termine, dopo]),
  },
];

const diritti = (kit: DatiKit): Blocco[] => [
  t('Che cosa puoi chiedere'),
  p(
    'Puoi chiedere di vedere i tuoi dati e averne copia, di correggerli, di limitarne l’uso, di cancellarli, e opporti (artt. 15-21). Ti rispondiamo entro un mese. Se una legge ci impone di conservarli, per esempio durante i controlli, te lo diciamo.',
  ),
  { tipo: 'coppie', voci: [{ nome: 'Scrivi a', valore: `${kit.ente.nome}: ${DA_SCRIVERE}` }] },
  p(
    'Se pensi che i tuoi dati siano usati male puoi rivolgerti al Garante per la protezione dei dati personali (www.garanteprivacy.it) o a un giudice.',
  ),
  p(`Informativa consegnata il ${DA_SCRIVERE}. Chi la riceve: ${DA_SCRIVERE} (la firma dice solo che l’hai ricevuta).`),
];
