import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unPeriodo, unProgetto } from '@/tests/support/buildersProgetto';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Un progetto in bozza è di chi lo scrive: la Regione e la ricerca non ne vedono nemmeno un pezzo, finché non è presentato. */

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

test.each(['IDEA_BOZZA', 'PROGETTO_BOZZA'])('%s: la vede solo chi la scrive; presentata, anche la Regione e la ricerca', async (stato) => {
  const progetto = await conOgniPezzo(stato);
  const { regione } = progetto;
  const [istruttore, ricercatore] = [
    await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(),
    await (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore(),
  ];
  const [nulla, tutto] = [Array(PEZZI.length + 1).fill(0), Array(PEZZI.length + 1).fill(1)];
  for (const chi of [istruttore, ricercatore]) expect(await legge(chi, progetto), chi.ruolo).toEqual(nulla);
  expect(await legge(await progetto.capofila.attore(), progetto)).toEqual(tutto);
  await superutente.query(`update progetto set stato = 'PROGETTO_PRESENTATO' where id = $1`, [progetto.id]);
  for (const chi of [istruttore, ricercatore]) expect(await legge(chi, progetto), chi.ruolo).toEqual(tutto);
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
