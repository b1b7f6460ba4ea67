import { interrogaPubblica } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { NomeDataset, RigaDati } from './dataset';
import { QUESTA_REGIONE } from './queriesCondizioni';

type Sql = typeof QUESTA_REGIONE;

/** L'importo in euro con due decimali, come numero: i centesimi divisi esattamente. */
const inEuro = (colonna: Sql): Sql => sql`round(${colonna}::numeric / 100, 2)`;

/**
 * Le righe di ogni insieme: `chiave` le ordina e dice da dove riprendere, `progetto` le filtra. Vi si legge soltanto ciò che il login pubblico può leggere.
 */
const RIGHE: Record<NomeDataset, Sql> = {
  progetti: sql`select p.codice as chiave, p.codice as progetto, json_build_object('progetto', p.codice, 'titolo', p.titolo, 'acronimo', p.acronimo, 'bando', b.codice,
    'capofila', (select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
      where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' order by o.id limit 1),
    'territorio', p.territorio, 'provincia', p.provincia, 'istat_comune', p.istat_comune, 'lat', p.lat, 'lon', p.lon, 'abitanti', p.popolazione, 'comuni', p.n_comuni,
    'stato', p.stato, 'categorie', (select coalesce(string_agg(c.categoria, '|' order by c.categoria), '') from classificazione_progetto c
      where c.progetto_id = p.id and c.presente and c.sostituita_il is null),
    'cup', p.cup, 'data_approvazione', p.data_approvazione, 'atto_approvazione', p.atto_approvazione, 'data_avvio', p.data_avvio,
    'data_fine_prevista', p.data_fine_prevista, 'campi_dimostrativi', array_to_string(p.campi_dimostrativi, '|')) as riga
    from progetto p join bando b on b.id = p.bando_id where p.regione_id = ${QUESTA_REGIONE}`,
  ambiti: sql`select lpad(a.numero::text, 6, '0') as chiave, null as progetto, json_build_object('ambito', a.numero, 'nome', coalesce(a.nome, a.nome_descrittivo),
    'valido_dal', a.valido_dal, 'valido_al', a.valido_al, 'progetti', (select coalesce(string_agg(p.codice, '|' order by p.codice), '')
      from progetto_ambito x join progetto p on p.id = x.progetto_id where x.ambito_id = a.id)) as riga from ambito a where a.regione_id = ${QUESTA_REGIONE}`,
  enti: sql`select p.codice || '/' || o.id as chiave, p.codice as progetto, json_build_object('progetto', p.codice, 'ente', o.id, 'denominazione', o.denominazione,
    'tipo', o.tipo, 'ruolo', pa.ruolo, 'sede', o.sede, 'provincia', o.provincia) as riga
    from partecipazione pa join progetto p on p.id = pa.progetto_id join organizzazione o on o.id = pa.organizzazione_id where p.regione_id = ${QUESTA_REGIONE}`,
  azioni: sql`select p.codice || '/' || lpad(z.ordine::text, 6, '0') || '/' || z.codice as chiave, p.codice as progetto, json_build_object('progetto', p.codice,
    'azione', z.codice, 'titolo', z.titolo, 'tipo', z.tipo, 'categoria', z.categoria, 'ente', z.organizzazione_id, 'inizio_previsto', z.inizio_previsto,
    'fine_prevista', z.fine_prevista, 'stato', z.stato, 'stato_al', z.stato_al) as riga
    from app.azioni_pubbliche(null) z join progetto p on p.id = z.progetto_id where p.regione_id = ${QUESTA_REGIONE}`,
  importi: sql`select p.codice as chiave, p.codice as progetto, json_build_object('progetto', p.codice, 'bando', b.codice, 'fondo', g.fondo,
    'dotazione_bando', ${inEuro(sql`b.dotazione_cents`)}, 'importo_assegnato', ${inEuro(sql`p.importo_assegnato_cents`)},
    'dimostrativo', 'importo_assegnato_cents' = any (p.campi_dimostrativi)) as riga
    from progetto p join bando b on b.id = p.bando_id join programma g on g.id = b.programma_id where p.regione_id = ${QUESTA_REGIONE}`,
  stati: sql`select p.codice || '/' || coalesce(z.stato::text, '') as chiave, p.codice as progetto, json_build_object('progetto', p.codice, 'stato', z.stato,
    'azioni', count(*), 'stato_al', max(z.stato_al)) as riga
    from app.azioni_pubbliche(null) z join progetto p on p.id = z.progetto_id where p.regione_id = ${QUESTA_REGIONE} group by p.codice, z.stato`,
};

export type PaginaDati = { righe: RigaDati[]; successiva: string | null };

/**
 * Una pagina di un insieme di dati, in ordine di chiave.
 * @param quante righe al più; null = tutte, per chi scarica il file intero
 */
export async function leggiDati(
  nome: NomeDataset,
  { dopo, progetto, quante }: { dopo?: string; progetto?: string; quante: number | null },
): Promise<PaginaDati> {
  const righe = await interrogaPubblica<{ chiave: string; riga: RigaDati }>(sql`
    select d.chiave, d.riga from (${RIGHE[nome]}) d
    where (${dopo ?? null}::text is null or d.chiave collate "C" > ${dopo ?? null}) and (${progetto ?? null}::text is null or d.progetto = ${progetto ?? null})
    order by d.chiave collate "C" limit ${quante === null ? null : quante + 1}::bigint`);
  const pagina = quante === null ? righe : righe.slice(0, quante);
  return { righe: pagina.map(({ riga }) => riga), successiva: righe.length > pagina.length ? (pagina.at(-1)?.chiave ?? null) : null };
}

export type ProgettoIntero = { progetto: RigaDati; importo: RigaDati; enti: RigaDati[]; azioni: RigaDati[]; stati: RigaDati[] };

/** Un progetto approvato con le righe che lo riguardano; null se non esiste o non è approvato. */
export async function leggiProgettoIntero(progetto: string): Promise<ProgettoIntero | null> {
  const solo = (nome: NomeDataset): Sql =>
    sql`(select coalesce(json_agg(d.riga order by d.chiave collate "C"), '[]') from (${RIGHE[nome]}) d where d.progetto = ${progetto})`;
  const [riga] = await interrogaPubblica<{
    dati: Omit<ProgettoIntero, 'progetto' | 'importo'> & { progetti: RigaDati[]; importi: RigaDati[] };
  }>(sql`
    select json_build_object('progetti', ${solo('progetti')}, 'importi', ${solo('importi')}, 'enti', ${solo('enti')}, 'azioni', ${solo('azioni')},
      'stati', ${solo('stati')}) as dati`);
  const [trovato, importo] = [riga?.dati.progetti[0], riga?.dati.importi[0]];
  if (!riga || !trovato || !importo) return null;
  const { enti, azioni, stati } = riga.dati;
  return { progetto: trovato, importo, enti, azioni, stati };
}
