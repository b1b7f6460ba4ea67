import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { type ScenaPersone, unaPersonaGrezza, unaScenaPersone } from '@/tests/support/personeGrezze';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, type Riga, superutente } from '@/tests/support/superutente';

/** Le porte per cui si arriva a un nome, o a sapere che una persona è seguita altrove: chi passa, e che cosa resta scritto. */

const VIETATO = { codice: '42501' };
const NON_SPETTA = { codice: 'CT001' };
const NESSUNA = { n: 0 };
const FATTO = { n: 1 };

let scena: ScenaPersone;
let chi: ScenaPersone['chi'];
beforeEach(async () => {
  scena = await unaScenaPersone();
  chi = scena.chi;
});
afterAll(chiudiSqlGrezzo);

/** Legge senza annunciare: la transazione si disfa sempre. */
const leggi = (persona: Attore, persone: string[], scopo = 'SCHEDA') =>
  sqlCome(persona, 'select persona_id::text as r from app.leggi_identita($1, $2)', [persone, scopo]);
/** Annuncia e conferma, come fa il portale. */
const annuncia = (persona: Attore, persone: string[], scopo = 'SCHEDA') =>
  traccia(persona, sql`select app.annuncia_lettura(${persone}::uuid[], ${scopo}::text)`);
const registro = async () =>
  (
    await superutente.query('select scopo, persone, utente_id, organizzazione_id from accesso_identita where regione_id = $1 order by id', [
      scena.regione.id,
    ])
  ).rows;

test('un ente legge solo le identità delle sue persone, e solo dopo che la traccia è confermata: chi, perché e quali', async () => {
  const { capofila, partner, comune } = scena.persone;
  expect(await leggi(chi.capofila, [capofila.id])).toMatchObject(NON_SPETTA);
  await annuncia(chi.capofila, [capofila.id, partner.id, comune.id]);
  expect(await registro()).toEqual([
    { scopo: 'SCHEDA', persone: [capofila.id], utente_id: chi.capofila.utenteId, organizzazione_id: chi.capofila.organizzazioneId },
  ]);
  expect(await leggi(chi.capofila, [capofila.id, partner.id, comune.id])).toMatchObject({ righe: [capofila.id] });
  expect(await leggi(chi.capofila, [partner.id])).toMatchObject(NESSUNA);
  // la traccia vale per chi l'ha scritta, e per lo scopo che dice
  expect(await leggi(chi.capofila, [capofila.id], 'ELENCO')).toMatchObject(NON_SPETTA);
  expect(await leggi(chi.operatore, [capofila.id])).toMatchObject(NON_SPETTA);
});

test('leggere e poi disfare non cancella la traccia; annunciare e leggere nella stessa transazione non dà nulla, nemmeno con un punto di ritorno', async () => {
  const { id } = scena.persone.capofila;
  const insieme = `do $$ declare n integer; begin
    perform app.annuncia_lettura(array['${id}']::uuid[], 'SCHEDA');
    begin perform app.annuncia_lettura(array['${id}']::uuid[], 'SCHEDA'); end;
    select count(*) into n from app.leggi_identita(array['${id}']::uuid[], 'SCHEDA'); end $$`;
  expect(await sqlCome(chi.capofila, insieme)).toMatchObject(NON_SPETTA);
  expect(await registro()).toEqual([]);
  await annuncia(chi.capofila, [id]);
  // sqlCome disfa sempre: chi ha letto c'è ancora
  expect(await leggi(chi.capofila, [id])).toMatchObject({ righe: [id] });
  expect(await registro()).toHaveLength(1);
});

test('una traccia di un minuto fa non vale più', async () => {
  const { id } = scena.persone.capofila;
  const riga = {
    regione_id: scena.regione.id,
    organizzazione_id: scena.progetto.capofila.id,
    utente_id: chi.capofila.utenteId,
    scopo: 'SCHEDA',
  };
  await inserisci(superutente, 'accesso_identita', { ...riga, persone: [id], scritta_il: new Date(Date.now() - 61_000) });
  expect(await leggi(chi.capofila, [id])).toMatchObject(NON_SPETTA);
});

test('le identità non si leggono per scopi che non sono dell’ente, né senza persona, né dalla Regione', async () => {
  const sue = [scena.persone.capofila.id];
  const chiede = (persona: Attore, scopo: string) => sqlCome(persona, 'select app.annuncia_lettura($1, $2)::text as r', [sue, scopo]);
  for (const scopo of ['CONTROLLO', 'ROTAZIONE', '', 'x']) expect(await chiede(chi.capofila, scopo), scopo).toMatchObject(NON_SPETTA);
  for (const persona of [chi.dirigente, chi.controllore, chi.ricercatore]) {
    expect(await chiede(persona, 'SCHEDA')).toMatchObject(VIETATO);
    expect(await leggi(persona, sue)).toMatchObject(VIETATO);
  }
  expect(await sqlDi('app_ente', `select persona_id as r from app.leggi_identita($1, 'SCHEDA')`, [sue])).toMatchObject(NON_SPETTA);
});

