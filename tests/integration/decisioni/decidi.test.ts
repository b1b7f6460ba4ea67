import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import type { Approvazione, Diniego } from '@/lib/decisioni/schema';
import { giornoDi } from '@/lib/format/data';
import { unBando } from '@/tests/support/buildersDomanda';
import { ammessa, type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame, valutata } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';

const oggi = ({ chi }: Esame) => giornoDi(chi.dirigente.adesso);
const approvazione = (esame: Esame, cambio: Partial<Approvazione> = {}): Approvazione => ({
  ...{
    progettoId: esame.id,
    atto: 'D.D. 12',
    dataAtto: oggi(esame),
    motivazione: null,
    concesso: { personale: 900_000n },
    prescrizioni: [],
  },
  ...cambio,
});
const diniego = (esame: Esame): Diniego => ({
  ...{ progettoId: esame.id, atto: 'D.D. 13', dataAtto: oggi(esame), motivi: ['PUNTEGGIO_INSUFFICIENTE'], motivazione: 'Sotto la soglia.' },
});
const pronto = async (opzioni: Parameters<typeof unEsame>[0] = {}) => {
  const esame = await unEsame({ stato: 'AMMISSIBILE', ...opzioni });
  await valutata(esame);
  return esame;
};

test('il dirigente approva con meno del chiesto: importi, atto, versione, piano ed evento insieme', async () => {
  const esame = await pronto();
  await approvaDomanda(esame.chi.dirigente, approvazione(esame));
  expect(await progetto(esame)).toMatchObject({
    ...{ stato: 'APPROVATO', importo_richiesto_cents: '1000000', importo_assegnato_cents: '900000', atto_approvazione: 'D.D. 12' },
  });
  const [decisione] = await righe('decisione', esame);
  expect(decisione).toMatchObject({
    ...{ esito: 'APPROVATO', fase: 'PROGETTO', richiesto_cents: '1000000', concesso_cents: '900000', atto: 'D.D. 12' },
    ...{ concesso_per_categoria: { personale: '900000' }, decisa_da: esame.chi.dirigente.utenteId },
  });
  const versioni = await righe('versione_progetto', esame);
  const [approvata] = versioni.filter(({ genere }) => genere === 'APPROVATA');
  const depositata = versioni.find(({ id }) => id === esame.domanda.versioni.PROGETTO);
  expect(approvata).toMatchObject({ fase: 'PROGETTO', numero: 3, contenuto: depositata?.contenuto });
  expect(await righe('azione', esame)).toMatchObject([{ id: esame.domanda.azioneId, titolo: 'Sportello' }]);
  expect(await righe('voce_budget', esame)).toMatchObject([{ categoria: 'personale', contributo_cents: '1000000' }]);
  const dopo = { stato: 'APPROVATO', concessoCents: '900000', richiestoCents: '1000000', versione: 3, prescrizioni: 0 };
  expect(await eventi(esame)).toMatchObject([{ atto: 'progetto.approvato', prima: { stato: 'AMMISSIBILE' }, dopo, riservato: false }]);
});

test('un’idea si approva senza importi, e se ne congela la versione', async () => {
  const esame = await unEsame({ stato: 'IDEA_AMMISSIBILE' });
  const approva = () => approvaDomanda(esame.chi.dirigente, approvazione(esame, { concesso: {} }));
  await rifiutato(esame, approva, 'decisione.valutazioneMancante', /non ha ancora consolidato la valutazione/);
  await valutata(esame, 'IDEA');
  await approva();
  expect(await progetto(esame)).toMatchObject({ stato: 'IDEA_APPROVATA', importo_assegnato_cents: null, atto_approvazione: null });
  expect(await righe('decisione', esame)).toMatchObject([
    { esito: 'APPROVATO', fase: 'IDEA', concesso_cents: null, concesso_per_categoria: null },
  ]);
  expect(await eventi(esame)).toMatchObject([{ atto: 'progetto.approvato', dopo: { fase: 'IDEA' } }]);
});

test('senza valutazione consolidata non si decide, salvo un bando senza griglia', async () => {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  const { dirigente } = esame.chi;
  await rifiutato(
    esame,
    () => approvaDomanda(dirigente, approvazione(esame)),
    'decisione.valutazioneMancante',
    /presidente della commissione/,
  );
  await rifiutato(
    esame,
    () => nonApprovaDomanda(dirigente, diniego(esame)),
    'decisione.valutazioneMancante',
    /presidente della commissione/,
  );
  const senza = await unEsame({ stato: 'AMMISSIBILE', configurazione: { griglia: [] } });
  await approvaDomanda(senza.chi.dirigente, approvazione(senza));
  expect(await progetto(senza)).toMatchObject({ stato: 'APPROVATO' });
});

