/** Oltre questi caratteri un campo non si legge nemmeno: il database e la pagina di errore non devono portarlo. */
export const MASSIMO_CAMPO = 100_000;

/**
 * Una copia del modulo senza i campi di servizio di React (`$ACTION…`) e senza ciò che PostgreSQL non sa conservare (il carattere NUL, le metà
 * di coppie surrogate). Gli a capo diventano \n, così le lunghezze sono quelle che la persona vede.
 */
export function moduloPulito(formData: FormData): FormData {
  const pulito = new FormData();
  for (const [nome, valore] of formData) {
    if (nome.startsWith('$ACTION')) continue;
    if (typeof valore === 'string') pulito.append(nome, valore.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed());
    else pulito.append(nome, valore);
  }
  return pulito;
}

/** I campi di testo di un modulo. Per i nomi ripetuti vale l'ultimo: chi ne vuole la lista usa `leggi` di formAction. I file non contano. */
export const textValues = (formData: FormData): Record<string, string> =>
  Object.fromEntries([...formData].filter((voce): voce is [string, string] => typeof voce[1] === 'string'));