test('nessuno cancella, ritocca o inventa una riga del registro delle letture', async () => {
  const riga = { regione_id: scena.regione.id, organizzazione_id: scena.progetto.capofila.id, utente_id: chi.capofila.utenteId };
  await inserisci(superutente, 'accesso_identita', { ...riga, scopo: 'SCHEDA', persone: [scena.persone.capofila.id] });
  const falsa = `insert into accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone) values ($1, $2, $3, 'SCHEDA', '{}')`;
  for (const persona of [chi.capofila, chi.dirigente, chi.ricercatore]) {
    expect(await sqlCome(persona, falsa, Object.values(riga))).toMatchObject(VIETATO);
    expect(await sqlCome(persona, `update accesso_identita set scopo = 'ELENCO'`)).toMatchObject(VIETATO);
    expect(await sqlCome(persona, 'delete from accesso_identita')).toMatchObject(VIETATO);
    expect(await sqlCome(persona, 'truncate accesso_identita')).toMatchObject(VIETATO);
  }
  for (const sql of [`update accesso_identita set scopo = 'ELENCO'`, 'delete from accesso_identita'])
    expect(await sqlDi('app_sistema', sql)).toMatchObject({ codice: 'CT002' });
  for (const tabella of ['accesso_identita', 'rilascio', 'indicatore_fissato'])
    expect(await sqlDi('cantiere', `truncate ${tabella}`)).toMatchObject({ codice: 'CT002' });
  expect(await sqlCome(chi.capofila, 'select scopo as r from accesso_identita')).toMatchObject({ righe: ['SCHEDA'] });
  expect(await sqlCome(chi.partner, 'select scopo as r from accesso_identita')).toMatchObject(NESSUNA);
  // la Regione legge solo ciò che lei stessa ha fatto
  expect(await sqlCome(chi.dirigente, 'select scopo as r from accesso_identita')).toMatchObject(NESSUNA);
});

const accesso = (cambio: Riga = {}) =>
  inserisci(superutente, 'accesso_motivato', {
    ...{ regione_id: scena.regione.id, progetto_id: scena.progetto.id, organizzazione_id: scena.progetto.capofila.id },
    ...{ motivo: 'Controllo sul posto', chiesto_da: chi.dirigente.utenteId, ...cambio },
  });
const autorizza = (persona: Attore, id: string, firma = persona.utenteId, giorni = 7) =>
  sqlCome(
    persona,
    `update accesso_motivato set autorizzato_da = $2, autorizzato_il = app.adesso(), scade_il = app.adesso() + make_interval(days => $3) where id = $1`,
    [id, firma, giorni],
  );

test('un controllo lo autorizza un altro dirigente della stessa Regione, una volta sola e per pochi giorni', async () => {
  const { id } = await accesso();
  expect(await autorizza(chi.dirigente, id)).toMatchObject(NESSUNA);
  for (const persona of [chi.istruttore, chi.controllore, chi.valutatore, chi.altrove])
    expect(await autorizza(persona, id)).toMatchObject(NESSUNA);
  for (const persona of [chi.capofila, chi.ricercatore]) expect(await autorizza(persona, id)).toMatchObject(VIETATO);
  expect(await autorizza(chi.altroDirigente, id, chi.istruttore.utenteId)).toMatchObject(VIETATO);
  expect(await autorizza(chi.altroDirigente, id, undefined, 8)).toMatchObject(VIETATO);
  expect(await sqlCome(chi.altroDirigente, 'update accesso_motivato set autorizzato_da = $1', [chi.altroDirigente.utenteId])).toMatchObject(
    VIETATO,
  );
  expect(await autorizza(chi.altroDirigente, id)).toMatchObject(FATTO);
  const gia = await accesso({ autorizzato_da: chi.altroDirigente.utenteId, scade_il: '2020-07-01' });
  expect(await autorizza(chi.altroDirigente, gia.id)).toMatchObject(NESSUNA); // scaduto, non si allunga
  for (const colonna of ['motivo', 'chiesto_da', 'progetto_id', 'organizzazione_id'])
    expect(await sqlCome(chi.altroDirigente, `update accesso_motivato set ${colonna} = ${colonna}`), colonna).toMatchObject(VIETATO);
  expect(await sqlCome(chi.dirigente, 'delete from accesso_motivato')).toMatchObject(VIETATO);
});

