import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { pubblicaIndicatori } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { COLONNE } from '@/lib/soppressione/kAnonimato';
import { partecipanti } from '@/tests/support/partecipanti';
import { type ScenaPersone, unaScenaPersone } from '@/tests/support/personeGrezze';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** Con SQL e il login della Regione o della ricerca: solo ciò che è pubblicato, e nulla si pubblica di nascosto. */

const VIETATO = { codice: '42501' };
const NON_SPETTA = { codice: 'CT001' };
let scena: ScenaPersone;
let chi: ScenaPersone['chi'];
beforeAll(async () => {
  scena = await unaScenaPersone();
  chi = scena.chi;
  await partecipanti(scena.progetto, scena.progetto.capofila.id, 12, { isced: null });
  await pubblicaIndicatori(chi.istruttore, scena.progetto.id);
});
afterAll(chiudiSqlGrezzo);

test('né la Regione né la ricerca contano le persone, né leggono i valori fissati o i conteggi da cui nasce una pubblicazione', async () => {
  const { programmaId, progetto } = scena;
  for (const persona of [chi.istruttore, chi.dirigente, chi.controllore, chi.valutatore, chi.ricercatore]) {
    for (const [testo, valori] of [
      ['select valore::text as r from app.conta_indicatori($1, $2, null, null, null)', [programmaId, progetto.id]],
      ['select valore::text as r from app.conta_indicatori($1, null, null, null, null)', [programmaId]],
      ['select valore::text as r from app.conta_indicatori_propri($1, null, null, null)', [progetto.id]],
      [`select valore::text as r from app.conta_di_ente($1, $2, '2020-12-31')`, [progetto.id, progetto.capofila.id]],
      ['select valore::text as r from indicatore_fissato', []],
      ['select grezzi::text as r from rilascio', []],
      ['select count(*)::text as r from partecipante', []],
      [`select accesso.conteggi_indicatori($1, $2, $3, null)::text as r`, [persona.contesto, persona.firma, progetto.id]],
      [`select accesso.conteggi_programma($1, $2, $3)::text as r`, [persona.contesto, persona.firma, programmaId]],
    ] as const)
      expect(await sqlCome(persona, testo, [...valori]), `${persona.ruolo}: ${testo}`).toMatchObject(VIETATO);
    // le tabelle degli enti si sottrarrebbero da quella di tutti
    expect(await sqlCome(persona, `select id::text as r from rilascio where tabella = 'INDICATORI_ENTE'`)).toMatchObject({ n: 0 });
    expect(await sqlCome(persona, `select parametri ->> 'numero' as r from rilascio where tabella = 'INDICATORI'`)).toMatchObject({
      righe: ['1'],
    });
  }
});

test('un ente conta in diretta solo le proprie persone: né con SQL né da operatore né da capofila quelle di tutto il progetto', async () => {
  const { programmaId, progetto } = scena;
  for (const persona of [chi.capofila, chi.operatore, chi.partner, chi.uscito])
    for (const [testo, valori] of [
      ['select valore::text as r from app.conta_indicatori($1, $2, null, null, null)', [programmaId, progetto.id]],
      ['select valore::text as r from app.conta_indicatori($1, null, null, null, null)', [programmaId]],
      [`select valore::text as r from app.conta_di_ente($1, $2, '2020-12-31')`, [progetto.id, persona.organizzazioneId]],
      ['select completo::text as r from app.somma_partecipanti($1, $2, null, null, null, null)', [programmaId, progetto.id]],
      ['select completo::text as r from app.conta_righe($1, $2, null, null, null, null)', [programmaId, progetto.id]],
      ['select count(*)::text as r from conto_partecipanti', []],
      [`select accesso.conteggi_indicatori($1, $2, $3, null)::text as r`, [persona.contesto, persona.firma, progetto.id]],
    ] as const)
      expect(await sqlCome(persona, testo, [...valori]), `${persona.ruolo}: ${testo}`).toMatchObject(VIETATO);
});

