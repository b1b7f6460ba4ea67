import type { Tx } from '@/lib/db/scope';

/**
 * Fissa gli indicatori di una relazione: i partecipanti entrati fino all'ultimo giorno del suo periodo, con gli esiti noti adesso. Ogni volta una versione
 * nuova, le precedenti restano. Chi chiama tiene gia la riga della relazione (o la sua serratura): due versioni non nascono insieme.
 * @returns il numero della versione; 0 se il bando non chiede indicatori
 */
export async function fissaIndicatori(tx: Tx, rapportoId: string): Promise<number> {
  const [esito] = await tx.$queryRaw<{ versione: number | null }[]>`
    with chiesto as (
      select r.id, r.progetto_id, r.regione_id, b.programma_id, w.al,
        (select coalesce(max(g.versione), 0) + 1 from indicatore_fissato g where g.rapporto_id = r.id) as versione
      from rapporto_progetto r join periodo w on w.id = r.periodo_id join progetto p on p.id = r.progetto_id join bando b on b.id = p.bando_id
      where r.id = ${rapportoId}::uuid and app.insieme_indicatori(p.id) <> 'NESSUNO'
    ), contato as (
      select q.*, c.codice, c.sesso, c.completi, c.valore from chiesto q cross join lateral app.conta_indicatori(q.programma_id, q.progetto_id, null, null, q.al) c
    ), scritto as (
      insert into indicatore_fissato (id, regione_id, progetto_id, rapporto_id, versione, codice, sesso, completi, valore)
      select gen_random_uuid(), regione_id, progetto_id, id, versione, codice, sesso, completi, valore from contato
      union all
      -- chi non ha partecipanti ha comunque la sua versione: zero e un numero
      select gen_random_uuid(), q.regione_id, q.progetto_id, q.id, q.versione, 'TOTALE', 'T', v.solo, 0 from chiesto q cross join (values (false), (true)) v(solo)
        where not exists (select from contato c where c.codice = 'TOTALE' and c.sesso = 'T' and c.completi = v.solo)
      returning versione
    ) select max(versione) as versione from scritto`;
  return esito?.versione ?? 0;
}
