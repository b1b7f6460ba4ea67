import { interrogaPubblica } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { AvvisoPubblico, RigaAvvisoPubblico } from './letture';

/** Gli avvisi pubblicati: prima quelli a cui ci si può ancora candidare, dal più vicino alla chiusura, poi i passati. */
export async function elencaAvvisiPubblici(): Promise<RigaAvvisoPubblico[]> {
  const [riga] = await interrogaPubblica<{ avvisi: RigaAvvisoPubblico[] }>(sql`
    select coalesce(json_agg(json_build_object('id', a.id, 'titolo', a.titolo, 'apre', a.apre, 'chiude', a.chiude, 'ente', c.ente, 'bando', c.bando,
      'adesso', app.adesso(), 'chiuso', a.stato = 'CHIUSO')
      order by (a.stato = 'PUBBLICATO' and a.chiude >= app.adesso()) desc, case when a.chiude >= app.adesso() then a.chiude end, a.chiude desc, a.id), '[]') as avvisi
    from (select * from avviso order by chiude desc limit 200) a cross join lateral app.chi_pubblica(a.id) c`);
  return riga?.avvisi ?? [];
}

/** Un avviso pubblicato, come lo legge chiunque; null se non c'è. */
export async function leggiAvvisoPubblico(id: string): Promise<AvvisoPubblico | null> {
  const [riga] = await interrogaPubblica<{ dati: AvvisoPubblico }>(sql`
    select json_build_object('id', a.id, 'titolo', a.titolo, 'testo', a.testo, 'azioni', a.azioni, 'criteri', a.criteri, 'apre', a.apre, 'chiude', a.chiude,
      'pubblicatoIl', a.pubblicato_il, 'chiuso', a.stato = 'CHIUSO', 'ente', c.ente, 'sede', c.sede, 'bando', c.bando, 'adesso', app.adesso()) as dati
    from avviso a cross join lateral app.chi_pubblica(a.id) c where a.id = ${id}::uuid`);
  return riga?.dati ?? null;
}
