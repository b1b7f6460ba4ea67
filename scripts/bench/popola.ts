import pg from 'pg';
import { RIASSUNTI } from './popolaAttuazione';

/** Porta il programma dimostrativo a `progetti` progetti, con enti, azioni, quantità, periodi, relazioni e avanzamenti in proporzione. */
export async function popola(superutente: string, progetti: number): Promise<void> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  try {
    // con i trigger accesi ogni avanzamento rifarebbe i conti del suo mese: si fermano, e i riassunti si scrivono in una volta
    await db.query('set session_replication_role = replica');
    await db.query(
      `with modello as (select * from progetto where codice = 'P01'), nuovi as (
        insert into progetto (regione_id, bando_id, codice, titolo, territorio, provincia, istat_comune, lat, lon, popolazione, stato, iniziative_collegate)
        select regione_id, bando_id, 'X' || lpad(n::text, 5, '0'), 'Progetto di prova numero ' || n, 'Territorio ' || n, provincia, istat_comune, lat, lon, 10000 + n, 'AVVIATO', '{}'
        from modello, generate_series(1, $1::int) n returning id, regione_id
      ), enti as (
        insert into partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal)
        select m.regione_id, m.id, e.id, (case when e.n = 1 then 'CAPOFILA' else 'PARTNER_GESTORE' end)::ruolo_partecipazione, e.n, '2019-04-01'
        from nuovi m cross join lateral (select o.id, row_number() over (order by md5(o.id::text || m.id::text)) as n from organizzazione o where o.tipo = 'ENTE_GESTORE' and o.regione_id = m.regione_id) e
        where e.n <= 3 returning progetto_id, regione_id, organizzazione_id, ordine
      ), periodi as (
        insert into periodo (regione_id, progetto_id, numero, tipo, dal, al, scadenza)
        select regione_id, id, n, 'ORDINARIO', ('2018-01-01'::date + make_interval(months => 6 * (n - 1)))::date, ('2018-07-01'::date + make_interval(months => 6 * (n - 1)))::date - 1, ('2018-08-01'::date + make_interval(months => 6 * (n - 1)))::date - 1
        from nuovi, generate_series(1, 5) n returning id, progetto_id, regione_id, numero
      ), azioni as (
        insert into azione (regione_id, progetto_id, organizzazione_id, codice, ordine, titolo, tipo, categoria_valutatore, inizio_previsto, fine_prevista)
        select e.regione_id, e.progetto_id, e.organizzazione_id, 'A' || n, n, 'Azione di prova ' || n, 'SERVIZIO', 'informazione', '2019-06-01', '2020-12-31'
        from enti e, generate_series(1, 10) n where n % 3 + 1 = e.ordine returning id, progetto_id, regione_id, organizzazione_id, ordine
      ), relazioni as (
        insert into rapporto_progetto (regione_id, progetto_id, periodo_id, stato, presentato_il, deciso_il)
        select regione_id, progetto_id, id, 'APPROVATO', '2020-01-20', '2020-02-01' from periodi where numero <= 4 returning id, progetto_id, regione_id
      )
      insert into avanzamento (regione_id, progetto_id, rapporto_id, azione_id, organizzazione_id, diffusione, stato, percentuale, inizio_effettivo, rev)
      select r.regione_id, r.progetto_id, r.id, a.id, a.organizzazione_id, 'APPROVATO', 'IN_CORSO', 40, '2019-07-01', 1 from relazioni r join azioni a on a.progetto_id = r.progetto_id`,
      [progetti],
    );
    // ciò che leggono le tabelle della ricerca: un ambito e la classificazione intera, con le quote che fanno pieni e vuoti
    await db.query(`insert into progetto_ambito (regione_id, progetto_id, ambito_id)
      select p.regione_id, p.id, a.id from progetto p join (select id, regione_id, row_number() over (order by numero) - 1 as posto, count(*) over () as quanti from ambito) a
        on a.regione_id = p.regione_id and a.posto = right(p.codice, 5)::int % a.quanti where p.codice like 'X%'`);
    await db.query(`insert into classificazione_progetto (regione_id, progetto_id, categoria, presente, attribuita_il, fonte)
      select p.regione_id, p.id, c.codice, (right(p.codice, 5)::int + c.ordine) % 3 = 0, '2019-06-01', 'Misura'
      from progetto p join categoria_intervento c on c.regione_id = p.regione_id and c.tabella is not null where p.codice like 'X%'`);
    await db.query(`update progetto set importo_richiesto_cents = 30000000, importo_assegnato_cents = 25000000 where codice like 'X%'`);
    for (const riassunto of RIASSUNTI('X%')) await db.query(riassunto);
    await db.query('vacuum analyze');
  } finally {
    await db.end();
  }
}
