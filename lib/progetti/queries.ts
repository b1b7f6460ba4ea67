import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { PaginaProgetti } from './letture';
import type { FiltriProgetti } from './schema';

// Scritto e non passato: con un limite ignoto PostgreSQL pianifica di nuovo l'istruzione a ogni clic, e pianificarla costa più che eseguirla.
const PER_PAGINA = sql`50`;
// per sapere se c'è una pagina dopo
const UNO_IN_PIU = sql`51`;

/**
 * I progetti che l'attore vede, in ordine di codice, 50 alla volta (`dopo` = ultimo codice della pagina precedente). Un'istruzione sola, che
 * delle pagine precedenti sa solo quanto serve a dire «da 51 a 100 di 2.000» e a tornare indietro.
 */
export async function elencaProgetti(attore: Attore, filtri: FiltriProgetti): Promise<PaginaProgetti> {
  const oggi = giornoDi(attore.adesso);
  const { dopo } = filtri;
  const scelti = condizioni(filtri);
  const [riga] = await interroga<{ dati: PaginaProgetti }>(
    attore,
    sql`
    with trovati as materialized (
      select p.id, p.codice, p.titolo, p.territorio, p.stato from progetto p where ${scelti} ${dopo ? sql`and p.codice > ${dopo}` : niente}
      order by p.codice limit ${UNO_IN_PIU}
    ), pagina as materialized (
      select p.*, e.enti, e.capofila_id from (select * from trovati order by codice limit ${PER_PAGINA}) p
      left join lateral (
        select count(*) as enti, (array_agg(pa.organizzazione_id order by pa.dal desc) filter (where pa.ruolo = 'CAPOFILA'))[1] as capofila_id
        from partecipazione pa where pa.progetto_id = p.id) e on true
    ), capofila as materialized (
      select o.id, ${NOME_ENTE} as nome from organizzazione o where o.id in (select pagina.capofila_id from pagina)
    ), righe as (
      select p.id, p.codice, p.titolo, p.territorio, p.stato, c.nome as capofila, p.enti, a.azioni, pe.periodo, r.relazione
      from pagina p left join capofila c on c.id = p.capofila_id
      left join lateral (select count(*) as azioni from azione z where z.progetto_id = p.id) a on true
      left join lateral (
        select z.id, json_build_object('dal', z.dal, 'al', z.al, 'scadenza', z.scadenza) as periodo from periodo z
        where z.progetto_id = p.id and z.al < ${oggi}::date order by z.al desc, z.numero desc limit 1) pe on true
      left join lateral (
        select json_build_object('id', z.id, 'stato', z.stato) as relazione from rapporto_progetto z 
        where z.progetto_id = p.id and z.periodo_id = pe.id limit 1) r on true
    )
    select json_build_object(
      'righe', (select coalesce(json_agg(righe order by righe.codice), '[]') from righe),
      'totale', (select count(*) from progetto p where ${scelti}),
      ${dopo ? precedenti(scelti, dopo) : sql`'prima', 0, 'precedente', null,`}
      'successiva', (select max(pagina.codice) from pagina having (select count(*) from trovati) > ${PER_PAGINA})
    ) as dati`,
  );
  if (!riga) throw new Error('L’elenco dei progetti non ha risposto.');
  return riga.dati;
}

const niente = sql``;

type Sql = typeof niente;

function condizioni({ q, stato }: FiltriProgetti): Sql {
  const cerca = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`true ${stato ? sql`and p.stato = ${stato}::stato_progetto` : niente}
    ${cerca ? sql`and (p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})` : niente}`;
}

/** Quanti progetti vengono prima di questa pagina, e da quale codice comincia la precedente ('' la prima; assente se questa è la prima). */
const precedenti = (scelti: Sql, dopo: string): Sql => sql`
  'prima', (select count(*) from progetto p where ${scelti} and p.codice <= ${dopo}),
  'precedente', case when exists (select from progetto p where ${scelti} and p.codice <= ${dopo})
    then coalesce((select p.codice from progetto p where ${scelti} and p.codice <= ${dopo} order by p.codice desc offset ${PER_PAGINA} limit 1), '') end,`;
