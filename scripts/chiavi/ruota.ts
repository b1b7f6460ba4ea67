import type pg from 'pg';
import type { Mazzo } from '@/lib/identita/chiavi';
import { dissigilla, sigilla } from '@/lib/identita/cifratura';

/** How a rotation is going: identities under the current key so far, out of how many. */
export type Avanzamento = { fatte: number; totale: number };
/** `illeggibili`: identities no key of ours opens; they stay as they are. */
export type EsitoRotazione = { fatte: number; illeggibili: number };
type Riga = { persona_id: string; cifrata: Buffer };

const LOTTO = 1000;
const PRIMA = '00000000-0000-0000-0000-000000000000';

/** How many identities each key ciphers. @param db as app_sistema */
export async function identitaPerChiave(db: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await db.query<{ chiave_id: string; quante: string }>(
    'select chiave_id, count(*) as quante from identita group by 1 order by 1',
  );
  return new Map(rows.map(({ chiave_id, quante }) => [chiave_id, Number(quante)]));
}

/**
 * Ciphers again, with the current key, all that is under another one, while the portal works. Each batch is a transaction of its own and swaps a row only
 * if it still is what was read: who wrote meanwhile wins, and what is locked waits for the next round. Killed, it goes on from where it was.
 * @param db as app_sistema, outside any transaction
 */
export async function ricifra(db: pg.ClientBase, mazzo: Mazzo, dopoLotto: (stato: Avanzamento) => void): Promise<EsitoRotazione> {
  const illeggibili = new Set<string>();
  let fatte = 0;
  for (let giro = 0; giro < 100; giro++) {
    const perChiave = await identitaPerChiave(db);
    const vecchie = [...perChiave].filter(([chiave]) => chiave !== mazzo.corrente);
    const restano = vecchie.reduce((somma, [, quante]) => somma + quante, 0) - illeggibili.size;
    if (restano <= 0) break;
    const prima = fatte;
    for (const [chiave] of vecchie)
      await unaChiave(db, mazzo, chiave, illeggibili, (quante) => {
        fatte += quante;
        dopoLotto({ fatte, totale: prima + restano });
      });
    // somebody is holding the last rows: a moment for them to finish
    if (fatte === prima) await db.query('select pg_sleep(0.2)');
  }
  return { fatte, illeggibili: illeggibili.size };
}

async function unaChiave(
  db: pg.ClientBase,
  mazzo: Mazzo,
  chiave: string,
  illeggibili: Set<string>,
  fatto: (quante: number) => void,
): Promise<void> {
  for (let dopo = PRIMA; ; ) {
    const { rows } = await db.query<Riga>({
      name: 'identita da ricifrare',
      text: 'select persona_id, cifrata from identita where chiave_id = $1 and persona_id > $2 order by persona_id limit $3',
      values: [chiave, dopo, LOTTO],
    });
    const ultima = rows.at(-1);
    if (!ultima) return;
    dopo = ultima.persona_id;
    fatto(await scambia(db, mazzo, chiave, rows, illeggibili));
  }
}

/** @returns how many of the batch are now under the current key */
async function scambia(db: pg.ClientBase, mazzo: Mazzo, chiave: string, righe: Riga[], illeggibili: Set<string>): Promise<number> {
  const nuove = righe.flatMap(({ persona_id, cifrata }) => {
    try {
      return { id: persona_id, vecchia: cifrata, nuova: sigilla(persona_id, dissigilla(persona_id, cifrata, chiave, mazzo), mazzo) };
    } catch {
      illeggibili.add(persona_id);
      return [];
    }
  });
  if (nuove.length === 0) return 0;
  const { rowCount } = await db.query({
    name: 'identita ricifrate',
    text: `with nuove as (select * from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as n(id, vecchia, nuova)),
      libere as materialized (select i.persona_id from identita i join nuove n on n.id = i.persona_id where i.cifrata = n.vecchia for update of i skip locked)
      update identita i set cifrata = n.nuova, chiave_id = $4 from nuove n join libere l on l.persona_id = n.id
      where i.persona_id = n.id and i.cifrata = n.vecchia`,
    values: [nuove.map(({ id }) => id), nuove.map(({ vecchia }) => vecchia), nuove.map(({ nuova }) => nuova), mazzo.corrente],
  });
  return rowCount ?? 0;
}
