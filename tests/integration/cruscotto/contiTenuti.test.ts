import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { unEnte } from '@/tests/support/builders';
import { unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { contiSbagliati } from '@/tests/support/contiDelCruscotto';
import { tuttiFermi } from '@/tests/support/inGara';
import { unProgettoInCorso } from '@/tests/support/progettoInCorso';
import { superutente } from '@/tests/support/superutente';

/** Tutto ciò che può cambiare un numero del cruscotto, su una riga scelta a caso del progetto `$1`. */
const COLPI = [
  `update avanzamento set stato = 'COMPLETATA' where id = (select id from avanzamento where progetto_id = $1 order by random() limit 1)`,
  `update avanzamento set stato = null where id = (select id from avanzamento where progetto_id = $1 order by random() limit 1)`,
  `update avanzamento set stato = 'IN_CORSO', fine_stimata = date '2020-12-31' + (random() * 400)::int where id = (select id from avanzamento where progetto_id = $1 order by random() limit 1)`,
  `update avanzamento set fine_effettiva = date '2020-12-31' - (random() * 400)::int where id = (select id from avanzamento where progetto_id = $1 order by random() limit 1)`,
  `update avanzamento_causa set risolta = not risolta where progetto_id = $1`,
  `update avanzamento_causa set primaria = false, mese_dal = '2020-02-01' where progetto_id = $1`,
  `update avanzamento_causa set diffusione = 'BOZZA' where progetto_id = $1`,
  `update avanzamento_causa set diffusione = 'PRESENTATO' where progetto_id = $1`,
  `delete from avanzamento_causa where id = (select id from avanzamento_causa where progetto_id = $1 order by random() limit 1)`,
  `update azione set annullata_il = '2020-06-01' where id = (select id from azione where progetto_id = $1 order by random() limit 1)`,
  `update azione set annullata_il = null where progetto_id = $1`,
  `update azione set fine_prevista = '2020-01-31' where id = (select id from azione where progetto_id = $1 order by random() limit 1)`,
] as const;

test('qualunque cosa cambi, da sola o insieme ad altre, i conti tenuti restano quelli contati dal vivo', { timeout: 120_000 }, async () => {
  const progetto = await unProgetto();
  await unRapporto({ progetto, stato: 'APPROVATO', numero: 0 });
  await unRapporto({ progetto, stato: 'PRESENTATO', numero: 1 });
  await unRapporto({ progetto, stato: 'BOZZA', numero: 2 });
  expect(await contiSbagliati()).toEqual([]);
  const atto = fc.array(fc.constantFrom(...COLPI), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(atto, { minLength: 1, maxLength: 6 }), async (atti) => {
      for (const colpi of atti) {
        const db = await superutente.connect();
        try {
          await db.query('begin');
          for (const colpo of colpi) await db.query(colpo, [progetto.id]);
          await db.query('commit');
        } finally {
          db.release();
        }
        expect(await contiSbagliati()).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
});

test('una bozza non conta nulla; presentata, porta con sé stati e cause', async () => {
  const { progetto, chi } = await unProgettoInCorso();
  const { id: rapportoId } = await unRapporto({ progetto, parti: ['CONSEGNATO', 'CONSEGNATO'] });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01', rev = 1 where rapporto_id = $1`, [rapportoId]);
  expect(await conti(progetto.id)).toEqual({ in_corso: 0, non_rilevate: progetto.azioni.length, cause: 0 });
  await presentaRapporto(chi.referente, { rapportoId });
  expect(await conti(progetto.id)).toEqual({ in_corso: progetto.azioni.length, non_rilevate: 0, cause: progetto.azioni.length });
  expect(await contiSbagliati()).toEqual([]);
});

test('due atti insieme su due azioni dello stesso progetto: nessuno dei due conti si perde', async () => {
  const capofila = await unEnte();
  const progetto = await unProgetto({ capofila, partner: [await unEnte({ regione: capofila.regione })] });
  const { avanzamenti } = await unRapporto({ progetto, stato: 'PRESENTATO' });
  const [uno, altro] = [await superutente.connect(), await superutente.connect()];
  const conclude = `update avanzamento set stato = 'COMPLETATA' where id = $1`;
  try {
    await uno.query('begin');
    await altro.query('begin');
    await uno.query(conclude, [avanzamenti[0]?.id]);
    await altro.query(conclude, [avanzamenti[1]?.id]);
    await uno.query('set constraints all immediate'); // il primo ha già contato e non ha ancora confermato
    let finiti = 0;
    const secondo = altro.query('commit').finally(() => finiti++);
    await tuttiFermi(1, () => finiti);
    await uno.query('commit');
    await secondo;
  } finally {
    uno.release();
    altro.release();
  }
  expect(await contiSbagliati()).toEqual([]);
  const { rows } = await superutente.query('select completate from situazione_progetto where progetto_id = $1', [progetto.id]);
  expect(rows).toEqual([{ completate: 2 }]);
});

async function conti(progettoId: string) {
  const { rows } = await superutente.query(
    `select in_corso, non_rilevate, (select count(*)::int from causa_aperta c where c.progetto_id = s.progetto_id) as cause
     from situazione_progetto s where progetto_id = $1`,
    [progettoId],
  );
  return rows[0];
}
