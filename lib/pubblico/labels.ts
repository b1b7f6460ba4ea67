import { STATI_IN_ORDINE } from '@/lib/attuazione/schema';
import type { ProgettoPubblico } from './letture';

const RUOLI: Record<string, string> = {
  CAPOFILA: 'Capofila',
  PARTNER_GESTORE: 'Ente gestore',
  PARTNER_ETS: 'Ente del terzo settore',
  ALTRO: 'Altro ente',
};

/** Il ruolo di un'organizzazione in un progetto; una parola che il portale non conosce si mostra com'è. */
export const ruoloInParole = (ruolo: string): string => RUOLI[ruolo] ?? ruolo;

/** Quante azioni in ogni stato, nell'ordine del ciclo di vita; gli stati senza azioni non compaiono. */
export function contaStati(azioni: ProgettoPubblico['azioni']): { stato: ProgettoPubblico['azioni'][number]['stato']; quante: number }[] {
  return [...STATI_IN_ORDINE, null]
    .map((stato) => ({ stato, quante: azioni.filter((azione) => azione.stato === stato).length }))
    .filter(({ quante }) => quante > 0);
}

/** L'ultimo giorno raccontato dalle relazioni approvate di un progetto, AAAA-MM-GG; null se nessuna azione è stata rilevata. */
export const rilevatoAl = (azioni: ProgettoPubblico['azioni']): string | null =>
  azioni.reduce<string | null>((ultimo, { statoAl }) => (statoAl && (!ultimo || statoAl > ultimo) ? statoAl : ultimo), null);
