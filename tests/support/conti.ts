import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Progetto } from './buildersProgetto';
import { type Esecutore, superutente } from './superutente';

/** Scritture a caso sui partecipanti di un progetto con due enti, per confrontare i conti degli indicatori con le righe. */

const CHE = [
  ...[
    'entra',
    'entra',
    'entra',
    'frequenta',
    'frequenta',
    'lascia',
    'corregge',
    'esce',
    'rientra',
    'sposta',
    'toglie',
    'unisce',
    'anonima',
    'limita',
    'tutti',
  ],
] as const;
export const unPasso = fc.record({
  che: fc.constantFrom(...CHE),
  /** A chi tocca, tra quelli che ci sono. */
  quale: fc.nat(40),
  ente: fc.constantFrom(0, 1),
  /** Chi ha lo stesso codice è la stessa persona, anche se la segue l'altro ente; null = senza codice. */
  codice: fc.constantFrom(null, 'a', 'b', 'c'),
  giorno: fc.nat(160),
  sesso: fc.constantFrom('F', 'M', 'X', null),
  isced: fc.constantFrom(0, 2, 3, 5, null),
  condizione: fc.constantFrom('DISOCCUPATO', 'INATTIVO_ALTRO', 'OCCUPATO_AUTONOMO', null),
});
export type Passo = typeof unPasso extends fc.Arbitrary<infer P> ? P : never;
type Scena = { progetto: Progetto; enti: readonly string[]; sistema: Esecutore; db?: Esecutore };

const ENTRA = `with q as (select p.id, p.regione_id, b.programma_id from progetto p join bando b on b.id = p.bando_id where p.id = $1),
  nuova as (insert into persona (regione_id, programma_id, organizzazione_id, impronta) select regione_id, programma_id, $2, $3 from q
    on conflict (organizzazione_id, programma_id, impronta) where impronta is not null and unita_a is null do nothing returning *)
  insert into partecipante (regione_id, programma_id, progetto_id, organizzazione_id, persona_id, pseudonimo, ingresso, sesso, eta, isced, condizione)
    select n.regione_id, n.programma_id, $1, $2, n.id, n.pseudonimo, date '2019-12-20' + $4::int, $5, 30, $6, $7 from nuova n`;
const UNO = `(select id from partecipante where progetto_id = $1 order by id offset $2 limit 1)`;
const ATTI: Record<Exclude<Passo['che'], 'entra' | 'anonima'>, (p: Passo) => [string, unknown[]]> = {
  corregge: (p) => [
    `update partecipante set sesso = $3, isced = $4, condizione = $5 where id = ${UNO}`,
    [p.quale, p.sesso, p.isced, p.condizione],
  ],
  esce: (p) => [
    `update partecipante set uscita = ingresso + 10, motivo_uscita = 'COMPLETATO', esito_4_settimane = '{"lavoro": true, "qualifica": true}',
       data_esito_4_settimane = ingresso + $3::int where id = ${UNO}`,
    [p.quale, 10 + (p.giorno % 40)],
  ],
  rientra: (p) => [
    `update partecipante set uscita = null, motivo_uscita = null, esito_4_settimane = null, data_esito_4_settimane = null where id = ${UNO}`,
    [p.quale],
  ],
  sposta: (p) => [
    `update partecipante set ingresso = date '2019-12-20' + $3::int where id = ${UNO} and uscita is null`,
    [p.quale, p.giorno],
  ],
  toglie: (p) => [`delete from partecipante where id = ${UNO}`, [p.quale]],
  // la partecipazione passa a un'altra scheda dello stesso ente, che in questo progetto non c'è
  unisce: (p) => [
    `update partecipante t set persona_id = s.id from persona s where t.id = ${UNO} and s.id = (select x.id from persona x where x.organizzazione_id = t.organizzazione_id
       and x.programma_id = t.programma_id and not exists (select from partecipante y where y.persona_id = x.id and y.progetto_id = $1) order by x.id limit 1)`,
    [p.quale],
  ],
  // l'azione di un ente o dell'altro; due volte la stessa non si scrive
  frequenta: (p) => [
    `insert into frequenza (regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal)
       select t.regione_id, t.progetto_id, t.organizzazione_id, t.id, (select z.id from azione z where z.progetto_id = $1 order by z.codice offset $3 limit 1), t.ingresso
       from partecipante t where t.id = ${UNO} on conflict do nothing`,
    [p.quale, p.ente],
  ],
  lascia: (p) => [`delete from frequenza where partecipante_id = ${UNO} and $3 >= 0`, [p.quale, p.ente]],
  limita: (p) => [
    `insert into richiesta_interessato (regione_id, organizzazione_id, persona_id, genere, ricevuta_il, entro)
       select t.regione_id, t.organizzazione_id, t.persona_id, 'LIMITAZIONE', '2020-06-01', '2020-07-01' from partecipante t where t.id = ${UNO}`,
    [p.quale],
  ],
  tutti: () => ['update partecipante set rurale = rurale is not true, comune_residenza = null where progetto_id = $1 and $2 >= 0', [0]],
};

export async function eseguiPasso({ progetto, enti, sistema, db = superutente }: Scena, passo: Passo): Promise<void> {
  const { che, ente, codice, giorno, sesso, isced, condizione, quale } = passo;
  if (che === 'entra') {
    const impronta =
      codice &&
      createHash('sha256')
        .update(progetto.id + codice)
        .digest();
    await db.query(ENTRA, [progetto.id, enti[ente], impronta, giorno, sesso, isced, condizione]);
  } else if (che === 'anonima') {
    await sistema.query(`select app.anonimizza_persone(array(select persona_id from partecipante where id = ${UNO}))`, [
      progetto.id,
      quale,
    ]);
  } else {
    const [testo, valori] = ATTI[che](passo);
    await db.query(testo, [progetto.id, ...valori]);
  }
}

/** Dove i conti e le righe di un progetto, intero o per azione, non dicono lo stesso numero. Vuoto se tutto torna. */
export async function contiDiversi(progettoId: string): Promise<unknown[]> {
  const { rows } = await superutente.query(
    `with righe as (
       select f.di, t.organizzazione_id, date_trunc('month', t.ingresso)::date as mese, coalesce(t.sesso, 'ND') as sesso, t.completo, k, count(*) filter (where t.conta) as contati,
         count(*) filter (where not t.limitato) as propri
       from partecipante t cross join lateral (select t.progetto_id as di union all select q.azione_id from frequenza q where q.partecipante_id = t.id) f
       cross join generate_series(1, 49) k where t.progetto_id = $1 and (k = 1 or (t.segni >> greatest(k - 2, 0)) & 1 = 1) group by 1, 2, 3, 4, 5, 6
     ), conti as (
       select coalesce(c.azione_id, c.progetto_id) as di, c.organizzazione_id, c.mese, c.sesso, c.completo, x.k, sum(x.contati) as contati, sum(x.propri) as propri
       from conto_partecipanti c cross join unnest(c.contati, c.propri) with ordinality x(contati, propri, k) where c.progetto_id = $1 group by 1, 2, 3, 4, 5, 6
     )
     select * from righe r full join conti c using (di, organizzazione_id, mese, sesso, completo, k)
     where coalesce(r.contati, 0) <> coalesce(c.contati, 0) or coalesce(r.propri, 0) <> coalesce(c.propri, 0)`,
    [progettoId],
  );
  return rows;
}
