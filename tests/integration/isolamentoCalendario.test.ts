import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { type Persone, scrivi, unaScenaAttuazione } from '@/tests/support/attuazioneGrezza';
import type { Regione } from '@/tests/support/builders';
import { type Progetto, unRapporto } from '@/tests/support/buildersProgetto';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Periodi, rilievi, promemoria e ciò che la ricerca non deve leggere dell'attuazione, in SQL. */

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

test('un periodo presentato non si sposta e non si toglie; due ordinari non si sovrappongono; un’altra Regione non ne tocca', async () => {
  const { periodoId } = await unRapporto({ progetto, stato: 'PRESENTATO' });
  const libero = await inserisci(superutente, 'periodo', {
    ...{ regione_id: regione.id, progetto_id: progetto.id, numero: 9, tipo: 'ORDINARIO' },
    ...{ dal: '2025-01-01', al: '2025-06-30', scadenza: '2025-07-31' },
  });
  for (const persona of [chi.istruttore, chi.dirigente]) {
    expect(await scrivi(persona, 'periodo', periodoId, `scadenza = '2030-01-01'`)).toMatchObject(NON_ORA);
    expect(await sqlCome(persona, 'delete from periodo where id = $1', [periodoId])).toMatchObject(NON_ORA);
    expect(await scrivi(persona, 'periodo', libero.id, `scadenza = '2030-01-01'`)).toMatchObject(FATTO);
    expect(await scrivi(persona, 'periodo', libero.id, `dal = '2020-06-30'`)).toMatchObject({ codice: 'CT006' });
    expect(await scrivi(persona, 'periodo', libero.id, `presentato_il = now()`)).toMatchObject(VIETATO);
  }
  expect(await scrivi(chi.altrove, 'periodo', libero.id, `scadenza = '2030-01-01'`)).toMatchObject({ n: 0 });
  expect(await sqlCome(chi.altrove, 'delete from periodo where id = $1', [periodoId])).toMatchObject({ n: 0 });
  expect(await scrivi(chi.capofila, 'periodo', libero.id, `scadenza = '2030-01-01'`)).toMatchObject(VIETATO);
});

test('la risposta a un rilievo, presentata con la relazione, non si riscrive', async () => {
  const [prima, dopo] = [await unRapporto({ progetto, stato: 'APPROVATO' }), await unRapporto({ progetto, stato: 'BOZZA', numero: 2 })];
  const rilievo = await inserisci(superutente, 'rilievo', {
    ...{ regione_id: regione.id, progetto_id: progetto.id, rapporto_id: prima.id, testo: 'Da chiarire' },
    ...{ stato: 'RISPOSTO', risposta: 'Ecco', risposto_in: dopo.id },
  });
  expect(await scrivi(chi.capofila, 'rilievo', rilievo.id, `risposta = 'Altro'`)).toMatchObject(FATTO);
  await superutente.query(`update rapporto_progetto set stato = 'IN_VERIFICA' where id = $1`, [prima.id]).catch(() => undefined);
  expect(await scrivi(chi.capofila, 'rilievo', rilievo.id, `stato = 'CHIUSO'`)).toMatchObject(NON_ORA);
  expect(await scrivi(chi.partner, 'rilievo', rilievo.id, `risposta = 'Altro'`)).toMatchObject({ n: 0 });
  await superutente.query('update rilievo set risposto_in = $2 where id = $1', [rilievo.id, prima.id]);
  expect(await scrivi(chi.capofila, 'rilievo', rilievo.id, `risposta = 'Altro'`)).toMatchObject(NON_ORA);
});

const TABELLE = [
  'convenzione',
  'rilievo',
  'evidenza',
  'richiesta_modifica',
  'cessazione',
  'situazione_azione',
  'situazione_mese',
  'situazione_progetto',
  'causa_aperta',
];
test.each([...TABELLE, 'vista_salvata', 'promemoria'])('la ricerca non legge %s', async (tabella) => {
  expect(await sqlCome(chi.ricercatore, `select 1 as r from ${tabella}`)).toMatchObject(VIETATO);
});

test.each([
  ['sospensione', 'nota'],
  ['sospensione', 'atto'],
  ['proroga', 'motivo'],
  ['proroga', 'nota_decisione'],
  ['proroga', 'organizzazione_id'],
])('la ricerca non legge %s.%s', async (tabella, colonna) => {
  expect(await sqlCome(chi.ricercatore, `select ${colonna} as r from ${tabella}`)).toMatchObject(VIETATO);
});

test('sollecita solo chi segue i progetti della Regione, e solo i suoi', async () => {
  const sollecita = (persona: Attore) => sqlCome(persona, `select app.sollecita($1, $1, 'Promemoria', 'Testo')::text as r`, [progetto.id]);
  expect(await sollecita(chi.istruttore)).toEqual({ righe: ['3'], n: 1 });
  expect(await sollecita(chi.altrove)).toMatchObject(NON_ORA);
  expect(await sollecita(chi.capofila)).toMatchObject(VIETATO);
});
