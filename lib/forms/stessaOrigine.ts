import { headers } from 'next/headers';
import { DomainError } from '@/lib/errors/domainError';

/** Che cosa si dice a chi manda un modulo da un altro sito. */
export const ALTRA_ORIGINE = 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.';

/**
 * Vero se la richiesta nasce da una pagina del portale. Serve una prova positiva: Sec-Fetch-Site dello stesso sito, oppure Origin uguale
 * all'host. Next lascia passare una POST senza Origin; qui no: ogni browser lo manda, e il valore `null` (pagine isolate) non vale.
 */
export function eStessaOrigine(intestazioni: Pick<Headers, 'get'>): boolean {
  const sito = intestazioni.get('sec-fetch-site');
  if (sito !== null && sito !== 'same-origin' && sito !== 'none') return false;
  const origine = intestazioni.get('origin');
  if (origine === null) return sito !== null;
  // dietro un proxy l'host del browser è in X-Forwarded-Host, che da un altro sito non si può scrivere
  const host = intestazioni.get('x-forwarded-host') ?? intestazioni.get('host');
  return URL.canParse(origine) && new URL(origine).host === host;
}

/** @throws DomainError accesso.altraOrigine se la richiesta non nasce da una pagina del portale */
export async function stessaOrigine(): Promise<void> {
  if (!eStessaOrigine(await headers())) throw new DomainError('accesso.altraOrigine', ALTRA_ORIGINE);
}
