import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import type { IntervistaCorretta, IntervistaNuova } from '../schema';
import { esigiRicerca } from './_parti';

/**
 * Registra un'intervista: numero, mese, modo e, se parla di uno solo, progetto. Nessun nome.
 * @throws DomainError interviste.soloRicerca, interviste.programmaNonTrovato, interviste.progettoNonTrovato, interviste.numeroGiaPreso
 */
export const registraIntervista = (attore: Attore, intervista: IntervistaNuova): Promise<{ intervistaId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { programmaId, numero, mese, modalita, progettoId } = intervista;
    // due registrazioni insieme si mettono in fila: il numero è uno per programma
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`interviste ${programmaId}`}, 0))::text`;
    if ((await tx.programma.count({ where: { id: programmaId } })) === 0)
      throw new DomainError('interviste.programmaNonTrovato', 'Questo programma non esiste. Ricarica la pagina.', 'programmaId');
    const suo = { id: progettoId ?? '', stato: { in: [...APPROVATI] }, bando: { programmaId } };
    if (progettoId && (await tx.progetto.count({ where: suo })) === 0)
      throw new DomainError('interviste.progettoNonTrovato', 'Questo progetto non è tra quelli approvati del programma.', 'progettoId');
    if ((await tx.intervista.count({ where: { programmaId, numero } })) > 0)
      throw new DomainError('interviste.numeroGiaPreso', `In questo programma l’intervista ${numero} c’è già.`, 'numero');
    const data = { regioneId: attore.regioneId, programmaId, numero, mese: new Date(`${mese}T00:00:00Z`), modalita, progettoId };
    const { id } = await tx.intervista.create({ data, select: { id: true } });
    return {
      result: { intervistaId: id },
      evento: { atto: 'interviste.intervistaRegistrata', oggetto: 'intervista', oggettoId: id, dopo: { numero } },
    };
  });

/** Corregge mese e modo di un'intervista. @throws DomainError interviste.soloRicerca, interviste.intervistaNonTrovata */
export const correggiIntervista = (attore: Attore, { intervistaId, mese, modalita }: IntervistaCorretta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const data = { mese: new Date(`${mese}T00:00:00Z`), modalita };
    const { count } = await tx.intervista.updateMany({ where: { id: intervistaId }, data });
    if (count === 0) throw new DomainError('interviste.intervistaNonTrovata', 'Questa intervista non esiste. Ricarica la pagina.');
    const dopo = { mese, modalita };
    return { result: undefined, evento: { atto: 'interviste.intervistaCorretta', oggetto: 'intervista', oggettoId: intervistaId, dopo } };
  });
