import { interrogaPubblica } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { ElencoPubblico, ProgettoPubblico } from './letture';
import { QUESTA_REGIONE } from './queriesCondizioni';
import type { FiltriPubblici } from './schema';

const PER_PAGINA = 50;
type Sql = typeof QUESTA_REGIONE;

const CAPOFILA = sql`(select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
  where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' order by o.id limit 1)`;

function condizioni({ q, stato, ambito, categoria }: FiltriPubblici): Sql {
  const cerca = q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`p.regione_id = ${QUESTA_REGIONE} and (${stato ?? null}::text is null or p.stato::text = ${stato ?? null})
    and (${cerca}::text is null or p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})
    and (${ambito ?? null}::int is null or exists (select from progetto_ambito x join ambito a on a.id = x.ambito_id where x.progetto_id = p.id and a.numero = ${ambito ?? null}))
    and (${categoria ?? null}::text is null or exists (select from classificazione_progetto c
      where c.progetto_id = p.id and c.presente and c.sostituita_il is null and c.categoria = ${categoria ?? null}))`;
}

/** I progetti approvati, 50 alla volta in ordine di codice (`dopo` = ultimo codice della pagina precedente), con i filtri possibili. */
export async function elencaProgettiPubblici(filtri: FiltriPubblici): Promise<ElencoPubblico> {
  const dopo = filtri.dopo ?? '';
  const [riga] = await interrogaPubblica<{ dati: ElencoPubblico }>(sql`
    with base as materialized (select p.* from (select p.id, p.codice, p.titolo, p.territorio, p.stato, p.popolazione, p.importo_assegnato_cents
      from progetto p where ${condizioni(filtri)}) p),
    pagina as (select p.* from base p where p.codice collate "C" > ${dopo} order by p.codice collate "C" limit ${PER_PAGINA})
    select json_build_object(
      'righe', (select coalesce(json_agg(json_build_object('codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'stato', p.stato, 'capofila', ${CAPOFILA},
        'abitanti', p.popolazione, 'importoCents', p.importo_assegnato_cents::text) order by p.codice collate "C"), '[]') from pagina p),
      'totale', (select count(*) from base),
      'prima', (select count(*) from base p where p.codice collate "C" <= ${dopo}),
      'precedente', case when exists (select from base p where p.codice collate "C" <= ${dopo})
        then coalesce((select p.codice from base p where p.codice collate "C" <= ${dopo} order by p.codice collate "C" desc offset ${PER_PAGINA} limit 1), '') end,
      'successiva', (select max(p.codice collate "C") from pagina p having exists (select from base b where b.codice collate "C" > max(p.codice collate "C"))),
      'scelte', json_build_object(
        'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', coalesce(a.nome, a.nome_descrittivo)) order by a.numero), '[]')
          from ambito a where a.regione_id = ${QUESTA_REGIONE}),
        'categorie', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta) order by c.ordine, c.etichetta), '[]')
          from categoria_intervento c where c.regione_id = ${QUESTA_REGIONE} and c.tabella is not null))) as dati`);
  if (!riga) throw new Error('L’elenco dei progetti approvati non ha risposto.');
  return riga.dati;
}

/** Un progetto approvato, come lo legge chiunque; null se non esiste o non è approvato. Un'istruzione sola. */
export async function leggiProgettoPubblico(codice: string): Promise<ProgettoPubblico | null> {
  const [riga] = await interrogaPubblica<{ dati: ProgettoPubblico }>(sql`
    select json_build_object('codice', p.codice, 'titolo', p.titolo, 'acronimo', p.acronimo, 'territorio', p.territorio, 'provincia', p.provincia,
      'abitanti', p.popolazione, 'comuni', p.n_comuni, 'stato', p.stato, 'cup', p.cup, 'dataApprovazione', p.data_approvazione, 'atto', p.atto_approvazione,
      'dataAvvio', p.data_avvio, 'dataFinePrevista', p.data_fine_prevista, 'importoCents', p.importo_assegnato_cents::text, 'campiDimostrativi', p.campi_dimostrativi,
      'bando', json_build_object('titolo', b.titolo, 'atto', b.atto, 'programma', g.titolo, 'fondo', g.fondo), 'capofila', ${CAPOFILA},
      'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', coalesce(a.nome, a.nome_descrittivo)) order by a.numero), '[]')
        from progetto_ambito x join ambito a on a.id = x.ambito_id where x.progetto_id = p.id),
      'categorie', (select coalesce(json_agg(json_build_object('codice', v.codice, 'etichetta', v.etichetta) order by v.ordine), '[]')
        from classificazione_progetto c join categoria_intervento v on v.regione_id = c.regione_id and v.codice = c.categoria
        where c.progetto_id = p.id and c.presente and c.sostituita_il is null and v.tabella is not null),
      'enti', (select coalesce(json_agg(json_build_object('nome', o.denominazione, 'tipo', o.tipo, 'ruolo', pa.ruolo, 'sede', o.sede)
        order by pa.ruolo, o.denominazione), '[]') from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'azioni', (select coalesce(json_agg(json_build_object('codice', z.codice, 'titolo', z.titolo, 'categoria', (select v.etichetta from categoria_intervento v
          where v.regione_id = p.regione_id and v.codice = z.categoria), 'ente', (select ${NOME_ENTE} from organizzazione o where o.id = z.organizzazione_id),
          'inizio', z.inizio_previsto, 'fine', z.fine_prevista, 'stato', z.stato, 'statoAl', z.stato_al) order by z.ordine, z.codice), '[]')
        from app.azioni_pubbliche(p.id) z)) as dati
    from progetto p join bando b on b.id = p.bando_id join programma g on g.id = b.programma_id
    where p.regione_id = ${QUESTA_REGIONE} and p.codice = ${codice}`);
  return riga?.dati ?? null;
}
