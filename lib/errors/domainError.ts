const MARCHIO = Symbol.for('cantiere.DomainError');

/**
 * Il rifiuto di un atto: `code` per i test e i registri, `message` per chi legge lo schermo (italiano, dice che cosa fare).
 * È l'unica classe della casa; si riconosce dal marchio, perché il bundler può duplicare la classe.
 */
export class DomainError extends Error {
  readonly code: string;
  /** Il campo del modulo a cui il rifiuto si riferisce, se ce n'è uno. */
  readonly campo: string | undefined;
  readonly [MARCHIO] = true;

  constructor(code: string, message: string, campo?: string) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.campo = campo;
  }
}

export const isDomainError = (error: unknown): error is DomainError =>
  typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[MARCHIO] === true;
