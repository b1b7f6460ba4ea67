import { afterAll, expect, test } from 'vitest';
import { commandAs } from '@/lib/db/scope';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { applicaTaglio } from '@/lib/piano/commands/applicaTaglio';
import { apriRimodulazione } from '@/lib/piano/commands/apriRimodulazione';
import { depositaRimodulazione } from '@/lib/piano/commands/depositaRimodulazione';
import { leggiContestoPiano } from '@/lib/piano/queries';
import { leggiRimodulazione } from '@/lib/piano/queriesRimodulazione';
import { SCELTA_VUOTA } from '@/lib/piano/tagli';
import { type Ridotto, unProgettoRidotto } from '@/tests/support/rimodulazione';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const versioneDi = async ({ progetto }: Ridotto): Promise<string> =>
  (await superutente.query('select id from versione_progetto where progetto_id = $1 order by numero desc limit 1', [progetto.id])).rows[0]
    .id;

test('il piano di una versione diventa quello in vigore, voce per voce e centesimo per centesimo', async () => {
  const ridotto = await unProgettoRidotto();
  const { chi, progetto, voci, azioni } = ridotto;
  const versioneId = await versioneDi(ridotto);
  await commandAs(chi.dirigente, async (tx) => {
    await tx.$executeRaw`select app.applica_piano(${versioneId}::uuid)::text`;
    return {
      result: undefined,
      evento: { atto: 'progetto.approvato', oggetto: 'progetto', oggettoId: progetto.id, progettoId: progetto.id },
    };
  });
  const { rows: scritte } = await superutente.query(
    `select azione_id, categoria, organizzazione_id, contributo_cents::text c, cofinanziamento_cents::text f, natura_cents::text n
     from voce_budget where progetto_id = $1`,
    [progetto.id],
  );
  const attese = voci.map((v) => ({
    azione_id: v.azioneId,
    categoria: v.categoria,
    organizzazione_id: v.organizzazioneId,
    c: v.contributoCents,
    f: v.cofinanziamentoCents,
    n: v.naturaCents,
  }));
  expect(scritte).toHaveLength(attese.length);
  expect(scritte).toEqual(expect.arrayContaining(attese));
  const { rows } = await superutente.query('select id, codice, ordine from azione where progetto_id = $1 order by ordine', [progetto.id]);
  expect(rows).toEqual(azioni.map(({ id, codice }, i) => ({ id, codice, ordine: i + 1 })));
});

test.for([
  ['istruttore', 'CT001'],
  ['referente', '42501'],
  ['altraRegione', 'CT001'],
] as const)('%s non rende vigente un piano nemmeno chiedendolo al database', async ([persona, codice]) => {
  const ridotto = await unProgettoRidotto();
  expect(await sqlCome(ridotto.chi[persona], 'select app.applica_piano($1)', [await versioneDi(ridotto)])).toMatchObject({
    codice,
  });
});

test('dopo l’avvio il piano non si riscrive più', async () => {
  const ridotto = await unProgettoRidotto();
  await superutente.query(`update progetto set stato = 'AVVIATO' where id = $1`, [ridotto.progetto.id]);
  expect(await sqlCome(ridotto.chi.dirigente, 'select app.applica_piano($1)', [await versioneDi(ridotto)])).toMatchObject({
    codice: 'CT001',
  });
});

test('ciò che si corregge a mano nelle sezioni è ciò che si presenta; dopo, le sezioni sono chiuse', async () => {
  const ridotto = await unProgettoRidotto();
  const { chi, progetto } = ridotto;
  const progettoId = progetto.id;
  await apriRimodulazione(chi.referente, { progettoId });
  await applicaTaglio(chi.referente, { progettoId, metodo: 'PROPORZIONALE', scelta: SCELTA_VUOTA, revAzioni: 1, revBudget: 1 });
  const contesto = await leggiContestoPiano(chi.partner, progettoId, 'RIMODULAZIONE');
  const voci = (contesto?.voci ?? []).map((voce) => ({ ...voce, contributoCents: String(BigInt(voce.contributoCents) - 100n) }));
  const daSalvare = { progettoId, fase: 'RIMODULAZIONE' as const, chiave: 'quadro_economico', rev: 2, valori: { voci } };
  expect(await salvaSezione(chi.partner, daSalvare)).toMatchObject({ esito: 'salvata', rev: 3 });
  await depositaRimodulazione(chi.referente, { progettoId, risposta: null });
  const presentata = await leggiRimodulazione(chi.dirigente, progettoId);
  expect(presentata?.ultima?.piano?.voci).toEqual(voci);
  await expect(salvaSezione(chi.partner, { ...daSalvare, rev: 3 })).rejects.toMatchObject({ code: 'sezione.chiusa' });
});
