import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData } from '@/lib/format/data';
import { APPROVATI } from '@/lib/progetti/schema';
import type { OndataNuova } from '../schema';
import { inFila } from './_parti';

/**
 * Apre un'ondata per i progetti di un bando: da qui i capofila dichiarano i legami al mese di riferimento. Una aperta per volta, in ordine di mese.
 * @throws DomainError rete.soloRicerca, rete.senzaProgetti, rete.ondataAperta, rete.mese
 */
export const apriOndata = (attore: Attore, { bandoId, mese }: OndataNuova): Promise<{ ondataId: string }> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_ricerca') throw new DomainError('rete.soloRicerca', 'Le ondate le apre chi ha il ruolo di ricercatore.');
    await inFila(tx, bandoId);
    if ((await tx.progetto.count({ where: { bandoId, stato: { in: [...APPROVATI] } } })) === 0)
      throw new DomainError('rete.senzaProgetti', 'Questo bando non ha progetti approvati.', 'bandoId');
    const ondate = await tx.ondataRete.findMany({ where: { bandoId }, orderBy: { numero: 'desc' } });
    if (ondate.some(({ chiusaIl }) => chiusaIl === null))
      throw new DomainError('rete.ondataAperta', 'C’è già un’ondata aperta per questo bando: prima va chiusa.');
    const [ultima] = ondate;
    if (ultima && isoDiData(ultima.mese) >= mese)
      throw new DomainError('rete.mese', 'Il mese deve venire dopo quello dell’ultima ondata.', 'mese');
    const numero = (ultima?.numero ?? -1) + 1;
    const data = { regioneId: attore.regioneId, bandoId, numero, mese: new Date(`${mese}T00:00:00Z`) };
    const { id } = await tx.ondataRete.create({ data, select: { id: true } });
    return {
      result: { ondataId: id },
      evento: { atto: 'rete.ondataAperta', oggetto: 'ondata_rete', oggettoId: id, dopo: { bando: bandoId, numero, mese } },
    };
  });

/** Chiude un'ondata: le risposte non si cambiano più. @throws DomainError rete.soloRicerca, rete.ondataChiusa */
export const chiudiOndata = (attore: Attore, { ondataId }: { ondataId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_ricerca') throw new DomainError('rete.soloRicerca', 'Le ondate le chiude chi ha il ruolo di ricercatore.');
    const { count } = await tx.ondataRete.updateMany({ where: { id: ondataId, chiusaIl: null }, data: { chiusaIl: attore.adesso } });
    if (count === 0) throw new DomainError('rete.ondataChiusa', 'Questa ondata è già chiusa o non esiste. Ricarica la pagina.');
    return { result: undefined, evento: { atto: 'rete.ondataChiusa', oggetto: 'ondata_rete', oggettoId: ondataId } };
  });
