import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { GenereSegnale } from '@/lib/privacy/personeNelTesto';
import type { CodiceLetto } from './codici';
import { type Fase, type Modalita, type Passo, type Ricerca, siCerca } from './schema';

/**
 * Le letture delle interviste. Chi fa ricerca legge tutto della sua Regione; la Regione gli estratti rilasciati e le interviste che ne hanno, e non ha
 * diritto alle colonne del lavoro che c'è dietro: per questo le istruzioni sono due.
 */

const APPROVATI = sql`('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')`;
const CAUSE = sql`(select coalesce(json_agg(json_build_object('codice', codice, 'gruppo', gruppo, 'etichetta', etichetta) order by codice), '[]') from causa_ritardo)`;
const PASSO = sql`case when e.rilasciato_il is not null then 'RILASCIATO' when e.segnali <> '{}' and e.dichiarazione is null then 'DA_CONTROLLARE'
  when e.svelato_il is null then 'DA_CODIFICARE' when d.id is null then 'DA_RICONCILIARE' else 'DA_RILASCIARE' end`;
const passoPer = ({ lettore }: Attore) => (lettore === 'app_ricerca' ? PASSO : sql`'RILASCIATO'`);
const PER_PAGINA = 50;

export type IntervistaElencata = {
  id: string;
  numero: number;
  mese: string | null;
  modalita: Modalita | null;
  dimostrativa: boolean;
  progetto: string | null;
  estratti: number;
  rilasciati: number;
};
export type EstrattoElencato = {
  id: string;
  intervistaId: string;
  intervista: number;
  /** Il principio del brano, o il pezzo che contiene le parole cercate. */
  brano: string;
  progetto: string;
  fase: Fase | null;
  passo: Passo;
  codici: string[] | null;
  dimostrativo: boolean;
  scrittoIl: string;
};
export type CodificheDiDue = { primo: string[]; secondo: string[] };
export type Scelte = {
  programmi: { id: string; titolo: string }[];
  progetti: { id: string; codice: string; titolo: string }[];
  cause: CodiceLetto[];
};
export type PaginaInterviste = Scelte & {
  interviste: IntervistaElencata[];
  /** Da dove continua l'elenco delle interviste; null se finisce qui. */
  prossima: string | null;
  /** Gli estratti trovati; null se non si cerca nulla. */
  trovati: { righe: EstrattoElencato[]; dopo: string | null } | null;
  /** Gli estratti codificati da due persone, per misurare l'accordo. */
  coppie: CodificheDiDue[];
};

/** Le interviste, dalla prima, e gli estratti che si cercano, dall'ultimo scritto; 50 alla volta. @param dopo `numero_id` dell'ultima intervista mostrata */
export async function leggiInterviste(attore: Attore, ricerca: Ricerca, dopo?: string): Promise<PaginaInterviste> {
  const [numero, id] = dopo?.split('_') ?? [];
  const [riga] = await interroga<{ dati: Scelte & { interviste: IntervistaElencata[]; coppie: CodificheDiDue[] } }>(
    attore,
    sql`
    with pagina as (
      select i.* from intervista i where ${numero ?? null}::int is null or (i.numero, i.id) > (${numero ?? null}::int, ${id ?? null}::uuid)
      order by i.numero, i.id limit ${PER_PAGINA + 1}
    )
    select json_build_object(
      'programmi', (select coalesce(json_agg(json_build_object('id', p.id, 'titolo', p.titolo) order by p.codice), '[]') from programma p),
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo) order by p.codice), '[]')
        from progetto p where p.stato in ${APPROVATI}),
      'cause', ${CAUSE},
      'interviste', (select coalesce(json_agg(json_build_object('id', i.id, 'numero', i.numero, 'mese', i.mese, 'modalita', i.modalita,
          'dimostrativa', i.dimostrativa, 'progetto', (select p.codice || ' ' || p.titolo from progetto p where p.id = i.progetto_id),
          'estratti', n.tutti, 'rilasciati', n.rilasciati) order by i.numero, i.id), '[]')
        from pagina i cross join lateral (select count(*) as tutti, count(e.rilasciato_il) as rilasciati from estratto e where e.intervista_id = i.id) n),
      'coppie', ${attore.lettore === 'app_ricerca' ? COPPIE : sql`'[]'::json`}
    ) as dati`,
  );
  if (!riga) throw new Error('L’elenco delle interviste non ha risposto.');
  const interviste = riga.dati.interviste.slice(0, PER_PAGINA);
  const ultima = riga.dati.interviste.length > PER_PAGINA ? interviste.at(-1) : undefined;
  return {
    ...riga.dati,
    interviste,
    prossima: ultima ? `${ultima.numero}_${ultima.id}` : null,
    trovati: siCerca(ricerca) ? await cercaEstratti(attore, ricerca) : null,
  };
}

