import { sql } from '@/lib/db/sql';
import { approvatiAlla, BANDI, CATEGORIE, esistente, rigaTabelle, type Scelta, scelti } from './letture';
import { PER_PAGINA } from './pagina';
import type { BandoLetto, Categoria, DatiTabelle, ProgettoTabelle } from './righe';

/**
 * Le tabelle del rapporto come le vuole la pagina: di ogni progetto solo ciò che si conta, i nomi dei soli che si vedono. Con duemila progetti la lettura
 * intera (`letturaTabelle`, per i file) costerebbe a chi guarda dieci volte tanto. Una prova confronta le due.
 */

/** Di un progetto: codice, abitanti, enti gestori, e le categorie presenti e assenti come maschere di bit (il posto nel vocabolario). */
type Contato = [codice: string, popolazione: number | null, enti: number, presenti: string | null, assenti: string | null];
type Stretta = Omit<PaginaTabelle, 'contati'> & { contati: Contato[]; vocabolario: string[] };

/** Un progetto per i conti: gli enti sono solo quanti sono. */
export type ProgettoContato = Pick<ProgettoTabelle, 'codice' | 'popolazione' | 'classificazione'> & { enti: { length: number } };
export type PaginaTabelle = {
  bando: BandoLetto | null;
  bandi: BandoLetto[];
  categorie: Categoria[];
  primaApprovazione: string | null;
  totali: { progetti: number; ambiti: number; enti: number; popolazione: number };
  azioni: number;
  rilevazioni: DatiTabelle['rilevazioni'];
  fonti: DatiTabelle['fonti'];
  /** Tutti, nell'ordine del codice. */
  contati: ProgettoContato[];
  /** Quelli della pagina, interi. */
  visti: ProgettoTabelle[];
};

/** Quante categorie stanno in una maschera bigint. */
const MASSIMO_CATEGORIE = 63;

/** @param dopo il codice dopo il quale comincia la pagina; uno che non c'è, o l'ultimo, vale dall'inizio (come `paginaDi`) */
export const sqlPaginaTabelle = ({ data, bando }: Scelta, dopo: string) => sql`
    with ${scelti(bando)}, ${approvatiAlla(data)}, voci as materialized (
      select codice, row_number() over (order by ordine, codice)::int - 1 as posto from categoria_intervento
    ), suoi as materialized (select id, codice, titolo, territorio, provincia, popolazione from p), in_vigore as materialized (
      select c.progetto_id, c.categoria, c.presente, c.fonte, c.attribuita_il from classificazione_progetto c join suoi s on s.id = c.progetto_id
      where c.attribuita_il <= ${data}::date and (c.sostituita_il is null or c.sostituita_il > ${data}::date)
    ), segni as materialized (
      select c.progetto_id, bit_or(1::bigint << v.posto) filter (where c.presente) as presenti,
        bit_or(1::bigint << v.posto) filter (where not c.presente) as assenti
      from in_vigore c join voci v on v.codice = c.categoria group by 1
    ), gestori as materialized (
      select q.progetto_id, q.organizzazione_id from partecipazione q join suoi s on s.id = q.progetto_id
      where q.ruolo in ('CAPOFILA', 'PARTNER_GESTORE') and q.dal <= ${data}::date and (q.al is null or q.al >= ${data}::date)
    ), quanti as materialized (select progetto_id, count(*)::int as enti from gestori group by 1
    ), visti as materialized (
      select * from suoi where codice > case when exists (select from suoi s where s.codice > ${dopo}::text) and exists (select from suoi s where s.codice = ${dopo}::text)
        then ${dopo}::text else '' end order by codice limit ${PER_PAGINA}::int
    )
    select json_build_object(
      ${BANDI},
      'primaApprovazione', (select min(dal) from tutti),
      ${CATEGORIE},
      'vocabolario', (select coalesce(json_agg(codice order by posto), '[]') from voci),
      'totali', json_build_object('progetti', (select count(*) from suoi), 'popolazione', (select coalesce(sum(popolazione), 0) from suoi),
        'ambiti', (select count(distinct pa.ambito_id) from progetto_ambito pa join suoi s on s.id = pa.progetto_id),
        'enti', (select count(distinct organizzazione_id) from gestori)),
      'contati', (select coalesce(json_agg(json_build_array(s.codice, s.popolazione, coalesce(q.enti, 0), g.presenti::text, g.assenti::text) order by s.codice), '[]')
        from suoi s left join quanti q on q.progetto_id = s.id left join segni g on g.progetto_id = s.id),
      'visti', (select coalesce(json_agg(${rigaTabelle(data)} order by p.codice), '[]') from visti p),
      'azioni', (select count(*) from azione a where a.progetto_id in (select id from suoi)),
      'rilevazioni', (select case when count(*) > 0 then json_build_object('dal', min(w.dal), 'al', max(w.al)) end from periodo w
        where w.al <= ${data}::date and w.progetto_id in (select id from suoi)
          and w.id in (select r.periodo_id from rapporto_progetto r where r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI'))),
      'fonti', (select coalesce(json_agg(distinct jsonb_build_object('fonte', f.fonte, 'dal', f.attribuita_il)), '[]')
        from (select distinct c.fonte, c.attribuita_il from in_vigore c) f)
    ) as dati`;

/** Le categorie di una maschera, con il segno. */
function segna(classificazione: Record<string, boolean>, maschera: string | null, vocabolario: readonly string[], presente: boolean): void {
  if (maschera === null) return;
  const bit = BigInt(maschera);
  for (const [posto, categoria] of vocabolario.entries()) if ((bit >> BigInt(posto)) & 1n) classificazione[categoria] = presente;
}

/** Dalle maschere alle categorie. @throws DomainError ricerca.bandoNonTrovato @throws Error se il vocabolario non sta in una maschera */
export function paginaTabelleDa(stretta: Stretta | undefined, bando: string | null): PaginaTabelle {
  const { contati, vocabolario, ...resto } = esistente(stretta, bando);
  if (vocabolario.length > MASSIMO_CATEGORIE) throw new Error(`Il vocabolario ha più di ${MASSIMO_CATEGORIE} categorie di intervento.`);
  // le combinazioni di segni sono poche: ognuna si legge una volta
  const note = new Map<string, Record<string, boolean>>();
  const classificazioneDi = (presenti: string | null, assenti: string | null): Record<string, boolean> => {
    const chiave = `${presenti} ${assenti}`;
    const nota = note.get(chiave);
    if (nota) return nota;
    const classificazione: Record<string, boolean> = {};
    segna(classificazione, presenti, vocabolario, true);
    segna(classificazione, assenti, vocabolario, false);
    note.set(chiave, classificazione);
    return classificazione;
  };
  return {
    ...resto,
    contati: contati.map(([codice, popolazione, enti, presenti, assenti]) => ({
      ...{ codice, popolazione, enti: { length: enti }, classificazione: classificazioneDi(presenti, assenti) },
    })),
  };
}
