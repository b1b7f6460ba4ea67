import { interrogaPubblica } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { AvvisoAperto, Novita, Sito } from './letture';
import { QUESTA_REGIONE } from './queriesCondizioni';

/** Le novità da annunciare, dalla più recente, 50 al più: bandi pubblicati, avvisi per partner, progetti approvati. */
export const elencaNovita = (): Promise<Novita[]> =>
  interrogaPubblica<Novita>(sql`
    select id, tipo, titolo, chi, riferimento, atto, to_json(quando) #>> '{}' as quando from (
      select 'bando-' || v.id as id, 'bando' as tipo, coalesce(v.configurazione ->> 'titolo', b.titolo) as titolo, r.nome as chi, b.id::text as riferimento,
        v.configurazione ->> 'atto' as atto, v.pubblicata_il as quando
      from bando_versione v join bando b on b.id = v.bando_id join regione r on r.id = b.regione_id where b.regione_id = ${QUESTA_REGIONE}
      union all select 'avviso-' || a.id, 'avviso', a.titolo, c.ente, a.id::text, null, a.pubblicato_il
      from avviso a cross join lateral app.chi_pubblica(a.id) c where a.regione_id = ${QUESTA_REGIONE} and a.pubblicato_il is not null
      union all select 'decisione-' || p.id, 'decisione', p.titolo, p.territorio, p.codice, p.atto_approvazione, p.data_approvazione::timestamp at time zone 'Europe/Rome'
      from progetto p where p.regione_id = ${QUESTA_REGIONE} and p.data_approvazione is not null
    ) n where quando <= app.adesso() order by n.quando desc, n.id limit 50`);

/** Le pagine che esistono adesso, per la mappa del sito, e il giorno dell'ultimo fatto pubblico (AAAA-MM-GG), che data gli insiemi di dati. */
export async function leggiSito(): Promise<Sito> {
  const [riga] = await interrogaPubblica<{ dati: Sito }>(sql`
    select json_build_object(
      'regione', (select json_build_object('nome', r.nome, 'codice', coalesce(r.codice_ipa, r.codice_istat)) from regione r where r.id = ${QUESTA_REGIONE}),
      'progetti', (select coalesce(json_agg(p.codice order by p.codice), '[]') from progetto p where p.regione_id = ${QUESTA_REGIONE}),
      'avvisi', (select coalesce(json_agg(a.id order by a.chiude desc), '[]') from avviso a where a.regione_id = ${QUESTA_REGIONE}),
      'aggiornato', (select coalesce(max(f.giorno) filter (where f.giorno <= app.oggi()), app.oggi()) from (
        select greatest(p.data_approvazione, p.data_avvio) as giorno from progetto p where p.regione_id = ${QUESTA_REGIONE}
        union all select (a.pubblicato_il at time zone 'Europe/Rome')::date from avviso a where a.regione_id = ${QUESTA_REGIONE}
        union all select (v.pubblicata_il at time zone 'Europe/Rome')::date from bando_versione v join bando b on b.id = v.bando_id where b.regione_id = ${QUESTA_REGIONE}
        union all select z.stato_al from app.azioni_pubbliche(null) z join progetto p on p.id = z.progetto_id where p.regione_id = ${QUESTA_REGIONE}) f)) as dati`);
  if (!riga) throw new Error('Il sito non ha risposto.');
  return riga.dati;
}

/** Gli avvisi a cui ci si può candidare adesso, dal più vicino alla chiusura: tre al più. */
export const avvisiAperti = (): Promise<AvvisoAperto[]> =>
  interrogaPubblica<AvvisoAperto>(sql`
    select a.id, a.titolo, c.ente, to_json(a.chiude) #>> '{}' as chiude from avviso a cross join lateral app.chi_pubblica(a.id) c
    where a.regione_id = ${QUESTA_REGIONE} and a.stato = 'PUBBLICATO' and a.apre <= app.adesso() and (a.chiude is null or a.chiude >= app.adesso())
    order by a.chiude, a.id limit 3`);
