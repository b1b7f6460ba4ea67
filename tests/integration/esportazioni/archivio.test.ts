import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { esportaArchivio, esportaTabellaIntera } from '@/lib/esportazione/commands/esporta';
import { FormatoEsportazione } from '@/lib/esportazione/schema';
import { leggiTabelle } from '@/lib/ricerca/queries';
import { regioneDelProgramma, unRicercatore } from '../../support/ricercatore';

const DATA = '2020-07-09';
const INDIRIZZO = 'https://cantiere.example.it/ricerca/esportazioni';

async function tutto(flusso: Readable): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi);
}

const avviabile = (programma: string): boolean => spawnSync(programma, ['--version']).status === 0;
const presenti = { Rscript: avviabile('Rscript'), python3: avviabile('python3') };
const titolo = (programma: keyof typeof presenti, prova: string): string =>
  presenti[programma] ? prova : `${programma} non c’è su questa macchina, e non si è provato: ${prova}`;

let ricercatrice: Attore;
let file: Record<string, Uint8Array>;
let cartella: string;
let duck: DuckDBConnection;

beforeAll(async () => {
  ricercatrice = await unRicercatore(await regioneDelProgramma());
  const { flusso } = await esportaArchivio(ricercatrice, { data: DATA, formati: FormatoEsportazione.options }, INDIRIZZO);
  file = unzipSync(await tutto(flusso));
  cartella = await mkdtemp(path.join(tmpdir(), 'esportazione-'));
  for (const [nome, contenuto] of Object.entries(file)) {
    await mkdir(path.dirname(path.join(cartella, nome)), { recursive: true });
    await writeFile(path.join(cartella, nome), contenuto);
  }
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(async () => {
  duck?.closeSync();
  await rm(cartella, { recursive: true, force: true });
  await chiudiClient();
});

const testo = (nome: string): string => Buffer.from(file[nome] ?? []).toString('utf8');
const lette = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson();
const quante = async (nome: string): Promise<number> => Number((await lette(`select count(*)::int as n from ${parquet(nome)}`))[0]?.n);
const csv = (nome: string) =>
  `read_csv('${path.join(cartella, 'csv-r', `${nome}.csv`)}', delim=',', quote='"', escape='"', header=true, nullstr='NA', all_varchar=true, strict_mode=true)`;
const excel = (nome: string) =>
  `read_csv('${path.join(cartella, 'csv', `${nome}.csv`)}', delim=';', quote='"', escape='"', header=true, nullstr='NA', all_varchar=true, strict_mode=true)`;
const parquet = (nome: string) => `'${path.join(cartella, 'parquet', `${nome}.parquet`)}'`;
const json = (nome: string) => `read_json('${path.join(cartella, 'jsonl', `${nome}.jsonl`)}', format='newline_delimited')`;

describe('l’archivio completo', () => {
  test('ha ogni tabella in ogni formato, gli script, il codebook e il LEGGIMI', () => {
    for (const { nome } of TABELLE)
      for (const [formato, estensione] of [
        ['csv', 'csv'],
        ['csv-r', 'csv'],
        ['jsonl', 'jsonl'],
        ['parquet', 'parquet'],
      ])
        expect(Object.keys(file)).toContain(`${formato}/${nome}.${estensione}`);
    expect(Object.keys(file)).toEqual(
      expect.arrayContaining(['LEGGIMI.txt', 'codebook.csv', 'dati.xlsx', 'script/leggi.R', 'SHA256SUMS.txt']),
    );
    expect(testo('LEGGIMI.txt')).toContain('Data di riferimento: 2020-07-09 (9 luglio 2020)');
    expect(testo('LEGGIMI.txt')).toContain(INDIRIZZO);
  });

  test('SHA256SUMS dice il vero su ogni file', () => {
    const righe = testo('SHA256SUMS.txt').trimEnd().split('\n');
    expect(righe.length).toBe(Object.keys(file).length - 2);
    for (const riga of righe) {
      const [sha256, nome = ''] = riga.split('  ');
      expect(
        createHash('sha256')
          .update(file[nome] ?? '')
          .digest('hex'),
        nome,
      ).toBe(sha256);
    }
  });

  test.each(TABELLE.map(({ nome }) => nome))('%s: CSV, CSV per Excel, JSON e Parquet danno a DuckDB le stesse righe', async (nome) => {
    const tabella = TABELLE.find((t) => t.nome === nome);
    const conta = async (da: string) => (await lette(`select count(*)::int as n from ${da}`))[0]?.n;
    const quante = await conta(parquet(nome));
    expect(await conta(csv(nome))).toBe(quante);
    expect(await conta(excel(nome))).toBe(quante);
    if (quante !== 0) expect(await conta(json(nome))).toBe(quante);
    const testi = tabella?.colonne.filter(({ tipo }) => ['id', 'cod', 'mese', 'data'].includes(tipo)).map((c) => c.nome) ?? [];
    const elenco = testi.map((c) => `${c}::varchar as ${c}`).join(', ');
    const [diverse] = await lette(
      `select count(*)::int as n from ((select ${elenco} from ${csv(nome)} except all select ${elenco} from ${parquet(nome)}) union all
        (select ${elenco} from ${parquet(nome)} except all select ${elenco} from ${excel(nome)}))`,
    );
    expect(diverse?.n).toBe(0);
  });

  test.each(TABELLE.map(({ nome, chiave }) => [nome, chiave] as const))(
    '%s: la chiave non è mai nulla e non si ripete',
    async (nome, chiave) => {
      const [esito] = await lette(
        `select count(*)::int as n, count(distinct (${chiave.join(', ')}))::int as diverse, count(*) filter (where ${chiave.map((c) => `${c} is null`).join(' or ')})::int as nulle
       from ${parquet(nome)}`,
      );
      expect(esito).toEqual({ n: esito?.n, diverse: esito?.n, nulle: 0 });
    },
  );

  test('i progetti sono quelli dello schermo, categoria per categoria', async () => {
    const schermo = await leggiTabelle(ricercatrice, { data: DATA, bando: null, ambito: null, categoria: null });
    const righe = await lette(
      `select count(*)::int as n, sum(popolazione)::int as popolazione, sum(cat_auto_mutuo_aiuto::int)::int as ama, sum(cat_informazione::int)::int as info,
       sum(cat_inserimento_socio_lavorativo::int)::int as inserimento from ${parquet('progetto')} where bando_id = '${schermo?.bando?.codice}'`,
    );
    expect(righe).toEqual([{ n: 22, popolazione: 4392526, ama: 9, info: 9, inserimento: 13 }]);
    expect(schermo?.contati).toHaveLength(22);
  });

  test('XLSX: un secondo lettore trova un foglio per tabella con le stesse righe', async () => {
    const fogli = await readXlsx(path.join(cartella, 'dati.xlsx'));
    expect(fogli.map(({ sheet }) => sheet)).toEqual([...TABELLE.map(({ nome }) => nome), 'codebook']);
    const progetto = fogli[0]?.data ?? [];
    expect(progetto[0]).toEqual(TABELLE[0]?.colonne.map(({ nome }) => nome));
    const quante = (await lette(`select count(*)::int as n from ${parquet('progetto')}`))[0]?.n;
    expect(progetto).toHaveLength(Number(quante) + 1);
    expect(progetto[1]?.[10]).toBeTypeOf('number');
  });

  test('gli script nominano ogni colonna di ogni tabella, nell’ordine del suo CSV', () => {
    const [r, python, spss, stata] = ['R', 'py', 'sps', 'do'].map((estensione) => testo(`script/leggi.${estensione}`)) as [
      string,
      ...string[],
    ];
    const tipi = /^TIPI = (\{[\s\S]*?\n\})/m.exec(python ?? '')?.[1] ?? '';
    const diPython: Record<string, object> = JSON.parse(tipi.replace(/,\s*\}$/, '}'));
    for (const { nome } of TABELLE) {
      const intestazione = testo(`csv-r/${nome}.csv`).split('\r\n')[0]?.split(',');
      const inR = new RegExp(`^${nome} <- leggi\\("${nome}", c\\((.*)\\)\\)$`, 'm').exec(r)?.[1];
      expect(
        inR?.split(', ').map((campo) => campo.split(' = ')[0]),
        nome,
      ).toEqual(intestazione);
      expect(Object.keys(diPython[nome] ?? {}), nome).toEqual(intestazione);
      const inSpss = spss?.split(`'csv-r/${nome}.csv'`)[1]?.split('/VARIABLES=\n')[1]?.split('.\n')[0];
      expect(
        inSpss?.split('\n').map((riga) => riga.trim().split(' ')[0]),
        nome,
      ).toEqual(intestazione);
      const inStata = stata?.split(`"csv-r/${nome}.csv"`)[1]?.split('\nsave ')[0] ?? '';
      expect(
        [...inStata.matchAll(/^label variable (\w+) /gm)].map(([, colonna]) => colonna),
        nome,
      ).toEqual(intestazione);
    }
  });

  test('nello script per R ogni parentesi aperta si chiude, fuori dai testi', () => {
    const senzaTesti = testo('script/leggi.R')
      .replace(/"(\\.|[^"\\])*"/g, '')
      .replace(/#.*$/gm, '');
    expect(senzaTesti).not.toContain('"');
    const aperte: string[] = [];
    for (const [segno] of senzaTesti.matchAll(/[()[\]{}]/g)) {
      if ('([{'.includes(segno)) aperte.push(segno);
      else expect(`${aperte.pop()}${segno}`).toMatch(/^(\(\)|\[\]|\{\})$/);
    }
    expect(aperte).toEqual([]);
  });

  // chi non ha il programma lo legge nel titolo: la prova controlla allora che la macchina davvero non l'abbia
  test(titolo('Rscript', 'R esegue il suo script e trova le righe di ogni tabella'), async () => {
    if (!presenti.Rscript) return expect(avviabile('Rscript')).toBe(false);
    const nomi = TABELLE.map(({ nome }) => nome);
    const comando = `source("script/leggi.R"); for (n in c(${nomi.map((n) => `"${n}"`).join(', ')})) cat(n, nrow(get(n)), attr(get(n)[[1]], "label"), sep = "\t", fill = 1000)`;
    const { stdout } = await promisify(execFile)('Rscript', ['-e', comando], { cwd: cartella });
    for (const [n, riga] of stdout.trim().split('\n').entries())
      expect(riga.trim().split('\t')).toEqual([nomi[n], String(await quante(nomi[n] ?? '')), TABELLE[n]?.colonne[0]?.etichetta]);
  });

  test(titolo('python3', 'Python compila il suo script'), async () => {
    if (!presenti.python3) return expect(avviabile('python3')).toBe(false);
    await promisify(execFile)('python3', ['-m', 'py_compile', path.join(cartella, 'script/leggi.py')]);
  });
});

test('una tabella sola: la stessa che sta nell’archivio', async () => {
  const { flusso, nome } = await esportaTabellaIntera(ricercatrice, { data: DATA, tabella: 'attivita_stato', formato: 'csv-r' });
  expect(nome).toBe('cantiere-attivita-stato-2020-07-09-r.csv');
  expect((await tutto(flusso)).toString('utf8')).toBe(testo('csv-r/attivita_stato.csv'));
});
