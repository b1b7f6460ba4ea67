import pg from 'pg';
import type { Mazzo } from '@/lib/identita/chiavi';
import { cifra } from '@/lib/identita/identita';

/** Quante persone in un programma, in carico a quanti enti; di quelle dell'ente misurato si scrive anche l'identità cifrata. */
export type MisurePersone = { persone: number; enti: number };
export type Popolato = { programmaId: string; progettoId: string; enteId: string; incaricoEnte: string; incaricoRegione: string };

/** Le persone n e n - 1 sono la stessa, seguita da due enti, una volta su cinquanta. */
const UGUALI = 50;
const UGUALE = `n % ${UGUALI} = 0 and prima.organizzazione_id <> q.organizzazione_id`;
const CHI = `case when ${UGUALE} then n - 1 else n end`;

const PASSI = ({ persone, enti }: MisurePersone): string[] => [
  `update progetto set stato = 'AVVIATO', data_avvio = '2019-01-01', data_fine_prevista = '2021-06-30' where codice like 'P%'`,
  `insert into organizzazione (regione_id, codice, tipo, denominazione)
    select r.regione_id, 'Z' || n, 'ENTE_GESTORE', 'Ente di misura ' || n from (select regione_id, count(*) as quanti from organizzazione where tipo = 'ENTE_GESTORE' group by 1) r,
      generate_series(1, ${enti}) n where n > r.quanti`,
  `insert into partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal)
    select p.regione_id, p.id, o.id, 'PARTNER_GESTORE', 9, '2018-01-01' from (select *, row_number() over (order by codice) as posto from organizzazione where tipo = 'ENTE_GESTORE') o
    join (select *, row_number() over (order by codice) as posto, count(*) over () as quanti from progetto where codice like 'P%') p on p.regione_id = o.regione_id
      and p.posto in (o.posto % p.quanti + 1, (o.posto * 7) % p.quanti + 1)
    where not exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = o.id)`,
  `create temporary table posti as select row_number() over (order by md5(e.progetto_id::text || e.organizzazione_id::text)) - 1 as posto, count(*) over () as quanti,
      e.regione_id, e.progetto_id, e.organizzazione_id, b.programma_id, (select z.id from azione z where z.progetto_id = e.progetto_id order by z.ordine limit 1) as azione_id
    from partecipazione e join progetto p on p.id = e.progetto_id join bando b on b.id = p.bando_id join organizzazione o on o.id = e.organizzazione_id
    where p.codice like 'P%' and o.tipo = 'ENTE_GESTORE'`,
  `create temporary table nuove as select n, md5('persona ' || n)::uuid as persona_id, md5('partecipante ' || n)::uuid as partecipante_id, md5('pseudonimo ' || ${CHI})::uuid as pseudonimo, sha256(convert_to('codice ' || ${CHI}, 'UTF8')) as impronta,
      q.regione_id, q.progetto_id, q.organizzazione_id, q.programma_id, q.azione_id, hashint4(n) & 2147483647 as caso, date '2019-01-01' + (hashint4(n * 3) & 1048575) % 540 as ingresso,
      not (${UGUALE}) or prima.progetto_id <> q.progetto_id as conta
    from generate_series(1, ${persone}) n join posti q on q.posto = n % q.quanti join posti prima on prima.posto = (n - 1) % q.quanti`,
  `insert into persona (id, regione_id, programma_id, organizzazione_id, pseudonimo, sesso, data_nascita, impronta, impronta_base, chiave_id)
    select persona_id, regione_id, programma_id, organizzazione_id, pseudonimo, case when caso % 100 < 55 then 'F' else 'M' end, date '1950-01-01' + caso % 22000, impronta, impronta, 'p-misura' from nuove`,
  // i segni come li scriverebbe il trigger, senza i suoi blocchi
  `create function app.misura_segni() returns trigger language plpgsql as $$ begin
      new.completo := new.sesso is not null and new.eta is not null and new.isced is not null and new.condizione is not null; new.segni := app.segni(new); return new; end $$`,
  'create trigger misura_segni before insert on partecipante for each row execute function app.misura_segni()',
  'alter table partecipante enable always trigger misura_segni',
  `insert into partecipante (id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, pseudonimo, ingresso, uscita, motivo_uscita, sesso, eta, comune_residenza, cittadinanza,
      origine_straniera, titolo_studio, isced, condizione, mesi_disoccupazione, disabilita, minoranza, altro_svantaggio, condizione_abitativa, rurale, informativa_il, esito_4_settimane,
      data_esito_4_settimane, conta)
    select partecipante_id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, pseudonimo, ingresso, u.uscita, case when u.uscita is not null then 'COMPLETATO' end,
      case when caso % 100 < 55 then 'F' when caso % 100 < 99 then 'M' end, 5 + caso % 85, '096004', (array['IT', 'IT', 'IT', 'IT', 'RO', 'MA', 'AL'])[1 + caso % 7],
      case when caso % 7 > 3 then 'SI' else 'NO' end, 'DIPLOMA', case when caso % 50 > 0 then caso % 7 end, (array['DISOCCUPATO', 'INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO', 'OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO'])[1 + caso % 5],
      case when caso % 5 = 0 then caso % 24 end, case when caso % 20 = 0 then 'SI' else 'NO' end, 'NO', case when caso % 9 = 0 then 'SI' else 'NO' end,
      case when caso % 30 = 0 then 'PRECARIA' else 'NESSUNA' end, caso % 4 = 0, ingresso,
      case when u.uscita is not null then jsonb_build_object('cercaLavoro', caso % 2 = 0, 'istruzione', caso % 3 = 0, 'qualifica', caso % 8 = 0, 'lavoro', caso % 6 = 0) end,
      case when u.uscita is not null then u.uscita + 21 end, conta
    from nuove, lateral (select case when caso % 2 = 0 then ingresso + 30 + caso % 150 end as uscita) u`,
  'drop trigger misura_segni on partecipante',
  'drop function app.misura_segni()',
  `insert into frequenza (regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal, ore)
    select regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, ingresso, 20 from nuove`,
];

