import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Persona, type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Quando un atto è accaduto lo scrive il database, con l'ora del portale: nessun login può fermare, spostare o accorciare la verifica. */

const DATE = [
  ['rapporto_progetto', 'aperto_il'],
  ['rapporto_progetto', 'presentato_il'],
  ['rapporto_progetto', 'preso_in_carico_il'],
  ['rapporto_progetto', 'sospeso_dal'],
  ['rapporto_progetto', 'sospeso_secondi'],
  ['rapporto_progetto', 'deciso_il'],
  ['rapporto_ente', 'consegnato_il'],
  ['chiarimento', 'chiesto_il'],
  ['chiarimento', 'risposto_il'],
  ['chiarimento', 'chiuso_il'],
  ['rapporto_versione', 'presentata_il'],
  ['evento', 'istante'],
] as const;
const LETTORI = ['app_ente', 'app_regione', 'app_ricerca', 'app_pubblico', 'app_accesso'];

type Stato = 'BOZZA' | 'PRESENTATO' | 'IN_VERIFICA' | 'CHIARIMENTI' | 'RESPINTO';
const pratiche = {} as Record<Stato, Pratica>;
beforeAll(async () => {
  for (const stato of ['BOZZA', 'PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'RESPINTO'] as const)
    pratiche[stato] = await unaPratica({ stato });
});
afterAll(chiudiSqlGrezzo);

test.each(DATE)('%s.%s: nessun login dei lettori la può scrivere, né nascendo né dopo', async (tabella, colonna) => {
  const { rows } = await superutente.query(
    `select l, p from unnest($1::text[]) l, unnest('{insert,update}'::text[]) p where has_column_privilege(l, $2::regclass, $3, p)`,
    [LETTORI, tabella, colonna],
  );
  expect(rows).toEqual([]);
  const { chi, progetto } = pratiche.CHIARIMENTI;
  for (const persona of ['referente', 'partner', 'dirigente', 'ricercatore'] as const)
    expect(
      await sqlCome(chi[persona], `update ${tabella} set ${colonna} = default where progetto_id = $1`, [progetto.id]),
      persona,
    ).toMatchObject({ codice: '42501' });
});

/** Cambia lo stato della relazione con SQL grezzo. @returns che cosa vale `verifica` sulla riga cambiata; poi nulla resta */
async function passa(da: Stato, a: string, persona: Persona, verifica: string) {
  const esito = await sqlCome(
    pratiche[da].chi[persona],
    `update rapporto_progetto set stato = $1::stato_rapporto where id = $2 returning ${verifica} as r`,
    [a, pratiche[da].rapportoId],
  );
  return esito.codice ?? esito.righe;
}
const ADESSO = 'app.adesso()::timestamptz(3)';

test.each([
  ['BOZZA', 'PRESENTATO', 'referente', 'presentato_il'],
  ['PRESENTATO', 'IN_VERIFICA', 'istruttore', 'preso_in_carico_il'],
  ['IN_VERIFICA', 'CHIARIMENTI', 'istruttore', 'sospeso_dal'],
  ['IN_VERIFICA', 'APPROVATO', 'istruttore', 'deciso_il'],
  ['IN_VERIFICA', 'APPROVATO_CON_RILIEVI', 'dirigente', 'deciso_il'],
  ['IN_VERIFICA', 'RESPINTO', 'dirigente', 'deciso_il'],
] as const)('da %s a %s il database scrive l’ora del portale', async (da, a, persona, colonna) => {
  expect(await passa(da, a, persona, `${colonna} = ${ADESSO}`)).toEqual([true]);
});

test('una relazione respinta e riaperta risulta ferma dal rigetto, non dalla riapertura', async () => {
  const respintaIl = '2020-07-01T08:00:00Z';
  await superutente.query('update rapporto_progetto set deciso_il = $1 where id = $2', [respintaIl, pratiche.RESPINTO.rapportoId]);
  expect(await passa('RESPINTO', 'CHIARIMENTI', 'dirigente', `deciso_il is null and sospeso_dal = '${respintaIl}'`)).toEqual([true]);
});

test('tornando in verifica la sosta si somma a quelle di prima e finisce', async () => {
  await superutente.query(
    `update rapporto_progetto set sospeso_dal = app.adesso() - interval '2 days', sospeso_secondi = 1000 where id = $1`,
    [pratiche.CHIARIMENTI.rapportoId],
  );
  const [secondi, ...altre] = (await passa('CHIARIMENTI', 'IN_VERIFICA', 'referente', 'sospeso_secondi')) as unknown as number[];
  expect(altre).toEqual([]);
  expect((secondi ?? 0) - 1000).toBeGreaterThanOrEqual(2 * 86_400);
  expect((secondi ?? 0) - 1000).toBeLessThan(2 * 86_400 + 300); // il poco che la prova impiega
  expect(await passa('CHIARIMENTI', 'IN_VERIFICA', 'referente', 'sospeso_dal is null and preso_in_carico_il is null')).toEqual([true]);
});

test('una parte consegnata, una risposta e una chiusura portano l’ora del portale', async () => {
  const { chi, rapportoId, progetto, azione, enteDelPartner } = pratiche.BOZZA;
  const parte = `update rapporto_ente set stato = 'CONSEGNATO' where rapporto_id = $1 and organizzazione_id = $2 returning consegnato_il = ${ADESSO} as r`;
  expect(await sqlCome(chi.partner, parte, [rapportoId, enteDelPartner.id])).toMatchObject({ righe: [true] });
  const chiarimento = {
    regione_id: progetto.regione.id,
    progetto_id: progetto.id,
    rapporto_id: rapportoId,
    azione_id: azione.id,
    domanda: '-',
  };
  for (const [stato, persona, a, colonna] of [
    ['APERTO', 'referente', 'RISPOSTO', 'risposto_il'],
    ['RISPOSTO', 'istruttore', 'CHIUSO', 'chiuso_il'],
  ] as const) {
    const { id } = await inserisci(superutente, 'chiarimento', { ...chiarimento, stato, entro: '2020-08-31' });
    const testo = `update chiarimento set stato = $1::stato_chiarimento where id = $2 returning ${colonna} = ${ADESSO} as r`;
    expect(await sqlCome(chi[persona], testo, [a, id]), a).toMatchObject({ righe: [true] });
  }
});
