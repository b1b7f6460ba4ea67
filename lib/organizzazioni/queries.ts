import type { Attore } from '@/lib/auth/attore';
import { queryAs } from '@/lib/db/scope';
import { nomeRegione } from './labels';

/** Come si presenta la Regione in fondo a ogni pagina. */
export type RegioneNelPiede = { nome: string; direzione: string | null; indirizzo: string | null };

/** La Regione dell'attore: ente, direzione, indirizzo. */
export async function leggiRegione(attore: Attore): Promise<RegioneNelPiede> {
  const regione = await queryAs(attore, (tx) =>
    tx.regione.findUnique({ where: { id: attore.regioneId }, select: { nome: true, direzione: true, indirizzo: true } }),
  );
  return {
    nome: nomeRegione(regione?.nome ?? attore.regioneNome),
    direzione: regione?.direzione ?? null,
    indirizzo: regione?.indirizzo ?? null,
  };
}
