import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { fineGiornata, giornoDi } from '@/lib/format/data';
import { chiediIntegrazioni } from '@/lib/istruttoria/commands/chiediIntegrazioni';
import { dichiaraInammissibile } from '@/lib/istruttoria/commands/dichiaraInammissibile';
import { inviaPreavviso } from '@/lib/istruttoria/commands/inviaPreavviso';
import { rispondiPreavviso } from '@/lib/istruttoria/commands/rispondiPreavviso';
import { unaVersione } from '@/tests/support/buildersDomanda';
import { type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';

const TESTO = 'La descrizione del contesto non dice quali comuni sono coinvolti.';
const traGiorni = ({ chi }: Esame, giorni: number) => piuGiorni(giornoDi(chi.istruttore.adesso), giorni);
const richiesta = (esame: Esame, cambio = {}) => ({
  ...{ progettoId: esame.id, motivo: 'INCOMPLETO' as const, sezioni: ['contesto'], testo: TESTO, entro: traGiorni(esame, 10) },
  ...cambio,
});
const preavviso = (esame: Esame, giorni = 10) => ({
  ...{ progettoId: esame.id, motivi: ['FUORI_TERMINE' as const, 'ALTRO' as const], testo: TESTO, entro: traGiorni(esame, giorni) },
});
const rigetto = (esame: Esame) => ({ progettoId: esame.id, motivi: ['FUORI_TERMINE' as const], motivazione: 'Presentata il giorno dopo.' });
const aperte = async (esame: Esame) =>
  (await righe('sezione_progetto', esame)).filter(({ aperta }) => aperta).map(({ fase, chiave }) => `${fase} ${chiave}`);

test.for([
  ['IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE', 'IDEA'],
  ['PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'PROGETTO'],
] as const)(
  'da %s si chiedono integrazioni: si riapre la sola sezione nominata, fino alla fine del giorno scelto',
  async ([stato, poi, fase]) => {
    const esame = await unEsame({ stato });
    expect(await aperte(esame)).toEqual([]);
    await chiediIntegrazioni(esame.chi.istruttore, richiesta(esame));
    expect(await progetto(esame)).toMatchObject({ stato: poi });
    expect(await aperte(esame)).toEqual([`${fase} contesto`]);
    const entro = fineGiornata(traGiorni(esame, 10));
    expect(await righe('integrazione', esame)).toMatchObject([
      { genere: 'INTEGRAZIONE', fase, motivo: 'INCOMPLETO', stato: 'APERTA', testo: TESTO, entro },
    ]);
    const dopo = { stato: poi, fase, motivo: 'INCOMPLETO', sezioni: 1, entro: traGiorni(esame, 10) };
    expect(await eventi(esame)).toMatchObject([{ atto: 'integrazione.chiesta', prima: { stato }, dopo, riservato: false }]);
    expect(JSON.stringify(await eventi(esame))).not.toContain('comuni');
  },
);

test('le integrazioni si chiedono su sezioni della domanda e da domani in poi', async () => {
  const esame = await unEsame();
  const { istruttore } = esame.chi;
  for (const sezione of ['inventata', 'quadro_economico']) // la seconda c'è solo nel progetto definitivo
    await rifiutato(
      esame,
      () => chiediIntegrazioni(istruttore, richiesta(esame, { sezioni: ['contesto', sezione] })),
      'integrazione.sezioneEstranea',
      /non fa parte di questa domanda/,
    );
  for (const giorni of [0, -1])
    await rifiutato(
      esame,
      () => chiediIntegrazioni(istruttore, richiesta(esame, { entro: traGiorni(esame, giorni) })),
      'richiesta.termineBreve',
      /almeno domani/,
    );
});

test('solo un istruttore chiede integrazioni, e solo su una domanda presentata', async () => {
  const esame = await unEsame();
  for (const persona of ['dirigente', 'valutatore', 'referente', 'partner'] as const)
    await rifiutato(
      esame,
      () => chiediIntegrazioni(esame.chi[persona], richiesta(esame)),
      'progetto.ruoloMancante',
      /^Non puoi chiedere integrazioni\. Serve il ruolo di istruttore della Regione\.$/,
    );
  await nonTrovata(esame, (attore) => chiediIntegrazioni(attore, richiesta(esame)));
  const corsa = (chi: 'istruttore' | 'collega') => () => chiediIntegrazioni(esame.chi[chi], richiesta(esame));
  expect(await inGara({ tabella: 'progetto', id: esame.id }, corsa('istruttore'), corsa('collega'))).toEqual([
    'fulfilled',
    'progetto.attoNonAmmesso',
  ]);
  expect(await righe('integrazione', esame)).toHaveLength(1);
  expect(await eventi(esame)).toHaveLength(1);
});

test('prima di dire di no: il preavviso, la risposta dell’ente, e i motivi', async () => {
  const esame = await unEsame();
  const { istruttore, referente } = esame.chi;
  const respingi = () => dichiaraInammissibile(istruttore, rigetto(esame));
  await rifiutato(esame, respingi, 'istruttoria.preavvisoMancante', /invia il preavviso di rigetto/);
  const { richiestaId } = await inviaPreavviso(istruttore, preavviso(esame));
  expect(await progetto(esame)).toMatchObject({ stato: 'IDEA_PRESENTATA' });
  expect(await righe('integrazione', esame)).toMatchObject([{ genere: 'PREAVVISO', motivo: 'FUORI_TERMINE,ALTRO', sezioni: [] }]);
  await rifiutato(esame, respingi, 'istruttoria.preavvisoInCorso', /aspetta la risposta o la fine del termine/);
  await rifiutato(esame, () => inviaPreavviso(istruttore, preavviso(esame)), 'preavviso.giaInviato', /già stato inviato/);
  await rispondiPreavviso(referente, { progettoId: esame.id, richiestaId, risposta: 'L’abbiamo presentata alle 11:58.' });
  await respingi();
  expect(await progetto(esame)).toMatchObject({ stato: 'IDEA_INAMMISSIBILE' });
  expect(await righe('integrazione', esame)).toMatchObject([{ stato: 'CHIUSA', risposta: 'L’abbiamo presentata alle 11:58.' }]);
  expect(await righe('decisione', esame)).toMatchObject([
    { esito: 'INAMMISSIBILE', motivi: ['FUORI_TERMINE'], motivazione: 'Presentata il giorno dopo.' },
  ]);
  expect((await eventi(esame)).map(({ atto }) => atto)).toEqual(['preavviso.inviato', 'preavviso.risposto', 'progetto.nonAmmesso']);
});

test('se l’ente tace, si decide quando il termine è passato e non prima', async () => {
  const esame = await unEsame({ stato: 'PROGETTO_PRESENTATO' });
  await inviaPreavviso(esame.chi.istruttore, preavviso(esame));
  const fine = fineGiornata(traGiorni(esame, 10));
  const alle = (adesso: Date) => () => dichiaraInammissibile({ ...esame.chi.istruttore, adesso }, rigetto(esame));
  await rifiutato(esame, alle(fine), 'istruttoria.preavvisoInCorso', /aspetta la risposta/);
  await alle(new Date(fine.getTime() + 1))();
  expect(await progetto(esame)).toMatchObject({ stato: 'INAMMISSIBILE' });
});

test('il preavviso lascia almeno i giorni del bando, e lo manda un istruttore', async () => {
  const esame = await unEsame({ configurazione: { giorniPreavviso: 15 } });
  await rifiutato(esame, () => inviaPreavviso(esame.chi.istruttore, preavviso(esame, 14)), 'richiesta.termineBreve', /almeno 15 giorni/);
  for (const persona of ['dirigente', 'valutatore', 'referente'] as const)
    await rifiutato(esame, () => inviaPreavviso(esame.chi[persona], preavviso(esame, 15)), 'progetto.ruoloMancante', /ruolo di istruttore/);
  await nonTrovata(esame, (attore) => inviaPreavviso(attore, preavviso(esame, 15)));
  await inviaPreavviso(esame.chi.istruttore, preavviso(esame, 15));
});

test('dieci giorni per rispondere al preavviso li dà la legge: un bando che ne scrive meno non li toglie', async () => {
  const esame = await unEsame({ configurazione: { giorniPreavviso: 1 } });
  await rifiutato(esame, () => inviaPreavviso(esame.chi.istruttore, preavviso(esame, 9)), 'richiesta.termineBreve', /almeno 10 giorni/);
  await inviaPreavviso(esame.chi.istruttore, preavviso(esame, 10));
});

test('al preavviso risponde il referente del capofila, una volta, entro il termine secondo il server', async () => {
  const esame = await unEsame();
  const { referente, istruttore } = esame.chi;
  const { richiestaId } = await inviaPreavviso(istruttore, preavviso(esame));
  const risposta = { progettoId: esame.id, richiestaId, risposta: 'Non siamo d’accordo.' };
  for (const persona of ['operatore', 'partner', 'istruttore', 'dirigente'] as const)
    await rifiutato(
      esame,
      () => rispondiPreavviso(esame.chi[persona], risposta),
      'preavviso.ruoloMancante',
      /referente dell’ente capofila/,
    );
  await nonTrovata(esame, (attore) => rispondiPreavviso(attore, risposta));
  const altro = await unEsame();
  await rifiutato(esame, () => rispondiPreavviso(referente, { ...risposta, progettoId: altro.id }), 'progetto.nonTrovato', /non esiste/);
  await superutente.query(`update integrazione set entro = app.adesso() - interval '1 second' where id = $1`, [richiestaId]);
  await rifiutato(esame, () => rispondiPreavviso(referente, risposta), 'preavviso.scaduto', /secondo l’orologio del portale/);
  await superutente.query(`update integrazione set entro = app.adesso() + interval '1 day' where id = $1`, [richiestaId]);
  const corsa = () => rispondiPreavviso(referente, risposta);
  expect(await inGara({ tabella: 'progetto', id: esame.id }, corsa, corsa)).toEqual(['fulfilled', 'preavviso.giaRisposto']);
  expect(await righe('integrazione', esame)).toMatchObject([{ stato: 'RISPOSTA', risposta_il: expect.any(Date) }]);
  expect((await eventi(esame)).map(({ atto }) => atto)).toEqual(['preavviso.inviato', 'preavviso.risposto']);
});

test('non si dichiara inammissibile senza il ruolo, né fuori dall’istruttoria', async () => {
  const esame = await unEsame();
  for (const persona of ['dirigente', 'valutatore', 'referente'] as const)
    await rifiutato(
      esame,
      () => dichiaraInammissibile(esame.chi[persona], rigetto(esame)),
      'progetto.ruoloMancante',
      /ruolo di istruttore/,
    );
  await nonTrovata(esame, (attore) => dichiaraInammissibile(attore, rigetto(esame)));
  for (const stato of ['IDEA_DA_INTEGRARE', 'IDEA_AMMISSIBILE', 'APPROVATO']) {
    const altro = await unEsame({ stato });
    await rifiutato(
      altro,
      () => dichiaraInammissibile(altro.chi.istruttore, rigetto(altro)),
      'progetto.attoNonAmmesso',
      /nello stato attuale/,
    );
  }
});

test('chi riprende la domanda e la deposita di nuovo riceve un nuovo preavviso: quello di prima parlava di un’altra', async () => {
  const esame = await unEsame();
  const { istruttore, referente } = esame.chi;
  const { richiestaId } = await inviaPreavviso(istruttore, preavviso(esame));
  await rispondiPreavviso(referente, { progettoId: esame.id, richiestaId, risposta: 'La ripresentiamo corretta.' });
  await superutente.query(`update integrazione set chiesta_il = chiesta_il - interval '2 days' where id = $1`, [richiestaId]);
  await unaVersione(esame.domanda, { genere: 'PRESENTATA' });
  await rifiutato(esame, () => dichiaraInammissibile(istruttore, rigetto(esame)), 'istruttoria.preavvisoMancante', /invia il preavviso/);
  await inviaPreavviso(istruttore, preavviso(esame));
  expect((await righe('integrazione', esame)).map(({ stato }) => stato).sort()).toEqual(['APERTA', 'CHIUSA']);
});
