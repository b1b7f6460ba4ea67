import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { trovaDaComporre } from './_domanda';

/** Il capofila sceglie gli ambiti della domanda, per i bandi il cui modulo non li chiede già in una sezione. */
export const scegliAmbiti = (attore: Attore, { progettoId, ambiti }: { progettoId: string; ambiti: string[] }): Promise<void> =>
  commandAs(attore, async (tx) => {
    await trovaDaComporre(tx, attore, progettoId);
    await tx.$executeRaw`delete from progetto_ambito where progetto_id = ${progettoId}::uuid and ambito_id <> all (${ambiti}::uuid[])`;
    await tx.$executeRaw`insert into progetto_ambito (regione_id, progetto_id, ambito_id)
      select ${attore.regioneId}::uuid, ${progettoId}::uuid, a.id from ambito a where a.id = any (${ambiti}::uuid[]) on conflict do nothing`;
    return {
      result: undefined,
      evento: {
        atto: 'sezione.salvata',
        oggetto: 'progetto_ambito',
        oggettoId: progettoId,
        progettoId,
        dopo: { ambiti: ambiti.length },
        riservato: true,
      },
    };
  });
