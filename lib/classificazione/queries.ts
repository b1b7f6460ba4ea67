import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Schema } from './voci';

/** Le letture della classificazione. Che cosa si vede di una tornata aperta lo dice il database: il foglio dell'altro non c'è. */

export type TornataElencata = {
  id: string;
  numero: number;
  bando: string;
  bandoId: string;
  apertaIl: string;
  codificatori: number;
  chiusi: number;
  svelataIl: string | null;
  dimostrativa: boolean;
  /** Quanti progetti sono approvati, e quanti hanno una decisione. */
  progetti: number;
  decisi: number;
};
export type SchemaElencato = Schema & { tornate: TornataElencata[] };
export type PaginaSchemi = { schemi: SchemaElencato[]; bandi: { id: string; titolo: string }[] };

const APPROVATI = sql`('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')`;
const SCHEMA = sql`json_build_object('id', s.id, 'codice', s.codice, 'versione', s.versione, 'titolo', s.titolo, 'descrizione', s.descrizione,
  'esclusivo', s.esclusivo, 'voci', s.voci)`;

/** Gli schemi della Regione, l'ultima versione di ciascuno prima, con le loro tornate. */
export async function leggiSchemi(attore: Attore): Promise<PaginaSchemi> {
  const [riga] = await interroga<{ dati: PaginaSchemi }>(
    attore,
    sql`
    with approvati as (select id, bando_id from progetto where stato in ${APPROVATI}),
    tornate as (
      select t.schema_id, t.aperta_il, json_build_object('id', t.id, 'numero', t.numero, 'bando', b.titolo, 'bandoId', b.id,
        'apertaIl', (t.aperta_il at time zone 'Europe/Rome')::date, 'codificatori', t.codificatori, 'chiusi', t.chiusi,
        'svelataIl', (t.svelata_il at time zone 'Europe/Rome')::date, 'dimostrativa', t.dimostrativo,
        'progetti', (select count(*) from approvati p where p.bando_id = t.bando_id),
        'decisi', (select count(*) from classificazione_decisa d where d.tornata_id = t.id and d.sostituita_il is null)) as riga
      from tornata_codifica t join bando b on b.id = t.bando_id
    )
    select json_build_object(
      'schemi', (select coalesce(json_agg((${SCHEMA})::jsonb || jsonb_build_object('tornate',
          (select coalesce(json_agg(t.riga order by t.aperta_il desc), '[]') from tornate t where t.schema_id = s.id)) order by s.titolo, s.versione desc), '[]')
        from schema_classificazione s),
      'bandi', (select coalesce(json_agg(json_build_object('id', b.id, 'titolo', b.titolo) order by b.codice), '[]')
        from bando b where exists (select from approvati p where p.bando_id = b.id))
    ) as dati`,
  );
  return riga?.dati ?? { schemi: [], bandi: [] };
}

export type ScrittaDa = { voci: string[]; nota: string | null };
export type DecisioneLetta = { voci: string[]; motivo: string; decisaIl: string; sostituitaIl: string | null; id: string };
export type ProgettoInTornata = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  azioni: string[];
  /** La codifica del proprio foglio, mentre si codifica. */
  propria: ScrittaDa | null;
  /** Le due codifiche, quando si vedono. */
  primo: ScrittaDa | null;
  secondo: ScrittaDa | null;
  proposta: { voci: string[]; motivo: string } | null;
  /** Dall'ultima alla prima. */
  decisioni: DecisioneLetta[];
};
export type PaginaTornata = {
  id: string;
  numero: number;
  bando: string;
  codificatori: number;
  chiusi: number;
  svelata: boolean;
  dimostrativa: boolean;
  /** Il proprio foglio, finché la tornata non è svelata. */
  foglio: { id: string; chiuso: boolean } | null;
  schema: Schema;
  progetti: ProgettoInTornata[];
};

