import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { nomeStato } from '@/lib/ricerca/labels';
import { CHIAVI_STATO } from '@/lib/ricerca/pannello';
import type { Codice } from './contratto';

/** Gli elenchi di codici del dizionario che non dipendono dalla Regione. Nei file i codici sono minuscoli, come nelle tabelle già pubblicate. */

export const STATI_PROGETTO: Codice[] = Object.entries(ETICHETTA_PROGETTO).map(([codice, { testo }]) => [codice.toLowerCase(), testo]);
export const STATI_AZIONE: Codice[] = CHIAVI_STATO.map((stato) => [
  stato === 'NON_RILEVATA' ? 'non_rilevato' : stato.toLowerCase(),
  nomeStato(stato),
]);
export const FONTI_STATO: Codice[] = [
  ['esplicito', 'La fonte lo dice'],
  ['desunto', 'Desunto dal testo'],
  ['non_rilevato', 'Non rilevato'],
];
export const TIPI_AZIONE: Codice[] = [
  ['servizio', 'Servizio'],
  ['azione', 'Azione'],
];
export const RUOLI: Codice[] = [
  ['capofila', 'Capofila'],
  ['partner_gestore', 'Ente gestore partner'],
  ['partner_ets', 'Partner del Terzo settore'],
  ['altro', 'Altro'],
];
export const FORME_ENTE: Codice[] = [
  ['consorzio', 'Consorzio'],
  ['citta', 'Città'],
  ['unione_montana', 'Unione montana'],
  ['unione_comuni', 'Unione di comuni'],
  ['asl', 'ASL'],
  ['convenzione_comuni', 'Convenzione tra comuni'],
];
/** Dalle righe k-anonime: i passi di generalizzazione uniscono alcune voci (lib/soppressione/kAnonimato.ts). */
const TOLTO: Codice = ['NON_DIFFUSO', 'Variabile tolta a tutte le righe'];
export const CLASSI_ETA: Codice[] = [
  ['0-17', 'Fino a 17 anni'],
  ['18-29', 'Da 18 a 29 anni'],
  ['30-54', 'Da 30 a 54 anni'],
  ['18-54', 'Da 18 a 54 anni (classi unite)'],
  ['18+', 'Da 18 anni (classi unite)'],
  ['55+', 'Da 55 anni'],
  TOLTO,
];
export const SESSI: Codice[] = [
  ['F', 'Femmina'],
  ['M', 'Maschio'],
  ['X', 'Altro'],
  ['ND', 'Non dichiara'],
];
export const CITTADINANZE: Codice[] = [['IT', 'Italiana'], ['UE', 'Unione europea'], ['NON_UE', 'Fuori dall’Unione europea'], TOLTO];
export const TITOLI: Codice[] = [
  ['0-2', 'Fino alla licenza media (ISCED 0-2)'],
  ['3-4', 'Diploma (ISCED 3-4)'],
  ['5-8', 'Titolo terziario (ISCED 5-8)'],
  TOLTO,
];
export const CONDIZIONI: Codice[] = [
  ['DISOCCUPATO', 'Disoccupato'],
  ['INATTIVO', 'Inattivo (voci unite)'],
  ['INATTIVO_ISTRUZIONE', 'Inattivo, in istruzione o formazione'],
  ['INATTIVO_ALTRO', 'Inattivo, altro'],
  ['OCCUPATO', 'Occupato (voci unite)'],
  ['OCCUPATO_DIPENDENTE', 'Occupato dipendente'],
  ['OCCUPATO_AUTONOMO', 'Occupato autonomo'],
  TOLTO,
];
