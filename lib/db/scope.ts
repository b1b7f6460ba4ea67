import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { clientDi } from './client';
import type { Prisma } from './generated/client';
import { rifiutoDelDatabase } from './rifiuti';

export type Tx = Prisma.TransactionClient;

/** Un atto da registrare. `prima` e `dopo` portano codici, date e cifre: mai testo libero, ci finirebbero nomi di persone. */
export type NuovoEvento = {
  atto: string;
  oggetto: string;
  oggettoId: string;
  progettoId?: string;
  prima?: Prisma.InputJsonObject;
  dopo?: Prisma.InputJsonObject;
  /** Vero per gli atti su una bozza: la Regione non li vede. */
  riservato?: boolean;
};

/** Letture con i modelli di Prisma; quelle delle pagine passano da `interroga`. PostgreSQL rifiuta qualunque scrittura passi di qui. */
export const queryAs = <T>(attore: Attore, read: (tx: Tx) => Promise<T>): Promise<T> => scoped(attore, true, 30_000, read);

/**
 * Scritture: `work` restituisce il risultato e l'evento (o gli eventi) che ha causato; si confermano insieme o per niente.
 * Dentro `work` un insuccesso si lancia, non si restituisce: una transazione che ritorna viene confermata.
 */
export const commandAs = <T>(
  attore: Attore,
  work: (tx: Tx) => Promise<{ result: T; evento: NuovoEvento | NuovoEvento[] }>,
  /** Quanto può durare: solo chi scrive migliaia di righe in un atto solo chiede più del consueto. */
  entroMs = 30_000,
): Promise<T> =>
  scoped(attore, false, entroMs, async (tx) => {
    const { result, evento } = await work(tx);
    const eventi = Array.isArray(evento) ? evento : [evento];
    if (eventi.length === 0) throw new Error('Un atto senza evento non si conferma.');
    // createMany: senza RETURNING, perché chi scrive nel registro può non avere il diritto di rileggerlo
    await tx.evento.createMany({
      data: eventi.map((e) => ({
        ...e,
        regioneId: attore.regioneId,
        attoreId: attore.utenteId,
        organizzazioneId: attore.organizzazioneId,
        ruolo: attore.ruolo,
        riservato: e.riservato ?? false,
      })),
    });
    return result;
  });

/**
 * Scritture che non hanno un evento da registrare qui: la presenza (non è un fatto da conservare) e gli atti il cui evento lo scrive la funzione del database
 * che li compie (app.apri_domanda). Le letture di identità si annotano con `traccia`. Ogni altro atto passa da commandAs.
 */
export const annotaAs = <T>(attore: Attore, work: (tx: Tx) => Promise<T>): Promise<T> => scoped(attore, false, 30_000, work);

async function scoped<T>(attore: Attore, readOnly: boolean, timeout: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    // Le opzioni nascono qui a ogni chiamata: @prisma/client 7.10.0 scrive l'identificativo della transazione nell'oggetto che riceve.
    return await clientDi(attore.lettore).$transaction(
      async (tx) => {
        await apriContesto(tx, attore, readOnly);
        return work(tx);
      },
      { maxWait: 10_000, timeout },
    );
  } catch (error) {
    throw rifiutoDelDatabase(error);
  }
}

/** `true` = locale alla transazione, quindi sicuro su un pool. Il contesto si rilegge prima della prima query: se non vale, ci si ferma. */
async function apriContesto(tx: Tx, attore: Attore, readOnly: boolean): Promise<void> {
  const [riletto] = await tx.$queryRaw<{ utente: string | null }[]>`
    with impostato as materialized (
      select set_config('app.contesto', ${attore.contesto}, true), set_config('app.firma', ${attore.firma}, true),
        set_config('transaction_read_only', ${readOnly ? 'on' : 'off'}, true))
    select app.utente_id()::text as utente from impostato`;
  if (riletto?.utente !== attore.utenteId)
    throw new DomainError('accesso.contestoNonValido', 'La sessione non è più valida: accedi di nuovo.');
}
