import { setTimeout as pausa } from 'node:timers/promises';
import pg from 'pg';
import { isDomainError } from '@/lib/errors/domainError';
import { superutente } from './superutente';

const ATTESA_MASSIMA_MS = 15_000;

/**
 * Fa incontrare davvero più atti sulla stessa riga: la blocca, li avvia uno dopo l'altro aspettando in pg_stat_activity che ciascuno sia fermo
 * (sulla riga, o su una serratura presa da chi lo precede), poi lascia. Un Promise.all da solo resta verde anche senza compare-and-swap.
 * @returns gli esiti, nell'ordine degli atti: `fulfilled`, o il codice del rifiuto
 * @throws Error se un atto non arriva mai a contendersi la riga, o fallisce per altro che un rifiuto
 */
export async function inGara(riga: { tabella: string; id: string }, ...atti: (() => Promise<unknown>)[]): Promise<string[]> {
  const arbitro = await superutente.connect();
  try {
    await arbitro.query('begin');
    const { rowCount } = await arbitro.query(`select from ${pg.escapeIdentifier(riga.tabella)} where id = $1 for update`, [riga.id]);
    if (rowCount !== 1) throw new Error(`Nella tabella ${riga.tabella} non c'è la riga ${riga.id}.`);
    let finiti = 0;
    const corse: Promise<PromiseSettledResult<unknown>[]>[] = [];
    for (const atto of atti) {
      corse.push(Promise.allSettled([atto().finally(() => finiti++)]));
      await tuttiFermi(corse.length, () => finiti);
    }
    await arbitro.query('rollback');
    return (await Promise.all(corse)).flat().map(esito);
  } finally {
    arbitro.release(true);
  }
}

function esito(corsa: PromiseSettledResult<unknown>): string {
  if (corsa.status === 'fulfilled') return corsa.status;
  if (!isDomainError(corsa.reason)) throw corsa.reason;
  return corsa.reason.code;
}

/** Aspetta che `quanti` connessioni siano ferme su un blocco. `finiti` dice quanti atti sono già finiti: se uno non si ferma, è un errore. */
export async function tuttiFermi(quanti: number, finiti: () => number): Promise<void> {
  const termine = Date.now() + ATTESA_MASSIMA_MS;
  while (Date.now() < termine) {
    const { rows } = await superutente.query(
      `select count(*)::int as fermi from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0].fermi >= quanti) return;
    if (finiti() > 0) throw new Error('Un atto è finito senza contendersi la riga: la gara non prova nulla.');
    await pausa(10);
  }
  throw new Error('Gli atti non sono arrivati tutti a contendersi la riga.');
}
