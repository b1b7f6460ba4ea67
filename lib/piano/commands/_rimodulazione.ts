import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { Piano } from '../contesto';
import { rimodulazioneScritta } from '../queriesRimodulazione';
import { type Momento, momentoDi, type Rimodulazione, SEZIONI_PIANO, type SezionePiano, sezioniConPiano } from '../rimodulazione';

/** Ciò che gli atti della rimodulazione condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

type Json = NonNullable<NuovoEvento['dopo']>;
export type InAtto = { pratica: Pratica; rimodulazione: Rimodulazione; approvato: Piano };

/** Il progetto con la serratura presa e la sua rimodulazione. `esigi` rifiuta chi non può, prima di leggere altro. @throws DomainError progetto.nonTrovato, rimodulazione.senzaPiano */
export async function trovaRimodulazione(
  tx: Tx,
  attore: Attore,
  progettoId: string,
  esigi: (pratica: Pratica) => void = () => undefined,
): Promise<InAtto> {
  const pratica = await trovaPratica(tx, attore, progettoId);
  esigi(pratica);
  const [riga] = await tx.$queryRaw<{ dati: Rimodulazione }[]>(rimodulazioneScritta(progettoId, attore.lettore));
  const approvato = riga?.dati.vigente?.piano;
  if (!riga || !approvato)
    throw new DomainError('rimodulazione.senzaPiano', 'Questo progetto non ha ancora un piano approvato da ridurre.');
  return { pratica, rimodulazione: riga.dati, approvato };
}

const ALTRO_MOMENTO: Record<Momento, string> = {
  NON_SERVE: 'Il contributo assegnato basta per il piano approvato: non c’è nulla da ridurre.',
  DA_APRIRE: 'La rimodulazione iniziale non è ancora aperta.',
  IN_SCRITTURA: 'La rimodulazione iniziale non è ancora stata presentata: tocca all’ente capofila.',
  DEPOSITATA: 'La rimodulazione iniziale è già stata presentata: tocca alla Regione.',
  APPROVATA: 'La rimodulazione iniziale è già stata approvata.',
};

/** @throws DomainError rimodulazione.altroMomento, con la frase di dove si è davvero */
export function esigiMomento(atteso: Momento, { rimodulazione }: InAtto): void {
  const momento = momentoDi(rimodulazione);
  if (momento !== atteso) throw new DomainError('rimodulazione.altroMomento', ALTRO_MOMENTO[momento]);
}

/** @throws DomainError progetto.ruoloMancante se non è il referente del capofila */
export function esigiReferente({ pratica }: InAtto): void {
  if (pratica.chi.ruolo !== 'REFERENTE' || !pratica.chi.capofila)
    throw new DomainError('progetto.ruoloMancante', `Non puoi. Serve il ruolo di ${nomeRuolo('REFERENTE')} dell’ente capofila.`);
}

/** Scrive un piano nelle due sezioni: nuove (rev 1) se non ci sono, altrimenti solo se la revisione è ancora quella letta. */
export async function scriviPiano(
  tx: Tx,
  attore: Attore,
  { rimodulazione }: InAtto,
  piano: Piano,
  rev: Partial<Record<SezionePiano, number>> = {},
): Promise<void> {
  const base = Object.fromEntries(
    SEZIONI_PIANO.map((chiave) => [chiave, rimodulazione.sezioni[chiave]?.valori ?? rimodulazione.vigente?.sezioni[chiave] ?? {}]),
  );
  const nuovi = sezioniConPiano(piano, base);
  for (const chiave of SEZIONI_PIANO) {
    const valori = nuovi[chiave] as unknown as Json;
    const chi = { progettoId: rimodulazione.id, fase: 'RIMODULAZIONE', chiave };
    const scritta = rimodulazione.sezioni[chiave];
    if (!scritta) {
      await tx.sezioneProgetto.createMany({
        data: [{ ...chi, regioneId: attore.regioneId, valori, rev: 1, aggiornataDa: attore.utenteId }],
      });
      continue;
    }
    const { count } = await tx.sezioneProgetto.updateMany({
      where: { ...chi, rev: rev[chiave] ?? scritta.rev },
      data: { valori, rev: { increment: 1 }, aggiornataIl: attore.adesso, aggiornataDa: attore.utenteId },
    });
    if (count === 0)
      throw new DomainError(
        'sezione.conflitto',
        'Un’altra persona ha appena cambiato le azioni o il quadro economico. Ricarica la pagina: non è stato scritto nulla.',
      );
  }
}
