import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import { segniCercati, segnoCercato } from '@/lib/identita/identita';
import { ATTESE_ESITI } from './esiti';
import { chiaveDi, type FiltriPersone, leggiChiave, MASSIME_TROVATE, type Situazione } from './filtri';
import type { DaFarePersone, InElenco, NucleoLetto, PaginaPersone, ProgettoConAzioni } from './letture';

/** Le letture delle persone di un ente: le righe le sceglie il database (solo quelle in carico a chi chiede), i nomi li da nomi.ts. */

const PER_PAGINA = 50;
const niente = sql``;
type Sql = typeof niente;
type Riga = Omit<InElenco, 'ingresso'> & { ingresso: string };

const { quattroSettimane, seiMesi } = ATTESE_ESITI;
/** Un esito non ancora rilevato, dopo i giorni dati: chi è deceduto non ne ha. */
const dovuto4 = (oggi: string, giorni: number): Sql =>
  sql`(t.uscita <= ${oggi}::date - ${giorni}::int and t.data_esito_4_settimane is null and t.motivo_uscita <> 'DECESSO' and not t.limitato)`;
const dovuto6 = (oggi: string, giorni: number): Sql =>
  sql`(t.uscita <= ${oggi}::date - ${giorni}::int and t.data_esito_6_mesi is null and t.motivo_uscita <> 'DECESSO' and not t.limitato)`;

const SITUAZIONE: Record<Situazione, (oggi: string) => Sql> = {
  dentro: () => sql`t.uscita is null`,
  usciti: () => sql`t.uscita is not null`,
  incompleti: () => sql`not t.completo and not t.limitato`,
  esito4: (oggi) => dovuto4(oggi, quattroSettimane.da),
  esito6: (oggi) => dovuto6(oggi, seiMesi.da),
};

function condizioni({ progetto, azione, stato, trovate }: FiltriPersone, oggi: string): Sql {
  return sql`t.organizzazione_id = (select app.organizzazione_id()) ${progetto ? sql`and t.progetto_id = ${progetto}::uuid` : niente}
    ${azione ? sql`and exists (select from frequenza f where f.partecipante_id = t.id and f.azione_id = ${azione}::uuid)` : niente}
    ${stato ? sql`and ${SITUAZIONE[stato](oggi)}` : niente} ${trovate ? sql`and t.persona_id = any (${trovate}::uuid[])` : niente}`;
}

/** Le righe di una pagina, dalla più recente. `scelti` già con la chiave di pagina. */
const righeDi = (scelti: Sql, verso: Sql, oggi: string): Sql => sql`
  select coalesce(json_agg(json_build_object('id', r.id, 'personaId', r.persona_id, 'ingresso', r.ingresso, 'uscita', r.uscita, 'completo', r.completo,
      'esito4', r.esito4, 'esito6', r.esito6, 'limitata', r.limitato, 'progetto', (select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo) from progetto p where p.id = r.progetto_id),
      'azioni', (select coalesce(json_agg(a.codice order by a.ordine), '[]') from frequenza f join azione a on a.id = f.azione_id where f.partecipante_id = r.id)
    ) order by r.ingresso desc, r.id desc), '[]') as dati
  from (select t.id, t.persona_id, t.progetto_id, t.ingresso, t.uscita, t.completo, t.limitato, coalesce(${dovuto4(oggi, quattroSettimane.da)}, false) as esito4, coalesce(${dovuto6(oggi, seiMesi.da)}, false) as esito6
    from partecipante t where ${scelti} ${verso} limit ${PER_PAGINA + 1}) r`;

const IN_GIU = sql`order by t.ingresso desc, t.id desc`;
const IN_SU = sql`order by t.ingresso, t.id`;

/** Le partecipazioni dell'ente, 50 alla volta, dalla più recente: `dopo` e `prima` sono le chiavi della pagina da cui si viene. Senza nomi. */
export async function elencaPersone(attore: Attore, filtri: FiltriPersone): Promise<PaginaPersone> {
  const oggi = giornoDi(attore.adesso);
  const scelti = condizioni(filtri, oggi);
  const indietro = !filtri.dopo && filtri.prima !== undefined;
  const da = filtri.dopo ?? filtri.prima;
  const { ingresso, id } = da ? leggiChiave(da) : { ingresso: '', id: '' };
  const pagina = !da
    ? scelti
    : indietro
      ? sql`${scelti} and (t.ingresso, t.id) > (${ingresso}::date, ${id}::uuid)`
      : sql`${scelti} and (t.ingresso, t.id) < (${ingresso}::date, ${id}::uuid)`;
  const [riga] = await interroga<{ dati: Riga[] }>(attore, righeDi(pagina, indietro ? IN_SU : IN_GIU, oggi));
  const tutte = riga?.dati ?? [];
  const altre = tutte.length > PER_PAGINA;
  const righe = altre ? (indietro ? tutte.slice(1) : tutte.slice(0, PER_PAGINA)) : tutte;
  const [prima, ultima] = [righe[0], righe.at(-1)];
  return {
    righe,
    precedente: prima && (indietro ? altre : filtri.dopo !== undefined) ? chiaveDi(prima) : null,
    successiva: ultima && (indietro || altre) ? chiaveDi(ultima) : null,
  };
}

