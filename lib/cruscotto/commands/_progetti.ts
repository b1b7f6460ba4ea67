import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';

/** Ricordare e assegnare spettano a chi istruisce o dirige. @throws DomainError cruscotto.ruoloMancante */
export function soloChiIstruisce({ ruolo }: Attore): void {
  if (ruolo !== 'ISTRUTTORE' && ruolo !== 'DIRIGENTE')
    throw new DomainError(
      'cruscotto.ruoloMancante',
      'Non puoi farlo con questo profilo. Serve il ruolo di istruttore o dirigente della Regione.',
    );
}

/** I progetti delle righe scelte (progetti o azioni), ciascuno una volta. Le righe che non esistono o non si vedono non contano. */
export async function progettiScelti(tx: Tx, { id, vista }: { id: string[]; vista: 'progetti' | 'azioni' }): Promise<string[]> {
  const da =
    vista === 'azioni'
      ? sql`select distinct progetto_id as id from azione where id = any (${id}::uuid[])`
      : sql`select id from progetto where id = any (${id}::uuid[])`;
  const righe = await tx.$queryRaw<{ id: string }[]>(sql`${da} order by id`);
  if (righe.length === 0) throw new DomainError('cruscotto.nessunaRiga', 'Le righe scelte non ci sono più. Ricarica l’elenco.');
  return righe.map((riga) => riga.id);
}
