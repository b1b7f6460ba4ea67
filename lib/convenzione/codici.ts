/** CUP e IBAN: la forma che si può controllare senza chiedere a nessuno (domain §7). Pure. */

/** Maiuscole, senza spazi: come si conserva un codice. */
export const codicePulito = (testo: string): string => testo.replaceAll(/[\s\u00a0]/g, '').toUpperCase();

/** Perché un CUP non è valido, in una frase; vuota se la forma torna. Non c'è una cifra di controllo pubblica. */
export function difettoCup(cup: string): string {
  if (cup.length !== 15) return `Il CUP ha 15 caratteri: questo ne ha ${cup.length}.`;
  return /^[A-Z]\d{2}[A-Z]\d{11}$/.test(cup)
    ? ''
    : 'Il CUP è fatto come C11G06000000001: una lettera, due cifre, una lettera, undici cifre.';
}

/**
 * Un dubbio su un CUP ben scritto, o vuoto: la quinta e la sesta posizione di solito dicono l'anno in cui è stato chiesto.
 * @param anno l'anno presente
 */
export function dubbioCup(cup: string, anno: number): string {
  const scritto = Number(cup.slice(4, 6));
  const secolo = Math.floor(anno / 100) * 100;
  return difettoCup(cup) === '' && secolo + scritto > anno
    ? `Nel CUP l’anno di solito sta nella quinta e nella sesta posizione: qui c’è «${cup.slice(4, 6)}». Controllalo su OpenCUP.`
    : '';
}

/** Perché un IBAN non è valido, in una frase; vuota se la forma e il controllo (resto 97, ISO 13616) tornano. */
export function difettoIban(iban: string): string {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban))
    return 'L’IBAN comincia con due lettere e due cifre, per esempio IT60X0542811101000000123456.';
  if (iban.startsWith('IT') && iban.length !== 27) return `Un IBAN italiano ha 27 caratteri: questo ne ha ${iban.length}.`;
  return resto97(iban) === 1 ? '' : 'L’IBAN non torna: c’è un carattere sbagliato o scambiato.';
}

/** Le prime quattro posizioni vanno in fondo, le lettere valgono 10-35; il resto si calcola a pezzi perché il numero non sta in un intero. */
function resto97(iban: string): number {
  const cifre = `${iban.slice(4)}${iban.slice(0, 4)}`.replaceAll(/[A-Z]/g, (lettera) => String(lettera.charCodeAt(0) - 55));
  let resto = 0;
  for (const cifra of cifre) resto = (resto * 10 + Number(cifra)) % 97;
  return resto;
}

/** `IT60X0542811101000000123456` → gruppi di quattro, come si legge. */
export const ibanInGruppi = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
