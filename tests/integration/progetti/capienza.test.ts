import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { commandAs } from '@/lib/db/scope';
import { unUtente } from '@/tests/support/builders';
import { type BandoDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** Quanto resta di un bando non scende mai sotto zero, qualunque via prenda l'importo. */

afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

/** Un bando con 100 centesimi, il suo dirigente e le domande già ammissibili con l'importo (assegnato se c'è). */
async function conDotazione(...assegnati: (number | undefined)[]) {
  const bando = await unBando({ configurazione: { dotazioneCents: '100' } });
  const dirigente = await (await unUtente({ regione: bando.regione, ruolo: 'DIRIGENTE' })).attore();
  const domande = [];
  for (const assegnato of assegnati)
    domande.push(await unaDomanda({ bando, stato: 'AMMISSIBILE', importi: { richiesto: 1000, assegnato } }));
  return { bando, dirigente, ids: domande.map(({ id }) => id) };
}

const DECIDE = `insert into decisione (regione_id, progetto_id, bando_id, fase, esito, richiesto_cents, concesso_cents, decisa_da)
  values ($1::uuid, $2::uuid, $3::uuid, 'PROGETTO', 'APPROVATO', 1000, $4, $5::uuid)`;

/** Decide e assegna come fa il comando: la decisione, poi l'importo sul progetto, in una transazione. */
const decide = (chi: Attore, bando: BandoDiProva, progettoId: string, cents: number) =>
  commandAs(chi, async (tx) => {
    await tx.$executeRawUnsafe(DECIDE, chi.regioneId, progettoId, bando.id, cents, chi.utenteId);
    await tx.$executeRaw`update progetto set stato = 'APPROVATO', importo_assegnato_cents = ${cents} where id = ${progettoId}::uuid`;
    return { result: null, evento: { atto: 'progetto.approvato', oggetto: 'progetto', oggettoId: progettoId, progettoId } };
  });

test('due decisioni nello stesso istante: passa quella che ci sta, l’altra trova il bando esaurito', async () => {
  const { bando, dirigente, ids } = await conDotazione(undefined, undefined);
  const [uno = '', altro = ''] = ids;
  const esiti = await inGara(
    { tabella: 'bando', id: bando.id },
    () => decide(dirigente, bando, uno, 60),
    () => decide(dirigente, bando, altro, 60),
  );
  expect(esiti.sort()).toEqual(['bando.capienzaSuperata', 'fulfilled']);
  const { rows } = await superutente.query('select sum(importo_assegnato_cents)::int as n from progetto where bando_id = $1', [bando.id]);
  expect(rows).toEqual([{ n: 60 }]);
  const { rowCount } = await superutente.query('select from decisione where bando_id = $1', [bando.id]);
  expect(rowCount).toBe(1);
});

test('si assegna fino all’ultimo centesimo, e non uno di più', async () => {
  const { bando, dirigente, ids } = await conDotazione(40, undefined);
  const [, altro = ''] = ids;
  await expect(decide(dirigente, bando, altro, 61)).rejects.toMatchObject({ code: 'bando.capienzaSuperata' });
  await decide(dirigente, bando, altro, 60);
  const { rows } = await superutente.query('select sum(importo_assegnato_cents)::int as n from progetto where bando_id = $1', [bando.id]);
  expect(rows).toEqual([{ n: 100 }]);
});

test('l’importo non si alza nemmeno senza decisione, e lo tocca solo chi dirige', async () => {
  const { bando, dirigente, ids } = await conDotazione(40, 50);
  const istruttore = await (await unUtente({ regione: bando.regione, ruolo: 'ISTRUTTORE' })).attore();
  const valutatore = await (await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' })).attore();
  const assegna = (chi: Attore, cents: number) =>
    sqlCome(chi, 'update progetto set importo_assegnato_cents = $1 where id = $2', [cents, ids[1]]);
  expect(await assegna(dirigente, 60)).toMatchObject({ n: 1 });
  expect(await assegna(dirigente, 61)).toMatchObject({ codice: 'CT003' });
  expect(await assegna(dirigente, 0)).toMatchObject({ n: 1 });
  expect(await assegna(istruttore, 10)).toMatchObject({ codice: 'CT001' });
  expect(await assegna(valutatore, 10)).toMatchObject({ n: 0 });
});

test('chi era stato escluso non torna in corsa con un importo che nel frattempo è di altri', async () => {
  const { dirigente, ids } = await conDotazione(60, 60);
  await superutente.query(`update progetto set stato = 'NON_APPROVATO' where id = $1`, [ids[1]]);
  const torna = () => sqlCome(dirigente, `update progetto set stato = 'AMMISSIBILE' where id = $1`, [ids[1]]);
  expect(await torna()).toMatchObject({ codice: 'CT003' });
  await superutente.query(`update progetto set importo_assegnato_cents = 40 where id = $1`, [ids[1]]);
  expect(await torna()).toMatchObject({ n: 1 });
});

test('una decisione non si scrive sul conto di un altro bando', async () => {
  const { bando, dirigente, ids } = await conDotazione(undefined);
  const altro = await unBando({ regione: bando.regione });
  const valori = (bandoId: string) => [dirigente.regioneId, ids[0], bandoId, 10, dirigente.utenteId];
  expect(await sqlCome(dirigente, DECIDE, valori(altro.id))).toMatchObject({ codice: 'CT001' });
  expect(await sqlCome(dirigente, DECIDE, valori(bando.id))).toMatchObject({ n: 1 });
});
