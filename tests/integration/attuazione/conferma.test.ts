import { expect, test } from 'vitest';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { confermaEInvia } from '@/lib/attuazione/commands/confermaEInvia';
import { confermaParte } from '@/lib/attuazione/commands/confermaParte';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { cambiata } from '@/lib/attuazione/confronto';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { unEnte } from '@/tests/support/builders';
import { unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { compilata, eventi, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

/** La prima relazione presentata (40%, quantità 10, una causa) e la seconda appena aperta. */
async function seconda(): Promise<{ p: Pratica; dopo: string }> {
  const p = await unaPratica({ stato: 'PRESENTATO' });
  await superutente.query(
    `update avanzamento set contromisura = 'Un giorno in più alla settimana', nota = 'Nota di allora', fine_stimata = '2021-04-30' where rapporto_id = $1`,
    [p.rapportoId],
  );
  const { id } = await unPeriodo(p.progetto, 2);
  const { rapportoId } = await apriRapporto({ ...p.chi.referente, adesso: new Date('2021-07-01T10:00:00Z') }, { periodoId: id });
  return { p, dopo: rapportoId };
}
const valori = (rapportoId: string, azioneId: string) =>
  una(
    `select v.stato, percentuale, fine_stimata::text, contromisura, contromisura_esito, nota, invariato, v.diffusione,
       (select array_agg(valore::float8) from quantita_realizzata q where q.avanzamento_id = v.id) as quantita,
       (select array_agg(causa) from avanzamento_causa c where c.avanzamento_id = v.id) as cause
     from avanzamento v where rapporto_id = $1 and azione_id = $2`,
    [rapportoId, azioneId],
  );

test('il partner conferma in un gesto: valori copiati, testi del periodo no, parte consegnata, un solo evento riservato', async () => {
  const { p, dopo } = await seconda();
  await confermaParte(p.chi.partner, { rapportoId: dopo });
  expect(await valori(dopo, p.azioneDelPartner.id)).toEqual({
    ...{ stato: 'IN_CORSO', percentuale: 40, fine_stimata: '2021-04-30', contromisura: 'Un giorno in più alla settimana' },
    ...{ contromisura_esito: null, nota: null, invariato: true, diffusione: 'BOZZA', quantita: [10], cause: [p.capofila.regione.causa] },
  });
  expect(
    await una('select stato from rapporto_ente where rapporto_id = $1 and organizzazione_id = $2', [dopo, p.enteDelPartner.id]),
  ).toEqual({
    stato: 'CONSEGNATO',
  });
  expect((await eventi(p)).slice(1)).toMatchObject([
    { atto: 'parte.confermata', riservato: true, dopo: { azioni: 1, stato: 'CONSEGNATO' } },
  ]);
  // le azioni degli altri non si toccano
  expect((await superutente.query('select from avanzamento where rapporto_id = $1', [dopo])).rowCount).toBe(1);
});

test('ciò che l’ente ha già scritto resta com’è', async () => {
  const { p, dopo } = await seconda();
  await salvaAvanzamento(p.chi.partner, { ...compilata({ ...p, rapportoId: dopo }, p.azioneDelPartner, { rev: 0 }), percentuale: 55 });
  await confermaParte(p.chi.partner, { rapportoId: dopo });
  expect(await valori(dopo, p.azioneDelPartner.id)).toMatchObject({ percentuale: 55, invariato: false });
  expect((await eventi(p)).at(-1)).toMatchObject({ dopo: { azioni: 0 } });
});

test('manca qualcosa di obbligatorio: un ritardo senza causa non si conferma, si dice quale azione, e niente resta', async () => {
  const { p, dopo } = await seconda();
  await superutente.query(
    'delete from avanzamento_causa c using avanzamento v where v.id = c.avanzamento_id and v.rapporto_id = $1 and v.azione_id = $2',
    [p.rapportoId, p.azioneDelPartner.id],
  );
  await rifiutato(p, () => confermaParte(p.chi.partner, { rapportoId: dopo }), 'rapporto.incompleto', /«Azione 2»: .*almeno una causa/);
});

test('senza un periodo precedente non c’è nulla da confermare; a parte consegnata o a relazione inviata nemmeno', async () => {
  const prima = await unaPratica();
  await superutente.query('delete from avanzamento_causa where progetto_id = $1', [prima.progetto.id]);
  await superutente.query('delete from quantita_realizzata where progetto_id = $1', [prima.progetto.id]);
  await superutente.query('delete from avanzamento where progetto_id = $1', [prima.progetto.id]);
  await rifiutato(
    prima,
    () => confermaParte(prima.chi.partner, prima),
    'parte.senzaPrecedente',
    /periodo precedente da confermare per «Azione 2»/,
  );
  const { p, dopo } = await seconda();
  await confermaParte(p.chi.partner, { rapportoId: dopo });
  await rifiutato(p, () => confermaParte(p.chi.partner, { rapportoId: dopo }), 'parte.attoNonAmmesso', /Ricarica/);
  await rifiutato(p, () => confermaParte(p.chi.partner, { rapportoId: p.rapportoId }), 'rapporto.chiuso', /già presentata/);
  await rifiutato(p, () => confermaParte(p.chi.estraneo, { rapportoId: dopo }), 'rapporto.nonTrovato', /non esiste/);
});

test('il capofila da solo: un periodo intero in due atti, apri e «conferma e invia»; i valori sono invariati', async () => {
  const capofila = await unEnte();
  const progetto = await unProgetto({ capofila });
  const primo = await unRapporto({ progetto, stato: 'APPROVATO' });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01' where rapporto_id = $1`, [primo.id]);
  const attore = { ...(await capofila.attore()), adesso: new Date('2021-07-01T10:00:00Z') };
  const { rapportoId } = await apriRapporto(attore, { periodoId: (await unPeriodo(progetto, 2)).id });
  await confermaEInvia(attore, { rapportoId });
  const { rows } = await superutente.query('select atto from evento where progetto_id = $1 order by id', [progetto.id]);
  expect(rows.map(({ atto }) => atto)).toEqual(['rapporto.aperto', 'parte.confermata', 'rapporto.presentato']);
  const letta = await leggiRapporto(attore, rapportoId);
  expect(letta).toMatchObject({ stato: 'PRESENTATO', versioni: 1, parti: [{ stato: 'INCLUSO' }], azioni: [{ invariato: true }] });
  expect(letta?.azioni.map(cambiata)).toEqual([false]);
});

test('«conferma e invia» con una parte altrui mancante: tutto o niente', async () => {
  const { p, dopo } = await seconda();
  await rifiutato(p, () => confermaEInvia(p.chi.referente, { rapportoId: dopo }), 'rapporto.incompleto', /«Azione 2»/);
  await rifiutato(p, () => confermaEInvia(p.chi.operatore, { rapportoId: dopo }), 'rapporto.ruoloMancante', /referente/);
});

test('due persone dello stesso ente confermano insieme: una vince, un evento', async () => {
  const { p, dopo } = await seconda();
  const parte = await una('select id from rapporto_ente where rapporto_id = $1 and organizzazione_id = $2', [dopo, p.capofila.id]);
  const esiti = await inGara(
    { tabella: 'rapporto_ente', id: String(parte.id) },
    () => confermaParte(p.chi.referente, { rapportoId: dopo }),
    () => confermaParte(p.chi.operatore, { rapportoId: dopo }),
  );
  expect(esiti).toEqual(['fulfilled', 'parte.attoNonAmmesso']);
  expect((await eventi(p)).filter(({ atto }) => atto === 'parte.confermata')).toHaveLength(1);
});
