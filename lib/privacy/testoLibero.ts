import { letteraDiControllo } from '@/lib/codiceFiscale/controllo';
import { elenco } from '@/lib/format/elenco';

/**
 * Un testo libero che sembra contenere dati di una persona: lo si dice a chi scrive, prima di salvare (domain 5.2). Si cerca la forma, non la persona:
 * nulla di ciò che si trova esce di qui, né finisce in un registro.
 */

export type DatoPersonale = 'CODICE_FISCALE' | 'EMAIL' | 'IBAN' | 'TELEFONO';
const NOMI: Record<DatoPersonale, string> = {
  CODICE_FISCALE: 'un codice fiscale',
  EMAIL: 'un indirizzo e-mail',
  IBAN: 'un IBAN',
  TELEFONO: 'un numero di telefono',
};

const C = '[0-9LMNPQRSTUV]'; // una cifra, anche nascosta dall'omocodia
const S = '[\\s.-]?';
const CODICE = new RegExp(
  `(?<![\\p{L}\\p{N}])[A-Z]{3}${S}[A-Z]{3}${S}${C}{2}${S}[ABCDEHLMPRST]${S}${C}{2}${S}[A-Z]${C}{3}${S}[A-Z](?![\\p{L}\\p{N}])`,
  'giu',
);
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;
const V = '[ ]?';
/** L'IBAN italiano e sammarinese si scrive anche per ABI, CAB e conto, con gli spazi dove capita; gli altri tutti uniti, o a gruppi di quattro (ISO 13616). */
const IBAN = [
  `(?:IT|SM)${V}\\d${V}\\d${V}[A-Z](?:${V}\\d){10}(?:${V}[A-Z0-9]){12}`,
  '[A-Z]{2}\\d{2}[A-Z0-9]{11,30}',
  '[A-Z]{2}\\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?',
].map((forma) => new RegExp(`(?<![\\p{L}\\p{N}])${forma}(?![\\p{L}\\p{N}])`, 'giu'));
const PREFISSO = '(?:(?:\\+|00)39[\\s.-]?)?';
const TELEFONI = [
  // cellulari: dieci cifre, scritte insieme o a gruppi (mai a gruppi di tre soli: sarebbe un importo)
  `${PREFISSO}3\\d{2}[\\s./-]?\\d{7}`,
  `${PREFISSO}3\\d{2}[\\s./-]\\d{3}[\\s.-]\\d{4}`,
  `${PREFISSO}3\\d{2}[\\s./-]\\d{3}[\\s.-]\\d{2}[\\s.-]\\d{2}`,
  `${PREFISSO}3\\d{2}[\\s./-]\\d{2}[\\s.-]\\d{2}[\\s.-]\\d{3}`,
  // fissi: prefisso e numero
  `${PREFISSO}0[1-9]\\d{0,2}[\\s./-]\\d{5,8}`,
  `${PREFISSO}0[1-9]\\d{7,9}`,
  // con il prefisso internazionale basta meno
  '(?:\\+|00)\\d{2}[\\s.-]?\\d{2,4}[\\s.-]?\\d{5,8}',
].map((forma) => new RegExp(`(?<![\\p{L}\\p{N},./+-])${forma}(?![\\p{L}\\p{N}]|[,./-]\\d)`, 'u'));

/** Tutte lettere può essere una parola: allora la lettera di controllo deve tornare. */
function eCodice(scritto: string): boolean {
  const codice = scritto.toUpperCase().replace(/[\s.-]/g, '');
  return /\d/.test(codice) || letteraDiControllo(codice.slice(0, 15)) === codice[15];
}

/** Modulo 97 su un IBAN scritto anche con gli spazi, o sulle sue prime parti se ne segue una parola. */
function eIban(scritto: string): boolean {
  const pezzi = scritto.toUpperCase().split(/ +/);
  return pezzi.some((_, n) => resto97(pezzi.slice(0, pezzi.length - n).join('')) === 1);
}
function resto97(iban: string): number {
  if (iban.length < 15 || iban.length > 34) return 0;
  const cifre = [...iban.slice(4), ...iban.slice(0, 4)].map((c) => (/\d/.test(c) ? c : String(c.charCodeAt(0) - 55))).join('');
  let resto = 0;
  for (const cifra of cifre) resto = (resto * 10 + Number(cifra)) % 97;
  return resto;
}

/** I generi di dati personali che un testo sembra contenere, ciascuno una volta: le cifre di un IBAN non sono anche un telefono. */
export function datiPersonali(testo: string): DatoPersonale[] {
  const senzaIban = IBAN.reduce((resto, forma) => resto.replace(forma, (scritto) => (eIban(scritto) ? '' : scritto)), testo);
  const trovati: [DatoPersonale, boolean][] = [
    ['CODICE_FISCALE', [...testo.matchAll(CODICE)].some(([scritto]) => eCodice(scritto))],
    ['EMAIL', EMAIL.test(testo)],
    ['IBAN', senzaIban !== testo],
    ['TELEFONO', TELEFONI.some((forma) => forma.test(senzaIban))],
  ];
  return trovati.flatMap(([genere, vero]) => (vero ? [genere] : []));
}

/** L'avviso per chi scrive; vuoto se non c'è nulla da dire. */
export function avvisoDati(testo: string): string {
  const trovati = datiPersonali(testo).map((genere) => NOMI[genere]);
  return trovati.length === 0
    ? ''
    : `Sembra esserci ${elenco(trovati)}: se riguarda una persona, ${trovati.length > 1 ? 'toglili' : 'toglilo'}.`;
}

/** Il nome della casella con cui si conferma che il testo va bene com'è. */
export const CONFERMA_DATI = 'confermaDati';