/** Le persone dell'ente che hanno tutte le parole cercate (cognome, nome, codice intero), al più MASSIME_TROVATE. Il testo non si conserva e non si mostra. */
export async function cercaPersone(attore: Attore, testo: string): Promise<string[]> {
  const segni = segniCercati(attore.organizzazioneId, testo);
  if (segni.length === 0) return [];
  const righe = await interroga<{ id: string }>(
    attore,
    sql`
    select p.id from persona p where p.unita_a is null and p.id in (
      select c.persona_id from persona_cerca c where c.organizzazione_id = (select app.organizzazione_id()) and c.segno = any (${segni}::bytea[])
      group by c.persona_id having count(*) = ${segni.length}::int)
    order by p.creata_il desc limit ${MASSIME_TROVATE}`,
  );
  return righe.map(({ id }) => id);
}

/** La persona dell'ente con questo codice nel programma di un progetto, se c'è: per non scriverla due volte. */
export async function giaDellEnte(attore: Attore, progettoId: string, codice: string): Promise<string | null> {
  const segno = segnoCercato(attore.organizzazioneId, codice);
  if (!segno) return null;
  const [riga] = await interroga<{ id: string }>(
    attore,
    sql`
    select p.id from persona_cerca c join persona p on p.id = c.persona_id and p.unita_a is null and p.anonimizzata_il is null
    where c.organizzazione_id = (select app.organizzazione_id()) and c.segno = ${segno}
      and p.programma_id = (select b.programma_id from progetto g join bando b on b.id = g.bando_id where g.id = ${progettoId}::uuid) limit 1`,
  );
  return riga?.id ?? null;
}

/** I progetti avviati dell'ente, con le azioni non annullate: dove si registra. */
export async function progettiAperti(attore: Attore): Promise<ProgettoConAzioni[]> {
  const [riga] = await interroga<{ dati: ProgettoConAzioni[] }>(
    attore,
    sql`
    select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'avvio', p.data_avvio, 'fine', p.data_fine_prevista,
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo) order by a.ordine), '[]')
        from azione a where a.progetto_id = p.id and a.annullata_il is null)) order by p.codice), '[]') as dati
    from progetto p where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO')
      and exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = (select app.organizzazione_id()))`,
  );
  return riga?.dati ?? [];
}

/** I nuclei dell'ente, con le persone che ne fanno parte (identificativi). */
export async function elencaNuclei(attore: Attore): Promise<NucleoLetto[]> {
  const [riga] = await interroga<{ dati: NucleoLetto[] }>(
    attore,
    sql`
    select coalesce(json_agg(json_build_object('id', n.id, 'codice', n.codice, 'persone',
      (select coalesce(json_agg(p.id order by p.creata_il), '[]') from persona p where p.nucleo_id = n.id and p.organizzazione_id = n.organizzazione_id and p.unita_a is null))
      order by n.codice), '[]') as dati
    from (select * from nucleo order by codice limit 200) n`,
  );
  return riga?.dati ?? [];
}

/** Quanti esiti sono da rilevare e quanti record sono incompleti, nei progetti dell'ente: mai chi. */
export async function contaDaFare(attore: Attore): Promise<DaFarePersone> {
  const oggi = giornoDi(attore.adesso);
  const [riga] = await interroga<{ dati: DaFarePersone }>(
    attore,
    sql`
    select json_build_object(
      'esiti4', count(*) filter (where ${dovuto4(oggi, quattroSettimane.da)}), 'esiti4InRitardo', count(*) filter (where ${dovuto4(oggi, quattroSettimane.ritardo + 1)}),
      'esiti6', count(*) filter (where ${dovuto6(oggi, seiMesi.da)}), 'esiti6InRitardo', count(*) filter (where ${dovuto6(oggi, seiMesi.ritardo + 1)}),
      'incompleti', (select count(*) from partecipante i where i.organizzazione_id = (select app.organizzazione_id()) and not i.completo and not i.limitato)) as dati
    from partecipante t where t.organizzazione_id = (select app.organizzazione_id()) and t.uscita is not null
      and (t.data_esito_4_settimane is null or t.data_esito_6_mesi is null)`,
  );
  return riga?.dati ?? { esiti4: 0, esiti4InRitardo: 0, esiti6: 0, esiti6InRitardo: 0, incompleti: 0 };
}
