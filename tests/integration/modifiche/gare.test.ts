import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { accogliModifica } from '@/lib/modifiche/commands/accogliModifica';
import { annullaModifica } from '@/lib/modifiche/commands/annullaModifica';
import { apriModifica } from '@/lib/modifiche/commands/apriModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { respingiModifica } from '@/lib/modifiche/commands/respingiModifica';
import { salvaModifica } from '@/lib/modifiche/commands/salvaModifica';
import { unPeriodo, unRapporto } from '@/tests/support/buildersProgetto';
import { inGara, tuttiFermi } from '@/tests/support/inGara';
import {
  attiDi,
  conPiano,
  conTitolo,
  daDecidere,
  type InCorso,
  inVigoreDi,
  rifiutata,
  sposta,
  unaBozza,
  unProgettoInCorso,
} from '@/tests/support/progettoInCorso';
import { superutente } from '@/tests/support/superutente';

const decisione = ({ progetto }: InCorso, richiestaId: string) => ({
  progettoId: progetto.id,
  richiestaId,
  accolte: null,
  atto: 'DD 12',
  dataAtto: '2020-01-10',
  nota: null,
});
const progettoConteso = ({ progetto }: InCorso) => ({ tabella: 'progetto', id: progetto.id });
const righe = async (testo: string, valori: unknown[]) => (await superutente.query(testo, valori)).rows;
const passaAlTerzo =
  ({ partner, terzo }: InCorso) =>
  (contenuto: Parameters<Parameters<typeof unaBozza>[2]>[0]) => ({
    ...conPiano(({ azioni, voci }) => ({
      voci,
      azioni: azioni.map((a) => (a.organizzazioneId === partner.id ? { ...a, organizzazioneId: terzo.id } : a)),
    }))(contenuto),
    partner: [
      ...contenuto.partner.filter(({ organizzazioneId }) => organizzazioneId !== partner.id),
      { organizzazioneId: terzo.id, denominazione: '', ruolo: 'PARTNER_ETS' as const },
    ],
  });

test('due persone decidono insieme: vince la prima, un evento e una versione', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
  const { dirigente, altroDirigente } = incorso.chi;
  const esiti = await inGara(
    progettoConteso(incorso),
    () => accogliModifica(dirigente, decisione(incorso, richiestaId)),
    () => respingiModifica(altroDirigente, { ...decisione(incorso, richiestaId), nota: 'Non motivata' }),
  );
  expect(esiti).toEqual(['fulfilled', 'modifica.altroStato']);
  expect((await attiDi(incorso)).filter((atto) => /accolta|respinta/.test(atto))).toEqual(['modifica.accolta']);
  expect(await righe('select numero from versione_progetto where progetto_id = $1 order by 1', [incorso.progetto.id])).toHaveLength(2);
});

test('l’ente annulla mentre la Regione accoglie: uno solo dei due', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
  const esiti = await inGara(
    { tabella: 'richiesta_modifica', id: richiestaId },
    () => accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId)),
    () => annullaModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, richiestaId }),
  );
  expect(esiti).toEqual(['fulfilled', 'modifica.altroStato']);
});

test('due colleghi salvano insieme: il secondo lo sa e non perde il lavoro del primo', async () => {
  const incorso = await unProgettoInCorso();
  const { richiestaId } = await apriModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, dominio: 'altro' });
  const salva = (dopo: string) => ({
    progettoId: incorso.progetto.id,
    richiestaId,
    rev: 0,
    motivazione: dopo,
    operazioni: [{ percorso: 'testo', prima: null, dopo }],
  });
  const esiti = await inGara(
    { tabella: 'richiesta_modifica', id: richiestaId },
    () => salvaModifica(incorso.chi.referente, salva('primo')),
    () => salvaModifica(incorso.chi.operatore, salva('secondo')),
  );
  expect(esiti).toEqual(['fulfilled', 'modifica.conflitto']);
  expect(await righe('select rev, motivazione from richiesta_modifica where id = $1', [richiestaId])).toEqual([
    { rev: 1, motivazione: 'primo' },
  ]);
});

test('due richieste in ambiti diversi sulla stessa versione: la seconda si applica al piano che ha lasciato la prima', async () => {
  const incorso = await unProgettoInCorso();
  const budget = await daDecidere(incorso, 'budget', sposta(-11_000));
  const azioni = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
  const esiti = await inGara(
    progettoConteso(incorso),
    () => accogliModifica(incorso.chi.dirigente, decisione(incorso, budget)),
    () => accogliModifica(incorso.chi.altroDirigente, decisione(incorso, azioni)),
  );
  expect(esiti).toEqual(['fulfilled', 'fulfilled']);
  const { contenuto, numero } = await inVigoreDi(incorso.chi.dirigente, incorso.progetto.id);
  expect(numero).toBe(3);
  expect(contenuto.piano?.azioni.map(({ titolo }) => titolo)).toEqual(['Altro', 'Altro']);
  expect(contenuto.piano?.voci.map(({ contributoCents }) => contributoCents).sort()).toEqual(['21000', '21000', '29000', '29000']);
});

test('se la prima toglie ciò che la seconda cambia, la seconda si ferma e dice dove', async () => {
  const incorso = await unProgettoInCorso();
  const togli = await daDecidere(
    incorso,
    'azioni',
    conPiano(({ azioni, voci }) => ({ azioni: azioni.slice(0, 1), voci: voci.filter((v) => v.azioneId === azioni[0]?.id) })),
  );
  const budget = await daDecidere(incorso, 'budget', sposta(-11_000));
  await accogliModifica(incorso.chi.dirigente, decisione(incorso, togli));
  await rifiutata(
    incorso,
    () => accogliModifica(incorso.chi.dirigente, decisione(incorso, budget)),
    'modifica.pianoCambiato',
    /Azione A2, Beni/,
  );
});

