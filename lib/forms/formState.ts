/** L'esito di un modulo: `values` riempie di nuovo i campi, perche React li svuota dopo l'azione. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[]>; values: Record<string, string> }
  | { status: 'refused'; message: string; values: Record<string, string> };

export const STATO_INIZIALE: FormState = { status: 'idle' };
