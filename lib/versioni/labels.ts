import type { FaseDomanda } from '@/lib/progetti/stati';
import type { Genere } from './queries';

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

/** Che cosa e una versione, e in che ruolo l'ha congelata chi l'ha congelata: solo quel ruolo puo (policy versione_depositata, versione_approvata). */
export const ETICHETTA_GENERE: Record<Genere, EtichettaGenere> = {
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
