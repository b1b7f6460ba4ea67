import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData, isoDiDataONull } from '@/lib/format/data';

/** Ciò che gli atti su una partecipazione condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

const NON_TROVATA = new DomainError('partecipante.nonTrovato', 'Questa persona non esiste o non è tra quelle del tuo ente.');
export const CAMBIATA = new DomainError(
  'partecipante.conflitto',
  'Un’altra persona ha cambiato questi dati mentre scrivevi. Ricarica la pagina: non è stato scritto nulla.',
);

/** Ciò che un ente legge di una partecipazione per cambiarla. Sempre scelto: lo pseudonimo e il conto (app.conta_partecipante) non li legge. */
export const DA_CAMBIARE = {
  ...{ id: true, rev: true, personaId: true, progettoId: true, rientri: true, motivoUscita: true, ingresso: true, uscita: true },
  ...{ esito4Settimane: true, dataEsito4Settimane: true, esito6Mesi: true, dataEsito6Mesi: true, esitiPrecedenti: true },
} as const;

/** La partecipazione di una persona dell'ente; le date sono AAAA-MM-GG. @throws DomainError partecipante.nonTrovato, partecipante.conflitto */
export async function trovaPartecipante(tx: Tx, { partecipanteId, rev }: { partecipanteId: string; rev: number }) {
  const riga = await tx.partecipante.findUnique({ where: { id: partecipanteId }, select: DA_CAMBIARE });
  if (!riga) throw NON_TROVATA;
  if (riga.rev !== rev) throw CAMBIATA;
  return {
    ...{ id: riga.id, rev, personaId: riga.personaId, progettoId: riga.progettoId, rientri: riga.rientri, motivoUscita: riga.motivoUscita },
    ...{ ingresso: isoDiData(riga.ingresso), uscita: isoDiDataONull(riga.uscita), esitiPrecedenti: riga.esitiPrecedenti },
    ...{ esito4Settimane: riga.esito4Settimane, dataEsito4Settimane: isoDiDataONull(riga.dataEsito4Settimane) },
    ...{ esito6Mesi: riga.esito6Mesi, dataEsito6Mesi: isoDiDataONull(riga.dataEsito6Mesi) },
  };
}
export type Partecipazione = Awaited<ReturnType<typeof trovaPartecipante>>;

/** Ciò che cambia di una partecipazione. */
export type CambioPartecipante = NonNullable<Parameters<Tx['partecipante']['updateMany']>[0]['data']>;

/** Confronta e scambia: se la revisione non è più quella letta, l'atto si ferma. */
export async function cambiaPartecipante(
  tx: Tx,
  { adesso }: Attore,
  { id, rev }: Pick<Partecipazione, 'id' | 'rev'>,
  data: CambioPartecipante,
): Promise<void> {
  const { count } = await tx.partecipante.updateMany({ where: { id, rev }, data: { ...data, rev: rev + 1, aggiornatoIl: adesso } });
  if (count === 0) throw CAMBIATA;
}

/** Le azioni di una partecipazione, come nel modulo. */
export async function frequenzeDi(tx: Tx, partecipanteId: string) {
  const righe = await tx.frequenza.findMany({ where: { partecipanteId }, select: { azioneId: true, dal: true, al: true, ore: true } });
  return righe.map(({ azioneId, dal, al, ore }) => ({
    azioneId,
    dal: isoDiData(dal),
    al: isoDiDataONull(al),
    ore: ore === null ? null : Number(ore),
  }));
}

/** La persona di una partecipazione: non unita ad altre e non ancora anonima. */
export async function trovaPersona(tx: Tx, id: string) {
  const persona = await tx.persona.findUnique({
    where: { id },
    select: {
      id: true,
      programmaId: true,
      sesso: true,
      dataNascita: true,
      senzaCodice: true,
      unitaA: true,
      anonimizzataIl: true,
      nucleoId: true,
      rev: true,
    },
  });
  if (!persona) throw NON_TROVATA;
  if (persona.unitaA || persona.anonimizzataIl)
    throw new DomainError('persona.chiusa', 'Questa scheda è stata unita a un’altra o resa anonima: non si può più cambiare.');
  return { ...persona, dataNascita: isoDiDataONull(persona.dataNascita) };
}