/** Chi guarda: il referente dell'ente con più persone tra quelli che ne hanno uno, e un istruttore. */
const CHI_GUARDA = `
  select i.id as "incaricoEnte", t.programma_id as "programmaId", t.organizzazione_id as "enteId", min(t.progetto_id::text) as "progettoId",
    (select x.id from incarico x where x.ruolo = 'ISTRUTTORE' limit 1) as "incaricoRegione"
  from partecipante t join incarico i on i.organizzazione_id = t.organizzazione_id and i.ruolo = 'REFERENTE' group by 1, 2, 3 order by count(*) desc limit 1`;

/** Riempie il database di misura con i trigger fermi: uno per riga costerebbe più di tutto il resto. */
export async function popolaPersone(superutente: string, misure: MisurePersone, mazzo: Mazzo): Promise<Popolato> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  try {
    await db.query(`set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
    const indici = await togliIndici(db);
    for (const passo of PASSI(misure)) await db.query(passo);
    for (const indice of indici) await db.query(indice);
    await db.query('select app.riconta_partecipanti()');
    await db.query('vacuum analyze');
    const { rows } = await db.query<Popolato>(CHI_GUARDA);
    const [chi] = rows;
    if (!chi) throw new Error('Nessun ente con persone ha un referente.');
    await scriviIdentita(db, chi.enteId, mazzo);
    return chi;
  } finally {
    await db.end();
  }
}

/** Un milione di righe in indici a caso costa più che rifarli alla fine. @returns come si rifanno */
async function togliIndici(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ nome: string; testo: string }>(
    `select quote_ident(indexname) as nome, indexdef as testo from pg_indexes x where tablename in ('persona', 'partecipante', 'frequenza')
       and not exists (select from pg_constraint c where c.conindid = ('public.' || quote_ident(x.indexname))::regclass)`,
  );
  for (const { nome } of rows) await db.query(`drop index ${nome}`);
  return rows.map(({ testo }) => testo);
}

async function scriviIdentita(db: pg.Client, enteId: string, mazzo: Mazzo): Promise<void> {
  const { rows } = await db.query<{ id: string }>('select id from persona where organizzazione_id = $1', [enteId]);
  for (let da = 0; da < rows.length; da += 5000) {
    const lotto = rows.slice(da, da + 5000).map(({ id }, n) => ({
      id,
      ...cifra(
        id,
        {
          ...{ cognome: `Cognome${da + n}`, nome: 'Nome', telefono: '+39 015 555', email: 'x@prova.example' },
          codiceFiscale: null,
          indirizzo: null,
        },
        mazzo,
      ),
    }));
    await db.query(
      `insert into identita (persona_id, regione_id, organizzazione_id, cifrata, chiave_id)
        select p.id, p.regione_id, p.organizzazione_id, x.cifrata, $3 from unnest($1::uuid[], $2::bytea[]) x(id, cifrata) join persona p on p.id = x.id`,
      [lotto.map(({ id }) => id), lotto.map(({ cifrata }) => cifrata), mazzo.corrente],
    );
  }
  await db.query('vacuum analyze identita');
}
