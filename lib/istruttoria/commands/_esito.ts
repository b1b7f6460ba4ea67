import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { cambiaStatoProgetto, chiudiRichieste, eventoDi, type Pratica } from './_pratica';

type Esito = { esito: 'AMMISSIBILE' | 'INAMMISSIBILE'; evento: string; a: StatoProgetto; motivi: string[]; motivazione: string | null };

/** I due esiti dell'istruttoria hanno gli stessi passi: la decisione, lo stato, le richieste chiuse, l'istruttoria chiusa. */
export async function chiudiIstruttoria(tx: Tx, attore: Attore, pratica: Pratica, scelta: Esito): Promise<NuovoEvento> {
  const { esito, motivi, motivazione, a } = scelta;
  await tx.decisione.createMany({
    data: [
      {
        regioneId: attore.regioneId,
        progettoId: pratica.id,
        bandoId: pratica.bandoId,
        fase: pratica.fase,
        esito,
        motivi,
        motivazione,
        decisaDa: attore.utenteId,
      },
    ],
  });
  await chiudiRichieste(tx, pratica);
  await tx.$executeRaw`update istruttoria set chiusa_il = app.adesso() where progetto_id = ${pratica.id}::uuid and fase = ${pratica.fase}`;
  await cambiaStatoProgetto(tx, pratica, a);
  return eventoDi(scelta.evento, pratica, a, motivi.length > 0 ? { motivi: motivi.join(',') } : {});
}
