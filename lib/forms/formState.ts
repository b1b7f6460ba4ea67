/** L'esito di un modulo: `values` riempie di nuovo i campi, perche React li svuota dopo l'azione. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[]>; values: Record<string, string> }
  | { status: 'refused'; message: string; values: Record<string, string> };

export const STATO_INIZIALE: FormState = { status: 'idle' };

/** L'esito di un modulo di chi non e entrato: puo finire bene senza andare altrove. `collegamento` c'e solo in dimostrazione. */
export type StatoPubblico = FormState | { status: 'fatto'; collegamento?: string };
