import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { ENTI, NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { attiDelGenere, GENERI } from '@/lib/eventi/generi';
import type { EventoDelProgetto } from './letture';
import { EVENTO_JSON, RACCONTATO } from './queriesEventi';
import type { StatoProgetto } from './schema';

/** I filtri della storia, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriStoria = z.object({
  genere: z.enum(GENERI).optional().catch(undefined),
  ente: z.uuid().optional().catch(undefined),
  /** L'ultimo evento della pagina di prima: si va indietro nel tempo da lì. */
  prima: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional()
    .catch(undefined),
});
export type FiltriStoria = z.infer<typeof FiltriStoria>;

export type PaginaStoria = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  /** Chi compare nella storia: enti che partecipano o hanno partecipato, e la Regione. */
  enti: { id: string; nome: string }[];
  eventi: EventoDelProgetto[];
  /** La chiave della pagina seguente, verso il passato; null se non c'è altro. */
  seguente: string | null;
};

const PER_PAGINA = 30;

/** La storia di un progetto, dal più recente, una pagina per volta per chiave; null se il progetto non esiste o non si vede. */
export async function leggiStoria(attore: Attore, progettoId: string, { genere, ente, prima }: FiltriStoria): Promise<PaginaStoria | null> {
  const atti = genere ? attiDelGenere(genere) : null;
  const [riga] = await interroga<{ dati: Omit<PaginaStoria, 'seguente'> }>(
    attore,
    sql`
    with ${ENTI}
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato,
      'enti', (select json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE}) order by (o.tipo = 'REGIONE'), o.denominazione) from organizzazione o
        where o.regione_id = p.regione_id and (o.tipo = 'REGIONE' or o.id in (select x.organizzazione_id from partecipazione x where x.progetto_id = p.id))),
      'eventi', (select coalesce(json_agg(${EVENTO_JSON} order by e.id desc), '[]')
        from (select * from evento ev where ev.regione_id = p.regione_id and ev.progetto_id = p.id and ${RACCONTATO}
          and ev.id < coalesce(${prima ?? null}::bigint, 9223372036854775807)
          and (${atti}::text[] is null or ev.atto = any (${atti}::text[]))
          and (${ente ?? null}::uuid is null or ev.organizzazione_id = ${ente ?? null}::uuid)
          order by ev.id desc limit ${PER_PAGINA + 1}) e
        left join enti o on o.id = e.organizzazione_id)) as dati
    from progetto p where p.id = ${progettoId}::uuid`,
  );
  if (!riga) return null;
  const eventi = riga.dati.eventi.slice(0, PER_PAGINA);
  const ultimo = eventi.at(-1);
  return { ...riga.dati, eventi, seguente: riga.dati.eventi.length > PER_PAGINA && ultimo ? String(ultimo.id) : null };
}