test('un controllo lo chiede a suo nome chi istruisce, controlla o dirige, per un ente che nel progetto c’è', async () => {
  const chiedi = (persona: Attore, nome = persona.utenteId, ente = scena.progetto.capofila.id, altro = '', valore = '') =>
    sqlCome(
      persona,
      `insert into accesso_motivato (regione_id, progetto_id, organizzazione_id, motivo, chiesto_da${altro}) values ($1, $2, $3, 'Controllo sul posto', $4${valore})`,
      [...[scena.regione.id, scena.progetto.id, ente, nome]],
    );
  for (const persona of [chi.istruttore, chi.controllore, chi.dirigente]) expect(await chiedi(persona), persona.ruolo).toMatchObject(FATTO);
  for (const persona of [chi.valutatore, chi.capofila, chi.ricercatore, chi.altrove])
    expect(await chiedi(persona), persona.ruolo).toMatchObject(VIETATO);
  expect(await chiedi(chi.istruttore, chi.controllore.utenteId)).toMatchObject(VIETATO);
  expect(await chiedi(chi.istruttore, undefined, scena.regione.organizzazioneId)).toMatchObject({ codice: '23503' });
  // già autorizzato da sé: le colonne non si possono nemmeno nominare
  expect(await chiedi(chi.istruttore, undefined, undefined, ', autorizzato_da', ', $4')).toMatchObject(VIETATO);
});

test('le identità di un controllo le legge solo chi l’ha chiesto, se autorizzato e non scaduto, e solo di quel progetto e di quell’ente', async () => {
  const motivata = (persona: Attore, id: string) =>
    sqlCome(persona, 'select persona_id::text as r from app.leggi_identita_motivata($1)', [id]);
  const annunciata = (persona: Attore, id: string) => sqlCome(persona, 'select app.annuncia_lettura_motivata($1)::text as r', [id]);
  const chiesto_da = chi.controllore.utenteId;
  const autorizzato_da = chi.dirigente.utenteId;
  const aperto = await accesso({ chiesto_da });
  const valido = await accesso({ chiesto_da, autorizzato_da, scade_il: '2100-01-01' });
  const scaduto = await accesso({ chiesto_da, autorizzato_da, scade_il: '2020-01-01' });
  await unaPersonaGrezza(
    { ...scena, progetto: (await unaScenaPersone()).progetto, programmaId: scena.programmaId },
    scena.progetto.capofila,
  ).catch(() => undefined);
  for (const id of [aperto.id, scaduto.id, scena.progetto.id]) {
    expect(await annunciata(chi.controllore, id)).toMatchObject(NON_SPETTA);
    expect(await motivata(chi.controllore, id)).toMatchObject(NON_SPETTA);
  }
  for (const persona of [chi.dirigente, chi.istruttore, chi.altrove])
    expect(await annunciata(persona, valido.id)).toMatchObject(NON_SPETTA);
  for (const persona of [chi.capofila, chi.ricercatore]) {
    expect(await annunciata(persona, valido.id)).toMatchObject(VIETATO);
    expect(await motivata(persona, valido.id)).toMatchObject(VIETATO);
  }
  // senza traccia confermata, o con una che si disfa insieme alla lettura, nulla
  expect(await motivata(chi.controllore, valido.id)).toMatchObject(NON_SPETTA);
  const insieme = `do $$ begin perform app.annuncia_lettura_motivata('${valido.id}'); perform app.leggi_identita_motivata('${valido.id}'); end $$`;
  expect(await sqlCome(chi.controllore, insieme)).toMatchObject(NON_SPETTA);
  await traccia(chi.controllore, sql`select app.annuncia_lettura_motivata(${valido.id}::uuid)`);
  expect(await motivata(chi.controllore, valido.id)).toMatchObject({ righe: [scena.persone.capofila.id] });
  for (const persona of [chi.dirigente, chi.istruttore]) expect(await motivata(persona, valido.id)).toMatchObject(NON_SPETTA);
  expect(await registro()).toEqual([expect.objectContaining({ scopo: 'CONTROLLO', persone: [scena.persone.capofila.id] })]);
});

/** Fa la domanda senza la risposta; si disfa. */
const chiede = (persona: Attore, id: string, categoria = 'CATEGORIA') =>
  sqlCome(persona, 'select app.chiedi_se_seguita($1, $2)::text as r', [id, categoria]);
/** Domanda confermata, poi la risposta. */
async function risposta(persona: Attore, id: string, categoria = 'CATEGORIA') {
  await traccia(persona, sql`select app.chiedi_se_seguita(${id}::uuid, ${categoria}::text)`);
  return seguita(persona, id, categoria);
}
const seguita = (persona: Attore, id: string, categoria = 'CATEGORIA') =>
  sqlCome(persona, 'select app.gia_seguita($1, $2)::text as r', [id, categoria]);

