import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { DA_DECIDERE, IN_ISTRUTTORIA } from '../regole';
import { eventoDi, trovaPratica } from './_pratica';

const APERTA = [...IN_ISTRUTTORIA, ...DA_DECIDERE, 'IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE'];

/** Affida l'istruttoria a un istruttore della Regione: a sé stessi, o a un collega che la prende in consegna. Nell'evento non c'è il nome di nessuno. */
export const assegnaIstruttoria = (attore: Attore, { progettoId, utenteId }: { progettoId: string; utenteId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    if (attore.ruolo !== 'ISTRUTTORE' && attore.ruolo !== 'DIRIGENTE')
      throw new DomainError(
        'istruttoria.ruoloMancante',
        'Non puoi assegnare l’istruttoria. Serve il ruolo di istruttore o dirigente della Regione.',
      );
    if (!APERTA.includes(pratica.stato))
      throw new DomainError(
        'istruttoria.nonAperta',
        'Questa domanda non è in istruttoria: non c’è nulla da assegnare. Ricarica la pagina.',
      );
    const istruttori = await tx.incarico.count({ where: { utenteId, ruolo: 'ISTRUTTORE', revocatoIl: null } });
    if (istruttori === 0)
      throw new DomainError(
        'istruttoria.nonIstruttore',
        'Questa persona non è un istruttore della Regione. Scegline un’altra.',
        'utenteId',
      );
    const prima = await tx.istruttoria.findUnique({
      where: { progettoId_fase: { progettoId, fase: pratica.fase } },
      select: { assegnataA: true },
    });
    if (prima?.assegnataA === utenteId)
      throw new DomainError('istruttoria.giaAssegnata', 'L’istruttoria è già assegnata a questa persona.');
    await tx.$executeRaw`
      insert into istruttoria (progetto_id, fase, regione_id, assegnata_a, assegnata_il)
      values (${progettoId}::uuid, ${pratica.fase}, ${attore.regioneId}::uuid, ${utenteId}::uuid, app.adesso())
      on conflict (progetto_id, fase) do update set assegnata_a = excluded.assegnata_a, assegnata_il = excluded.assegnata_il`;
    return { result: undefined, evento: eventoDi('istruttoria.assegnata', pratica, null, { assegnatario: utenteId }) };
  });
