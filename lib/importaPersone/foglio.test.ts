import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unFile } from '@/tests/integration/importaPersone/_file';
import { libro } from '@/tests/support/archivioXlsx';
import { dataDaSeriale, leggiFoglio } from './foglio';
import { eFormatoData } from './stiliData';
import { decodifica, elementi } from './xml';

async function righe(contenuto: Uint8Array, nome = 'Persone') {
  const lette: [number, Record<number, string>][] = [];
  for await (const { numero, celle } of leggiFoglio(contenuto, nome))
    lette.push([numero, Object.fromEntries([...celle].map(([posto, { tipo, testo }]) => [posto, `${tipo} ${testo}`]))]);
  return lette;
}

describe('leggere un foglio', () => {
  test('testi, numeri, date vere, caselle ed errori; le celle vuote e le righe vuote non contano', async () => {
    const foglio = `<worksheet><sheetData><row r="2"/><row r="5"><c r="A5" t="inlineStr"><is><t>D&apos;&#192;ngelo</t></is></c><c r="C5" s="1"><v>43845</v></c>
      <c r="D5"><v>12.5</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><v>#N/A</v></c><c r="G5" t="s"><v>0</v></c><c r="H5"/></row></sheetData></worksheet>`;
    const stili =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const testi = '<sst><si><r><t>due </t></r><r><t>pezzi</t></r><rPh><t>no</t></rPh></si></sst>';
    expect(await righe(libro(foglio, { 'xl/styles.xml': stili, 'xl/sharedStrings.xml': testi }))).toEqual([
      [5, { 0: "testo D'Àngelo", 2: 'data 2020-01-15', 3: 'numero 12.5', 4: 'vero SI', 5: 'errore #N/A', 6: 'testo due pezzi' }],
    ]);
  });

  test('un foglio con i prefissi nei nomi, come lo scrivono altri programmi', async () => {
    const foglio =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>ciao</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await righe(libro(foglio))).toEqual([[1, { 0: 'testo ciao' }]]);
  });

  test('ciò che exceljs scrive si rilegge, anche con molte righe', async () => {
    const lette = await righe(await unFile(Array.from({ length: 300 }, (_, n) => ({ codice: `C${n}`, cognome: `É & <${n}>` }))));
    expect(lette).toHaveLength(301);
    expect(lette[300]).toEqual([301, expect.objectContaining({ 0: 'testo C299', 2: 'testo É & <299>' })]);
  });

  test('un archivio che si gonfia oltre il limite si ferma, e non riempie la memoria', async () => {
    const gonfio = libro(`<worksheet><row><c t="str"><v>${'a'.repeat(60_000_000)}</v></c></row></worksheet>`);
    expect(gonfio.byteLength).toBeLessThan(100_000);
    const prima = process.memoryUsage().arrayBuffers;
    await expect(righe(gonfio)).rejects.toMatchObject({ code: 'importa.fileEnorme' });
    expect(process.memoryUsage().arrayBuffers - prima).toBeLessThan(64 * 1024 * 1024);
  });

  test('byte a caso, o un archivio rovinato ovunque, si rifiutano con una frase e mai con un guasto', async () => {
    const buono = libro('<worksheet><row r="1"><c r="A1"><v>1</v></c></row></worksheet>');
    await fc.assert(
      fc.asyncProperty(fc.nat(buono.length - 1), fc.integer({ min: 1, max: 255 }), async (posto, altro) => {
        const rovinato = buono.slice();
        rovinato[posto] = (rovinato[posto] ?? 0) ^ altro;
        const esito = await righe(rovinato).then(
          () => 'letto',
          (errore) => errore.code,
        );
        expect(['letto', 'importa.fileIlleggibile', 'importa.fileEnorme', 'importa.foglioAssente']).toContain(esito);
      }),
      { numRuns: 300 },
    );
    await expect(righe(new Uint8Array(500))).rejects.toMatchObject({ code: 'importa.fileIlleggibile' });
  });

  test('se il foglio ha un altro nome si dice quale serve; da solo vale comunque', async () => {
    expect(await righe(libro('<worksheet/>'), 'Altro')).toEqual([]);
    const due = '<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId2"/></sheets></workbook>';
    await expect(righe(libro('<worksheet/>', { 'xl/workbook.xml': due }))).rejects.toMatchObject({ code: 'importa.foglioAssente' });
  });
});

test('le entità dichiarate dal file non si espandono', () => {
  expect(decodifica('&amp;&lt;&#65;&#x42;&bomba;&#0;')).toBe('&<AB&bomba;');
  expect([...elementi('<a><b x="1"/><bc/><b>due</b><b>aperto', 'b')]).toEqual([
    { attributi: ' x="1"', dentro: '' },
    { attributi: '', dentro: 'due' },
  ]);
});

test.each([
  [43845, false, '2020-01-15'],
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [43845.99, false, '2020-01-15'],
  [42383, true, '2020-01-15'],
  [0.5, false, null],
  [-3, false, null],
])('il numero di serie %d (1904: %s) è %s', (seriale, dal1904, atteso) => {
  expect(dataDaSeriale(seriale, dal1904)).toBe(atteso);
});

test('un formato di data si riconosce dal codice, uno di numero no', () => {
  expect(['dd/mm/yyyy', '[$-410]d mmmm yyyy;@', 'm/d/yy h:mm'].map(eFormatoData)).toEqual([true, true, true]);
  expect(['0.00', '#,##0 "gdy"', '[Red]0.0', '@', 'General', 'h:mm'].map(eFormatoData)).toEqual([false, false, false, false, false, false]);
});
