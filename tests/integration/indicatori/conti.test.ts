import fc from 'fast-check';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { contiDiversi, eseguiPasso, type Passo, unPasso } from '@/tests/support/conti';
import { databaseDiProva } from '@/tests/support/database';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** I conti degli indicatori sono sempre quelli che si rifarebbero dalle righe, qualunque cosa si scriva e in qualunque ordine. */

const { url, superutente: tutto } = await databaseDiProva();
const sistema = new pg.Pool({ connectionString: url.app_sistema, max: 1 });
afterAll(async () => {
  await sistema.end();
  await chiudiSqlGrezzo();
});

const dueEnti = async () => {
  const progetto = await unProgetto();
  return { progetto, enti: [progetto.capofila.id, progetto.partner[0]?.id ?? progetto.capofila.id] };
};
const esegui = async (scena: Awaited<ReturnType<typeof dueEnti>>, passi: readonly Passo[]) => {
  for (const passo of passi) await eseguiPasso({ ...scena, sistema }, passo);
};

test('dopo ingressi, correzioni, uscite, rientri, unioni, cancellazioni e anonimati i conti sono quelli delle righe', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(unPasso, { minLength: 10, maxLength: 30 }), async (passi) => {
      const scena = await dueEnti();
      await esegui(scena, passi);
      expect(await contiDiversi(scena.progetto.id)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

const contati = async (progetto: Progetto, dal: string | null, al: string | null, propri: boolean) => {
  const attore = await progetto.capofila.attore();
  const chiamata = propri
    ? 'app.conta_indicatori_propri($1, null, $2, $3)'
    : 'app.conta_indicatori((select b.programma_id from progetto p join bando b on b.id = p.bando_id where p.id = $1), $1, null, $2, $3)';
  const esito = await sqlCome(attore, `select concat_ws(' ', codice, sesso, completi, valore) as r from ${chiamata}`, [
    progetto.id,
    dal,
    al,
  ]);
  if (!('righe' in esito)) throw new Error(JSON.stringify(esito));
  return [...esito.righe].sort();
};
/** Gli stessi, riga per riga: il totale e ogni bit, per sesso e per completezza. */
const dalleRighe = async (progetto: Progetto, dal: string | null, al: string | null, propri: boolean) => {
  const { rows } = await superutente.query(
    `select concat_ws(' ', x.codice, s.s, case when v.solo then 't' else 'f' end, count(*)) as r from partecipante t
     cross join unnest(array['TOTALE'] || app.codici_indicatori()) with ordinality x(codice, k)
     cross join (values (false), (true)) v(solo) cross join lateral (values ('T'), (coalesce(t.sesso, 'ND'))) s(s)
     where t.progetto_id = $1 and ($2::date is null or t.ingresso >= $2) and ($3::date is null or t.ingresso <= $3)
       and (case when $4::uuid is null then t.conta else t.organizzazione_id = $4 end)
       and (t.completo or not v.solo) and (x.k = 1 or (t.segni >> (x.k - 2)::int) & 1 = 1) group by x.codice, s.s, v.solo`,
    [progetto.id, dal, al, propri ? progetto.capofila.id : null],
  );
  return rows.map(({ r }) => String(r)).sort();
};

const GIORNI = [
  '2019-12-31',
  '2020-01-01',
  '2020-01-15',
  '2020-01-31',
  '2020-02-01',
  '2020-02-29',
  '2020-03-01',
  '2020-04-30',
  '2020-06-10',
];

test('per ogni periodo, mesi interi e giorni ai bordi danno gli stessi numeri di una lettura riga per riga', {
  timeout: 120_000,
}, async () => {
  const scena = await dueEnti();
  await esegui(
    scena,
    fc.sample(unPasso, { numRuns: 60, seed: 11 }).map((passo) => ({ ...passo, che: 'entra' as const })),
  );
  const estremo = fc.constantFrom(null, ...GIORNI);
  await fc.assert(
    fc.asyncProperty(estremo, estremo, fc.boolean(), async (dal, al, propri) => {
      expect(await contati(scena.progetto, dal, al, propri)).toEqual(await dalleRighe(scena.progetto, dal, al, propri));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('due che scrivono nello stesso progetto non si aspettano per i conti; chi rinuncia non lascia conti', async () => {
  const scena = await dueEnti();
  const [uno, altro] = await Promise.all([1, 2].map(() => new pg.Client({ connectionString: tutto, lock_timeout: 2000 })));
  if (!uno || !altro) throw new Error('Servono due connessioni.');
  await Promise.all([uno.connect(), altro.connect()]);
  const passo = { ente: 0, codice: null, giorno: 3, isced: 3, condizione: 'DISOCCUPATO' } as const;
  await esegui(
    scena,
    Array.from({ length: 24 }, (_, n) => ({ ...passo, che: 'entra' as const, quale: n, sesso: 'F' as const })),
  );
  // si correggono, perche entrare mette in fila chi ha lo stesso segno della persona (0008); ciascuno le sue righe
  const corregge = (db: pg.Client, quale: number, sesso: 'F' | 'M') =>
    eseguiPasso({ ...scena, sistema, db }, { ...passo, che: 'corregge', quale, sesso });
  await uno.query('begin');
  await altro.query('begin');
  // piu di otto righe uguali: ciascuno riunisce quelle che puo, e salta quelle che l'altro sta riunendo
  for (let n = 0; n < 12; n += 1) {
    await corregge(uno, n, 'M');
    await corregge(altro, 12 + n, 'M');
  }
  await altro.query('commit');
  expect(await contiDiversi(scena.progetto.id)).toEqual([]);
  await uno.query('rollback');
  expect(await contiDiversi(scena.progetto.id)).toEqual([]);
  for (let n = 12; n < 22; n += 1) await corregge(altro, n, 'F');
  await Promise.all([uno.end(), altro.end()]);
  expect(await contiDiversi(scena.progetto.id)).toEqual([]);
  const { rows } = await superutente.query('select count(*)::int as n from conto_partecipanti where progetto_id = $1', [scena.progetto.id]);
  expect(rows[0].n).toBeLessThan(20);
});

test('chi scrive a trigger fermi rifà i conti con una funzione, e nulla cambia se erano giusti', async () => {
  const scena = await dueEnti();
  await esegui(scena, fc.sample(unPasso, { numRuns: 25, seed: 5 }));
  const leggi = async () =>
    (await superutente.query('select sum(contati[1])::int as contati, sum(propri[1])::int as propri from conto_partecipanti')).rows;
  const prima = await leggi();
  await superutente.query('update conto_partecipanti set contati[1] = contati[1] + 3 where progetto_id = $1', [scena.progetto.id]);
  expect(await contiDiversi(scena.progetto.id)).not.toEqual([]);
  await sistema.query('select app.riconta_partecipanti()');
  expect(await contiDiversi(scena.progetto.id)).toEqual([]);
  expect(await leggi()).toEqual(prima);
});
