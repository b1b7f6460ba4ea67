import { DomainError } from '@/lib/errors/domainError';
import { NOMI_TIPI } from './tipi';

/** Perché un documento non si carica o non si toglie. Frasi fisse: dopo l'invio la pagina le ritrova dal codice che sta nell'indirizzo. */
const FRASI = {
  'documento.vuoto': 'Il file è vuoto o non è stato scelto: scegline uno e riprova.',
  'documento.grande': 'Il file supera i 10 MB: riducilo o dividilo e riprova.',
  'documento.tipo': `Questo file non è di un tipo ammesso, qualunque cosa dica il suo nome. Carica un file ${NOMI_TIPI}, senza macro.`,
  'documento.ruolo': 'I documenti li caricano gli enti del progetto.',
  'documento.chiuso': 'La domanda non si sta scrivendo: ora non si possono aggiungere né togliere documenti.',
  'documento.voceIgnota': 'Questa domanda non chiede un documento di questo genere. Ricarica la pagina.',
  'documento.permesso': 'Il capofila ha deciso che il tuo ente non scrive questa sezione: non puoi caricarvi documenti.',
  'documento.troppi':
    'Qui ci sono già tutti i documenti che si possono caricare: togline uno, o carica un file con lo stesso nome per sostituirlo.',
  'documento.nonTrovato': 'Questo documento non esiste o non puoi vederlo.',
  'documento.presentato':
    'Il documento è già stato presentato alla Regione e resta nella versione. Per sostituirlo carica un file con lo stesso nome.',
  'documento.altrui': 'Questo documento l’ha caricato un altro ente: può toglierlo lui, o il capofila.',
} as const;
export type CodiceRifiuto = keyof typeof FRASI;

export const rifiuto = (codice: CodiceRifiuto): DomainError => new DomainError(codice, FRASI[codice]);

/** La frase di un codice letto dall'indirizzo; per gli altri rifiuti una frase che vale sempre. */
export const fraseDelRifiuto = (codice: string): string =>
  Object.hasOwn(FRASI, codice) ? FRASI[codice as CodiceRifiuto] : 'Il documento non è stato caricato. Ricarica la pagina e riprova.';
