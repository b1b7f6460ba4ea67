import pg from 'pg';

/** Quanti periodi mensili ha ogni progetto, tutti presentati tranne l'ultimo per uno su dieci. */
export type Misure = { progetti: number; periodi: number };

/** Ciò che scriverebbero i trigger, fermi mentre si riempie: quando un periodo è stato presentato, e i riassunti. Progetti con quel codice (`like`). */
export const RIASSUNTI = (codici: string): string[] => [
  `update periodo pe set presentato_il = r.presentato_il from rapporto_progetto r join progetto p on p.id = r.progetto_id
    where r.periodo_id = pe.id and r.stato <> 'BOZZA' and p.codice like '${codici}'`,
  `insert into situazione_azione (azione_id, regione_id, progetto_id, avanzamento_id, periodo_al, stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva)
    select distinct on (a.azione_id) a.azione_id, a.regione_id, a.progetto_id, a.id, pe.al, a.stato, a.percentuale, a.inizio_effettivo, a.fine_stimata, a.fine_effettiva
    from avanzamento a join rapporto_progetto r on r.id = a.rapporto_id join periodo pe on pe.id = r.periodo_id join progetto p on p.id = a.progetto_id
    where p.codice like '${codici}' order by a.azione_id, pe.al desc`,
  `insert into situazione_mese (progetto_id, mese, regione_id, non_avviate, in_preparazione, in_corso, parziali, completate, sospese)
    select a.progetto_id, date_trunc('month', pe.al)::date, a.regione_id, count(*) filter (where a.stato = 'NON_AVVIATA'), count(*) filter (where a.stato = 'IN_PREPARAZIONE'),
      count(*) filter (where a.stato = 'IN_CORSO'), count(*) filter (where a.stato = 'PARZIALMENTE_REALIZZATA'), count(*) filter (where a.stato = 'COMPLETATA'),
      count(*) filter (where a.stato = 'SOSPESA')
    from avanzamento a join rapporto_progetto r on r.id = a.rapporto_id join periodo pe on pe.id = r.periodo_id join progetto p on p.id = a.progetto_id
    where p.codice like '${codici}' group by 1, 2, 3`,
  `select count(app.conta_progetto(id)::text) from progetto where codice like '${codici}'`,
];

