import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { PAGINA_VISTE } from '../queriesElenco';
import { soloCondizioni } from '../schema';

const MASSIMO = 30;

/**
 * Tiene pronti i filtri di un elenco per chi li ha scelti: un segnalibro, non un atto, e non lascia eventi. `filtri` è la domanda dell'indirizzo.
 * @throws DomainError se il nome è già usato o le viste sono troppe
 */
export const salvaVista = (attore: Attore, { nome, filtri }: { nome: string; filtri: string }): Promise<string> =>
  annotaAs(attore, async (tx) => {
    if ((await tx.vistaSalvata.count({ where: { pagina: PAGINA_VISTE } })) >= MASSIMO)
      throw new DomainError('vista.troppe', `Hai già ${MASSIMO} filtri salvati: eliminane uno prima di aggiungerne un altro.`, 'nome');
    const condizioni = JSON.stringify(soloCondizioni(Object.fromEntries(new URLSearchParams(filtri))));
    const id = randomUUID();
    const scritte = await tx.$executeRaw`insert into vista_salvata (id, regione_id, utente_id, pagina, nome, filtri)
      values (${id}::uuid, ${attore.regioneId}::uuid, ${attore.utenteId}::uuid, ${PAGINA_VISTE}, ${nome}, ${condizioni}::jsonb) on conflict do nothing`;
    if (scritte === 0) throw new DomainError('vista.nomeUsato', 'Hai già dei filtri salvati con questo nome. Scegline un altro.', 'nome');
    return id;
  });
