import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { annotaAs } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { scadenzaIdentita, TERMINI } from '@/lib/privacy/conservazione';
import { leggiConservazione } from '@/lib/privacy/queriesConservazione';
import { contaTutto, eseguiConservazione } from '@/scripts/conservazione/esegui';
import { type Ente, unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { urlDi } from '@/tests/support/database';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';
import { chiude, indicatoriDi, unaPersonaIn } from './_mondo';

const db = new pg.Client({ connectionString: urlDi('app_sistema') });
beforeAll(() => db.connect());
afterAll(async () => {
  await db.end();
  await chiudiSqlGrezzo();
});

const CF = 'RSSMRA80A41H501W';
const unMondo = async () => {
  const ente = await unEnte();
  const [chiuso, aperto] = [await unProgetto({ capofila: ente }), await unProgetto({ capofila: ente })];
  await chiude(chiuso.id, '2018-03-31');
  return { ente, chiuso: chiuso.id, aperto: aperto.id };
};
const scadenzaDi = async (persona: string): Promise<string | null> =>
  (await superutente.query('select scade::text from app.scadenze_identita($1) where persona_id = $2', [TERMINI.mesiControlli, persona]))
    .rows[0]?.scade;
const rigaDi = async (tabella: string, colonna: string, id: string) =>
  (await superutente.query(`select * from ${tabella} where ${colonna} = $1`, [id])).rows;

test('il database e la regola danno la stessa scadenza, su fatti casuali', async () => {
  const ente = await unEnte();
  const giorno = fc.integer({ min: 0, max: 3000 }).map((n) => piuGiorni('2014-01-15', n));
  const fatti = fc.record({
    partecipazioni: fc.array(
      fc.record({ dopo: fc.option(fc.integer({ min: 0, max: 900 })), ingresso: giorno, chiusoIl: fc.option(giorno, { freq: 6 }) }),
      { maxLength: 3 },
    ),
    inSospeso: fc.boolean(),
  });
  for (const [n, { partecipazioni, inSospeso }] of fc.sample(fatti, { numRuns: 25, seed: 7 }).entries()) {
    const sue = [];
    for (const { dopo, ingresso, chiusoIl } of partecipazioni) {
      const { id } = await unProgetto({ capofila: ente });
      if (chiusoIl) await chiude(id, chiusoIl);
      sue.push({ id, ingresso, chiusoIl, uscita: dopo === null ? null : piuGiorni(ingresso, dopo) });
    }
    const persona = await unaPersonaIn(ente, `S${n}`, sue);
    await superutente.query(`update persona set creata_il = '2020-01-31T23:30:00Z' where id = $1`, [persona]);
    const chi = { regione_id: ente.regione.id, organizzazione_id: ente.id, persona_id: persona };
    if (inSospeso)
      await inserisci(superutente, 'richiesta_interessato', { ...chi, genere: 'ACCESSO', ricevuta_il: '2020-01-01', entro: '2020-02-01' });
    expect(await scadenzaDi(persona)).toBe(scadenzaIdentita({ registrataIl: '2020-02-01', partecipazioni: sue, inSospeso }));
  }
}, 60_000);

test('un progetto revocato senza una data di fine conta dal giorno dell’atto; senza atto non scade', async () => {
  const { ente, chiuso } = await unMondo();
  const persona = await unaPersonaIn(ente, 'REV', [{ id: chiuso }]);
  await chiude(chiuso, null, 'REVOCATO');
  expect(await scadenzaDi(persona)).toBeNull();
  await inserisci(superutente, 'cessazione', {
    ...{ regione_id: ente.regione.id, progetto_id: chiuso, genere: 'REVOCA', stato: 'DISPOSTA', motivazione: 'Non avviato.' },
    ...{ organizzazione_id: ente.id, decisa_il: '2018-05-31T22:30:00Z', piano_recupero: 'Nulla', atto: 'D.D. 1', data_atto: '2018-06-01' },
  });
  expect(await scadenzaDi(persona)).toBe('2020-06-01');
});

test('chi è scaduto diventa anonimo, gli indicatori restano gli stessi, e chi non è scaduto non si tocca', async () => {
  const { ente, chiuso, aperto } = await unMondo();
  const scaduta = await unaPersonaIn(ente, 'SCA', [{ id: chiuso, ingresso: '2017-11-04', uscita: '2018-01-31' }], CF);
  const viva = await unaPersonaIn(ente, 'VIV', [{ id: chiuso }, { id: aperto }]);
  const unita = await unaPersonaIn(ente, 'UNI', []);
  await superutente.query('update persona set unita_a = $2 where id = $1', [unita, scaduta]);
  const prima = await indicatoriDi(ente);
  const [pseudonimo] = (await rigaDi('persona', 'id', scaduta)).map((p) => p.pseudonimo);
  const vivaPrima = await rigaDi('persona', 'id', viva);

  expect((await eseguiConservazione(db)).anonime).toBeGreaterThanOrEqual(2);

  expect(await indicatoriDi(ente)).toEqual(prima);
  for (const id of [scaduta, unita]) {
    for (const tabella of ['identita', 'persona_cerca', 'verifica_sovrapposizione'])
      expect(await rigaDi(tabella, 'persona_id', id)).toEqual([]);
    expect(await rigaDi('persona', 'id', id)).toEqual([
      expect.objectContaining({
        ...{ impronta: null, impronta_base: null, chiave_id: null, data_nascita: null, sesso: null, nucleo_id: null },
        anonimizzata_il: expect.any(Date),
      }),
    ]);
  }
  const [scheletro] = await rigaDi('partecipante', 'persona_id', scaduta);
  expect(scheletro).toMatchObject({ eta: 39, sesso: 'F', isced: 3, condizione: 'DISOCCUPATO', comune_residenza: null });
  expect(scheletro?.pseudonimo).not.toBe(pseudonimo);
  expect(await rigaDi('nucleo', 'codice', 'NSCA')).toEqual([]);
  expect(await rigaDi('identita', 'persona_id', viva)).toHaveLength(1);
  expect(await rigaDi('persona', 'id', viva)).toEqual(vivaPrima);
  const eventi = await superutente.query(`select dopo from evento where regione_id = $1 and atto = 'conservazione.eseguita'`, [
    ente.regione.id,
  ]);
  expect(eventi.rows).toEqual([{ dopo: { anonime: 2 } }]);

  // rifarlo non fa nulla; la stessa persona si può registrare di nuovo, ed è un'altra
  expect((await eseguiConservazione(db)).anonime).toBe(0);
  const nuova = await unaPersonaIn(ente, 'NUO', [], CF);
  expect((await rigaDi('persona', 'id', nuova))[0]?.pseudonimo).not.toBe(scheletro?.pseudonimo);
}, 60_000);

test('rendere anonimo chi si è cercato non azzera il limite delle verifiche né la traccia: le righe restano, senza la persona', async () => {
  const { ente, aperto } = await unMondo();
  const referente = await ente.attore();
  const [cercata, altra] = [await unaPersonaIn(ente, 'CER', [{ id: aperto }], CF), await unaPersonaIn(ente, 'RES', [{ id: aperto }])];
  for (const [persona, quante] of [
    [cercata, 60],
    [altra, 1],
  ])
    await superutente.query(
      `insert into verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, categoria, risposta)
       select $1, $2, $3, $4, 'CATEGORIA', true from generate_series(1, $5::int)`,
      [ente.regione.id, ente.id, ente.utente.id, persona, quante],
    );
  await annotaAs(referente, (tx) => tx.$queryRaw`select app.anonimizza_persone(array[${cercata}::uuid])`);
  expect(await rigaDi('identita', 'persona_id', cercata)).toEqual([]);
  const { rows } = await superutente.query(
    `select persona_id, utente_id, risposta, count(*)::int as n from verifica_sovrapposizione where organizzazione_id = $1 group by 1, 2, 3 order by 4`,
    [ente.id],
  );
  expect(rows).toEqual([
    { persona_id: altra, utente_id: ente.utente.id, risposta: true, n: 1 },
    { persona_id: null, utente_id: ente.utente.id, risposta: true, n: 60 },
  ]);
  // nemmeno di mano propria
  for (const sql of [
    'delete from verifica_sovrapposizione',
    'update verifica_sovrapposizione set persona_id = null',
    `update verifica_sovrapposizione set istante = '2000-01-01'`,
  ])
    expect(await sqlCome(referente, sql), sql).toMatchObject({ codice: '42501' });
});

test('una richiesta aperta e un controllo in corso fermano il lavoro; chiusi, riprende', async () => {
  const { ente, chiuso } = await unMondo();
  const persona = await unaPersonaIn(ente, 'FER', [{ id: chiuso }]);
  const chi = { regione_id: ente.regione.id, organizzazione_id: ente.id };
  const dirigente = await unUtente({ regione: ente.regione, ruolo: 'DIRIGENTE' });
  const controllo = await inserisci(superutente, 'accesso_motivato', {
    ...chi,
    progetto_id: chiuso,
    motivo: 'Controllo sul posto',
    chiesto_da: dirigente.id,
  });
  expect(await scadenzaDi(persona)).toBeNull();
  await superutente.query('delete from accesso_motivato where id = $1', [controllo.id]);
  expect(await scadenzaDi(persona)).toBe('2020-03-31');
});

test('le righe vecchie si cancellano, le recenti no', async () => {
  const { ente } = await unMondo();
  const persona = await unaPersonaIn(ente, 'VEC', []);
  const chi = { regione_id: ente.regione.id, organizzazione_id: ente.id };
  const { rows } = await superutente.query('select app.adesso() as adesso');
  const oggi = giornoDi(rows[0].adesso);
  const verifica = (giorni: number) =>
    inserisci(superutente, 'verifica_sovrapposizione', {
      ...chi,
      utente_id: ente.utente.id,
      persona_id: persona,
      risposta: false,
      istante: piuGiorni(oggi, -giorni),
    });
  const richiesta = (giorni: number) =>
    inserisci(superutente, 'richiesta_interessato', {
      ...chi,
      genere: 'ACCESSO',
      ricevuta_il: '2015-01-01',
      entro: '2015-02-01',
      stato: 'EVASA',
      chiusa_il: piuGiorni(oggi, -giorni),
    });
  await superutente.query('update persona set creata_il = app.adesso() where id = $1', [persona]);
  for (const fai of [verifica, richiesta]) for (const giorni of [10, 3000]) await fai(giorni);
  await eseguiConservazione(db);
  for (const tabella of ['verifica_sovrapposizione', 'richiesta_interessato'])
    expect(await rigaDi(tabella, 'organizzazione_id', ente.id)).toHaveLength(1);
});

test('la Regione legge solo numeri suoi, e solo chi amministra o dirige; il conto di tutti è del terminale', async () => {
  const { ente, chiuso, aperto } = await unMondo();
  await unaPersonaIn(ente, 'UNO', [{ id: chiuso }]);
  await unaPersonaIn(ente, 'DUE', [{ id: aperto }]);
  const di = async (ruolo: 'DIRIGENTE' | 'AMMINISTRATORE' | 'ISTRUTTORE', regione = ente.regione) =>
    (await unUtente({ regione, ruolo })).attore();
  for (const ruolo of ['DIRIGENTE', 'AMMINISTRATORE'] as const)
    expect(await leggiConservazione(await di(ruolo))).toMatchObject({ SCADUTE: 1, SENZA_TERMINE: 1, ANONIME: 0, SCHELETRI: 2 });
  expect(await leggiConservazione(await di('DIRIGENTE', await unaRegione()))).toMatchObject({ SCADUTE: 0, SCHELETRI: 0 });
  await expect(leggiConservazione(await di('ISTRUTTORE'))).rejects.toMatchObject({ code: 'stato.transizioneNonAmmessa' });
  const tutto = await contaTutto(db);
  expect(tutto.get('SCADUTE')).toBeGreaterThanOrEqual(1);
});

test('nessun altro rende anonimo qualcuno: né un operatore, né un altro ente, né la Regione; e le scadenze una per una non escono', async () => {
  const { ente, chiuso } = await unMondo();
  const persona = await unaPersonaIn(ente, 'ALT', [{ id: chiuso }]);
  const { regione } = ente;
  const altri: Ente = await unEnte({ regione });
  const chi = [
    await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: ente.id })).attore(),
    await altri.attore(),
    await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore(),
    await (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore(),
  ];
  for (const attore of chi) {
    const esito = await sqlCome(attore, 'select app.anonimizza_persone(array[$1::uuid])', [persona]);
    expect(['CT001', '42501']).toContain((esito as { codice?: string }).codice);
    expect(await sqlCome(attore, 'select * from app.scadenze_identita(24)')).toMatchObject({ codice: '42501' });
  }
  expect(await rigaDi('identita', 'persona_id', persona)).toHaveLength(1);
});
