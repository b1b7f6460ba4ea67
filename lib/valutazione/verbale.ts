import { vociDi } from '@/lib/bandi/configurazione';
import { dataEOra } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { euro } from '@/lib/format/euro';
import { nomeRegione } from '@/lib/organizzazioni/labels';
import type { Blocco, DocumentoPdf } from '@/lib/pdf/documento';
import { ETICHETTA_ESITO, regolaInParole } from './labels';
import { inPunti, totaleMassimo } from './punteggio';
import type { GraduatoriaDelBando } from './queriesGraduatoria';
import { NOME_FASE } from './rules';
import { giudizio } from './verbaleGiudizi';

/** Il verbale della commissione, come testo: pagine e caratteri li mette lib/pdf. */

export function verbale(dati: GraduatoriaDelBando, adesso: Date): DocumentoPdf {
  const { bando, fase, aggiornataIl } = dati;
  const righe = dati.esito.righe;
  return {
    titolo: `Verbale di valutazione: ${NOME_FASE[fase]}`,
    intestazione: { regione: nomeRegione(bando.regione), ufficio: bando.direzione },
    // la data è quella dell'ultimo consolidamento: scaricarlo due volte dà lo stesso documento
    istante: aggiornataIl ? new Date(aggiornataIl) : adesso,
    piede: `${bando.codice}, verbale di valutazione`,
    blocchi: [
      ...premessa(dati),
      ...metodo(dati),
      { tipo: 'titolo', livello: 2, testo: dati.configurazione.tipo === 'NON_COMPETITIVO' ? 'Esito' : 'Graduatoria' },
      ...(righe.length === 0 ? [paragrafo('Nessuna domanda è stata ancora valutata.')] : [tabella(dati), ...risorse(dati)]),
      ...(dati.inAttesa > 0 ? [paragrafo(inAttesa(dati.inAttesa))] : []),
      ...(righe.length > 0 ? [{ tipo: 'titolo', livello: 2, testo: 'Valutazione delle domande' } as const] : []),
      ...righe.flatMap((riga) => giudizio(riga, dati)),
    ],
  };
}

const paragrafo = (testo: string): Blocco => ({ tipo: 'paragrafo', testo });

const inAttesa = (n: number): string =>
  n === 1 ? 'Una domanda è ancora in valutazione e non compare qui.' : `${n} domande sono ancora in valutazione e non compaiono qui.`;

function premessa({ bando, commissari, configurazione, aggiornataIl }: GraduatoriaDelBando): Blocco[] {
  const presidente = commissari.find((c) => c.presidente)?.nome ?? 'non nominato';
  const altri = commissari.filter((c) => !c.presidente && !c.esonero).map(({ nome }) => nome);
  const esonerati = commissari.filter(({ esonero }) => esonero).map(({ nome, esonero }) => `${nome} (${esonero})`);
  const atti = [...new Set(commissari.flatMap(({ atto }) => atto ?? []))];
  return [
    {
      tipo: 'coppie',
      voci: [
        { nome: 'Bando', valore: bando.titolo },
        { nome: 'Atto del bando', valore: configurazione.atto || 'non indicato' },
        { nome: 'Presidente', valore: presidente },
        { nome: 'Commissari', valore: altri.length > 0 ? elenco(altri) : 'nessuno' },
        ...(esonerati.length > 0 ? [{ nome: 'Esonerati', valore: elenco(esonerati) }] : []),
        { nome: 'Atto di nomina', valore: atti.length > 0 ? elenco(atti) : 'non indicato' },
        { nome: 'Ultimo consolidamento', valore: aggiornataIl ? dataEOra(new Date(aggiornataIl)) : 'nessuno' },
      ],
    },
  ];
}

function metodo({ configurazione, fase, commissari }: GraduatoriaDelBando): Blocco[] {
  const criteri = vociDi(configurazione.griglia, fase);
  const astenuti = commissari.filter(({ astensioni }) => astensioni > 0);
  const soglia = configurazione.sogliaTotaleCentesimi;
  return [
    { tipo: 'titolo', livello: 2, testo: 'Come si è valutato' },
    paragrafo(
      'Ciascun commissario ha dichiarato di non avere conflitti di interesse prima di aprire la domanda e ha dato i punteggi senza conoscere quelli degli altri. Chi presiede ha consolidato la media delle schede, motivando ogni scostamento.',
    ),
    paragrafo(
      astenuti.length === 0
        ? 'Nessun commissario si è astenuto.'
        : `Si sono astenuti per conflitto di interesse: ${elenco(astenuti.map((c) => `${c.nome} (${c.astensioni === 1 ? '1 domanda' : `${c.astensioni} domande`})`))}.`,
    ),
    paragrafo(regolaInParole(configurazione)),
    {
      tipo: 'tabella',
      colonne: [
        { etichetta: 'Criterio', quota: 4 },
        { etichetta: 'Massimo', numerica: true },
        { etichetta: 'Soglia', numerica: true },
        { etichetta: 'Peso', numerica: true },
      ],
      righe: criteri.map((c) => [c.titolo, String(c.massimo), c.soglia > 0 ? String(c.soglia) : 'nessuna', inPunti(c.pesoCentesimi)]),
      piede: ['In tutto', inPunti(totaleMassimo(criteri)), soglia > 0 ? inPunti(soglia) : 'nessuna', ''],
    },
  ];
}

function tabella({ esito, configurazione, fase }: GraduatoriaDelBando): Blocco {
  const nonCompetitivo = configurazione.tipo === 'NON_COMPETITIVO';
  const importo = nonCompetitivo ? 'Spetta' : fase === 'PROGETTO' ? 'Richiesto' : null;
  return {
    tipo: 'tabella',
    colonne: [
      { etichetta: nonCompetitivo ? 'Ambiti' : 'Posto', quota: 0.8 },
      { etichetta: 'Domanda', quota: 4 },
      { etichetta: 'Punti', numerica: true },
      ...(importo ? [{ etichetta: importo, numerica: true, quota: 1.6 }] : []),
      { etichetta: 'Esito', quota: 1.8 },
    ],
    righe: esito.righe.map((riga) => {
      const cents = nonCompetitivo ? riga.spettaCents : riga.richiestoCents;
      return [
        nonCompetitivo ? riga.ambiti.join(', ') : (riga.posizione?.toString() ?? '–'),
        [`${riga.codice} ${riga.titolo}`, riga.capofila].filter(Boolean).join('\n'),
        inPunti(riga.totaleCentesimi),
        ...(importo ? [cents === null ? 'non indicato' : euro(cents)] : []),
        ETICHETTA_ESITO[riga.esito].testo,
      ];
    }),
  };
}

/** Il conto delle risorse, dove c'è da fare. */
function risorse({ esito, dotazioneCents, configurazione, fase }: GraduatoriaDelBando): Blocco[] {
  if (configurazione.tipo === 'NON_COMPETITIVO' || fase === 'IDEA') return [];
  return [
    {
      tipo: 'coppie',
      voci: [
        { nome: 'Dotazione del bando', valore: euro(dotazioneCents) },
        { nome: 'Impegnabile per le domande finanziabili', valore: euro(esito.impegnatoCents) },
        { nome: 'Residuo', valore: euro(esito.residuoCents) },
      ],
    },
  ];
}
