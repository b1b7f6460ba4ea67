import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { ATTI_RACCONTATI } from '@/lib/eventi/labels';
import { ATTI_RISERVATI } from '@/lib/eventi/riservati';
import { unaRegione, unUtente } from '@/tests/support/builders';
import { type StatoRapporto, unRapporto } from '@/tests/support/buildersProgetto';
import { type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Ciò che resta per sempre: le versioni congelate e il registro degli atti. */

let pratica: Pratica;
beforeAll(async () => {
  pratica = await unaPratica();
});
afterAll(chiudiSqlGrezzo);

test.each([
  ['BOZZA', true],
  ['PRESENTATO', false],
  ['IN_VERIFICA', false],
  ['CHIARIMENTI', true],
  ['APPROVATO', false],
  ['APPROVATO_CON_RILIEVI', false],
  ['RESPINTO', false],
] as [StatoRapporto, boolean][])(
  'a relazione %s il capofila può congelare una versione: %s; il partner mai, la Regione quando ritira una domanda',
  async (stato, puo) => {
    const { chi, progetto, rapportoId } = await unaPratica({ stato });
    const testo = `insert into rapporto_versione (regione_id, progetto_id, rapporto_id, numero, contenuto, sha256) values ($1, $2, $3, 7, '{}', '0')`;
    const valori = [progetto.regione.id, progetto.id, rapportoId];
    expect(await sqlCome(chi.referente, testo, valori)).toMatchObject(puo ? { n: 1 } : { codice: '42501' });
    const ritira = stato === 'CHIARIMENTI' ? { n: 1 } : { codice: '42501' };
    for (const persona of ['istruttore', 'dirigente'] as const)
      expect(await sqlCome(chi[persona], testo, valori), persona).toMatchObject(ritira);
    for (const persona of ['partner', 'estraneo', 'valutatore', 'ricercatore', 'altraRegione'] as const)
      expect(await sqlCome(chi[persona], testo, valori), persona).toMatchObject({ codice: '42501' });
  },
);

const DA_SAPERE = [...ATTI_RACCONTATI, 'prova'].filter((atto) => !ATTI_RISERVATI.includes(atto));

const registra = (chi: Attore, atto: string, riservato: boolean) =>
  sqlCome(
    chi,
    `insert into evento (regione_id, progetto_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, riservato)
     values ($1, $2, $3, 'rapporto_progetto', $4, $5, $6, $7::ruolo, $8)`,
    [chi.regioneId, pratica.progetto.id, atto, pratica.rapportoId, chi.utenteId, chi.organizzazioneId, chi.ruolo, riservato],
  );

test('gli atti riservati sono gli stessi nel database e nel codice', async () => {
  const atti = [...new Set([...ATTI_RISERVATI, ...ATTI_RACCONTATI, 'prova', 'accesso.entrata'])];
  const { rows } = await superutente.query('select a from unnest($1::text[]) a where app.atto_riservato(a) order by a', [atti]);
  expect(rows.map(({ a }) => a)).toEqual([...ATTI_RISERVATI].sort());
  // e nel corpo della funzione non ce n'è uno che il codice non conosca
  const { rows: corpo } = await superutente.query(`select prosrc from pg_proc where oid = 'app.atto_riservato(text)'::regprocedure`);
  const scritti = [...String(corpo[0].prosrc).matchAll(/'([a-zA-Z.]+)'/g)].map((trovato) => trovato[1]);
  expect(scritti.sort()).toEqual([...ATTI_RISERVATI].sort());
});

test.each(ATTI_RISERVATI)('%s è riservato, e un ente non può metterlo in vista', async (atto) => {
  expect(await registra(pratica.chi.partner, atto, true)).toMatchObject({ n: 1 });
  expect(await registra(pratica.chi.partner, atto, false)).toMatchObject({ codice: '42501' });
});

test.each(DA_SAPERE)('%s lo legge la Regione, e un ente non può nasconderlo', async (atto) => {
  expect(await registra(pratica.chi.referente, atto, false)).toMatchObject({ n: 1 });
  expect(await registra(pratica.chi.referente, atto, true)).toMatchObject({ codice: '42501' });
});

test('nemmeno la Regione e la ricerca scrivono nel registro qualcosa che la Regione non legge', async () => {
  for (const persona of ['dirigente', 'ricercatore'] as const)
    for (const atto of [...ATTI_RISERVATI, ...DA_SAPERE]) {
      expect(await registra(pratica.chi[persona], atto, false), `${persona} ${atto}`).toMatchObject({ n: 1 });
      expect(await registra(pratica.chi[persona], atto, true), `${persona} ${atto}`).toMatchObject({ codice: '42501' });
    }
});

test('un evento è di un’organizzazione della sua Regione, anche quando lo scrive un comando da terminale', async () => {
  const { progetto, rapportoId, capofila } = pratica;
  const altrove = await unaRegione();
  const testo = `insert into evento (regione_id, progetto_id, atto, oggetto, oggetto_id, organizzazione_id) values ($1, $2, 'prova', 'rapporto_progetto', $3, $4)`;
  const con = (organizzazione: string) => sqlDi('app_sistema', testo, [progetto.regione.id, progetto.id, rapportoId, organizzazione]);
  expect(await con(capofila.id)).toMatchObject({ n: 1 });
  expect(await con(altrove.organizzazioneId)).toMatchObject({ codice: '23503' });
  expect(await con(rapportoId)).toMatchObject({ codice: '23503' });
});

test('una sessione porta un incarico che esiste, e quello di un altro non le dà alcun diritto', async () => {
  const { regione } = (await unRapporto()).progetto;
  const [una, altra] = [await unUtente({ regione, ruolo: 'OPERATORE' }), await unUtente({ regione, ruolo: 'DIRIGENTE' })];
  const segreto = Buffer.from(`sessione ${una.id}`);
  const sessione = { utente_id: una.id, token_hash: segreto, scade_il: '2100-01-01' };
  await expect(inserisci(superutente, 'sessione', { ...sessione, incarico_id: regione.id })).rejects.toMatchObject({ code: '23503' });
  await inserisci(superutente, 'sessione', { ...sessione, incarico_id: altra.incaricoId });
  const letta = await sqlDi(
    'app_accesso',
    `select row(esito, utente_id, incarico_id, contesto)::text as r from accesso.leggi_sessione($1)`,
    [segreto],
  );
  expect(letta).toMatchObject({ righe: [`(VIVA,${una.id},,)`] });
});