test('una modifica approvata mentre si presenta la relazione: o la relazione è già presentata e resta com’era, o segue le azioni', async () => {
  const incorso = await unProgettoInCorso();
  const { progetto, partner, terzo, chi } = incorso;
  const rapporto = await unRapporto({ progetto, parti: ['CONSEGNATO', 'CONSEGNATO'] });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01', rev = 1 where rapporto_id = $1`, [rapporto.id]);
  const richiestaId = await daDecidere(incorso, 'partner', passaAlTerzo(incorso));
  const esiti = await inGara(
    { tabella: 'rapporto_progetto', id: rapporto.id },
    () => presentaRapporto(chi.referente, { rapportoId: rapporto.id }),
    () => accogliModifica(chi.dirigente, decisione(incorso, richiestaId)),
  );
  expect(esiti).toEqual(['fulfilled', 'fulfilled']);
  // la relazione è arrivata prima: ciò che il partner ha scritto resta suo
  const firme = await righe('select organizzazione_id as id from avanzamento where rapporto_id = $1', [rapporto.id]);
  expect(firme.map(({ id }) => id)).toContain(partner.id);
  expect(firme.map(({ id }) => id)).not.toContain(terzo.id);
  expect(await righe('select stato from rapporto_progetto where id = $1', [rapporto.id])).toEqual([{ stato: 'PRESENTATO' }]);
});

test('una modifica approvata mentre la Regione approva la relazione: nessuna aspetta l’altra, valgono tutte e due', async () => {
  const incorso = await unProgettoInCorso();
  const rapporto = await unRapporto({ progetto: incorso.progetto, stato: 'IN_VERIFICA' });
  const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
  const arbitro = await superutente.connect();
  try {
    await arbitro.query('begin');
    await arbitro.query('select from rapporto_progetto where id = $1 for update', [rapporto.id]);
    const approvazione = approvaRapporto(incorso.chi.istruttore, { rapportoId: rapporto.id });
    await tuttiFermi(1, () => 0);
    expect(await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId))).toEqual({ stato: 'ACCOLTA', versione: 2 });
    await arbitro.query('rollback');
    await approvazione;
  } finally {
    arbitro.release(true);
  }
  expect(await righe('select stato from rapporto_progetto where id = $1', [rapporto.id])).toEqual([{ stato: 'APPROVATO' }]);
});

test('un ente esce mentre compila la sua parte: ciò che ha scritto lo trova chi ne risponde ora, e lui non scrive più', async () => {
  const incorso = await unProgettoInCorso();
  const { progetto, partner, terzo, chi } = incorso;
  const rapporto = await unRapporto({ progetto });
  const richiestaId = await daDecidere(incorso, 'partner', passaAlTerzo(incorso));
  await accogliModifica(chi.dirigente, decisione(incorso, richiestaId));
  const azione = progetto.azioni[1];
  expect(
    await righe('select organizzazione_id as id, percentuale::int as p from avanzamento where rapporto_id = $1 and azione_id = $2', [
      rapporto.id,
      azione?.id,
    ]),
  ).toEqual([{ id: terzo.id, p: 40 }]);
  expect(
    await righe('select stato from rapporto_ente where rapporto_id = $1 and organizzazione_id = any ($2) order by stato::text', [
      rapporto.id,
      [partner.id, terzo.id],
    ]),
  ).toEqual([{ stato: 'APERTO' }, { stato: 'NON_DOVUTO' }]);
  const scritto = {
    rapportoId: rapporto.id,
    azioneId: azione?.id ?? '',
    rev: 0,
    stato: 'IN_CORSO' as const,
    percentuale: 50,
    inizioEffettivo: '2019-12-02',
    fineStimata: null,
    fineEffettiva: null,
    contromisura: null,
    nota: null,
    quantita: [],
    cause: [],
  };
  await expect(salvaAvanzamento(chi.partner, scritto as unknown as Parameters<typeof salvaAvanzamento>[1])).rejects.toMatchObject({
    message: expect.stringMatching(/./),
  });
  expect(
    await righe('select percentuale::int as p from avanzamento where rapporto_id = $1 and azione_id = $2', [rapporto.id, azione?.id]),
  ).toEqual([{ p: 40 }]);
});

test('la relazione aperta dopo è legata alla versione nuova', async () => {
  const incorso = await unProgettoInCorso();
  const periodo = await unPeriodo(incorso.progetto);
  const { versione } = await presentaModifica(incorso.chi.referente, {
    progettoId: incorso.progetto.id,
    richiestaId: await unaBozza(incorso, 'budget', sposta(100)),
  });
  await superutente.query(`update periodo set dal = '2019-10-01', al = '2019-12-31', scadenza = '2020-01-31' where id = $1`, [periodo.id]);
  await apriRapporto(incorso.chi.referente, { periodoId: periodo.id });
  const [legata] = await righe(
    'select v.numero from rapporto_progetto r join versione_progetto v on v.id = r.versione_id where r.periodo_id = $1',
    [periodo.id],
  );
  expect(legata?.numero).toBe(versione);
});

test('un guasto a metà non lascia nulla', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
  await superutente.query(`update progetto set importo_assegnato_cents = 1 where id = $1`, [incorso.progetto.id]);
  await rifiutata(incorso, () => accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId)), 'modifica.incompleta', /supera/);
});
