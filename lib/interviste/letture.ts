import type { Tx } from '@/lib/db/scope';
import type { Sostegno } from '@/lib/ricerca/causeFasi';

/**
 * Che cosa regge ogni causa, dentro la transazione di chi chiama: gli estratti con i codici decisi (alla Regione, i rilasciati) e le interviste che il
 * rapporto pubblicato cita senza riportarle. Contano quelle fatte entro la data, o di cui non si sa quando.
 * @param bando l'id del bando; null non legge nulla
 */
export async function letturaSostegni(tx: Tx, bando: string | null, data: string): Promise<Sostegno[]> {
  const [riga] = await tx.$queryRaw<{ dati: Sostegno[] }[]>`
    with scelto as (select id, programma_id from bando where id = ${bando}::uuid),
    citate as (
      select c.codice as causa, substring(t.nome from '^Int[.] ([0-9]{1,5})$')::int as numero
      from causa_ritardo c cross join lateral unnest(c.interviste) as t(nome)
    )
    select coalesce(json_agg(r order by r.causa, r.numero, r.estratto), '[]') as dati from (
      select k.causa, i.numero, i.id as intervista, e.id as estratto, p.codice as progetto, a.codice as azione, e.fase
      from estratto e join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null cross join lateral unnest(d.codici) as k(causa)
      join intervista i on i.id = e.intervista_id join progetto p on p.id = e.progetto_id join scelto s on s.id = p.bando_id
      left join azione a on a.id = e.azione_id
      where i.mese is null or i.mese <= ${data}::date
      union all
      select c.causa, c.numero, i.id, null, null, null, null from citate c cross join scelto s
      join intervista i on i.programma_id = s.programma_id and i.numero = c.numero
    ) r`;
  return riga?.dati ?? [];
}
