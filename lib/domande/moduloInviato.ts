import { righeDi } from './modulo';
import type { Valori } from './valori';

/** Il modulo inviato senza JavaScript: i campi di servizio cominciano con `_`, gli altri sono i campi della sezione. */
export function leggiModulo(dati: FormData): Record<string, unknown> {
  const coppie = [...dati].filter((voce): voce is [string, string] => typeof voce[1] === 'string');
  const servizio = Object.fromEntries(coppie.filter(([nome]) => nome.startsWith('_')).map(([nome, v]) => [nome.slice(1), v]));
  return { comando: '', ...servizio, grezzi: Object.fromEntries(coppie.filter(([nome]) => !nome.startsWith('_'))) };
}

/** «Aggiungi» e «Togli» di una tabella (`aggiungi:campo`, `togli:campo:riga`); un comando che non si riconosce non fa nulla. */
export function eseguiComando(comando: string, valori: Valori, nuovoId: string): Valori {
  const [verbo, chiave = '', riga] = comando.split(':');
  if (!Array.isArray(valori[chiave])) return valori;
  const righe = righeDi(valori[chiave]);
  if (verbo === 'aggiungi') return { ...valori, [chiave]: [...righe, { id: nuovoId }] };
  return verbo === 'togli' ? { ...valori, [chiave]: righe.filter(({ id }) => id !== riga) } : valori;
}
