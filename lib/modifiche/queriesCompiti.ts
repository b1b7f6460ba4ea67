import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { ModificaDovuta } from './compiti';

/** Le richieste aperte dei progetti dell'ente di chi guarda, dalla più vecchia. */
export async function leggiModificheDovute(attore: Attore): Promise<ModificaDovuta[]> {
  const righe = await interroga<{ dati: ModificaDovuta }>(
    attore,
    sql`
    select json_build_object('id', q.id, 'progettoId', p.id, 'progetto', p.titolo, 'numero', q.numero, 'dominio', q.dominio, 'stato', q.stato,
      'competente', q.competente, 'apertaIl', q.aperta_il, 'presentataIl', q.presentata_il,
      'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = app.organizzazione_id()
        and x.ruolo = 'CAPOFILA' and x.al is null)) as dati
    from richiesta_modifica q join progetto p on p.id = q.progetto_id
    where q.stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA') order by q.aperta_il, q.id limit 200`,
  );
  return righe.map(({ dati }) => dati);
}
