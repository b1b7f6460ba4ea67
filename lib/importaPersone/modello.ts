import type { Workbook, Worksheet } from 'exceljs';
import { neutralizza } from '@/lib/format/csv';
import { CHE_COSA_NON_VA, COLONNE, type Colonna, FOGLIO } from './colonne';
import type { RigaRifiutata } from './righe';

/** Il modello da riempire e il file delle righe da correggere: lo stesso foglio «Persone», con le stesse colonne. */

export type AzioneDelModello = { codice: string; titolo: string };
type Voce = { valore: string; etichetta: string };

/** Fin dove arrivano gli elenchi a discesa e i formati. */
const RIGHE_PREPARATE = 2000;
const LARGHEZZA = 18;

/**
 * Una cartella XLSX: il foglio «Persone», le istruzioni e i codici, con gli elenchi a discesa. I testi sono neutralizzati: nessuno è una formula.
 * @param creata l'istante scritto nelle proprietà del file
 * @param rifiutate le righe da correggere, con una colonna che dice che cosa non va; vuoto = il modello
 */
export async function cartellaPersone(
  azioni: readonly AzioneDelModello[],
  creata: Date,
  rifiutate: readonly RigaRifiutata[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  // exceljs pesa e serve solo a chi scarica: si carica al momento
  const { default: ExcelJS } = await import('exceljs');
  const cartella: Workbook = new ExcelJS.Workbook();
  cartella.creator = 'Cantiere';
  cartella.created = creata;
  cartella.modified = creata;
  const persone = cartella.addWorksheet(FOGLIO, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  scriviIstruzioni(cartella.addWorksheet('Istruzioni'), rifiutate.length > 0);
  const intervalli = scriviCodici(cartella.addWorksheet('Codici'), azioni);
  scriviPersone(persone, intervalli, rifiutate);
  return new Uint8Array(await cartella.xlsx.writeBuffer());
}

const vociDi = (colonna: Colonna, azioni: readonly AzioneDelModello[]): readonly Voce[] =>
  colonna.chiave === 'azione' ? azioni.map(({ codice, titolo }) => ({ valore: codice, etichetta: titolo })) : (colonna.voci ?? []);

/** Il foglio «Codici»: una coppia di colonne per elenco. @returns l'intervallo dei codici di ogni colonna */
function scriviCodici(foglio: Worksheet, azioni: readonly AzioneDelModello[]): Map<string, string> {
  const intervalli = new Map<string, string>();
  const elenchi = COLONNE.map((colonna) => [colonna, vociDi(colonna, azioni)] as const).filter(([, voci]) => voci.length > 0);
  for (const [n, [colonna, voci]] of elenchi.entries()) {
    const posto = n * 2 + 1;
    foglio.getCell(1, posto).value = colonna.chiave;
    foglio.getCell(1, posto + 1).value = 'significato';
    for (const [r, { valore, etichetta }] of voci.entries()) {
      foglio.getCell(r + 2, posto).value = neutralizza(valore);
      foglio.getCell(r + 2, posto + 1).value = neutralizza(etichetta);
    }
    foglio.getColumn(posto + 1).width = LARGHEZZA * 2;
    const lettera = foglio.getColumn(posto).letter;
    intervalli.set(colonna.chiave, `Codici!$${lettera}$2:$${lettera}$${voci.length + 1}`);
  }
  foglio.getRow(1).font = { bold: true };
  return intervalli;
}

const COME: readonly string[] = [
  'Scrivi una riga per ogni azione a cui una persona partecipa: i dati della persona si ripetono uguali.',
  'Non cambiare i nomi delle colonne nella prima riga. L’ordine delle colonne si può cambiare; quelle facoltative si possono togliere.',
  'Le date si scrivono gg/mm/aaaa. Le colonne con un elenco accettano il codice o la parola del foglio «Codici».',
  'Una cella vuota vuol dire «non si sa»: non vuol dire no.',
  'Chi è già nel progetto con la stessa azione e lo stesso ingresso non si aggiunge due volte: lo stesso file si può importare di nuovo.',
  'Una riga con l’ingresso dopo l’uscita è un rientro: il primo ingresso e i suoi dati restano.',
  'Chi non ha un codice si riconosce da cognome, nome e data di nascita.',
  'L’importazione non corregge le schede che ci sono già: per quello apri la scheda della persona.',
  'Questo file contiene dati personali: conservalo in un posto protetto e cancellalo quando non serve più.',
];

function scriviIstruzioni(foglio: Worksheet, correzione: boolean): void {
  foglio.getColumn(1).width = LARGHEZZA * 1.5;
  foglio.getColumn(2).width = LARGHEZZA * 5;
  if (correzione)
    foglio.addRow([
      'Come correggere',
      `La colonna «${CHE_COSA_NON_VA}» dice che cosa correggere. Poi importa questo file: le altre righe non servono.`,
    ]);
  for (const frase of COME) foglio.addRow(['Come si riempie', frase]);
  foglio.addRow([]);
  foglio.addRow(['colonna', 'che cosa ci va']).font = { bold: true };
  for (const { chiave, titolo, aiuto } of COLONNE) foglio.addRow([chiave, `${titolo}. ${aiuto}`]);
}

function scriviPersone(foglio: Worksheet, intervalli: ReadonlyMap<string, string>, rifiutate: readonly RigaRifiutata[]): void {
  const chiavi = [...(rifiutate.length > 0 ? [CHE_COSA_NON_VA] : []), ...COLONNE.map(({ chiave }) => chiave)];
  foglio.addRow(chiavi).font = { bold: true };
  for (const [indice, chiave] of chiavi.entries()) {
    const colonna = foglio.getColumn(indice + 1);
    colonna.width = chiave === CHE_COSA_NON_VA ? LARGHEZZA * 3 : LARGHEZZA;
    colonna.numFmt = '@'; // testo: i codici non perdono gli zeri e una data resta com'è scritta
    preparaElenco(
      foglio,
      colonna.letter,
      COLONNE.find((c) => c.chiave === chiave),
      intervalli,
    );
  }
  for (const riga of rifiutate)
    foglio.addRow(chiavi.map((chiave) => neutralizza(chiave === CHE_COSA_NON_VA ? inParole(riga) : (riga.testi[chiave] ?? ''))));
}

function preparaElenco(foglio: Worksheet, lettera: string, colonna: Colonna | undefined, intervalli: ReadonlyMap<string, string>): void {
  if (!colonna) return;
  const intervallo = intervalli.get(colonna.chiave);
  const guida = { showInputMessage: true, promptTitle: colonna.titolo.slice(0, 32), prompt: colonna.aiuto.slice(0, 255), allowBlank: true };
  const regola = intervallo
    ? { type: 'list' as const, formulae: [intervallo], showErrorMessage: false, ...guida }
    : { type: 'textLength' as const, operator: 'lessThan' as const, formulae: [1000], ...guida };
  // una regola per tutta la colonna: exceljs non la dichiara nei tipi, ma è così che la scrive
  const regole = (foglio as Worksheet & { dataValidations: { add: (dove: string, regola: object) => void } }).dataValidations;
  regole.add(`${lettera}2:${lettera}${RIGHE_PREPARATE}`, regola);
}

const inParole = ({ problemi }: RigaRifiutata): string => problemi.map(({ colonna, messaggio }) => `${colonna}: ${messaggio}`).join(' ');