const COPPIE = sql`(select coalesce(json_agg(json_build_object('primo', a.codici, 'secondo', b.codici) order by a.estratto_id), '[]')
  from codifica_estratto a join codifica_estratto b on b.estratto_id = a.estratto_id and b.posizione = 2 where a.posizione = 1)`;
const DOMANDA = (q: string) => sql`websearch_to_tsquery('pg_catalog.italian'::regconfig, ${q}::text)`;
const EVIDENZA = 'StartSel="", StopSel="", MaxFragments=2, MaxWords=32, MinWords=14, FragmentDelimiter=" … "';

/** Solo chi fa ricerca passa dall'indice: la Regione guarda i pochi rilasciati. */
function contiene({ lettore }: Attore, q: string | undefined) {
  if (!q) return sql`true`;
  return lettore === 'app_ricerca'
    ? sql`e.id in (select app.estratti_con(${q}::text))`
    : sql`to_tsvector('pg_catalog.italian'::regconfig, e.testo) @@ ${DOMANDA(q)}`;
}

async function cercaEstratti(attore: Attore, { q, progetto, codice, fase, passo, dopo }: Ricerca) {
  const [istante, id] = dopo?.split('_') ?? [];
  const stato = passo === 'TUTTI' ? null : (passo ?? null);
  const righe = await interroga<EstrattoElencato>(
    attore,
    sql`
    with trovati as (
      select e.id, e.intervista_id, e.progetto_id, e.fase, e.testo, e.scritto_il, e.dimostrativo, d.codici, ${passoPer(attore)} as passo
      from estratto e left join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null
      where ${contiene(attore, q)} and (${progetto ?? null}::uuid is null or e.progetto_id = ${progetto ?? null}::uuid)
        and (${fase ?? null}::text is null or e.fase = ${fase ?? null}::text) and (${codice ?? null}::text is null or ${codice ?? null}::text = any (d.codici))
    ), pagina as (
      select * from trovati t where (${stato}::text is null or t.passo = ${stato}::text)
        and (${istante ?? null}::text is null or (t.scritto_il, t.id) < (${istante ?? null}::timestamptz, ${id ?? null}::uuid))
      order by t.scritto_il desc, t.id desc limit ${PER_PAGINA + 1}
    )
    select t.id, t.intervista_id as "intervistaId", i.numero as intervista, p.codice || ' ' || p.titolo as progetto, t.fase, t.passo, t.codici, t.dimostrativo,
      t.scritto_il as "scrittoIl", ${q ? sql`ts_headline('pg_catalog.italian'::regconfig, t.testo, ${DOMANDA(q)}, ${EVIDENZA})` : sql`left(t.testo, 240)`} as brano
    from pagina t join intervista i on i.id = t.intervista_id join progetto p on p.id = t.progetto_id order by t.scritto_il desc, t.id desc`,
  );
  const mostrate = righe.slice(0, PER_PAGINA);
  const ultima = righe.length > PER_PAGINA ? mostrate.at(-1) : undefined;
  return { righe: mostrate, dopo: ultima ? `${new Date(ultima.scrittoIl).toISOString()}_${ultima.id}` : null };
}

export type EstrattoBreve = Pick<EstrattoElencato, 'id' | 'brano' | 'progetto' | 'fase' | 'passo' | 'codici' | 'dimostrativo'>;
export type PaginaIntervista = Omit<IntervistaElencata, 'estratti' | 'rilasciati' | 'progetto'> & {
  programma: string;
  /** Il progetto di cui parla l'intervista. */
  progetto: { id: string; codice: string; titolo: string } | null;
  estratti: EstrattoBreve[];
  cause: CodiceLetto[];
  /** Di quali progetti può parlare un brano nuovo, e le azioni di quello scelto. */
  progetti: Scelte['progetti'];
  scelto: { id: string; azioni: { id: string; codice: string; titolo: string }[] } | null;
};

/** Un'intervista con i suoi estratti; null se non esiste o non si vede. @param progettoId di che progetto parla il brano che si sta per scrivere */
export async function leggiIntervista(attore: Attore, intervistaId: string, progettoId: string | null): Promise<PaginaIntervista | null> {
  const [riga] = await interroga<{ dati: PaginaIntervista }>(
    attore,
    sql`
    select json_build_object('id', i.id, 'numero', i.numero, 'mese', i.mese, 'modalita', i.modalita, 'dimostrativa', i.dimostrativa, 'programma', g.titolo,
      'progetto', (select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo) from progetto p where p.id = i.progetto_id),
      'estratti', (select coalesce(json_agg(json_build_object('id', e.id, 'brano', left(e.testo, 240), 'progetto', p.codice || ' ' || p.titolo, 'fase', e.fase,
          'passo', ${passoPer(attore)}, 'codici', d.codici, 'dimostrativo', e.dimostrativo) order by e.scritto_il, e.id), '[]')
        from estratto e join progetto p on p.id = e.progetto_id left join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null
        where e.intervista_id = i.id),
      'cause', ${CAUSE},
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo) order by p.codice), '[]')
        from progetto p join bando b on b.id = p.bando_id where b.programma_id = i.programma_id and p.stato in ${APPROVATI}),
      'scelto', (select json_build_object('id', p.id, 'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo)
            order by a.ordine, a.codice), '[]') from azione a where a.progetto_id = p.id and a.annullata_il is null))
        from progetto p join bando b on b.id = p.bando_id
        where p.id = coalesce(${progettoId}::uuid, i.progetto_id) and b.programma_id = i.programma_id and p.stato in ${APPROVATI})
    ) as dati from intervista i join programma g on g.id = i.programma_id where i.id = ${intervistaId}::uuid`,
  );
  return riga?.dati ?? null;
}

