import type { StatoAzione } from '@/lib/attuazione/schema';
import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { CAUSE, COMUNI, CONTI, PER_STATO } from './queriesAttese';
import type { Aspetta, Attesa, NON_RILEVATA, Situazione } from './schema';

export type StatoOIgnoto = StatoAzione | typeof NON_RILEVATA;
export type CausaAperta = {
  codice: string;
  etichetta: string;
  gruppo: string;
  dipendeRegione: boolean;
  azioni: number;
  principali: number;
  progetti: number;
};
export type Luogo = {
  comune: string;
  nome: string;
  lat: number;
  lon: number;
  popolazione: number;
  progetti: number;
  situazioni: Partial<Record<Situazione, number>>;
};

/** Il cruscotto della Regione: ogni numero conta progetti o azioni, e le stesse condizioni in `queriesElenco` ne danno la lista. Date AAAA-MM-GG. */
export type Cruscotto = {
  stati: { stato: StatoProgetto; n: number }[];
  relazioni: { scadute: number; vicine: number; verifica: number; piuVecchia: string | null };
  attese: { chi: Aspetta; progetti: number; dal: string; dettaglio: { che: Attesa; progetti: number; dal: string }[] }[];
  azioni: { stato: StatoOIgnoto; n: number }[];
  inRitardo: number;
  /** Quelle che dipendono dalla Regione per prime, poi dalla più diffusa. */
  cause: CausaAperta[];
  gruppi: { gruppo: string; azioni: number }[];
  dellaRegione: { azioni: number; progetti: number };
  luoghi: Luogo[];
  situazioni: Partial<Record<Situazione, number>>;
  sospensioni: { progetti: number; azioni: number; dal: string | null };
};

const MESI = 12;

/** Il cruscotto della Regione, tranne la storia dei mesi. Un'istruzione sola. */
export async function leggiCruscotto(attore: Attore): Promise<Cruscotto> {
  const oggi = giornoDi(attore.adesso);
  const [riga] = await interroga<{ dati: Cruscotto }>(
    attore,
    sql`with ${COMUNI(oggi)}, ${CONTI}, ${CAUSE}, ${PER_LUOGO}
    select json_build_object(
      'stati', (select coalesce(json_agg(x), '[]') from (select p.stato, count(*)::int as n from progetto p group by p.stato order by p.stato) x),
      'relazioni', json_build_object(
        'scadute', (select count(distinct progetto_id) from dovuti where scaduto), 'vicine', (select count(distinct progetto_id) from dovuti where vicino),
        'verifica', (select count(distinct progetto_id) from in_verifica where stato <> 'CHIARIMENTI'), 'piuVecchia', (select min(scadenza) from dovuti where scaduto)),
      'attese', (select coalesce(json_agg(json_build_object('chi', c.chi, 'progetti', c.progetti, 'dal', c.dal, 'dettaglio', (
          select json_agg(x order by x.progetti desc, x.che) from (
            select t.che, count(distinct t.progetto_id)::int as progetti, min(t.dal) as dal from attese t where t.chi = c.chi group by t.che) x))), '[]')
        from (select t.chi, count(distinct t.progetto_id)::int as progetti, min(t.dal) as dal from attese t group by t.chi) c),
      'azioni', (select coalesce(json_agg(json_build_object('stato', x.stato, 'n', x.n)), '[]') from conti k, ${PER_STATO} where x.n > 0),
      'inRitardo', (select in_ritardo from conti),
      'cause', (select coalesce(json_agg(x order by x."dipendeRegione" desc, x.azioni desc, x.codice), '[]') from (
        select v.codice, v.etichetta, v.gruppo, v.dipende_regione as "dipendeRegione", c.azioni, c.principali, c.progetti
        from (select causa, sum(n)::int as azioni, sum(prime)::int as principali, count(*)::int as progetti
          from (select causa, progetto_id, count(*) as n, count(*) filter (where primaria) as prime from cause group by causa, progetto_id) u group by causa) c join causa_ritardo v on v.codice = c.causa) x),
      'gruppi', (select coalesce(json_agg(x order by x.azioni desc, x.gruppo), '[]') from (
        select c.gruppo, count(*)::int as azioni from (select distinct gruppo, azione_id from cause) c group by 1) x),
      'dellaRegione', (select json_build_object('azioni', count(distinct c.azione_id), 'progetti', count(distinct c.progetto_id)) from cause c where c.dipende_regione),
      'luoghi', (select coalesce(json_agg(l.dati), '[]') from luoghi l),
      'situazioni', (select coalesce(json_object_agg(x.situazione, x.n), '{}') from (select situazione, count(*)::int as n from situazioni group by 1) x),
      'sospensioni', (select json_build_object('progetti', count(distinct s.progetto_id), 'azioni', count(distinct s.azione_id), 'dal', min(s.dal))
        from sospensione s join aperti a on a.id = s.progetto_id where ${IN_CORSO(oggi)})
    ) as dati`,
  );
  if (!riga) throw new Error('Il cruscotto non ha risposto.');
  return riga.dati;
}

/** Un mese (primo giorno) e quante azioni in ogni stato. */
export type MeseDiStati = { mese: string; conteggi: Record<StatoOIgnoto, number> };

