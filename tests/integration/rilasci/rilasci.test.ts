import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { esportaRighe } from '@/lib/soppressione/commands/esportaRighe';
import { preparaRighe } from '@/lib/soppressione/commands/preparaRighe';
import { rilascia } from '@/lib/soppressione/commands/rilascia';
import { leggiRilascio } from '@/lib/soppressione/queries';
import { leggiPaginaRighe } from '@/lib/soppressione/queriesRighe';
import { programmaDi } from '@/tests/support/identita';
import { partecipanti } from '@/tests/support/partecipanti';
import { rifiutato } from '@/tests/support/personaSeguita';
import { type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);
const eventiDi = async ({ progetto }: Pratica, atto: string) =>
  (await superutente.query('select dopo from evento where regione_id = $1 and atto = $2 order by id', [progetto.regione.id, atto])).rows;

test('la prima risposta resta: gli stessi parametri, in qualunque ordine, ridanno gli stessi byte', async () => {
  const p = await unaPratica();
  let volte = 0;
  const chiedi = (attore: Attore, parametri: Record<string, string>) =>
    rilascia(attore, 'PROVA', parametri, async () => ({ volte: ++volte, celle: [5, null] }));
  const primo = await chiedi(p.chi.istruttore, { a: '1', b: '2' });
  expect(await chiedi(p.chi.ricercatore, { b: '2', a: '1' })).toEqual(primo);
  expect(volte).toBe(1);
  const altro = await chiedi(p.chi.istruttore, { a: '1', b: '3' });
  expect(altro.sha256).not.toBe(primo.sha256);
  const { rows } = await superutente.query(
    `select encode(sha256(convert_to(contenuto::text, 'UTF8')), 'hex') as ricalcolato from rilascio where regione_id = $1 and parametri ->> 'b' = '2'`,
    [p.progetto.regione.id],
  );
  expect(rows).toEqual([{ ricalcolato: primo.sha256 }]);
  expect(await leggiRilascio(p.chi.altraRegione, 'PROVA', { a: '1', b: '2' })).toBeNull();
  expect(await eventiDi(p, 'tabella.rilasciata')).toHaveLength(2);
});

test('chiesta da due insieme è una sola; se il calcolo fallisce non resta nulla', async () => {
  const p = await unaPratica();
  let volte = 0;
  const calcola = async () => ({ volte: ++volte });
  const due = await Promise.all([1, 2].map(() => rilascia(p.chi.istruttore, 'PROVA', { gara: '1' }, calcola)));
  expect(due[0]).toEqual(due[1]);
  expect(await eventiDi(p, 'tabella.rilasciata')).toHaveLength(1);
  const rotto = rilascia(p.chi.istruttore, 'PROVA', { rotto: '1' }, async () => {
    throw new Error('calcolo interrotto');
  });
  await expect(rotto).rejects.toThrow('calcolo interrotto');
  expect(await leggiRilascio(p.chi.istruttore, 'PROVA', { rotto: '1' })).toBeNull();
});

test('un rilascio non si riscrive e non si toglie, nemmeno con SQL; gli enti non ne leggono', async () => {
  const p = await unaPratica();
  await rilascia(p.chi.istruttore, 'PROVA', { x: '1' }, async () => ({ celle: [] }));
  for (const persona of ['istruttore', 'dirigente', 'ricercatore'] as const)
    for (const atto of [`update rilascio set contenuto = '{}'`, 'delete from rilascio'])
      expect((await sqlCome(p.chi[persona], atto)).codice).toBe('42501');
  // un ente legge solo la tabella di un progetto protetta per lui, mai queste
  expect(await sqlCome(p.chi.referente, 'select id::text as r from rilascio')).toMatchObject({ n: 0 });
  await expect(superutente.query('delete from rilascio where regione_id = $1', [p.progetto.regione.id])).rejects.toMatchObject({
    code: 'CT002',
  });
});

/** Persone uscite nel primo semestre 2019. */
async function usciti(p: Pratica, quanti: number, come: object = {}): Promise<void> {
  const esiti = { uscita: '2019-05-10', ingresso: '2019-01-10', esito4Settimane: { lavoro: true }, dataEsito4Settimane: '2019-05-20' };
  await partecipanti(p.progetto, p.capofila.id, quanti, { ...esiti, ...come });
}

