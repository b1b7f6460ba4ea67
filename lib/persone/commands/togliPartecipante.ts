import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { PartecipanteScelto } from '../schema';
import { CAMBIATA, trovaPartecipante } from './_partecipante';
import { eventoPartecipante } from './_registra';

/** Toglie una partecipazione registrata per errore, con le sue azioni. La persona resta, anche senza progetti. Errori: partecipante.conflitto. */
export const togliPartecipante = (attore: Attore, scelto: PartecipanteScelto): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scelto);
    const { count } = await tx.partecipante.deleteMany({ where: { id: partecipante.id, rev: scelto.rev } });
    if (count === 0) throw CAMBIATA;
    return { result: { personaId: partecipante.personaId }, evento: eventoPartecipante('partecipante.tolto', partecipante) };
  });
