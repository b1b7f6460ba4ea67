import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bool, cod, data, dec, id, int, type RigaGrezza, testo } from '@/lib/dizionario/contratto';
import { neutralizza } from '@/lib/format/csv';
import { scriviParquet } from './scriviParquet';
import { scriviCsv, scriviJson } from './scriviTesto';
import { scriviXlsx } from './scriviXlsx';
import { flussoZip } from './zip';

const TABELLA = {
  nome: 'prova',
  colonne: [
    id('chiave', 'Chiave'),
    testo('t', 'Testo'),
    int('n', 'Numero'),
    dec('d', 'Decimale'),
    bool('b', 'Sì o no'),
    data('g', 'Giorno'),
    cod('c', 'Codice'),
  ],
};
const CATTIVI = [
  '=1+1',
  '+39',
  '-x',
  '@SOMMA',
  '\t=1',
  'a;b',
  'a,b',
  'a "b" c',
  'riga\nsotto',
  'ritorno\rqui',
  'a\r\nb',
  '😀 perché così',
  "'=già",
  'é é',
  ' spazi ',
  '\\N',
  '<&>"',
  '＝1',
];

let cartella: string;
beforeAll(async () => {
  cartella = await mkdtemp(path.join(tmpdir(), 'scrittori-'));
});
afterAll(() => rm(cartella, { recursive: true, force: true }));

async function* gruppi(righe: RigaGrezza[]): AsyncGenerator<RigaGrezza[]> {
  for (let n = 0; n < righe.length; n += 7) yield righe.slice(n, n + 7);
}
async function tutto(pezzi: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const tutti: Uint8Array[] = [];
  for await (const pezzo of pezzi) tutti.push(pezzo);
  return Buffer.concat(tutti);
}
const righe: RigaGrezza[] = [
  ...CATTIVI.map((t, n): RigaGrezza => [`k${n}`, t, String(n - 3), `${n}.25`, String(n % 2), '2020-02-29', 'x']),
  ['vuota', null, null, null, null, null, null],
];
const duck = async (sql: string) => {
  const connessione = await (await DuckDBInstance.create(':memory:')).connect();
  const esito = (await connessione.runAndReadAll(sql)).getRowObjectsJson();
  connessione.closeSync();
  return esito;
};

test('DuckDB rilegge da Parquet i testi esatti, i numeri, le date e i mancanti', async () => {
  const file = path.join(cartella, 'prova.parquet');
  await writeFile(file, await tutto(scriviParquet(TABELLA, gruppi(righe))));
  const lette = await duck(`select chiave, t, n::int as n, d, b, g::varchar as g, c from '${file}'`);
  expect(lette).toEqual(
    righe.map(([chiave, t, n, d, b, g, c]) => ({
      chiave,
      t,
      n: n === null ? null : Number(n),
      d: d === null ? null : Number(d),
      b: b === null ? null : b === '1',
      g,
      c,
    })),
  );
});

test('JSON Lines: un oggetto per riga, testi esatti', async () => {
  const scritte = (await tutto(scriviJson(TABELLA, gruppi(righe)))).toString('utf8').trimEnd().split('\n');
  expect(scritte.map((riga) => JSON.parse(riga).t)).toEqual(righe.map(([, t]) => t));
});

test.each([
  ['r', ',', '.'],
  ['excel-it', ';', ','],
] as const)('DuckDB rilegge il CSV %s: nessun testo è una formula, e i decimali sono i suoi', async (dialetto, separatore, decimale) => {
  const file = path.join(cartella, `${dialetto}.csv`);
  await writeFile(file, await tutto(scriviCsv(TABELLA, gruppi(righe), dialetto)));
  const lette = await duck(
    `select * from read_csv('${file}', delim='${separatore}', quote='"', escape='"', header=true, nullstr='NA', all_varchar=true, new_line='\\r\\n')`,
  );
  expect(lette.map(({ t }) => t)).toEqual(righe.map(([, t]) => (t === null || t === undefined ? null : neutralizza(t))));
  expect(lette.map(({ d }) => d)).toEqual(righe.map(([, , , d]) => d?.replace('.', decimale) ?? null));
  for (const { t } of lette) expect(String(t)).not.toMatch(/^[=+\-@\t\r]/);
});

