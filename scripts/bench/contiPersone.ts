import pg from 'pg';
import type { Attore } from '@/lib/auth/attore';
import type { leggiIndicatori as Leggi } from '@/lib/indicatori/queries';
import type { DatabaseDiProva } from '@/tests/support/database';
import { mediana } from './carico';
import type { Popolato } from './popolaPersone';
import { attore, detto, riga, ripeti } from './stampaMisure';

/** I conti di un programma con un milione di partecipanti: indicatori, policy, scadenze. */

/** Del progetto come si apre, poi con un'azione e con un periodo scelti; e del programma intero. */
export async function misuraIndicatori(chi: Popolato): Promise<void> {
  const { leggiIndicatori } = await import('@/lib/indicatori/queries');
  const { leggiIndicatoriProgramma } = await import('@/lib/indicatori/queriesProgramma');
  for (const [nome, incarico] of [
    ['ente', chi.incaricoEnte],
    ['Regione', chi.incaricoRegione],
  ] as const) {
    const persona = await attore(incarico);
    for (const [quale, scelta] of await scelte(chi.progettoId))
      riga(`indicatori, ${quale} (${nome})`, detto(await ripeti(20, () => leggiIndicatori(persona, chi.progettoId, scelta)), 300));
  }
  const regione = await attore(chi.incaricoRegione);
  riga('indicatori del programma', detto(await ripeti(10, () => leggiIndicatoriProgramma(regione, chi.programmaId)), 2000));
}

type Scelta = Parameters<typeof Leggi>[2];

/** Il progetto come si apre; con un'azione, e con un periodo se ne ha. */
async function scelte(progettoId: string): Promise<(readonly [nome: string, scelta: Scelta])[]> {
  const { superutente } = await import('@/tests/support/superutente');
  const { rows } = await superutente.query<{ azione: string | null; periodo: string | null }>(
    `select (select id from azione where progetto_id = $1 order by ordine limit 1) as azione,
       (select id from periodo where progetto_id = $1 order by numero limit 1) as periodo`,
    [progettoId],
  );
  const con = (altro: object): Scelta => ({ ...altro }) as Scelta;
  return [
    ['progetto', con({})],
    ...rows.flatMap(({ azione, periodo }) => [
      ...(azione ? [['azione', con({ azione })] as const] : []),
      ...(periodo ? [['periodo', con({ periodo })] as const] : []),
    ]),
  ];
}

/** Fino a quando si tiene ogni identità: si calcola per tutte insieme, e una pagina della Regione lo fa entro il limite di ogni istruzione. */
export async function misuraScadenze(database: DatabaseDiProva): Promise<void> {
  const { contaTutto } = await import('../conservazione/esegui');
  const db = new pg.Client({ connectionString: database.url.app_sistema });
  await db.connect();
  const tempi = await ripeti(3, () => contaTutto(db));
  await db.end();
  riga('scadenze di tutte le identità', detto(tempi, 15_000));
}

/** Le stesse istruzioni con e senza policy: una pagina lontana, e il conto di tutto ciò che l'ente ha in carico. */
const STESSE: readonly (readonly [nome: string, sql: string])[] = [
  [
    'pagina lontana',
    `select t.id, t.persona_id, t.ingresso, t.uscita, t.completo, (select coalesce(json_agg(a.codice order by a.ordine), '[]') from frequenza f join azione a on a.id = f.azione_id
      where f.partecipante_id = t.id) as azioni from partecipante t where t.organizzazione_id = $1 and (t.ingresso, t.id) < ('2019-06-01'::date, '00000000-0000-0000-0000-000000000000'::uuid)
      order by t.ingresso desc, t.id desc limit 51`,
  ],
  ['conto di un ente', 'select t.sesso, t.completo, count(*) from partecipante t where t.organizzazione_id = $1 group by 1, 2'],
];

/** Una connessione con il contesto dell'ente; le policy valgono solo se chi entra non è il superutente. */
async function connetti(url: string, ente: Attore): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query('begin');
  await db.query(`select set_config('app.contesto', $1, true), set_config('app.firma', $2, true)`, [ente.contesto, ente.firma]);
  return db;
}

/** A turno, perché il carico della macchina tocchi entrambe. */
export async function misuraPolicy(database: DatabaseDiProva, chi: Popolato): Promise<void> {
  const ente = await attore(chi.incaricoEnte);
  const [con, senza] = [await connetti(database.url.app_ente, ente), await connetti(database.superutente, ente)];
  for (const [nome, text] of STESSE) {
    const tempi: [number[], number[]] = [[], []];
    for (let giro = 0; giro < 120; giro += 1) {
      const inizio = performance.now();
      await (giro % 2 === 0 ? con : senza).query({ name: nome, text, values: [chi.enteId] });
      if (giro > 9) tempi[giro % 2 === 0 ? 0 : 1].push(performance.now() - inizio);
    }
    const [a, b] = tempi.map(mediana) as [number, number];
    riga(`policy, ${nome}`, `${a.toFixed(2)} ms con, ${b.toFixed(2)} ms senza, rapporto ${(a / b).toFixed(2)} (atteso ≤ 1,5)`);
  }
  for (const db of [con, senza]) await db.end();
}