test('la data dell’atto: non prima dell’ammissibilità, non nel futuro', async () => {
  const esame = await pronto();
  const { dirigente } = esame.chi;
  // mezzanotte e mezza a Roma del 10: il giorno è il 10, non il 9
  await ammessa(esame, 'PROGETTO', '2020-01-09T23:30:00Z');
  const il = (dataAtto: string) => () => approvaDomanda(dirigente, approvazione(esame, { dataAtto }));
  await rifiutato(esame, il('2020-01-09'), 'decisione.attoPrimaDellAmmissibilita', /dichiarata il 10\/01\/2020/);
  await rifiutato(esame, il(piuGiorni(oggi(esame), 1)), 'decisione.attoNelFuturo', /non può essere nel futuro/);
  await il('2020-01-10')();
});

test('si concede per ogni categoria chiesta, mai più del chiesto, e qualcosa in tutto', async () => {
  const esame = await pronto();
  const con = (concesso: Approvazione['concesso']) => () => approvaDomanda(esame.chi.dirigente, approvazione(esame, { concesso }));
  await rifiutato(esame, con({ personale: 1_000_001n }), 'decisione.oltreRichiesto', /supera quello chiesto, che è 10\.000,00/);
  await rifiutato(esame, con({}), 'decisione.categoriaMancante', /per ogni categoria di costo/);
  await rifiutato(esame, con({ personale: 1n, servizi: 1n }), 'decisione.categoriaEstranea', /non è tra quelle chieste/);
  await rifiutato(esame, con({ personale: 0n }), 'decisione.nullaConcesso', /almeno una parte/);
  await rifiutato(esame, con({ personale: -1n }), 'decisione.importoNegativo', /non può essere negativo/);
});

test('non approvato, con i motivi; nessun importo', async () => {
  const esame = await pronto();
  await nonApprovaDomanda(esame.chi.dirigente, diniego(esame));
  expect(await progetto(esame)).toMatchObject({ stato: 'NON_APPROVATO', importo_assegnato_cents: null });
  expect(await righe('decisione', esame)).toMatchObject([
    { esito: 'NON_APPROVATO', motivi: ['PUNTEGGIO_INSUFFICIENTE'], concesso_cents: null },
  ]);
  expect(await eventi(esame)).toMatchObject([{ atto: 'progetto.nonApprovato', dopo: { motivi: 'PUNTEGGIO_INSUFFICIENTE' } }]);
});

test('decide solo un dirigente di questa Regione, e solo una domanda ammissibile', async () => {
  const esame = await pronto();
  for (const persona of ['istruttore', 'valutatore', 'referente', 'partner'] as const) {
    const attore = esame.chi[persona];
    await rifiutato(esame, () => approvaDomanda(attore, approvazione(esame)), 'progetto.ruoloMancante', /ruolo di dirigente della Regione/);
    await rifiutato(esame, () => nonApprovaDomanda(attore, diniego(esame)), 'progetto.ruoloMancante', /ruolo di dirigente della Regione/);
  }
  await nonTrovata(esame, (attore) => approvaDomanda(attore, approvazione(esame)));
  await nonTrovata(esame, (attore) => nonApprovaDomanda(attore, diniego(esame)));
  // `approva` vale anche per le prescrizioni e la rimodulazione: non da qui
  for (const stato of ['PROGETTO_PRESENTATO', 'APPROVATO', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE']) {
    const altra = await unEsame({ stato });
    await rifiutato(
      altra,
      () => approvaDomanda(altra.chi.dirigente, approvazione(altra)),
      'progetto.attoNonAmmesso',
      /nello stato attuale/,
    );
  }
});

test('due dirigenti decidono la stessa domanda: una decisione e un evento soli', async () => {
  const esame = await pronto();
  const { dirigente } = esame.chi;
  const corsa = [() => approvaDomanda(dirigente, approvazione(esame)), () => nonApprovaDomanda(dirigente, diniego(esame))] as const;
  expect(await inGara({ tabella: 'progetto', id: esame.id }, ...corsa)).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect(await righe('decisione', esame)).toHaveLength(1);
  expect(await eventi(esame)).toHaveLength(1);
});

test('due decisioni nello stesso istante non svuotano il bando sotto zero; chi arriva dopo concede ciò che resta, fino all’ultimo centesimo', async () => {
  const bando = await unBando({ configurazione: { dotazioneCents: '1500000' } });
  const [prima, seconda] = [await pronto({ bando }), await unEsame({ stato: 'AMMISSIBILE', bando })];
  await valutata(seconda);
  const approva = (esame: Esame, personale: bigint) => () =>
    approvaDomanda(esame.chi.dirigente, approvazione(esame, { concesso: { personale } }));
  expect(await inGara({ tabella: 'bando', id: bando.id }, approva(prima, 900_000n), approva(seconda, 900_000n))).toEqual([
    'fulfilled',
    'bando.capienzaSuperata',
  ]);
  expect(await progetto(seconda)).toMatchObject({ stato: 'AMMISSIBILE', importo_assegnato_cents: null });
  expect([await eventi(prima), await eventi(seconda)].map((e) => e.length)).toEqual([1, 0]);
  await rifiutato(seconda, approva(seconda, 600_001n), 'bando.capienzaSuperata', /non ha più abbastanza risorse/);
  await approva(seconda, 600_000n)();
  expect(await progetto(seconda)).toMatchObject({ stato: 'APPROVATO', importo_assegnato_cents: '600000' });
});
