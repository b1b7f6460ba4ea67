import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { SchedaScritta } from '../schema';

type Scheda = { id: string; stato: string; rev: number };

/** Confronta e scambia: la scheda si scrive solo se è ancora in bozza e alla revisione letta. L'istante lo mette il database. */
export async function scriviScheda(tx: Tx, scheda: Scheda, { rev, punteggi }: SchedaScritta, a: 'BOZZA' | 'CONCLUSA'): Promise<number> {
  if (scheda.stato !== 'BOZZA') throw new DomainError('valutazione.conclusa', 'Hai già concluso questa scheda: non si cambia più.');
  const scritte = await tx.$executeRaw`
    update valutazione set punteggi = ${JSON.stringify(punteggi)}::jsonb, stato = ${a}, rev = rev + 1,
      conclusa_il = case when ${a} = 'CONCLUSA' then app.adesso() end
    where id = ${scheda.id}::uuid and rev = ${rev} and stato = 'BOZZA'`;
  if (scritte === 0)
    throw new DomainError(
      'valutazione.conflittoDiScrittura',
      'Hai salvato questa scheda da un’altra finestra mentre scrivevi qui. I valori restano in questa pagina: copiali, ricarica e ripeti.',
    );
  return rev + 1;
}
