import { afterAll, expect, test } from 'vitest';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { chiudiRilievo } from '@/lib/attuazione/commands/chiudiRilievo';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { richiediRilievo } from '@/lib/attuazione/commands/richiediRilievo';
import { rispondiRilievo } from '@/lib/attuazione/commands/rispondiRilievo';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { leggiDoveri } from '@/lib/attuazione/queriesCompiti';
import { unRapporto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { eventi, type Persona, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const SULL_AZIONE = 'Le presenze non tornano con il registro';
const GENERALE = 'La sintesi non dice che cosa è cambiato';
const RISPOSTA = 'Abbiamo corretto il conto delle presenze';

/** La prima relazione approvata con due rilievi, e la seconda in bozza, completa. */
async function conRilievi() {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  await approvaConRilievi(p.chi.istruttore, {
    rapportoId: p.rapportoId,
    nota: null,
    rilievi: [
      { azioneId: p.azioneDelPartner.id, testo: SULL_AZIONE },
      { azioneId: null, testo: GENERALE },
    ],
  });
  const dopo = await unRapporto({ progetto: p.progetto, numero: 2, stato: 'BOZZA', parti: ['APERTO', 'CONSEGNATO'] });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01', rev = 1 where rapporto_id = $1`, [dopo.id]);
  const ids = (await superutente.query('select id from rilievo where progetto_id = $1 order by azione_id nulls last', [p.progetto.id]))
    .rows;
  return { p, dopo: dopo.id, sullAzione: String(ids[0]?.id), generale: String(ids[1]?.id) };
}
const stato = async (id: string) => (await una('select stato from rilievo where id = $1', [id])).stato;
const rispondi = (p: Pratica, rapportoId: string, rilievoId: string, persona: Persona = 'referente') =>
  rispondiRilievo(p.chi[persona], { rapportoId, rilievoId, risposta: RISPOSTA });

test('due rilievi nominati, uno solo evento senza testo; la relazione successiva li mostra e non parte senza risposta', async () => {
  const { p, dopo, sullAzione, generale } = await conRilievi();
  expect((await eventi(p)).map(({ atto, dopo: d }) => [atto, (d as { rilievi?: number }).rilievi])).toEqual([
    ['rapporto.approvatoConRilievi', 2],
  ]);
  expect(JSON.stringify(await eventi(p))).not.toMatch(/presenze|sintesi/);
  const letta = await leggiRapporto(p.chi.partner, dopo);
  expect(letta?.rilievi.map(({ testo, azioneId, diQuesta }) => [testo, azioneId, diQuesta])).toEqual(
    expect.arrayContaining([
      [SULL_AZIONE, p.azioneDelPartner.id, false],
      [GENERALE, null, false],
    ]),
  );
  const presenta = () => presentaRapporto(p.chi.referente, { rapportoId: dopo });
  await rifiutato(p, presenta, 'rapporto.rilieviAperti', /rispondi ai rilievi della Regione su «Azione 2» e l’intera relazione/);
  const daRispondere = async () =>
    (await leggiDoveri(p.chi.referente)).flatMap(({ periodi }) => periodi.map((x) => x.rapporto?.rilieviAperti));
  expect(await daRispondere()).toEqual([2]);
  await rispondi(p, dopo, sullAzione);
  expect(await daRispondere()).toEqual([1]);
  await rifiutato(p, presenta, 'rapporto.rilieviAperti', /l’intera relazione\.$/);
  await rispondi(p, dopo, generale, 'operatore');
  await presenta();
});

test('la risposta in bozza la Regione non la legge; presentata sì: la chiude, o chiede di nuovo', async () => {
  const { p, dopo, sullAzione, generale } = await conRilievi();
  await rispondi(p, dopo, sullAzione);
  const vede = async (rapportoId: string) =>
    (await leggiRapporto(p.chi.istruttore, rapportoId))?.rilievi.find(({ id }) => id === sullAzione);
  expect(await vede(p.rapportoId)).toMatchObject({ stato: 'APERTO', risposta: null, rispostoIl: null });
  await rispondi(p, dopo, generale);
  await rispondiRilievo(p.chi.referente, { rapportoId: dopo, rilievoId: sullAzione, risposta: 'Una risposta riscritta' });
  await presentaRapporto(p.chi.referente, { rapportoId: dopo });
  expect(await vede(dopo)).toMatchObject({ stato: 'RISPOSTO', risposta: 'Una risposta riscritta', rispostoQui: true });
  await chiudiRilievo(p.chi.istruttore, { rilievoId: generale });
  await richiediRilievo(p.chi.collega, { rilievoId: sullAzione });
  expect([await stato(generale), await stato(sullAzione)]).toEqual(['CHIUSO', 'APERTO']);
  expect((await eventi(p)).map(({ atto }) => atto).slice(-2)).toEqual(['rilievo.chiuso', 'rilievo.riaperto']);
  // mai perso: nella terza relazione c'è ancora
  const terza = await unRapporto({ progetto: p.progetto, numero: 3, stato: 'BOZZA' });
  expect((await leggiRapporto(p.chi.referente, terza.id))?.rilievi.map(({ id }) => id)).toEqual([sullAzione]);
});

test('senza rilievi nominati la nota è il rilievo; senza nulla si rifiuta; un’azione di un altro progetto no', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  const { azioneDelPartner } = await unaPratica();
  const approva = (input: Partial<Parameters<typeof approvaConRilievi>[1]>) => () =>
    approvaConRilievi(p.chi.istruttore, { rapportoId: p.rapportoId, nota: null, ...input });
  await rifiutato(p, approva({}), 'rilievo.nessuno', /almeno un rilievo/);
  await rifiutato(p, approva({ rilievi: [{ azioneId: azioneDelPartner.id, testo: SULL_AZIONE }] }), 'azione.nonTrovata', /non fa parte/);
  await approva({ nota: GENERALE })();
  expect(await una('select testo, azione_id, stato from rilievo where rapporto_id = $1', [p.rapportoId])).toEqual({
    testo: GENERALE,
    azione_id: null,
    stato: 'APERTO',
  });
});

test('chi non può: il partner non risponde, l’ente non chiude, un’altra Regione non trova, con SQL grezzo nemmeno', async () => {
  const { p, dopo, sullAzione } = await conRilievi();
  await rifiutato(p, () => rispondi(p, dopo, sullAzione, 'partner'), 'rilievo.ruolo', /risponde l’ente capofila/);
  await rifiutato(p, () => rispondi(p, dopo, sullAzione, 'estraneo'), 'rapporto.nonTrovato', /non esiste/);
  for (const persona of ['referente', 'valutatore'] as const)
    await rifiutato(p, () => chiudiRilievo(p.chi[persona], { rilievoId: sullAzione }), 'rilievo.ruolo', /istruttore o il dirigente/);
  await rifiutato(p, () => chiudiRilievo(p.chi.altraRegione, { rilievoId: sullAzione }), 'rilievo.nonTrovato', /non esiste/);
  await rifiutato(p, () => richiediRilievo(p.chi.istruttore, { rilievoId: sullAzione }), 'rilievo.attoNonAmmesso', /Ricarica/);
  expect(await sqlCome(p.chi.referente, `update rilievo set stato = 'CHIUSO' where id = $1`, [sullAzione])).toMatchObject({
    codice: 'CT001',
  });
  expect(await sqlCome(p.chi.partner, `update rilievo set risposta = 'io' where id = $1`, [sullAzione])).toMatchObject({ n: 0 });
});

test('due funzionari insieme, uno chiude e l’altro chiede di nuovo: uno vince, un evento', async () => {
  const { p, dopo, sullAzione, generale } = await conRilievi();
  for (const id of [sullAzione, generale]) await rispondi(p, dopo, id);
  await presentaRapporto(p.chi.referente, { rapportoId: dopo });
  const esiti = await inGara(
    { tabella: 'rilievo', id: sullAzione },
    () => chiudiRilievo(p.chi.istruttore, { rilievoId: sullAzione }),
    () => richiediRilievo(p.chi.collega, { rilievoId: sullAzione }),
  );
  expect(esiti).toEqual(['fulfilled', 'rilievo.attoNonAmmesso']);
  expect((await eventi(p)).filter(({ oggetto, atto }) => oggetto === 'rilievo' && atto !== 'rilievo.risposto')).toHaveLength(1);
});
