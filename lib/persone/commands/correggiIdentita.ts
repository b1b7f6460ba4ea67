import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiData } from '@/lib/format/data';
import { avvisiCodice, contraddizioniCodice, etaAllIngresso } from '../regole';
import type { IdentitaDaCorreggere } from '../schema';
import { CAMBIATA, trovaPersona } from './_partecipante';
import { esigi } from './_progetto';
import { esigiConferma, eventoPartecipante, trovaNucleo } from './_registra';
import { colonnePersona, righeIdentita } from './_righe';

/**
 * Corregge chi è una persona. Sesso ed età delle sue partecipazioni si ricalcolano; se il codice cambia, la persona prende lo pseudonimo di chi lo ha.
 * Errori: partecipante.conflitto se un collega ha salvato intanto, persona.codiceDiAltra se il codice è di un'altra persona dell'ente.
 */
export const correggiIdentita = (attore: Attore, scritta: IdentitaDaCorreggere): Promise<void> =>
  commandAs(attore, async (tx) => {
    const persona = await trovaPersona(tx, scritta.personaId);
    esigi(contraddizioniCodice(scritta));
    const eventi = await ricalcolabili(tx, scritta);
    esigiConferma(scritta.confermo, avvisiCodice(scritta, giornoDi(attore.adesso)));
    const nucleoId = scritta.nucleo ? await trovaNucleo(tx, attore, scritta.nucleo) : null;
    try {
      const { count } = await tx.persona.updateMany({
        where: { id: persona.id, rev: scritta.rev },
        data: { ...colonnePersona(persona.programmaId, scritta), nucleoId, rev: scritta.rev + 1 },
      });
      if (count === 0) throw CAMBIATA;
    } catch (errore) {
      if (sqlstateDi(errore) !== '23505') throw errore;
      throw new DomainError(
        'persona.codiceDiAltra',
        'Questo codice è di un’altra persona del tuo ente: se è la stessa, unisci le due schede.',
        'codice',
      );
    }
    await riscriviIdentita(tx, attore, scritta);
    for (const { id, ingresso } of eventi)
      await tx.partecipante.updateMany({
        where: { id },
        data: { sesso: scritta.sesso, eta: etaAllIngresso(scritta.dataNascita, ingresso) },
      });
    return { result: undefined, evento: eventi.length > 0 ? eventi.map(evento) : [senzaProgetto(attore.organizzazioneId)] };
  });

const evento = (partecipante: { id: string; progettoId: string }): NuovoEvento =>
  eventoPartecipante('partecipante.modificato', partecipante);
/** Chi non partecipa più a nulla lascia comunque traccia della correzione. */
const senzaProgetto = (oggettoId: string): NuovoEvento => ({
  atto: 'partecipante.modificato',
  oggetto: 'organizzazione',
  oggettoId,
  riservato: true,
});

/** Le sue partecipazioni, se la nuova data di nascita viene prima di ogni ingresso. */
async function ricalcolabili(tx: Tx, { personaId, dataNascita }: IdentitaDaCorreggere) {
  const righe = await tx.partecipante.findMany({ where: { personaId }, select: { id: true, progettoId: true, ingresso: true } });
  const tutte = righe.map((riga) => ({ ...riga, ingresso: isoDiData(riga.ingresso) }));
  const prima = tutte.some(({ ingresso }) => {
    const eta = etaAllIngresso(dataNascita, ingresso);
    return eta !== null && (eta < 0 || eta > 120);
  });
  if (prima)
    throw new DomainError(
      'persona.nonValida',
      'Con questa data di nascita l’età all’ingresso non è possibile: ricontrollala.',
      'dataNascita',
    );
  return tutte;
}

async function riscriviIdentita(tx: Tx, attore: Attore, scritta: IdentitaDaCorreggere): Promise<void> {
  const { identita, segni } = righeIdentita(attore, scritta.personaId, scritta);
  const { cifrata, chiaveId, personaId } = identita;
  await tx.identita.updateMany({ where: { personaId }, data: { cifrata, chiaveId, aggiornataIl: attore.adesso } });
  await tx.personaCerca.deleteMany({ where: { personaId } });
  await tx.personaCerca.createMany({ data: segni });
}
