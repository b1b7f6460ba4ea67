import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { ENTI } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import { entiDelProgetto, righeDelProgetto } from '@/lib/progetti/queriesRighe';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Fatto } from './fatti';
import type { FiltriSegnali } from './filtri';
import { basi, righePerISegnali, type Sql } from './queriesFatti';
import { DATI, ramiAzioni } from './queriesFattiAzioni';
import { ramiProgetti } from './queriesFattiProgetti';
import { ramiRegione } from './queriesFattiRegione';
import { type Segnale, segnaliDa } from './rules';
import { CODICI, type CodiceSegnale, SOGLIE, toccaAChi } from './soglie';

const PER_PAGINA = 50;

const uniti = (rami: Sql[]): Sql => rami.reduce((tutti, uno) => sql`${tutti} union all ${uno}`);

/** I fatti oltre soglia dei progetti che chi legge vede, come CTE. Vogliono la CTE `enti`. */
const fatti = (oggi: string): Sql =>
  sql`${basi(oggi)}, fatti as (${uniti([...ramiRegione(oggi), ...ramiProgetti(oggi), ...ramiAzioni(oggi)])})`;

const FATTO = sql`json_build_object('codice', f.codice, 'progettoId', f.progetto_id, 'oggetto', f.oggetto, 'dati', ${DATI}, 'progetto', p.titolo,
  'capofila', (select o.nome from partecipazione pa join enti o on o.id = pa.organizzazione_id
    where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' and pa.al is null))`;

/**
 * I fatti oltre soglia di un progetto, come pezzo JSON di una lettura che comincia con righeDelProgetto, righePerISegnali ed entiDelProgetto. Con segnaliDa
 * diventano segnali.
 */
export const fattiDelProgetto = (oggi: string): Sql =>
  sql`(with ${fatti(oggi)} select coalesce(json_agg(${FATTO}), '[]') from fatti f join progetto p on p.id = f.progetto_id)`;

export type SegnaliDelProgetto = { progetto: { id: string; titolo: string; stato: StatoProgetto }; segnali: Segnale[] };

/** Un progetto con i suoi segnali, in ordine per chi legge; null se non esiste o non si vede. Un'istruzione sola. */
export async function leggiSegnaliDelProgetto(attore: Attore, progettoId: string): Promise<SegnaliDelProgetto | null> {
  const oggi = giornoDi(attore.adesso);
  const [riga] = await interroga<{ progetto: SegnaliDelProgetto['progetto']; fatti: Fatto[] }>(
    attore,
    sql`with ${righeDelProgetto(progettoId)}, ${righePerISegnali(progettoId)}, ${entiDelProgetto()}
      select json_build_object('id', q.id, 'titolo', q.titolo, 'stato', q.stato) as progetto, ${fattiDelProgetto(oggi)} as fatti from progetto q`,
  );
  return riga ? { progetto: riga.progetto, segnali: segnaliDa(riga.fatti, oggi, attore.lettore) } : null;
}

export type ElencoSegnali = {
  segnali: Segnale[];
  /** Quanti segnali di ogni tipo, senza i filtri. */
  conteggi: Partial<Record<CodiceSegnale, number>>;
  gravi: number;
  /** La chiave da cui riprende la pagina dopo; null se è l'ultima. */
  dopo: string | null;
};

/** Le regole dei codici come le legge il database: l'ordine, la gravità, a chi tocca. */
const REGOLE = JSON.stringify(
  CODICI.map((codice, ordine) => ({
    codice,
    ordine,
    grave: SOGLIE[codice].graveOltre,
    gravita: SOGLIE[codice].gravita,
    tocca: toccaAChi(codice).toLowerCase(),
  })),
);

/**
 * Il posto di un fatto `f` con la regola `r` nell'ordine di rules.inOrdine, in un numero solo: se tocca a chi legge, gravità, tipo, misura al
 * rovescio (fino a un milione).
 */
const posto = (
  mio: string,
): Sql => sql`((r.tocca <> ${mio})::int::bigint * 10 + 3 - case when f.misura > r.grave then 3 else r.gravita end) * 100000000
  + r.ordine * 1000000 + 999999 - least(f.misura, 999999)`;

/**
 * I segnali di tutti i progetti che chi legge vede, a pagine per chiave: prima ciò che tocca a lui, poi i più gravi, poi per tipo e misura (lo
 * stesso ordine di rules.inOrdine). Un'istruzione sola sulla situazione di oggi, con i conteggi di ogni tipo. `quanti` al più cinquanta.
 */
export async function elencaSegnali(attore: Attore, filtri: FiltriSegnali, quanti = PER_PAGINA): Promise<ElencoSegnali> {
  const oggi = giornoDi(attore.adesso);
  const [dopo = null, progetto = null, oggetto = null] = filtri.dopo?.split('_') ?? [];
  const tipo = filtri.tipo ?? null;
  const [riga] = await interroga<{ fatti: (Fatto & { posto: number })[]; conteggi: ElencoSegnali['conteggi']; gravi: number }>(
    attore,
    sql`with ${ENTI}, ${fatti(oggi)}, pesati as materialized (
      select f.*, r.tocca, f.misura > r.grave as grave, ${posto(attore.lettore === 'app_regione' ? 'regione' : 'ente')} as posto
      from fatti f join json_to_recordset(${REGOLE}::json) as r(codice text, ordine int, grave int, gravita int, tocca text) on r.codice = f.codice
    ), pagina as (
      select * from pesati f where (${filtri.chi} = 'tutti' or f.tocca = ${filtri.chi}) and (${tipo}::text is null or f.codice = ${tipo})
        and (${dopo}::bigint is null or (f.posto, f.progetto_id, f.oggetto collate "C") > (${dopo}::bigint, ${progetto}::uuid, ${oggetto}::text collate "C"))
      order by f.posto, f.progetto_id, f.oggetto collate "C" limit ${quanti + 1}::int
    )
    select (select coalesce(json_agg((${FATTO})::jsonb || jsonb_build_object('posto', f.posto) order by f.posto, f.progetto_id, f.oggetto collate "C"), '[]')
        from pagina f join progetto p on p.id = f.progetto_id) as fatti,
      (select coalesce(json_object_agg(c.codice, c.n), '{}') from (select codice, count(*)::int as n from pesati group by codice) c) as conteggi,
      (select count(*)::int from pesati where grave) as gravi`,
  );
  if (!riga) throw new Error('I segnali non hanno risposto.');
  const pagina = riga.fatti.slice(0, quanti);
  const ultimo = riga.fatti.length > quanti ? pagina.at(-1) : undefined;
  return {
    segnali: segnaliDa(pagina, oggi, attore.lettore),
    conteggi: riga.conteggi,
    gravi: riga.gravi,
    dopo: ultimo ? [ultimo.posto, ultimo.progettoId, ultimo.oggetto].join('_') : null,
  };
}
