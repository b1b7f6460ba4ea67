import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { unEnte } from '@/tests/support/builders';
import { unPeriodo, unProgetto } from '@/tests/support/buildersProgetto';
import { eventi, firmatoDa, type Pratica, rifiutato, unaPratica } from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

const conPeriodo = async (numero = 2): Promise<Pratica & { daAprire: { periodoId: string } }> => {
  const pratica = await unaPratica();
  return { ...pratica, daAprire: { periodoId: (await unPeriodo(pratica.progetto, numero)).id } };
};

test.for(['referente', 'operatore', 'partner'] as const)(
  '%s apre la relazione di un periodo finito: una parte per ente, un evento riservato',
  async (persona) => {
    const pratica = await conPeriodo(persona === 'partner' ? 0 : -1);
    const attore = pratica.chi[persona];
    const { rapportoId } = await apriRapporto(attore, pratica.daAprire);

    const { rows } = await superutente.query('select stato, rev, presentato_il from rapporto_progetto where id = $1 and periodo_id = $2', [
      rapportoId,
      pratica.daAprire.periodoId,
    ]);
    expect(rows).toEqual([{ stato: 'BOZZA', rev: 0, presentato_il: null }]);
    const { rows: parti } = await superutente.query(
      'select organizzazione_id, stato, diffusione from rapporto_ente where rapporto_id = $1 order by 1',
      [rapportoId],
    );
    const attese = [pratica.capofila.id, pratica.enteDelPartner.id]
      .sort()
      .map((organizzazione_id) => ({ organizzazione_id, stato: 'APERTO', diffusione: 'BOZZA' }));
    expect(parti).toEqual(attese);
    expect(await eventi(pratica)).toEqual([
      {
        atto: 'rapporto.aperto',
        oggetto: 'rapporto_progetto',
        oggetto_id: rapportoId,
        ...firmatoDa(attore),
        prima: null,
        dopo: { periodo: persona === 'partner' ? 0 : -1 },
        riservato: true,
      },
    ]);
  },
);

test('un ente senza azioni ha una parte non dovuta; chi è uscito prima del periodo non ne ha', async () => {
  const capofila = await unEnte();
  const [senzaAzioni, uscito] = [await unEnte({ regione: capofila.regione }), await unEnte({ regione: capofila.regione })];
  const progetto = await unProgetto({ capofila });
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id, ruolo: 'PARTNER_ETS', dal: '2019-01-01' };
  await inserisci(superutente, 'partecipazione', { ...chiavi, organizzazione_id: senzaAzioni.id });
  await inserisci(superutente, 'partecipazione', { ...chiavi, organizzazione_id: uscito.id, al: '2019-12-31' });
  const { rapportoId } = await apriRapporto(await capofila.attore(), { periodoId: (await unPeriodo(progetto)).id });
  const { rows } = await superutente.query('select organizzazione_id, stato from rapporto_ente where rapporto_id = $1 order by stato', [
    rapportoId,
  ]);
  expect(rows).toEqual([
    { organizzazione_id: senzaAzioni.id, stato: 'NON_DOVUTO' },
    { organizzazione_id: capofila.id, stato: 'APERTO' },
  ]);
});

test('prima che il periodo finisca la relazione non si apre, e si dice da quando', async () => {
  const pratica = await conPeriodo(80);
  await rifiutato(
    pratica,
    () => apriRapporto(pratica.chi.referente, pratica.daAprire),
    'periodo.nonFinito',
    /^Il periodo finisce il 30 giugno 2099: potrai aprire la relazione dal giorno dopo\.$/,
  );
});

test('si apre a mezzanotte di Roma, non di Greenwich', async () => {
  const pratica = await conPeriodo(2);
  const { referente } = pratica.chi;
  const ultimo = { ...referente, adesso: new Date('2021-06-30T21:59:59Z') };
  await rifiutato(pratica, () => apriRapporto(ultimo, pratica.daAprire), 'periodo.nonFinito', /30 giugno 2021/);
  await expect(apriRapporto({ ...referente, adesso: new Date('2021-06-30T22:00:00Z') }, pratica.daAprire)).resolves.toHaveProperty(
    'rapportoId',
  );
});

test('una relazione già aperta non si apre di nuovo', async () => {
  const pratica = await unaPratica();
  await rifiutato(pratica, () => apriRapporto(pratica.chi.referente, { periodoId: pratica.periodoId }), 'rapporto.giaAperto', /già aperta/);
});

test('il periodo di un altro progetto, o che non esiste, non si trova', async () => {
  const pratica = await conPeriodo(-1);
  await rifiutato(
    pratica,
    () => apriRapporto(pratica.chi.estraneo, pratica.daAprire),
    'periodo.nonTrovato',
    /non esiste o non puoi vederlo/,
  );
  await rifiutato(pratica, () => apriRapporto(pratica.chi.referente, { periodoId: randomUUID() }), 'periodo.nonTrovato', /non esiste/);
});

test('la Regione e la ricerca leggono il periodo ma non aprono relazioni', async () => {
  const pratica = await conPeriodo(-1);
  for (const persona of ['istruttore', 'dirigente', 'ricercatore'] as const)
    await rifiutato(
      pratica,
      () => apriRapporto(pratica.chi[persona], pratica.daAprire),
      'accesso.scritturaNonConsentita',
      /con il profilo attivo/,
    );
});
