import { SOGLIA, SOGLIA_PARTICOLARE } from '@/lib/soppressione/soppressione';

/**
 * Gli indicatori comuni del FSE 2014-2020 (Reg. 1304/2013, All. I) e del FSE+ (Reg. 2021/1057, All. I), con la dizione italiana (domain 2.1-2.2).
 * L'ordine è quello dei bit di app.segni: non si cambia, si aggiunge in fondo.
 */
export const CODICI = [
  ...['CO01', 'CO02', 'CO03', 'CO04', 'CO05', 'CO06', 'CO07', 'CO08', 'CO09', 'CO10', 'CO11', 'CO15', 'CO16', 'CO17', 'CO18', 'CO19'],
  ...['CR01', 'CR02', 'CR03', 'CR04', 'CR05', 'CR06', 'CR07', 'CR08', 'CR09'],
  ...['EECO01', 'EECO02', 'EECO03', 'EECO04', 'EECO05', 'EECO06', 'EECO07', 'EECO08', 'EECO09', 'EECO10', 'EECO11'],
  ...['EECO12', 'EECO13', 'EECO14', 'EECO15', 'EECO16', 'EECO17', 'EECR01', 'EECR02', 'EECR03', 'EECR04', 'EECR05', 'EECR06'],
] as const satisfies readonly Codice[];