/** I mesi finiscono con giugno 2020: l'orologio della dimostrazione è il 9 luglio. */
const PASSI = (periodi: number): string[] => [
  // un progetto su ventidue copia luogo e bando da ciascuno dei progetti veri
  `insert into progetto (regione_id, bando_id, codice, titolo, territorio, provincia, istat_comune, lat, lon, popolazione, stato, data_avvio, data_fine_prevista, iniziative_collegate)
    select m.regione_id, m.bando_id, 'Y' || lpad(n::text, 5, '0'), 'Progetto di misura ' || n, m.territorio, m.provincia, m.istat_comune, m.lat, m.lon, m.popolazione,
      (case when n % 40 = 0 then 'SOSPESO' else 'AVVIATO' end)::stato_progetto, '2018-07-01', '2021-06-30', '{}'
    from generate_series(1, $1::int) n join (select *, row_number() over (order by codice) - 1 as posto, count(*) over () as quanti from progetto where codice like 'P%') m on m.posto = n % m.quanti`,
  `insert into partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal)
    select p.regione_id, p.id, e.id, (case when e.n = 1 then 'CAPOFILA' else 'PARTNER_GESTORE' end)::ruolo_partecipazione, e.n, '2018-01-01'
    from progetto p cross join lateral (select o.id, row_number() over (order by md5(o.id::text || p.id::text)) as n from organizzazione o
      where o.tipo = 'ENTE_GESTORE' and o.regione_id = p.regione_id) e where p.codice like 'Y%' and e.n <= 3`,
  `insert into azione (regione_id, progetto_id, organizzazione_id, codice, ordine, titolo, tipo, categoria_valutatore, inizio_previsto, fine_prevista)
    select e.regione_id, e.progetto_id, e.organizzazione_id, 'A' || n, n, 'Azione di misura ' || n, 'SERVIZIO', 'informazione', '2018-09-01', '2020-12-31'
    from partecipazione e join progetto p on p.id = e.progetto_id, generate_series(1, 10) n where p.codice like 'Y%' and n % 3 + 1 = e.ordine`,
  `insert into periodo (regione_id, progetto_id, numero, tipo, dal, al, scadenza)
    select p.regione_id, p.id, n, 'ORDINARIO', d::date, (d + interval '1 month')::date - 1, (d + interval '1 month')::date + (case when right(p.codice, 1) = '1' then 3 else 29 end)
    from progetto p, generate_series(1, ${periodi}) n, lateral (select date '2020-07-01' - make_interval(months => ${periodi} - n + 1) as d) x where p.codice like 'Y%'`,
  `insert into rapporto_progetto (regione_id, progetto_id, periodo_id, stato, presentato_il, deciso_il, sospeso_dal)
    select pe.regione_id, pe.progetto_id, pe.id, s.stato::stato_rapporto, '2020-07-02', case when s.stato = 'APPROVATO' then '2020-07-05'::timestamptz end,
      case when s.stato = 'CHIARIMENTI' then '2020-07-04'::timestamptz end
    from periodo pe join progetto p on p.id = pe.progetto_id, lateral (select case when pe.numero < ${periodi} then 'APPROVATO'
      else (array['', '', 'PRESENTATO', 'PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI'])[1 + right(p.codice, 2)::int % 20] end as detto) d,
      lateral (select coalesce(d.detto, 'APPROVATO') as stato) s where p.codice like 'Y%' and s.stato <> ''`,
  `insert into avanzamento (regione_id, progetto_id, rapporto_id, azione_id, organizzazione_id, diffusione, stato, percentuale, inizio_effettivo, fine_stimata, rev, riaperto)
    select r.regione_id, r.progetto_id, r.id, z.id, z.organizzazione_id, (case when r.stato = 'APPROVATO' then 'APPROVATO' else 'PRESENTATO' end)::diffusione,
      (array['NON_AVVIATA', 'IN_PREPARAZIONE', 'IN_CORSO', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA', 'COMPLETATA', 'SOSPESA'])[1 + (z.ordine + pe.numero) % 7]::stato_azione,
      40, '2018-09-01', case when z.ordine % 5 = 0 then date '2021-03-31' end, 1, r.stato = 'CHIARIMENTI' and z.ordine = 1
    from rapporto_progetto r join periodo pe on pe.id = r.periodo_id join progetto p on p.id = r.progetto_id join azione z on z.progetto_id = r.progetto_id where p.codice like 'Y%'`,
  `insert into avanzamento_causa (regione_id, progetto_id, organizzazione_id, avanzamento_id, causa, diffusione, primaria)
    select a.regione_id, a.progetto_id, a.organizzazione_id, a.id, c.codice, a.diffusione, true from avanzamento a join azione z on z.id = a.azione_id
    join progetto p on p.id = a.progetto_id
    join (select codice, row_number() over (order by codice) as posto, count(*) over () as quante from causa_ritardo) c on c.posto = 1 + right(p.codice, 3)::int % c.quante
    where p.codice like 'Y%' and z.ordine % 5 = 0`,
  `insert into chiarimento (regione_id, progetto_id, rapporto_id, azione_id, stato, domanda, entro, chiesto_il)
    select r.regione_id, r.progetto_id, r.id, z.id, 'APERTO', 'Domanda', '2020-07-20', '2020-07-04' from rapporto_progetto r join progetto p on p.id = r.progetto_id
    join azione z on z.progetto_id = r.progetto_id and z.ordine = 1 where p.codice like 'Y%' and r.stato = 'CHIARIMENTI'`,
  `insert into proroga (regione_id, progetto_id, numero, stato, fine_attuale, fine_chiesta, motivo, organizzazione_id, presentata_il)
    select p.regione_id, p.id, 1, 'PRESENTATA', '2021-06-30', '2021-12-31', 'Motivo', e.organizzazione_id, '2020-07-01' from progetto p
    join partecipazione e on e.progetto_id = p.id and e.ruolo = 'CAPOFILA' where p.codice like 'Y%' and right(p.codice, 2) = '07'`,
  `insert into sospensione (regione_id, progetto_id, motivo, dal, atto, data_atto)
    select p.regione_id, p.id, 'EMERGENZA_SANITARIA', '2020-03-09', 'D.D. 1', '2020-03-09' from progetto p where p.codice like 'Y%' and p.stato = 'SOSPESO'`,
  ...RIASSUNTI('Y%'),
];

/**
 * Riempie il database di misura: progetti di dieci azioni e `periodi` mesi di relazioni, con i trigger fermi (uno per riga costerebbe più di tutto
 * il resto) e i riassunti scritti in una volta.
 */
export async function popolaAttuazione(superutente: string, { progetti, periodi }: Misure): Promise<void> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  try {
    await db.query('set session_replication_role = replica');
    for (const passo of PASSI(periodi)) await db.query(passo, passo.includes('$1') ? [progetti] : []);
    await db.query('vacuum analyze');
  } finally {
    await db.end();
  }
}