test('le righe per la ricerca: classi di almeno cinque, senza progetto né pseudonimo, sempre le stesse', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  const chiesto = { programma, semestre: '2019-1' };
  await usciti(p, 30);
  await usciti(p, 1, { eta: 70 });
  await usciti(p, 3, { uscita: '2019-08-01' });
  const { contenuto, sha256 } = await preparaRighe(p.chi.ricercatore, chiesto);
  expect(contenuto.resoconto).toEqual({ k: 5, lette: 31, diffuse: 30, tolte: 1, passi: [] });
  expect(contenuto.righe[0]).toMatchObject({
    classe_eta: '30-54',
    sesso: 'F',
    cittadinanza: 'IT',
    titolo: '3-4',
    lavoro: true,
    lavoro_6_mesi: null,
  });
  expect(Object.keys(contenuto.righe[0] ?? {})).toHaveLength(14);
  const { rows } = await superutente.query('select pseudonimo, id, persona_id from partecipante where progetto_id = $1', [p.progetto.id]);
  const testo = JSON.stringify(contenuto);
  for (const riga of rows) for (const id of Object.values(riga)) expect(testo).not.toContain(id);
  await usciti(p, 5, { eta: 70 });
  expect((await preparaRighe(p.chi.ricercatore, chiesto)).sha256).toBe(sha256);
  expect(await leggiPaginaRighe(p.chi.ricercatore)).toMatchObject({
    programmi: [{ id: programma }],
    pubblicati: [{ semestre: '2019-1', sha256, resoconto: { diffuse: 30 } }],
  });
});

test('si scaricano in CSV e XLSX, con una riga nel registro; prima si preparano, e non prima che il semestre sia pronto', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  await usciti(p, 6);
  const chiesto = { programma, semestre: '2019-1' };
  await rifiutato(esportaRighe(p.chi.ricercatore, { ...chiesto, formato: 'csv' }), 'ricerca.righeNonPreparate');
  const anno = p.chi.ricercatore.adesso.getUTCFullYear();
  await rifiutato(preparaRighe(p.chi.ricercatore, { programma, semestre: `${anno}-2` }), 'ricerca.semestreNonPronto');
  await preparaRighe(p.chi.ricercatore, chiesto);
  const csv = await esportaRighe(p.chi.ricercatore, { ...chiesto, formato: 'csv-r' });
  expect(csv.nome).toBe('cantiere-persone-uscite-2019-1-r.csv');
  const righe = String(csv.contenuto).trim().split(/\r?\n/);
  expect(righe).toHaveLength(7);
  expect(righe[0]).toMatch(/riga.*classe_eta.*migliorato_6_mesi/);
  expect((await esportaRighe(p.chi.ricercatore, { ...chiesto, formato: 'xlsx' })).contenuto.length).toBeGreaterThan(1000);
  expect(await eventiDi(p, 'ricerca.tabellaEsportata')).toMatchObject([
    { dopo: { formato: 'csv-r', righe: 6 } },
    { dopo: { formato: 'xlsx' } },
  ]);
});

test('la Regione e gli enti le righe non le leggono, né dalla pagina né con SQL', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  await usciti(p, 6);
  await preparaRighe(p.chi.ricercatore, { programma, semestre: '2019-1' });
  for (const persona of ['istruttore', 'dirigente', 'referente'] as const) {
    await rifiutato(preparaRighe(p.chi[persona], { programma, semestre: '2019-1' }), 'ricerca.ruoloMancante');
    await rifiutato(esportaRighe(p.chi[persona], { programma, semestre: '2019-1', formato: 'csv' }), 'ricerca.ruoloMancante');
  }
  expect(await sqlCome(p.chi.dirigente, `select tabella as r from rilascio`)).toMatchObject({ righe: [] });
  expect(
    (
      await sqlCome(
        p.chi.dirigente,
        `insert into rilascio (regione_id, tabella, parametri, contenuto, sha256, rilasciato_da)
      values ($1, 'RIGHE_RICERCA', '{"programma": "x"}', '{}', 'x', $2)`,
        [p.progetto.regione.id, p.chi.dirigente.utenteId],
      )
    ).codice,
  ).toBe('42501');
  // prima di essere k-anonime non le legge nessuno, nemmeno chi fa ricerca
  for (const persona of ['ricercatore', 'dirigente', 'referente'] as const) {
    const { contesto, firma } = p.chi[persona];
    const righe = `select accesso.righe_ricerca($1, $2, $3, '2019-01-01', '2019-06-30')::text as r`;
    expect((await sqlCome(p.chi[persona], righe, [contesto, firma, programma])).codice).toBe('42501');
  }
});
