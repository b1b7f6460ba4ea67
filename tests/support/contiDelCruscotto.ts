import { superutente } from './superutente';

/**
 * I progetti in cui i conti tenuti dal database (situazione_progetto, causa_aperta) non sono quelli contati dal vivo, azione per azione e causa per causa.
 * Guarda tutto il database di prova: dopo qualunque atto deve essere vuoto.
 */
export async function contiSbagliati(): Promise<string[]> {
  const { rows } = await superutente.query(`
    with vive as (
      select p.id as progetto_id, count(z.id) filter (where s.stato is null) as non_rilevate, count(*) filter (where s.stato = 'NON_AVVIATA') as non_avviate,
        count(*) filter (where s.stato = 'IN_PREPARAZIONE') as in_preparazione, count(*) filter (where s.stato = 'IN_CORSO') as in_corso,
        count(*) filter (where s.stato = 'PARZIALMENTE_REALIZZATA') as parziali, count(*) filter (where s.stato = 'COMPLETATA') as completate,
        count(*) filter (where s.stato = 'SOSPESA') as sospese, count(*) filter (where s.stato = 'ANNULLATA') as annullate,
        count(*) filter (where coalesce(s.fine_effettiva, s.fine_stimata) > z.fine_prevista) as in_ritardo
      from progetto p left join azione z on z.progetto_id = p.id and z.annullata_il is null left join situazione_azione s on s.azione_id = z.id group by p.id),
    cause as (
      select z.id as azione_id, c.causa, c.regione_id, c.progetto_id, c.primaria, c.mese_dal from azione z
      join situazione_azione s on s.azione_id = z.id join avanzamento_causa c on c.avanzamento_id = s.avanzamento_id
      where z.annullata_il is null and coalesce(s.stato::text, '') not in ('COMPLETATA', 'ANNULLATA') and not c.risolta and c.diffusione <> 'BOZZA')
    select 'azioni di ' || v.progetto_id as che from vive v left join situazione_progetto t on t.progetto_id = v.progetto_id
    where row(v.non_rilevate, v.non_avviate, v.in_preparazione, v.in_corso, v.parziali, v.completate, v.sospese, v.annullate, v.in_ritardo) is distinct from
      row(coalesce(t.non_rilevate, 0)::bigint, coalesce(t.non_avviate, 0)::bigint, coalesce(t.in_preparazione, 0)::bigint, coalesce(t.in_corso, 0)::bigint,
        coalesce(t.parziali, 0)::bigint, coalesce(t.completate, 0)::bigint, coalesce(t.sospese, 0)::bigint, coalesce(t.annullate, 0)::bigint, coalesce(t.in_ritardo, 0)::bigint)
    union all select 'causa mancante: ' || azione_id || ' ' || causa from (select azione_id, causa, regione_id, progetto_id, primaria, mese_dal from cause
      except select azione_id, causa, regione_id, progetto_id, primaria, mese_dal from causa_aperta) m
    union all select 'causa di troppo: ' || azione_id || ' ' || causa from (select azione_id, causa, regione_id, progetto_id, primaria, mese_dal from causa_aperta
      except select azione_id, causa, regione_id, progetto_id, primaria, mese_dal from cause) t`);
  return rows.map(({ che }) => String(che));
}
