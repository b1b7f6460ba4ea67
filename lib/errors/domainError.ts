const MARCHIO = Symbol.for('cantiere.DomainError');

/**
 * Il rifiuto di un atto: `code` per i test e i registri, `message` per chi legge lo schermo (italiano, dice che cosa fare).
 * E l'unica classe della casa; si riconosce dal marchio, perche il bundler puo duplicare la classe.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly [MARCHIO] = true;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
  }
}

export const isDomainError = (error: unknown): error is DomainError =>
  typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[MARCHIO] === true;
