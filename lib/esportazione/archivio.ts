import { createHash } from 'node:crypto';
import type { RigaGrezza, Tabella } from '@/lib/dizionario/contratto';
import { toCsv } from '@/lib/format/csv';
import { CODEBOOK, righeCodebook, type Vocabolari } from './codebook';
import { leggimiDi } from './leggimi';
import type { FileEsportato, FormatoEsportazione, Impronta, Provenienza } from './schema';
import { scriptDi } from './script';
import { scriviParquet } from './scriviParquet';
import { scriviCsv, scriviJson } from './scriviTesto';
import { scriviXlsx } from './scriviXlsx';

/** Le righe di una tabella, ogni volta dalla prima. */
export type Sorgente = (tabella: Tabella) => AsyncIterable<RigaGrezza[]>;

type Richiesta = {
  tabelle: readonly Tabella[];
  formati: readonly FormatoEsportazione[];
  vocabolari: Vocabolari;
  sorgente: Sorgente;
  data: string;
};

async function* unaVolta<T>(valore: T): AsyncGenerator<T> {
  yield valore;
}
const diTesto = (nome: string, testo: string): FileEsportato => ({ nome, tabella: null, contenuto: () => unaVolta(Buffer.from(testo)) });

const SCRITTORI: Record<
  Exclude<FormatoEsportazione, 'xlsx'>,
  [estensione: string, scrivi: (t: Tabella, s: Sorgente) => AsyncIterable<Uint8Array>]
> = {
  csv: ['csv', (tabella, sorgente) => scriviCsv(tabella, sorgente(tabella), 'excel-it')],
  'csv-r': ['csv', (tabella, sorgente) => scriviCsv(tabella, sorgente(tabella), 'r')],
  jsonl: ['jsonl', (tabella, sorgente) => scriviJson(tabella, sorgente(tabella))],
  parquet: ['parquet', (tabella, sorgente) => scriviParquet(tabella, sorgente(tabella))],
};

/** Una tabella in un formato. Il contenuto nasce mentre lo si legge. */
export const fileDiTabella = (tabella: Tabella, formato: Exclude<FormatoEsportazione, 'xlsx'>, sorgente: Sorgente): FileEsportato => {
  const [estensione, scrivi] = SCRITTORI[formato];
  return { nome: `${formato}/${tabella.nome}.${estensione}`, tabella: tabella.nome, contenuto: () => scrivi(tabella, sorgente) };
};

/** I file con i dati: le tabelle nei formati chiesti, il codebook, gli script. Gli stessi dati danno gli stessi byte. */
export function fileDeiDati({ tabelle, formati, vocabolari, sorgente, data }: Richiesta): FileEsportato[] {
  const codebook = righeCodebook(tabelle, vocabolari);
  const fogli = [
    ...tabelle.map((tabella) => ({ nome: tabella.nome, colonne: tabella.colonne, righe: () => sorgente(tabella) })),
    { ...CODEBOOK, righe: () => unaVolta(codebook) },
  ];
  return [
    { nome: 'codebook.csv', tabella: CODEBOOK.nome, contenuto: () => scriviCsv(CODEBOOK, unaVolta(codebook), 'r') },
    ...(formati.includes('csv-r') ? scriptDi(tabelle, vocabolari).map(({ nome, testo }) => diTesto(nome, testo)) : []),
    ...formati.flatMap((formato): FileEsportato[] =>
      formato === 'xlsx'
        ? [{ nome: 'dati.xlsx', tabella: null, contenuto: () => scriviXlsx(fogli, data) }]
        : tabelle.map((tabella) => fileDiTabella(tabella, formato, sorgente)),
    ),
  ];
}

/** Il primo file dell'archivio. */
export const fileLeggimi = (tabelle: readonly Tabella[], provenienza: Provenienza): FileEsportato =>
  diTesto('LEGGIMI.txt', leggimiDi(tabelle, provenienza));

/** Gli ultimi: che cosa c'è, e come si controlla. */
export function fileDiControllo(impronte: readonly Impronta[]): FileEsportato[] {
  const righe = impronte.map(({ nome, tabella, righe: n, byte, sha256 }) => [nome, tabella, n, byte, sha256]);
  return [
    diTesto('INVENTARIO.csv', toCsv(['file', 'tabella', 'righe', 'byte', 'sha256'], righe, 'r')),
    diTesto('SHA256SUMS.txt', impronte.map(({ nome, sha256 }) => `${sha256}  ${nome}\n`).join('')),
  ];
}

/** Lascia passare i byte e, alla fine, dice quanti sono e che impronta hanno. */
export async function* conImpronta(
  { nome, tabella, contenuto }: FileEsportato,
  righe: () => number | null,
  fatto: (impronta: Impronta) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let byte = 0;
  for await (const pezzo of contenuto()) {
    hash.update(pezzo);
    byte += pezzo.length;
    yield pezzo;
  }
  fatto({ nome, tabella, righe: righe(), byte, sha256: hash.digest('hex') });
}
