import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { contraddizioniFrequenze } from '../regole';
import type { FrequenzeScritte } from '../schema';
import { cambiaPartecipante, trovaPartecipante } from './_partecipante';
import { esigi, esigiAzioni, trovaProgettoAperto } from './_progetto';
import { eventoPartecipante } from './_registra';
import { righeFrequenza } from './_righe';

/** Riscrive le azioni che una persona segue in un progetto, con date e ore. Errori: partecipante.conflitto, persona.nonValida sul suo campo. */
export const scriviFrequenze = (attore: Attore, scritta: FrequenzeScritte): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scritta);
    const progetto = await trovaProgettoAperto(tx, attore, partecipante.progettoId);
    esigi(contraddizioniFrequenze(scritta.azioni, partecipante.ingresso, partecipante.uscita));
    const { id: partecipanteId, ingresso, personaId } = partecipante;
    // un'azione annullata che la persona aveva già seguito resta com'era
    const prima = await tx.frequenza.findMany({ where: { partecipanteId }, select: { azioneId: true } });
    const gia = new Set(prima.map(({ azioneId }) => azioneId));
    esigiAzioni(
      progetto,
      scritta.azioni.filter(({ azioneId }) => !gia.has(azioneId)),
    );
    await cambiaPartecipante(tx, attore, partecipante, {});
    await tx.frequenza.deleteMany({ where: { partecipanteId } });
    await tx.frequenza.createMany({ data: righeFrequenza({ attore, progetto, partecipanteId }, { azioni: scritta.azioni, ingresso }) });
    return {
      result: { personaId },
      evento: eventoPartecipante('partecipante.modificato', partecipante, { azioni: scritta.azioni.length }),
    };
  });
