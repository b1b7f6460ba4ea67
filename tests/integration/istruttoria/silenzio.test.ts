import { afterAll, expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { integraDomanda } from '@/lib/deposito/commands/integraDomanda';
import { giornoDi } from '@/lib/format/data';
import { chiediIntegrazioni } from '@/lib/istruttoria/commands/chiediIntegrazioni';
import { chiudiIntegrazioni } from '@/lib/istruttoria/commands/chiudiIntegrazioni';
import { dichiaraInammissibile } from '@/lib/istruttoria/commands/dichiaraInammissibile';
import { inviaPreavviso } from '@/lib/istruttoria/commands/inviaPreavviso';
import { elencaIstruttorie, FiltriIstruttorie } from '@/lib/istruttoria/queriesIstruttorie';
import { type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** L'ente a cui si chiedono integrazioni e che non risponde: la domanda non resta ferma, ma nemmeno un giorno prima del termine. */

afterAll(chiudiSqlGrezzo);

const traGiorni = ({ chi }: Esame, giorni: number) => piuGiorni(giornoDi(chi.istruttore.adesso), giorni);
const chiede = (esame: Esame) =>
  chiediIntegrazioni(esame.chi.istruttore, {
    progettoId: esame.id,
    motivo: 'INCOMPLETO',
    sezioni: ['contesto'],
    testo: 'Mancano i numeri di ciascun bisogno.',
    entro: traGiorni(esame, 10),
  });
/** Il termine della richiesta aperta è passato da un’ora, per l'orologio del portale. */
const scade = (esame: Esame) =>
  superutente.query(`update integrazione set entro = app.adesso() - interval '1 hour' where progetto_id = $1 and stato = 'APERTA'`, [
    esame.id,
  ]);
async function inAttesa(stato: 'IDEA_PRESENTATA' | 'PROGETTO_PRESENTATO' = 'IDEA_PRESENTATA'): Promise<Esame> {
  const esame = await unEsame({ stato });
  await chiede(esame);
  return esame;
}
const chiude = (esame: Esame, persona: keyof Esame['chi'] = 'istruttore') =>
  chiudiIntegrazioni(esame.chi[persona], { progettoId: esame.id });

test.for(['IDEA', 'PROGETTO'] as const)(
  '%s: a termine passato l’istruttore prosegue su ciò che è depositato; ciò che l’ente scriveva resta suo e non entra',
  async (fase) => {
    const stato = fase === 'IDEA' ? 'IDEA_PRESENTATA' : 'PROGETTO_PRESENTATO';
    const esame = await inAttesa(stato);
    const versioni = await righe('versione_progetto', esame);
    await superutente.query(
      `update sezione_progetto set valori = '{"descrizione":"A metà"}' where progetto_id = $1 and chiave = 'contesto'`,
      [esame.id],
    );
    await scade(esame);
    await chiude(esame);
    expect((await progetto(esame)).stato).toBe(stato);
    expect(await righe('integrazione', esame)).toMatchObject([{ stato: 'CHIUSA', risposta: null, risposta_il: null }]);
    expect(await righe('versione_progetto', esame)).toEqual(versioni);
    const sezioni = await righe('sezione_progetto', esame);
    expect(sezioni.filter(({ aperta }) => aperta)).toEqual([]);
    expect(sezioni.find((s) => s.chiave === 'contesto' && s.fase === fase)?.valori).toEqual({ descrizione: 'A metà' });
    expect((await eventi(esame)).at(-1)).toMatchObject({ atto: 'integrazione.scaduta', dopo: { fase }, riservato: false });
  },
);

test('fino all’ultimo istante del termine si aspetta: lo dicono il comando e il database', async () => {
  const esame = await inAttesa();
  await rifiutato(esame, () => chiude(esame), 'integrazione.termineAperto', /può inviare le integrazioni fino al/);
  const forza = (testo: string) => sqlCome(esame.chi.istruttore, testo, [esame.id]);
  const avanti = `update progetto set stato = 'IDEA_PRESENTATA' where id = $1`;
  expect(await forza(avanti)).toMatchObject({ codice: 'CT001' });
  // chiudere prima la richiesta, o farne un'altra già scaduta, non accorcia il termine
  await superutente.query(`update integrazione set stato = 'CHIUSA' where progetto_id = $1`, [esame.id]);
  await superutente.query(
    `insert into integrazione (regione_id, progetto_id, fase, genere, motivo, sezioni, testo, entro)
     select regione_id, progetto_id, fase, genere, motivo, sezioni, testo, '2001-01-01' from integrazione where progetto_id = $1`,
    [esame.id],
  );
  expect(await forza(avanti)).toMatchObject({ codice: 'CT001' });
  await rifiutato(esame, () => chiude(esame), 'stato.transizioneNonAmmessa', /nello stato attuale/);
});

test('prosegue solo un istruttore di questa Regione, e solo una domanda da integrare', async () => {
  const esame = await inAttesa();
  await scade(esame);
  for (const persona of ['dirigente', 'valutatore', 'referente', 'operatore', 'partner'] as const)
    await rifiutato(
      esame,
      () => chiude(esame, persona),
      'progetto.ruoloMancante',
      /^Non puoi proseguire senza le integrazioni\. Serve il ruolo di istruttore della Regione\.$/,
    );
  await nonTrovata(esame, (attore) => chiudiIntegrazioni(attore, { progettoId: esame.id }));
  const presentata = await unEsame();
  await rifiutato(presentata, () => chiude(presentata), 'progetto.attoNonAmmesso', /proseguire senza le integrazioni nello stato attuale/);
});

test('l’ente invia le integrazioni mentre la Regione prosegue senza: vale un atto solo, e l’altro sa perché', async () => {
  for (const primo of ['ente', 'Regione'] as const) {
    const esame = await inAttesa();
    await scade(esame);
    const integra = () => integraDomanda(esame.chi.referente, { progettoId: esame.id, risposta: 'Eccole.' });
    const prosegue = () => chiude(esame);
    const esiti = await inGara(
      { tabella: 'progetto', id: esame.id },
      ...(primo === 'ente' ? ([integra, prosegue] as const) : ([prosegue, integra] as const)),
    );
    const vinta = await eventi(esame);
    expect(esiti.filter((esito) => esito === 'fulfilled')).toHaveLength(1);
    expect(['progetto.attoNonAmmesso', 'deposito.giaPresentata', 'progetto.cambiato']).toContain(
      esiti.find((esito) => esito !== 'fulfilled'),
    );
    expect(vinta.map(({ atto }) => atto).filter((atto) => atto === 'integrazione.scaduta' || atto === 'progetto.integrato')).toHaveLength(
      1,
    );
  }
});

test('chi integra dopo che la Regione ha proseguito legge che cosa è successo, e nulla si deposita', async () => {
  const esame = await inAttesa();
  await scade(esame);
  await chiude(esame);
  await rifiutato(
    esame,
    () => integraDomanda(esame.chi.referente, { progettoId: esame.id, risposta: 'Eccole.' }),
    'deposito.giaPresentata',
    /non aspetta più integrazioni: .* l’istruttoria è proseguita/,
  );
});

test('poi si può chiedere di nuovo, o dire di no con il preavviso e il motivo delle integrazioni non arrivate', async () => {
  const esame = await inAttesa();
  await scade(esame);
  await chiude(esame);
  await chiede(esame);
  await rifiutato(esame, () => chiude(esame), 'integrazione.termineAperto', /aspetta la risposta/);
  await scade(esame);
  await chiude(esame);
  const motivi = ['INTEGRAZIONI_NON_PERVENUTE' as const];
  const testo = 'Le integrazioni chieste due volte non sono arrivate.';
  await inviaPreavviso(esame.chi.istruttore, { progettoId: esame.id, motivi, testo, entro: traGiorni(esame, 10) });
  await scade(esame);
  await dichiaraInammissibile(esame.chi.istruttore, { progettoId: esame.id, motivi, motivazione: testo });
  expect((await progetto(esame)).stato).toBe('IDEA_INAMMISSIBILE');
  expect(await righe('decisione', esame)).toMatchObject([{ esito: 'INAMMISSIBILE', motivi }]);
});

test('nell’elenco una domanda scaduta tocca all’istruttore, una in attesa all’ente', async () => {
  const esame = await inAttesa();
  const tocca = async () => (await elencaIstruttorie(esame.chi.istruttore, FiltriIstruttorie.parse({}))).righe.map((riga) => riga.tocca);
  expect(await tocca()).toEqual(['ENTE']);
  await scade(esame);
  expect(await tocca()).toEqual(['ISTRUTTORE']);
});
