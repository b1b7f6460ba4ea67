import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiLimitazioneAccolta, type GenereDiritto, type StatoDiritto } from '../diritti';
import type { RichiestaScelta } from '../schema';
import { esigiReferente, eventoRichiesta } from './_richiesta';

/**
 * Toglie la limitazione accolta, dopo averne informato la persona (GDPR art. 18 par. 3): i suoi dati si trattano di nuovo.
 * @throws DomainError interessato.ruoloMancante, interessato.nonTrovata, interessato.nonLimitata
 */
export const togliLimitazione = (attore: Attore, { richiestaId }: RichiestaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiReferente(attore);
    await tx.$queryRaw`select id from richiesta_interessato where id = ${richiestaId}::uuid for update`;
    const riga = await tx.richiestaInteressato.findUnique({
      where: { id: richiestaId },
      select: { genere: true, stato: true, toltaIl: true },
    });
    if (!riga) throw new DomainError('interessato.nonTrovata', 'Questa richiesta non esiste o non è del tuo ente.');
    const [genere, stato] = [riga.genere as GenereDiritto, riga.stato as StatoDiritto];
    esigiLimitazioneAccolta({ genere, stato, toltaIl: riga.toltaIl?.toISOString() ?? null });
    await tx.$executeRaw`update richiesta_interessato set tolta_il = app.adesso() where id = ${richiestaId}::uuid`;
    return { result: undefined, evento: eventoRichiesta('interessato.limitazioneTolta', richiestaId, { genere }) };
  });
