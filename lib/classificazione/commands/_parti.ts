import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import { type Schema, type Voce, vociRifiutate } from '../voci';

/** Ciò che gli atti della classificazione hanno in comune. */

export function esigiRicerca({ lettore }: Attore): void {
  if (lettore !== 'app_ricerca')
    throw new DomainError('classificazione.soloRicerca', 'La classificazione la fa chi ha il ruolo di ricercatore.');
}

/** @throws DomainError classificazione.schemaNonTrovato */
export async function trovaSchema(tx: Tx, id: string): Promise<Pick<Schema, 'id' | 'voci' | 'esclusivo'>> {
  const schema = await tx.schemaClassificazione.findUnique({ where: { id }, select: { id: true, voci: true, esclusivo: true } });
  if (!schema) throw new DomainError('classificazione.schemaNonTrovato', 'Questo schema non esiste. Ricarica la pagina.');
  return { ...schema, voci: schema.voci as Voce[] };
}

/** @throws DomainError classificazione.voci */
export function esigiVoci(schema: Pick<Schema, 'voci' | 'esclusivo'>, scelte: readonly string[]): void {
  const rifiuto = vociRifiutate(schema, scelte);
  if (rifiuto) throw new DomainError('classificazione.voci', rifiuto, schema.esclusivo ? 'voce' : 'voci');
}

export type Tornata = { id: string; schemaId: string; bandoId: string; numero: number; svelataIl: Date | null };

/** @throws DomainError classificazione.tornataNonTrovata */
export async function trovaTornata(tx: Tx, id: string): Promise<Tornata> {
  const select = { id: true, schemaId: true, bandoId: true, numero: true, svelataIl: true };
  const tornata = await tx.tornataCodifica.findUnique({ where: { id }, select });
  if (!tornata) throw new DomainError('classificazione.tornataNonTrovata', 'Questa tornata non esiste. Ricarica la pagina.');
  return tornata;
}

/** Un progetto approvato del bando della tornata. @throws DomainError classificazione.progettoNonTrovato */
export async function esigiProgetto(tx: Tx, id: string, bandoId: string): Promise<{ codice: string }> {
  const progetto = await tx.progetto.findFirst({ where: { id, bandoId, stato: { in: [...APPROVATI] } }, select: { codice: true } });
  if (!progetto) throw new DomainError('classificazione.progettoNonTrovato', 'Questo progetto non è tra quelli da classificare.');
  return progetto;
}

/** Due atti insieme sulla stessa cosa si mettono in fila. */
export const inFila = (tx: Tx, chiave: string): Promise<unknown> =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`classificazione ${chiave}`}, 0))::text`;
