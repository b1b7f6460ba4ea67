import { sql } from '@/lib/db/sql';
import { GIORNI_VICINI } from './schema';

type Sql = typeof vuoto;
const vuoto = sql``;

/**
 * Le relazioni (`with …`) che il cruscotto e gli elenchi hanno in comune: un numero e la lista che lo spiega nascono dalla stessa istruzione.
 * Nessuna scorre i periodi presentati: il costo di una pagina non cresce con la storia. `oggi` AAAA-MM-GG.
 *
 * - `aperti`: i progetti in attuazione;
 * - `fermi`: i progetti sospesi oggi, in cui nessuna relazione è dovuta finché non riprendono (le sospensioni di un'azione non contano);
 * - `dovuti`: i periodi ancora senza relazione presentata (indice periodo_da_presentare);
 * - `attese`: chi deve muovere che cosa, e da che giorno; un progetto può averne più d'una. Le bozze degli enti la Regione non le vede:
 *   una relazione non presentata aspetta il capofila.
 */
export const COMUNI = (oggi: string): Sql => sql`
  aperti as materialized (select p.id, p.stato from progetto p where p.stato in ('AVVIATO', 'SOSPESO')),
  fermi as materialized (
    select s.progetto_id from sospensione s where s.azione_id is null and s.dal <= ${oggi}::date and (s.al is null or s.al >= ${oggi}::date)),
  dovuti as materialized (
    select pe.id, pe.progetto_id, pe.al, pe.scadenza, pe.scadenza < ${oggi}::date as scaduto,
      pe.scadenza between ${oggi}::date and ${oggi}::date + ${GIORNI_VICINI}::int as vicino
    from periodo pe join aperti a on a.id = pe.progetto_id where pe.presentato_il is null and pe.dovuto
      and not exists (select from fermi f where f.progetto_id = pe.progetto_id)),
  in_verifica as materialized (
    select r.id, r.progetto_id, r.stato::text as stato, r.assegnato_a, (r.presentato_il at time zone 'Europe/Rome')::date as dal,
      (r.sospeso_dal at time zone 'Europe/Rome')::date as fermo_dal
    from rapporto_progetto r join aperti a on a.id = r.progetto_id where r.stato in ('PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI')),
  attese as materialized (
    select d.progetto_id, 'CAPOFILA' as chi, 'RELAZIONE' as che, d.al + 1 as dal from dovuti d where d.al < ${oggi}::date
    union all select v.progetto_id, 'REGIONE', 'VERIFICA', v.dal from in_verifica v where v.stato <> 'CHIARIMENTI'
    union all select v.progetto_id, coalesce(c.chi, 'CAPOFILA'), 'CHIARIMENTO', coalesce(c.dal, v.fermo_dal, v.dal) from in_verifica v
      left join lateral (
        select case when pa.ruolo = 'CAPOFILA' then 'CAPOFILA' else 'PARTNER' end as chi, (min(c.chiesto_il) at time zone 'Europe/Rome')::date as dal
        from chiarimento c join azione z on z.id = c.azione_id
        left join partecipazione pa on pa.progetto_id = z.progetto_id and pa.organizzazione_id = z.organizzazione_id
        where c.rapporto_id = v.id and c.stato = 'APERTO' group by 1) c on true
      where v.stato = 'CHIARIMENTI'
    union all select m.progetto_id, 'REGIONE', 'MODIFICA', (m.presentata_il at time zone 'Europe/Rome')::date
      from richiesta_modifica m join aperti a on a.id = m.progetto_id where m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')
    union all select m.progetto_id, 'REGIONE', 'PROROGA', (m.presentata_il at time zone 'Europe/Rome')::date
      from proroga m join aperti a on a.id = m.progetto_id where m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')
    union all select m.progetto_id, 'REGIONE', 'RINUNCIA', (m.chiesta_il at time zone 'Europe/Rome')::date
      from cessazione m join aperti a on a.id = m.progetto_id where m.stato = 'CHIESTA'),
  situazioni as materialized (
    select a.id, case when exists (select from dovuti d where d.progetto_id = a.id and d.scaduto) then 'ritardo'
      when exists (select from attese t where t.progetto_id = a.id and t.chi = 'REGIONE') then 'regione'
      when a.stato = 'SOSPESO' then 'sospesa' else 'regolare' end as situazione
    from aperti a)`;

const AZIONE = sql`z.id, z.progetto_id, z.ordine, z.fine_prevista, coalesce(s.stato::text, 'NON_RILEVATA') as stato,
      greatest(0, coalesce(s.fine_effettiva, s.fine_stimata) - z.fine_prevista) as ritardo`;

/**
 * Le azioni dei progetti in attuazione con l'ultima situazione presentata, strette: chi le mostra rilegge il resto per le sole righe della pagina.
 * `ritardo` in giorni sulla fine prevista, come lib/attuazione/rules.
 */
export const AZIONI: Sql = sql`
  azioni as materialized (
    select ${AZIONE}
    from azione z join aperti a on a.id = z.progetto_id left join situazione_azione s on s.azione_id = z.id where z.annullata_il is null)`;

/** Le stesse, ma solo quelle che una causa aperta (`c`) con quelle condizioni tiene ferme: si cercano una per una, perché sono poche. */
export const AZIONI_FERME = (condizioni: Sql): Sql => sql`
  azioni as materialized (
    select ${AZIONE} from (select distinct c.azione_id from cause c where true ${condizioni}) k
    join azione z on z.id = k.azione_id left join situazione_azione s on s.azione_id = z.id)`;

/** `conti`: quante azioni non annullate dei progetti in attuazione sono in ogni stato, e quante in ritardo; già contate progetto per progetto. */
export const CONTI: Sql = sql`
  conti as (
    select coalesce(sum(s.non_rilevate), 0) as non_rilevate, coalesce(sum(s.non_avviate), 0) as non_avviate, coalesce(sum(s.in_preparazione), 0) as in_preparazione,
      coalesce(sum(s.in_corso), 0) as in_corso, coalesce(sum(s.parziali), 0) as parziali, coalesce(sum(s.completate), 0) as completate,
      coalesce(sum(s.sospese), 0) as sospese, coalesce(sum(s.annullate), 0) as annullate, coalesce(sum(s.in_ritardo), 0)::int as in_ritardo
    from situazione_progetto s join aperti a on a.id = s.progetto_id)`;

/** Le colonne di un conto `k` come righe `x` (stato, n). */
export const PER_STATO = sql`lateral (values ('NON_RILEVATA', k.non_rilevate), ('NON_AVVIATA', k.non_avviate), ('IN_PREPARAZIONE', k.in_preparazione), ('IN_CORSO', k.in_corso),
  ('PARZIALMENTE_REALIZZATA', k.parziali), ('COMPLETATA', k.completate), ('SOSPESA', k.sospese), ('ANNULLATA', k.annullate)) x(stato, n)`;

/** Le cause ancora aperte, dette nell'ultima situazione di un'azione non finita: ciò che oggi tiene ferme le azioni. Le tiene il database (causa_aperta). */
export const CAUSE: Sql = sql`
  cause as materialized (
    select c.azione_id, c.progetto_id, c.causa, c.primaria, v.gruppo, v.dipende_regione
    from causa_aperta c join aperti a on a.id = c.progetto_id join causa_ritardo v on v.regione_id = c.regione_id and v.codice = c.causa)`;
