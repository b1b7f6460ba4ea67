import { afterAll, expect, test } from 'vitest';
import { concludiValutazione } from '@/lib/valutazione/commands/concludiValutazione';
import { salvaValutazione } from '@/lib/valutazione/commands/salvaValutazione';
import { unaRegione, unUtente } from '@/tests/support/builders';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';
import { conclude, dichiara, eventi, rifiutato, scheda, schede, unaSeduta } from './_mondo';

afterAll(chiudiSqlGrezzo);

test('dichiara, salva a metà, conclude: un evento per atto, e nessuno porta i punteggi', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  const { rev } = await salvaValutazione(prima, { ...seduta.scelta, rev: 0, punteggi: {} });
  await conclude(seduta, prima, 7, rev);
  expect(await schede(seduta)).toMatchObject([
    { conflitto: 'NESSUNO', stato: 'CONCLUSA', rev: 2, svelata: false, conclusa_il: expect.any(Date) },
  ]);
  const passi = await eventi(seduta);
  expect(passi.map(({ atto, dopo, riservato }) => [atto, dopo, riservato])).toEqual([
    ['valutazione.dichiarata', { fase: 'IDEA', conflitto: 'NESSUNO' }, false],
    ['valutazione.salvata', { fase: 'IDEA', rev: 1 }, false],
    ['valutazione.conclusa', { fase: 'IDEA' }, false],
  ]);
});

test('senza dichiarazione non si salva né si conclude', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await rifiutato(
    seduta,
    () => salvaValutazione(prima, { ...seduta.scelta, rev: 0, punteggi: {} }),
    'valutazione.senzaDichiarazione',
    /Prima di valutare/,
  );
  await rifiutato(seduta, () => conclude(seduta, prima, 5), 'valutazione.senzaDichiarazione', /dichiara se hai conflitti/);
});

test('chi ha un conflitto non valuta e non cambia la dichiarazione', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima, 'PRESENTE');
  await rifiutato(seduta, () => conclude(seduta, prima, 5), 'valutazione.conflitto', /non puoi valutare/);
  await rifiutato(seduta, () => dichiara(seduta, prima), 'valutazione.giaDichiarata', /non si cambia/);
});

test('chi appartiene a un ente dell’aggregazione può solo dichiarare il conflitto, anche con SQL', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  const { capofila } = seduta.domanda;
  await inserisci(superutente, 'incarico', {
    ...{
      regione_id: seduta.bando.regione.id,
      utente_id: prima.utenteId,
      organizzazione_id: capofila.id,
      ruolo: 'OPERATORE',
      dal: '2010-01-01',
    },
  });
  await rifiutato(seduta, () => dichiara(seduta, prima), 'valutazione.proprioEnte', /Il tuo ente fa parte dell’aggregazione/);
  const forzata = await sqlCome(
    prima,
    `insert into valutazione (id, regione_id, progetto_id, fase, utente_id, conflitto) values (gen_random_uuid(), $1, $2, 'IDEA', $3, 'NESSUNO')`,
    [prima.regioneId, seduta.domanda.id, prima.utenteId],
  );
  expect(forzata).toMatchObject({ codice: '42501' });
  await dichiara(seduta, prima, 'PRESENTE');
  expect(await schede(seduta)).toMatchObject([{ conflitto: 'PRESENTE' }]);
  expect((await eventi(seduta)).map(({ atto }) => atto)).toEqual(['valutazione.dichiarata']);
});

test('chi non è in commissione, o è di un’altra Regione, non valuta', async () => {
  const seduta = await unaSeduta();
  const estraneo = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'VALUTATORE' })).attore();
  const altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'VALUTATORE' })).attore();
  await rifiutato(seduta, () => dichiara(seduta, estraneo), 'valutazione.nonCommissario', /Non fai parte della commissione/);
  await rifiutato(seduta, () => dichiara(seduta, altrove), 'domanda.nonTrovata', /non esiste o non puoi vederla/);
  await rifiutato(
    seduta,
    async () => dichiara(seduta, await seduta.domanda.capofila.attore()),
    'accesso.scritturaNonConsentita',
    /con il profilo attivo/,
  );
});

test('una domanda non più in valutazione non si valuta', async () => {
  const seduta = await unaSeduta();
  await superutente.query(`update progetto set stato = 'IDEA_PRESENTATA' where id = $1`, [seduta.domanda.id]);
  await rifiutato(seduta, () => dichiara(seduta, seduta.commissari[0]), 'valutazione.nonAperta', /non è in valutazione/);
});

test('incompleta, fuori griglia o senza motivazione non si conclude, e dice dove', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  const [chiave = ''] = Object.keys(scheda(seduta, 5));
  const prova = (cambio: object) => () =>
    concludiValutazione(prima, { ...seduta.scelta, rev: 0, punteggi: { ...scheda(seduta, 5), ...cambio } });
  await rifiutato(seduta, prova({ [chiave]: { punti: null, motivazione: '' } }), 'valutazione.incompleta', /^Dai i punti a «/);
  await rifiutato(seduta, prova({ [chiave]: { punti: 0, motivazione: '' } }), 'valutazione.incompleta', /zero va motivato/);
  await rifiutato(seduta, prova({ [chiave]: { punti: 1000, motivazione: 'x' } }), 'valutazione.incompleta', /^Al massimo/);
  await rifiutato(seduta, prova({ inventato: { punti: 1, motivazione: 'x' } }), 'valutazione.incompleta', /non è nella griglia/);
});

test('la stessa scheda salvata da due finestre: la seconda è rifiutata e nulla si sovrascrive', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  await salvaValutazione(prima, { ...seduta.scelta, rev: 0, punteggi: scheda(seduta, 6) });
  await rifiutato(
    seduta,
    () => salvaValutazione(prima, { ...seduta.scelta, rev: 0, punteggi: scheda(seduta, 2) }),
    'valutazione.conflittoDiScrittura',
    /da un’altra finestra/,
  );
  await rifiutato(seduta, () => conclude(seduta, prima, 2, 0), 'valutazione.conflittoDiScrittura', /restano in questa pagina/);
});

test('conclusa è conclusa: né il comando né SQL la riaprono', async () => {
  const seduta = await unaSeduta();
  const [prima] = seduta.commissari;
  await dichiara(seduta, prima);
  await conclude(seduta, prima, 5);
  await rifiutato(
    seduta,
    () => salvaValutazione(prima, { ...seduta.scelta, rev: 1, punteggi: {} }),
    'valutazione.conclusa',
    /non si cambia più/,
  );
  const riapri = await sqlCome(prima, `update valutazione set stato = 'BOZZA', rev = 0 where utente_id = $1 returning id`, [
    prima.utenteId,
  ]);
  expect(riapri).toMatchObject({ righe: [] });
});
