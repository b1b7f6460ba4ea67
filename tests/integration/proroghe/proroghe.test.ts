import { afterAll, expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { piuMesi } from '@/lib/calendario/date';
import { apriProroga } from '@/lib/proroghe/commands/apriProroga';
import { salvaProroga } from '@/lib/proroghe/commands/salvaProroga';
import { inGara } from '@/tests/support/inGara';
import {
  attiDi,
  nessunoLoTrova,
  nullaCambia,
  progettoDi,
  righeDi,
  ultimoEvento,
  unAvviato,
  unPeriodoTra,
} from '@/tests/support/progettoAvviato';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';
import { annulla, apre, concede, inEsame, MOTIVO, prende, presenta, respinge } from './_mondo';

afterAll(chiudiSqlGrezzo);
const rinuncia = (a: Awaited<ReturnType<typeof unAvviato>>) =>
  inserisci(superutente, 'cessazione', {
    ...{ regione_id: a.progetto.regione.id, progetto_id: a.id, genere: 'RINUNCIA', stato: 'CHIESTA', motivazione: 'Non ce la facciamo.' },
    organizzazione_id: a.progetto.capofila.id,
  });
const deiPeriodi = async (a: Awaited<ReturnType<typeof unAvviato>>) => (await righeDi('periodo', a)).map(({ al }) => String(al)).sort();

test('il giro intero: chiesta in mesi, presentata, concessa; fine, originaria, calendario e un evento solo', async () => {
  const a = await unAvviato({ finisceTra: 20 });
  await unPeriodoTra(a, 1, -10, 20, 50);
  const id = await apre(a, { mesi: 4 });
  await presenta(a, id);
  await prende(a, id);
  const fine = piuMesi(a.fine, 4);
  await concede(a, id, { fine, azioni: a.progetto.azioni.map((azione) => azione.id) });
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO', data_fine_prevista: fine, data_fine_originaria: a.fine });
  expect((await righeDi('azione', a)).map(({ fine_prevista, fine_originaria }) => [fine_prevista, fine_originaria])).toEqual([
    [fine, a.fine],
    [fine, a.fine],
  ]);
  expect((await deiPeriodi(a)).at(-1)).toBe(fine);
  const [riga] = await righeDi('proroga', a);
  expect(riga).toMatchObject({
    numero: 1,
    stato: 'ACCOLTA',
    fine_attuale: a.fine,
    fine_chiesta: fine,
    fine_concessa: fine,
    mesi_chiesti: 4,
  });
  expect(riga).toMatchObject({
    decisa_da: a.chi.dirigente.utenteId,
    assegnata_a: a.chi.istruttore.utenteId,
    protocollo: expect.any(String),
  });
  expect(await attiDi(a)).toEqual(['proroga.aperta', 'proroga.presentata', 'proroga.presaInCarico', 'proroga.accolta']);
  expect(await ultimoEvento(a)).toMatchObject({ dopo: { stato: 'ACCOLTA', numero: 1, finePrima: a.fine, fine, azioni: 2 } });
  expect(JSON.stringify(await righeDi('evento', a))).not.toContain(MOTIVO);
});

test('concessa più breve o più lunga di quanto chiesto: serve dire perché, e la prima volta la fine originaria resta', async () => {
  const a = await unAvviato();
  const chiesta = piuMesi(a.fine, 3);
  const breve = piuMesi(a.fine, 1);
  const id = await inEsame(a);
  await nullaCambia(a, () => concede(a, id, { fine: breve }), 'proroga.notaMancante', /scrivi perché/);
  await nullaCambia(a, () => concede(a, id, { fine: a.fine, nota: 'x' }), 'proroga.primaDellaFine', /Non concedere/);
  await concede(a, id, { fine: breve, nota: 'Basta un mese.' });
  expect((await righeDi('proroga', a))[0]).toMatchObject({ stato: 'ACCOLTA_IN_PARTE', fine_chiesta: chiesta, fine_concessa: breve });
  // in fila: la seconda conta dall'ultima fine concessa
  const seconda = await inEsame(a, { mesi: 1 });
  const lunga = piuGiorni(piuMesi(breve, 1), 10);
  await concede(a, seconda, { fine: lunga, nota: 'Fino alla fine della scuola.' });
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: lunga, data_fine_originaria: a.fine });
  expect(await attiDi(a)).toContain('proroga.accoltaInParte');
});

