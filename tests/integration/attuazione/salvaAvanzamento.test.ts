import { expect, test } from 'vitest';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { compilata, eventi, firmatoDa, istanteUltimo, type Pratica, una, unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const riga = ({ rapportoId }: Pratica, azioneId: string) =>
  una(
    'select id, stato, percentuale, contromisura, nota, rev, aggiornato_da, aggiornato_il from avanzamento where rapporto_id = $1 and azione_id = $2',
    [rapportoId, azioneId],
  );

const senzaAvanzamenti = async ({ progetto }: Pratica) => {
  for (const tabella of ['avanzamento_causa', 'quantita_realizzata', 'avanzamento'])
    await superutente.query(`delete from ${tabella} where progetto_id = $1`, [progetto.id]);
};

test('il partner salva la sua azione: valori, quantità e cause sostituite, un evento con prima e dopo', async () => {
  const pratica = await unaPratica();
  const { chi, azioneDelPartner } = pratica;
  const cause = [{ codice: 'CAUSA', primaria: true, gravita: 2, meseDal: '2020-03', meseAl: '2020-06', risolta: true }];
  const input = compilata(pratica, azioneDelPartner, {
    fineStimata: '2021-04-30',
    contromisura: 'Incontri a distanza',
    nota: 'Nota',
    cause,
  });
  expect(await salvaAvanzamento(chi.partner, input)).toMatchObject({ rev: 2, salvatoIl: chi.partner.adesso });

  const scritta = await riga(pratica, azioneDelPartner.id);
  expect(scritta).toMatchObject({ stato: 'IN_CORSO', percentuale: 60, contromisura: 'Incontri a distanza', nota: 'Nota', rev: 2 });
  expect(scritta).toMatchObject({ aggiornato_da: chi.partner.utenteId, aggiornato_il: await istanteUltimo(pratica) });
  expect(await una('select valore::float8 from quantita_realizzata where avanzamento_id = $1', [scritta.id])).toEqual({ valore: 25.5 });
  expect(
    await una('select causa, primaria, gravita, mese_dal::text, mese_al::text, risolta from avanzamento_causa where avanzamento_id = $1', [
      scritta.id,
    ]),
  ).toEqual({
    causa: 'CAUSA',
    primaria: true,
    gravita: 2,
    mese_dal: '2020-03-01',
    mese_al: '2020-06-01',
    risolta: true,
  });
  expect(await eventi(pratica)).toEqual([
    {
      atto: 'avanzamento.salvato',
      oggetto: 'avanzamento',
      oggetto_id: scritta.id,
      ...firmatoDa(chi.partner),
      prima: {
        stato: 'IN_CORSO',
        percentuale: 40,
        inizioEffettivo: '01/11/2019',
        fineStimata: null,
        fineEffettiva: null,
        cause: ['CAUSA'],
      },
      dopo: {
        azione: 'A2',
        stato: 'IN_CORSO',
        percentuale: 60,
        inizioEffettivo: '02/12/2019',
        fineStimata: '30/04/2021',
        fineEffettiva: null,
        cause: ['CAUSA'],
      },
      riservato: true,
    },
  ]);
});

test('nell’evento non finisce mai il testo libero: può contenere nomi di persone', async () => {
  const pratica = await unaPratica();
  await salvaAvanzamento(
    pratica.chi.partner,
    compilata(pratica, pratica.azioneDelPartner, { nota: 'Maria Bianchi in malattia', contromisura: 'La sostituisce Aldo' }),
  );
  expect(JSON.stringify(await eventi(pratica))).not.toMatch(/Bianchi|Aldo/);
});

test('si salva anche a metà: la prima volta nasce la riga, e ciò che manca resta non indicato', async () => {
  const pratica = await unaPratica();
  await senzaAvanzamenti(pratica);
  const vuota = {
    stato: null,
    percentuale: null,
    inizioEffettivo: null,
    quantita: [{ quantitaId: pratica.azione.quantitaId, valore: null }],
  };
  expect(await salvaAvanzamento(pratica.chi.operatore, compilata(pratica, pratica.azione, { rev: 0, ...vuota }))).toMatchObject({ rev: 1 });
  expect(await riga(pratica, pratica.azione.id)).toMatchObject({ stato: null, percentuale: null, nota: null, rev: 1 });
  expect((await superutente.query('select id from quantita_realizzata where progetto_id = $1', [pratica.progetto.id])).rows).toEqual([]);
  expect(await eventi(pratica)).toMatchObject([{ prima: {}, dopo: { azione: 'A1', stato: null } }]);
});

test('una quantità tolta torna non indicata, zero resta zero, una non inviata non si tocca', async () => {
  const pratica = await unaPratica();
  const { chi, azione } = pratica;
  const valore = async () =>
    (await superutente.query('select valore::float8 as v from quantita_realizzata where quantita_id = $1', [azione.quantitaId])).rows.map(
      ({ v }) => v,
    );
  const salva = (rev: number, quantita: { quantitaId: string; valore: number | null }[]) =>
    salvaAvanzamento(chi.referente, compilata(pratica, azione, { rev, quantita }));
  await salva(1, [{ quantitaId: azione.quantitaId, valore: 0 }]);
  expect(await valore()).toEqual([0]);
  await salva(2, []);
  expect(await valore()).toEqual([0]);
  await salva(3, [{ quantitaId: azione.quantitaId, valore: null }]);
  expect(await valore()).toEqual([]);
  await salva(4, [{ quantitaId: azione.quantitaId, valore: 999_999_999_999 }]);
  expect(await valore()).toEqual([999_999_999_999]);
});

test('il capofila scrive anche sull’azione del partner, e la riga resta del partner', async () => {
  const pratica = await unaPratica();
  await salvaAvanzamento(pratica.chi.operatore, compilata(pratica, pratica.azioneDelPartner));
  expect(
    await una('select organizzazione_id from avanzamento where rapporto_id = $1 and azione_id = $2', [
      pratica.rapportoId,
      pratica.azioneDelPartner.id,
    ]),
  ).toEqual({
    organizzazione_id: pratica.enteDelPartner.id,
  });
});

test('un testo lungo al limite, con emoji e accenti, torna com’era', async () => {
  const pratica = await unaPratica();
  const nota = 'perché 👵🏼\n"citazione"; drop table azione; '.repeat(60).trim();
  await salvaAvanzamento(pratica.chi.partner, compilata(pratica, pratica.azioneDelPartner, { nota }));
  expect((await riga(pratica, pratica.azioneDelPartner.id)).nota).toBe(nota);
});
