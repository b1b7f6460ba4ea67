import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiAmministratore } from '../ruolo';
import type { ProgrammaNuovo } from '../schema';

/** Un programma della Regione, a cui appartengono i suoi bandi. */
export async function creaProgramma(attore: Attore, dati: ProgrammaNuovo): Promise<{ programmaId: string }> {
  esigiAmministratore(attore.ruolo, 'creare un programma');
  return commandAs(attore, async (tx) => {
    const programmaId = await inserisciProgramma(tx, attore, dati);
    return { result: { programmaId }, evento: eventoProgramma(programmaId) };
  });
}

export const eventoProgramma = (id: string) => ({ atto: 'programma.creato', oggetto: 'programma', oggettoId: id });

/** @throws DomainError programma.codiceUsato */
export async function inserisciProgramma(
  tx: Tx,
  attore: Attore,
  { codice, titolo, fondo, attoIndirizzo }: ProgrammaNuovo,
): Promise<string> {
  const [riga] = await tx.$queryRaw<{ id: string }[]>`
    insert into programma (regione_id, codice, titolo, fondo, atto_indirizzo)
    values (${attore.regioneId}::uuid, ${codice}, ${titolo}, ${fondo || null}, ${attoIndirizzo || null})
    on conflict (regione_id, codice) do nothing returning id`;
  if (!riga) throw new DomainError('programma.codiceUsato', 'C’è già un programma con questo codice.', 'programmaCodice');
  return riga.id;
}
