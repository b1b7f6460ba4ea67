import { expect, test } from 'vitest';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { leggiGraduatoria } from '@/lib/valutazione/queriesGraduatoria';
import { unBando } from '@/tests/support/buildersDomanda';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { type Esame, unEsame, valutata } from '@/tests/support/esame';
import { superutente } from '@/tests/support/superutente';

/** La domanda arriva in graduatoria: ammissibile e valutata, senza ripassare dall'istruttoria, che ha le sue prove. */
async function inGraduatoria(esame: Esame, totale: number): Promise<void> {
  const db = await superutente.connect();
  try {
    await db.query('begin');
    await db.query('set local session_replication_role = replica');
    await db.query(`update progetto set stato = 'AMMISSIBILE' where id = $1`, [esame.id]);
    await db.query('commit');
  } finally {
    db.release();
  }
  await valutata(esame, 'PROGETTO', totale);
}

test('a sportello l’ordine è quello di presentazione: i punti non contano, chi riprende la domanda e la ripresenta va in coda, le risorse finiscono con chi arriva prima', async () => {
  const griglia = CONFIGURAZIONE.griglia.map((criterio) => ({ ...criterio, soglia: 0 }));
  const bando = await unBando({ configurazione: { tipo: 'SPORTELLO', dotazioneCents: '2500000', griglia } });
  const domande: Esame[] = [];
  for (let n = 0; n < 3; n++) domande.push(await unEsame({ stato: 'PROGETTO_BOZZA', bando }));
  const [prima, seconda, terza] = domande as [Esame, Esame, Esame];
  const presenta = (esame: Esame) => presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  for (const esame of [seconda, prima, terza]) await presenta(esame);
  await ritiraPresentazione(seconda.chi.referente, { progettoId: seconda.id });
  await presenta(seconda);
  for (const [posto, esame] of [prima, terza, seconda].entries()) await inGraduatoria(esame, 7000 + posto * 1000);
  const letta = await leggiGraduatoria(prima.chi.dirigente, bando.id, 'PROGETTO');
  expect(letta?.esito.righe.map(({ progettoId, posizione, esito }) => [progettoId, posizione, esito])).toEqual([
    [prima.id, 1, 'FINANZIABILE'],
    [terza.id, 2, 'FINANZIABILE'],
    [seconda.id, 3, 'NON_FINANZIABILE'],
  ]);
});
