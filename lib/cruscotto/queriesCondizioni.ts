import { sql } from '@/lib/db/sql';
import { IN_CORSO } from './queries';
import type { FiltriElenco as Filtri } from './schema';

/** `scelti`: solo queste righe, tra quelle dei filtri. */
export type FiltriElenco = Filtri & { scelti?: readonly string[] };

export type Sql = typeof niente;
export const niente = sql``;
export const se = (vale: unknown, condizione: Sql): Sql => (vale ? condizione : niente);

/** Le condizioni su un progetto (`p`): le stesse per i progetti e per le azioni, così il numero premuto e la lista coincidono. */
function delProgetto(f: FiltriElenco, oggi: string): Sql {
  const cerca = f.q && `%${f.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`true
    ${se(cerca, sql`and (p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})`)}
    ${se(f.bando, sql`and p.bando_id = ${f.bando}::uuid`)} ${se(f.stato, sql`and p.stato = ${f.stato}::stato_progetto`)}
    ${se(f.comune, sql`and p.istat_comune = ${f.comune} and exists (select from situazioni s where s.id = p.id)`)}
    ${se(f.ambito, sql`and exists (select from progetto_ambito pa where pa.progetto_id = p.id and pa.ambito_id = ${f.ambito}::uuid)`)}
    ${se(f.istruttore === 'nessuno', sql`and exists (select from in_verifica v where v.progetto_id = p.id and v.assegnato_a is null)`)}
    ${se(f.istruttore && f.istruttore !== 'nessuno', sql`and exists (select from in_verifica v where v.progetto_id = p.id and v.assegnato_a::text = ${f.istruttore})`)}
    ${se(f.relazioni === 'scadute', sql`and exists (select from dovuti d where d.progetto_id = p.id and d.scaduto)`)}
    ${se(f.relazioni === 'vicine', sql`and exists (select from dovuti d where d.progetto_id = p.id and d.vicino)`)}
    ${se(f.relazioni === 'verifica', sql`and exists (select from in_verifica v where v.progetto_id = p.id and v.stato <> 'CHIARIMENTI')`)}
    ${se(
      f.tocca || f.attesa,
      sql`and exists (select from attese t where t.progetto_id = p.id
        and t.chi = coalesce(${f.tocca ?? null}, t.chi) and t.che = coalesce(${f.attesa ?? null}, t.che))`,
    )}
    ${se(f.situazione, sql`and exists (select from situazioni s where s.id = p.id and s.situazione = ${f.situazione})`)}
    ${se(f.sospesi && f.vista === 'progetti', sql`and p.stato in ('AVVIATO', 'SOSPESO') and exists (select from sospensione s where s.progetto_id = p.id and ${IN_CORSO(oggi)})`)}`;
}

export const diCausa = (f: FiltriElenco): Sql => sql`
  ${se(f.causa, sql`and c.causa = ${f.causa}`)} ${se(f.gruppo, sql`and c.gruppo = ${f.gruppo}`)}
  ${se(f.principale, sql`and c.primaria`)} ${se(f.dipende, sql`and c.dipende_regione`)}`;

/** Le condizioni su un'azione (`z`); quelle sulle cause le ha già AZIONI_FERME. */
const dellAzione = (f: FiltriElenco, oggi: string): Sql => sql`
  ${se(f.statoAzione, sql`and z.stato = ${f.statoAzione}`)} ${se(f.ritardo, sql`and z.ritardo > 0`)}
  ${se(f.sospesi, sql`and exists (select from sospensione s where s.azione_id = z.id and ${IN_CORSO(oggi)})`)}`;

export const parlaDiCause = (f: FiltriElenco): boolean => Boolean(f.causa || f.gruppo || f.principale || f.dipende);

/** Le condizioni sulle azioni, quando l'elenco è di progetti: ne basta una. */
const conAzioni = (f: FiltriElenco): Sql =>
  sql`${se(f.statoAzione, sql`and exists (select from azioni z where z.progetto_id = p.id and z.stato = ${f.statoAzione})`)}
    ${se(f.ritardo, sql`and p.stato in ('AVVIATO', 'SOSPESO') and exists (select from situazione_progetto t where t.progetto_id = p.id and t.in_ritardo > 0)`)}
    ${se(parlaDiCause(f), sql`and exists (select from cause c where c.progetto_id = p.id ${diCausa(f)})`)}`;

const CHIAVI_PROGETTO: Partial<Record<FiltriElenco['ordine'], Sql>> = {
  scadenza: sql`coalesce((select min(d.scadenza)::text from dovuti d where d.progetto_id = p.id), '9999')`,
  attesa: sql`coalesce((select min(t.dal)::text from attese t where t.progetto_id = p.id), '9999')`,
  ritardo: sql`lpad(coalesce((select t.in_ritardo from situazione_progetto t where t.progetto_id = p.id), 0)::text, 6, '0')`,
};
const CHIAVI_AZIONE: Partial<Record<FiltriElenco['ordine'], Sql>> = {
  ritardo: sql`lpad(z.ritardo::text, 6, '0')`,
  fine: sql`coalesce(z.fine_prevista::text, '9999')`,
};

/** `base`: le righe dell'elenco, ciascuna con la chiave con cui è ordinata. */
export const BASE_PROGETTI = (f: FiltriElenco, oggi: string): Sql => sql`
  base as materialized (select p.id, p.id as progetto_id, (${CHIAVI_PROGETTO[f.ordine] ?? sql`p.codice`}) collate "C" as chiave
    from progetto p where ${delProgetto(f, oggi)} ${conAzioni(f)} ${se(f.scelti, sql`and p.id = any (${f.scelti}::uuid[])`)})`;
export const BASE_AZIONI = (f: FiltriElenco, oggi: string): Sql => sql`
  base as materialized (select z.id, z.progetto_id, (${CHIAVI_AZIONE[f.ordine] ?? sql`p.codice || ' ' || lpad(z.ordine::text, 5, '0')`}) collate "C" as chiave
    from azioni z join progetto p on p.id = z.progetto_id where ${delProgetto(f, oggi)} ${dellAzione(f, oggi)} ${se(f.scelti, sql`and z.id = any (${f.scelti}::uuid[])`)})`;
