import { normaleCodice } from '@/lib/codiceFiscale/codiceFiscale';
import { piegaLatina } from '@/lib/codiceFiscale/piega';

/** Le parole con cui si cerca una persona, prima che la chiave dell'ente le renda segni (lib/identita/identita.ts). */

/** Oltre, due cognomi con lo stesso inizio hanno lo stesso segno: chi elenca li ha decifrati e li distingue. */
const MASSIMO = 10;
const INIZIO = 3;

const taglia = (parola: string): string => parola.slice(0, MASSIMO);
const soleLettere = (testo: string): string => piegaLatina(testo).replace(/[^\p{L}\p{N}]/gu, '');

/** Le parole di un testo, senza maiuscole, accenti e apostrofi: `D'Angelo De Luca` → `d angelo de luca`. Quelle di una lettera non contano. */
export const paroleDi = (testo: string): string[] =>
  piegaLatina(testo)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((parola) => parola.length > 1)
    .map(taglia);

/** Vero se il testo può essere un codice (fiscale, STP, ENI) e non un nome. */
const eCodice = (testo: string): boolean => /^(?=.*\d)[A-Z0-9]{16}$/.test(normaleCodice(testo));

/** Un testo cercato tutto insieme: `De Luca` → `deluca`; un codice intero resta codice. Null se è troppo corto per cercare. */
export function chiaveDiRicerca(testo: string): string | null {
  if (eCodice(testo)) return `cf:${normaleCodice(testo)}`;
  const intera = soleLettere(testo);
  return intera.length > 1 ? taglia(intera) : null;
}

/** Ciò per cui si trova una persona: cognome e nome interi, le loro parole, gli inizi del cognome da tre lettere in su, il codice intero. */
export function paroleDiRicerca({ cognome, nome, codice }: { cognome: string; nome: string; codice: string | null }): Set<string> {
  const intero = taglia(soleLettere(cognome));
  const inizi = Array.from({ length: Math.max(0, intero.length - INIZIO + 1) }, (_, n) => intero.slice(0, INIZIO + n));
  const altre = [cognome, nome, codice ?? ''].flatMap((testo) => chiaveDiRicerca(testo) ?? []);
  return new Set([...inizi, ...altre, ...paroleDi(cognome), ...paroleDi(nome)]);
}
