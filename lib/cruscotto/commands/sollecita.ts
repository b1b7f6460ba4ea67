import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { indirizzoIntero } from '@/lib/posta/dimostrazione';
import { routes } from '@/lib/routes';
import { COMUNI } from '../queriesAttese';
import { progettiScelti, soloChiIstruisce } from './_progetti';

export type EsitoSollecito = { persone: number; progetti: number; saltati: number };

/**
 * Ricorda agli enti dei progetti scelti ciò che la Regione aspetta da loro: al più una volta al giorno per progetto, e solo se qualcosa si aspetta.
 * Il testo è fisso, con il collegamento e nessun dato personale. @returns a quante persone ha scritto, per quanti progetti, quanti ne ha saltati
 * @throws DomainError sollecito.nessuno se non c'è nessuno a cui scrivere
 */
export const sollecita = (attore: Attore, scelta: { id: string[]; vista: 'progetti' | 'azioni' }): Promise<EsitoSollecito> =>
  commandAs(attore, async (tx) => {
    soloChiIstruisce(attore);
    const scelti = await progettiScelti(tx, scelta);
    const eventi: NuovoEvento[] = [];
    let persone = 0;
    for (const progetto of await inAttesaDegliEnti(tx, attore, scelti)) {
      const n = await scrivi(tx, progetto);
      if (n === 0) continue;
      persone += n;
      eventi.push({
        atto: 'sollecito.inviato',
        oggetto: 'progetto',
        oggettoId: progetto.id,
        progettoId: progetto.id,
        dopo: { destinatari: n },
      });
    }
    if (eventi.length === 0)
      throw new DomainError(
        'sollecito.nessuno',
        'Non c’è nessuno da sollecitare: questi progetti non aspettano gli enti, oppure il promemoria di oggi è già partito.',
      );
    return { result: { persone, progetti: eventi.length, saltati: scelti.length - eventi.length }, evento: eventi };
  });

/** Quelli che aspettano il capofila o un partner, in ordine fisso: due solleciti insieme non si bloccano a vicenda. */
const inAttesaDegliEnti = (tx: Tx, attore: Attore, progetti: string[]): Promise<{ id: string; codice: string }[]> =>
  tx.$queryRaw(sql`with ${COMUNI(giornoDi(attore.adesso))} select p.id, p.codice from progetto p
    where p.id = any (${progetti}::uuid[]) and exists (select from attese t where t.progetto_id = p.id and t.chi <> 'REGIONE') order by p.id`);

async function scrivi(tx: Tx, { id, codice }: { id: string; codice: string }): Promise<number> {
  const titolo = `Promemoria della Regione: progetto ${codice}`;
  const testo = `La Regione aspetta qualcosa per il progetto ${codice}: una relazione da presentare o un chiarimento a cui rispondere.

Che cosa resta da fare, e entro quando, è scritto qui:
${indirizzoIntero(routes.compiti())}

Se l’hai già fatto, non devi fare altro.`;
  const [riga] = await tx.$queryRaw<{ n: number }[]>`select app.sollecita(${id}::uuid, ${id}::uuid, ${titolo}, ${testo}) as n`;
  return riga?.n ?? 0;
}