test('di una sola azione: nuova versione del piano, il progetto e il calendario non si muovono', async () => {
  const a = await unAvviato();
  const [azione] = a.progetto.azioni;
  await superutente.query('update azione set fine_prevista = $2 where id = $1', [azione?.id, piuGiorni(a.oggi, 30)]);
  const id = await inEsame(a, { azioneId: azione?.id, data: piuGiorni(a.oggi, 60) });
  const versioni = (await righeDi('versione_progetto', a)).length;
  await concede(a, id, { fine: piuGiorni(a.oggi, 60) });
  expect((await righeDi('azione', a)).find((r) => r.id === azione?.id)).toMatchObject({
    fine_prevista: piuGiorni(a.oggi, 60),
    fine_originaria: piuGiorni(a.oggi, 30),
  });
  expect((await righeDi('versione_progetto', a)).length).toBeGreaterThan(versioni);
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: a.fine, data_fine_originaria: null });
});

test('non concessa o annullata: ogni data resta com’era', async () => {
  const a = await unAvviato();
  const prima = await progettoDi(a);
  await respinge(a, await inEsame(a));
  await annulla(a, await inEsame(a));
  const bozza = await apre(a);
  await annulla(a, bozza);
  expect(await progettoDi(a)).toEqual(prima);
  expect((await righeDi('proroga', a)).map(({ stato }) => stato).sort()).toEqual(['ANNULLATA', 'ANNULLATA', 'RESPINTA']);
  await nullaCambia(a, () => presenta(a, bozza), 'proroga.cambiata');
});

test('quanto: dopo la fine no, oltre il massimo no, fino all’ultimo giorno sì; un’azione mai oltre il progetto', async () => {
  const finito = await unAvviato({ finisceTra: -1 });
  await nullaCambia(finito, () => apre(finito), 'proroga.dopoLaFine', /prima della fine/);
  const ultimoGiorno = await unAvviato({ finisceTra: 0 });
  await apre(ultimoGiorno);
  const a = await unAvviato();
  await nullaCambia(a, () => apre(a, { mesi: 13 }), 'proroga.oltreIlMassimo', /12 mesi in tutto/);
  await nullaCambia(a, () => apre(a, { data: a.fine }), 'proroga.primaDellaFine');
  await nullaCambia(a, () => apre(a, { azioneId: a.progetto.azioni[0]?.id }), 'proroga.oltreIlProgetto', /chiedi la proroga del progetto/);
  const due = () => apriProroga(a.chi.referente, { progettoId: a.id, azioneId: null, mesi: 1, data: a.fine, motivo: MOTIVO });
  await nullaCambia(a, due, 'proroga.quanto', /uno dei due/);
});

test('il massimo si conta dalla fine originaria: in più volte non si va oltre', async () => {
  const a = await unAvviato();
  await concede(a, await inEsame(a, { mesi: 12 }), { fine: piuMesi(a.fine, 12), azioni: [] });
  await nullaCambia(a, () => apre(a, { mesi: 1 }), 'proroga.oltreIlMassimo');
});

test('chi può: chiede il capofila, presenta il referente, decide il dirigente; gli altri leggono quale ruolo serve', async () => {
  const a = await unAvviato();
  await nullaCambia(a, () => apre(a, {}, a.chi.partner), 'proroga.ruoloMancante', /ente capofila/);
  await nullaCambia(a, () => apre(a, {}, a.chi.istruttore), 'proroga.ruoloMancante');
  await nessunoLoTrova(a, (attore) => apre(a, {}, attore));
  const id = await apre(a, {}, a.chi.operatore);
  await nullaCambia(a, () => presenta(a, id, a.chi.operatore), 'proroga.ruoloMancante', /Referente/i);
  await nullaCambia(a, () => prende(a, id), 'proroga.nonTrovata');
  await presenta(a, id);
  await nullaCambia(a, () => concede(a, id, { fine: piuMesi(a.fine, 3) }), 'proroga.cambiata');
  await prende(a, id);
  await nullaCambia(a, () => concede(a, id, { fine: piuMesi(a.fine, 3) }, a.chi.istruttore), 'proroga.ruoloMancante', /Dirigente/i);
  await nullaCambia(a, () => concede(a, id, { fine: piuMesi(a.fine, 3) }, a.chi.referente), 'proroga.ruoloMancante');
});

