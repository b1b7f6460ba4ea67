import { afterAll, expect, test } from 'vitest';
import { confermaCandidatura } from '@/lib/avvisi/commands/confermaCandidatura';
import { leggiAllegato, leggiAvvisoProgetto, leggiCandidatura } from '@/lib/avvisi/queries';
import { leggiAvvisoPubblico } from '@/lib/avvisi/queriesPubbliche';
import {
  ADESSO,
  attiDi,
  candidati,
  modulo,
  postaPer,
  scade,
  sposta,
  unAvviso,
  unaCandidatura,
  unCodiceFiscale,
} from '@/tests/support/avvisi';
import { unEnte, unUtente } from '@/tests/support/builders';
import { tuttiFermi } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const PDF = new TextEncoder().encode('%PDF-1.7 statuto');
const della = async ({ email }: { email: string }) =>
  (await superutente.query('select * from candidatura where email = $1', [email])).rows[0];

test('chi si candida riceve il collegamento; finché non conferma non esiste per nessuno, poi il capofila la legge con i suoi allegati', async () => {
  const avviso = await unAvviso();
  const { segreto, modulo: inviato, conferma } = await candidati(avviso, modulo(avviso), [{ nome: '../../Statuto.PDF', contenuto: PDF }]);
  const [messaggio] = await postaPer(inviato.email);
  expect(messaggio).toMatchObject({ stato: 'DA_INVIARE', oggetto: `Conferma la candidatura: ${avviso.titolo}` });
  expect(messaggio?.testo).toContain(`/avvisi/conferma/${segreto}`);
  const riga = await della(inviato);
  expect(riga.stato).toBe('BOZZA');
  expect(JSON.stringify(riga)).not.toContain(segreto);
  const capofila = () => leggiAvvisoProgetto(avviso.referente, avviso.domanda.id);
  expect((await capofila())?.candidature).toEqual([]);
  expect(await leggiCandidatura(avviso.referente, avviso.domanda.id, riga.id)).toBeNull();

  expect(await conferma()).toBe(true);
  expect(await conferma()).toBe(true); // il collegamento premuto due volte
  expect((await capofila())?.candidature).toMatchObject([{ denominazione: 'Associazione Il Ponte', stato: 'INVIATA', accolta: false }]);
  const letta = await leggiCandidatura(avviso.referente, avviso.domanda.id, riga.id);
  expect(letta?.candidatura.dati).toMatchObject({ valoreAggiunto: 'Volontari del quartiere.', azioni: ['a1'] });
  expect(letta?.candidatura.dati).not.toHaveProperty('privacy');
  const [allegato] = letta?.allegati ?? [];
  expect(allegato).toMatchObject({ nome: 'Statuto.pdf', byte: PDF.length });
  const scelto = { progettoId: avviso.domanda.id, candidaturaId: riga.id, allegatoId: allegato?.id ?? '' };
  expect((await leggiAllegato(avviso.referente, scelto))?.contenuto.equals(PDF)).toBe(true);
  const atti = await attiDi(avviso);
  expect(atti).toMatchObject([{ atto: 'candidatura.inviata', attore_id: null, prima: null, dopo: null }]);
});

test('solo il capofila vede le candidature: non i partner, non un altro capofila, non la Regione, non il pubblico', async () => {
  const avviso = await unAvviso();
  const { modulo: inviato, conferma } = await candidati(avviso);
  await conferma();
  const { id } = await della(inviato);
  const altro = await unAvviso({ bando: avviso.domanda.bando });
  const { regione } = avviso.domanda.bando;
  for (const chi of [altro.referente, await (await unEnte({ regione })).attore()]) {
    expect(await leggiCandidatura(chi, avviso.domanda.id, id)).toBeNull();
    expect(await sqlCome(chi, 'select id as r from candidatura where id = $1', [id])).toMatchObject({ n: 0 });
  }
  const dirigente = await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
  expect(await sqlCome(dirigente, 'select id from candidatura')).toMatchObject({ codice: '42501' });
  expect(await sqlDi('app_pubblico', 'select id from candidatura')).toMatchObject({ codice: '42501' });
  expect(await sqlDi('app_pubblico', 'select testo from posta')).toMatchObject({ codice: '42501' });
});

test.each([
  ['prima dell’apertura', `+ interval '1 minute'`, `+ interval '1 day'`],
  ['dopo la chiusura', `- interval '2 days'`, `- interval '1 millisecond'`],
])('%s non ci si candida, e non parte nessun messaggio', async (_, apre, chiude) => {
  const avviso = await unAvviso();
  await sposta(avviso, apre, chiude);
  const inviato = modulo(avviso);
  await expect(candidati(avviso, inviato)).rejects.toMatchObject({ code: 'termine.scaduto' });
  expect(await postaPer(inviato.email)).toEqual([]);
});

