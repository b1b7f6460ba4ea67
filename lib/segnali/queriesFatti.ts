import { sql } from '@/lib/db/sql';
import { type CodiceSegnale, SOGLIE } from './soglie';

/**
 * I fatti di oltre soglia come rami di una sola istruzione, ciascuno con (codice, progetto_id, oggetto, misura, dati). Leggono la situazione di
 * oggi (situazione_azione, periodi non presentati, pratiche aperte): il costo non dipende da quanti periodi sono passati. Le misure sono quelle di
 * misure.ts, e una prova confronta le due strade. `oggi` AAAA-MM-GG.
 */
export type Sql = ReturnType<typeof sql>;

/** Un ramo: `corpo` da progetto_id, oggetto, misura e dati; la soglia è quella del codice. */
export const ramo = (codice: CodiceSegnale, corpo: Sql): Sql =>
  sql`select ${codice}::text as codice, x.progetto_id, x.oggetto::text as oggetto, x.misura, x.dati from (${corpo}) x where x.misura > ${SOGLIE[codice].soglia}::int`;

/** L'azione `z` con il nome dell'ente, per i dati di un fatto. */
export const SU_AZIONE = sql`'azioneId', z.id, 'azione', z.titolo, 'ente', (select o.nome from enti o where o.id = z.organizzazione_id)`;

/**
 * I progetti seguiti (`vivi`: avviati e non sospesi; `seguiti`: anche i sospesi) e le loro azioni aperte con l'ultima situazione.
 * Un'azione annullata, conclusa o sospesa con un atto non dà segnali.
 */
export const basi = (oggi: string): Sql => sql`
  seguiti as materialized (
    select p.id, p.regione_id, p.bando_id, p.stato, p.data_fine_prevista from progetto p where p.stato in ('AVVIATO', 'SOSPESO')
  ), ferme as materialized (
    select s.progetto_id, s.azione_id from sospensione s where s.dal <= ${oggi}::date and (s.al is null or s.al >= ${oggi}::date)
  ), vivi as materialized (
    select p.* from seguiti p where p.stato = 'AVVIATO' and p.id not in (select f.progetto_id from ferme f where f.azione_id is null)
  ), aperte as materialized (
    select a.id, a.progetto_id, a.regione_id, a.inizio_previsto, a.fine_prevista, s.avanzamento_id, s.periodo_al, s.stato, s.percentuale,
      s.fine_stimata, s.fine_stimata_prima, s.senza_progressi
    from vivi p join azione a on a.progetto_id = p.id join situazione_azione s on s.azione_id = a.id
    where a.annullata_il is null and s.stato is not null and s.stato not in ('COMPLETATA', 'ANNULLATA')
      and a.id not in (select f.azione_id from ferme f where f.azione_id is not null)
  ), indicate as materialized (
    select z.progetto_id, c.causa, v.etichetta, v.dipende_regione, count(distinct z.id)::int as azioni, min(c.mese_dal) as mese_dal
    from aperte z join causa_aperta c on c.azione_id = z.id
    join causa_ritardo v on v.regione_id = z.regione_id and v.codice = c.causa
    group by 1, 2, 3, 4
  )`;

/** Le altre righe di un progetto che servono ai fatti, con il nome della loro tabella (righeDelProgetto): la ricerca non le legge. */
export const righePerISegnali = (progettoId: string): Sql => sql`
  situazione_azione as materialized (select * from situazione_azione where progetto_id = ${progettoId}::uuid),
  chiarimento as materialized (select id, progetto_id, rapporto_id, azione_id, stato, entro, risposto_il from chiarimento where progetto_id = ${progettoId}::uuid),
  cessazione as materialized (select id, progetto_id, stato, chiesta_il from cessazione where progetto_id = ${progettoId}::uuid)`;

/** Il termine della verifica di una relazione `r` presentata e non ferma, con i giorni del bando `b`: lo stesso di termineVerifica. */
export const TERMINE_VERIFICA = sql`((r.presentato_il + make_interval(secs => r.sospeso_secondi)) at time zone 'Europe/Rome')::date + b.giorni_verifica`;
