import { NOME_DOMINIO } from '@/lib/modifiche/schema';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { FaseDomanda } from '@/lib/progetti/stati';
import type { Genere, VersioneInElenco } from './queries';

export const NOME_FASE: Record<FaseDomanda, string> = {
  IDEA: 'idea progettuale',
  PROGETTO: 'progetto definitivo',
  RIMODULAZIONE: 'rimodulazione iniziale',
};

type EtichettaGenere = {
  testo: string;
  famiglia: 'regione' | 'positivo';
  icona: 'invio' | 'spunta-piena';
  ruolo: 'REFERENTE' | 'DIRIGENTE';
  ricevuta: string;
};

/** Che cosa è una versione, e in che ruolo l'ha congelata chi l'ha congelata: solo quel ruolo può (policy versione_depositata, versione_approvata). */
const ETICHETTA_GENERE: Record<Genere, EtichettaGenere> = {
  PRESENTATA: { testo: 'Presentata', famiglia: 'regione', icona: 'invio', ruolo: 'REFERENTE', ricevuta: 'Ricevuta di presentazione' },
  INTEGRATA: {
    testo: 'Con integrazioni',
    famiglia: 'regione',
    icona: 'invio',
    ruolo: 'REFERENTE',
    ricevuta: 'Ricevuta di invio delle integrazioni',
  },
  APPROVATA: {
    testo: 'Approvata',
    famiglia: 'positivo',
    icona: 'spunta-piena',
    ruolo: 'DIRIGENTE',
    ricevuta: 'Attestazione della versione approvata',
  },
};

/** Il protocollo che app.nuova_versione dà al piano dei progetti importati, quando lo congela la prima volta. */
const DI_PARTENZA = 'piano di partenza';

/** Prima dell'avvio una versione non nasce da una richiesta: chi legge le sole versioni della domanda non chiede nulla di più. */
export type PerNome = Pick<VersioneInElenco, 'fase' | 'genere' | 'protocollo'> & Partial<Pick<VersioneInElenco, 'richiesta' | 'inCorso'>>;

/** Che cosa è una versione, minuscolo: la fase della domanda, il piano di partenza, la modifica che l'ha prodotta. */
export function nomeVersione({ fase, protocollo, richiesta, inCorso }: PerNome): string {
  if (protocollo === DI_PARTENZA) return DI_PARTENZA;
  if (richiesta) return `modifica n. ${richiesta.numero} (${NOME_DOMINIO[richiesta.dominio].toLowerCase()})`;
  return inCorso ? 'piano aggiornato dopo l’avvio' : NOME_FASE[fase];
}

/** Come è nata una versione: ciò che il bando chiede solo di comunicare non lo approva nessuno, il piano di partenza c'era già. */
export function etichettaVersione({
  genere,
  protocollo,
  richiesta,
}: PerNome): Pick<EtichettaGenere, 'testo' | 'famiglia' | 'icona' | 'ricevuta'> {
  const base = ETICHETTA_GENERE[genere];
  if (protocollo === DI_PARTENZA) return { ...base, testo: 'In vigore dall’avvio' };
  return richiesta?.regime === 'COMUNICAZIONE'
    ? { ...base, testo: 'Comunicata', ricevuta: 'Attestazione della modifica comunicata' }
    : base;
}

/** Chi l'ha congelata; il ruolo si dice solo dove uno solo può. */
export const autoreVersione = ({ ente, genere, protocollo, richiesta, inCorso }: PerNome & { ente: string }): string =>
  richiesta || inCorso || protocollo === DI_PARTENZA ? ente : `${ente}, ${nomeRuolo(ETICHETTA_GENERE[genere].ruolo)}`;

/** Che cosa ha fatto chi l'ha congelata: «Approvata da», «Comunicata da», … */
export function nomeAutore(versione: PerNome): string {
  if (versione.genere !== 'APPROVATA') return 'Presentata da';
  return versione.protocollo === DI_PARTENZA ? 'Registrata da' : `${etichettaVersione(versione).testo} da`;
}

const SECONDI = new Intl.DateTimeFormat('it-IT', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Rome',
  timeZoneName: 'shortOffset',
});

/** «9 luglio 2020 alle 10:42:05 (UTC+2)»: lo scarto distingue le due volte in cui la stessa ora passa, la notte che torna l'ora solare. */
export function alSecondo(istante: Date): string {
  const parti = new Map(SECONDI.formatToParts(istante).map(({ type, value }) => [type, value]));
  const di = (tipo: Intl.DateTimeFormatPartTypes): string => parti.get(tipo) ?? '';
  const scarto = di('timeZoneName').replace('GMT', 'UTC');
  return `${di('day')} ${di('month')} ${di('year')} alle ${di('hour')}:${di('minute')}:${di('second')} (${scarto})`;
}
