import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { eventi, firmatoDa, istanteUltimo, type Pratica, rifiutato, statoDi, una, unaPratica, versioniDi } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const consegnaIlPartner = ({ rapportoId, enteDelPartner, chi }: Pratica) =>
  consegnaParte(chi.partner, { rapportoId, organizzazioneId: enteDelPartner.id });
const presenta = ({ rapportoId, chi }: Pratica, persona: keyof Pratica['chi'] = 'referente') =>
  presentaRapporto(chi[persona], { rapportoId });

/** JSON con le chiavi in ordine alfabetico: chiunque lo può rifare dalla colonna jsonb. */
const canonico = (v: unknown): unknown =>
  Array.isArray(v)
    ? v.map(canonico)
    : v && typeof v === 'object'
      ? Object.fromEntries(
          Object.entries(v)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, x]) => [k, canonico(x)]),
        )
      : v;

test('il referente del capofila presenta: parti incluse, versione congelata, bozze leggibili, un evento', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await presenta(pratica);

  const { rapportoId, chi } = pratica;
  expect(await una('select stato, presentato_il, sospeso_secondi from rapporto_progetto where id = $1', [rapportoId])).toEqual({
    stato: 'PRESENTATO',
    presentato_il: await istanteUltimo(pratica),
    sospeso_secondi: 0,
  });
  const { rows: parti } = await superutente.query(
    'select stato, diffusione, consegnato_il is not null as consegnata from rapporto_ente where rapporto_id = $1',
    [rapportoId],
  );
  expect(parti).toEqual(Array(2).fill({ stato: 'INCLUSO', diffusione: 'PRESENTATO', consegnata: true }));
  const { rows: aperti } = await superutente.query(
    `select id from avanzamento where rapporto_id = $1 and (diffusione <> 'PRESENTATO' or riaperto)`,
    [rapportoId],
  );
  expect(aperti).toEqual([]);

  const versione = await una('select numero, contenuto, sha256 from rapporto_versione where rapporto_id = $1', [rapportoId]);
  expect(versione).toMatchObject({
    numero: 1,
    contenuto: {
      sintesi: 'Sintesi',
      azioni: [{ codice: 'A1', stato: 'IN_CORSO', percentuale: 40, inizioEffettivo: '2019-11-01' }, { codice: 'A2' }],
    },
  });
  expect((await eventi(pratica)).at(-1)).toEqual({
    atto: 'rapporto.presentato',
    oggetto: 'rapporto_progetto',
    oggetto_id: rapportoId,
    ...firmatoDa(chi.referente),
    prima: { stato: 'BOZZA' },
    dopo: { stato: 'PRESENTATO', versione: 1, sha256: versione.sha256 },
    riservato: false,
  });
  expect(await eventi(pratica)).toHaveLength(2); // la consegna del partner e la presentazione
});

test('l’impronta si ricalcola da ciò che resta scritto', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await presenta(pratica);
  const { contenuto, sha256 } = await una('select contenuto, sha256 from rapporto_versione where rapporto_id = $1', [pratica.rapportoId]);
  expect(
    createHash('sha256')
      .update(JSON.stringify(canonico(contenuto)))
      .digest('hex'),
  ).toBe(sha256);
});

test('la versione congelata non si cambia più, nemmeno dal proprietario del database', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await presenta(pratica);
  for (const istruzione of [`update rapporto_versione set sha256 = '0'`, 'delete from rapporto_versione'])
    await expect(superutente.query(`${istruzione} where rapporto_id = $1`, [pratica.rapportoId]), istruzione).rejects.toMatchObject({
      code: 'CT002',
    });
});

test('un’azione incompleta ferma la presentazione e si dice quale', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await superutente.query('update avanzamento set percentuale = null where rapporto_id = $1 and azione_id = $2', [
    pratica.rapportoId,
    pratica.azioneDelPartner.id,
  ]);
  await rifiutato(pratica, () => presenta(pratica), 'rapporto.incompleto', /^«Azione 2»: Scrivi l’avanzamento/);
});

test('un’azione mai aperta ferma la presentazione', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await superutente.query(`delete from avanzamento_causa where progetto_id = $1`, [pratica.progetto.id]);
  await superutente.query(`delete from quantita_realizzata where progetto_id = $1`, [pratica.progetto.id]);
  await superutente.query('delete from avanzamento where rapporto_id = $1 and azione_id = $2', [pratica.rapportoId, pratica.azione.id]);
  await rifiutato(pratica, () => presenta(pratica), 'rapporto.incompleto', /«Azione 1»: Non è ancora compilata/);
});

test('un’azione in ritardo senza causa ferma la presentazione', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await superutente.query('delete from avanzamento_causa where progetto_id = $1', [pratica.progetto.id]);
  await superutente.query(`update avanzamento set fine_stimata = '2021-04-01' where rapporto_id = $1`, [pratica.rapportoId]);
  await rifiutato(
    pratica,
    () => presenta(pratica),
    'rapporto.incompleto',
    /«Azione 1»: L’azione finisce dopo il previsto: indica almeno una causa/,
  );
});

test('la parte non consegnata di un altro ente ferma la presentazione e si dice di chi', async () => {
  const pratica = await unaPratica();
  await rifiutato(
    pratica,
    () => presenta(pratica),
    'rapporto.partiMancanti',
    new RegExp(`^Mancano le parti di: ${pratica.enteDelPartner.denominazione}\\.`),
  );
});

test('l’operatore del capofila legge che serve il referente; il referente del partner che serve il capofila', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await rifiutato(
    pratica,
    () => presenta(pratica, 'operatore'),
    'rapporto.ruoloMancante',
    /Serve il ruolo di referente dell’ente capofila/,
  );
  await rifiutato(pratica, () => presenta(pratica, 'partner'), 'rapporto.ruoloMancante', /ente capofila/);
});

test('chi non partecipa, la Regione e la ricerca non vedono nemmeno che la bozza esiste', async () => {
  const pratica = await unaPratica();
  for (const persona of ['estraneo', 'dirigente', 'altraRegione', 'ricercatore'] as const)
    await rifiutato(pratica, () => presenta(pratica, persona), 'rapporto.nonTrovato', /non esiste o non puoi vederla/);
});

test('presentare due volte è rifiutato e non congela una seconda versione', async () => {
  const pratica = await unaPratica();
  await consegnaIlPartner(pratica);
  await presenta(pratica);
  await rifiutato(pratica, () => presenta(pratica), 'rapporto.attoNonAmmesso', /Non si può inviare la relazione nello stato attuale/);
  expect([await statoDi(pratica), await versioniDi(pratica)]).toEqual(['PRESENTATO', 1]);
});
