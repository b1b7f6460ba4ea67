import { dataBreve, dataEOra, giornoDi } from '@/lib/format/data';
import type { Identita } from '@/lib/identita/identita';
import { nomeRegione } from '@/lib/organizzazioni/labels';
import type { Blocco, DocumentoPdf } from '@/lib/pdf/documento';
import type { PartecipazioneLetta, PersonaLetta } from '@/lib/persone/letture';
import { CITTADINANZE, CONDIZIONI, CONDIZIONI_ABITATIVE, MOTIVI_USCITA, RISPOSTE, SESSI, TITOLI } from '@/lib/persone/vocabolari';
import { comuneDi, comuneInParole } from '@/lib/territorio/comuni';
import { CLASSI } from './conservazione';

/** Ciò che si consegna a chi chiede l'accesso ai propri dati (GDPR art. 15): puro, gli stessi dati danno gli stessi byte. */

/** `istante` ISO: quando i dati sono stati letti. */
export type DatiInteressato = { ente: string; regione: string; istante: string; identita: Identita; persona: PersonaLetta };

const ASSENTE = 'Non indicato';
const data = (iso: string | null): string => (iso ? dataBreve(iso) : ASSENTE);
const voce = (voci: Readonly<Record<string, string>>, codice: string | null): string => (codice && voci[codice]) || ASSENTE;
const siNo = (vero: boolean | null): string => (vero === null ? ASSENTE : vero ? 'Sì' : 'No');
const comune = (codice: string | null): string => {
  const trovato = codice ? comuneDi(codice) : undefined;
  return trovato ? comuneInParole(trovato) : ASSENTE;
};

/** I dati come coppie nome e valore, una lista per argomento. */
function raccontaDati({ identita, persona }: DatiInteressato): { titolo: string; voci: { nome: string; valore: string }[] }[] {
  const coppie = (righe: [string, string | null][]) => righe.map(([nome, valore]) => ({ nome, valore: valore || ASSENTE }));
  return [
    {
      titolo: 'Chi è',
      voci: coppie([
        ['Cognome', identita.cognome],
        ['Nome', identita.nome],
        ['Codice fiscale, STP o ENI', identita.codiceFiscale],
        ['Data di nascita', data(persona.dataNascita)],
        ['Sesso', voce(SESSI, persona.sesso)],
        ['Telefono', identita.telefono],
        ['E-mail', identita.email],
        ['Indirizzo', identita.indirizzo],
        ['Codice del nucleo familiare', persona.nucleo],
        ['Registrata il', dataBreve(giornoDi(new Date(persona.creataIl)))],
      ]),
    },
    ...persona.partecipazioni.map((p) => ({
      titolo: `Partecipazione al progetto «${p.progetto.titolo}»`,
      voci: coppie(partecipazione(p)),
    })),
    {
      titolo: 'Chi ha letto la sua identità',
      voci: persona.accessi.map(({ istante, scopo }) => ({ nome: dataEOra(new Date(istante)), valore: SCOPI[scopo] ?? 'Altro' })),
    },
  ];
}

const SCOPI: Record<string, string> = {
  SCHEDA: 'Un operatore dell’ente ha aperto la scheda',
  ELENCO: 'Un operatore dell’ente ha aperto un elenco',
  RICERCA: 'Un operatore dell’ente ha cercato una persona',
  ESPORTAZIONE: 'Un operatore dell’ente ha esportato dati',
  CONTROLLO: 'La Regione, per un controllo autorizzato',
  INTERESSATO: 'L’ente, per rispondere a una richiesta della persona',
};

