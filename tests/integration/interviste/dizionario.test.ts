import { afterAll, beforeAll, expect, test } from 'vitest';
import { chiudiClient } from '@/lib/db/client';
import { AL, selezione } from '@/lib/dizionario/contratto';
import { INTERVISTA, NOTA } from '@/lib/dizionario/interviste';
import { ritiraEstratto } from '@/lib/interviste/commands/rilasciaEstratto';
import { leggiInterviste } from '@/lib/interviste/queries';
import { causeFasi } from '@/lib/ricerca/causeFasi';
import { leggiCauseFasi } from '@/lib/ricerca/queries';
import { BRANO, deciso, type Intervista, unaIntervista, unEstratto, unRilasciato } from '../../support/interviste';
import { regioneDelProgramma, unRicercatore } from '../../support/ricercatore';
import { chiudiSqlGrezzo, sqlCome } from '../../support/sqlGrezzo';

let i: Intervista;
beforeAll(async () => {
  i = await unaIntervista();
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

/** Le righe di una tabella come escono per chi fa ricerca, in JSON. */
const righe = async (tabella: typeof NOTA, data: string) => {
  const sql = `select to_jsonb(t)::text as r from (${selezione(tabella).replaceAll(AL, `'${data}'::date`)}) t`;
  const esito = await sqlCome(i.prima, sql);
  if (esito.codice !== undefined) throw new Error(esito.messaggio);
  return esito.righe.map((riga) => JSON.parse(String(riga)) as Record<string, unknown>);
};

test('escono le interviste fatte entro la data e i soli estratti rilasciati, con i codici decisi', async () => {
  const rilasciato = await unRilasciato(i, BRANO, [i.regione.causa, 'P+02']);
  const inLavoro = await unEstratto(i);
  await deciso(i, inLavoro);
  expect(await righe(INTERVISTA, '2100-01-01')).toMatchObject([
    { intervista_id: 'Int. 7', mese: '2020-03', modalita: 'online', dimostrativa: 0 },
  ]);
  expect(await righe(INTERVISTA, '2020-02-29')).toEqual([]);
  expect(await righe(NOTA, '2100-01-01')).toMatchObject([
    {
      ...{ nota_id: rilasciato, intervista_id: 'Int. 7', mese: '2020-03', fase: 'preparazione', testo: BRANO, dimostrativa: 0 },
      ...{ tipo: 'criticita', cause: i.regione.causa, fattori_positivi: 'P+02' },
    },
  ]);
  await unRilasciato(i, `${BRANO} Ha retto.`, ['P+02']);
  expect((await righe(NOTA, '2100-01-01')).map(({ tipo }) => tipo).sort()).toEqual(['criticita', 'successo']);
  await ritiraEstratto(i.prima, { estrattoId: rilasciato });
  expect((await righe(NOTA, '2100-01-01')).map(({ tipo }) => tipo)).toEqual(['successo']);
});

test('il programma reale porta le trenta interviste che il rapporto cita, senza mese né modo, e ciascuna regge le sue cause', async () => {
  const ricercatrice = await unRicercatore(await regioneDelProgramma());
  const { interviste } = await leggiInterviste(ricercatrice, {});
  const vere = interviste.filter(({ dimostrativa }) => !dimostrativa);
  expect(vere.map(({ numero }) => numero)).toEqual([
    2, 3, 4, 5, 14, 16, 17, 18, 19, 22, 23, 25, 26, 28, 29, 30, 33, 34, 35, 36, 38, 43, 44, 45, 47, 50, 52, 59, 60, 61,
  ]);
  expect(vere.every(({ mese, modalita, progetto, estratti }) => !mese && !modalita && !progetto && estratti === 0)).toBe(true);
  const filtri = { data: '2020-07-09', bando: null, ambito: null, categoria: null };
  const letti = await leggiCauseFasi(ricercatrice, filtri);
  if (!letti) throw new Error('Manca il programma.');
  const cause = causeFasi(letti.dati, letti.sostegni);
  const numeri = (codice: string) =>
    cause.find((c) => c.codice === codice)?.sostegni.flatMap(({ numero, estratto }) => (estratto === null ? [numero] : []));
  expect(numeri('E01')).toEqual([17, 18, 44, 52]);
  expect(numeri('A01')).toEqual([14, 26, 44, 45]);
  expect(numeri('S01')).toEqual([25, 33, 59]);
});
