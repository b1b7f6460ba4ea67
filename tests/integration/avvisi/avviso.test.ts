import { afterAll, expect, test } from 'vitest';
import { chiudiAvviso } from '@/lib/avvisi/commands/chiudiAvviso';
import { pubblicaAvviso } from '@/lib/avvisi/commands/pubblicaAvviso';
import { salvaAvviso } from '@/lib/avvisi/commands/salvaAvviso';
import { leggiAvvisoProgetto, leggiTraccia } from '@/lib/avvisi/queries';
import { elencaAvvisiPubblici, leggiAvvisoPubblico } from '@/lib/avvisi/queriesPubbliche';
import { oraDiRoma } from '@/lib/bandi/termini';
import { attiDi, bozza, scade, statoProgetto, unAvviso } from '@/tests/support/avvisi';
import { unEnte, unUtente } from '@/tests/support/builders';
import { unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const fra = (adesso: Date, giorni: number) => oraDiRoma(new Date(adesso.getTime() + giorni * 86_400_000));
const leggi = async (progettoId: string) => (await superutente.query('select * from avviso where progetto_id = $1', [progettoId])).rows[0];

test('il capofila scrive l’avviso partendo dalla sua idea, lo corregge e lo pubblica; da lì lo legge chiunque', async () => {
  const domanda = await unaDomanda({ stato: 'IDEA_APPROVATA' });
  const referente = await domanda.capofila.attore();
  expect(await leggiTraccia(referente, domanda.id)).toMatchObject({
    titolo: `Ricerca di partner: ${domanda.titolo}`,
    testo: expect.stringContaining('Un territorio di valle con pochi servizi.'),
  });
  await salvaAvviso(referente, bozza(domanda.id, referente.adesso));
  const { rev } = await salvaAvviso(referente, bozza(domanda.id, referente.adesso, { rev: 1, titolo: 'Partner per la valle' }));
  expect(rev).toBe(2);
  const { id } = await leggi(domanda.id);
  expect(await leggiAvvisoPubblico(id)).toBeNull();

  await pubblicaAvviso(referente, { progettoId: domanda.id, rev: 2 });
  expect(await leggi(domanda.id)).toMatchObject({ stato: 'PUBBLICATO', titolo: 'Partner per la valle', apre: expect.any(Date) });
  expect(await leggiAvvisoPubblico(id)).toMatchObject({
    titolo: 'Partner per la valle',
    ente: domanda.capofila.denominazione,
    chiuso: false,
  });
  expect((await elencaAvvisiPubblici()).map((a) => a.id)).toContain(id);
  const avviso = { id, domanda, referente, titolo: '' };
  expect(await statoProgetto(avviso)).toBe('PARTNERSHIP_APERTA');
  const atti = await attiDi(avviso);
  expect(atti.map(({ atto, riservato }) => [atto, riservato])).toEqual([
    ['avviso.salvato', true],
    ['avviso.salvato', true],
    ['avviso.pubblicato', false],
  ]);
  expect(JSON.stringify(atti)).not.toContain('Partner per la valle');
});

test('la Regione legge l’avviso pubblicato e non la bozza; un altro ente non legge nemmeno il progetto', async () => {
  const inBozza = await unAvviso({ stato: 'BOZZA' });
  const { regione } = inBozza.domanda.bando;
  const pubblicato = await unAvviso({ bando: inBozza.domanda.bando });
  const dirigente = await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
  expect((await leggiAvvisoProgetto(dirigente, inBozza.domanda.id))?.avviso).toBeNull();
  expect((await leggiAvvisoProgetto(dirigente, pubblicato.domanda.id))?.avviso).toMatchObject({ stato: 'PUBBLICATO' });
  expect(await leggiAvvisoProgetto(await (await unEnte({ regione })).attore(), pubblicato.domanda.id)).toBeNull();
});

test('una stesura superata si ferma, e due insieme non si sovrascrivono', async () => {
  const { domanda, referente } = await unAvviso({ stato: 'BOZZA' });
  await expect(salvaAvviso(referente, bozza(domanda.id, referente.adesso, { rev: 0 }))).rejects.toMatchObject({ code: 'avviso.conflitto' });
  const riga = await leggi(domanda.id);
  const scrivi = (titolo: string) => () => salvaAvviso(referente, bozza(domanda.id, referente.adesso, { rev: 1, titolo }));
  expect(await inGara({ tabella: 'avviso', id: riga.id }, scrivi('Prima'), scrivi('Seconda'))).toEqual(['fulfilled', 'avviso.conflitto']);
  expect(await leggi(domanda.id)).toMatchObject({ titolo: 'Prima', rev: 2 });
});

test.each([
  ['i giorni minimi del bando', { giorniAvviso: 30 }, {}, /almeno 30 giorni per candidarsi, qui sono 25/],
  ['un testo', {}, { testo: ' ' }, /testo dell’avviso/],
  ['almeno un’azione', {}, { azioni: [] }, /almeno un’azione/],
  ['almeno un criterio', {}, { criteri: [] }, /almeno un criterio/],
  ['la chiusura', {}, { chiude: null }, /quando si chiudono/],
])('senza %s non si pubblica, e non resta nulla', async (_, configurazione, cambio, frase) => {
  const domanda = await unaDomanda({ bando: await unBando({ configurazione }), stato: 'IDEA_APPROVATA' });
  const referente = await domanda.capofila.attore();
  await salvaAvviso(referente, bozza(domanda.id, referente.adesso, cambio));
  await expect(pubblicaAvviso(referente, { progettoId: domanda.id, rev: 1 })).rejects.toThrow(frase);
  expect(await leggi(domanda.id)).toMatchObject({ stato: 'BOZZA', rev: 1 });
});

test('i giorni si contano da quando ci si potrà candidare, e il passo del bando ferma chi chiude troppo tardi', async () => {
  const bando = await unBando({ passi: { AVVISO: { apre: '2010-01-01', chiude: '2090-01-01' } } });
  const domanda = await unaDomanda({ bando, stato: 'IDEA_APPROVATA' });
  const referente = await domanda.capofila.attore();
  await salvaAvviso(referente, bozza(domanda.id, referente.adesso, { apre: fra(referente.adesso, 10) }));
  await expect(pubblicaAvviso(referente, { progettoId: domanda.id, rev: 1 })).rejects.toThrow(/qui sono 15/);
  await salvaAvviso(referente, bozza(domanda.id, referente.adesso, { rev: 1, chiude: '2095-01-01T12:00' }));
  await expect(pubblicaAvviso(referente, { progettoId: domanda.id, rev: 2 })).rejects.toThrow(/chiusi entro il 1 gennaio 2090/);
});

test('solo il referente del capofila pubblica e chiude: gli altri leggono chi serve', async () => {
  const { domanda, referente } = await unAvviso({ stato: 'BOZZA' });
  const { regione } = domanda.bando;
  const operatore = await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: domanda.capofila.id })).attore();
  const estraneo = await (await unEnte({ regione })).attore();
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  await salvaAvviso(operatore, bozza(domanda.id, referente.adesso, { rev: 1 })); // scrivere può anche lui
  await expect(pubblicaAvviso(operatore, { progettoId: domanda.id, rev: 2 })).rejects.toThrow(/ruolo di referente dell’ente capofila/);
  await expect(pubblicaAvviso(istruttore, { progettoId: domanda.id, rev: 2 })).rejects.toMatchObject({ code: 'progetto.ruoloMancante' });
  await expect(pubblicaAvviso(estraneo, { progettoId: domanda.id, rev: 2 })).rejects.toMatchObject({ code: 'avviso.nonTrovato' });
  await expect(chiudiAvviso(operatore, { progettoId: domanda.id })).rejects.toMatchObject({ code: 'avviso.soloCapofila' });
});

