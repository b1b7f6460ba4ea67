import type { Attore } from '@/lib/auth/attore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { EntiPerTipo } from './insiemi';
import { INDICATORI, INDICATORI_ENTE } from './rilascio';
import type { Scelta } from './schema';
import type { CellePubblicate, Conteggio } from './tabella';

/** Una pubblicazione: il numero, quando, fino a che ingresso, e da quale relazione se nasce da un'approvazione. */
export type Pubblicazione = { numero: number; il: string; al: string; relazione: string | null };

/** Gli indicatori di un progetto: ciò che è pubblicato e, per un ente, le proprie persone in diretta. */
export type IndicatoriLetti = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  insieme: InsiemeIndicatori;
  azioni: { id: string; codice: string; titolo: string }[];
  periodi: { id: string; numero: number; dal: string; al: string }[];
  enti: EntiPerTipo;
  /** Le persone in carico a chi legge (l'azione o gli ingressi del periodo scelti), e i loro dati che mancano; nulli per la Regione e la ricerca. */
  miei: Conteggio[] | null;
  mieiIncompleti: CellePubblicate | null;
  pubblicazioni: Pubblicazione[];
  /** La pubblicazione scelta, o l'ultima: la tabella dell'azione o del periodo scelti, se c'è, altrimenti l'intera. Per un ente sempre l'intera. */
  pubblicata:
    | (Pubblicazione & {
        celle: CellePubblicate;
        filtrata: boolean;
        azioni: string[];
        periodi: string[];
        incompleti: Record<string, CellePubblicate>;
      })
    | null;
  nomi: Record<string, string>;
  /** Le relazioni con indicatori fissati, l'ultima versione, dal periodo più recente. I valori non si leggono. */
  fissati: { rapportoId: string; periodoId: string; versione: number; il: string }[];
};

/** Le righe della sola propria tabella viva, o nulla per chi non segue persone. */
const miei = ({ azione, periodo }: Scelta) => sql`
  (select coalesce(json_agg(json_build_array(c.codice, c.sesso, c.completi, c.valore)), '[]')
    from (select w.dal, w.al from (select 1) x left join periodo w on w.progetto_id = p.id and w.id = ${periodo ?? null}::uuid) s,
    app.conta_indicatori_propri(p.id, (select z.id from azione z where z.progetto_id = p.id and z.id = ${azione ?? null}::uuid), s.dal, s.al) c)`;

const MIEI_INCOMPLETI = sql`
  (select json_build_object('QUALCUNO', count(*) filter (where not t.completo), 'SESSO', count(*) filter (where t.sesso is null), 'ETA', count(*) filter (where t.eta is null),
    'TITOLO', count(*) filter (where t.isced is null), 'CONDIZIONE', count(*) filter (where t.condizione is null))
    from partecipante t where t.progetto_id = p.id and not t.limitato)`;

/** Gli indicatori di un progetto; null se non esiste, non si vede o non è mai stato avviato. Un'istruzione sola. */
export async function leggiIndicatori(attore: Attore, progettoId: string, scelta: Scelta): Promise<IndicatoriLetti | null> {
  const { azione, periodo, numero } = scelta;
  const ente = attore.lettore === 'app_ente';
  const [riga] = await interroga<{ dati: IndicatoriLetti }>(
    attore,
    sql`
    with uscita as (
      select (r.parametri ->> 'numero')::int as numero, r.rilasciato_il as il, r.contenuto ->> 'al' as al, r.contenuto ->> 'relazione' as relazione, r.id
      from rilascio r where r.parametri ->> 'progetto' = ${progettoId}::text and r.tabella = ${ente ? INDICATORI_ENTE : INDICATORI}
    ), scelta as (select u.* from uscita u order by (u.numero = ${numero ?? null}::int) is true desc, u.numero desc limit 1)
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
      'insieme', app.insieme_indicatori(p.id),
      'azioni', (select coalesce(json_agg(json_build_object('id', z.id, 'codice', z.codice, 'titolo', z.titolo) order by z.ordine, z.codice), '[]')
        from azione z where z.progetto_id = p.id),
      'periodi', (select coalesce(json_agg(json_build_object('id', w.id, 'numero', w.numero, 'dal', w.dal, 'al', w.al) order by w.al), '[]')
        from periodo w where w.progetto_id = p.id and w.tipo <> 'STRAORDINARIO' and w.dal <= app.oggi()),
      'enti', (select coalesce(json_object_agg(e.tipo, e.n), '{}') from (select o.tipo, count(distinct o.id) as n
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id group by 1) e),
      'miei', ${ente ? miei(scelta) : sql`null::json`}, 'mieiIncompleti', ${ente ? MIEI_INCOMPLETI : sql`null::json`},
      'pubblicazioni', (select coalesce(json_agg(json_build_object('numero', u.numero, 'il', u.il, 'al', u.al, 'relazione', u.relazione) order by u.numero desc), '[]') from uscita u),
      'pubblicata', (select json_build_object('numero', s.numero, 'il', s.il, 'al', s.al, 'relazione', s.relazione,
          'celle', coalesce(r.contenuto #> array['azioni', ${azione ?? ''}], r.contenuto #> array['periodi', ${periodo ?? ''}], r.contenuto -> 'intera'),
          'filtrata', coalesce(r.contenuto #> array['azioni', ${azione ?? ''}], r.contenuto #> array['periodi', ${periodo ?? ''}]) is not null,
          'azioni', array(select jsonb_object_keys(coalesce(r.contenuto -> 'azioni', '{}'))), 'periodi', array(select jsonb_object_keys(coalesce(r.contenuto -> 'periodi', '{}'))),
          'incompleti', r.contenuto -> 'incompleti') from scelta s join rilascio r on r.id = s.id),
      'nomi', (select coalesce(json_object_agg(o.id, ${NOME_ENTE}), '{}') from organizzazione o
        where o.id in (select pa.organizzazione_id from partecipazione pa where pa.progetto_id = p.id)),
      'fissati', (select coalesce(json_agg(json_build_object('rapportoId', f.rapporto_id, 'periodoId', f.periodo_id, 'versione', f.versione, 'il', f.il)
          order by f.al desc), '[]') from app.versioni_fissate(p.id) f)
    ) as dati from progetto p
    where p.id = ${progettoId}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')`,
  );
  return riga?.dati ?? null;
}
