/** Le voci di uno schema di classificazione, e che cosa si può scegliere. */

export type Voce = {
  codice: string;
  etichetta: string;
  gruppo: string | null;
  definizione: string | null;
  /** La categoria delle Tabelle 1.2-1.5 che questa voce decide; null se lo schema non tocca le tabelle. */
  categoria: string | null;
};
export type Schema = {
  id: string;
  codice: string;
  versione: number;
  titolo: string;
  descrizione: string;
  esclusivo: boolean;
  voci: Voce[];
};

const MASSIMO_VOCI = 60;
const CODICE = /^[A-Z0-9_.]{1,20}$/;

type Lette = { ok: true; voci: Voce[] } | { ok: false; messaggio: string };

/** Le voci scritte una per riga, `codice; etichetta; definizione` (la definizione può mancare); righe vuote ignorate. */
export function leggiVoci(testo: string): Lette {
  const righe = testo
    .split(/\r?\n/)
    .map((riga) => riga.trim())
    .filter((riga) => riga !== '');
  const no = (messaggio: string): Lette => ({ ok: false, messaggio });
  if (righe.length < 2) return no('Scrivi almeno due voci, una per riga.');
  if (righe.length > MASSIMO_VOCI) return no(`Le voci sono al massimo ${MASSIMO_VOCI}.`);
  const voci: Voce[] = [];
  for (const [n, riga] of righe.entries()) {
    const [scritto = '', etichetta = '', ...resto] = riga.split(';').map((parte) => parte.trim());
    const codice = scritto.toUpperCase();
    if (!CODICE.test(codice) || etichetta === '')
      return no(`Riga ${n + 1}: scrivi il codice (lettere senza accenti e cifre), un punto e virgola, l’etichetta.`);
    if (etichetta.length > 200) return no(`Riga ${n + 1}: l’etichetta supera 200 caratteri.`);
    if (voci.some((voce) => voce.codice === codice)) return no(`Riga ${n + 1}: il codice ${codice} c’è già.`);
    voci.push({ codice, etichetta, gruppo: null, definizione: resto.join('; ').slice(0, 500) || null, categoria: null });
  }
  return { ok: true, voci };
}

/** Perché queste voci non si possono dare a un progetto; vuoto se si può. Nessuna voce è una risposta. */
export function vociRifiutate({ voci, esclusivo }: Pick<Schema, 'voci' | 'esclusivo'>, scelte: readonly string[]): string {
  if (scelte.some((codice) => !voci.some((voce) => voce.codice === codice)))
    return 'Una voce scelta non è di questo schema. Ricarica la pagina.';
  return esclusivo && scelte.length > 1 ? 'Questo schema vuole una voce sola per progetto.' : '';
}

/** Le voci scelte, ciascuna una volta e nell'ordine dello schema: così due scelte uguali si scrivono uguali. */
export const inOrdine = ({ voci }: Pick<Schema, 'voci'>, scelte: readonly string[]): string[] =>
  voci.map(({ codice }) => codice).filter((codice) => scelte.includes(codice));

/** «Voce uno; voce due», o che non ce n'è nessuna. */
export const vociScritte = ({ voci }: Pick<Schema, 'voci'>, scelte: readonly string[]): string =>
  voci
    .filter(({ codice }) => scelte.includes(codice))
    .map(({ etichetta }) => etichetta)
    .join('; ') || 'Nessuna voce';
