import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData } from '@/lib/format/data';
import { trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import type { StraordinariaScelta } from '../schema';
import { esigiRegione } from './_calendario';

const COMINCIATA = new DomainError(
  'straordinaria.cominciata',
  'L’ente ha già cominciato a scrivere questa relazione straordinaria: non si può più togliere.',
);

// la chiave esterna della relazione in bozza: PostgreSQL 18 distingue chi non si può togliere (23001) da chi manca (23503)
const DELLA_BOZZA = ['23001', '23503'];

/**
 * La Regione toglie una relazione straordinaria che nessuno ha ancora aperto. Le bozze non le vede: se l'ente ha cominciato lo dice il database, e
 * ciò che sta scrivendo non si perde.
 * @throws DomainError straordinaria.nonTrovata, straordinaria.cominciata
 */
export const togliStraordinaria = (attore: Attore, scelta: StraordinariaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRegione(attore, 'togliere una relazione straordinaria');
    const { id: progettoId } = await trovaPratica(tx, attore, scelta.progettoId);
    const periodo = await tx.periodo.findFirst({
      where: { id: scelta.periodoId, progettoId, tipo: 'STRAORDINARIO' },
      select: { id: true, dal: true, al: true, presentatoIl: true },
    });
    if (!periodo) throw new DomainError('straordinaria.nonTrovata', 'Questa relazione straordinaria non c’è più. Ricarica la pagina.');
    if (periodo.presentatoIl) throw COMINCIATA;
    await tx.$executeRaw`delete from periodo where id = ${periodo.id}::uuid`;
    const prima = { dal: isoDiData(periodo.dal), al: isoDiData(periodo.al) };
    return { result: undefined, evento: { atto: 'periodo.tolto', oggetto: 'periodo', oggettoId: periodo.id, progettoId, prima } };
  }).catch((error: unknown) => {
    throw DELLA_BOZZA.includes(sqlstateDi(error) ?? '') ? COMINCIATA : error;
  });
