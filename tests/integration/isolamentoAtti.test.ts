import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unEnte, unUtente } from '@/tests/support/builders';
import { type Rapporto, type StatoRapporto, unChiarimento, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

const STATI: StatoRapporto[] = ['BOZZA', 'PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO'];
const rapporti = {} as Record<StatoRapporto, Rapporto>;
let capofila: Attore;
let partner: Attore;
let regione: Attore;

beforeAll(async () => {
  const ente = await unEnte();
  const secondo = await unEnte({ regione: ente.regione });
  const progetto = await unProgetto({ capofila: ente, partner: [secondo] });
  for (const [indice, stato] of STATI.entries()) rapporti[stato] = await unRapporto({ progetto, stato, numero: indice + 1 });
  [capofila, partner] = [await ente.attore(), await secondo.attore()];
  regione = await (await unUtente({ regione: ente.regione, ruolo: 'ISTRUTTORE' })).attore();
});
afterAll(chiudiSqlGrezzo);

const avanzamento = (stato: StatoRapporto, indice = 0): string => rapporti[stato].avanzamenti[indice]?.id ?? '';

test('in bozza il capofila scrive ogni azione, il partner solo la sua', async () => {
  const scrivi = (attore: Attore, indice: number) =>
    sqlCome(attore, 'update avanzamento set nota = $1 where id = $2', ['x', avanzamento('BOZZA', indice)]);
  expect(await scrivi(capofila, 0)).toMatchObject({ n: 1 });
  expect(await scrivi(capofila, 1)).toMatchObject({ n: 1 });
  expect(await scrivi(partner, 1)).toMatchObject({ n: 1 });
  expect(await scrivi(partner, 0)).toMatchObject({ n: 0 });
  expect(await scrivi(regione, 0)).toMatchObject({ codice: '42501' });
});

test.each(STATI.filter((stato) => stato !== 'BOZZA'))('una relazione in stato %s non si riscrive nemmeno in SQL', async (stato) => {
  const id = avanzamento(stato);
  for (const attore of [capofila, partner]) {
    expect(
      await sqlCome(attore, 'update avanzamento set nota = $1, percentuale = 100 where rapporto_id = $2', ['x', rapporti[stato].id]),
    ).toMatchObject({ n: 0 });
    expect(await sqlCome(attore, 'update quantita_realizzata set valore = 999 where avanzamento_id = $1', [id])).toMatchObject({ n: 0 });
    expect(await sqlCome(attore, 'delete from quantita_realizzata where avanzamento_id = $1', [id])).toMatchObject({ n: 0 });
    expect(await sqlCome(attore, 'delete from avanzamento_causa where avanzamento_id = $1', [id])).toMatchObject({ n: 0 });
    expect(
      await sqlCome(attore, 'update rapporto_ente set nota_rinvio = $1 where rapporto_id = $2', ['x', rapporti[stato].id]),
    ).toMatchObject({ n: 0 });
    expect(await sqlCome(attore, `update avanzamento set riaperto = true where id = $1`, [id])).toMatchObject({ codice: '42501' });
    expect(await sqlCome(attore, `update avanzamento set diffusione = 'BOZZA' where id = $1`, [id])).toMatchObject({ codice: '42501' });
  }
  if (stato !== 'CHIARIMENTI')
    expect(await sqlCome(capofila, 'update rapporto_progetto set sintesi = $1 where id = $2', ['x', rapporti[stato].id])).toMatchObject({
      n: 0,
    });
});

test('un chiarimento riapre la sua azione e nessun’altra', async () => {
  const ente = await unEnte();
  const progetto = await unProgetto({ capofila: ente, partner: [await unEnte({ regione: ente.regione })] });
  const rapporto = await unRapporto({ progetto, stato: 'CHIARIMENTI' });
  const [chiesta, altra] = rapporto.avanzamenti;
  if (!chiesta || !altra) throw new Error('Servono due azioni.');
  await unChiarimento(rapporto, chiesta);
  const attore = await ente.attore();
  expect(await sqlCome(attore, 'update avanzamento set nota = $1 where id = $2', ['x', chiesta.id])).toMatchObject({ n: 1 });
  expect(await sqlCome(attore, 'update avanzamento set nota = $1 where id = $2', ['x', altra.id])).toMatchObject({ n: 0 });
});

test('ogni cambio di stato che la tabella delle transizioni non prevede è rifiutato dal database, a chiunque', async () => {
  const { rows } = await superutente.query(`select da, a, login from app.transizione where oggetto = 'rapporto_progetto'`);
  const ammesse = rows.map(({ da, a, login }) => `${login}: ${da} → ${a}`);
  const riuscite: string[] = [];
  for (const attore of [capofila, partner, regione])
    for (const da of STATI)
      for (const a of STATI.filter((stato) => stato !== da)) {
        const esito = await sqlCome(attore, 'update rapporto_progetto set stato = $1::stato_rapporto where id = $2', [a, rapporti[da].id]);
        if (esito.codice === undefined && esito.n === 1) riuscite.push(`${attore === partner ? 'partner' : attore.lettore}: ${da} → ${a}`);
        else if (esito.codice !== undefined) expect(esito.codice).toMatch(/^(CT001|42501)$/);
      }
  expect(riuscite.sort()).toEqual(ammesse.sort());
});

test('anche i comandi da terminale passano dalla tabella delle transizioni', async () => {
  expect(await sqlDi('app_sistema', `update rapporto_progetto set stato = 'BOZZA' where id = $1`, [rapporti.APPROVATO.id])).toMatchObject({
    codice: 'CT001',
  });
});

test.each(['evento', 'rapporto_versione'])(
  '%s si può solo allungare: nemmeno il proprietario o il superutente lo cambiano',
  async (tabella) => {
    const { progetto, id } = rapporti.APPROVATO;
    const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
    if (tabella === 'evento')
      await inserisci(superutente, tabella, { ...chiavi, atto: 'prova', oggetto: 'rapporto_progetto', oggetto_id: id });
    else await inserisci(superutente, tabella, { ...chiavi, rapporto_id: id, numero: 1, contenuto: {}, sha256: '0' });
    for (const login of ['postgres', 'app_sistema']) {
      expect(await sqlDi(login, `update ${tabella} set regione_id = regione_id where progetto_id = $1`, [progetto.id])).toMatchObject({
        codice: 'CT002',
      });
      expect(await sqlDi(login, `delete from ${tabella} where progetto_id = $1`, [progetto.id])).toMatchObject({ codice: 'CT002' });
    }
    for (const login of ['postgres', 'cantiere']) expect(await sqlDi(login, `truncate ${tabella}`)).toMatchObject({ codice: 'CT002' });
    expect(await sqlDi('cantiere', `delete from ${tabella}`)).toMatchObject({ n: 0 });
  },
);

test('nel registro ciascuno scrive solo a proprio nome, con il proprio ruolo e con l’ora del portale', async () => {
  const { progetto, id } = rapporti.BOZZA;
  const giusto = {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, atto: 'prova', oggetto: 'rapporto_progetto', oggetto_id: id },
    ...{ attore_id: capofila.utenteId, organizzazione_id: capofila.organizzazioneId, ruolo: 'REFERENTE', riservato: false },
  };
  const scrivi = (riga: Record<string, unknown>) =>
    sqlCome(
      capofila,
      `insert into evento (${Object.keys(riga).join(', ')}) values (${Object.keys(riga)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(riga),
    );
  expect(await scrivi(giusto)).toMatchObject({ n: 1 });
  const falsi = [
    { attore_id: partner.utenteId },
    { attore_id: null },
    { ruolo: 'DIRIGENTE' },
    { organizzazione_id: partner.organizzazioneId },
    { progetto_id: null },
  ];
  for (const falso of [...falsi, { istante: '2020-01-01' }, { id: 1 }])
    expect(await scrivi({ ...giusto, ...falso })).toMatchObject({ codice: '42501' });
});
