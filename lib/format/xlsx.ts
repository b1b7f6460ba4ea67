import { PassThrough, type Readable } from 'node:stream';
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

/**
 * Un foglio XLSX scritto mentre le righe arrivano: la memoria non cresce con il loro numero. Testi neutralizzati e mancanti `NA`, come sopra.
 * Se le righe si interrompono anche il flusso si interrompe: nessuno scarica per intero un file che intero non è.
 */
export function flussoXlsx(foglio: Omit<FoglioXlsx, 'righe'>, gruppi: AsyncIterable<readonly (readonly Cella[])[]>): Readable {
  const uscita = new PassThrough();
  scriviFlusso(uscita, foglio, gruppi).catch((errore: Error) => uscita.destroy(errore));
  return uscita;
}

async function scriviFlusso(
  uscita: PassThrough,
  { nome, intestazioni }: Omit<FoglioXlsx, 'righe'>,
  gruppi: AsyncIterable<readonly (readonly Cella[])[]>,
): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const cartella = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: uscita, useStyles: true });
  const foglio = cartella.addWorksheet(nome, { views: [{ state: 'frozen', ySplit: 1 }] });
  foglio.columns = intestazioni.map((intestazione) => ({ width: Math.max(LARGHEZZA.minima, intestazione.length + 2) }));
  const testa = foglio.addRow([...intestazioni]);
  testa.font = { bold: true };
  testa.commit();
  for await (const righe of gruppi) for (const riga of righe) foglio.addRow(riga.map(valore)).commit();
  foglio.commit();
  await cartella.commit();
}