/** Gli ultimi dodici mesi, dal più vecchio: in che stato erano le azioni secondo l'ultima relazione di ogni progetto fino a quel mese. */
export async function leggiStatiNelTempo(attore: Attore): Promise<MeseDiStati[]> {
  const oggi = giornoDi(attore.adesso);
  const righe = await interroga<MeseDiStati>(
    attore,
    sql`with ${SERIE(oggi)}
    select s.mese::text as mese, json_build_object('NON_RILEVATA', s.non_rilevate, 'NON_AVVIATA', s.non_avviate, 'IN_PREPARAZIONE', s.in_preparazione,
      'IN_CORSO', s.in_corso, 'PARZIALMENTE_REALIZZATA', s.parziali, 'COMPLETATA', s.completate, 'SOSPESA', s.sospese, 'ANNULLATA', s.annullate) as conteggi
    from serie s where s.mese > ${inizio(oggi)}::date order by s.mese`,
  );
  return righe;
}

/** Le sospensioni (alias `s`) in corso oggi. */
export const IN_CORSO = (oggi: string) => sql`s.dal <= ${oggi}::date and (s.al is null or s.al >= ${oggi}::date)`;

/** Il mese prima della finestra, AAAA-MM-GG: ciò che valeva allora è il punto di partenza. */
function inizio(oggi: string): string {
  const mesi = Number(oggi.slice(0, 4)) * 12 + Number(oggi.slice(5, 7)) - 1 - MESI;
  return `${Math.floor(mesi / 12)}-${String((mesi % 12) + 1).padStart(2, '0')}-01`;
}

const STATI = sql`non_rilevate, non_avviate, in_preparazione, in_corso, parziali, completate, sospese, annullate`;
const SOMME = sql`sum(non_rilevate) as non_rilevate, sum(non_avviate) as non_avviate, sum(in_preparazione) as in_preparazione, sum(in_corso) as in_corso,
  sum(parziali) as parziali, sum(completate) as completate, sum(sospese) as sospese, sum(annullate) as annullate`;

/**
 * `serie`: per ogni mese, le azioni per stato secondo l'ultima relazione di ciascun progetto fino a quel mese. Di ogni progetto si leggono al più
 * dodici righe e quella che le precede; una riga vale dal suo mese fino a quello (`poi`) della riga che la segue.
 */
const SERIE = (oggi: string) => sql`
  finestra as materialized (
    select f.*, lead(f.mese) over (partition by f.progetto_id order by f.mese) as poi from (
      select m.progetto_id, m.mese, ${STATI} from situazione_mese m where m.mese > ${inizio(oggi)}::date and m.mese <= ${oggi}::date
      union all select p.id, ${inizio(oggi)}::date, ${STATI} from progetto p cross join lateral (
        select ${STATI} from situazione_mese m where m.progetto_id = p.id and m.mese <= ${inizio(oggi)}::date order by m.mese desc limit 1) u) f),
  entrate as (select mese, ${SOMME} from finestra group by mese),
  uscite as (select poi as mese, ${SOMME} from finestra where poi is not null group by poi),
  serie as (
    select g.mese::date as mese, sum(coalesce(e.non_rilevate, 0) - coalesce(u.non_rilevate, 0)) over c as non_rilevate,
      sum(coalesce(e.non_avviate, 0) - coalesce(u.non_avviate, 0)) over c as non_avviate,
      sum(coalesce(e.in_preparazione, 0) - coalesce(u.in_preparazione, 0)) over c as in_preparazione,
      sum(coalesce(e.in_corso, 0) - coalesce(u.in_corso, 0)) over c as in_corso, sum(coalesce(e.parziali, 0) - coalesce(u.parziali, 0)) over c as parziali,
      sum(coalesce(e.completate, 0) - coalesce(u.completate, 0)) over c as completate, sum(coalesce(e.sospese, 0) - coalesce(u.sospese, 0)) over c as sospese,
      sum(coalesce(e.annullate, 0) - coalesce(u.annullate, 0)) over c as annullate
    from generate_series(${inizio(oggi)}::date, ${oggi}::date, interval '1 month') g(mese)
    left join entrate e on e.mese = g.mese::date left join uscite u on u.mese = g.mese::date window c as (order by g.mese))`;

/** `luoghi`: i progetti in attuazione raccolti per comune: la mappa ha un cerchio per luogo, non per progetto. */
const PER_LUOGO = sql`
  luoghi as (
    select json_build_object('comune', x.istat_comune, 'nome', min(x.territorio), 'lat', min(x.lat), 'lon', min(x.lon), 'popolazione', max(x.popolazione),
      'progetti', sum(x.n), 'situazioni', json_object_agg(x.situazione, x.n)) as dati
    from (select p.istat_comune, min(p.territorio) as territorio, min(p.lat) as lat, min(p.lon) as lon, max(coalesce(p.popolazione, 0)) as popolazione,
        s.situazione, count(*)::int as n
      from progetto p join situazioni s on s.id = p.id where p.lat is not null and p.lon is not null group by p.istat_comune, s.situazione) x
    group by x.istat_comune)`;
