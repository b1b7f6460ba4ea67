import ExcelJS from 'exceljs';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { CHE_COSA_NON_VA, COLONNE, FOGLIO } from '@/lib/importaPersone/colonne';

/** Fogli di persone inventate. */

export type RigaDiProva = Record<string, string | number | Date | null>;

const CATASTALE = 'A859'; // Biella
const giorno = (n: number): string => new Date(Date.UTC(1950, 0, 1) + (n % 18_000) * 86_400_000).toISOString().slice(0, 10);
const lettere = (n: number): string => [...String(n)].map((cifra) => 'abcdefghil'[Number(cifra)]).join('');

/** La persona n, sempre la stessa, con un codice fiscale valido. */
export function unaRiga(n: number, azione: string, altro: RigaDiProva = {}): RigaDiProva {
  const [cognome, nome] = [`Prova${lettere(n)}`, `Rosa${lettere(n % 97)}`];
  const nascita = giorno(n * 7);
  const [anno, mese, di] = nascita.split('-');
  return {
    codice: codiceFiscaleDi({ cognome, nome, sesso: 'F', nascita, catastale: CATASTALE }),
    ...{ cognome, nome, sesso: 'F', data_nascita: `${di}/${mese}/${anno}`, comune_nascita: 'Biella' },
    ...{ ingresso: '15/01/2020', informativa_il: '10/01/2020', comune_residenza: 'Biella', cittadinanza: 'IT' },
    ...{ titolo_studio: 'DIPLOMA', condizione: 'DISOCCUPATO', mesi_disoccupazione: 5, disabilita: 'NO', minoranza: 'NON_DICHIARA' },
    ...{ telefono: '+39 015 555', email: 'prova@persona.example', azione },
    ...altro,
  };
}

/** Un XLSX come lo salverebbe un foglio di calcolo. */
export async function unFile(
  righe: readonly RigaDiProva[],
  { foglio = FOGLIO, colonne = COLONNE.map(({ chiave }) => chiave) } = {},
): Promise<Uint8Array> {
  const cartella = new ExcelJS.Workbook();
  const scritto = cartella.addWorksheet(foglio);
  scritto.addRow(colonne);
  for (const riga of righe) {
    const nuova = scritto.addRow(colonne.map((chiave) => riga[chiave] ?? null));
    nuova.eachCell((cella) => {
      if (cella.value instanceof Date) cella.numFmt = 'dd/mm/yyyy';
    });
  }
  return new Uint8Array(await cartella.xlsx.writeBuffer());
}

/** Le righe di un XLSX, per nome di colonna. */
export async function rileggi(contenuto: Uint8Array): Promise<Record<string, string>[]> {
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load(contenuto.buffer as ArrayBuffer);
  const foglio = cartella.getWorksheet(FOGLIO);
  const nomi = (foglio?.getRow(1).values ?? []) as string[];
  const righe: Record<string, string>[] = [];
  foglio?.eachRow((riga, numero) => {
    if (numero > 1)
      righe.push(Object.fromEntries(nomi.flatMap((nome, posto) => (nome ? [[nome, String(riga.getCell(posto).value ?? '')]] : []))));
  });
  return righe;
}
export { CHE_COSA_NON_VA };