/** Una tornata con i suoi progetti; null se non esiste o non si vede. */
export async function leggiTornata(attore: Attore, tornataId: string): Promise<PaginaTornata | null> {
  const [riga] = await interroga<{ dati: PaginaTornata }>(
    attore,
    sql`
    with codifiche as (
      select c.progetto_id, f.posizione, json_build_object('voci', c.voci, 'nota', c.nota) as riga
      from foglio_codifica f join codifica c on c.foglio_id = f.id where f.tornata_id = ${tornataId}::uuid
    )
    select json_build_object('id', t.id, 'numero', t.numero, 'bando', b.titolo, 'codificatori', t.codificatori, 'chiusi', t.chiusi,
      'svelata', t.svelata_il is not null, 'dimostrativa', t.dimostrativo,
      'foglio', (select json_build_object('id', f.id, 'chiuso', f.chiuso_il is not null) from foglio_codifica f
        where f.tornata_id = t.id and t.svelata_il is null),
      'schema', (select ${SCHEMA} from schema_classificazione s where s.id = t.schema_id),
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio,
          'azioni', (select coalesce(json_agg(a.titolo order by a.ordine, a.id), '[]') from azione a where a.progetto_id = p.id and a.annullata_il is null),
          'propria', (select c.riga from codifiche c where c.progetto_id = p.id and t.svelata_il is null),
          'primo', (select c.riga from codifiche c where c.progetto_id = p.id and t.svelata_il is not null and c.posizione = 1),
          'secondo', (select c.riga from codifiche c where c.progetto_id = p.id and t.svelata_il is not null and c.posizione = 2),
          'proposta', (select json_build_object('voci', x.voci, 'motivo', x.motivo) from proposta_classificazione x
            where x.progetto_id = p.id and x.schema_id = t.schema_id and x.sostituita_il is null and t.svelata_il is not null),
          'decisioni', (select coalesce(json_agg(json_build_object('id', d.id, 'voci', d.voci, 'motivo', d.motivo,
              'decisaIl', (d.decisa_il at time zone 'Europe/Rome')::date, 'sostituitaIl', (d.sostituita_il at time zone 'Europe/Rome')::date)
              order by d.decisa_il desc, d.id), '[]')
            from classificazione_decisa d where d.progetto_id = p.id and d.schema_id = t.schema_id)
        ) order by p.codice), '[]') from progetto p where p.bando_id = t.bando_id and p.stato in ${APPROVATI})
    ) as dati from tornata_codifica t join bando b on b.id = t.bando_id where t.id = ${tornataId}::uuid`,
  );
  return riga?.dati ?? null;
}

export type SchemaDelProgetto = {
  schema: Schema;
  proposta: { id: string; voci: string[]; motivo: string; propostaIl: string } | null;
  proposte: number;
  decisioni: DecisioneLetta[];
};
export type ClassificazioneProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  /** Chi guarda è il capofila, e può proporre. */
  capofila: boolean;
  schemi: SchemaDelProgetto[];
};

/** Che cosa è proposto e deciso per un progetto approvato, schema per schema; null se non esiste o non si vede. */
export async function leggiClassificazione(attore: Attore, progettoId: string): Promise<ClassificazioneProgetto | null> {
  const [riga] = await interroga<{ dati: ClassificazioneProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato,
      'capofila', coalesce(p.id = any ((select app.capofila())::uuid[]), false),
      'schemi', (select coalesce(json_agg(json_build_object('schema', ${SCHEMA},
          'proposta', (select json_build_object('id', x.id, 'voci', x.voci, 'motivo', x.motivo, 'propostaIl', (x.proposta_il at time zone 'Europe/Rome')::date)
            from proposta_classificazione x where x.progetto_id = p.id and x.schema_id = s.id and x.sostituita_il is null),
          'proposte', (select count(*) from proposta_classificazione x where x.progetto_id = p.id and x.schema_id = s.id),
          'decisioni', (select coalesce(json_agg(json_build_object('id', d.id, 'voci', d.voci, 'motivo', d.motivo,
              'decisaIl', (d.decisa_il at time zone 'Europe/Rome')::date, 'sostituitaIl', (d.sostituita_il at time zone 'Europe/Rome')::date)
              order by d.decisa_il desc, d.id), '[]')
            from classificazione_decisa d where d.progetto_id = p.id and d.schema_id = s.id)
        ) order by s.titolo), '[]')
        from (select distinct on (codice) * from schema_classificazione order by codice, versione desc) s)
    ) as dati from progetto p where p.id = ${progettoId}::uuid and p.stato in ${APPROVATI}`,
  );
  return riga?.dati ?? null;
}
