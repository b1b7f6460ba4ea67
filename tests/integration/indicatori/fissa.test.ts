import { afterAll, expect, test } from 'vitest';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { ricalcolaIndicatori } from '@/lib/indicatori/commands/ricalcolaIndicatori';
import { inGara } from '@/tests/support/inGara';
import { partecipanti } from '@/tests/support/partecipanti';
import { eventi, type Pratica, rifiutato, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

/** «codice sesso completi» → valore, di una versione. */
const fissati = async ({ rapportoId }: Pratica, versione: number): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await superutente.query('select * from indicatore_fissato where rapporto_id = $1 and versione = $2', [rapportoId, versione])).rows.map(
      ({ codice, sesso, completi, valore }) => [`${codice} ${sesso} ${completi ? 'completi' : 'tutti'}`, valore],
    ),
  );
const versioni = async ({ rapportoId }: Pratica): Promise<number[]> =>
  (await superutente.query('select distinct versione from indicatore_fissato where rapporto_id = $1 order by 1', [rapportoId])).rows.map(
    ({ versione }) => versione,
  );
const ricalcola = (p: Pratica, persona: keyof Pratica['chi'] = 'istruttore') =>
  ricalcolaIndicatori(p.chi[persona], { progettoId: p.progetto.id, rapportoId: p.rapportoId });

/** Sette disoccupate del capofila, tre uomini incompleti del partner, due entrati dopo il periodo (gennaio-giugno 2020). */
async function conPersone(stato: 'IN_VERIFICA' | 'APPROVATO' = 'IN_VERIFICA'): Promise<Pratica> {
  const p = await unaPratica({ stato });
  await partecipanti(p.progetto, p.capofila.id, 7, { mesiDisoccupazione: 13 });
  await partecipanti(p.progetto, p.enteDelPartner.id, 3, { sesso: 'M', isced: null, ingresso: '2020-06-30' });
  await partecipanti(p.progetto, p.capofila.id, 2, { sesso: 'X', ingresso: '2020-07-01' });
  return p;
}

test('approvare fissa la prima versione: chi è entrato nel periodo, per sesso, tutti e completi', async () => {
  const p = await conPersone();
  await approvaRapporto(p.chi.istruttore, { rapportoId: p.rapportoId });
  const prima = await fissati(p, 1);
  expect(prima).toMatchObject({
    ...{ 'TOTALE T tutti': 10, 'TOTALE F tutti': 7, 'TOTALE M tutti': 3, 'TOTALE T completi': 7, 'TOTALE F completi': 7 },
    ...{ 'CO01 T tutti': 10, 'CO02 T tutti': 7, 'EECO03 F completi': 7, 'EECO10 T tutti': 7, 'EECO01 T completi': 7 },
  });
  expect(Object.keys(prima).filter((k) => / X /.test(k) || / M completi/.test(k))).toEqual([]);
  for (const universo of ['tutti', 'completi'])
    for (const codice of ['TOTALE', 'CO01', 'EECO01'])
      expect(['F', 'M', 'X', 'ND'].reduce((s, c) => s + (prima[`${codice} ${c} ${universo}`] ?? 0), 0)).toBe(
        prima[`${codice} T ${universo}`],
      );
});

test('approvare con rilievi fissa; respingere no; senza partecipanti la versione dice zero', async () => {
  const senza = await unaPratica({ stato: 'IN_VERIFICA' });
  await approvaConRilievi(senza.chi.istruttore, { rapportoId: senza.rapportoId, nota: 'Mancano le persone seguite' });
  expect(await fissati(senza, 1)).toEqual({ 'TOTALE T tutti': 0, 'TOTALE T completi': 0 });
  const respinta = await conPersone();
  await respingiRapporto(respinta.chi.istruttore, { rapportoId: respinta.rapportoId, nota: 'Non è chiaro che cosa è stato fatto' });
  expect(await versioni(respinta)).toEqual([]);
});

test('un bando senza indicatori non fissa nulla, e non si ricalcola', async () => {
  const p = await conPersone();
  const versione = await inserisci(superutente, 'bando_versione', {
    ...{ regione_id: p.progetto.regione.id, bando_id: p.progetto.regione.bandoId, numero: 1, sha256: 'x' },
    configurazione: JSON.stringify({ attuazione: { indicatori: 'NESSUNO' } }),
  });
  await superutente.query('update progetto set bando_versione_id = $2 where id = $1', [p.progetto.id, versione.id]);
  await approvaRapporto(p.chi.istruttore, { rapportoId: p.rapportoId });
  expect(await versioni(p)).toEqual([]);
  await rifiutato(p, () => ricalcola(p), 'indicatori.nonChiesti', /non chiede indicatori/);
});

test('una correzione non tocca i fissati; ricalcolare fa la versione dopo e la storia lo dice, senza persone', async () => {
  const p = await conPersone();
  await approvaRapporto(p.chi.istruttore, { rapportoId: p.rapportoId });
  const prima = await fissati(p, 1);
  await superutente.query(`update partecipante set isced = 5 where progetto_id = $1 and isced is null`, [p.progetto.id]);
  expect(await fissati(p, 1)).toEqual(prima);
  expect(await ricalcola(p)).toBe(2);
  expect(await fissati(p, 1)).toEqual(prima);
  expect(await fissati(p, 2)).toMatchObject({ 'TOTALE T completi': 10, 'EECO11 M completi': 3 });
  expect((await eventi(p)).at(-1)).toMatchObject({ atto: 'indicatori.fissati', dopo: { versione: 2 } });
});

test('due che ricalcolano insieme fanno due versioni diverse', async () => {
  const p = await conPersone('APPROVATO');
  const riga = { tabella: 'rapporto_progetto', id: p.rapportoId };
  expect(
    await inGara(
      riga,
      () => ricalcola(p),
      () => ricalcola(p, 'dirigente'),
    ),
  ).toEqual(['fulfilled', 'fulfilled']);
  expect(await versioni(p)).toEqual([1, 2]);
});

test('non ricalcola chi non può, né una relazione non approvata, né di un altro progetto', async () => {
  const p = await conPersone('APPROVATO');
  await rifiutato(p, () => ricalcola(p, 'valutatore'), 'indicatori.ruoloMancante', /istruttore o un dirigente/);
  await rifiutato(p, () => ricalcola(p, 'referente'), 'indicatori.ruoloMancante', /istruttore o un dirigente/);
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await rifiutato(p, () => ricalcola(p, persona), 'rapporto.nonTrovato', /non esiste/);
  const altro = { progettoId: (await unaPratica()).progetto.id, rapportoId: p.rapportoId };
  await rifiutato(p, () => ricalcolaIndicatori(p.chi.istruttore, altro), 'rapporto.nonTrovato', /non esiste/);
  const aperta = await conPersone();
  await rifiutato(aperta, () => ricalcola(aperta), 'indicatori.nonApprovata', /non lo è/);
});

test('i fissati non si riscrivono e un ente non li scrive', async () => {
  const p = await conPersone('APPROVATO');
  await ricalcola(p);
  const tocca = (persona: 'istruttore' | 'referente', sql: string) => sqlCome(p.chi[persona], sql, [p.rapportoId]);
  for (const persona of ['istruttore', 'referente'] as const) {
    for (const sql of [
      'update indicatore_fissato set valore = 0 where rapporto_id = $1',
      'delete from indicatore_fissato where rapporto_id = $1',
    ])
      expect(await tocca(persona, sql)).toMatchObject({ codice: expect.any(String) });
  }
});
