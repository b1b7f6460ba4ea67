import { isDomainError } from './domainError';

/** La frase con cui una regola rifiuterebbe, da scrivere accanto al comando; vuota se la regola lascia passare. */
export function rifiutoDi(regola: () => unknown): string {
  try {
    regola();
    return '';
  } catch (error) {
    if (isDomainError(error)) return error.message;
    throw error;
  }
}
