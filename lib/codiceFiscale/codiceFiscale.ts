import { type Comune, comuneDi } from '@/lib/territorio/comuni';
import { letteraDiControllo } from './controllo';
import { lettereCognome, lettereNome } from './lettere';

/**
 * Il codice fiscale di una persona (D.M. 23 dicembre 1976): forma, lettera di controllo, omocodia, e ciò che dice di chi lo porta.
 * Nessun messaggio ripete il codice: finirebbe nei registri.
 */

/** I mesi, da gennaio. */
const MESI = 'ABCDEHLMPRST';
/** Le lettere che prendono il posto delle cifre 0-9 quando due persone avrebbero lo stesso codice. */
const OMOCODIA = 'LMNPQRSTUV';
/** I sette posti delle cifre, da zero. */
const POSTI_CIFRA = [6, 7, 9, 10, 12, 13, 14] as const;

const FORMA: readonly [posto: RegExp, atteso: string][] = [...'LLLLLLCCMCCLCCCL'].map((genere) => {
  if (genere === 'C') return [/^[0-9LMNPQRSTUV]$/, 'una cifra'];
  return genere === 'M' ? [/^[ABCDEHLMPRST]$/, 'la lettera di un mese'] : [/^[A-Z]$/, 'una lettera'];
});

export type CodiceLetto = {
  codice: string;
  /** Lo stesso codice senza omocodia, con la sua lettera di controllo: uguale per tutte le varianti. È solo un indizio: due codici sono due persone. */
  base: string;
  sesso: 'F' | 'M';
  /** AAAA-MM-GG: tra i due secoli possibili, il più recente che non sia nel futuro. */
  nascita: string;
  luogo: {
    catastale: string /** Null se all'estero, o se il comune non è nell'elenco (soppresso, o nato dopo). */;
    comune: Comune | null;
    estero: boolean;
  };
};
export type Lettura = ({ ok: true } & CodiceLetto) | { ok: false; messaggio: string };

const no = (messaggio: string): Lettura => ({ ok: false, messaggio });

/** Come si conserva: maiuscolo, senza spazi, punti e trattini. */
export const normaleCodice = (testo: string): string =>
  testo
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.-]/g, '');

/** Le cifre nascoste dall'omocodia, rimesse al loro posto. */
const senzaOmocodia = (codice: string): string =>
  [...codice].map((c, i) => (POSTI_CIFRA.some((posto) => posto === i) && OMOCODIA.includes(c) ? String(OMOCODIA.indexOf(c)) : c)).join('');

/** La variante di omocodia con le lettere ai posti dati (da zero a sei, tra le sette cifre), con la sua lettera di controllo. */
export function variante(base: string, posti: readonly number[]): string {
  const scelti: number[] = posti.flatMap((n) => POSTI_CIFRA[n] ?? []);
  const quindici = [...base.slice(0, 15)].map((c, i) => (scelti.includes(i) ? (OMOCODIA[Number(c)] ?? c) : c)).join('');
  return quindici + letteraDiControllo(quindici);
}

/**
 * Legge un codice fiscale scritto o incollato.
 * @param oggi AAAA-MM-GG: decide il secolo di nascita
 * @returns il codice e ciò che dice, o che cosa non va e come rimediare
 */
