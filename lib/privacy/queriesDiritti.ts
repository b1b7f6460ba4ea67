import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { FattiPersona } from './conservazione';
import type { RichiestaLetta } from './diritti';

const RICHIESTA = sql`json_build_object('id', q.id, 'genere', q.genere, 'ricevutaIl', q.ricevuta_il, 'entro', q.entro, 'stato', q.stato, 'esito', q.esito,
  'chiusaIl', q.chiusa_il, 'toltaIl', q.tolta_il, 'personaId', q.persona_id, 'anonima', coalesce((select p.anonimizzata_il is not null from persona p where p.id = q.persona_id), false))`;

/** Le richieste dell'ente: prima le aperte per scadenza, poi le ultime chiuse. */
export async function elencaDiritti(attore: Attore): Promise<RichiestaLetta[]> {
  const righe = await interroga<{ dati: RichiestaLetta }>(
    attore,
    sql`select ${RICHIESTA} as dati from richiesta_interessato q
      order by q.stato <> 'APERTA', case when q.stato = 'APERTA' then q.entro end, q.chiusa_il desc, q.id limit 200`,
  );
  return righe.map(({ dati }) => dati);
}

/** Le sole aperte, per «Cosa devo fare». */
export async function dirittiAperti(attore: Attore): Promise<RichiestaLetta[]> {
  const righe = await interroga<{ dati: RichiestaLetta }>(
    attore,
    sql`select ${RICHIESTA} as dati from richiesta_interessato q where q.stato = 'APERTA' order by q.entro, q.id limit 50`,
  );
  return righe.map(({ dati }) => dati);
}

/** Una richiesta con i fatti che dicono fino a quando si conserva l'identità della persona; null se non c'è o è di un altro ente. */
export async function leggiDiritto(attore: Attore, id: string): Promise<(RichiestaLetta & { fatti: FattiPersona | null }) | null> {
  const [riga] = await interroga<{ dati: RichiestaLetta & { fatti: FattiPersona | null } }>(
    attore,
    sql`select (${RICHIESTA})::jsonb || jsonb_build_object('fatti', (
        select jsonb_build_object('registrataIl', (s.creata_il at time zone 'Europe/Rome')::date, 'inSospeso', false, 'partecipazioni', (
          select coalesce(jsonb_agg(jsonb_build_object('uscita', t.uscita, 'chiusoIl', case when p.stato in ('CONCLUSO', 'REVOCATO', 'RITIRATO') then coalesce(p.data_fine_effettiva,
            (select max(c.decisa_il at time zone 'Europe/Rome')::date from cessazione c where c.progetto_id = p.id and c.stato = 'DISPOSTA')) end)), '[]')
          from partecipante t join progetto p on p.id = t.progetto_id where t.persona_id = s.id))
        from persona s where s.id = q.persona_id)) as dati
      from richiesta_interessato q where q.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}

/** Vero se la persona è tra quelle in carico all'ente di chi chiede, e non è anonima. */
export async function inCarico(attore: Attore, personaId: string): Promise<boolean> {
  const righe = await interroga<{ si: boolean }>(
    attore,
    sql`select true as si from persona p where p.id = ${personaId}::uuid and p.anonimizzata_il is null`,
  );
  return righe.length > 0;
}
