import type { Ruolo } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { nomeRuolo } from '@/lib/organizzazioni/labels';

export const puoConfigurare = (ruolo: Ruolo): boolean => ruolo === 'AMMINISTRATORE';

/** @throws DomainError bando.ruoloMancante, con il ruolo che serve */
export function esigiAmministratore(ruolo: Ruolo, cosa: string): void {
  if (!puoConfigurare(ruolo))
    throw new DomainError('bando.ruoloMancante', `Non puoi ${cosa}. Serve il ruolo di ${nomeRuolo('AMMINISTRATORE')} della Regione.`);
}

/** Da scrivere accanto a un comando che non c'è. */
export const RUOLO_CHE_CONFIGURA = `serve il ruolo di ${nomeRuolo('AMMINISTRATORE')} della Regione.`;