const partecipazione = (p: PartecipazioneLetta): [string, string | null][] => [
  ['Ingresso', data(p.ingresso)],
  ['Informativa consegnata il', data(p.informativaIl)],
  ['Uscita', p.uscita ? `${dataBreve(p.uscita)}, ${voce(MOTIVI_USCITA, p.motivoUscita).toLowerCase()}` : 'Non ancora'],
  ['Età all’ingresso', p.eta === null ? null : String(p.eta)],
  ['Comune di residenza', p.senzaDimora ? 'Senza fissa dimora' : comune(p.comuneResidenza)],
  ['Cittadinanza', p.cittadinanza ? (CITTADINANZE.get(p.cittadinanza) ?? p.cittadinanza) : null],
  ['Origine straniera', voce(RISPOSTE, p.origineStraniera)],
  ['Titolo di studio', p.titoloStudio ? TITOLI[p.titoloStudio][0] : null],
  ['Condizione occupazionale', voce(CONDIZIONI, p.condizione)],
  ['Mesi di disoccupazione', p.mesiDisoccupazione === null ? null : String(p.mesiDisoccupazione)],
  ['Disabilità', voce(RISPOSTE, p.disabilita)],
  ['Minoranza', voce(RISPOSTE, p.minoranza)],
  ['Altro svantaggio', voce(RISPOSTE, p.altroSvantaggio)],
  ['Condizione abitativa', voce(CONDIZIONI_ABITATIVE, p.condizioneAbitativa)],
  ['Zona rurale', siNo(p.rurale)],
  ['Gruppo vulnerabile', p.gruppoVulnerabile],
  ['Azioni', p.frequenze.map(({ titolo, dal, al }) => `${titolo}, dal ${dataBreve(dal)}${al ? ` al ${dataBreve(al)}` : ''}`).join('; ')],
  [
    'Esito all’uscita',
    esiti(p.esito4Settimane, { cercaLavoro: 'cerca lavoro', istruzione: 'studia', qualifica: 'ha una qualifica', lavoro: 'lavora' }),
  ],
  ['Esito dopo sei mesi', esiti(p.esito6Mesi, { lavoro: 'lavora', migliorato: 'la sua situazione di lavoro è migliorata' })],
];

const esiti = <K extends string>(esito: Partial<Record<K, boolean>> | null, nomi: Record<K, string>): string | null =>
  esito &&
  ((Object.keys(nomi) as K[])
    .filter((chiave) => esito[chiave])
    .map((chiave) => nomi[chiave])
    .join(', ') ||
    'nessuno di quelli rilevati');

/** Il documento da consegnare. */
export function documentoInteressato(dati: DatiInteressato): DocumentoPdf {
  const blocchi: Blocco[] = raccontaDati(dati).flatMap(({ titolo, voci }): Blocco[] => [
    { tipo: 'titolo', livello: 2, testo: titolo },
    voci.length > 0 ? { tipo: 'coppie', voci } : { tipo: 'paragrafo', testo: 'Nessun dato.' },
  ]);
  return {
    titolo: 'I tuoi dati nel portale',
    intestazione: { regione: dati.ente, ufficio: nomeRegione(dati.regione) },
    istante: new Date(dati.istante),
    blocchi: [
      {
        tipo: 'paragrafo',
        testo:
          `Questi sono i dati che ${dati.ente} tratta su di te in questo portale, letti il ${dataEOra(new Date(dati.istante))}. ` +
          'Servono a seguirti nel progetto e a rendere conto dei fondi europei. Li vede solo chi lavora per l’ente che ti segue; la Regione e chi valuta ' +
          'vedono conteggi, o righe senza nome. Puoi chiedere di correggerli, limitarli o cancellarli, opporti, e rivolgerti al Garante per la protezione dei dati personali.',
      },
      ...blocchi,
      { tipo: 'titolo', livello: 2, testo: 'Per quanto tempo si conservano' },
      { tipo: 'coppie', voci: CLASSI.slice(0, 2).map(({ dati: nome, termine, dopo }) => ({ nome, valore: `${termine}. ${dopo}.` })) },
    ],
  };
}

/** Gli stessi dati in una forma che un programma legge (art. 20). */
export const jsonInteressato = (dati: DatiInteressato): string =>
  JSON.stringify({ ente: dati.ente, lettiIl: dati.istante, identita: dati.identita, dati: raccontaDati(dati) }, null, 2);
