/** I codici dei dati di una persona (domain 2.4) con le parole italiane: gli stessi del database, dei moduli e del modello da importare. */

type Voci<K extends string> = Readonly<Record<K, string>>;
const chiavi = <K extends string>(voci: Voci<K>) => Object.keys(voci) as [K, ...K[]];

export const SESSI = { F: 'Femmina', M: 'Maschio', X: 'Non binario' } as const;

/** Titolo di studio italiano → livello ISCED 2011. Un titolo estero non riconosciuto si dichiara con il livello equivalente. */
export const TITOLI = {
  NESSUNO: ['Nessun titolo', 0],
  LICENZA_ELEMENTARE: ['Licenza elementare', 1],
  LICENZA_MEDIA: ['Licenza media', 2],
  QUALIFICA_IEFP: ['Qualifica professionale (3 anni)', 3],
  DIPLOMA_IEFP: ['Diploma professionale (4 anni)', 3],
  DIPLOMA: ['Diploma di scuola superiore', 3],
  IFTS: ['Certificato IFTS', 4],
  ITS: ['Diploma ITS', 5],
  LAUREA_TRIENNALE: ['Laurea triennale', 6],
  AFAM_PRIMO: ['Diploma accademico di primo livello', 6],
  MASTER_PRIMO: ['Master di primo livello', 7],
  LAUREA_MAGISTRALE: ['Laurea magistrale, a ciclo unico o del vecchio ordinamento', 7],
  AFAM_SECONDO: ['Diploma accademico di secondo livello', 7],
  MASTER_SECONDO: ['Master di secondo livello', 8],
  DOTTORATO: ['Dottorato di ricerca', 8],
  ESTERO_0: ['Titolo estero: meno della scuola elementare', 0],
  ESTERO_1: ['Titolo estero: scuola elementare', 1],
  ESTERO_2: ['Titolo estero: scuola media', 2],
  ESTERO_3: ['Titolo estero: scuola superiore', 3],
  ESTERO_4: ['Titolo estero: dopo la scuola superiore, non universitario', 4],
  ESTERO_5: ['Titolo estero: ciclo breve dopo il diploma', 5],
  ESTERO_6: ['Titolo estero: laurea di primo livello', 6],
  ESTERO_7: ['Titolo estero: laurea di secondo livello', 7],
  ESTERO_8: ['Titolo estero: dottorato', 8],
} as const satisfies Record<string, readonly [string, number]>;
export type Titolo = keyof typeof TITOLI;
export const CODICI_TITOLO = Object.keys(TITOLI) as [Titolo, ...Titolo[]];
/** Il livello ISCED (0-8) di un titolo; null se non dichiarato. */
export const iscedDi = (titolo: Titolo | null): number | null => (titolo ? TITOLI[titolo][1] : null);

export const CONDIZIONI = {
  DISOCCUPATO: 'Disoccupato o in cerca di lavoro',
  INATTIVO_ISTRUZIONE: 'Inattivo, in istruzione o formazione',
  INATTIVO_ALTRO: 'Inattivo, per altro motivo (pensione, cura, altro)',
  OCCUPATO_DIPENDENTE: 'Occupato come dipendente',
  OCCUPATO_AUTONOMO: 'Occupato in proprio',
} as const;
export const RISPOSTE = { SI: 'Sì', NO: 'No', NON_DICHIARA: 'Non dichiara' } as const;
export const CONDIZIONI_ABITATIVE = {
  NESSUNA: 'Nessun disagio abitativo',
  SENZA_TETTO: 'Senza tetto (strada, dormitorio)',
  SENZA_CASA: 'Senza casa (comunità, alloggio temporaneo)',
  PRECARIA: 'Sistemazione precaria (sfratto, ospitalità)',
  INADEGUATA: 'Alloggio inadeguato o sovraffollato',
} as const;
export const MOTIVI_USCITA = {
  COMPLETATO: 'Percorso completato',
  ABBANDONO: 'Abbandono',
  TRASFERIMENTO: 'Trasferimento',
  DECESSO: 'Decesso',
  ALTRO: 'Altro motivo',
} as const;
/** Chi non ha un codice fiscale. */
export const SENZA_CODICE = { STP: 'Codice STP', ENI: 'Codice ENI', NESSUNO: 'Nessun codice' } as const;

export const CODICI_SESSO = chiavi(SESSI);
export const CODICI_CONDIZIONE = chiavi(CONDIZIONI);
export const CODICI_RISPOSTA = chiavi(RISPOSTE);
export const CODICI_ABITATIVA = chiavi(CONDIZIONI_ABITATIVE);
export const CODICI_MOTIVO_USCITA = chiavi(MOTIVI_USCITA);
export const CODICI_SENZA_CODICE = chiavi(SENZA_CODICE);

/** ISO 3166-1: i Paesi, e i due casi di chi non ne ha uno. */
const PAESI = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA ' +
  'UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');
const nomi = new Intl.DisplayNames('it', { type: 'region' });
/** Codice ISO del Paese (o APOLIDE, NON_DETERMINATA) → nome italiano; l'Italia per prima, poi in ordine alfabetico. */
export const CITTADINANZE: ReadonlyMap<string, string> = new Map([
  ['IT', 'Italia'],
  ...PAESI.filter((codice) => codice !== 'IT')
    .map((codice): [string, string] => [codice, nomi.of(codice) ?? codice])
    .sort(([, a], [, b]) => a.localeCompare(b, 'it')),
  ['APOLIDE', 'Apolide'],
  ['NON_DETERMINATA', 'Cittadinanza non determinata'],
]);

/** Le voci di un vocabolario come opzioni di una scelta. */
export const opzioniDi = (voci: Readonly<Record<string, string | readonly [string, number]>>): { valore: string; etichetta: string }[] =>
  Object.entries(voci).map(([valore, voce]) => ({ valore, etichetta: typeof voce === 'string' ? voce : voce[0] }));
