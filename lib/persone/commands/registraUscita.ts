import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { contraddizioniFrequenze, contraddizioniUscita, fuoriTempo } from '../regole';
import type { UscitaScritta } from '../schema';
import { cambiaPartecipante, frequenzeDi, trovaPartecipante } from './_partecipante';
import { esigi, giorno } from './_progetto';
import { eventoPartecipante } from './_registra';

/** Una persona esce dal progetto: le azioni ancora aperte finiscono con lei. Errori: partecipante.giaUscito, persona.nonValida sul suo campo. */
export const registraUscita = (attore: Attore, scritta: UscitaScritta): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scritta);
    if (partecipante.uscita) throw new DomainError('partecipante.giaUscito', 'L’uscita è già registrata. Ricarica la pagina.');
    const { uscita, motivoUscita } = scritta;
    const oltre = contraddizioniFrequenze(await frequenzeDi(tx, partecipante.id), partecipante.ingresso, uscita);
    esigi([
      ...contraddizioniUscita(scritta, partecipante.ingresso),
      ...fuoriTempo({ ingresso: partecipante.ingresso, uscita }, { avvio: null, fine: null }, giornoDi(attore.adesso)),
      ...oltre.map(({ messaggio }) => ({ campo: 'uscita', messaggio })),
    ]);
    await cambiaPartecipante(tx, attore, partecipante, { uscita: giorno(uscita), motivoUscita });
    await tx.frequenza.updateMany({ where: { partecipanteId: partecipante.id, al: null }, data: { al: giorno(uscita) } });
    const evento = eventoPartecipante('partecipante.uscito', partecipante, { motivo: motivoUscita });
    return { result: { personaId: partecipante.personaId }, evento };
  });
