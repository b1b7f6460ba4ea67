import type { Attore, Ruolo } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { RUOLI_COMMISSARIO, STATO_VALUTABILE } from './rules';
import type { FaseValutata } from './schema';

export type Membro = {
  id: string;
  utenteId: string;
  nome: string;
  fase: FaseValutata;
  presidente: boolean;
  atto: string | null;
  nominatoIl: string;
  /** Ha dichiarato su almeno una domanda: esce solo con un esonero. */
  haDichiarato: boolean;
  /** Le domande da valutare adesso, e quante ne ha concluse o se ne è astenuto. */
  daValutare: number;
  concluse: number;
  esoneratoIl: string | null;
  attoEsonero: string | null;
};
export type Commissione = {
  id: string;
  titolo: string;
  codice: string;
  /** Il bando ha una versione pubblicata con una griglia. */
  griglia: boolean;
  membri: Membro[];
  /** Le persone della Regione che si possono nominare. */
  persone: { utenteId: string; nome: string; ruoli: Ruolo[] }[];
};

/** Le commissioni di un bando, di tutte le fasi; null se il bando non si vede. */
export async function leggiCommissione(attore: Attore, bandoId: string): Promise<Commissione | null> {
  const [riga] = await interroga<{ dati: Commissione }>(
    attore,
    sql`select json_build_object('id', b.id, 'titolo', b.titolo, 'codice', b.codice,
      'griglia', coalesce((select jsonb_array_length(v.configurazione -> 'griglia') > 0 from bando_versione v where v.bando_id = b.id order by v.numero desc limit 1), false),
      'membri', (select coalesce(json_agg(json_build_object('id', c.id, 'utenteId', c.utente_id, 'nome', u.nome || ' ' || u.cognome, 'fase', c.fase,
          'presidente', c.presidente, 'atto', c.atto, 'nominatoIl', c.nominato_il,
          'haDichiarato', exists (select from evento e join progetto p on p.id = e.progetto_id where p.bando_id = b.id and e.atto = 'valutazione.dichiarata'
            and e.attore_id = c.utente_id and e.dopo ->> 'fase' = c.fase),
          'daValutare', a.domande, 'concluse', a.concluse, 'esoneratoIl', c.esonerato_il, 'attoEsonero', c.atto_esonero)
          order by (c.esonerato_il is not null), c.presidente desc, u.cognome, u.nome, c.id), '[]')
        from commissario c join utente u on u.id = c.utente_id
        -- chi ha concluso lo dice il registro: le schede altrui, prima che siano svelate, non si leggono
        cross join lateral (select count(*)::int as domande, (count(*) filter (where exists (select from evento e where e.progetto_id = p.id
            and e.attore_id = c.utente_id and e.dopo ->> 'fase' = c.fase
            and (e.atto = 'valutazione.conclusa' or e.atto = 'valutazione.dichiarata' and e.dopo ->> 'conflitto' = 'PRESENTE'))))::int as concluse
          from progetto p where p.bando_id = b.id
            and p.stato = case c.fase when 'IDEA' then ${STATO_VALUTABILE.IDEA} else ${STATO_VALUTABILE.PROGETTO} end::stato_progetto
            and not exists (select from valutazione_consolidata k where k.progetto_id = p.id and k.fase = c.fase)) a
        where c.bando_id = b.id),
      'persone', (select coalesce(json_agg(json_build_object('utenteId', t.id, 'nome', t.nome, 'ruoli', t.ruoli) order by t.nome, t.id), '[]') from (
          select u.id, u.cognome || ' ' || u.nome as nome, array_agg(distinct i.ruolo order by i.ruolo) as ruoli
          from incarico i join utente u on u.id = i.utente_id join organizzazione o on o.id = i.organizzazione_id
          where o.tipo = 'REGIONE' and i.ruolo = any (${[...RUOLI_COMMISSARIO]}::ruolo[]) and i.revocato_il is null
            and i.dal <= app.oggi() and (i.al is null or i.al >= app.oggi()) group by u.id) t)) as dati
    from bando b where b.id = ${bandoId}::uuid`,
  );
  return riga?.dati ?? null;
}
