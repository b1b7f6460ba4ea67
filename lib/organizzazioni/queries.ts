import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { nomeRegione } from './labels';

/** Come si presenta la Regione in fondo a ogni pagina. */
export type RegioneNelPiede = { nome: string; direzione: string | null; indirizzo: string | null };

/** La Regione dell'attore: ente, direzione, indirizzo. */
export async function leggiRegione(attore: Attore): Promise<RegioneNelPiede> {
  const [regione] = await interroga<RegioneNelPiede>(
    attore,
    sql`select nome, direzione, indirizzo from regione where id = ${attore.regioneId}::uuid`,
  );
  return {
    nome: nomeRegione(regione?.nome ?? attore.regioneNome),
    direzione: regione?.direzione ?? null,
    indirizzo: regione?.indirizzo ?? null,
  };
}
