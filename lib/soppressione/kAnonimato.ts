/**
 * Righe per la ricerca rese k-anonime (domain 5.5): ogni combinazione di ciò che di una persona si può sapere da fuori vale per almeno k persone. Prima
 * si generalizza per tutti, un passo alla volta e sempre nello stesso ordine; poi si tolgono le righe che restano sole.
 */

export const K = 5;
/** Finché le righe da togliere sono più di una su venti, si generalizza ancora. */
const TOLLERATE = 0.05;

export const QUASI = ['classe_eta', 'sesso', 'cittadinanza', 'titolo', 'condizione', 'ambito'] as const;
export type Quasi = (typeof QUASI)[number];
/** Gli esiti delle persone uscite. */
export const ESITI = [
  'disoccupato_lungo',
  'motivo_uscita',
  'cerca_lavoro',
  'istruzione',
  'qualifica',
  'lavoro',
  'lavoro_6_mesi',
  'migliorato_6_mesi',
] as const;
type SiNo = Exclude<(typeof ESITI)[number], 'motivo_uscita'>;
/** Una persona come esce da accesso.righe_ricerca, senza progetto, pseudonimo e mesi: chi segue un progetto li riconoscerebbe. */
export type RigaRicerca = Record<Quasi | 'motivo_uscita', string | null> & Record<SiNo, boolean | null>;
export const COLONNE = [...QUASI, ...ESITI] as const;

/** Il valore di una variabile tolta a tutti: diverso da NA, che vuol dire «non rilevato». */
export const TOLTO = 'NON_DIFFUSO';

type Passo = { codice: string; inParole: string; applica: (riga: RigaRicerca) => RigaRicerca };
const ricodifica =
  (variabile: Quasi, nuovi: Readonly<Record<string, string>>) =>
  (riga: RigaRicerca): RigaRicerca => ({ ...riga, [variabile]: nuovi[riga[variabile] ?? ''] ?? riga[variabile] });
const togli =
  (...variabili: readonly Quasi[]) =>
  (riga: RigaRicerca): RigaRicerca => ({ ...riga, ...Object.fromEntries(variabili.map((v) => [v, TOLTO])) });

/** L'ordine è deciso una volta per tutte: non dipende da chi chiede né da che cosa cerca. */
export const PASSI: readonly Passo[] = [
  {
    codice: 'ETA_18_54',
    inParole: 'le classi di età 18-29 e 30-54 sono unite',
    applica: ricodifica('classe_eta', { '18-29': '18-54', '30-54': '18-54' }),
  },
  { codice: 'SENZA_AMBITO', inParole: 'l’ambito territoriale è tolto', applica: togli('ambito') },
  {
    codice: 'CONDIZIONE_TRE',
    inParole: 'la condizione occupazionale è ridotta a disoccupato, inattivo, occupato',
    applica: ricodifica('condizione', {
      INATTIVO_ISTRUZIONE: 'INATTIVO',
      INATTIVO_ALTRO: 'INATTIVO',
      OCCUPATO_DIPENDENTE: 'OCCUPATO',
      OCCUPATO_AUTONOMO: 'OCCUPATO',
    }),
  },
  {
    codice: 'CITTADINANZA_UE',
    inParole: 'la cittadinanza è ridotta a UE (Italia compresa) e non UE',
    applica: ricodifica('cittadinanza', { IT: 'UE' }),
  },
  { codice: 'SENZA_TITOLO', inParole: 'il titolo di studio è tolto', applica: togli('titolo') },
  {
    codice: 'ETA_MAGGIORENNI',
    inParole: 'le età sono ridotte a minorenni e maggiorenni',
    applica: ricodifica('classe_eta', { '18-29': '18+', '18-54': '18+', '30-54': '18+', '55+': '18+' }),
  },
  {
    codice: 'SENZA_CONDIZIONE',
    inParole: 'la condizione occupazionale, con la durata della disoccupazione, è tolta',
    applica: (riga) => ({ ...togli('condizione')(riga), disoccupato_lungo: null }),
  },
  { codice: 'SENZA_CITTADINANZA', inParole: 'la cittadinanza è tolta', applica: togli('cittadinanza') },
];

export type Resoconto = { k: number; lette: number; diffuse: number; tolte: number; passi: readonly string[] };
export type RigheDiffuse = { righe: readonly RigaRicerca[]; resoconto: Resoconto };

const chiave = (riga: RigaRicerca): string => JSON.stringify(QUASI.map((q) => riga[q]));
const intera = (riga: RigaRicerca): string => JSON.stringify(COLONNE.map((c) => riga[c]));

/** Le righe che stanno in una classe di almeno k. */
function sicure(righe: readonly RigaRicerca[], k: number): RigaRicerca[] {
  const chiavi = righe.map(chiave);
  const quante = new Map<string, number>();
  for (const una of chiavi) quante.set(una, (quante.get(una) ?? 0) + 1);
  return righe.filter((_, n) => (quante.get(chiavi[n] ?? '') ?? 0) >= k);
}

/**
 * Le righe da diffondere e che cosa è stato generalizzato o tolto. L'ordine delle righe non dice nulla: è quello dei valori.
 * @throws Error se k è sotto cinque
 */
export function rendiAnonime(righe: readonly RigaRicerca[], k: number = K): RigheDiffuse {
  if (!(k >= K)) throw new Error('Le righe per la ricerca chiedono classi di almeno cinque persone.');
  let ora: readonly RigaRicerca[] = righe;
  let buone = sicure(ora, k);
  const passi: string[] = [];
  for (const { codice, applica } of PASSI) {
    if (righe.length - buone.length <= righe.length * TOLLERATE) break;
    ora = ora.map(applica);
    buone = sicure(ora, k);
    passi.push(codice);
  }
  const ordinate = buone
    .map((riga) => ({ riga, testo: intera(riga) }))
    .sort((a, b) => (a.testo < b.testo ? -1 : 1))
    .map(({ riga }) => riga);
  return {
    righe: ordinate,
    resoconto: { k, lette: righe.length, diffuse: ordinate.length, tolte: righe.length - ordinate.length, passi },
  };
}
