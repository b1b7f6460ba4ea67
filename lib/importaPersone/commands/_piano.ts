import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { type ProgettoAperto, trovaProgettoAperto } from '@/lib/persone/commands/_progetto';
import { type Decisione, decidi, type PersonaNota } from '../decidi';
import type { FileLetto } from '../leggi';
import type { Contesto, RigaRifiutata } from '../righe';
import { personeNote } from './_stato';

/** Ciò che il controllo e l'importazione di un file fanno allo stesso modo. */

export type FileInviato = { progettoId: string; contenuto: Uint8Array };
export type Piano = {
  progetto: ProgettoAperto;
  note: Map<string, PersonaNota>;
  decisione: Decisione;
  /** Tutte, per numero di riga: quelle scritte male e quelle che contraddicono ciò che il portale sa. */
  rifiutate: RigaRifiutata[];
};

/** Il progetto e i codici delle sue azioni. @throws come trovaProgettoAperto */
export async function contestoDi(tx: Tx, attore: Attore, progettoId: string): Promise<Contesto> {
  const { id, avvio, fine } = await trovaProgettoAperto(tx, attore, progettoId);
  const azioni = await tx.azione.findMany({ where: { progettoId: id, annullataIl: null }, select: { id: true, codice: true } });
  return {
    progettoId: id,
    progetto: { avvio, fine },
    azioni: new Map(azioni.map((azione) => [azione.codice.toLowerCase(), azione.id])),
    oggi: giornoDi(attore.adesso),
  };
}

/** Che cosa fare di un file già letto, con il database com'è adesso. */
export async function pianoDi(tx: Tx, attore: Attore, progettoId: string, letto: FileLetto): Promise<Piano> {
  const progetto = await trovaProgettoAperto(tx, attore, progettoId);
  const note = await personeNote(tx, attore, { programmaId: progetto.programmaId, progettoId }, letto.valide);
  const decisione = decidi(letto.valide, note);
  const contraddette = decisione.rifiutate.map(({ riga: { numero, testi }, problemi }) => ({ numero, testi, problemi }));
  return { progetto, note, decisione, rifiutate: [...letto.rifiutate, ...contraddette].sort((a, b) => a.numero - b.numero) };
}

/** Quante righe si importerebbero. */
export const daImportare = ({ nuove, frequenze }: Decisione): number => nuove.length + frequenze.length;

/** @throws DomainError importa.soloEnte */
export function esigiEnte({ lettore }: Attore): void {
  if (lettore !== 'app_ente') throw new DomainError('importa.soloEnte', 'Le persone le importa l’ente che le ha in carico.');
}
