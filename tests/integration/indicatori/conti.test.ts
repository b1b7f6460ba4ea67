import fc from 'fast-check';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { unEnte } from '@/tests/support/builders';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { contaIndicatori } from '@/tests/support/contaIndicatori';
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
  const capofila = await unEnte();
  const partner = await unEnte({ regione: capofila.regione });
  const progetto = await unProgetto({ capofila, partner: [partner] });
  return { progetto, enti: [capofila.id, partner.id] };
};
const esegui = async (scena: Awaited<ReturnType<typeof dueEnti>>, passi: readonly Passo[]) => {
  for (const passo of passi) await eseguiPasso({ ...scena, sistema }, passo);
};

test('dopo ingressi, azioni, correzioni, uscite, rientri, unioni, cancellazioni, limitazioni e anonimati i conti sono quelli delle righe, interi e per azione', {
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

type Taglio = { azione: string | null; dal: string | null; al: string | null };
const contati = async (progetto: Progetto, { azione, dal, al }: Taglio, propri: boolean) => {
  const parole = (riga: readonly unknown[]) => riga.join(' ');
  if (!propri) return (await contaIndicatori(progetto, { azione, dal, al })).map(parole).sort();
  const esito = await sqlCome(
    await progetto.capofila.attore(),
    'select json_build_array(codice, sesso, completi, valore)::text as r from app.conta_indicatori_propri($1, $2, $3, $4)',
    [progetto.id, azione, dal, al],
  );
  if (!('righe' in esito)) throw new Error(JSON.stringify(esito));
  return esito.righe.map((r) => parole(JSON.parse(r))).sort();
};
/** Gli stessi, riga per riga: il totale e ogni bit, per sesso e per completezza. */
const dalleRighe = async (progetto: Progetto, { azione, dal, al }: Taglio, propri: boolean) => {
  const { rows } = await superutente.query(
    `select concat_ws(' ', x.codice, s.s, v.solo::text, count(*)) as r from partecipante t
     cross join unnest(array['TOTALE'] || app.codici_indicatori()) with ordinality x(codice, k)
     cross join (values (false), (true)) v(solo) cross join lateral (values ('T'), (coalesce(t.sesso, 'ND'))) s(s)
     where t.progetto_id = $1 and ($2::date is null or t.ingresso >= $2) and ($3::date is null or t.ingresso <= $3)
       and (case when $4::uuid is null then t.conta else t.organizzazione_id = $4 and not t.limitato end)
       and ($5::uuid is null or exists (select from frequenza f where f.partecipante_id = t.id and f.azione_id = $5))
       and (t.completo or not v.solo) and (x.k = 1 or (t.segni >> (x.k - 2)::int) & 1 = 1) group by x.codice, s.s, v.solo`,
    [progetto.id, dal, al, propri ? progetto.capofila.id : null, azione],
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

test('per ogni azione e ogni periodo, mesi interi e giorni ai bordi danno gli stessi numeri di una lettura riga per riga', {
  timeout: 120_000,
}, async () => {
  const scena = await dueEnti();
  const passi = fc.sample(unPasso, { numRuns: 120, seed: 11 });
  await esegui(
    scena,
    passi.map((passo, n) => ({ ...passo, che: n < 60 ? ('entra' as const) : ('frequenta' as const) })),
  );
  await esegui(
    scena,
    passi.slice(0, 4).map((passo) => ({ ...passo, che: 'limita' as const })),
  );
  const estremo = fc.constantFrom(null, ...GIORNI);
  const quale = fc.constantFrom(null, ...scena.progetto.azioni.map(({ id }) => id));
  await fc.assert(
    fc.asyncProperty(quale, estremo, estremo, fc.boolean(), async (azione, dal, al, propri) => {
      expect(await contati(scena.progetto, { azione, dal, al }, propri)).toEqual(
        await dalleRighe(scena.progetto, { azione, dal, al }, propri),
      );
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('chi comincia un’azione mentre un collega lo corregge: uno aspetta l’altro, e il conto dell’azione è quello delle righe', async () => {
  const scena = await dueEnti();
  const passo = { ente: 0, codice: null, giorno: 3, isced: 3, condizione: 'DISOCCUPATO', quale: 0, sesso: 'F' } as const;
  await esegui(scena, [{ ...passo, che: 'entra' }]);
  const [uno, altro] = await Promise.all([1, 2].map(() => new pg.Client({ connectionString: tutto })));
  if (!uno || !altro) throw new Error('Servono due connessioni.');
  await Promise.all([uno.connect(), altro.connect()]);
  const fa = (db: pg.Client, che: Passo['che'], sesso: 'F' | 'M' = 'F') => eseguiPasso({ ...scena, sistema, db }, { ...passo, che, sesso });
  const aspetta = async (db: pg.Client) => {
    const { rows } = await db.query('select pg_backend_pid() as pid');
    return () =>
      vi.waitUntil(async () => (await superutente.query('select pg_blocking_pids($1) as chi', [rows[0].pid])).rows[0].chi.length > 0);
  };
  for (const [primo, secondo] of [
    ['corregge', 'frequenta'],
    ['lascia', 'corregge'],
    ['frequenta', 'corregge'],
    ['corregge', 'lascia'],
  ] as const) {
    const fermo = await aspetta(altro);
    await uno.query('begin');
    await fa(uno, primo, 'M');
    const dopo = fa(altro, secondo, 'M');
    await fermo();
    await uno.query('commit');
    await dopo;
    expect(await contiDiversi(scena.progetto.id), `${primo}, ${secondo}`).toEqual([]);
    await fa(altro, 'corregge', 'F');
  }
  await Promise.all([uno.end(), altro.end()]);
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
  // si correggono, perché entrare mette in fila chi ha lo stesso segno della persona (0008); ciascuno le sue righe
  const corregge = (db: pg.Client, quale: number, sesso: 'F' | 'M') =>
    eseguiPasso({ ...scena, sistema, db }, { ...passo, che: 'corregge', quale, sesso });
  await uno.query('begin');
  await altro.query('begin');
  // più di otto righe uguali: ciascuno riunisce quelle che può, e salta quelle che l'altro sta riunendo
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
