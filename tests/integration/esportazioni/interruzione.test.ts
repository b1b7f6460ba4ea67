import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { esportaArchivio, esportaTabellaIntera } from '@/lib/esportazione/commands/esporta';
import { flussoWeb } from '@/lib/esportazione/flussoWeb';
import { type Regione, unaRegione, unEnte } from '../../support/builders';
import { unRicercatore } from '../../support/ricercatore';
import { superutente } from '../../support/superutente';

const DATA = '2020-07-09';
const RIGHE = 120_000;
let regione: Regione;
let ricercatrice: Attore;

beforeAll(async () => {
  regione = await unaRegione();
  ricercatrice = await unRicercatore(regione);
  await superutente.query(
    `insert into rilascio (regione_id, tabella, parametri, contenuto, sha256, rilasciato_da)
     select $1, 'RIGHE_RICERCA', jsonb_build_object('programma', (select id from programma where regione_id = $1 limit 1), 'semestre', s),
       jsonb_build_object('righe', (select jsonb_agg(jsonb_build_object('classe_eta', '30-54', 'sesso', 'F', 'cittadinanza', 'IT', 'titolo', '3-4',
         'condizione', 'DISOCCUPATO', 'ambito', '1', 'disoccupato_lungo', k % 2 = 0, 'motivo_uscita', 'COMPLETATO')) from generate_series(1, $2::int) k)), 'x', $3
     from unnest(array['2019-1', '2018-2']) s`,
    [regione.id, RIGHE / 2, ricercatrice.utenteId],
  );
});
afterAll(chiudiClient);

const partecipanti = (chi: Attore) => esportaTabellaIntera(chi, { data: DATA, tabella: 'partecipanti', formato: 'csv-r' });
async function righeDi(flusso: Readable): Promise<string[]> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi).toString('utf8').split('\r\n').slice(1, -1);
}
/** Le connessioni che stanno copiando, o ferme con una transazione aperta. */
const occupate = async (): Promise<number> => {
  const { rows } = await superutente.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like '%esportazioni'
       and (state like 'idle in transaction%' or state = 'active')`,
  );
  return rows[0]?.n;
};
const nessunaOccupata = () => expect.poll(occupate, { timeout: 10_000 }).toBe(0);

test('centoventimila righe escono tutte, nell’ordine della chiave', async () => {
  const righe = await righeDi((await partecipanti(ricercatrice)).flusso);
  expect(righe).toHaveLength(RIGHE);
  const chiavi = righe.map((riga) => riga.split(',').slice(1, 3));
  expect(chiavi[0]).toEqual(['2018-2', '1']);
  expect(chiavi.at(-1)).toEqual(['2019-1', String(RIGHE / 2)]);
  expect(
    chiavi.every(
      ([semestre = '', n], i) => i === 0 || semestre > (chiavi[i - 1]?.[0] ?? '') || Number(n) === Number(chiavi[i - 1]?.[1]) + 1,
    ),
  ).toBe(true);
  await nessunaOccupata();
});

test('chi smette a metà ferma la COPY, e nessuna connessione resta con la transazione aperta', async () => {
  const { flusso } = await partecipanti(ricercatrice);
  await once(flusso, 'readable');
  flusso.read();
  expect(await occupate()).toBe(1);
  flusso.destroy();
  await nessunaOccupata();
});

test('anche chi smette a metà di un archivio, o prima di leggere il primo byte', async () => {
  const archivio = await esportaArchivio(ricercatrice, { data: DATA, formati: ['parquet', 'xlsx'] }, 'https://cantiere.example.it');
  await once(archivio.flusso, 'readable');
  archivio.flusso.read(16);
  archivio.flusso.destroy();
  (await partecipanti(ricercatrice)).flusso.destroy();
  await nessunaOccupata();
});

test('anche quando a riattaccare è chi legge la risposta: dalla route in giù si chiude tutto', async () => {
  const { flusso } = await partecipanti(ricercatrice);
  const lettore = flussoWeb(flusso).getReader();
  expect((await lettore.read()).value?.length).toBeGreaterThan(0);
  expect(await occupate()).toBe(1);
  await lettore.cancel();
  await nessunaOccupata();
});

test('se l’evento non si può scrivere non parte nessun dato, e nessuna connessione resta presa', async () => {
  await expect(partecipanti({ ...ricercatrice, regioneId: randomUUID() })).rejects.toThrow();
  await nessunaOccupata();
  expect(await righeDi((await partecipanti(ricercatrice)).flusso)).toHaveLength(RIGHE);
});

test('dopo molte interruzioni si scarica ancora', async () => {
  for (let giro = 0; giro < 8; giro += 1) (await partecipanti(ricercatrice)).flusso.destroy();
  expect(await righeDi((await partecipanti(ricercatrice)).flusso)).toHaveLength(RIGHE);
});

test('quando i posti sono presi lo dice, e gli altri continuano', async () => {
  const tre = await Promise.all([1, 2, 3].map(() => partecipanti(ricercatrice)));
  const eventi = async () =>
    (await superutente.query(`select count(*)::int as n from evento where attore_id = $1`, [ricercatrice.utenteId])).rows[0]?.n;
  const prima = await eventi();
  await expect(partecipanti(ricercatrice)).rejects.toMatchObject({ code: 'esportazione.troppe' });
  expect(await eventi()).toBe(prima); // ciò che non è uscito non è nel registro
  for (const { flusso } of tre) expect(await righeDi(flusso)).toHaveLength(RIGHE);
}, 60_000);

describe('chi non può', () => {
  test('un ente non esporta', async () => {
    const ente = await (await unEnte({ regione })).attore();
    await expect(partecipanti(ente)).rejects.toMatchObject({ code: 'ricerca.ruoloMancante' });
  });

  test('un’altra Regione non vede queste righe', async () => {
    const altrove = await unRicercatore(await unaRegione());
    expect(await righeDi((await partecipanti(altrove)).flusso)).toEqual([]);
  });

  test('un contesto manomesso non apre la copia', async () => {
    await expect(partecipanti({ ...ricercatrice, firma: 'x' })).rejects.toMatchObject({ code: 'accesso.contestoNonValido' });
    await nessunaOccupata();
  });

  test('una tabella che non è nel dizionario si rifiuta prima di aprire nulla', async () => {
    await expect(esportaTabellaIntera(ricercatrice, { data: DATA, tabella: 'utente', formato: 'csv' })).rejects.toMatchObject({
      code: 'ricerca.tabellaNonTrovata',
    });
  });
});

test('un’etichetta cattiva nel database resta testo: niente formule, niente righe in più', async () => {
  const cattive = ['=cmd|A1', '+1', '@x', 'a;"b",c', 'due\nrighe', '😀 e\u0301'];
  for (const [n, etichetta] of cattive.entries())
    await superutente.query(
      `insert into causa_ritardo (regione_id, codice, gruppo, etichetta, interviste) values ($1, $2, 'altro', $3, '{}')`,
      [regione.id, `Y0${n}`, etichetta],
    );
  const { flusso } = await esportaTabellaIntera(ricercatrice, { data: DATA, tabella: 'vocabolario', formato: 'csv' });
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(pezzo as Buffer);
  const testo = Buffer.concat(pezzi).toString('utf8');
  for (const atteso of [`'=cmd|A1`, `'+1`, `'@x`, '"a;""b"",c"', '"due\nrighe"', '😀 e\u0301']) expect(testo).toContain(`;${atteso};`);
});
