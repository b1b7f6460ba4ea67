import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { codiciScelti } from '../codici';

/** Ciò che gli atti sulle interviste hanno in comune. Gli eventi non dicono di che progetto si parla né con quali codici: il registro lo leggono anche altri. */

export function esigiRicerca({ lettore }: Attore): void {
  if (lettore !== 'app_ricerca')
    throw new DomainError('interviste.soloRicerca', 'Le interviste le registra chi ha il ruolo di ricercatore.');
}

export type EstrattoTrovato = {
  id: string;
  testo: string;
  revisione: number;
  segnali: string[];
  dichiarazione: string | null;
  /** Il testo com'è adesso l'ha scritto chi chiede. */
  mio: boolean;
  codifiche: number;
  svelato: boolean;
  rilasciato: boolean;
};

/** L'estratto, fermo finché l'atto non finisce. @throws DomainError interviste.estrattoNonTrovato */
export async function trovaEstratto(tx: Tx, id: string): Promise<EstrattoTrovato> {
  const [estratto] = await tx.$queryRaw<EstrattoTrovato[]>`
    select id, testo, revisione, segnali, dichiarazione, app.estratto_mio(id) as mio, codifiche, svelato_il is not null as svelato,
      rilasciato_il is not null as rilasciato from estratto where id = ${id}::uuid for update`;
  if (!estratto) throw new DomainError('interviste.estrattoNonTrovato', 'Questo estratto non esiste. Ricarica la pagina.');
  return estratto;
}

/** @throws DomainError interviste.superato: chi agisce guardava un testo che intanto è cambiato */
export function esigiVisto({ revisione }: EstrattoTrovato, vista: number): void {
  if (revisione !== vista)
    throw new DomainError('interviste.superato', 'Intanto il testo è stato corretto. Ricarica la pagina e rileggilo.');
}

/** @throws DomainError interviste.rilasciato */
export function esigiInLavoro({ rilasciato }: EstrattoTrovato): void {
  if (rilasciato) throw new DomainError('interviste.rilasciato', 'L’estratto è rilasciato: per cambiarlo prima ritira il rilascio.');
}

/** I codici scelti, nell'ordine della Regione. @throws DomainError interviste.codici */
export async function esigiCodici(tx: Tx, scelti: readonly string[]): Promise<string[]> {
  const cause = await tx.causaRitardo.findMany({ select: { codice: true, etichetta: true, gruppo: true }, orderBy: { codice: 'asc' } });
  const esito = codiciScelti(cause, scelti);
  if (!esito.ok) throw new DomainError('interviste.codici', esito.messaggio);
  return esito.codici;
}
