import ExcelJS from 'exceljs';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { chiaviPresenti } from '@/lib/identita/chiavi';
import { COLONNE, FOGLIO } from '@/lib/importaPersone/colonne';
import { controllaFile } from '@/lib/importaPersone/commands/controllaFile';
import { importaPersone } from '@/lib/importaPersone/commands/importaPersone';
import { pubblicaIndicatori } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { DARIO, LUCA, MARTA, PAOLO, type PersonaDimostrativa } from './persone';
import type { Scena } from './scena';

/**
 * Le persone seguite nella dimostrazione: tutte inventate, con cognomi composti a caso. Entrano come farebbero quelle vere, con un foglio da importare.
 * Ogni persona nasce dal suo numero: la dimostrazione è sempre la stessa.
 */

const COGNOMI = [
  ...[
    'Ardivelli',
    'Bramontese',
    'Calvezzi',
    'Dormellino',
    'Esparoli',
    'Fulgenzini',
    'Gralione',
    'Istrelli',
    'Lamporesi',
    'Mirdandi',
    'Nobertoli',
  ],
  ...['Oldrazzi', 'Pravesio', 'Quarmonti', 'Rivolbene', 'Sandrimora', 'Tervaldi', 'Umbrezzo', 'Valfiora'],
];
const NOMI = {
  F: ['Agata', 'Bianca', 'Celeste', 'Dora', 'Emma', 'Fatima', 'Gemma', 'Irene', 'Lucia', 'Nadia', 'Olga'],
  M: ['Aldo', 'Bruno', 'Carlo', 'Dino', 'Emil', 'Fausto', 'Gino', 'Hamid', 'Ivo', 'Livio', 'Nino'],
} as const;
const TITOLI = ['LICENZA_MEDIA', 'DIPLOMA', 'QUALIFICA_IEFP', 'LICENZA_MEDIA', 'LICENZA_ELEMENTARE', 'DIPLOMA', 'LAUREA_TRIENNALE'];
const CONDIZIONI = ['DISOCCUPATO', 'DISOCCUPATO', 'INATTIVO_ALTRO', 'OCCUPATO_DIPENDENTE', 'DISOCCUPATO'];
const ABITATIVE = ['PRECARIA', 'INADEGUATA', 'PRECARIA', 'SENZA_CASA'];

type Gruppo = {
  /** Il primo numero, e quante persone. Due gruppi non hanno numeri in comune. */
  da: number;
  quante: number;
  /** Codice dell'azione a cui partecipano. */
  azione: string;
  comune: string;
  /** Anni di nascita, dal primo all'ultimo. */
  nate: readonly [number, number];
};

const scelto = <T>(elenco: readonly T[], n: number): T => elenco[n % elenco.length] as T;
const due = (n: number): string => String(n).padStart(2, '0');

function riga(n: number, { azione, comune, nate: [prima, ultima] }: Gruppo): Record<string, string | number> {
  const sesso = n % 2 === 0 ? 'F' : 'M';
  const gira = n + Math.floor(n / 7); // il titolo e la condizione non vanno di passo con il sesso
  const [cognome, nome] = [scelto(COGNOMI, n * 7), scelto(NOMI[sesso], n * 3)];
  const [anno, mese, giorno] = [prima + ((n * 11) % (ultima - prima + 1)), 1 + ((n * 5) % 12), 1 + ((n * 13) % 28)];
  const condizione = scelto(CONDIZIONI, gira);
  const ingresso = `${due(1 + (n % 27))}/${due(2 + (n % 5))}/2020`;
  return {
    codice: codiceFiscaleDi({ cognome, nome, sesso, nascita: `${anno}-${due(mese)}-${due(giorno)}`, catastale: 'A182' }),
    ...{ cognome, nome, sesso, data_nascita: `${due(giorno)}/${due(mese)}/${anno}`, comune_nascita: 'Alessandria' },
    ...{
      ingresso,
      informativa_il: ingresso,
      comune_residenza: comune,
      cittadinanza: scelto(['IT', 'IT', 'RO', 'IT', 'MA', 'IT', 'AL'], n),
    },
    ...{ disabilita: n % 5 === 4 ? 'SI' : 'NO', minoranza: 'NON_DICHIARA', condizione_abitativa: scelto(ABITATIVE, n), condizione },
    ...(condizione === 'DISOCCUPATO' ? { mesi_disoccupazione: 3 + (n % 20) } : {}),
    // di qualcuno un dato manca ancora: la pagina degli indicatori lo chiede
    ...(n % 9 === 8 ? {} : { titolo_studio: scelto(TITOLI, gira) }),
    azione,
  };
}

/** Un foglio con le persone dei gruppi. */
async function foglioDi(gruppi: readonly Gruppo[]): Promise<Uint8Array> {
  const cartella = new ExcelJS.Workbook();
  const foglio = cartella.addWorksheet(FOGLIO);
  foglio.columns = COLONNE.map(({ chiave }) => ({ header: chiave, key: chiave }));
  for (const gruppo of gruppi) for (let i = 0; i < gruppo.quante; i++) foglio.addRow(riga(gruppo.da + i, gruppo));
  return new Uint8Array(await cartella.xlsx.writeBuffer());
}

/** Un ente importa le sue persone; chi prova il portale senza chiavi delle identità non le trova. */
const importazione = (quando: string, chi: PersonaDimostrativa, ...gruppi: Gruppo[]): Scena => ({
  quando,
  chi,
  fai: async (attore, { mondo }) => {
    if (!chiaviPresenti()) return;
    const inviato = { progettoId: mondo.progetto('P01').id, contenuto: await foglioDi(gruppi) };
    const { impronta, importabili, rifiutate, mostrate } = await controllaFile(attore, inviato);
    if (rifiutate > 0) throw new Error(`Il foglio delle persone dimostrative ha righe rifiutate: ${JSON.stringify(mostrate)}`);
    await importaPersone(attore, { ...inviato, impronta, attese: importabili });
  },
});

/** Alessandria: tre enti seguono persone, e la Regione ha pubblicato gli indicatori una volta. */
export const PARTECIPANTI: Scena[] = [
  importazione('2020-06-30T09:05:00+02:00', MARTA, { da: 0, quante: 38, azione: 'P01.A05', comune: 'Alessandria', nate: [1948, 1996] }),
  importazione('2020-06-30T09:15:00+02:00', DARIO, {
    da: 100,
    quante: 13,
    azione: 'P01.A03',
    comune: 'Casale Monferrato',
    nate: [1993, 2001],
  }),
  importazione('2020-06-30T09:25:00+02:00', LUCA, { da: 200, quante: 24, azione: 'P01.A05', comune: 'Novi Ligure', nate: [1945, 1998] }),
  {
    quando: '2020-07-03T16:30:00+02:00',
    chi: PAOLO,
    fai: async (attore, { mondo }) => {
      if (chiaviPresenti()) await pubblicaIndicatori(attore, mondo.progetto('P01').id);
    },
  },
];