test('un secondo lettore apre XLSX e trova gli stessi testi, come testo', async () => {
  const contenuto = await tutto(scriviXlsx([{ ...TABELLA, righe: () => gruppi(righe) }], '2020-07-09'));
  const [foglio] = await readXlsx(contenuto, { trim: false });
  expect(foglio?.sheet).toBe('prova');
  // XML legge un ritorno a capo in ogni sua forma come \n: è la norma
  const normale = (t: string) => t.replace(/\r\n?/g, '\n');
  expect(foglio?.data.slice(1).map((riga) => (riga[1] === null ? null : normale(String(riga[1]))))).toEqual(
    righe.map(([, t]) => (t === null || t === undefined ? 'NA' : normale(neutralizza(t)))),
  );
  expect(foglio?.data.slice(1, -1).map((riga) => riga[3])).toEqual(righe.slice(0, -1).map(([, , , d]) => Number(d)));
});

test('qualunque testo torna com’era da JSON, e da CSV con un apice in più se faceva paura', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 20 }), async (testi) => {
      const sue = testi.map((t, n): RigaGrezza => [`k${n}`, t, '1', '1.5', '0', '2020-01-01', 'x']);
      const json = (await tutto(scriviJson(TABELLA, gruppi(sue)))).toString('utf8').trimEnd().split('\n');
      expect(json.map((riga) => JSON.parse(riga).t)).toEqual(testi);
    }),
    { numRuns: 50 },
  );
});

test('gli stessi dati danno gli stessi byte, in ogni formato', async () => {
  const uno = async () =>
    Promise.all([
      tutto(scriviParquet(TABELLA, gruppi(righe))),
      tutto(scriviXlsx([{ ...TABELLA, righe: () => gruppi(righe) }], '2020-07-09')),
      tutto(
        flussoZip([{ nome: 'a.csv', contenuto: () => scriviCsv(TABELLA, gruppi(righe), 'r') }], { giorno: '2020-07-09', comprimi: true })
          .flusso,
      ),
    ]);
  expect(await uno()).toEqual(await uno());
});

test('un archivio di file di cui si sa il peso dice quanto peserà, al byte', async () => {
  const contenuto = Buffer.from('abc'.repeat(1000));
  const voci = ['a.txt', 'cartella/b.txt'].map((nome) => ({ nome, byte: contenuto.length, contenuto: () => gruppo(contenuto) }));
  const { flusso, byte } = flussoZip(voci, { giorno: '2020-07-09', comprimi: false });
  const scritto = await tutto(flusso);
  expect(byte).toBe(scritto.length);
  expect(Object.keys(unzipSync(scritto))).toEqual(['a.txt', 'cartella/b.txt']);
});

test('se una voce fallisce l’archivio si interrompe: nessuno lo scarica intero', async () => {
  const rotta = async function* () {
    yield Buffer.from('inizio');
    throw new Error('guasto');
  };
  const { flusso } = flussoZip([{ nome: 'a', contenuto: rotta }], { giorno: '2020-07-09', comprimi: true });
  await expect(tutto(flusso)).rejects.toThrow('guasto');
});

test('un numero che non si scrive senza perdere cifre non si esporta', async () => {
  await expect(tutto(scriviCsv(TABELLA, gruppi([['k', 't', '9007199254740993', null, null, null, null]]), 'r'))).rejects.toThrow(
    RangeError,
  );
});

async function* gruppo(contenuto: Uint8Array): AsyncGenerator<Uint8Array> {
  yield contenuto;
}
