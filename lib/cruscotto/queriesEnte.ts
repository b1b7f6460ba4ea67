import { sql } from '@/lib/db/sql';
import { GIORNI_CALENDARIO } from './ente';

/**
 * Un pezzo dell'istruzione di leggiDoveri: di un progetto in attuazione (`p`), scadenze, azioni e richieste dell'ente che guarda. Legge l'ultima
 * situazione e i soli periodi non presentati: non cresce con la storia.
 */
export const SITUAZIONE_ENTE = (organizzazioneId: string, oggi: string) => sql`
  case when p.stato in ('AVVIATO', 'SOSPESO') then json_build_object(
    'scadenze', (select coalesce(json_agg(json_build_object('periodoId', d.id, 'dal', d.dal, 'al', d.al, 'scadenza', d.scadenza) order by d.scadenza), '[]')
      from periodo d where d.progetto_id = p.id and d.presentato_il is null and d.dovuto
        and d.scadenza between ${oggi}::date and ${oggi}::date + ${GIORNI_CALENDARIO}::int),
    'azioni', (select coalesce(json_agg(json_build_object('id', z.id, 'codice', z.codice, 'titolo', z.titolo, 'stato', s.stato, 'percentuale', s.percentuale,
        'fine', z.fine_prevista, 'ritardo', case when coalesce(s.fine_effettiva, s.fine_stimata) is not null and z.fine_prevista is not null
          then greatest(0, coalesce(s.fine_effettiva, s.fine_stimata) - z.fine_prevista) end) order by z.ordine), '[]')
      from azione z left join situazione_azione s on s.azione_id = z.id
      where z.progetto_id = p.id and z.organizzazione_id = ${organizzazioneId}::uuid and z.annullata_il is null),
    'richieste', (select coalesce(json_agg(json_build_object('id', r.id, 'genere', r.genere, 'numero', r.numero, 'stato', r.stato, 'dal', r.dal) order by r.dal), '[]') from (
      select m.id, 'MODIFICA' as genere, m.numero, m.stato, (coalesce(m.presentata_il, m.aperta_il) at time zone 'Europe/Rome')::date as dal
        from richiesta_modifica m where m.progetto_id = p.id and m.stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA')
      union all select m.id, 'PROROGA', m.numero, m.stato, (coalesce(m.presentata_il, m.aperta_il) at time zone 'Europe/Rome')::date
        from proroga m where m.progetto_id = p.id and m.stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA')
      union all select m.id, 'RINUNCIA', null, m.stato, (m.chiesta_il at time zone 'Europe/Rome')::date
        from cessazione m where m.progetto_id = p.id and m.stato = 'CHIESTA') r)) end`;