export type CodificaLetta = { codici: string[]; nota: string | null };
export type DecisioneLetta = { id: string; codici: string[]; motivo: string | null; decisaIl: string; sostituitaIl: string | null };
/** Il lavoro dietro un estratto: lo vede chi fa ricerca. */
export type LavoroEstratto = {
  revisione: number;
  /** Il testo com'è adesso l'ha scritto chi guarda. */
  mio: boolean;
  segnali: GenereSegnale[];
  dichiarazione: string | null;
  dichiaratoIl: string | null;
  codifiche: number;
  /** La propria codifica, finché non si vedono tutte e due. */
  propria: CodificaLetta | null;
  primo: CodificaLetta | null;
  secondo: CodificaLetta | null;
};
export type PaginaEstratto = {
  id: string;
  testo: string;
  fase: Fase | null;
  passo: Passo;
  dimostrativo: boolean;
  scrittoIl: string;
  rilasciatoIl: string | null;
  progetto: { codice: string; titolo: string };
  azione: { codice: string; titolo: string } | null;
  intervista: { id: string; numero: number; mese: string | null; modalita: Modalita | null };
  cause: CodiceLetto[];
  /** Dall'ultima alla prima; la Regione non ne legge il motivo. */
  decisioni: DecisioneLetta[];
  lavoro: LavoroEstratto | null;
};

const GIORNO = (istante: 'scritto' | 'rilasciato') =>
  istante === 'scritto' ? sql`(e.scritto_il at time zone 'Europe/Rome')::date` : sql`(e.rilasciato_il at time zone 'Europe/Rome')::date`;
const codificaIn = (dove: ReturnType<typeof sql>) =>
  sql`(select json_build_object('codici', c.codici, 'nota', c.nota) from codifica_estratto c where c.estratto_id = e.id and ${dove})`;
const LAVORO = sql`json_build_object('revisione', e.revisione, 'mio', app.estratto_mio(e.id), 'segnali', e.segnali,
  'dichiarazione', e.dichiarazione, 'dichiaratoIl', (e.dichiarato_il at time zone 'Europe/Rome')::date, 'codifiche', e.codifiche,
  'propria', ${codificaIn(sql`not c.svelata`)}, 'primo', ${codificaIn(sql`c.posizione = 1`)}, 'secondo', ${codificaIn(sql`c.posizione = 2`)})`;

/** Un estratto; null se non esiste o non si vede. */
export async function leggiEstratto(attore: Attore, estrattoId: string): Promise<PaginaEstratto | null> {
  const ricerca = attore.lettore === 'app_ricerca';
  const [riga] = await interroga<{ dati: PaginaEstratto }>(
    attore,
    sql`
    select json_build_object('id', e.id, 'testo', e.testo, 'fase', e.fase, 'passo', ${passoPer(attore)}, 'dimostrativo', e.dimostrativo,
      'scrittoIl', ${GIORNO('scritto')}, 'rilasciatoIl', ${GIORNO('rilasciato')},
      'progetto', json_build_object('codice', p.codice, 'titolo', p.titolo),
      'azione', (select json_build_object('codice', a.codice, 'titolo', a.titolo) from azione a where a.id = e.azione_id),
      'intervista', (select json_build_object('id', i.id, 'numero', i.numero, 'mese', i.mese, 'modalita', i.modalita) from intervista i where i.id = e.intervista_id),
      'cause', ${CAUSE},
      'decisioni', (select coalesce(json_agg(json_build_object('id', x.id, 'codici', x.codici, 'motivo', ${ricerca ? sql`x.motivo` : sql`null`},
          'decisaIl', (x.decisa_il at time zone 'Europe/Rome')::date, 'sostituitaIl', (x.sostituita_il at time zone 'Europe/Rome')::date)
          order by x.decisa_il desc, x.id), '[]') from codifica_decisa x where x.estratto_id = e.id),
      'lavoro', ${ricerca ? LAVORO : sql`null::json`}
    ) as dati from estratto e join progetto p on p.id = e.progetto_id
    left join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null where e.id = ${estrattoId}::uuid`,
  );
  return riga?.dati ?? null;
}
