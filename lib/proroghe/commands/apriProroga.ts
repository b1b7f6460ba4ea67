import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { APERTE, esigiProrogabile, fineChiesta, fineDi } from '../rules';
import type { ProrogaNuova } from '../schema';
import { mesiMassimi, oggettoDi, rinunciaInCorso } from './_proroga';

/**
 * Il capofila comincia una richiesta di proroga, del progetto o di una sua azione: nasce in bozza, così vi si allegano le prove, e la presenta il referente.
 * @throws DomainError proroga.ruoloMancante, proroga.giaAperta, e i rifiuti di fineChiesta e esigiProrogabile
 */
export const apriProroga = (attore: Attore, scritta: ProrogaNuova): Promise<{ prorogaId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritta.progettoId);
    if (!pratica.chi.capofila || attore.lettore !== 'app_ente')
      throw new DomainError('proroga.ruoloMancante', 'La proroga la chiede l’ente capofila del progetto.');
    esigiProrogabile(pratica.stato, await rinunciaInCorso(tx, pratica));
    const { azioneId, mesi, data, motivo } = scritta;
    const oggetto = await oggettoDi(tx, pratica, azioneId);
    const chiesta = fineChiesta(oggetto, { mesi, data }, await mesiMassimi(tx, pratica), giornoDi(attore.adesso));
    await esigiNessunaAperta(tx, pratica, azioneId);
    const id = randomUUID();
    const chiavi = { id, regioneId: attore.regioneId, progettoId: pratica.id, azioneId, organizzazioneId: attore.organizzazioneId };
    const date = { fineAttuale: giorno(fineDi(oggetto)), fineChiesta: giorno(chiesta), mesiChiesti: mesi };
    // il numero lo dà il database (app.numera_proroga)
    await tx.proroga.createMany({ data: [{ ...chiavi, ...date, numero: 0, motivo: motivo ?? '' }] });
    return {
      result: { prorogaId: id },
      evento: {
        ...{ atto: 'proroga.aperta', oggetto: 'proroga', oggettoId: id, progettoId: pratica.id, riservato: true },
        dopo: { stato: 'BOZZA', fine: fineDi(oggetto), chiesta, ...(azioneId ? { azioneId } : {}) },
      },
    };
  });

async function esigiNessunaAperta(tx: Tx, { id: progettoId }: Pratica, azioneId: string | null): Promise<void> {
  const aperte = await tx.proroga.count({ where: { progettoId, azioneId, stato: { in: [...APERTE] } } });
  if (aperte > 0)
    throw new DomainError(
      'proroga.giaAperta',
      `C’è già una richiesta di proroga aperta per ${azioneId ? 'questa azione' : 'il progetto'}: continua quella, o annullala.`,
    );
}
