import { setTimeout as pausa } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient, clientDi } from '@/lib/db/client';
import { gruppoDi, interroga } from '@/lib/db/lettura';
import { commandAs, queryAs } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { DA_SEMPRE, type Ente, unEnte } from '@/tests/support/builders';
import { type Rapporto, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

type Parte = { ente: Ente; attore: Attore; rapporto: Rapporto };
let uno: Parte;
let altro: Parte;

async function unaParte(): Promise<Parte> {
  const ente = await unEnte();
  const rapporto = await unRapporto({ progetto: await unProgetto({ capofila: ente }) });
  return { ente, rapporto, attore: await ente.attore() };
}
beforeAll(async () => {
  [uno, altro] = [await unaParte(), await unaParte()];
});
afterAll(chiudiClient);

const progettiDi = (attore: Attore) => queryAs(attore, (tx) => tx.progetto.findMany({ select: { id: true } }));
const nota = async (rapporto: Rapporto) =>
  (await superutente.query('select nota from avanzamento where rapporto_id = $1', [rapporto.id])).rows[0].nota;
const evento = (parte: Parte) => ({
  atto: 'prova',
  oggetto: 'rapporto_progetto',
  oggettoId: parte.rapporto.id,
  progettoId: parte.rapporto.progetto.id,
});

test('una lettura non può scrivere, nemmeno cambiando idea a metà', async () => {
  const scrivi = queryAs(uno.attore, (tx) => tx.avanzamento.updateMany({ where: { rapportoId: uno.rapporto.id }, data: { nota: 'x' } }));
  await expect(scrivi).rejects.toThrow(/read-only transaction/);
  await expect(queryAs(uno.attore, (tx) => tx.$executeRaw`set transaction read write`)).rejects.toThrow(/before any query/);
  expect(await nota(uno.rapporto)).toBeNull();
});

test('un atto senza evento non si conferma', async () => {
  const atto = commandAs(uno.attore, async (tx) => {
    await tx.avanzamento.updateMany({ where: { rapportoId: uno.rapporto.id }, data: { nota: 'x' } });
    return { result: null, evento: [] };
  });
  await expect(atto).rejects.toThrow('Un atto senza evento');
  expect(await nota(uno.rapporto)).toBeNull();
});

test('un atto che fallisce dopo aver scritto non lascia né la scrittura né l’evento', async () => {
  const atto = commandAs(uno.attore, async (tx) => {
    await tx.avanzamento.updateMany({ where: { rapportoId: uno.rapporto.id }, data: { nota: 'x' } });
    // l'evento parla del progetto di un altro: la policy lo rifiuta
    return { result: null, evento: evento(altro) };
  });
  await expect(atto).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
  expect(await nota(uno.rapporto)).toBeNull();
  const { rowCount } = await superutente.query(`select from evento where atto = 'prova' and oggetto_id = $1`, [altro.rapporto.id]);
  expect(rowCount).toBe(0);
});

test('la scrittura e il suo evento arrivano insieme, e non toccano le righe di un altro', async () => {
  const toccate = await commandAs(uno.attore, async (tx) => {
    const { count } = await tx.avanzamento.updateMany({
      where: { rapportoId: { in: [uno.rapporto.id, altro.rapporto.id] } },
      data: { nota: 'y' },
    });
    return { result: count, evento: evento(uno) };
  });
  expect(toccate).toBe(1);
  expect([await nota(uno.rapporto), await nota(altro.rapporto)]).toEqual(['y', null]);
  const { rows } = await superutente.query(`select attore_id, ruolo from evento where atto = 'prova' and oggetto_id = $1`, [
    uno.rapporto.id,
  ]);
  expect(rows).toEqual([{ attore_id: uno.attore.utenteId, ruolo: 'REFERENTE' }]);
});

test('un attore non sopravvive alla sua transazione sulla connessione che torna al gruppo', async () => {
  await Promise.all(Array.from({ length: 12 }, () => progettiDi(uno.attore)));
  const senzaContesto = await Promise.all(Array.from({ length: 24 }, () => clientDi('app_ente').progetto.count()));
  expect(senzaContesto).toEqual(Array.from({ length: 24 }, () => 0));
});

test('cento letture di due enti insieme: ciascuno vede sempre e solo il suo progetto', async () => {
  const letture = await Promise.all(Array.from({ length: 100 }, (_, i) => progettiDi((i % 2 ? altro : uno).attore)));
  expect(letture).toEqual(Array.from({ length: 100 }, (_, i) => [{ id: (i % 2 ? altro : uno).rapporto.progetto.id }]));
});

test('un contesto ritoccato o di un altro login si ferma prima della prima lettura', async () => {
  const ritoccato = { ...uno.attore, contesto: uno.attore.contesto.replace(uno.rapporto.progetto.id, altro.rapporto.progetto.id) };
  await expect(progettiDi(ritoccato)).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
  await expect(progettiDi({ ...uno.attore, lettore: 'app_regione' })).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
  await expect(progettiDi({ ...uno.attore, contesto: '', firma: '' })).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
});

test('chi non partecipa più non vede più il progetto, e un incarico revocato non si firma', async () => {
  const ente = await unEnte({ regione: uno.ente.regione });
  const chiavi = { regione_id: ente.regione.id, progetto_id: uno.rapporto.progetto.id, organizzazione_id: ente.id };
  await inserisci(superutente, 'partecipazione', { ...chiavi, ruolo: 'PARTNER_GESTORE', dal: DA_SEMPRE, al: '2011-01-01' });
  expect(await progettiDi(await ente.attore())).toEqual([]);
  await superutente.query('update incarico set revocato_il = now() where id = $1', [ente.utente.incaricoId]);
  await expect(ente.attore()).rejects.toThrow('non vale oggi');
});

test('un incarico limitato a un progetto non vede gli altri del suo ente', async () => {
  const ente = await unEnte();
  const [primo] = [await unProgetto({ capofila: ente }), await unProgetto({ capofila: ente })];
  expect(await progettiDi(await ente.attore())).toHaveLength(2);
  await superutente.query('update incarico set progetto_id = $1 where id = $2', [primo.id, ente.utente.incaricoId]);
  expect(await progettiDi(await ente.attore())).toEqual([{ id: primo.id }]);
});

test('dopo errori e interruzioni nessuna connessione resta con una transazione aperta', async () => {
  const guasti = Array.from({ length: 40 }, (_, i) =>
    commandAs(uno.attore, async (tx) => {
      if (i % 4 === 0) throw new Error('interrotto');
      if (i % 4 === 1) await tx.$executeRaw`select 1 / 0`;
      if (i % 4 === 2) await tx.$executeRaw`select pg_terminate_backend(pg_backend_pid())`;
      await tx.avanzamento.updateMany({ where: { rapportoId: uno.rapporto.id }, data: { percentuale: 101 } });
      return { result: null, evento: evento(uno) };
    }),
  );
  const esiti = await Promise.allSettled(guasti);
  expect(esiti.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  expect(await progettiDi(uno.attore)).toHaveLength(1);
  expect(await aperteDopo(5_000)).toBe(0);
});

// ---------------------------------------------------------------- le letture delle pagine, che mandano le loro istruzioni tutte insieme

const lettiDa = (attore: Attore) => interroga<{ id: string }>(attore, sql`select id from progetto`);

test('una pagina non può scrivere: la sua transazione è di sola lettura anche se le istruzioni partono insieme', async () => {
  const scrivi = interroga(uno.attore, sql`update avanzamento set nota = 'x' where rapporto_id = ${uno.rapporto.id}::uuid returning id`);
  await expect(scrivi).rejects.toThrow(/read-only transaction/);
  await expect(interroga(uno.attore, sql`set transaction read write`)).rejects.toThrow(/before any query/);
  expect(await nota(uno.rapporto)).not.toBe('x');
});

test('il contesto di una pagina finisce con la sua transazione: chi riusa la connessione senza il suo non vede nulla', async () => {
  await Promise.all(Array.from({ length: 12 }, () => lettiDa(uno.attore)));
  const senza = await Promise.all(
    Array.from({ length: 24 }, () =>
      gruppoDi('app_ente').query(`select current_setting('app.contesto', true) as c, count(*)::int as n from progetto`),
    ),
  );
  expect(senza.map(({ rows }) => rows[0])).toEqual(Array.from({ length: 24 }, () => ({ c: '', n: 0 })));
});

test('Next tiene due copie dei moduli: la seconda usa le stesse connessioni senza preparare due volte, e così un atto che apre il contesto', async () => {
  await Promise.all(Array.from({ length: 12 }, () => lettiDa(uno.attore)));
  vi.resetModules();
  const altraCopia = await import('@/lib/db/lettura');
  const letti = await Promise.all(Array.from({ length: 12 }, () => altraCopia.interroga(uno.attore, sql`select id from progetto`)));
  expect(letti).toEqual(Array.from({ length: 12 }, () => [{ id: uno.rapporto.progetto.id }]));
  const client = await altraCopia.gruppoDi('app_ente').connect();
  await expect(altraCopia.impostaContesto(client, uno.attore)).resolves.toBeUndefined();
  client.release();
});

test('una pagina con un contesto ritoccato o di un altro login non legge nulla, qualunque cosa chieda', async () => {
  const storti = [
    { ...uno.attore, contesto: uno.attore.contesto.replace(uno.rapporto.progetto.id, altro.rapporto.progetto.id) },
    { ...uno.attore, lettore: 'app_regione' as const },
    { ...uno.attore, contesto: '', firma: '' },
  ];
  for (const storto of storti) {
    await expect(lettiDa(storto)).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
    // anche se la sua istruzione fallisce: si dice la prima cosa che non va
    await expect(interroga(storto, sql`select 1 / 0`)).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
  }
});

test('cento pagine di due enti insieme, tra guasti e connessioni cadute: ciascuno vede sempre e solo il suo progetto', async () => {
  const guasta = (i: number) =>
    interroga(uno.attore, i % 2 ? sql`select 1 / 0` : sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => 'guasta');
  const letture = await Promise.all(
    Array.from({ length: 100 }, (_, i) => (i % 10 === 9 ? guasta(i) : lettiDa((i % 2 ? altro : uno).attore))),
  );
  expect(letture).toEqual(
    Array.from({ length: 100 }, (_, i) => (i % 10 === 9 ? 'guasta' : [{ id: (i % 2 ? altro : uno).rapporto.progetto.id }])),
  );
  expect(await aperteDopo(5_000)).toBe(0);
});

/** Quante connessioni dei lettori sono ferme con una transazione aperta; le lascia finire, al massimo per `ms`. */
async function aperteDopo(ms: number): Promise<number> {
  const termine = Date.now() + ms;
  for (;;) {
    const { rows } = await superutente.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename ~ '^app_' and state ~ 'idle in transaction'`,
    );
    if (rows[0].n === 0 || Date.now() > termine) return rows[0].n;
    await pausa(20);
  }
}