test('a un avviso in bozza o chiuso non ci si candida', async () => {
  for (const stato of ['BOZZA', 'CHIUSO'] as const) {
    const avviso = await unAvviso({ stato });
    await sposta(avviso, `- interval '1 day'`, `+ interval '1 day'`);
    await expect(candidati(avviso)).rejects.toMatchObject({ code: 'termine.scaduto' });
  }
});

test('non si conferma dopo la chiusura, né con un collegamento di ieri l’altro', async () => {
  const avviso = await unAvviso();
  const [tardi, vecchia] = [await candidati(avviso), await candidati(avviso)];
  await superutente.query(`update candidatura set conferma_entro = ${ADESSO} - interval '1 second' where email = $1`, [
    vecchia.modulo.email,
  ]);
  await expect(vecchia.conferma()).rejects.toMatchObject({ code: 'termine.scaduto' });
  await scade(avviso);
  await expect(tardi.conferma()).rejects.toMatchObject({ code: 'termine.scaduto' });
  expect(await attiDi(avviso)).toEqual([]);
});

/** Ferma gli atti sull'indice che vuole una candidatura per organizzazione, occupato da una terza che poi ci ripensa. */
async function contendendosi(occupante: string, ...atti: (() => Promise<unknown>)[]): Promise<string[]> {
  const arbitro = await superutente.connect();
  try {
    await arbitro.query('begin');
    await arbitro.query(`update candidatura set stato = 'INVIATA' where id = $1`, [occupante]);
    const corse = Promise.allSettled(atti.map((atto) => atto()));
    await tuttiFermi(atti.length, () => 0);
    await arbitro.query('rollback');
    return (await corse).map((esito) => (esito.status === 'fulfilled' ? esito.status : esito.reason.code));
  } finally {
    arbitro.release(true);
  }
}

test('un’organizzazione si candida una volta sola per avviso, anche con due conferme nello stesso istante', async () => {
  const avviso = await unAvviso();
  const codiceFiscale = unCodiceFiscale();
  const [prima, seconda] = [
    await candidati(avviso, modulo(avviso, { codiceFiscale })),
    await candidati(avviso, modulo(avviso, { codiceFiscale })),
  ];
  const terza = await unaCandidatura(avviso, 'BOZZA', { codiceFiscale });
  const esiti = await contendendosi(terza.id, prima.conferma, seconda.conferma);
  expect(esiti.sort()).toEqual(['candidatura.doppia', 'fulfilled']);
  expect((await attiDi(avviso)).map(({ atto }) => atto)).toEqual(['candidatura.inviata']);
  const altrove = await unAvviso({ bando: avviso.domanda.bando });
  const ancora = await candidati(altrove, modulo(altrove, { codiceFiscale }));
  expect(await ancora.conferma()).toBe(true); // un altro avviso è un’altra cosa
});

test('di un progetto ritirato l’avviso sparisce, e non ci si candida né si conferma', async () => {
  const avviso = await unAvviso();
  const { conferma } = await candidati(avviso);
  await superutente.query(`update progetto set stato = 'RITIRATO' where id = $1`, [avviso.domanda.id]);
  expect(await leggiAvvisoPubblico(avviso.id)).toBeNull();
  await expect(candidati(avviso)).rejects.toMatchObject({ code: 'termine.scaduto' });
  await expect(conferma()).rejects.toMatchObject({ code: 'termine.scaduto' });
});

test('un collegamento inventato non conferma nulla', async () => {
  expect(await confermaCandidatura(new Uint8Array(32))).toBe(false);
});

test('la posta del portale non si usa per disturbare: al sesto messaggio da confermare ci si ferma', async () => {
  const avviso = await unAvviso();
  const email = modulo(avviso).email;
  for (let n = 0; n < 5; n++) await candidati(avviso, modulo(avviso, { email }));
  await expect(candidati(avviso, modulo(avviso, { email: email.toUpperCase() }))).rejects.toMatchObject({ code: 'candidatura.troppe' });
  expect(await postaPer(email)).toHaveLength(5);
});

test('formule, script e virgolette restano testo, e il NUL non arriva al database', async () => {
  const avviso = await unAvviso();
  const cattivo = `=HYPERLINK("http://x")'); drop table candidatura; -- <script>alert(1)</script>`;
  const { modulo: inviato, conferma } = await candidati(avviso, modulo(avviso, { denominazione: cattivo, esperienza: cattivo }));
  await conferma();
  const { id } = await della(inviato);
  const letta = await leggiCandidatura(avviso.referente, avviso.domanda.id, id);
  expect(letta?.candidatura.dati).toMatchObject({ denominazione: cattivo, esperienza: cattivo });
});
