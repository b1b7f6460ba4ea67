import { afterAll, expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { riapriInParte } from '@/lib/attuazione/commands/riapriInParte';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { ritiraChiarimento } from '@/lib/attuazione/commands/ritiraChiarimento';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { unRapporto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { compilata, eventi, type Persona, type Pratica, rifiutato, statoDi, una, unaPratica, versioniDi } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const DOMANDA = 'Il registro delle presenze dice altro';
const riapri = (p: Pratica, persona: Persona = 'istruttore', azioni = [p.azioneDelPartner.id]) =>
  riapriInParte(p.chi[persona], { rapportoId: p.rapportoId, azioni, domanda: DOMANDA });
const riapertura = async ({ rapportoId }: Pratica) =>
  (await una('select riapertura from rapporto_progetto where id = $1', [rapportoId])).riapertura;
const domande = async ({ rapportoId }: Pratica): Promise<string[]> =>
  (await superutente.query('select id from chiarimento where rapporto_id = $1 order by chiesto_il, id', [rapportoId])).rows.map(
    ({ id }) => id,
  );
const riaperte = async ({ rapportoId }: Pratica) =>
  (await superutente.query('select azione_id from avanzamento where rapporto_id = $1 and riaperto', [rapportoId])).rows.map(
    (r) => r.azione_id,
  );

test('l’ultima relazione approvata: si riapre la sola azione nominata, si corregge in tutto, si risponde e si riapprova', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  await riapri(p);
  expect([await statoDi(p), await riapertura(p), await riaperte(p)]).toEqual(['CHIARIMENTI', 'PIENA', [p.azioneDelPartner.id]]);
  await salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner, { percentuale: 30 }));
  await rifiutato(
    p,
    () => salvaAvanzamento(p.chi.referente, compilata(p, p.azione)),
    'avanzamento.chiuso',
    /solo ciò che la Regione ha riaperto/,
  );
  const [chiarimentoId = ''] = await domande(p);
  await rispondiChiarimento(p.chi.referente, { chiarimentoId, risposta: 'Corretto secondo il registro' });
  await chiudiChiarimento(p.chi.istruttore, { chiarimentoId });
  await approvaRapporto(p.chi.istruttore, p);
  expect([await statoDi(p), await versioniDi(p), await riaperte(p)]).toEqual(['APPROVATO', 1, []]);
  expect((await eventi(p)).map(({ atto }) => atto)).toEqual([
    'rapporto.riapertoInParte',
    'avanzamento.salvato',
    'chiarimento.risposto',
    'rapporto.ripresentato',
    'chiarimento.chiuso',
    'rapporto.approvato',
  ]);
  expect((await eventi(p))[0]).toMatchObject({ dopo: { azioni: 'A2', stato: 'CHIARIMENTI' } });
  expect(JSON.stringify(await eventi(p))).not.toMatch(/registro/);
});

test('una relazione precedente: si correggono i testi, e il database tiene fermi stato, date, quantità e cause', async () => {
  const p = await unaPratica({ stato: 'APPROVATO_CON_RILIEVI' });
  await unRapporto({ progetto: p.progetto, numero: 2, stato: 'PRESENTATO' });
  await riapri(p, 'dirigente');
  expect(await riapertura(p)).toBe('TESTI');
  const misure = () =>
    una(
      `select v.stato, percentuale, inizio_effettivo, fine_stimata, (select array_agg(valore::float8) from quantita_realizzata q where q.avanzamento_id = v.id) as quantita,
         (select array_agg(causa) from avanzamento_causa c where c.avanzamento_id = v.id) as cause from avanzamento v where rapporto_id = $1 and azione_id = $2`,
      [p.rapportoId, p.azioneDelPartner.id],
    );
  const prima = await misure();
  await salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner, { nota: 'Nota corretta', contromisuraEsito: 'IN_PARTE' }));
  expect(await misure()).toEqual(prima);
  const dove = [p.rapportoId, p.azioneDelPartner.id];
  expect(await una('select nota, contromisura_esito from avanzamento where rapporto_id = $1 and azione_id = $2', dove)).toEqual({
    nota: 'Nota corretta',
    contromisura_esito: 'IN_PARTE',
  });
  for (const sql of [
    'update avanzamento set percentuale = 90 where rapporto_id = $1 and azione_id = $2',
    'delete from quantita_realizzata q using avanzamento v where v.id = q.avanzamento_id and v.rapporto_id = $1 and v.azione_id = $2',
    'delete from avanzamento_causa c using avanzamento v where v.id = c.avanzamento_id and v.rapporto_id = $1 and v.azione_id = $2',
  ])
    expect(await sqlCome(p.chi.partner, sql, dove), sql).toMatchObject({ codice: 'CT001' });
});

test('la riapertura la sceglie il database: la Regione non scrive la colonna', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  expect(await sqlCome(p.chi.dirigente, `update rapporto_progetto set riapertura = 'PIENA' where id = $1`, [p.rapportoId])).toMatchObject({
    codice: '42501',
  });
});

test('chi non può: gli enti, chi valuta, un’altra Regione; e non si riapre ciò che non è approvato, né un’azione estranea, né niente', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  for (const persona of ['referente', 'partner', 'valutatore'] as const)
    await rifiutato(p, () => riapri(p, persona), 'rapporto.ruoloMancante', /istruttore o dirigente/);
  await rifiutato(p, () => riapri(p, 'altraRegione'), 'rapporto.nonTrovato', /non esiste/);
  const altra = await unaPratica({ stato: 'IN_VERIFICA' });
  await rifiutato(p, () => riapri(p, 'istruttore', [altra.azione.id]), 'azione.nonTrovata', /azioni di questa relazione/);
  await rifiutato(p, () => riapri(p, 'istruttore', []), 'azione.nonTrovata', /azioni di questa relazione/);
  await rifiutato(altra, () => riapri(altra), 'rapporto.attoNonAmmesso', /Ricarica/);
});

