import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { piuGiorni } from '../rules';

/** Una domanda aperta per ogni azione: il database riapre ciascuna all'ente. Restituisce entro quando si risponde, AAAA-MM-GG. */
export async function scriviChiarimenti(
  tx: Tx,
  attore: Attore,
  { id: rapportoId, progettoId }: { id: string; progettoId: string },
  domande: { id: string; azioneId: string }[],
  domanda: string,
): Promise<string> {
  const { bando } = await tx.progetto.findUniqueOrThrow({
    where: { id: progettoId },
    select: { bando: { select: { giorniChiarimento: true } } },
  });
  const entro = piuGiorni(giornoDi(attore.adesso), bando.giorniChiarimento);
  const comune = {
    regioneId: attore.regioneId,
    progettoId,
    rapportoId,
    stato: 'APERTO' as const,
    domanda,
    entro: new Date(`${entro}T00:00:00Z`),
  };
  await tx.chiarimento.createMany({ data: domande.map((chi) => ({ ...comune, ...chi })) });
  return entro;
}
