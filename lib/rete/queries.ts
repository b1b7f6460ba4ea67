import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { RETE, type ReteLetta } from './letture';

/** Un'ondata: un mese di riferimento per tutti i progetti di un bando. */
export type Ondata = { id: string; numero: number; mese: string; chiusa: boolean; dimostrativa: boolean; bandoId: string; bando: string };

const ONDATA = sql`json_build_object('id', o.id, 'numero', o.numero, 'mese', o.mese, 'chiusa', o.chiusa_il is not null, 'dimostrativa', o.dimostrativo, 'bandoId', o.bando_id, 'bando', b.titolo)`;
const APPROVATI = sql`('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')`;

export type ReteDelProgetto = ReteLetta & { id: string; stato: StatoProgetto; dichiara: boolean; ondate: Ondata[] };

/** La rete di un progetto approvato, in ogni ondata; null se non esiste o non si vede. `dichiara`: chi guarda è il capofila. */
export async function leggiRete(attore: Attore, progettoId: string): Promise<ReteDelProgetto | null> {
  const [riga] = await interroga<{ dati: ReteDelProgetto }>(
    attore,
    sql`
    select ${RETE}::jsonb || jsonb_build_object('id', p.id, 'stato', p.stato, 'dichiara', coalesce(p.id = any ((select app.capofila())::uuid[]), false),
      'ondate', (select coalesce(json_agg(${ONDATA} order by o.numero), '[]') from ondata_rete o join bando b on b.id = o.bando_id
        where o.bando_id = p.bando_id)) as dati
    from progetto p where p.id = ${progettoId}::uuid and p.stato in ${APPROVATI}`,
  );
  return riga?.dati ?? null;
}

export type PaginaReti = { ondate: Ondata[]; bandi: { id: string; titolo: string }[]; scelta: Ondata | null; reti: ReteLetta[] };

/** Le reti di tutti i progetti nell'ondata chiesta, o nell'ultima; null se l'ondata chiesta non c'è. */
export async function leggiReti(attore: Attore, ondataId: string | null): Promise<PaginaReti | null> {
  const [riga] = await interroga<{ dati: PaginaReti }>(
    attore,
    sql`
    with scelta as (
      select * from ondata_rete where ${ondataId}::uuid is null or id = ${ondataId}::uuid order by mese desc, numero desc limit 1
    )
    select json_build_object(
      'ondate', (select coalesce(json_agg(${ONDATA} order by o.mese, o.numero), '[]') from ondata_rete o join bando b on b.id = o.bando_id),
      'bandi', (select coalesce(json_agg(json_build_object('id', b.id, 'titolo', b.titolo) order by b.codice), '[]') from bando b
        where exists (select from progetto p where p.bando_id = b.id and p.stato in ${APPROVATI})),
      'scelta', (select ${ONDATA} from scelta o join bando b on b.id = o.bando_id),
      'reti', (select coalesce(json_agg(${RETE} order by p.codice), '[]') from progetto p
        where p.bando_id = (select bando_id from scelta) and p.stato in ${APPROVATI})
    ) as dati`,
  );
  const dati = riga?.dati ?? null;
  return ondataId !== null && dati?.scelta === null ? null : dati;
}
