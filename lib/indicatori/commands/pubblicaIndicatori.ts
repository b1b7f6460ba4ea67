import type { Attore } from '@/lib/auth/attore';
import { type Delega, perPubblicare } from '@/lib/db/pubblicazione';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { cedendo } from '@/lib/passi/passi';
import { prossimaPubblicazione, RUOLI_PUBBLICAZIONE } from '../regolePubblicazione';
import { type Grezzi, preparaRilascio } from '../rilascio';

const NON_TROVATO = new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');

/**
 * Pubblica gli indicatori di un progetto: la Regione e la ricerca leggono questa tabella, con la sua data, finché non ne esce un'altra. Resta scritto chi e quando.
 * Di propria iniziativa non più di una volta ogni trenta giorni: più spesso, la differenza direbbe quando è entrato qualcuno.
 * @returns il numero della pubblicazione, dal primo
 * @throws DomainError indicatori.ruoloMancante, progetto.nonTrovato, indicatori.nonChiesti, indicatori.pubblicatiDaPoco
 */
export async function pubblicaIndicatori(attore: Attore, progettoId: string): Promise<number> {
  if (!RUOLI_PUBBLICAZIONE.includes(attore.ruolo))
    throw new DomainError('indicatori.ruoloMancante', 'Pubblicano gli indicatori un istruttore o un dirigente della Regione.');
  return perPubblicare(attore, async (tx, delega) => {
    const grezzi = await contaPerPubblicare(tx, delega, progettoId, null);
    if (!grezzi) throw NON_TROVATO;
    if (grezzi.insieme === 'NESSUNO')
      throw new DomainError('indicatori.nonChiesti', 'Questo bando non chiede indicatori sui partecipanti.');
    const da = prossimaPubblicazione(grezzi.ultimo);
    if (da && da > giornoDi(attore.adesso))
      throw new DomainError(
        'indicatori.pubblicatiDaPoco',
        `Gli indicatori di questo progetto sono già stati pubblicati da poco: si può di nuovo dal ${dataBreve(da)}.`,
      );
    return scrivi(tx, delega, progettoId, grezzi, null);
  });
}

/**
 * Pubblica gli indicatori di una relazione appena approvata o ricalcolata: chi è entrato fino all'ultimo giorno del suo periodo. Un bando senza indicatori, o un progetto che non ha ancora seguito nessuno, non pubblica nulla; una pubblicazione che non riesce non disfa la decisione:
 * la tabella di prima resta, e si pubblica con l'atto.
 * @param sempre anche se se ne è pubblicata una da meno di trenta giorni
 */
export async function pubblicaDaRelazione(attore: Attore, progettoId: string, relazioneId: string, sempre: boolean): Promise<void> {
  try {
    await perPubblicare(attore, async (tx, delega) => {
      const grezzi = await contaPerPubblicare(tx, delega, progettoId, relazioneId);
      const da = prossimaPubblicazione(grezzi?.ultimo ?? null);
      if (!grezzi || grezzi.insieme === 'NESSUNO' || (!sempre && da && da > giornoDi(attore.adesso))) return;
      if (grezzi.numero === 1 && grezzi.intera.length === 0) return; // finché nessuno è seguito non c'è nulla da dire
      await scrivi(tx, delega, progettoId, grezzi, relazioneId);
    });
  } catch (errore) {
    console.error('Gli indicatori di una relazione approvata non sono stati pubblicati:', errore);
  }
}

async function contaPerPubblicare(
  tx: Tx,
  { contesto, firma }: Delega,
  progettoId: string,
  relazione: string | null,
): Promise<Grezzi | null> {
  const [riga] = await tx.$queryRaw<{ dati: Grezzi | null }[]>`
    select accesso.conteggi_indicatori(${contesto}, ${firma}, ${progettoId}::uuid, ${relazione}::uuid) as dati`;
  return riga?.dati ?? null;
}

async function scrivi(tx: Tx, { contesto, firma }: Delega, progettoId: string, grezzi: Grezzi, relazione: string | null): Promise<number> {
  // chi apre una pagina non aspetta che la tabella sia decisa
  const { contenuto, enti } = await cedendo(preparaRilascio(grezzi, relazione));
  await tx.$queryRaw`select accesso.pubblica_indicatori(${contesto}, ${firma}, ${progettoId}::uuid, ${grezzi.numero}::int, ${JSON.stringify(contenuto)}::jsonb,
    ${JSON.stringify(grezzi.intera)}::jsonb, ${JSON.stringify(enti)}::jsonb)`;
  return grezzi.numero;
}
