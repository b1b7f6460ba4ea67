import type { Attore } from '@/lib/auth/attore';
import { vociDi } from '@/lib/bandi/configurazione';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { IN_ISTRUTTORIA } from '../regole';
import type { VerificheScritte } from '../schema';
import { esigiVociNote } from '../verifiche';
import { configurazioneDi, eventoDi, trovaPratica } from './_pratica';

/** L'istruttore salva la lista di controllo, anche a metà. `rev` dice su quale versione ha lavorato: una superata non sovrascrive. */
export const salvaVerifiche = (attore: Attore, { progettoId, rev, verifiche }: VerificheScritte): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    if (attore.ruolo !== 'ISTRUTTORE')
      throw new DomainError('istruttoria.ruoloMancante', 'Non puoi compilare le verifiche. Serve il ruolo di istruttore della Regione.');
    if (!IN_ISTRUTTORIA.includes(pratica.stato))
      throw new DomainError('istruttoria.chiusa', 'Le verifiche si compilano solo mentre la domanda è in istruttoria. Ricarica la pagina.');
    esigiVociNote(vociDi((await configurazioneDi(tx, pratica)).ammissibilita, pratica.fase), verifiche);
    const scritte = await tx.$executeRaw`
      insert into istruttoria (progetto_id, fase, regione_id, verifiche, rev)
      select ${progettoId}::uuid, ${pratica.fase}, ${attore.regioneId}::uuid, ${JSON.stringify(verifiche)}::jsonb, 1
      where ${rev} = 0 or exists (select from istruttoria i where i.progetto_id = ${progettoId}::uuid and i.fase = ${pratica.fase})
      on conflict (progetto_id, fase) do update set verifiche = excluded.verifiche, rev = istruttoria.rev + 1 where istruttoria.rev = ${rev}`;
    if (scritte === 0)
      throw new DomainError(
        'istruttoria.conflitto',
        'Un’altra persona ha salvato le verifiche mentre le compilavi. Le tue risposte sono ancora qui: ricarica la pagina in un’altra scheda e confrontale.',
      );
    const risposte = Object.values(verifiche).filter(({ esito }) => esito).length;
    return { result: { rev: rev + 1 }, evento: eventoDi('istruttoria.verificata', pratica, null, { risposte, rev: rev + 1 }) };
  });
