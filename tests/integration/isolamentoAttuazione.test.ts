import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { type Persone, scrivi, unaScenaAttuazione } from '@/tests/support/attuazioneGrezza';
import type { Regione } from '@/tests/support/builders';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, type Riga, superutente } from '@/tests/support/superutente';

/** Chi avesse rubato la connessione di un ente o di un funzionario, nell'attuazione: che cosa il database rifiuta comunque. */

const FATTO = { n: 1 };
const VIETATO = { codice: '42501' };
const NON_ORA = { codice: 'CT001' };

let progetto: Progetto;
let regione: Regione;
let chi: Persone;
beforeEach(async () => {
  ({ progetto, regione, chi } = await unaScenaAttuazione());
});
afterAll(chiudiSqlGrezzo);

const RECAPITI = { referente: null, email: null, telefono: null, sede: null, iban: null, intestatario: null };

/** Il piano di prova: 1.000,00 € al capofila, divisi tra personale e beni. */
function contenuto(personale: number, beni: number, cambio: Riga = {}): Riga {
  const voce = (categoria: string, cents: number) => ({
    ...{ azioneId: progetto.azioni[0]?.id, categoria, organizzazioneId: progetto.capofila.id },
    ...{ contributoCents: String(cents), cofinanziamentoCents: '0', naturaCents: '0' },
  });
  const azioni = progetto.azioni.map(({ id, organizzazioneId }, n) => ({
    ...{ id, organizzazioneId, codice: `A${n + 1}`, titolo: `Azione ${n + 1}`, tipo: 'SERVIZIO', categoria: 'CATEGORIA' },
    ...{ inizio: '2019-10-01', fine: '2021-03-31', destinatari: [], indicatori: [] },
  }));
  const partner = [progetto.capofila, ...progetto.partner].map(({ id }, n) => ({
    ...{ organizzazioneId: id, denominazione: 'Ente', ruolo: n === 0 ? 'CAPOFILA' : 'PARTNER_GESTORE' },
  }));
  return {
    titolo: 'Piano',
    partner,
    piano: { azioni, voci: [voce('personale', personale), voce('beni', beni)] },
    anagrafica: RECAPITI,
    ...cambio,
  };
}

async function congelato(): Promise<void> {
  const utente = progetto.capofila.utente.id;
  await inserisci(superutente, 'versione_progetto', {
    ...{ regione_id: regione.id, progetto_id: progetto.id, numero: 1, fase: 'PROGETTO', genere: 'APPROVATA', sha256: '0', protocollo: '1' },
    ...{ contenuto: JSON.stringify(contenuto(80_000, 20_000)), organizzazione_id: progetto.capofila.id, creata_da: utente },
  });
  for (const { azioneId, categoria, organizzazioneId, contributoCents } of (contenuto(80_000, 20_000).piano as { voci: Riga[] }).voci)
    await inserisci(superutente, 'voce_budget', {
      ...{ regione_id: regione.id, progetto_id: progetto.id, azione_id: azioneId, categoria, organizzazione_id: organizzazioneId },
      contributo_cents: contributoCents,
    });
}

const richiesta = (cambio: Riga = {}): Promise<{ id: string }> =>
  inserisci(superutente, 'richiesta_modifica', {
    ...{ regione_id: regione.id, progetto_id: progetto.id, numero: 1, dominio: 'budget', base_sha256: '0' },
    ...{ organizzazione_id: progetto.capofila.id, regime: 'COMUNICAZIONE', ...cambio },
  });
const versione = (persona: Attore, richiestaId: string | null, dopo: Riga, di = progetto.id) =>
  sqlCome(persona, `select app.nuova_versione($1, $2, '2020-07-09', $3, '0', $4, '1', '2/2020')::text as r`, [
    ...[di, richiestaId, JSON.stringify(contenuto(80_000, 20_000)), JSON.stringify(dopo)],
  ]);

