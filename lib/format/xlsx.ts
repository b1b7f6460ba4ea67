import type { Workbook, Worksheet } from 'exceljs';
import { type Cella, MANCANTE, neutralizza } from './csv';

/** Un foglio: il nome sta entro 31 caratteri e senza `: \ / ? * [ ]`, come vuole il formato. */
export type FoglioXlsx = { nome: string; intestazioni: readonly string[]; righe: readonly (readonly Cella[])[] };

const LARGHEZZA = { minima: 10, massima: 60 };

const valore = (cella: Cella): string | number => (cella === null ? MANCANTE : typeof cella === 'string' ? neutralizza(cella) : cella);

function riempi(foglio: Worksheet, { intestazioni, righe }: FoglioXlsx): void {
  foglio.addRow([...intestazioni]).font = { bold: true };
  for (const riga of righe) foglio.addRow(riga.map(valore));
  foglio.views = [{ state: 'frozen', ySplit: 1 }];
  for (const [indice, intestazione] of intestazioni.entries()) {
    const lunghezze = [intestazione, ...righe.slice(0, 200).map((riga) => String(riga[indice] ?? MANCANTE))].map((testo) => testo.length);
    foglio.getColumn(indice + 1).width = Math.min(LARGHEZZA.massima, Math.max(LARGHEZZA.minima, ...lunghezze) + 2);
  }
}

/**
 * Una cartella di lavoro XLSX, un foglio per tabella, prima riga bloccata. I testi sono neutralizzati come nel CSV (ASVS 1.2.10),
 * i mancanti sono `NA`. `creata` è l'istante scritto nelle proprietà del file.
 */
export async function toXlsx(fogli: readonly FoglioXlsx[], creata: Date): Promise<Uint8Array<ArrayBuffer>> {
  // exceljs pesa e serve solo a chi scarica: si carica al momento
  const { default: ExcelJS } = await import('exceljs');
  const cartella: Workbook = new ExcelJS.Workbook();
  cartella.creator = 'Cantiere';
  cartella.created = creata;
  cartella.modified = creata;
  for (const foglio of fogli) riempi(cartella.addWorksheet(foglio.nome), foglio);
  return new Uint8Array(await cartella.xlsx.writeBuffer());
}
