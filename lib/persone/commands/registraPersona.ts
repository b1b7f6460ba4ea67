import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { PersonaScritta } from '../schema';
import { eventoPartecipante, type Registrata, registraConConferma } from './_registra';

/**
 * Registra una persona che entra in un progetto dell'ente.
 * Errori, sul loro campo: persona.nonValida, persona.daConfermare (avvisi), persona.giaRegistrata, persona.giaNelProgetto.
 */
export const registraPersona = (attore: Attore, scritta: PersonaScritta): Promise<Registrata> =>
  commandAs(attore, async (tx) => {
    const fatta = await registraConConferma(tx, attore, scritta);
    const partecipante = { id: fatta.partecipanteId, progettoId: scritta.progettoId };
    return { result: fatta, evento: eventoPartecipante('partecipante.registrato', partecipante, { azioni: scritta.azioni.length }) };
  });
