import { Attuazione } from '@/lib/bandi/configurazione';

/** Le regole dell'attuazione scritte nella versione del bando di un progetto; i progetti importati non ne hanno una e seguono quelle di partenza. */
export const regolaDa = (configurazione: unknown): Attuazione => {
  const scritta =
    typeof configurazione === 'object' && configurazione !== null ? (configurazione as { attuazione?: unknown }).attuazione : null;
  return Attuazione.parse(scritta ?? {});
};
