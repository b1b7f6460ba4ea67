import { afterAll, beforeEach, expect, test } from 'vitest';
import { cancellaAnalisi, condividiAnalisi, rinominaAnalisi, salvaAnalisi } from '@/lib/analisi/commands/salva';
import { leggiPaginaAnalisi } from '@/lib/analisi/queries';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { type Regione, unaRegione, unUtente } from '../../support/builders';
import { unProgetto } from '../../support/buildersProgetto';
import { rifiutato } from '../../support/personaSeguita';
import { unRicercatore } from '../../support/ricercatore';
import { chiudiSqlGrezzo, sqlCome } from '../../support/sqlGrezzo';
import { superutente } from '../../support/superutente';

let regione: Regione;
let lei: Attore;
let collega: Attore;
let altrove: Attore;
beforeEach(async () => {
  regione = await unaRegione();
  const { id } = await unProgetto({ regione });
  await superutente.query(`update progetto set data_approvazione = '2019-07-09' where id = $1`, [id]);
  [lei, collega, altrove] = [await unRicercatore(regione), await unRicercatore(regione), await unRicercatore(await unaRegione())];
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const DOMANDA = { tabella: 'progetto', righe: 'stato', colonne: 'provincia', data: '09/07/2020' };
const salva = (chi = lei, titolo = 'Progetti per stato') => salvaAnalisi(chi, { titolo, domanda: DOMANDA });
const vede = async (chi: Attore) => (await leggiPaginaAnalisi(chi)).salvate.map(({ titolo, mia, autore }) => ({ titolo, mia, autore }));
const eventi = async (chi: Attore) =>
  (await superutente.query('select atto, dopo from evento where attore_id = $1 order by id', [chi.utenteId])).rows;

test('salvata la vede chi l’ha scritta; condivisa, con il nome dell’autrice, i colleghi della Regione; ripresa, più nessuno', async () => {
  const { id } = await salva();
  const autore = `${lei.nome} ${lei.cognome}`;
  const sua = { titolo: 'Progetti per stato', mia: true, autore };
  expect([await vede(lei), await vede(collega), await vede(altrove)]).toEqual([[sua], [], []]);
  await condividiAnalisi(lei, { id, condivisa: true });
  expect([await vede(lei), await vede(collega), await vede(altrove)]).toEqual([[sua], [{ ...sua, mia: false }], []]);
  await condividiAnalisi(lei, { id, condivisa: false });
  expect(await vede(collega)).toEqual([]);
});

test('riaperta chiede la stessa cosa: tabella, voci, data e versione del dizionario', async () => {
  await salva();
  const [salvata] = (await leggiPaginaAnalisi(lei)).salvate;
  expect(salvata).toMatchObject({
    domanda: { tabella: 'progetto', righe: 'stato', colonne: 'provincia', misura: 'conteggio', data: '2020-07-09' },
    dizionario: VERSIONE_DIZIONARIO,
    condivisa: false,
  });
});

test('ogni atto lascia un evento, senza il titolo che una persona ha scritto', async () => {
  const { id } = await salva(lei, 'Titolo da non ripetere');
  await rinominaAnalisi(lei, { id, titolo: 'Altro titolo' });
  await condividiAnalisi(lei, { id, condivisa: true });
  await condividiAnalisi(lei, { id, condivisa: false });
  await cancellaAnalisi(lei, { id });
  const atti = await eventi(lei);
  expect(atti.map(({ atto }) => atto)).toEqual([
    'analisi.salvata',
    'analisi.rinominata',
    'analisi.condivisa',
    'analisi.ripresa',
    'analisi.cancellata',
  ]);
  expect(JSON.stringify(atti)).not.toMatch(/titolo/i);
  expect(atti[0].dopo).toEqual({
    tabella: 'progetto',
    misura: 'conteggio',
    data: '2020-07-09',
    istantanea: null,
    dizionario: VERSIONE_DIZIONARIO,
  });
  expect(await vede(lei)).toEqual([]);
});

test('quella di un’altra persona si legge, non si tocca: né con gli atti né con SQL', async () => {
  const { id } = await salva();
  await condividiAnalisi(lei, { id, condivisa: true });
  for (const chi of [collega, altrove]) {
    await rifiutato(rinominaAnalisi(chi, { id, titolo: 'Presa' }), 'analisi.nonTrovata');
    await rifiutato(condividiAnalisi(chi, { id, condivisa: false }), 'analisi.nonTrovata');
    await rifiutato(cancellaAnalisi(chi, { id }), 'analisi.nonTrovata');
    for (const sql of [`update analisi set titolo = 'Presa'`, 'delete from analisi'])
      expect(await sqlCome(chi, sql)).toMatchObject({ n: 0 });
  }
  expect((await sqlCome(collega, 'select creata_da::text as r from analisi')).codice).toBe('42501');
  expect(await vede(lei)).toMatchObject([{ titolo: 'Progetti per stato' }]);
});

test('una domanda senza risposta non si salva; la Regione e gli enti non salvano', async () => {
  await rifiutato(
    salvaAnalisi(lei, { titolo: 'Sbagliata', domanda: { tabella: 'identita', righe: 'cognome' } }),
    'analisi.domandaNonValida',
  );
  await rifiutato(salvaAnalisi(lei, { titolo: 'Sbagliata', domanda: { ...DOMANDA, data: '01/01/2010' } }), 'analisi.domandaNonValida');
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  await rifiutato(salva(istruttore), 'ricerca.ruoloMancante');
  expect((await sqlCome(istruttore, 'select titolo as r from analisi')).codice).toBe('42501');
  expect(await eventi(lei)).toEqual([]);
});

test('cento a testa: la centounesima si rifiuta, anche se due schede salvano insieme', async () => {
  await superutente.query(
    `insert into analisi (regione_id, titolo, domanda, dizionario, creata_da) select $1, 'Numero ' || n, '{}', 1, $2 from generate_series(1, 99) n`,
    [regione.id, lei.utenteId],
  );
  const due = await Promise.allSettled([salva(), salva()]);
  expect(due.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await rifiutato(salva(), 'analisi.troppe');
  expect(await salva(collega)).toMatchObject({ id: expect.any(String) });
});
