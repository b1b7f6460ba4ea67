import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { contraddizioniEntrata, contraddizioniFrequenze, contraddizioniUscita, fuoriTempo } from '../regole';
import type { PartecipazioneDaCorreggere, PersonaScritta } from '../schema';
import { cambiaPartecipante, frequenzeDi, trovaPartecipante, trovaPersona } from './_partecipante';
import { esigi, trovaProgettoAperto } from './_progetto';
import { eventoPartecipante } from './_registra';
import { colonneEntrata } from './_righe';

/** Corregge le caratteristiche all'ingresso. Errori: partecipante.conflitto, persona.nonValida sul suo campo. */
export const correggiPartecipazione = (attore: Attore, scritta: PartecipazioneDaCorreggere): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scritta);
    const persona = await trovaPersona(tx, partecipante.personaId);
    const progetto = await trovaProgettoAperto(tx, attore, partecipante.progettoId);
    const motivoUscita = partecipante.motivoUscita as PersonaScritta['motivoUscita'];
    esigi([
      ...fuoriTempo(scritta, progetto, giornoDi(attore.adesso)),
      ...contraddizioniEntrata(scritta, persona.dataNascita),
      ...contraddizioniUscita({ uscita: partecipante.uscita, motivoUscita }, scritta.ingresso).map((p) => ({ ...p, campo: 'ingresso' })),
      ...contraddizioniFrequenze(await frequenzeDi(tx, partecipante.id), scritta.ingresso, partecipante.uscita).map((p) => ({
        ...{ campo: 'ingresso', messaggio: `${p.messaggio} Correggi prima le azioni seguite.` },
      })),
    ]);
    const chi = { sesso: persona.sesso as PersonaScritta['sesso'], dataNascita: persona.dataNascita };
    await cambiaPartecipante(tx, attore, partecipante, colonneEntrata(scritta, chi));
    return { result: { personaId: persona.id }, evento: eventoPartecipante('partecipante.modificato', partecipante) };
  });
