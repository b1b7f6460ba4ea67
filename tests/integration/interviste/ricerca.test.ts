import { afterAll, beforeEach, expect, test } from 'vitest';
import { chiudiClient } from '@/lib/db/client';
import { registraIntervista } from '@/lib/interviste/commands/registraIntervista';
import { scriviEstratto } from '@/lib/interviste/commands/scriviEstratto';
import { leggiInterviste } from '@/lib/interviste/queries';
import { Ricerca } from '@/lib/interviste/schema';
import { unEnte, unUtente } from '../../support/builders';
import { unProgetto } from '../../support/buildersProgetto';
import { deciso, type Intervista, unaIntervista, unEstratto, unRilasciato } from '../../support/interviste';
import { superutente } from '../../support/superutente';

let i: Intervista;
beforeEach(async () => {
  i = await unaIntervista();
});
afterAll(chiudiClient);

const trovati = async (ricerca: Partial<Ricerca>, chi = i.prima) =>
  (await leggiInterviste(chi, ricerca)).trovati?.righe.map(({ id }) => id) ?? [];

test('si cercano le parole intere, anche al plurale o coniugate, in italiano', async () => {
  const riunioni = await unEstratto(i, 'Le riunioni del tavolo si sono allungate per mesi.');
  const spese = await unEstratto(i, 'Sulle spese ammesse nessuno sapeva rispondere.');
  expect(await trovati({ q: 'riunione' })).toEqual([riunioni]);
  expect(await trovati({ q: 'spesa ammessa' })).toEqual([spese]);
  expect(await trovati({ q: '"spese ammesse"' })).toEqual([spese]);
  expect(await trovati({ q: 'tavolo or spese' })).toEqual([spese, riunioni]);
  expect(await trovati({ q: 'riunioni -tavolo' })).toEqual([]);
  // qualunque cosa si scriva è una domanda, mai un errore
  for (const q of [`'; drop table estratto; --`, '((', '"', ':* & !', '%', 'è', 'zz\u0000'])
    expect(await trovati(Ricerca.parse({ q })), q).toEqual([]);
  expect(Ricerca.parse({ q: ['a', 'b'], progetto: 'x', codice: `'`, fase: 'y', passo: 'z', dopo: '1' })).toEqual({});
});

test('si filtra per progetto, codice deciso, fase e a che punto è', async () => {
  const deciduo = await unEstratto(i, 'Il primo brano parla di rendiconti.');
  await deciso(i, deciduo, ['P+01']);
  const altro = await unProgetto({ capofila: await unEnte({ regione: i.regione }) });
  const { estrattoId } = await scriviEstratto(i.prima, {
    ...{ intervistaId: i.intervistaId, progettoId: altro.id, azioneId: null },
    ...{ fase: 'RENDICONTAZIONE', testo: 'Il secondo brano l’ha scritto la sig.ra Bardini.' },
  });
  expect(await trovati({ progetto: altro.id })).toEqual([estrattoId]);
  expect(await trovati({ codice: 'P+01' })).toEqual([deciduo]);
  expect(await trovati({ fase: 'RENDICONTAZIONE' })).toEqual([estrattoId]);
  expect(await trovati({ passo: 'DA_RILASCIARE' })).toEqual([deciduo]);
  expect(await trovati({ passo: 'DA_CONTROLLARE' })).toEqual([estrattoId]);
  expect(await trovati({ passo: 'TUTTI', q: 'brano' })).toEqual([estrattoId, deciduo]);
  expect(await trovati({ q: 'brano', fase: 'ATTUAZIONE' })).toEqual([]);
});

test('la Regione cerca solo tra i rilasciati', async () => {
  const rilasciato = await unRilasciato(i, 'Il consorzio ha aspettato a lungo una risposta.');
  await unEstratto(i, 'Il consorzio non ha aspettato nessuno.');
  const dirigente = await (await unUtente({ regione: i.regione, ruolo: 'DIRIGENTE' })).attore();
  expect(await trovati({ q: 'consorzi' }, dirigente)).toEqual([rilasciato]);
  expect(await trovati({ codice: i.regione.causa }, dirigente)).toEqual([rilasciato]);
});

test('si sfoglia per chiave: ogni estratto una volta sola, anche se intanto se ne scrive uno', async () => {
  const { intervistaId, prima, progetto, regione } = i;
  await superutente.query(
    `insert into estratto (regione_id, intervista_id, progetto_id, testo, autore_id, scritto_il)
     select $1, $2, $3, 'Brano numero ' || n, $4, '2020-03-01'::timestamptz + (n / 3) * interval '1 minute' from generate_series(1, 120) n`,
    [regione.id, intervistaId, progetto.id, prima.utenteId],
  );
  const visti: string[] = [];
  let dopo: string | undefined;
  for (let pagina = 0; pagina < 3; pagina++) {
    const { trovati: trovata } = await leggiInterviste(prima, Ricerca.parse({ passo: 'TUTTI', dopo }));
    visti.push(...(trovata?.righe.map(({ id }) => id) ?? []));
    dopo = trovata?.dopo ?? undefined;
    await unEstratto(i);
  }
  expect(visti).toHaveLength(120);
  expect(new Set(visti).size).toBe(120);
  expect(dopo).toBeUndefined();
});

test('le interviste si sfogliano dalla prima, cinquanta alla volta', async () => {
  const { programmaId, prima, regione } = i;
  await superutente.query('insert into intervista (regione_id, programma_id, numero) select $1, $2, n from generate_series(100, 159) n', [
    regione.id,
    programmaId,
  ]);
  const prime = await leggiInterviste(prima, {});
  const ultime = await leggiInterviste(prima, {}, prime.prossima ?? undefined);
  expect([...prime.interviste, ...ultime.interviste].map(({ numero }) => numero)).toEqual([
    7,
    ...Array.from({ length: 60 }, (_, n) => 100 + n),
  ]);
  expect(ultime.prossima).toBeNull();
  await registraIntervista(prima, { programmaId, numero: 1, mese: '2020-03-01', modalita: 'ONLINE', progettoId: null });
  expect((await leggiInterviste(prima, {})).interviste[0]).toMatchObject({ numero: 1, progetto: null, estratti: 0 });
});

test('la ricerca di chi fa ricerca passa dall’indice delle parole', async () => {
  const { rows } = await superutente.query(
    `select indexdef from pg_indexes where indexname = 'estratto_parole'
     union all select prosrc from pg_proc where proname = 'estratti_con'`,
  );
  const [indice = '', funzione = ''] = rows.map(({ indexdef }) => String(indexdef));
  expect(indice).toContain('USING gin');
  // la stessa espressione, o l'indice non servirebbe
  expect(funzione).toContain(`to_tsvector('pg_catalog.italian'::regconfig, e.testo)`);
  const client = await superutente.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    const piano = await client.query(
      `explain select e.id from estratto e where to_tsvector('pg_catalog.italian'::regconfig, e.testo) @@ websearch_to_tsquery('pg_catalog.italian'::regconfig, 'tavolo')`,
    );
    expect(piano.rows.map((riga) => riga['QUERY PLAN']).join('\n')).toContain('estratto_parole');
  } finally {
    await client.query('rollback');
    client.release();
  }
});
