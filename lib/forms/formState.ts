/** L'esito di un modulo: `values` riempie di nuovo i campi, perché React li svuota dopo l'azione. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[]>; values: Record<string, string> }
  | { status: 'refused'; message: string; values: Record<string, string> };

export const STATO_INIZIALE: FormState = { status: 'idle' };

/** L'esito di un modulo di chi non è entrato: può finire bene senza andare altrove. `collegamento` c'è solo in dimostrazione. */
export type StatoPubblico = FormState | { status: 'fatto'; collegamento?: string };
