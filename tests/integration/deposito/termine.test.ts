import { afterEach, beforeAll, expect, test } from 'vitest';
import { istanteDiRoma } from '@/lib/bandi/termini';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { isDomainError } from '@/lib/errors/domainError';
import { type Esame, eventi, progetto, righe, unEsame } from '@/tests/support/esame';
import { superutente } from '@/tests/support/superutente';

// l'orologio torna dov'era: le altre prove di questo processo leggono lo stesso database
let scarto: string;
beforeAll(async () => {
  scarto = (await superutente.query('select scarto::text from app.orologio')).rows[0].scarto;
});
afterEach(() => superutente.query('update app.orologio set scarto = $1::interval', [scarto]));

const orologioAlle = (istante: Date) =>
  superutente.query('update app.orologio set scarto = $1::timestamptz - clock_timestamp()', [istante]);

/**
 * L'esito di un atto compiuto quando l'orologio del portale segna quell'istante. Su una macchina carica l'atto può cominciare tardi: un rifiuto
 * arrivato quasi un secondo dopo non dice nulla, e si riprova.
 */
async function alle(istante: Date, atto: () => Promise<unknown>): Promise<string> {
  for (;;) {
    const inizio = performance.now();
    await orologioAlle(istante);
    const esito = await atto().then(
      () => 'fatto',
      (errore: unknown) => (isDomainError(errore) ? errore.code : Promise.reject(errore)),
    );
    if (esito === 'fatto' || performance.now() - inizio < 900) return esito;
  }
}

async function conTermine(oraCivile: string): Promise<{ esame: Esame; presenta: () => Promise<unknown> }> {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const chiude = istanteDiRoma(oraCivile, 'chiude');
  await superutente.query(`update passo_bando set chiude = $2 where bando_id = $1 and fase = 'IDEA'`, [esame.domanda.bando.id, chiude]);
  return { esame, presenta: () => presentaDomanda(esame.chi.referente, { progettoId: esame.id }) };
}

const piu = (secondi: number, istante: string) => new Date(Date.parse(istante) + secondi * 1000);

// l'ora civile del bando, e l'istante in cui quel minuto comincia
test.for([
  ['un giorno qualunque', '2026-11-20T12:00', '2026-11-20T11:00:00Z'],
  ['la notte di marzo, a un’ora che non esiste', '2027-03-28T02:30', '2027-03-28T01:00:00Z'],
  ['la notte di ottobre, a un’ora che passa due volte', '2026-10-25T02:30', '2026-10-25T01:30:00Z'],
] as const)('%s decide l’orologio del server, al secondo', async ([, oraCivile, scadenza]) => {
  for (const [secondi, atteso] of [
    [-1, 'fatto'],
    [0, 'fatto'],
    [1, 'termine.scaduto'],
  ] as const) {
    const { esame, presenta } = await conTermine(oraCivile);
    expect(await alle(piu(secondi, scadenza), presenta), `${secondi} secondi`).toBe(atteso);
    const fatta = atteso === 'fatto';
    expect([(await progetto(esame)).stato, (await righe('versione_progetto', esame)).length, (await eventi(esame)).length]).toEqual(
      fatta ? ['IDEA_PRESENTATA', 1, 1] : ['IDEA_BOZZA', 0, 0],
    );
  }
});

test('la notte di ottobre la prima volta che passa quell’ora il termine è ancora aperto', async () => {
  const { presenta } = await conTermine('2026-10-25T02:30');
  expect(await alle(piu(1, '2026-10-25T00:30:00Z'), presenta)).toBe('fatto');
});

test('prima dell’apertura non si presenta; dopo la chiusura non si riprende più', async () => {
  const { esame, presenta } = await conTermine('2026-11-20T12:00');
  await superutente.query(`update passo_bando set apre = '2026-11-01T08:00:00Z' where bando_id = $1 and fase = 'IDEA'`, [
    esame.domanda.bando.id,
  ]);
  expect(await alle(piu(-1, '2026-11-01T08:00:00Z'), presenta)).toBe('termine.scaduto');
  expect(await alle(piu(0, '2026-11-01T08:00:00Z'), presenta)).toBe('fatto');
  const riprendi = () => ritiraPresentazione(esame.chi.referente, { progettoId: esame.id });
  expect(await alle(piu(1, '2026-11-20T11:00:00Z'), riprendi)).toBe('termine.scaduto');
  expect((await progetto(esame)).stato).toBe('IDEA_PRESENTATA');
});
