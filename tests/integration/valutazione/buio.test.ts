import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unUtente } from '@/tests/support/builders';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';
import { conclude, dichiara, eventi, rifiutato, schede, tuttiConcludono, unaSeduta } from './_mondo';

afterAll(chiudiSqlGrezzo);

test('al buio: i punteggi di un collega non si leggono con SQL finché non hanno concluso tutti, poi sì', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda, terza] = seduta.commissari;
  const dirigente = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'DIRIGENTE' })).attore();
  const legge = async (attore: Attore) => {
    const esito = await sqlCome(attore, 'select utente_id as r from valutazione where progetto_id = $1', [seduta.domanda.id]);
    return 'righe' in esito ? esito.righe : [];
  };
  if (!terza) throw new Error('Servono tre commissari.');
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  await conclude(seduta, prima, 5);
  await conclude(seduta, seconda, 8);
  expect([await legge(prima), await legge(terza), await legge(dirigente)]).toEqual([[prima.utenteId], [terza.utenteId], []]);
  await conclude(seduta, terza, 6);
  const tutti = seduta.commissari.map(({ utenteId }) => utenteId).sort();
  for (const attore of [...seduta.commissari, dirigente]) expect((await legge(attore)).sort()).toEqual(tutti);
});

test('nessuno si svela da sé: la colonna non si scrive', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  expect(await sqlCome(prima, 'update valutazione set svelata = true')).toMatchObject({ codice: '42501' });
});

test('gli ultimi due concludono nello stesso istante: i punteggi si svelano lo stesso', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda, terza] = seduta.commissari;
  if (!terza) throw new Error('Servono tre commissari.');
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  await conclude(seduta, prima, 5);
  await Promise.all([conclude(seduta, seconda, 6), conclude(seduta, terza, 7)]);
  expect((await schede(seduta)).map(({ svelata }) => svelata)).toEqual([true, true, true]);
});

test('l’ultimo dichiara un conflitto quando gli altri hanno concluso: i punteggi si svelano', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda, terza] = seduta.commissari;
  if (!terza) throw new Error('Servono tre commissari.');
  for (const attore of [prima, seconda]) await dichiara(seduta, attore);
  await conclude(seduta, prima, 5);
  await conclude(seduta, seconda, 6);
  await dichiara(seduta, terza, 'PRESENTE');
  expect((await schede(seduta)).every(({ svelata }) => svelata)).toBe(true);
});

test('con un conflitto su due resta una scheda sola: non si svela', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const [prima, seconda] = seduta.commissari;
  await dichiara(seduta, prima);
  await dichiara(seduta, seconda, 'PRESENTE');
  await conclude(seduta, prima, 5);
  expect((await schede(seduta)).some(({ svelata }) => svelata)).toBe(false);
});

test('chi entra in commissione a punteggi svelati non valuta più, nemmeno con SQL', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [5, 6]);
  const nuovo = await unUtente({ regione: seduta.bando.regione, ruolo: 'VALUTATORE' });
  await inserisci(superutente, 'commissario', {
    ...{ regione_id: seduta.bando.regione.id, bando_id: seduta.bando.id, fase: 'IDEA', utente_id: nuovo.id },
  });
  const attore = await nuovo.attore();
  await rifiutato(seduta, () => dichiara(seduta, attore), 'valutazione.giaSvelata', /non si valuta più/);
  const forzata = await sqlCome(
    attore,
    `insert into valutazione (id, regione_id, progetto_id, fase, utente_id, conflitto) values (gen_random_uuid(), $1, $2, 'IDEA', $3, 'NESSUNO')`,
    [attore.regioneId, seduta.domanda.id, attore.utenteId],
  );
  expect(forzata).toMatchObject({ codice: 'CT001' });
});

test('la domanda non si apre prima della dichiarazione, né con un conflitto, da nessuna pagina: lo decide il database', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda] = seduta.commissari;
  const versioni = async (attore: Attore) => {
    const esito = await sqlCome(attore, 'select numero from versione_progetto where progetto_id = $1', [seduta.domanda.id]);
    return 'righe' in esito ? esito.righe.length : esito;
  };
  expect(await versioni(prima)).toBe(0);
  await dichiara(seduta, prima);
  await dichiara(seduta, seconda, 'PRESENTE');
  expect([await versioni(prima), await versioni(seconda)]).toEqual([1, 0]);
  const istruttore = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'ISTRUTTORE' })).attore();
  expect(await versioni(istruttore)).toBe(1);
});

test('due finestre concludono la stessa scheda insieme: una sola riesce, un solo evento', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  const { rows } = await superutente.query('select id from valutazione where progetto_id = $1', [seduta.domanda.id]);
  const esiti = await inGara(
    { tabella: 'valutazione', id: rows[0].id },
    () => conclude(seduta, prima, 5),
    () => conclude(seduta, prima, 6),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'valutazione.conclusa']);
  expect((await eventi(seduta)).filter(({ atto }) => atto === 'valutazione.conclusa')).toHaveLength(1);
});

test('anche senza il comando: due conclusioni scritte insieme si mettono in fila nel database, e la seconda svela', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  const concludi = `update valutazione set stato = 'CONCLUSA' where progetto_id = $1 and utente_id = $2`;
  const [una, altra] = [await superutente.connect(), await superutente.connect()];
  try {
    await una.query('begin');
    await una.query(concludi, [seduta.domanda.id, seduta.commissari[0].utenteId]);
    let finita = false;
    const seconda = altra.query(concludi, [seduta.domanda.id, seduta.commissari[1].utenteId]).finally(() => {
      finita = true;
    });
    const inFila = async () => (await superutente.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount;
    while (!finita && !(await inFila()));
    expect(finita).toBe(false);
    await una.query('commit');
    await seconda;
  } finally {
    una.release(true);
    altra.release(true);
  }
  expect((await schede(seduta)).map(({ svelata }) => svelata)).toEqual([true, true]);
});
