import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { PaginaProgetti } from './letture';
import type { FiltriProgetti } from './schema';

const PER_PAGINA = 50;

/** I progetti che l'attore vede, in ordine di codice, 50 alla volta (`dopo` = ultimo codice della pagina precedente). Un'istruzione sola. */
export async function elencaProgetti(attore: Attore, filtri: FiltriProgetti): Promise<PaginaProgetti> {
  const oggi = giornoDi(attore.adesso);
  const cerca = filtri.q ? `%${filtri.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const dopo = filtri.dopo ?? '';
  const [riga] = await interroga<{ dati: PaginaProgetti }>(
    attore,
    sql`
    with scelti as materialized (
      select p.id, p.codice from progetto p
      where (${filtri.stato ?? null}::text is null or p.stato::text = ${filtri.stato ?? null})
        and (${cerca}::text is null or p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})
    ), pagina as (
      select p.id, p.codice, p.titolo, p.territorio, p.stato from progetto p
      where p.id in (select s.id from scelti s where s.codice > ${dopo} order by s.codice limit ${PER_PAGINA})
    ), righe as (
      select p.id, p.codice, p.titolo, p.territorio, p.stato, e.capofila, e.enti, a.azioni, pe.periodo, r.relazione
      from pagina p
      left join lateral (
        select count(*) as enti, min(${NOME_ENTE}) filter (where pa.ruolo = 'CAPOFILA') as capofila
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id) e on true
      left join lateral (select count(*) as azioni from azione z where z.progetto_id = p.id) a on true
      left join lateral (
        select z.id, json_build_object('dal', z.dal, 'al', z.al, 'scadenza', z.scadenza) as periodo from periodo z
        where z.progetto_id = p.id and z.al < ${oggi}::date order by z.numero desc limit 1) pe on true
      left join lateral (
        select json_build_object('id', z.id, 'stato', z.stato) as relazione from rapporto_progetto z where z.progetto_id = p.id and z.periodo_id = pe.id) r on true
    )
    select json_build_object(
      'righe', (select coalesce(json_agg(righe order by righe.codice), '[]') from righe),
      'totale', (select count(*) from scelti),
      'prima', (select count(*) from scelti where codice <= ${dopo}),
      'precedente', case when exists (select from scelti where codice <= ${dopo})
        then coalesce((select codice from scelti where codice <= ${dopo} order by codice desc offset ${PER_PAGINA} limit 1), '') end,
      'successiva', (select max(righe.codice) from righe having exists (select from scelti where codice > max(righe.codice)))
    ) as dati`,
  );
  if (!riga) throw new Error('L’elenco dei progetti non ha risposto.');
  return riga.dati;
}