test('se una persona è seguita altrove lo sa solo chi la segue con lo stesso tipo di azione, e sa solo sì o no', async () => {
  const { capofila, comune, partner, uscito } = scena.persone;
  expect(await risposta(chi.capofila, capofila.id)).toMatchObject({ righe: ['true'] });
  expect(await risposta(chi.partner, comune.id)).toMatchObject({ righe: ['true'] });
  for (const id of [comune.id, partner.id]) expect(await chiede(chi.capofila, id)).toMatchObject(NON_SPETTA);
  expect(await chiede(chi.partner, partner.id)).toMatchObject(NON_SPETTA); // senza codice
  expect(await chiede(chi.uscito, uscito.id)).toMatchObject(NON_SPETTA);
  expect(await chiede(chi.capofila, capofila.id, 'ALTRO')).toMatchObject(NON_SPETTA);
  for (const persona of [chi.dirigente, chi.ricercatore]) {
    expect(await chiede(persona, capofila.id)).toMatchObject(VIETATO);
    expect(await seguita(persona, capofila.id)).toMatchObject(VIETATO);
  }
  await superutente.query(`update azione set categoria_valutatore = null where id = $1`, [scena.progetto.azioni[1]?.id]);
  expect(await risposta(chi.capofila, capofila.id)).toMatchObject({ righe: ['false'] });
  await superutente.query(`update partecipante set uscita = '2020-06-01', motivo_uscita = 'ALTRO' where id = $1`, [
    capofila.partecipanteId,
  ]);
  expect(await chiede(chi.capofila, capofila.id)).toMatchObject(NON_SPETTA);
});

test('chiedere e poi disfare non dà la risposta: né dalla funzione, né dalla riga appena scritta; confermata la domanda, resta', async () => {
  const { id } = scena.persone.capofila;
  const prova = (lettura: string) =>
    sqlCome(chi.capofila, `do $$ declare n integer; begin perform app.chiedi_se_seguita('${id}', 'CATEGORIA'); ${lettura} end $$`);
  expect(await prova(`perform app.gia_seguita('${id}', 'CATEGORIA');`)).toMatchObject(NON_SPETTA);
  const letta = await prova(
    `select count(*) into n from verifica_sovrapposizione; if n > 0 then raise exception 'si legge' using errcode = 'P0001'; end if;`,
  );
  expect(letta.codice).toBeUndefined();
  expect(await risposta(chi.capofila, id)).toMatchObject({ righe: ['true'] });
  expect(await sqlCome(chi.capofila, 'select risposta::text as r from verifica_sovrapposizione')).toMatchObject({ righe: ['true'] });
  // la risposta è di chi ha chiesto
  expect(await seguita(chi.operatore, id)).toMatchObject(NON_SPETTA);
});

test('alla sessantunesima domanda in un’ora il database si ferma; quelle di prima non si cancellano e non si contano a un collega', async () => {
  const { id } = scena.persone.capofila;
  await superutente.query(
    `insert into verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, risposta) select $1, $2, $3, $4, true from generate_series(1, 59)`,
    [scena.regione.id, scena.progetto.capofila.id, chi.capofila.utenteId, id],
  );
  const due = await sqlCome(chi.capofila, `select app.chiedi_se_seguita($1, 'CATEGORIA')::text as r from generate_series(1, 2)`, [id]);
  expect(due).toMatchObject({ codice: 'CT007' });
  expect(await risposta(chi.capofila, id)).toMatchObject({ righe: ['true'] });
  expect(await chiede(chi.capofila, id)).toMatchObject({ codice: 'CT007' });
  expect(await risposta(chi.operatore, id)).toMatchObject({ righe: ['true'] });
  for (const sql of ['delete from verifica_sovrapposizione', `update verifica_sovrapposizione set istante = '2000-01-01'`])
    expect(await sqlCome(chi.capofila, sql)).toMatchObject(VIETATO);
});

test('le sovrapposizioni tra enti sono conteggi, e quelli piccoli non si dicono', async () => {
  const conta = (persona: Attore) => sqlCome(persona, 'select persone as r from app.sovrapposizioni($1)', [scena.programmaId]);
  for (const persona of [chi.dirigente, chi.ricercatore]) expect(await conta(persona)).toMatchObject({ righe: [null] });
  expect(await conta(chi.capofila)).toMatchObject(VIETATO);
  expect(await conta(chi.altrove)).toMatchObject(NESSUNA);
  const [partner] = scena.progetto.partner;
  for (let n = 0; n < 4; n += 1)
    for (const [ente, azione] of [
      [scena.progetto.capofila.id, scena.progetto.azioni[0]?.id],
      [partner?.id ?? '', scena.progetto.azioni[1]?.id],
    ] as const)
      await unaPersonaGrezza(scena, { id: ente }, { impronta: Buffer.alloc(32, `codice ${n}`), azione });
  expect(await conta(chi.dirigente)).toMatchObject({ righe: ['5'] });
});