test('una comunicazione vale solo entro la soglia, nel suo ambito, nel suo progetto e su un piano già congelato', async () => {
  const { id } = await richiesta();
  expect(await versione(chi.capofila, id, contenuto(79_000, 21_000))).toMatchObject(NON_ORA); // mai congelato
  await congelato();
  expect(await versione(chi.capofila, id, contenuto(60_000, 40_000))).toMatchObject(FATTO);
  expect(await versione(chi.capofila, id, contenuto(59_999, 40_001))).toMatchObject(NON_ORA);
  expect(await versione(chi.capofila, id, contenuto(80_000, 20_001))).toMatchObject({ codice: 'CT003' });
  expect(await versione(chi.capofila, id, contenuto(80_000, 20_000, { titolo: 'Altro' }))).toMatchObject(NON_ORA);
  expect(await versione(chi.capofila, id, contenuto(80_000, 20_000, { partner: [] }))).toMatchObject(NON_ORA);
  for (const persona of [chi.partner, chi.operatore, chi.istruttore, chi.altrove])
    expect(await versione(persona, id, contenuto(79_000, 21_000))).toMatchObject(NON_ORA);
  const altro = await unProgetto({ capofila: progetto.capofila });
  expect(await versione(chi.capofila, id, contenuto(79_000, 21_000), altro.id)).toMatchObject(NON_ORA);
  expect(await versione(chi.capofila, null, contenuto(79_000, 21_000))).toMatchObject(NON_ORA);
});

test('la stessa comunicazione non sposta la soglia due volte', async () => {
  await congelato();
  const { id } = await richiesta();
  const due = await sqlCome(
    chi.capofila,
    `with una as materialized (select app.nuova_versione($1, $2, '2020-07-09', '{}', '0', $3, '1', '2/2020') as v)
     select app.nuova_versione($1, $2, '2020-07-09', '{}', '0', $3, '1', '2/2020')::text as r from una where v is not null`,
    [progetto.id, id, JSON.stringify(contenuto(70_000, 30_000))],
  );
  expect(due).toMatchObject(NON_ORA);
  const { rows } = await superutente.query('select id from versione_progetto where progetto_id = $1', [progetto.id]);
  await superutente.query('update richiesta_modifica set versione_id = $2 where id = $1', [id, rows[0].id]);
  expect(await scrivi(chi.capofila, 'richiesta_modifica', id, 'versione_id = null')).toMatchObject(NON_ORA);
  expect(await versione(chi.capofila, id, contenuto(70_000, 30_000))).toMatchObject(NON_ORA);
});

test.each([
  ['sede', { sede: 'Via Roma 1' }, true],
  ['sede', { iban: 'IT60X0542811101000000123456' }, false],
  ['referente', { referente: 'Ufficio' }, true],
  ['referente', { sede: 'Via Roma 1' }, false],
  ['dati_bancari', { iban: 'IT60X0542811101000000123456' }, false],
  ['altro', {}, false],
])('una comunicazione sull’ambito %s con %j è accettata: %s', async (dominio, anagrafica, puo) => {
  await congelato();
  const { id } = await richiesta({ dominio });
  expect(await versione(chi.capofila, id, contenuto(80_000, 20_000, { anagrafica: { ...RECAPITI, ...anagrafica } }))).toMatchObject(
    puo ? FATTO : NON_ORA,
  );
});

test('chi presenta non sceglie da sé chi decide, né registra ciò che non ha una sua versione', async () => {
  const { id } = await richiesta();
  const presenta = (che: string) => scrivi(chi.capofila, 'richiesta_modifica', id, che);
  expect(await presenta(`stato = 'PRESENTATA', regime = 'APPROVAZIONE', competente = 'ISTRUTTORE'`)).toMatchObject(NON_ORA);
  expect(await presenta(`stato = 'PRESENTATA', regime = 'COMUNICAZIONE', competente = 'DIRIGENTE'`)).toMatchObject(NON_ORA);
  expect(await presenta(`stato = 'PRESENTATA', regime = null, competente = null`)).toMatchObject(NON_ORA);
  expect(await presenta(`stato = 'PRESENTATA', regime = 'APPROVAZIONE', competente = 'DIRIGENTE'`)).toMatchObject(FATTO);
  expect(await presenta(`stato = 'REGISTRATA'`)).toMatchObject(NON_ORA);
  expect(await presenta(`stato = 'ACCOLTA'`)).toMatchObject(NON_ORA);
  await congelato();
  const { rows } = await superutente.query('select id from versione_progetto where progetto_id = $1', [progetto.id]);
  await richiesta({ numero: 2, dominio: 'sede', stato: 'REGISTRATA', versione_id: rows[0].id });
  expect(await presenta(`stato = 'REGISTRATA', versione_id = '${rows[0].id}'`)).toMatchObject(NON_ORA);
});

