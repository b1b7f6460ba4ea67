import type { Attore } from '@/lib/auth/attore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { EntiPerTipo } from './insiemi';
import type { Scelta } from './schema';
import type { Conteggio } from './tabella';

/** Gli indicatori di un progetto come escono dal database, da non mostrare cosi: li prepara lib/indicatori/pubblica.ts. */
export type IndicatoriLetti = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  insieme: InsiemeIndicatori;
  azioni: { id: string; codice: string; titolo: string }[];
  periodi: { id: string; numero: number; dal: string; al: string }[];
  enti: EntiPerTipo;
  conteggi: Conteggio[];
  /** I propri, per un ente; nulli per gli altri. */
  miei: Conteggio[] | null;
  /** Gli ingressi di ciascun periodo, se se ne chiede uno; quelli dell'azione chiesta. */
  perPeriodo: Record<string, Conteggio[]> | null;
  mieiPerPeriodo: Record<string, Conteggio[]> | null;
  perAzione: Conteggio[] | null;
  mieiPerAzione: Conteggio[] | null;
  incompleti: { enteId: string; ente: string; mio: boolean; campi: Record<string, number> }[];
  /** Le relazioni con indicatori fissati, l'ultima versione, dal periodo piu recente. */
  fissati: { rapportoId: string; periodoId: string; versione: number; il: string }[];
  /** Di una sola relazione (quella chiesta, o la piu recente): i fissati, e gli stessi conteggi rifatti oggi. */
  confrontata: { rapportoId: string; conteggi: Conteggio[]; oggi: Conteggio[]; miei: Conteggio[] | null } | null;
};

const conta = (azione: ReturnType<typeof sql>, dal: ReturnType<typeof sql>, al: ReturnType<typeof sql>) => sql`
  (select coalesce(json_agg(json_build_array(c.codice, c.sesso, c.completi, c.valore)), '[]') from app.conta_indicatori(b.programma_id, p.id, ${azione}, ${dal}, ${al}) c)`;

/** I conteggi delle sole persone in carico a chi legge, contate tutte: anche chi nel progetto e gia contato da un altro ente. */
const miei = (azione: ReturnType<typeof sql>, dal: ReturnType<typeof sql>, al: ReturnType<typeof sql>) => sql`
  (select coalesce(json_agg(json_build_array(c.codice, c.sesso, c.completi, c.valore)), '[]') from app.conta_indicatori_propri(p.id, ${azione}, ${dal}, ${al}) c)`;

const NULLO = sql`null::uuid`;
const SEMPRE = sql`null::date`;

/**
 * Gli indicatori di un progetto, con gli ingressi dell'azione o del periodo scelti; null se non esiste, non si vede o non e mai stato avviato.
 * Un'istruzione sola.
 */
export async function leggiIndicatori(
  attore: Attore,
  progettoId: string,
  { azione, periodo, relazione }: Scelta,
): Promise<IndicatoriLetti | null> {
  const ente = attore.lettore === 'app_ente';
  const nessuno = sql`null::json`;
  const [riga] = await interroga<{ dati: IndicatoriLetti }>(
    attore,
    sql`
    with fissato as (
      select g.rapporto_id, w.id as periodo_id, w.al, max(g.versione) as versione, max(g.fissato_il) as il
      from indicatore_fissato g join rapporto_progetto r on r.id = g.rapporto_id join periodo w on w.id = r.periodo_id
      where g.progetto_id = ${progettoId}::uuid group by 1, 2, 3
    )
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
      'insieme', app.insieme_indicatori(p.id),
      'azioni', (select coalesce(json_agg(json_build_object('id', z.id, 'codice', z.codice, 'titolo', z.titolo) order by z.ordine, z.codice), '[]')
        from azione z where z.progetto_id = p.id),
      'periodi', (select coalesce(json_agg(json_build_object('id', w.id, 'numero', w.numero, 'dal', w.dal, 'al', w.al) order by w.al), '[]')
        from periodo w where w.progetto_id = p.id and w.tipo <> 'STRAORDINARIO' and w.dal <= app.oggi()),
      'enti', (select coalesce(json_object_agg(e.tipo, e.n), '{}') from (select o.tipo, count(distinct o.id) as n
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id group by 1) e),
      'conteggi', ${conta(NULLO, SEMPRE, SEMPRE)},
      'miei', ${ente ? miei(NULLO, SEMPRE, SEMPRE) : nessuno},
      'perPeriodo', case when ${periodo ?? null}::uuid is not null then (select json_object_agg(w.id, ${conta(NULLO, sql`w.dal`, sql`w.al`)})
        from periodo w where w.progetto_id = p.id and w.tipo <> 'STRAORDINARIO') end,
      'mieiPerPeriodo', ${
        ente
          ? sql`case when ${periodo ?? null}::uuid is not null then (select json_object_agg(w.id, ${miei(NULLO, sql`w.dal`, sql`w.al`)})
        from periodo w where w.progetto_id = p.id and w.tipo <> 'STRAORDINARIO') end`
          : nessuno
      },
      'perAzione', case when ${azione ?? null}::uuid is not null then ${conta(sql`${azione ?? null}::uuid`, SEMPRE, SEMPRE)} end,
      'mieiPerAzione', ${ente ? sql`case when ${azione ?? null}::uuid is not null then ${miei(sql`${azione ?? null}::uuid`, SEMPRE, SEMPRE)} end` : nessuno},
      'incompleti', (select coalesce(json_agg(json_build_object('enteId', i.id, 'ente', i.ente, 'mio', i.id = (select app.organizzazione_id()), 'campi', i.campi) order by i.ente), '[]')
        from (select o.id, ${NOME_ENTE} as ente, json_object_agg(m.campo, m.valore) as campi from app.partecipanti_incompleti(p.id) m
          join organizzazione o on o.id = m.organizzazione_id group by o.id, o.denominazione, o.sigla) i),
      'fissati', (select coalesce(json_agg(json_build_object('rapportoId', f.rapporto_id, 'periodoId', f.periodo_id, 'versione', f.versione, 'il', f.il)
          order by f.al desc), '[]') from fissato f),
      'confrontata', (select json_build_object('rapportoId', f.rapporto_id,
          'conteggi', (select json_agg(json_build_array(g.codice, g.sesso, g.completi, g.valore)) from indicatore_fissato g where g.rapporto_id = f.rapporto_id and g.versione = f.versione),
          'oggi', ${conta(NULLO, SEMPRE, sql`f.al`)}, 'miei', ${ente ? miei(NULLO, SEMPRE, sql`f.al`) : nessuno})
        from (select * from fissato order by (rapporto_id = ${relazione ?? null}::uuid) is true desc, al desc limit 1) f)
    ) as dati from progetto p join bando b on b.id = p.bando_id
    where p.id = ${progettoId}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')`,
  );
  return riga?.dati ?? null;
}
