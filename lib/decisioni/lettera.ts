import { dataLunga, giornoDi } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import type { EsitoDecisione } from '@/lib/istruttoria/letture';
import { nomeMotivo } from '@/lib/istruttoria/motivi';
import { NOME_FASE } from '@/lib/istruttoria/parole';
import type { DocumentoPdf } from '@/lib/pdf/documento';
import type { LetteraLetta } from './queriesLettera';
import { richiestoPerCategoria } from './regole';

/** La lettera di una decisione, dal modello: pura, gli stessi fatti danno la stessa lettera. */

type Modello = { oggetto: string; frase: string; chiusura?: string };

const RICORSO =
  'Contro questa decisione si può ricorrere al tribunale amministrativo regionale entro 60 giorni da quando si riceve questa lettera, oppure presentare ricorso straordinario al Presidente della Repubblica entro 120 giorni.';

const MODELLI: Record<EsitoDecisione, Modello> = {
  AMMISSIBILE: {
    oggetto: 'Ammissibilità della domanda',
    frase: 'Si comunica che la domanda è stata dichiarata ammissibile. Passa ora alla valutazione e alla decisione.',
  },
  INAMMISSIBILE: {
    oggetto: 'Domanda non ammissibile',
    frase: 'Si comunica che la domanda è stata dichiarata non ammissibile, dopo il preavviso di rigetto (legge 241/1990, articolo 10-bis).',
    chiusura: RICORSO,
  },
  APPROVATO: { oggetto: 'Approvazione', frase: 'Si comunica che la domanda è stata approvata.' },
  APPROVATO_CON_PRESCRIZIONI: {
    oggetto: 'Approvazione con prescrizioni',
    frase: 'Si comunica che la domanda è stata approvata con le prescrizioni elencate qui sotto.',
    chiusura:
      'Nel portale ciascun ente scrive come ha adempiuto alle prescrizioni di cui risponde. Quelle poste sull’idea si rispettano nel progetto definitivo; le altre le presenta il capofila quando sono complete.',
  },
  NON_APPROVATO: { oggetto: 'Domanda non approvata', frase: 'Si comunica che la domanda non è stata approvata.', chiusura: RICORSO },
  ANNULLATA: {
    oggetto: 'Annullamento dell’ultima decisione',
    frase: 'Si comunica che l’ultima decisione su questa domanda è stata annullata. La domanda torna al passo precedente dell’esame.',
  },
};

/** Meno del chiesto: che cosa deve fare il capofila. */
const RIDOTTO =
  'Il contributo concesso è minore di quello chiesto: prima dell’avvio il capofila presenta nel portale la rimodulazione iniziale.';

type Blocchi = DocumentoPdf['blocchi'];

function importi({ decisione: d, voci, categorie }: LetteraLetta): Blocchi {
  if (!d.concessoCents || !d.richiestoCents) return [];
  const chiesto = richiestoPerCategoria(voci);
  const nome = (codice: string): string => categorie.find((c) => c.codice === codice)?.etichetta ?? codice;
  const righe = Object.entries(d.concessoPerCategoria ?? {}).map(([codice, cents]) => [
    nome(codice),
    Object.hasOwn(chiesto, codice) ? euro(chiesto[codice] ?? 0n) : '',
    euro(BigInt(cents)),
  ]);
  const [richiesto, concesso] = [BigInt(d.richiestoCents), BigInt(d.concessoCents)];
  return [
    { tipo: 'titolo', livello: 2, testo: 'Contributo' },
    {
      tipo: 'tabella',
      colonne: [
        { etichetta: 'Categoria di costo', quota: 2 },
        { etichetta: 'Chiesto', numerica: true },
        { etichetta: 'Concesso', numerica: true },
      ],
      righe,
      piede: ['Totale', euro(richiesto), euro(concesso)],
    },
    ...(concesso < richiesto ? [{ tipo: 'paragrafo' as const, testo: RIDOTTO }] : []),
  ];
}

const prescrizioni = ({ prescrizioni: elenco }: LetteraLetta): Blocchi =>
  elenco.length === 0
    ? []
    : [
        { tipo: 'titolo', livello: 2, testo: 'Prescrizioni' },
        { tipo: 'elenco', numerato: true, voci: elenco.map((p) => `${p.testo} Ne risponde ${p.ente}, entro il ${dataLunga(p.entro)}.`) },
      ];

const ragioni = ({ decisione: { motivi, motivazione } }: LetteraLetta): Blocchi => [
  ...(motivi.length > 0
    ? [
        { tipo: 'titolo' as const, livello: 2 as const, testo: 'Motivi' },
        { tipo: 'elenco' as const, voci: motivi.map(nomeMotivo) },
      ]
    : []),
  ...(motivazione ? [{ tipo: 'paragrafo' as const, testo: motivazione }] : []),
];

/** Il documento da stampare. */
export function lettera(letta: LetteraLetta): DocumentoPdf {
  const { decisione: d } = letta;
  const { oggetto, frase, chiusura } = MODELLI[d.esito];
  const istante = new Date(d.decisaIl);
  return {
    titolo: `${oggetto}: ${letta.titolo}`,
    intestazione: { regione: letta.regione, ufficio: letta.ufficio },
    istante,
    piede: `${letta.codice}, decisione del ${dataLunga(giornoDi(istante))}`,
    blocchi: [
      { tipo: 'paragrafo', destra: true, testo: letta.capofila ? `A ${letta.capofila}, ente capofila` : 'All’ente capofila' },
      {
        tipo: 'coppie',
        voci: [
          { nome: 'Bando', valore: letta.bando },
          { nome: 'Domanda', valore: `${letta.codice}, ${letta.titolo}` },
          { nome: 'Fase', valore: NOME_FASE[d.fase] },
          ...(d.atto ? [{ nome: 'Atto', valore: `${d.atto}${d.dataAtto ? ` del ${dataLunga(d.dataAtto)}` : ''}` }] : []),
          { nome: 'Data della decisione', valore: dataLunga(giornoDi(istante)) },
        ],
      },
      { tipo: 'paragrafo', testo: frase },
      ...importi(letta),
      ...prescrizioni(letta),
      ...ragioni(letta),
      ...(chiusura ? [{ tipo: 'paragrafo' as const, testo: chiusura }] : []),
    ],
  };
}