test('ciò che è presentato non si riscrive, nemmeno ritirandolo; ciò che è annullato o deciso non lo tocca più nessuno', async () => {
  const di = { regime: 'APPROVAZIONE', competente: 'DIRIGENTE', presentata_il: '2020-07-01' };
  const { id } = await richiesta({ stato: 'PRESENTATA', ...di });
  const annullata = await richiesta({ numero: 2, stato: 'ANNULLATA', ...di });
  const accolta = await richiesta({ numero: 3, stato: 'ACCOLTA', ...di });
  for (const che of [`motivazione = 'x'`, `operazioni = '[1]'`, `competente = 'ISTRUTTORE'`, `stato = 'ANNULLATA', motivazione = 'x'`])
    expect(await scrivi(chi.capofila, 'richiesta_modifica', id, che), che).toMatchObject(NON_ORA);
  expect(await scrivi(chi.partner, 'richiesta_modifica', id, `stato = 'ANNULLATA'`)).toMatchObject({ n: 0 });
  expect(await scrivi(chi.operatore, 'richiesta_modifica', id, `stato = 'ANNULLATA'`)).toMatchObject(NON_ORA);
  expect(await scrivi(chi.capofila, 'richiesta_modifica', annullata.id, `motivazione = 'x'`)).toMatchObject(NON_ORA);
  expect(await scrivi(chi.dirigente, 'richiesta_modifica', accolta.id, `nota_decisione = 'x'`)).toMatchObject(NON_ORA);
  expect(await scrivi(chi.altrove, 'richiesta_modifica', id, `stato = 'IN_ISTRUTTORIA'`)).toMatchObject({ n: 0 });
  for (const colonna of ['regime', 'competente', 'operazioni', 'motivazione'])
    expect(await scrivi(chi.dirigente, 'richiesta_modifica', id, `${colonna} = null`)).toMatchObject(VIETATO);
  expect(await scrivi(chi.capofila, 'richiesta_modifica', id, `stato = 'ANNULLATA'`)).toMatchObject(FATTO);
});

test('chi istruisce non decide ciò che spetta al dirigente', async () => {
  const di = { stato: 'IN_ISTRUTTORIA', regime: 'APPROVAZIONE', presentata_il: '2020-07-01' };
  const grande = await richiesta({ ...di, competente: 'DIRIGENTE' });
  const piccola = await richiesta({ ...di, numero: 2, dominio: 'sede', competente: 'ISTRUTTORE' });
  const decide = (persona: Attore, id: string) => scrivi(persona, 'richiesta_modifica', id, `stato = 'ACCOLTA'`);
  expect(await decide(chi.istruttore, grande.id)).toMatchObject(NON_ORA);
  expect(await versione(chi.istruttore, grande.id, contenuto(1, 99_999))).toMatchObject(NON_ORA);
  expect(await versione(chi.istruttore, null, contenuto(1, 99_999))).toMatchObject(NON_ORA);
  expect(await decide(chi.istruttore, piccola.id)).toMatchObject(FATTO);
  for (const { id } of [grande, piccola]) expect(await decide(chi.dirigente, id)).toMatchObject(FATTO);
  const proroga = await inserisci(superutente, 'proroga', {
    ...{ regione_id: regione.id, progetto_id: progetto.id, numero: 1, stato: 'IN_ISTRUTTORIA', presentata_il: '2020-07-01' },
    ...{ fine_attuale: '2021-03-31', fine_chiesta: '2021-06-30', organizzazione_id: progetto.capofila.id },
  });
  expect(await scrivi(chi.istruttore, 'proroga', proroga.id, `stato = 'ACCOLTA'`)).toMatchObject(NON_ORA);
  expect(await scrivi(chi.capofila, 'proroga', proroga.id, `fine_chiesta = '2022-01-01'`)).toMatchObject(NON_ORA);
  const sospende = { progetto_id: progetto.id, regione_id: regione.id };
  const sospensione = `insert into sospensione (regione_id, progetto_id, motivo, dal, atto, data_atto) values ($1, $2, 'ALTRO', '2020-07-01', 'DD', '2020-07-01')`;
  const valori = [sospende.regione_id, sospende.progetto_id];
  for (const persona of [chi.istruttore, chi.altrove, chi.capofila])
    expect(await sqlCome(persona, sospensione, valori)).toMatchObject(VIETATO);
  expect(await sqlCome(chi.dirigente, sospensione, valori)).toMatchObject(FATTO);
});