test('pubblicato due volte insieme: un solo avviso, un solo evento', async () => {
  const avviso = await unAvviso({ stato: 'BOZZA' });
  const pubblica = () => pubblicaAvviso(avviso.referente, { progettoId: avviso.domanda.id, rev: 1 });
  const esiti = await inGara({ tabella: 'avviso', id: avviso.id }, pubblica, pubblica);
  expect(esiti).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect((await attiDi(avviso)).filter(({ atto }) => atto === 'avviso.pubblicato')).toHaveLength(1);
});

test('un avviso pubblicato non si riscrive, e si chiude solo dopo il termine', async () => {
  const avviso = await unAvviso();
  const { domanda, referente } = avviso;
  await expect(salvaAvviso(referente, bozza(domanda.id, referente.adesso, { rev: 1 }))).rejects.toMatchObject({
    code: 'avviso.nonInBozza',
  });
  await expect(chiudiAvviso(referente, { progettoId: domanda.id })).rejects.toMatchObject({ code: 'avviso.nonScaduto' });
  await scade(avviso);
  await chiudiAvviso(referente, { progettoId: domanda.id });
  await expect(chiudiAvviso(referente, { progettoId: domanda.id })).rejects.toMatchObject({ code: 'avviso.nonScaduto' });
  expect((await attiDi(avviso)).map(({ atto }) => atto)).toEqual(['avviso.chiuso']);
  expect(await sqlCome(referente, `update avviso set stato = 'BOZZA' where id = $1`, [avviso.id])).toMatchObject({ n: 0 });
});
