import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiDataONull } from '@/lib/format/data';
import { trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import type { Straordinaria } from '../schema';
import { esigiStraordinaria } from '../straordinaria';
import { esigiRegione, giorno } from './_calendario';

/**
 * La Regione chiede una relazione su un periodo già passato. L'ente la trova tra le cose da fare e la apre come le altre; le quantità sono cumulative,
 * quindi nulla si conta due volte.
 * @throws DomainError straordinaria.*, anche se il progetto non è in corso o ce n'è già una per lo stesso periodo
 */
export const chiediStraordinaria = (attore: Attore, chiesta: Straordinaria): Promise<{ periodoId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRegione(attore, 'chiedere una relazione straordinaria');
    const { id: progettoId, stato } = await trovaPratica(tx, attore, chiesta.progettoId);
    if (stato !== 'AVVIATO')
      throw new DomainError('straordinaria.nonInCorso', 'Si chiede una relazione straordinaria solo per un progetto in corso.');
    const progetto = await tx.progetto.findUnique({ where: { id: progettoId }, select: { dataAvvio: true } });
    esigiStraordinaria(chiesta, isoDiDataONull(progetto?.dataAvvio ?? null), giornoDi(attore.adesso));
    const { dal, al, scadenza, motivo } = chiesta;
    const numero = await numeroNuovo(tx, progettoId, giorno(dal), giorno(al));
    const periodoId = randomUUID();
    const date = { dal: giorno(dal), al: giorno(al), scadenza: giorno(scadenza) };
    await tx.periodo.createMany({
      data: [{ id: periodoId, regioneId: attore.regioneId, progettoId, numero, tipo: 'STRAORDINARIO', ...date, motivo }],
    });
    return {
      result: { periodoId },
      evento: { atto: 'periodo.straordinario', oggetto: 'periodo', oggettoId: periodoId, progettoId, dopo: { dal, al, scadenza, numero } },
    };
  });

async function numeroNuovo(tx: Tx, progettoId: string, dal: Date, al: Date): Promise<number> {
  const uguali = await tx.periodo.count({ where: { progettoId, tipo: 'STRAORDINARIO', dal, al, presentatoIl: null } });
  if (uguali > 0)
    throw new DomainError('straordinaria.giaChiesta', 'Per questo periodo una relazione straordinaria è già stata chiesta.', 'dal');
  const { _max } = await tx.periodo.aggregate({ where: { progettoId }, _max: { numero: true } });
  return (_max.numero ?? 0) + 1;
}