test('le righe da rendere k-anonime le legge solo la porta di chi pubblica, con il contesto di chi fa ricerca, e solo della sua Regione', async () => {
  const { programmaId, progetto, persone } = scena;
  const esce = `update partecipante set uscita = $2, motivo_uscita = 'DECESSO' where id = $1`;
  await superutente.query(esce, [persone.capofila.partecipanteId, '2020-06-30']);
  await superutente.query(esce, [persone.partner.partecipanteId, '2020-07-01']);
  const righe = `select x::text as r from json_array_elements(accesso.righe_ricerca($1, $2, $3, '2020-01-01', '2020-06-30')) x`;
  const legge = ({ contesto, firma }: Pick<Attore, 'contesto' | 'firma'>) => sqlDi('app_accesso', righe, [contesto, firma, programmaId]);
  const esito = await legge(chi.ricercatore);
  const lette = 'righe' in esito ? esito.righe.map((r) => JSON.parse(r)) : [];
  expect(lette).toHaveLength(1);
  expect(Object.keys(lette[0])).toEqual([...COLONNE]);
  // di chi è deceduto non si dice che lo è
  expect(lette[0]).toMatchObject({ classe_eta: '30-54', sesso: 'F', condizione: 'DISOCCUPATO', motivo_uscita: 'ALTRO' });
  const { id } = progetto;
  for (const fuori of [id, progetto.capofila.id, persone.capofila.id]) expect(JSON.stringify(lette)).not.toContain(fuori);
  for (const persona of [chi.dirigente, chi.istruttore, chi.valutatore, chi.capofila, chi.altrove])
    expect(await legge(persona), persona.ruolo).toMatchObject(NON_SPETTA);
  expect(await legge({ contesto: chi.ricercatore.contesto, firma: chi.dirigente.firma })).toMatchObject(NON_SPETTA);
  const altrove = await unaScenaPersone();
  expect(await legge(altrove.chi.ricercatore)).toMatchObject({ righe: [] });
  for (const login of ['app_ricerca', 'app_regione', 'app_ente', 'app_pubblico'])
    expect(await sqlDi(login, righe, [chi.ricercatore.contesto, chi.ricercatore.firma, programmaId]), login).toMatchObject(VIETATO);
});

test('una tabella di un progetto non si inventa, non si cambia e non si pubblica con il contesto di un altro', async () => {
  const inventa = `insert into rilascio (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_da) values (gen_random_uuid(), $1, $2, '{}', '{}', '0', $3)`;
  for (const persona of [chi.dirigente, chi.ricercatore])
    for (const tabella of ['INDICATORI', 'INDICATORI_ENTE'])
      expect(await sqlCome(persona, inventa, [scena.regione.id, tabella, persona.utenteId])).toMatchObject(VIETATO);
  const pubblica = ({ contesto, firma }: Pick<Attore, 'contesto' | 'firma'>, numero = 2) =>
    sqlDi('app_accesso', `select accesso.pubblica_indicatori($1, $2, $3, $4, '{}', '[]', '{}')::text as r`, [
      contesto,
      firma,
      scena.progetto.id,
      numero,
    ]);
  for (const persona of [chi.capofila, chi.valutatore, chi.ricercatore, chi.altrove])
    expect(await pubblica(persona), persona.ruolo).toMatchObject(NON_SPETTA);
  // un numero già uscito, una firma non sua, nessun contesto
  expect(await pubblica(chi.istruttore, 1)).toMatchObject(NON_SPETTA);
  expect(await pubblica({ contesto: chi.istruttore.contesto, firma: chi.ricercatore.firma })).toMatchObject(NON_SPETTA);
  expect(
    await pubblica({ contesto: chi.istruttore.contesto.replace('ISTRUTTORE', 'DIRIGENTE'), firma: chi.istruttore.firma }),
  ).toMatchObject(NON_SPETTA);
  expect(
    await sqlDi('app_accesso', 'select accesso.conteggi_indicatori(null, null, $1, null)::text as r', [scena.progetto.id]),
  ).toMatchObject(NON_SPETTA);
  const conta = 'select accesso.conteggi_indicatori($1, $2, $3, null)::text as r';
  expect(await sqlDi('app_accesso', conta, [chi.capofila.contesto, chi.capofila.firma, scena.progetto.id])).toMatchObject(NON_SPETTA);
  expect(await sqlDi('app_accesso', conta, [chi.altrove.contesto, chi.altrove.firma, scena.progetto.id])).toMatchObject({ righe: [null] });
});

test('un ente legge solo la tabella protetta per lui', async () => {
  const sue = `select parametri ->> 'ente' as r from rilascio`;
  for (const persona of [chi.capofila, chi.operatore, chi.partner])
    expect(await sqlCome(persona, sue), persona.ruolo).toMatchObject({ righe: [persona.organizzazioneId] });
  expect(await sqlCome(chi.capofila, 'select grezzi::text as r from rilascio')).toMatchObject(VIETATO);
  expect(await sqlCome(chi.capofila, 'select valore::text as r from indicatore_fissato')).toMatchObject(VIETATO);
  const { rows } = await superutente.query(
    `select rilasciato_da, contenuto from rilascio where tabella = 'INDICATORI' and parametri ->> 'progetto' = $1`,
    [scena.progetto.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].rilasciato_da).toBe(chi.istruttore.utenteId);
});
