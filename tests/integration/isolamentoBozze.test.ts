import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unEnte, unUtente } from '@/tests/support/builders';
import { unaDomanda, unaVersione } from '@/tests/support/buildersDomanda';
import { type Progetto, unPeriodo, unProgetto } from '@/tests/support/buildersProgetto';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/**
 * Un'idea in bozza è di chi la scrive: la Regione e la ricerca non ne vedono nemmeno un pezzo, finché non è presentata. Approvata, resta in vista mentre
 * diventa progetto; ciò che si sta scrivendo (sezioni, commenti, documenti) è comunque solo degli enti.
 */

afterAll(chiudiSqlGrezzo);

const PEZZI = [
  'partecipazione',
  'progetto_ambito',
  'classificazione_progetto',
  'azione',
  'azione_destinatari',
  'quantita',
  'periodo',
] as const;

async function conOgniPezzo(stato: string): Promise<Progetto> {
  const progetto = await unProgetto({ capofila: await unEnte(), stato });
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const ambito = await inserisci(superutente, 'ambito', { regione_id: progetto.regione.id, numero: 1, nome_descrittivo: 'Ambito' });
  await inserisci(superutente, 'progetto_ambito', { ...chiavi, ambito_id: ambito.id });
  const categoria = { categoria: progetto.regione.categoria, presente: true, fonte: 'prova', attribuita_il: '2020-07-01' };
  await inserisci(superutente, 'classificazione_progetto', { ...chiavi, ...categoria });
  await unPeriodo(progetto);
  return progetto;
}

/** Quante righe del progetto legge: il progetto stesso e ogni suo pezzo. */
async function legge(chi: Attore, { id }: Progetto): Promise<number[]> {
  const conti = [await sqlCome(chi, 'select id::text as r from progetto where id = $1', [id])];
  for (const tabella of PEZZI) conti.push(await sqlCome(chi, `select progetto_id::text as r from ${tabella} where progetto_id = $1`, [id]));
  return conti.map((esito) => {
    if (esito.codice !== undefined) throw new Error(esito.messaggio);
    return esito.n;
  });
}

test('un’idea in bozza la vede solo chi la scrive; presentata, anche la Regione e la ricerca', async () => {
  const progetto = await conOgniPezzo('IDEA_BOZZA');
  const { regione } = progetto;
  const [istruttore, ricercatore] = [
    await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(),
    await (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore(),
  ];
  const [nulla, tutto] = [Array(PEZZI.length + 1).fill(0), Array(PEZZI.length + 1).fill(1)];
  for (const chi of [istruttore, ricercatore]) expect(await legge(chi, progetto), chi.ruolo).toEqual(nulla);
  expect(await legge(await progetto.capofila.attore(), progetto)).toEqual(tutto);
  await superutente.query(`update progetto set stato = 'IDEA_PRESENTATA' where id = $1`, [progetto.id]);
  for (const chi of [istruttore, ricercatore]) expect(await legge(chi, progetto), chi.ruolo).toEqual(tutto);
});

test.each([
  [false, 0],
  [true, 1],
])('un’idea ritirata resta di chi l’ha scritta se non è mai stata presentata (presentata: %s)', async (presentata, quante) => {
  const domanda = await unaDomanda();
  if (presentata) await unaVersione(domanda);
  await superutente.query(`update progetto set stato = 'RITIRATO' where id = $1`, [domanda.id]);
  const { regione } = domanda.bando;
  for (const ruolo of ['ISTRUTTORE', 'RICERCATORE'] as const) {
    const chi = await (await unUtente({ regione, ruolo })).attore();
    expect(await sqlCome(chi, 'select 1 as r from progetto where id = $1', [domanda.id]), ruolo).toMatchObject({ n: quante });
    expect(await sqlCome(chi, 'select 1 as r from partecipazione where progetto_id = $1', [domanda.id]), ruolo).toMatchObject({
      n: quante,
    });
  }
  expect(await sqlCome(await domanda.capofila.attore(), 'select 1 as r from progetto where id = $1', [domanda.id])).toMatchObject({ n: 1 });
});

test('un progetto definitivo che si sta scrivendo resta in vista, ma non ciò che vi si scrive', async () => {
  const { id, capofila, bando } = await unaDomanda({ stato: 'PROGETTO_BOZZA' });
  const chiavi = { regione_id: bando.regione.id, progetto_id: id, organizzazione_id: capofila.id, fase: 'PROGETTO', chiave: 'contesto' };
  const file = { nome: 'bozza.pdf', tipo: 'application/pdf', byte: 5, sha256: '0', contenuto: Buffer.from('%PDF-') };
  await inserisci(superutente, 'documento', { ...chiavi, ...file });
  await inserisci(superutente, 'commento_sezione', {
    ...chiavi,
    campo: 'descrizione',
    testo: 'Da rivedere',
    autore_id: capofila.utente.id,
  });
  const conta = async (chi: Attore, tabella: string) =>
    (await sqlCome(chi, `select 1 as r from ${tabella} where ${tabella === 'progetto' ? 'id' : 'progetto_id'} = $1`, [id])) as {
      n?: number;
    };
  const [istruttore, ricercatore, referente] = [
    await (await unUtente({ regione: bando.regione, ruolo: 'ISTRUTTORE' })).attore(),
    await (await unUtente({ regione: bando.regione, ruolo: 'RICERCATORE' })).attore(),
    await capofila.attore(),
  ];
  for (const chi of [istruttore, ricercatore, referente]) expect(await conta(chi, 'progetto'), chi.ruolo).toMatchObject({ n: 1 });
  for (const tabella of ['sezione_progetto', 'commento_sezione', 'documento']) {
    expect((await conta(referente, tabella)).n, tabella).toBeGreaterThan(0);
    for (const chi of [istruttore, ricercatore]) expect((await conta(chi, tabella)).n ?? 0, `${tabella} ${chi.ruolo}`).toBe(0);
  }
  // l'idea da cui nasce, depositata, la Regione la legge; la ricerca no
  expect(await conta(istruttore, 'versione_progetto')).toMatchObject({ n: 1 });
  expect(await conta(ricercatore, 'versione_progetto')).toMatchObject({ codice: '42501' });
});

test('la bozza di un’altra Regione non nasconde nulla in questa, e un contesto non valido non sa di nessuna bozza', async () => {
  const [bozza, avviato] = [await conOgniPezzo('IDEA_BOZZA'), await conOgniPezzo('AVVIATO')];
  const istruttore = await (await unUtente({ regione: avviato.regione, ruolo: 'ISTRUTTORE' })).attore();
  expect(await legge(istruttore, avviato)).toEqual(Array(PEZZI.length + 1).fill(1));
  expect(await legge(istruttore, bozza)).toEqual(Array(PEZZI.length + 1).fill(0));
  const bozze = (chi: Attore) => sqlCome(chi, 'select cardinality(app.bozze()) as r');
  const dellaBozza = await (await unUtente({ regione: bozza.regione, ruolo: 'ISTRUTTORE' })).attore();
  expect(await bozze(dellaBozza)).toMatchObject({ righe: [1] });
  expect(await bozze(istruttore)).toMatchObject({ righe: [0] });
  expect(await bozze({ ...dellaBozza, firma: 'ab'.repeat(32) })).toMatchObject({ righe: [0] });
  expect(await bozze(await bozza.capofila.attore())).toMatchObject({ codice: '42501' });
});