export type Codice =
  | `CO${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '15' | '16' | '17' | '18' | '19'}`
  | `CR0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `EECO${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17'}`
  | `EECR0${1 | 2 | 3 | 4 | 5 | 6}`;

/** Il numero complessivo dei partecipanti: non è un indicatore, ma ogni tabella comincia da qui. */
export const TOTALE = 'TOTALE';
export type CodiceOTotale = Codice | typeof TOTALE;

/** Gli indicatori sugli enti, che non si calcolano dalle persone. */
export type CodiceEnte = 'CO20' | 'CO21' | 'CO22' | 'CO23' | 'EECO18' | 'EECO19';

export const NOME_INDICATORE: Record<CodiceOTotale | CodiceEnte, string> = {
  TOTALE: 'Partecipanti in tutto',
  CO01: 'Disoccupati, compresi i disoccupati di lungo periodo',
  CO02: 'Disoccupati di lungo periodo',
  CO03: 'Persone inattive',
  CO04: 'Persone inattive che non seguono un corso di insegnamento o una formazione',
  CO05: 'Lavoratori, compresi i lavoratori autonomi',
  CO06: 'Persone di età inferiore a 25 anni',
  CO07: 'Persone di età superiore a 54 anni',
  CO08: 'Oltre 54 anni, disoccupati o inattivi che non seguono un corso di insegnamento o una formazione',
  CO09: 'Titolari di un diploma di istruzione primaria (ISCED 1) o secondaria inferiore (ISCED 2)',
  CO10: 'Titolari di un diploma di istruzione secondaria superiore (ISCED 3) o post-secondaria (ISCED 4)',
  CO11: 'Titolari di un diploma di istruzione terziaria (ISCED da 5 a 8)',
  CO15: 'Migranti, persone di origine straniera, minoranze (comprese le comunità emarginate come i Rom)',
  CO16: 'Partecipanti con disabilità',
  CO17: 'Altre persone svantaggiate',
  CO18: 'Senzatetto o persone colpite da esclusione abitativa',
  CO19: 'Persone provenienti da zone rurali',
  CO20: 'Progetti attuati completamente o parzialmente da parti sociali o da organizzazioni non governative',
  CO21: 'Progetti dedicati alla partecipazione sostenibile e al progresso delle donne nel mondo del lavoro',
  CO22: 'Progetti destinati alle pubbliche amministrazioni o ai servizi pubblici a livello nazionale, regionale o locale',
  CO23: 'Micro, piccole e medie imprese finanziate (comprese cooperative e imprese dell’economia sociale)',
  CR01: 'Inattivi che cercano lavoro al termine della partecipazione',
  CR02: 'Partecipanti che intraprendono studi o una formazione al termine della partecipazione',
  CR03: 'Partecipanti che ottengono una qualifica al termine della partecipazione',
  CR04: 'Partecipanti che trovano un lavoro, anche autonomo, al termine della partecipazione',
  CR05: 'Partecipanti svantaggiati impegnati al termine in ricerca di lavoro, istruzione o formazione, qualifica o lavoro',
  CR06: 'Partecipanti che hanno un lavoro, anche autonomo, entro sei mesi dal termine',
  CR07: 'Partecipanti che godono di una migliore situazione sul mercato del lavoro entro sei mesi dal termine',
  CR08: 'Partecipanti di oltre 54 anni che hanno un lavoro, anche autonomo, entro sei mesi dal termine',
  CR09: 'Partecipanti svantaggiati che hanno un lavoro, anche autonomo, entro sei mesi dal termine',
  EECO01: 'Numero complessivo dei partecipanti',
  EECO02: 'Disoccupati, compresi i disoccupati di lungo periodo',
  EECO03: 'Disoccupati di lungo periodo',
  EECO04: 'Persone inattive',
  EECO05: 'Lavoratori, compresi i lavoratori autonomi',
  EECO06: 'Minori di età inferiore a 18 anni',
  EECO07: 'Giovani di età compresa tra i 18 e i 29 anni',
  EECO08: 'Partecipanti di età pari o superiore a 55 anni',
  EECO09: 'Titolari di un diploma di istruzione secondaria inferiore o più bassa (ISCED da 0 a 2)',
  EECO10: 'Titolari di un diploma di istruzione secondaria superiore (ISCED 3) o post-secondaria (ISCED 4)',
  EECO11: 'Titolari di un diploma di istruzione terziaria (ISCED da 5 a 8)',
  EECO12: 'Partecipanti con disabilità',
  EECO13: 'Cittadini di paesi terzi',
  EECO14: 'Partecipanti di origine straniera',
  EECO15: 'Minoranze (comprese le comunità emarginate quali i Rom)',
  EECO16: 'Senzatetto o persone colpite da esclusione abitativa',
  EECO17: 'Partecipanti provenienti da zone rurali',
  EECO18: 'Pubbliche amministrazioni o servizi pubblici sostenuti a livello nazionale, regionale o locale',
  EECO19: 'Micro, piccole e medie imprese sostenute (comprese cooperative e imprese sociali)',
  EECR01: 'Partecipanti impegnati nella ricerca di un lavoro al termine della partecipazione',
  EECR02: 'Partecipanti che intraprendono un percorso di istruzione o formazione al termine della partecipazione',
  EECR03: 'Partecipanti che ottengono una qualifica al termine della partecipazione',
  EECR04: 'Partecipanti che hanno un lavoro, anche autonomo, al termine della partecipazione',
  EECR05: 'Partecipanti che hanno un lavoro, anche autonomo, sei mesi dopo la partecipazione',
  EECR06: 'Partecipanti la cui situazione sul mercato del lavoro è migliorata sei mesi dopo la partecipazione',
};

export const SESSI = ['F', 'M', 'X', 'ND'] as const;
/** Le colonne di una tabella di indicatori: chi non ha detto il sesso è `ND`, tutti insieme `T`. */
export const COLONNE = [...SESSI, 'T'] as const;
export type Colonna = (typeof COLONNE)[number];
export const NOME_COLONNA: Record<Colonna, string> = { F: 'Donne', M: 'Uomini', X: 'Non binario', ND: 'Non indicato', T: 'Totale' };

// CO15, CR05 e CR09 raccolgono anche minoranze e disabilita: si proteggono come le parti che contengono
const PARTICOLARI: readonly CodiceOTotale[] = ['EECO06', 'EECO12', 'EECO15', 'CO15', 'CO16', 'CO17', 'CR05', 'CR09'];
/** Sotto questo numero una cella non si dice; la soglia è più alta per i minori e le categorie particolari (GDPR art. 9). */
export const sogliaDi = (codice: CodiceOTotale): number => (PARTICOLARI.includes(codice) ? SOGLIA_PARTICOLARE : SOGLIA);