test('la bozza: si riscrive con la sua revisione, chi salva per secondo non cancella, senza motivo non si presenta', async () => {
  const a = await unAvviato();
  const id = await apre(a, { motivo: '' });
  await nullaCambia(a, () => presenta(a, id), 'proroga.motivoMancante');
  const salva = (motivo: string) => salvaProroga(a.chi.operatore, { progettoId: a.id, prorogaId: id, rev: 0, mesi: 2, data: null, motivo });
  await salva(MOTIVO);
  await nullaCambia(a, () => salva('Un altro motivo ancora.'), 'proroga.conflitto', /ancora qui/);
  await presenta(a, id);
  expect((await righeDi('proroga', a))[0]).toMatchObject({ motivo: MOTIVO, fine_chiesta: piuMesi(a.fine, 2), rev: 1 });
});

test('una sola aperta per oggetto; con una rinuncia in corso nessuna si presenta, anche contro il database', async () => {
  const a = await unAvviato();
  const id = await apre(a);
  await nullaCambia(a, () => apre(a, { mesi: 1 }), 'proroga.giaAperta', /continua quella/);
  await rinuncia(a);
  await nullaCambia(a, () => presenta(a, id), 'proroga.rinunciaInCorso', /ritirare la rinuncia/);
  expect(await sqlCome(a.chi.referente, `update proroga set stato = 'PRESENTATA' where id = $1`, [id])).toMatchObject({ codice: 'CT001' });
});

test('due funzionari insieme: una sola decisione; due richieste insieme: una sola aperta', async () => {
  const a = await unAvviato();
  const aperte = await inGara(
    { tabella: 'progetto', id: a.id },
    () => apre(a),
    () => apre(a, { mesi: 1 }, a.chi.operatore),
  );
  expect(aperte).toEqual(['fulfilled', 'proroga.giaAperta']);
  const id = String((await righeDi('proroga', a))[0]?.id);
  await presenta(a, id);
  await prende(a, id);
  const fine = piuMesi(a.fine, 3);
  const decise = await inGara(
    { tabella: 'progetto', id: a.id },
    () => concede(a, id, { fine, azioni: [] }),
    () => respinge(a, id, a.chi.collega),
  );
  expect(decise).toEqual(['fulfilled', 'proroga.cambiata']);
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: fine });
  expect((await attiDi(a)).filter((atto) => /accolta|respinta/.test(atto))).toEqual(['proroga.accolta']);
});

test('una proroga mentre un periodo viene presentato: il presentato non si muove, la fine sì', async () => {
  const a = await unAvviato({ finisceTra: 40 });
  const periodo = await unPeriodoTra(a, 1, -60, -10, 21);
  await unPeriodoTra(a, 2, -9, 40, 71);
  const id = await inEsame(a);
  const fine = piuMesi(a.fine, 3);
  const client = await superutente.connect();
  await client.query('begin');
  await client.query(
    `insert into rapporto_progetto (regione_id, progetto_id, periodo_id, stato, sintesi, presentato_il) values ($1, $2, $3, 'PRESENTATO', '', app.adesso())`,
    [a.progetto.regione.id, a.id, periodo.id],
  );
  const concessa = concede(a, id, { fine });
  await client.query('commit');
  client.release();
  await concessa;
  const periodi = await righeDi('periodo', a);
  expect(periodi.find((p) => p.numero === 1)).toMatchObject({ al: piuGiorni(a.oggi, -10), scadenza: piuGiorni(a.oggi, 21) });
  expect(
    periodi
      .map(({ al }) => al)
      .sort()
      .at(-1),
  ).toBe(fine);
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: fine });
});
