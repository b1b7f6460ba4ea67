import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { segnoCercato } from '@/lib/identita/identita';
import { avvisi, fuoriTempo } from '../regole';
import type { NuovaPartecipazione, PersonaScritta } from '../schema';
import { esigi, esigiAzioni, giornoONull, type ProgettoAperto, trovaProgettoAperto } from './_progetto';
import { colonneEntrata, colonnePersona, righeFrequenza, righeIdentita } from './_righe';

/** Una persona che entra in un progetto. Lo condividono il modulo e l'importazione: ricevono `tx`, nessun comando ne chiama un altro. */

/** `nuova` falsa = era già tra le persone dell'ente, e ha avuto un'altra partecipazione. */
export type Registrata = { personaId: string; partecipanteId: string; nuova: boolean };

const GIA_MIA = new DomainError(
  'persona.giaRegistrata',
  'Questa persona è già tra quelle del tuo ente. Se è lei, spunta «Aggiungi la partecipazione alla persona che c’è già» e salva di nuovo.',
  'aggiungi',
);

/** La persona dell'ente con questo codice nel programma, se c'è: si cerca nell'indice cieco, le impronte non si leggono. */
async function cercaPerCodice(tx: Tx, attore: Attore, programmaId: string, codice: string): Promise<{ id: string } | null> {
  const segno = segnoCercato(attore.organizzazioneId, codice);
  if (!segno) return null;
  const trovate = await tx.personaCerca.findMany({
    where: { organizzazioneId: attore.organizzazioneId, segno },
    select: { personaId: true },
  });
  const id = trovate.map(({ personaId }) => personaId);
  return tx.persona.findFirst({ where: { id: { in: id }, programmaId, unitaA: null, anonimizzataIl: null }, select: { id: true } });
}

/**
 * Registra una persona, o aggiunge la partecipazione a quella che l'ente ha già con lo stesso codice nello stesso programma. Non lascia evento.
 * @param progetto già trovato con trovaProgettoAperto, per chi ne registra tante; se manca si cerca
 * @throws DomainError con il campo: persona.nonValida, persona.giaNelProgetto, persona.azioneNonDelProgetto, progetto.nonTrovato
 */
async function registra(tx: Tx, attore: Attore, scritta: PersonaScritta, progetto?: ProgettoAperto): Promise<Registrata> {
  const dove = progetto ?? (await trovaProgettoAperto(tx, attore, scritta.progettoId));
  esigi(fuoriTempo(scritta, dove, giornoDi(attore.adesso)));
  esigiAzioni(dove, scritta.azioni);
  const sua = scritta.codice ? await cercaPerCodice(tx, attore, dove.programmaId, scritta.codice) : null;
  const personaId = sua?.id ?? (await nuovaPersona(tx, attore, dove, scritta));
  const partecipanteId = await nuovaPartecipazione(tx, attore, dove, personaId, scritta);
  return { personaId, partecipanteId, nuova: !sua };
}

/** Come `registra`, per chi scrive nel modulo: prima si confermano gli avvisi e la persona che c'è già. */
export async function registraConConferma(tx: Tx, attore: Attore, scritta: PersonaScritta): Promise<Registrata> {
  const progetto = await trovaProgettoAperto(tx, attore, scritta.progettoId);
  esigi(fuoriTempo(scritta, progetto, giornoDi(attore.adesso)));
  if (scritta.codice && !scritta.aggiungi && (await cercaPerCodice(tx, attore, progetto.programmaId, scritta.codice))) throw GIA_MIA;
  esigiConferma(scritta.confermo, avvisi(scritta, giornoDi(attore.adesso)));
  return registra(tx, attore, scritta, progetto);
}

/** Ciò che è strano ma possibile si conferma; dice tutto insieme. @throws DomainError persona.daConfermare sul campo «confermo» */
export function esigiConferma(confermato: boolean, trovati: { messaggio: string }[]): void {
  if (confermato || trovati.length === 0) return;
  throw new DomainError(
    'persona.daConfermare',
    `${trovati.map(({ messaggio }) => messaggio).join(' ')} Correggi, oppure spunta «I dati sono giusti» e salva di nuovo.`,
    'confermo',
  );
}

async function nuovaPersona(tx: Tx, attore: Attore, { programmaId }: ProgettoAperto, scritta: PersonaScritta): Promise<string> {
  const id = randomUUID();
  const { regioneId, organizzazioneId, utenteId } = attore;
  const nucleoId = scritta.nucleo ? await trovaNucleo(tx, attore, scritta.nucleo) : null;
  try {
    await tx.persona.createMany({
      data: [{ id, regioneId, organizzazioneId, programmaId, nucleoId, creataDa: utenteId, ...colonnePersona(programmaId, scritta) }],
    });
  } catch (errore) {
    // un collega l'ha registrata nello stesso istante
    if (sqlstateDi(errore) === '23505') throw GIA_MIA;
    throw errore;
  }
  const { identita, segni } = righeIdentita(attore, id, scritta);
  await tx.identita.createMany({ data: [identita] });
  await tx.personaCerca.createMany({ data: segni });
  return id;
}

/** Il nucleo con questo codice, nuovo se non c'è. */
export async function trovaNucleo(tx: Tx, { regioneId, organizzazioneId }: Attore, codice: string): Promise<string> {
  await tx.nucleo.createMany({ data: [{ regioneId, organizzazioneId, codice }], skipDuplicates: true });
  const { id } = await tx.nucleo.findUniqueOrThrow({
    where: { organizzazioneId_codice: { organizzazioneId, codice } },
    select: { id: true },
  });
  return id;
}

type Partecipazione = Omit<NuovaPartecipazione, 'personaId' | 'confermo'> &
  Pick<PersonaScritta, 'sesso' | 'dataNascita'> &
  Partial<Pick<PersonaScritta, 'uscita' | 'motivoUscita'>>;

/** La partecipazione di una persona a un progetto e alle sue azioni. @throws DomainError persona.giaNelProgetto */
export async function nuovaPartecipazione(
  tx: Tx,
  attore: Attore,
  progetto: ProgettoAperto,
  personaId: string,
  p: Partecipazione,
): Promise<string> {
  const { regioneId, organizzazioneId } = attore;
  const { id: progettoId, programmaId } = progetto;
  const persona = await tx.persona.findUniqueOrThrow({ where: { id: personaId }, select: { sesso: true, dataNascita: true } });
  const nata = persona.dataNascita ? persona.dataNascita.toISOString().slice(0, 10) : null;
  const id = randomUUID();
  const { count } = await tx.partecipante.createMany({
    data: [
      {
        ...{ id, regioneId, programmaId, progettoId, organizzazioneId, personaId },
        ...colonneEntrata(p, { sesso: persona.sesso as PersonaScritta['sesso'], dataNascita: nata }),
        ...{ uscita: giornoONull(p.uscita ?? null), motivoUscita: p.motivoUscita ?? null },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0)
    throw new DomainError('persona.giaNelProgetto', 'Questa persona è già in questo progetto: aggiorna la sua scheda.', 'codice');
  await tx.frequenza.createMany({ data: righeFrequenza({ attore, progetto, partecipanteId: id }, p) });
  return id;
}

/** L'evento di un atto su una partecipazione: solo l'identificativo e cifre, mai la persona. */
export const eventoPartecipante = (
  atto: string,
  { id, progettoId }: { id: string; progettoId: string },
  dopo: Record<string, string | number> = {},
): NuovoEvento => ({
  ...{ atto, oggetto: 'partecipante', oggettoId: id, progettoId, dopo, riservato: true },
});
