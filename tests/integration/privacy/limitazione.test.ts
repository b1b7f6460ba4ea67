import { afterAll, expect, test } from 'vitest';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { chiudiRichiesta } from '@/lib/privacy/commands/chiudiRichiesta';
import { registraRichiesta } from '@/lib/privacy/commands/registraRichiesta';
import { togliLimitazione } from '@/lib/privacy/commands/togliLimitazione';
import type { GenereDiritto } from '@/lib/privacy/diritti';
import { contaIndicatori } from '@/tests/support/contaIndicatori';
import { type ScenaPersone, unaScenaPersone } from '@/tests/support/personeGrezze';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const LIMITATA = { codice: 'CT008' };
const chiede = async ({ chi, persone }: ScenaPersone, genere: GenereDiritto) =>
  (await registraRichiesta(chi.capofila, { personaId: persone.capofila.id, genere, ricevutaIl: '2020-06-01' })).richiestaId;
const fatti = async (id: string) =>
  (
    await superutente.query(
      'select t.limitato, t.conta, p.limitata from partecipante t join persona p on p.id = t.persona_id where p.id = $1',
      [id],
    )
  ).rows[0];
const contati = async ({ progetto }: ScenaPersone) => {
  const tutti = (await contaIndicatori(progetto)).find(([codice, sesso, completi]) => codice === 'TOTALE' && sesso === 'T' && !completi);
  return String(tutti?.[3]);
};

test.each(['LIMITAZIONE', 'OPPOSIZIONE'] as const)(
  '%s: da quando arriva l’ente non scrive più nulla su quella persona, nemmeno con SQL',
  async (genere) => {
    const scena = await unaScenaPersone();
    const { chi, persone, progetto } = scena;
    const { id, partecipanteId } = persone.capofila;
    await chiede(scena, genere);
    const tentativi: [string, unknown[]][] = [
      [`update partecipante set uscita = '2020-06-01', motivo_uscita = 'COMPLETATO' where id = $1`, [partecipanteId]],
      [`update partecipante set esito_4_settimane = '{}' where id = $1`, [partecipanteId]],
      ['delete from partecipante where id = $1', [partecipanteId]],
      ['update frequenza set ore = 3 where partecipante_id = $1', [partecipanteId]],
      ['delete from frequenza where partecipante_id = $1', [partecipanteId]],
      [
        `insert into frequenza (regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal) values ($1, $2, $3, $4, $5, '2020-03-01')`,
        [scena.regione.id, progetto.id, progetto.capofila.id, partecipanteId, progetto.azioni[1]?.id],
      ],
      ['update persona set nucleo_id = null, unita_a = id where id = $1', [id]],
    ];
    for (const [testo, valori] of tentativi) expect(await sqlCome(chi.capofila, testo, valori), testo).toMatchObject(LIMITATA);
    // nemmeno una partecipazione nuova, quando non ne ha più nessuna
    await superutente.query('delete from frequenza where partecipante_id = $1', [partecipanteId]);
    await superutente.query('delete from partecipante where id = $1', [partecipanteId]);
    const nuova = `insert into partecipante (regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso, informativa_il)
      select p.regione_id, p.programma_id, $2, p.organizzazione_id, p.id, '2020-03-01', '2020-03-01' from persona p where p.id = $1`;
    expect(await sqlCome(chi.capofila, nuova, [id, progetto.id])).toMatchObject(LIMITATA);
    // rettificare chi è resta possibile (art. 16), e le altre persone si trattano come sempre
    expect(await sqlCome(chi.capofila, `update persona set sesso = 'M' where id = $1`, [id])).toMatchObject({ n: 1 });
    expect(
      await sqlCome(chi.partner, `update partecipante set uscita = '2020-06-01', motivo_uscita = 'ALTRO' where persona_id = $1`, [
        persone.comune.id,
      ]),
    ).toMatchObject({ n: 1 });
  },
);