test('due funzionari riaprono insieme: uno vince, un evento, una domanda', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  const esiti = await inGara(
    { tabella: 'rapporto_progetto', id: p.rapportoId },
    () => riapri(p),
    () => riapri(p, 'collega', [p.azione.id]),
  );
  expect(esiti).toEqual(['fulfilled', 'rapporto.attoNonAmmesso']);
  expect([(await eventi(p)).length, (await domande(p)).length, await riaperte(p)]).toEqual([1, 1, [p.azioneDelPartner.id]]);
});

test('approvare e chiedere nello stesso istante: vince chi arriva prima, e l’altro legge di ricaricare', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  const esiti = await inGara(
    { tabella: 'rapporto_progetto', id: p.rapportoId },
    () => approvaRapporto(p.chi.istruttore, p),
    () => chiediChiarimento(p.chi.collega, { rapportoId: p.rapportoId, azioneId: p.azione.id, domanda: DOMANDA }),
  );
  expect(esiti).toEqual(['fulfilled', 'rapporto.cambiato']);
  expect([await statoDi(p), (await eventi(p)).length, await riaperte(p)]).toEqual(['APPROVATO', 1, []]);
});

test('ritirata l’ultima domanda la relazione torna in verifica, con ciò che l’ente aveva corretto congelato', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  const chiedi = (azioneId: string) => chiediChiarimento(p.chi.istruttore, { rapportoId: p.rapportoId, azioneId, domanda: DOMANDA });
  const { chiarimentoId: una1 } = await chiedi(p.azione.id);
  const { chiarimentoId: una2 } = await chiedi(p.azioneDelPartner.id);
  await salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner, { percentuale: 35 }));
  await ritiraChiarimento(p.chi.collega, { chiarimentoId: una1 });
  expect([await statoDi(p), await versioniDi(p)]).toEqual(['CHIARIMENTI', 0]);
  await ritiraChiarimento(p.chi.istruttore, { chiarimentoId: una2 });
  expect([await statoDi(p), await versioniDi(p), await riaperte(p)]).toEqual(['IN_VERIFICA', 1, []]);
  const { contenuto } = await una('select contenuto from rapporto_versione where rapporto_id = $1', [p.rapportoId]);
  expect(contenuto).toMatchObject({ azioni: [{ percentuale: 40 }, { percentuale: 35 }] });
  await rifiutato(p, () => ritiraChiarimento(p.chi.istruttore, { chiarimentoId: una2 }), 'rapporto.attoNonAmmesso', /Ricarica/);
  await approvaRapporto(p.chi.istruttore, p);
  expect((await eventi(p)).map(({ atto }) => atto).slice(-3)).toEqual([
    'chiarimento.ritirato',
    'chiarimento.ritirato',
    'rapporto.approvato',
  ]);
});

test('non torna in verifica una respinta riaperta per intero: si ritira la domanda, il resto si corregge ancora', async () => {
  const p = await unaPratica({ stato: 'RESPINTO' });
  await riapriRapporto(p.chi.dirigente, { rapportoId: p.rapportoId, nota: DOMANDA });
  const { chiarimentoId } = await chiediChiarimento(p.chi.istruttore, {
    rapportoId: p.rapportoId,
    azioneId: p.azione.id,
    domanda: DOMANDA,
  });
  await ritiraChiarimento(p.chi.istruttore, { chiarimentoId });
  expect([await statoDi(p), (await riaperte(p)).length]).toEqual(['CHIARIMENTI', 2]);
});

test('l’ente risponde mentre la Regione ritira: uno vince', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chiarimentoId } = await chiediChiarimento(p.chi.istruttore, {
    rapportoId: p.rapportoId,
    azioneId: p.azione.id,
    domanda: DOMANDA,
  });
  const esiti = await inGara(
    { tabella: 'chiarimento', id: chiarimentoId },
    () => rispondiChiarimento(p.chi.referente, { chiarimentoId, risposta: 'Una risposta abbastanza lunga' }),
    () => ritiraChiarimento(p.chi.istruttore, { chiarimentoId }),
  );
  expect(esiti[0]).toBe('fulfilled');
  expect(esiti[1]).toMatch(/^(chiarimento.giaRisposto|rapporto.attoNonAmmesso)$/);
  expect([await statoDi(p), await versioniDi(p)]).toEqual(['IN_VERIFICA', 1]);
});

test('chi non ha il ruolo non ritira; la relazione riaperta esce dalla ricerca finché non è riapprovata', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  await riapri(p);
  const [chiarimentoId = ''] = await domande(p);
  for (const persona of ['referente', 'valutatore'] as const)
    await rifiutato(p, () => ritiraChiarimento(p.chi[persona], { chiarimentoId }), 'rapporto.ruoloMancante', /istruttore o dirigente/);
  await rifiutato(p, () => ritiraChiarimento(p.chi.altraRegione, { chiarimentoId }), 'chiarimento.nonTrovato', /non esiste/);
  expect(await sqlCome(p.chi.ricercatore, 'select id from avanzamento where rapporto_id = $1', [p.rapportoId])).toMatchObject({ n: 0 });
  expect((await leggiRapporto(p.chi.istruttore, p.rapportoId))?.riapertura).toBe('PIENA');
});