export function leggiCodiceFiscale(testo: string, oggi: string): Lettura {
  const codice = normaleCodice(testo);
  if (codice === '') return no('Scrivi il codice fiscale, 16 caratteri.');
  if (/^\d{11}$/.test(codice))
    return no(
      'Undici cifre sono il codice di un’organizzazione o un codice provvisorio: qui serve quello di 16 caratteri, o indica che non c’è.',
    );
  if (codice.length !== 16) return no(`Il codice fiscale ha 16 caratteri, qui sono ${codice.length}.`);
  const sbagliato = FORMA.findIndex(([forma], indice) => !forma.test(codice[indice] ?? ''));
  if (sbagliato >= 0) return no(`Il carattere ${sbagliato + 1} del codice fiscale non va: lì ci vuole ${FORMA[sbagliato]?.[1]}.`);
  if (letteraDiControllo(codice.slice(0, 15)) !== codice[15])
    return no(
      'La lettera di controllo del codice fiscale non torna: almeno un carattere è sbagliato. Ricontrollalo sulla tessera sanitaria.',
    );
  const cifre = senzaOmocodia(codice);
  const nascita = nascitaDi(cifre, oggi);
  if (!nascita) return no('Il giorno di nascita scritto nel codice fiscale non esiste: ricontrollalo sulla tessera sanitaria.');
  const catastale = cifre.slice(11, 15);
  return {
    ok: true,
    codice,
    base: cifre.slice(0, 15) + letteraDiControllo(cifre.slice(0, 15)),
    sesso: Number(cifre.slice(9, 11)) > 40 ? 'F' : 'M',
    nascita,
    luogo: { catastale, comune: comuneDi(catastale) ?? null, estero: catastale.startsWith('Z') },
  };
}

function nascitaDi(cifre: string, oggi: string): string | null {
  const giorno = Number(cifre.slice(9, 11)) % 40;
  const mese = String(MESI.indexOf(cifre.charAt(8)) + 1).padStart(2, '0');
  if (Number(cifre.slice(9, 11)) > 71) return null;
  const possibili = ['20', '19'].map((secolo) => `${secolo}${cifre.slice(6, 8)}-${mese}-${String(giorno).padStart(2, '0')}`);
  return possibili.find((data) => esiste(data) && data <= oggi) ?? null;
}

function esiste(data: string): boolean {
  const [anno = 0, mese = 0, giorno = 0] = data.split('-').map(Number);
  const bisestile = anno % 4 === 0 && (anno % 100 !== 0 || anno % 400 === 0);
  return giorno >= 1 && giorno <= ([31, bisestile ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][mese - 1] ?? 0);
}

/** Ciò che è dichiarato, per quanto si sa. Date AAAA-MM-GG, comune con il codice ISTAT. */
export type Dichiarati = {
  cognome?: string | null;
  nome?: string | null;
  sesso?: 'F' | 'M' | 'X' | null;
  dataNascita?: string | null;
  comuneNascita?: string | null;
};
export type Discordanza = { campo: keyof Dichiarati; messaggio: string };

/**
 * Dove il codice e i dati dichiarati non dicono lo stesso. Il secolo non si confronta (il codice non lo porta), né il comune di chi è nato
 * dove l'elenco non arriva; il sesso X (non binario, o non detto) non contraddice nessun codice.
 */
export function discordanze(cf: CodiceLetto, dichiarati: Dichiarati): Discordanza[] {
  const { cognome, nome, sesso, dataNascita, comuneNascita } = dichiarati;
  const trovate: [boolean, keyof Dichiarati, string][] = [
    [!!cognome && lettereCognome(cognome) !== cf.base.slice(0, 3), 'cognome', 'Il cognome non è quello del codice fiscale.'],
    [!!nome && lettereNome(nome) !== cf.base.slice(3, 6), 'nome', 'Il nome non è quello del codice fiscale.'],
    [
      (sesso === 'F' || sesso === 'M') && sesso !== cf.sesso,
      'sesso',
      `Il codice fiscale è di ${cf.sesso === 'F' ? 'una donna' : 'un uomo'}.`,
    ],
    [!!dataNascita && dataNascita.slice(2) !== cf.nascita.slice(2), 'dataNascita', 'La data di nascita non è quella del codice fiscale.'],
    [
      !!comuneNascita && (cf.luogo.estero || (cf.luogo.comune !== null && cf.luogo.comune.istat !== comuneNascita)),
      'comuneNascita',
      'Il comune di nascita non è quello del codice fiscale.',
    ],
  ];
  return trovate.flatMap(([vera, campo, messaggio]) => (vera ? [{ campo, messaggio }] : []));
}
