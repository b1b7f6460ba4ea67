import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiDataONull } from '@/lib/format/data';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { DateProgetto, Problema } from '../regole';

/** Il progetto in cui si registra: lo scrive solo un ente che vi partecipa, da quando è avviato. */

const IN_ATTUAZIONE: readonly StatoProgetto[] = ['AVVIATO', 'SOSPESO', 'CONCLUSO'];

export type ProgettoAperto = DateProgetto & {
  id: string;
  programmaId: string;
  /** Le azioni non annullate. */
  azioni: ReadonlySet<string>;
};

/** Una data AAAA-MM-GG come la vuole una colonna DATE. */
export const giorno = (iso: string): Date => new Date(iso);
export const giornoONull = (iso: string | null): Date | null => (iso ? giorno(iso) : null);

/** Lancia il primo problema, sul suo campo. */
export function esigi([primo]: Problema[], code = 'persona.nonValida'): void {
  if (primo) throw new DomainError(code, primo.messaggio, primo.campo);
}

/** @throws DomainError progetto.nonTrovato, persona.progettoNonAvviato */
export async function trovaProgettoAperto(tx: Tx, attore: Attore, progettoId: string): Promise<ProgettoAperto> {
  const progetto = await tx.progetto.findFirst({
    where: { id: progettoId, partecipazioni: { some: { organizzazioneId: attore.organizzazioneId } } },
    select: {
      ...{ id: true, stato: true, dataAvvio: true, dataFinePrevista: true },
      bando: { select: { programmaId: true } },
      azioni: { where: { annullataIl: null }, select: { id: true } },
    },
  });
  if (!progetto) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o il tuo ente non vi partecipa.', 'progettoId');
  if (!IN_ATTUAZIONE.includes(progetto.stato))
    throw new DomainError('persona.progettoNonAvviato', 'Le persone si registrano da quando il progetto è avviato.', 'progettoId');
  return {
    ...{ id: progetto.id, programmaId: progetto.bando.programmaId, azioni: new Set(progetto.azioni.map(({ id }) => id)) },
    ...{ avvio: isoDiDataONull(progetto.dataAvvio), fine: isoDiDataONull(progetto.dataFinePrevista) },
  };
}

/** Le azioni scelte sono di questo progetto e non annullate. */
export function esigiAzioni({ azioni }: ProgettoAperto, scelte: readonly { azioneId: string }[]): void {
  if (scelte.some(({ azioneId }) => !azioni.has(azioneId)))
    throw new DomainError(
      'persona.azioneNonDelProgetto',
      'Un’azione scelta non è di questo progetto o è stata annullata. Ricarica la pagina.',
      'azioni',
    );
}
