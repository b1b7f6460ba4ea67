import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { contraddizioniFrequenze, contraddizioniUscita, fuoriTempo } from '../regole';
import type { UscitaDaCorreggere } from '../schema';
import { cambiaPartecipante, frequenzeDi, type Partecipazione, trovaPartecipante } from './_partecipante';
import { esigi, giornoONull } from './_progetto';
import { eventoPartecipante } from './_registra';

/**
 * Corregge un'uscita registrata male, o la toglie se la persona non è uscita. Le azioni finite quel giorno seguono la correzione; gli esiti restano, e se
 * contano si decide di nuovo. Errori: partecipante.nonUscito, uscita.conEsiti, persona.nonValida sul suo campo.
 */
export const correggiUscita = (attore: Attore, scritta: UscitaDaCorreggere): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scritta);
    const { uscita, motivoUscita } = scritta;
    esigiPossibile(partecipante, uscita);
    const finiteAllora = (al: string | null) => al === partecipante.uscita;
    const azioni = (await frequenzeDi(tx, partecipante.id)).map((f) => (finiteAllora(f.al) ? { ...f, al: uscita } : f));
    const oltre = contraddizioniFrequenze(azioni, partecipante.ingresso, uscita);
    esigi([
      ...contraddizioniUscita(scritta, partecipante.ingresso),
      ...fuoriTempo({ ingresso: partecipante.ingresso, uscita }, { avvio: null, fine: null }, giornoDi(attore.adesso)),
      ...oltre.map(({ messaggio }) => ({ campo: 'uscita', messaggio })),
    ]);
    await tx.frequenza.updateMany({
      where: { partecipanteId: partecipante.id, al: giornoONull(partecipante.uscita) },
      data: { al: giornoONull(uscita) },
    });
    await cambiaPartecipante(tx, attore, partecipante, { uscita: giornoONull(uscita), motivoUscita });
    return { result: { personaId: partecipante.personaId }, evento: eventoPartecipante('partecipante.modificato', partecipante) };
  });

function esigiPossibile(p: Partecipazione, uscita: string | null): void {
  if (!p.uscita) throw new DomainError('partecipante.nonUscito', 'Questa persona non è uscita dal progetto. Ricarica la pagina.');
  const [primo] = [p.dataEsito4Settimane, p.dataEsito6Mesi].filter((data) => data !== null).sort();
  if (primo && !uscita)
    throw new DomainError('uscita.conEsiti', 'Gli esiti sono già rilevati: se la persona è tornata, registra un rientro.', 'uscita');
  if (primo && uscita && uscita > primo)
    throw new DomainError('uscita.conEsiti', `L’uscita non può venire dopo un esito già rilevato (${dataBreve(primo)}).`, 'uscita');
}
