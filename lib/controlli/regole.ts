import type { Attore, Ruolo } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';

/**
 * La Regione legge un'identità solo per un controllo sul posto: una persona lo chiede con il motivo, un dirigente che è un'altra persona lo autorizza, per pochi
 * giorni. Le stesse regole le fa rispettare il database (motivato_chiesto, motivato_autorizzato, app.leggi_identita_motivata).
 */

export const CHI_CHIEDE: readonly Ruolo[] = ['ISTRUTTORE', 'CONTROLLORE'];

export type StatoAccesso = 'IN_ATTESA' | 'ATTIVO' | 'SCADUTO';
export const NOME_STATO: Record<StatoAccesso, string> = {
  IN_ATTESA: 'Da autorizzare',
  ATTIVO: 'Autorizzato',
  SCADUTO: 'Scaduto',
};

/** @param scadeIl istante ISO, null finché nessuno autorizza */
export const statoAccesso = ({ scadeIl }: { scadeIl: string | null }, adesso: Date): StatoAccesso =>
  scadeIl === null ? 'IN_ATTESA' : new Date(scadeIl) > adesso ? 'ATTIVO' : 'SCADUTO';

/** @throws DomainError controllo.ruoloMancante */
export function esigiChiChiede({ ruolo }: Pick<Attore, 'ruolo'>): void {
  if (!CHI_CHIEDE.includes(ruolo))
    throw new DomainError('controllo.ruoloMancante', 'La lettura per un controllo la chiede un istruttore o un controllore della Regione.');
}

/** @throws DomainError controllo.ruoloMancante, controllo.stessaPersona, controllo.giaAutorizzato */
export function esigiChiAutorizza(
  { ruolo, utenteId }: Pick<Attore, 'ruolo' | 'utenteId'>,
  accesso: { chiestoDa: string; autorizzatoDa: string | null },
): void {
  if (ruolo !== 'DIRIGENTE')
    throw new DomainError('controllo.ruoloMancante', 'Non puoi autorizzare: serve il ruolo di dirigente della Regione.');
  if (accesso.chiestoDa === utenteId)
    throw new DomainError('controllo.stessaPersona', 'Hai chiesto tu questa lettura: la deve autorizzare un’altra persona.');
  if (accesso.autorizzatoDa !== null)
    throw new DomainError('controllo.giaAutorizzato', 'Questa lettura è già autorizzata. Ricarica la pagina.');
}
