import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';

/** Cambia il nome di una vista propria. @throws DomainError se non esiste più o il nome è già di un'altra */
export const rinominaVista = (attore: Attore, { vistaId, nome }: { vistaId: string; nome: string }): Promise<void> =>
  annotaAs(attore, async (tx) => {
    // una persona sola scrive le sue viste: chi ne rinomina due insieme aspetta qui
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('viste' || ${attore.utenteId}, 0))::text`;
    const vista = await tx.vistaSalvata.findUnique({ where: { id: vistaId }, select: { pagina: true } });
    if (!vista) throw new DomainError('vista.nonTrovata', 'Questi filtri salvati non ci sono più.');
    const usato = await tx.vistaSalvata.count({ where: { pagina: vista.pagina, nome, id: { not: vistaId } } });
    if (usato > 0) throw new DomainError('vista.nomeUsato', 'Hai già dei filtri salvati con questo nome. Scegline un altro.', 'nome');
    await tx.$executeRaw`update vista_salvata set nome = ${nome} where id = ${vistaId}::uuid`;
  });
