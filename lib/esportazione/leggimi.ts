import { type Tabella, VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { dataLunga } from '@/lib/format/data';
import type { Provenienza } from './schema';

/** Come si cita: chi, che cosa, quale versione, dove. */
export const citazione = ({ regione, data, estratto, istantanea, indirizzo }: Provenienza): string =>
  `${regione} (${data.slice(0, 4)}). Programmi di welfare territoriale: dati per la valutazione al ${dataLunga(data)}. Portale Cantiere, ${
    istantanea === null ? `estrazione del ${dataLunga(estratto)}` : `istantanea ${istantanea} del ${dataLunga(estratto)}`
  }, dizionario ${VERSIONE_DIZIONARIO}. ${indirizzo}`;

const versione = ({ istantanea, estratto }: Provenienza): string =>
  istantanea === null
    ? `Estrazione del ${dataLunga(estratto)}: domani può dare dati diversi. Per citarla a lungo, congela un’istantanea.`
    : `Istantanea ${istantanea}, congelata il ${dataLunga(estratto)}: resta questa anche se i dati cambiano o le persone sono rese anonime.`;

const METODO = [
  'Progetti: solo quelli approvati, gli stessi delle tabelle del rapporto. Stato e importi sono quelli del giorno dell’estrazione.',
  'Relazioni: solo quelle approvate dalla Regione, con il periodo finito entro la data di riferimento. Le note libere non sono comprese.',
  'Persone: nessun nome, nessuno pseudonimo. Le righe sono k-anonime (k = 5), per programma e semestre di uscita; i conteggi hanno le celle piccole nascoste.',
  'Non si incrociano queste righe con altri dati per riconoscere qualcuno.',
  'Mancanti: NA nei CSV e in XLSX, nullo in JSON Lines e Parquet. Che cosa vuol dire, variabile per variabile, è nel codebook. NA non è zero.',
  'Importi: centesimi interi e, nella colonna _eur, euro. Date AAAA-MM-GG, mesi AAAA-MM. Più codici in una cella sono separati da |.',
  'Testi: nei CSV e in XLSX un testo che comincia con = + - @, tabulazione o a capo ha un apice davanti, perché un foglio di calcolo non lo esegua; gli script per R e Python lo tolgono. In JSON Lines e Parquet i testi sono esatti.',
];

const CARTELLE = [
  'csv/        punto e virgola, virgola decimale, BOM: si apre con un doppio clic in Excel italiano',
  'csv-r/      virgola, punto decimale, UTF-8: per R, Stata, SPSS, Python',
  'dati.xlsx   un foglio per tabella',
  'jsonl/      un oggetto JSON per riga',
  'parquet/    per R (arrow), Python (pandas, polars), DuckDB',
  'script/     leggono csv-r/ e applicano etichette e codici',
  'codebook.csv, INVENTARIO.csv e SHA256SUMS.txt   che cosa c’è, e come controllare che sia intero: sha256sum -c SHA256SUMS.txt',
];

/** Il LEGGIMI dell'archivio. Righe chiuse da CRLF: si apre anche con Blocco note. */
export function leggimiDi(tabelle: readonly Tabella[], provenienza: Provenienza): string {
  const righe = [
    'DATI PER LA VALUTAZIONE',
    '',
    `Regione: ${provenienza.regione}`,
    `Data di riferimento: ${provenienza.data} (${dataLunga(provenienza.data)})`,
    `Versione: ${versione(provenienza)}`,
    `Dizionario dei dati: versione ${VERSIONE_DIZIONARIO}`,
    '',
    'Come si cita',
    citazione(provenienza),
    '',
    'Che cosa c’è',
    ...CARTELLE,
    '',
    'Come si legge',
    ...METODO.map((frase) => `- ${frase}`),
    '',
    'Tabelle',
    ...tabelle.flatMap(({ nome, etichetta, descrizione, chiave }) => [
      `${nome}: ${etichetta}. ${descrizione}`,
      `  chiave: ${chiave.join(', ')}`,
    ]),
    '',
  ];
  return righe.join('\r\n');
}
