import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { contraddizioniEntrata, contraddizioniFrequenze, fuoriTempo } from '../regole';
import type { NuovaPartecipazione, PersonaScritta } from '../schema';
import { trovaPersona } from './_partecipante';
import { esigi, esigiAzioni, trovaProgettoAperto } from './_progetto';
import { eventoPartecipante, nuovaPartecipazione } from './_registra';

/** Una persona già dell'ente entra in un altro progetto. Errori, sul loro campo: persona.nonValida, persona.giaNelProgetto. */
export const aggiungiPartecipazione = (attore: Attore, scritta: NuovaPartecipazione): Promise<{ partecipanteId: string }> =>
  commandAs(attore, async (tx) => {
    const persona = await trovaPersona(tx, scritta.personaId);
    const progetto = await trovaProgettoAperto(tx, attore, scritta.progettoId);
    esigi([
      ...fuoriTempo(scritta, progetto, giornoDi(attore.adesso)),
      ...contraddizioniEntrata(scritta, persona.dataNascita),
      ...contraddizioniFrequenze(scritta.azioni, scritta.ingresso, null),
    ]);
    esigiAzioni(progetto, scritta.azioni);
    const chi = { sesso: persona.sesso as PersonaScritta['sesso'], dataNascita: persona.dataNascita };
    const id = await nuovaPartecipazione(tx, attore, progetto, persona.id, { ...scritta, ...chi });
    const evento = eventoPartecipante('partecipante.registrato', { id, progettoId: progetto.id }, { azioni: scritta.azioni.length });
    return { result: { partecipanteId: id }, evento };
  });
