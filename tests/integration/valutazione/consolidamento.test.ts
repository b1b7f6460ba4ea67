import { afterAll, expect, test } from 'vitest';
import { consolidaValutazione } from '@/lib/valutazione/commands/consolidaValutazione';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';
import { conclude, dichiara, eventi, rifiutato, type Seduta, schede, tuttiConcludono, unaSeduta } from './_mondo';

afterAll(chiudiSqlGrezzo);

const GIUDIZIO = 'Proposta solida, rete ampia e indicatori misurabili.';
const consolida = (seduta: Seduta, n = 0, criteri = {}) => {
  const attore = seduta.commissari[n];
  if (!attore) throw new Error(`Non c'è il commissario ${n}.`);
  return consolidaValutazione(attore, { ...seduta.scelta, motivazione: GIUDIZIO, criteri });
};
const consolidata = async ({ scelta }: Seduta) =>
  (
    await superutente.query(
      'select punteggi, totale_centesimi, motivazione, presidente_id from valutazione_consolidata where progetto_id = $1',
      [scelta.progettoId],
    )
  ).rows;

test.for(['IDEA', 'PROGETTO'] as const)(
  '%s: chi presiede consolida la media delle schede, un evento solo, senza punteggi',
  async (fase) => {
    const seduta = await unaSeduta({ fase });
    await tuttiConcludono(seduta, [30, 31, 31]);
    expect(await consolida(seduta)).toEqual({ totaleCentesimi: 3067 + 3067 });
    expect(await consolidata(seduta)).toEqual([
      {
        punteggi: {
          qualita: { proposto: 3067, centesimi: 3067, motivazione: '' },
          rete: { proposto: 3067, centesimi: 3067, motivazione: '' },
        },
        totale_centesimi: 6134,
        motivazione: GIUDIZIO,
        presidente_id: seduta.commissari[0].utenteId,
      },
    ]);
    expect((await schede(seduta)).map(({ stato }) => stato)).toEqual(['CONSOLIDATA', 'CONSOLIDATA', 'CONSOLIDATA']);
    const ultimi = (await eventi(seduta)).slice(-1);
    expect(ultimi).toEqual([
      {
        atto: 'valutazione.consolidata',
        attore_id: seduta.commissari[0].utenteId,
        dopo: { fase, schede: 3, cambiati: 0 },
        riservato: false,
      },
    ]);
  },
);

test('chi presiede cambia un punteggio solo motivandolo', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [30, 35]);
  const cambio = (centesimi: number, motivazione: string) => () => consolida(seduta, 0, { rete: { centesimi, motivazione } });
  await rifiutato(seduta, cambio(3500, ''), 'valutazione.incompleta', /diverso da quello proposto/);
  await rifiutato(seduta, cambio(4001, 'Discusso'), 'valutazione.incompleta', /Al massimo 40/);
  await cambio(3500, 'Discusso in seduta')();
  expect((await consolidata(seduta))[0]).toMatchObject({ totale_centesimi: 3250 + 3500 });
});

test('non consolida chi non presiede', async () => {
  const seduta = await unaSeduta();
  await tuttiConcludono(seduta, [30, 31, 32]);
  await rifiutato(seduta, () => consolida(seduta, 1), 'valutazione.nonPresidente', /solo chi presiede/);
  const forzata = await sqlCome(
    seduta.commissari[1],
    `insert into valutazione_consolidata (progetto_id, fase, regione_id, presidente_id, punteggi, totale_centesimi, motivazione)
     values ($1, 'IDEA', $2, $3, '{}', 10000, '')`,
    [seduta.domanda.id, seduta.commissari[1].regioneId, seduta.commissari[1].utenteId],
  );
  expect(forzata).toMatchObject({ codice: '42501' });
});

test('non si consolida finché qualcuno non ha dichiarato o concluso, nemmeno con SQL', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda] = seduta.commissari;
  for (const attore of [prima, seconda]) await dichiara(seduta, attore);
  for (const attore of [prima, seconda]) await conclude(seduta, attore, 30);
  await rifiutato(seduta, () => consolida(seduta), 'valutazione.nonConcluse', /tutti i commissari abbiano dichiarato e concluso/);
  const forzata = await sqlCome(
    prima,
    `insert into valutazione_consolidata (progetto_id, fase, regione_id, presidente_id, punteggi, totale_centesimi, motivazione)
     values ($1, 'IDEA', $2, $3, '{}', 10000, '')`,
    [seduta.domanda.id, prima.regioneId, prima.utenteId],
  );
  expect(forzata).toMatchObject({ codice: 'CT001' });
});

test('chi presiede con un conflitto non consolida', async () => {
  const seduta = await unaSeduta();
  const [prima, ...altri] = seduta.commissari;
  await dichiara(seduta, prima, 'PRESENTE');
  for (const attore of altri) await dichiara(seduta, attore);
  for (const attore of altri) await conclude(seduta, attore, 30);
  await rifiutato(seduta, () => consolida(seduta), 'valutazione.conflitto', /conflitto di interesse/);
});

test('due consolidamenti insieme: uno solo riesce, un solo evento', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [30, 40]);
  const { rows } = await superutente.query('select id from valutazione where progetto_id = $1 limit 1', [seduta.domanda.id]);
  const esiti = await inGara(
    { tabella: 'valutazione', id: rows[0].id },
    () => consolida(seduta),
    () => consolida(seduta),
  );
  expect(esiti).toEqual(['fulfilled', 'valutazione.giaConsolidata']);
  expect((await eventi(seduta)).filter(({ atto }) => atto === 'valutazione.consolidata')).toHaveLength(1);
});

test('se l’evento non si può scrivere, la valutazione non risulta consolidata', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [30, 40]);
  const [prima] = seduta.commissari;
  const guasto = { ...prima, organizzazioneId: seduta.domanda.capofila.id }; // l'evento di un'altra organizzazione: la policy lo rifiuta
  await expect(consolidaValutazione(guasto, { ...seduta.scelta, motivazione: GIUDIZIO, criteri: {} })).rejects.toMatchObject({
    code: 'accesso.scritturaNonConsentita',
  });
  expect(await consolidata(seduta)).toEqual([]);
  expect((await schede(seduta)).map(({ stato }) => stato)).toEqual(['CONCLUSA', 'CONCLUSA']);
});
