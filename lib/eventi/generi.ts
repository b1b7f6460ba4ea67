import { ATTI_RACCONTATI, fraseEvento } from './labels';

/** I generi in cui si divide la storia di un progetto. */
export const GENERI = ['ufficiali', 'relazioni', 'modifiche', 'vita', 'domanda'] as const;
export type Genere = (typeof GENERI)[number];

export const NOME_GENERE: Record<Genere, string> = {
  ufficiali: 'Solo atti ufficiali',
  relazioni: 'Relazioni, chiarimenti e rilievi',
  modifiche: 'Modifiche e proroghe',
  vita: 'Avvio, sospensioni, fusioni e chiusura',
  domanda: 'Domanda, esame e aggregazione',
};

const RELAZIONI = ['rapporto', 'parte', 'chiarimento', 'rilievo', 'evidenza', 'periodo', 'sollecito'];
const MODIFICHE = ['modifica', 'proroga'];
const VITA = ['azione', 'rinuncia', 'ente', 'convenzione'];
const VITA_DEL_PROGETTO = [
  'progetto.avviato',
  'progetto.sospeso',
  'progetto.ripreso',
  'progetto.revocato',
  'progetto.concluso',
  'progetto.riaperto',
];

function genereDi(atto: string): Exclude<Genere, 'ufficiali'> {
  const oggetto = atto.split('.', 1)[0] ?? '';
  if (RELAZIONI.includes(oggetto)) return 'relazioni';
  if (MODIFICHE.includes(oggetto)) return 'modifiche';
  return VITA.includes(oggetto) || VITA_DEL_PROGETTO.includes(atto) ? 'vita' : 'domanda';
}

const NIENTE = { ruolo: null, periodo: null, enteParte: null, azione: null, ente: null };

/** I codici degli atti di un genere. Ogni atto raccontato sta in un genere solo, oltre che tra gli ufficiali se lo è. */
export const attiDelGenere = (genere: Genere): string[] =>
  ATTI_RACCONTATI.filter((atto) => (genere === 'ufficiali' ? fraseEvento({ ...NIENTE, atto }).ufficiale : genereDi(atto) === genere));
