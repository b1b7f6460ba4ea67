import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { toXlsx } from './xlsx';

const rileggi = async (contenuto: Uint8Array<ArrayBuffer>) => {
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load(contenuto.buffer);
  return cartella;
};

test('una cartella si rilegge: testi, numeri e mancanti, nessuna formula, caratteri vietati tolti', async () => {
  const righe = [
    ['=1+1', 12.5, null],
    ['Cuorgnè & «Bra»\u0001', -3, '2020-07-09'],
  ];
  const cartella = await rileggi(
    await toXlsx([{ nome: 'tabella 1.4', intestazioni: ['a', 'b', 'c'], righe }], new Date('2020-07-09T08:30:00Z')),
  );
  const foglio = cartella.getWorksheet('tabella 1.4');
  const celle = (numero: number) => [1, 2, 3].map((colonna) => foglio?.getRow(numero).getCell(colonna).value);
  expect(celle(1)).toEqual(['a', 'b', 'c']);
  expect(celle(2)).toEqual(["'=1+1", 12.5, 'NA']);
  expect(celle(3)).toEqual(['Cuorgnè & «Bra»', -3, '2020-07-09']);
  expect(foglio?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
});