test('chi è limitato non si conta, non si esporta e non dice se è seguito altrove; il suo posto nei conteggi lo prende l’altro ente', async () => {
  const scena = await unaScenaPersone();
  const { chi, persone } = scena;
  const prima = await contati(scena);
  expect(await fatti(persone.comune.id)).toMatchObject({ conta: false });
  await chiede(scena, 'LIMITAZIONE');
  expect(await fatti(persone.capofila.id)).toEqual({ limitato: true, conta: false, limitata: true });
  // la segue anche il partner, a cui non ha chiesto nulla: nel progetto è ancora una persona
  expect(await fatti(persone.comune.id)).toEqual({ limitato: false, conta: true, limitata: false });
  expect(await contati(scena)).toBe(prima);
  const propri = `select valore::text as r from app.conta_indicatori_propri($1, null, null, null) where codice = 'TOTALE' and sesso = 'T' and not completi`;
  expect(await sqlCome(chi.capofila, propri, [scena.progetto.id])).toMatchObject({ n: 0 });
  const domanda = sql`select app.chiedi_se_seguita(${persone.capofila.id}::uuid, 'CATEGORIA')`;
  await expect(traccia(chi.capofila, domanda)).rejects.toMatchObject({ code: 'stato.transizioneNonAmmessa' });
  expect(
    await sqlCome(chi.capofila, `select app.annuncia_lettura(array[$1::uuid], 'ESPORTAZIONE')::text as r`, [persone.capofila.id]),
  ).toMatchObject({
    righe: ['0'],
  });
  // chi è lo si vede ancora, o non si potrebbe rispondergli
  await traccia(chi.capofila, sql`select app.annuncia_lettura(array[${persone.capofila.id}::uuid], 'INTERESSATO')`);
  expect(
    await sqlCome(chi.capofila, `select persona_id::text as r from app.leggi_identita(array[$1::uuid], 'INTERESSATO')`, [
      persone.capofila.id,
    ]),
  ).toMatchObject({ righe: [persone.capofila.id] });
  expect((await leggiNomi(chi.capofila, [persone.capofila.id], 'ELENCO')).size).toBe(1);
});

test('respinta finisce; accolta dura finché il referente la toglie, una volta sola e con un evento; due richieste non si annullano', async () => {
  const scena = await unaScenaPersone();
  const { chi, persone } = scena;
  const { id } = persone.capofila;
  const una = await chiede(scena, 'OPPOSIZIONE');
  await chiudiRichiesta(chi.capofila, { richiestaId: una, stato: 'RESPINTA', esito: 'C’è un obbligo di legge.' });
  expect(await fatti(id)).toEqual({ limitato: false, conta: false, limitata: false });
  // il posto resta a chi l'ha preso: la persona conta una volta
  expect(await fatti(persone.comune.id)).toMatchObject({ conta: true });
  const due = await chiede(scena, 'LIMITAZIONE');
  const tre = await chiede(scena, 'OPPOSIZIONE');
  await expect(togliLimitazione(chi.capofila, { richiestaId: due })).rejects.toMatchObject({ code: 'interessato.nonLimitata' });
  await chiudiRichiesta(chi.capofila, { richiestaId: due, stato: 'EVASA', esito: 'Accolta.' });
  await chiudiRichiesta(chi.capofila, { richiestaId: tre, stato: 'EVASA', esito: 'Accolta.' });
  await expect(togliLimitazione(chi.operatore, { richiestaId: due })).rejects.toMatchObject({ code: 'interessato.ruoloMancante' });
  await expect(togliLimitazione(chi.partner, { richiestaId: due })).rejects.toMatchObject({ code: 'interessato.nonTrovata' });
  await togliLimitazione(chi.capofila, { richiestaId: due });
  expect(await fatti(id)).toMatchObject({ limitata: true });
  await togliLimitazione(chi.capofila, { richiestaId: tre });
  expect(await fatti(id)).toMatchObject({ limitata: false, limitato: false });
  await expect(togliLimitazione(chi.capofila, { richiestaId: tre })).rejects.toMatchObject({ code: 'interessato.nonLimitata' });
  const { rows } = await superutente.query('select atto, dopo, riservato from evento where oggetto_id = $1 order by id desc limit 1', [
    tre,
  ]);
  expect(rows).toEqual([{ atto: 'interessato.limitazioneTolta', dopo: { genere: 'OPPOSIZIONE' }, riservato: true }]);
});

test('una limitazione accolta e non tolta sospende la conservazione, e la sua richiesta non si cancella', async () => {
  const scena = await unaScenaPersone();
  const { id } = scena.persone.capofila;
  await superutente.query(`update progetto set stato = 'CONCLUSO', data_fine_effettiva = '2012-01-01' where id = $1`, [scena.progetto.id]);
  await superutente.query(`update partecipante set uscita = ingresso, motivo_uscita = 'COMPLETATO' where persona_id = $1`, [id]);
  const scade = async () =>
    (await superutente.query('select scade from app.scadenze_identita(24) where persona_id = $1', [id])).rows[0].scade;
  expect(await scade()).not.toBeNull();
  const richiesta = await chiede(scena, 'LIMITAZIONE');
  await chiudiRichiesta(scena.chi.capofila, { richiestaId: richiesta, stato: 'EVASA', esito: 'Accolta.' });
  expect(await scade()).toBeNull();
  await togliLimitazione(scena.chi.capofila, { richiestaId: richiesta });
  expect(await scade()).not.toBeNull();
});
