import { etichettaAzione } from '@/lib/attuazione/labels';
import { dataLunga } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import type { ClasseDimensione } from './dimensione';
import type { ClasseAvvio } from './misure';
import type { ChiaveStato, Indice } from './pannello';
import type { DatiTabelle, Misurata } from './righe';
import type { Formato, TabellaScaricabile } from './schema';

/** Come si chiama ogni tabella, sullo schermo e nel foglio LEGGIMI. */
export const TITOLO_TABELLA: Record<TabellaScaricabile, string> = {
  '1.1': 'Tabella 1.1. I progetti e chi li realizza',
  '1.2': 'Tabella 1.2. Servizi di innovazione sociale',
  '1.3': 'Tabella 1.3. Azioni di innovazione sociale',
  '1.4': 'Tabella 1.4. Servizi di welfare territoriale',
  '1.5': 'Tabella 1.5. Azioni di welfare territoriale',
  '3.1': 'Figura 3.1. Che cosa fanno i progetti',
  dimensione: 'Dimensione delle aggregazioni',
  stati: 'Stato delle azioni per categoria',
  cause: 'Cause di ritardo',
  cause_fasi: 'Cause per categoria e fase',
  avvio: 'Mesi dall’approvazione all’avvio delle attività',
  'avvio-azioni': 'Mesi dall’approvazione all’inizio delle azioni',
  sospesi: 'Mesi di sospensione',
  spesa: 'Contributo assegnato ai progetti',
  partecipanti: 'Partecipanti per progetto',
  caratteristiche: 'Chi partecipa e che cosa ne viene',
  azioni: 'Panel delle azioni, una riga per azione e rilevazione',
  quantita: 'Quantità previste e raggiunte',
  pannello: 'Tutte le tabelle e il pannello di attuazione',
};

/** I formati in cui si scarica una tabella, come si chiamano sui comandi. */
export const FORMATI_TABELLA: readonly (readonly [Formato, string])[] = [
  ['csv', 'CSV per Excel'],
  ['csv-r', 'CSV per R'],
  ['xlsx', 'XLSX'],
];

/** I disegni, dove la tabella ha un grafico. */
export const FORMATI_DISEGNO = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
] as const;

export const NOME_AVVIO: Record<ClasseAvvio, string> = {
  PRIMA: 'Prima dell’approvazione',
  MESI_0_2: 'Da 0 a 2 mesi dopo',
  MESI_3_5: 'Da 3 a 5 mesi',
  MESI_6_8: 'Da 6 a 8 mesi',
  MESI_9_11: 'Da 9 a 11 mesi',
  MESI_12: '12 mesi o più',
};

export const NOME_DIMENSIONE: Record<ClasseDimensione, string> = {
  OLTRE_800: 'Oltre 800.000 abitanti',
  DA_500: 'Da 500.000 a 800.000',
  DA_100: 'Da 100.000 a 500.000',
  FINO_100: 'Fino a 100.000',
  NON_NOTA: 'Popolazione non nota',
};

export const NOME_MACRO = { INNOVAZIONE_SOCIALE: 'Innovazione sociale', WELFARE_TERRITORIALE: 'Welfare territoriale' } as const;

/** Il titolo di una tabella del rapporto; una Regione può averne con altri numeri. */
export const titoloTabella = (numero: string): string => (TITOLO_TABELLA as Partial<Record<string, string>>)[numero] ?? `Tabella ${numero}`;

/** Chi ha classificato i progetti e quando; più fonti si elencano. */
export const fonteScritta = (fonti: DatiTabelle['fonti']): string =>
  fonti.length === 0
    ? 'A questa data i progetti non sono ancora classificati.'
    : `Classificazione: ${fonti.map(({ fonte, dal }) => `${fonte}, attribuita il ${dataLunga(dal)}`).join('; ')}.`;

/** L'etichetta senza la spiegazione tra parentesi: "Attività intermedia (coordinamento, …)" → "Attività intermedia". */
export const etichettaBreve = (etichetta: string): string => etichetta.split(' (')[0] ?? etichetta;

/** Lo stato di un'azione come si legge; "non rilevata" compresa. */
export const nomeStato = (stato: ChiaveStato): string => etichettaAzione(stato === 'NON_RILEVATA' ? null : stato);

/** Come si chiama il foglio (e, con i trattini, il file) di una tabella: "1.4" → "tabella 1.4". */
export const nomeFoglio = (tabella: TabellaScaricabile): string =>
  tabella === '3.1' ? `figura ${tabella}` : /^\d/.test(tabella) ? `tabella ${tabella}` : tabella;

const DUE_DECIMALI = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENTO = new Intl.NumberFormat('it-IT', { style: 'percent', maximumFractionDigits: 0 });

/** L'indice sintetico, da 0 a 1, con due decimali; "non calcolabile" se non c'è nessuna azione da contare. */
export const indiceScritto = ({ valore }: Indice): string => (valore === null ? 'non calcolabile' : DUE_DECIMALI.format(valore));

/** "circa 10–15": il valore, l'intervallo se c'è, e se la fonte dice «circa». */
export const misuraScritta = (misura: Misurata | null): string => {
  if (!misura) return 'non rilevato';
  const estremi = misura.massimo === null ? numero(misura.valore) : `${numero(misura.valore)}–${numero(misura.massimo)}`;
  return misura.approssimato ? `circa ${estremi}` : estremi;
};

/** Una quota in percentuale intera; «circa» se uno dei due valori lo è. */
export const quotaScritta = (quota: number | null, approssimata = false): string =>
  quota === null ? '' : `${approssimata ? 'circa ' : ''}${PERCENTO.format(quota)}`;

/** "1 mese", "5,5 mesi". */
export const mesiScritti = (mesi: number): string => (mesi === 1 ? '1 mese' : `${numero(mesi)} mesi`);

/** "1 progetto", "22 progetti". */
export const conta = (quanti: number, uno: string, piu: string): string => `${numero(quanti)} ${quanti === 1 ? uno : piu}`;
