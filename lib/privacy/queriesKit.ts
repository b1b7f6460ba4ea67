import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { DatiKit } from './kitDati';

/** I dati che riempiono i modelli privacy di un progetto avviato; null se non esiste, non si vede o non è mai stato avviato. */
export async function leggiKit(attore: Attore, progettoId: string): Promise<DatiKit | null> {
  const [riga] = await interroga<{ dati: DatiKit }>(
    attore,
    sql`
    select json_build_object(
      'progetto', json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'cup', p.cup, 'stato', p.stato, 'avvio', p.data_avvio,
        'fine', coalesce(p.data_fine_effettiva, p.data_fine_prevista)),
      'bando', (select json_build_object('titolo', b.titolo, 'atto', b.atto, 'programma', g.titolo, 'fondo', g.fondo)
        from bando b join programma g on g.id = b.programma_id where b.id = p.bando_id),
      'regione', (select json_build_object('nome', r.nome, 'direzione', r.direzione, 'indirizzo', r.indirizzo) from regione r where r.id = p.regione_id),
      'ente', json_build_object('nome', ente.nome, 'sede', ente.sede, 'capofila', ente.ruolo = 'CAPOFILA'),
      'capofila', (select o.denominazione from partecipazione x join organizzazione o on o.id = x.organizzazione_id where x.progetto_id = p.id and x.ruolo = 'CAPOFILA' limit 1),
      'partner', (select coalesce(json_agg(${NOME_ENTE} order by x.ordine), '[]') from partecipazione x join organizzazione o on o.id = x.organizzazione_id
        where x.progetto_id = p.id and x.ruolo <> 'CAPOFILA'),
      'azioni', (select coalesce(json_agg(a.titolo order by a.ordine), '[]') from azione a where a.progetto_id = p.id and a.organizzazione_id = ente.id and a.annullata_il is null),
      'periodoConvenzione', (select json_build_object('atto', c.atto, 'data', c.data_atto) from convenzione c where c.progetto_id = p.id)
    ) as dati
    from progetto p cross join lateral (
      select o.id, o.denominazione as nome, o.sede, x.ruolo from partecipazione x join organizzazione o on o.id = x.organizzazione_id
      where x.progetto_id = p.id and (x.organizzazione_id = ${attore.organizzazioneId}::uuid or x.ruolo = 'CAPOFILA')
      order by x.organizzazione_id <> ${attore.organizzazioneId}::uuid limit 1) ente
    where p.id = ${progettoId}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO')`,
  );
  return riga?.dati ?? null;
}
