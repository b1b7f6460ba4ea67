import { z } from 'zod';
import { giorniTra } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import { StatoProgetto } from '@/lib/progetti/schema';
import type { DomandaInElenco, PaginaIstruttorie } from './letture';
import { STATI_ELENCO, toccaA } from './regole';

/** I filtri dell'elenco, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriIstruttorie = z.object({
  assegnata: z.enum(['tutte', 'mie', 'libere']).catch('tutte'),
  stato: StatoProgetto.optional().catch(undefined),
  bando: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  dopo: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}_[0-9a-f-]{36}$/i)
    .optional()
    .catch(undefined),
});
export type FiltriIstruttorie = z.infer<typeof FiltriIstruttorie>;

type Grezza = Omit<DomandaInElenco, 'tocca' | 'termine' | 'mancano'> & {
  entro: string | null;
  griglia: boolean;
  valutata: boolean;
  rimodulazioneDepositata: boolean;
  preavvisoAperto: boolean;
  integrazioneScaduta: boolean;
  daAvviare: boolean;
};

const PER_PAGINA = 50;

/** Le domande in esame, dalla depositata per prima, 50 alla volta, con i conteggi delle viste. Un'istruzione sola. */
export async function elencaIstruttorie(attore: Attore, filtri: FiltriIstruttorie): Promise<PaginaIstruttorie> {
  const stati = filtri.stato ? [filtri.stato] : [...STATI_ELENCO];
  const cerca = filtri.q ? `%${filtri.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const [dopoIstante, dopoId] = filtri.dopo?.split('_') ?? [];
  const [riga] = await interroga<{ righe: Grezza[]; conteggi: PaginaIstruttorie['conteggi']; bandi: PaginaIstruttorie['bandi'] }>(
    attore,
    sql`
    with esame as materialized (
      select p.id, p.codice, p.titolo, p.stato, p.bando_id, p.bando_versione_id, f.fase, i.assegnata_a,
        coalesce(v.creata_il, 'epoch'::timestamptz) as depositata_il, v.fase as fase_versione
      from progetto p
      cross join lateral (select case when p.stato::text like 'IDEA%' or p.stato = 'PARTNERSHIP_APERTA' then 'IDEA' else 'PROGETTO' end as fase) f
      left join istruttoria i on i.progetto_id = p.id and i.fase = f.fase
      left join lateral (select x.creata_il, x.fase from versione_progetto x
        where x.progetto_id = p.id and x.genere <> 'APPROVATA' order by x.numero desc limit 1) v on true
      where p.stato = any (${stati}::stato_progetto[]) and p.bando_versione_id is not null
        and (${filtri.bando ?? null}::uuid is null or p.bando_id = ${filtri.bando ?? null}::uuid)
        and (${cerca}::text is null or p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})
    ), pagina as (
      select * from esame e where case ${filtri.assegnata} when 'mie' then e.assegnata_a = ${attore.utenteId}::uuid when 'libere' then e.assegnata_a is null else true end
        and (${dopoIstante ?? null}::text is null or (e.depositata_il, e.id) > (${dopoIstante ?? null}::timestamptz, ${dopoId ?? null}::uuid))
      order by e.depositata_il, e.id limit ${PER_PAGINA + 1}
    )
    select (select coalesce(json_agg(json_build_object('id', e.id, 'codice', e.codice, 'titolo', e.titolo, 'stato', e.stato, 'bando', b.titolo,
        'depositataIl', e.depositata_il, 'assegnataA', e.assegnata_a,
        'assegnataNome', (select left(u.nome, 1) || '. ' || u.cognome from utente u where u.id = e.assegnata_a),
        'capofila', (select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
          where pa.progetto_id = e.id and pa.ruolo = 'CAPOFILA' limit 1),
        'griglia', (select exists (select from jsonb_array_elements(bv.configurazione -> 'griglia') c where c ->> 'visibilita' in (e.fase, 'ENTRAMBI'))
          from bando_versione bv where bv.id = e.bando_versione_id),
        'valutata', exists (select from valutazione_consolidata c where c.progetto_id = e.id and c.fase = e.fase),
        'rimodulazioneDepositata', coalesce(e.fase_versione = 'RIMODULAZIONE', false) and not exists (
          select from integrazione n where n.progetto_id = e.id and n.fase = 'RIMODULAZIONE' and n.stato = 'APERTA'),
        'daAvviare', e.stato = 'APPROVATO' and exists (select from progetto q where q.id = e.id and (q.importo_assegnato_cents >= q.importo_richiesto_cents
            or exists (select from versione_progetto w where w.progetto_id = q.id and w.fase = 'RIMODULAZIONE' and w.genere = 'APPROVATA'))) and exists (select from convenzione k where k.progetto_id = e.id
          and num_nulls(k.cup, k.iban, k.intestatario, k.referente, k.email, k.telefono, k.sede) = 0),
        'preavvisoAperto', exists (select from integrazione n where n.progetto_id = e.id and n.fase = e.fase and n.genere = 'PREAVVISO'
          and n.stato = 'APERTA' and n.entro >= ${attore.adesso}::timestamptz and n.chiesta_il >= e.depositata_il),
        'integrazioneScaduta', exists (select from integrazione n where n.progetto_id = e.id and n.fase = e.fase and n.genere = 'INTEGRAZIONE'
          and n.stato = 'APERTA' and n.entro < ${attore.adesso}::timestamptz),
        'entro', coalesce((select min(n.entro) from integrazione n where n.progetto_id = e.id and n.stato = 'APERTA' and n.chiesta_il >= e.depositata_il and e.stato <> 'RITIRATO'),
          (select (min(z.entro)::timestamp + interval '12 hours') at time zone 'Europe/Rome' from prescrizione z where z.progetto_id = e.id
            and e.stato = 'APPROVATO_CON_PRESCRIZIONI' and z.stato in ('APERTA', 'RESPINTA'))))
        order by e.depositata_il, e.id), '[]') from pagina e join bando b on b.id = e.bando_id) as righe,
      (select json_build_object('tutte', count(*), 'mie', count(*) filter (where assegnata_a = ${attore.utenteId}::uuid),
        'libere', count(*) filter (where assegnata_a is null)) from esame) as conteggi,
      (select coalesce(json_agg(json_build_object('id', b.id, 'titolo', b.titolo) order by b.titolo), '[]') from bando b
        where exists (select from bando_versione v where v.bando_id = b.id)) as bandi`,
  );
  if (!riga) throw new Error('L’elenco delle istruttorie non ha risposto.');
  const righe = riga.righe.slice(0, PER_PAGINA);
  const ultima = riga.righe.length > PER_PAGINA ? righe.at(-1) : undefined;
  return {
    righe: righe.map((grezza) => domanda(grezza, attore.adesso)),
    conteggi: riga.conteggi,
    bandi: riga.bandi,
    dopo: ultima?.depositataIl ? `${new Date(ultima.depositataIl).toISOString()}_${ultima.id}` : null,
  };
}

const MAI = new Date(0).getTime();

function domanda(
  { entro, griglia, valutata, rimodulazioneDepositata, preavvisoAperto, integrazioneScaduta, daAvviare, ...riga }: Grezza,
  adesso: Date,
): DomandaInElenco {
  const termine = entro ? giornoDi(new Date(entro)) : null;
  const depositata = riga.depositataIl && new Date(riga.depositataIl).getTime() !== MAI ? riga.depositataIl : null;
  return {
    ...riga,
    depositataIl: depositata,
    tocca: toccaA({ stato: riga.stato, griglia, valutata, rimodulazioneDepositata, preavvisoAperto, integrazioneScaduta, daAvviare }),
    termine,
    mancano: termine ? giorniTra(giornoDi(adesso), termine) : null,
  };
}
