import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';

const IN_BOZZA: readonly StatoProgetto[] = ['IDEA_BOZZA', 'PROGETTO_BOZZA'];

/** Lo stato di una domanda dove la si scrive: finché non è presentata lo dice a lettere maiuscole, perché nessuno creda di averla inviata. */
export const badgeDomanda = (stato: StatoProgetto) =>
  IN_BOZZA.includes(stato) ? ({ ...ETICHETTA_PROGETTO[stato], testo: 'BOZZA, non presentata' } as const) : ETICHETTA_PROGETTO[stato];

export const NOME_PARTECIPAZIONE = {
  CAPOFILA: 'Capofila',
  PARTNER_GESTORE: 'Ente gestore partner',
  PARTNER_ETS: 'Partner del terzo settore',
  ALTRO: 'Altro partner',
} as const;
