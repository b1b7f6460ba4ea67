import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';

/** Un progetto in cui l'ente può registrare persone, con le azioni non annullate. */
export type ProgettoDaRiempire = { id: string; codice: string; titolo: string; azioni: { codice: string; titolo: string }[] };

/** I progetti dell'ente avviati, anche sospesi o conclusi: le persone si registrano anche dopo. Per titolo. */
export const progettiDaRiempire = async (attore: Attore): Promise<ProgettoDaRiempire[]> =>
  (
    await interroga<{ dati: ProgettoDaRiempire }>(
      attore,
      sql`
      select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'azioni', (select coalesce(json_agg(json_build_object('codice', a.codice,
        'titolo', a.titolo) order by a.ordine, a.id), '[]') from azione a where a.progetto_id = p.id and a.annullata_il is null)) as dati
      from progetto p where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO')
        and exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = ${attore.organizzazioneId}::uuid)
      order by p.titolo, p.id`,
    )
  ).map(({ dati }) => dati);
