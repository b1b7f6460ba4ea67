import { piegaLatina } from './piega';

/** Le lettere di un codice fiscale che vengono dal nome. Servono a confrontarlo, e a farne di prova: nessun ufficio ne rilascia così. */

const consonantiEVocali = (testo: string): [string, string] => {
  const lettere = piegaLatina(testo)
    .replace(/[^a-z]/g, '')
    .toUpperCase();
  return [lettere.replace(/[AEIOU]/g, ''), lettere.replace(/[^AEIOU]/g, '')];
};

/** Tre lettere dal cognome: le consonanti, poi le vocali, poi X. */
export const lettereCognome = (cognome: string): string => `${consonantiEVocali(cognome).join('')}XXX`.slice(0, 3);

/** Tre lettere dal nome: come il cognome, ma con quattro consonanti o più la seconda si salta. */
export function lettereNome(nome: string): string {
  const [consonanti, vocali] = consonantiEVocali(nome);
  const scelte = consonanti.length > 3 ? consonanti.charAt(0) + consonanti.slice(2, 4) : consonanti;
  return `${scelte}${vocali}XXX`.slice(0, 3);
}
