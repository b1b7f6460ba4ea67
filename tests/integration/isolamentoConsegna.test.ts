import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { type Ente, unEnte } from '@/tests/support/builders';
import { type Rapporto, type StatoParte, unChiarimento, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import type { Esito } from '@/tests/support/isolamento/banco';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** La parte consegnata di un partner è del capofila, che la rinvia o la include: il partner non la riscrive, nemmeno con SQL grezzo. */

let enti: { capofila: Ente; partner: Ente };
let capofila: Attore;
let partner: Attore;

beforeAll(async () => {
  const ente = await unEnte();
  enti = { capofila: ente, partner: await unEnte({ regione: ente.regione }) };
});
afterAll(chiudiSqlGrezzo);

/** Una relazione in bozza, con la parte del partner nello stato chiesto e la sua azione senza quantità e cause. */
async function conParte(stato: StatoParte) {
  const rapporto = await unRapporto({
    progetto: await unProgetto({ capofila: enti.capofila, partner: [enti.partner] }),
    parti: ['APERTO', stato],
  });
  // il contesto di un attore porta i suoi progetti: si rilegge dopo averne fatto uno nuovo
  [capofila, partner] = [await enti.capofila.attore(), await enti.partner.attore()];
  const sua = rapporto.avanzamenti[1];
  if (!sua) throw new Error('Manca l’azione del partner.');
  for (const tabella of ['quantita_realizzata', 'avanzamento_causa'])
    await superutente.query(`delete from ${tabella} where avanzamento_id = $1`, [sua.id]);
  return { rapporto, sua };
}

const PADRE = 'regione_id, progetto_id, organizzazione_id';
const quantita = ({ progetto }: Rapporto, avanzamentoId: string): [string, unknown[]] => [
  `insert into quantita_realizzata (${PADRE}, avanzamento_id, quantita_id, valore) values ($1, $2, $3, $4, $5, 1)`,
  [progetto.regione.id, progetto.id, enti.partner.id, avanzamentoId, progetto.azioni[1]?.quantitaId],
];
const causa = ({ progetto }: Rapporto, avanzamentoId: string): [string, unknown[]] => [
  `insert into avanzamento_causa (${PADRE}, avanzamento_id, causa) values ($1, $2, $3, $4, $5)`,
  [progetto.regione.id, progetto.id, enti.partner.id, avanzamentoId, progetto.regione.causa],
];
const aggiorna = (avanzamentoId: string): [string, unknown[]] => [`update avanzamento set nota = 'x' where id = $1`, [avanzamentoId]];
const passa = ({ id }: Rapporto, chi: Attore, stato: StatoParte): Promise<Esito> =>
  sqlCome(chi, 'update rapporto_ente set stato = $1::stato_rapporto_ente where rapporto_id = $2 and organizzazione_id = $3', [
    stato,
    id,
    enti.partner.id,
  ]);

test.each(['APERTO', 'RINVIATO'] as const)('finché la parte è %s il partner scrive la sua azione', async (stato) => {
  const { rapporto, sua } = await conParte(stato);
  for (const scrittura of [aggiorna(sua.id), quantita(rapporto, sua.id), causa(rapporto, sua.id)])
    expect(await sqlCome(partner, ...scrittura), scrittura[0]).toMatchObject({ n: 1 });
});

test.each(['CONSEGNATO', 'INCLUSO'] as const)('con la parte %s non la scrive più; il capofila sì', async (stato) => {
  const { rapporto, sua } = await conParte(stato);
  expect(await sqlCome(partner, ...aggiorna(sua.id))).toMatchObject({ n: 0 });
  for (const scrittura of [quantita(rapporto, sua.id), causa(rapporto, sua.id)])
    expect(await sqlCome(partner, ...scrittura), scrittura[0]).toMatchObject({ codice: '42501' });
  for (const scrittura of [aggiorna(sua.id), quantita(rapporto, sua.id), causa(rapporto, sua.id)])
    expect(await sqlCome(capofila, ...scrittura), scrittura[0]).toMatchObject({ n: 1 });
});

test('ciò che il partner ha consegnato non lo cambia e non lo toglie, e non aggiunge un’azione che mancava', async () => {
  const { rapporto, sua } = await conParte('CONSEGNATO');
  for (const [testo, valori] of [quantita(rapporto, sua.id), causa(rapporto, sua.id)]) await superutente.query(testo, valori);
  for (const testo of [
    'update quantita_realizzata set valore = 999 where avanzamento_id = $1',
    'delete from quantita_realizzata where avanzamento_id = $1',
    'delete from avanzamento_causa where avanzamento_id = $1',
  ]) {
    expect(await sqlCome(partner, testo, [sua.id]), testo).toMatchObject({ n: 0 });
    expect(await sqlCome(capofila, testo, [sua.id]), testo).toMatchObject({ n: 1 });
  }
  for (const tabella of ['quantita_realizzata', 'avanzamento_causa'])
    await superutente.query(`delete from ${tabella} where avanzamento_id = $1`, [sua.id]);
  await superutente.query('delete from avanzamento where id = $1', [sua.id]);
  const { id, progetto } = rapporto;
  const nuova = `insert into avanzamento (${PADRE}, rapporto_id, azione_id) values ($1, $2, $3, $4, $5)`;
  const valori = [progetto.regione.id, progetto.id, enti.partner.id, id, sua.azioneId];
  expect(await sqlCome(partner, nuova, valori)).toMatchObject({ codice: '42501' });
  expect(await sqlCome(capofila, nuova, valori)).toMatchObject({ n: 1 });
});

test('presentata la relazione, il partner riscrive soltanto l’azione che la Regione ha riaperto', async () => {
  const progetto = await unProgetto({ capofila: enti.capofila, partner: [enti.partner] });
  const [prima, seconda] = [
    await unRapporto({ progetto, stato: 'CHIARIMENTI', numero: 1 }),
    await unRapporto({ progetto, stato: 'CHIARIMENTI', numero: 2 }),
  ];
  const [riaperta, chiusa] = [prima.avanzamenti[1], seconda.avanzamenti[1]];
  if (!riaperta || !chiusa) throw new Error('Manca l’azione del partner.');
  await unChiarimento(prima, riaperta);
  partner = await enti.partner.attore();
  expect(await sqlCome(partner, ...aggiorna(riaperta.id))).toMatchObject({ n: 1 });
  expect(await sqlCome(partner, 'update quantita_realizzata set valore = 1 where avanzamento_id = $1', [riaperta.id])).toMatchObject({
    n: 1,
  });
  expect(await sqlCome(partner, ...aggiorna(chiusa.id))).toMatchObject({ n: 0 });
  expect(await sqlCome(partner, ...aggiorna(prima.avanzamenti[0]?.id ?? ''))).toMatchObject({ n: 0 });
});

test.each(['RINVIATO', 'INCLUSO'] as const)('una parte consegnata diventa %s solo per mano del capofila', async (stato) => {
  const { rapporto } = await conParte('CONSEGNATO');
  expect(await passa(rapporto, partner, stato)).toMatchObject({ codice: 'CT001' });
  expect(await passa(rapporto, capofila, stato)).toMatchObject({ n: 1 });
});

test('il partner consegna la sua parte e non la riprende', async () => {
  expect(await passa((await conParte('APERTO')).rapporto, partner, 'CONSEGNATO')).toMatchObject({ n: 1 });
  expect(await passa((await conParte('RINVIATO')).rapporto, partner, 'CONSEGNATO')).toMatchObject({ n: 1 });
  const { rapporto } = await conParte('CONSEGNATO');
  for (const stato of ['APERTO', 'NON_DOVUTO'] as const)
    for (const chi of [partner, capofila]) expect(await passa(rapporto, chi, stato), stato).toMatchObject({ codice: 'CT001' });
});
