import type { Attore } from '@/lib/auth/attore';
import type { VesteProgetto } from '@/lib/progetti/stati';

/** In che veste una persona agisce su una domanda: l'ente per cui lavora ne è capofila? */
export const vesteDi = (
  { lettore, ruolo, organizzazioneId }: Pick<Attore, 'lettore' | 'ruolo' | 'organizzazioneId'>,
  partner: readonly { organizzazioneId: string; ruolo: string }[],
): VesteProgetto => ({
  ruolo,
  capofila: lettore === 'app_ente' && partner.some((p) => p.ruolo === 'CAPOFILA' && p.organizzazioneId === organizzazioneId),
});
