import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { unPeriodo } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { compilata, eventi, type Pratica, statoDi, una, unaPratica, versioniDi } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const relazione = ({ rapportoId }: Pratica) => ({ tabella: 'rapporto_progetto', id: rapportoId });
const avanzamentoDi = async ({ rapportoId, azioneDelPartner }: Pratica) =>
  String((await una('select id from avanzamento where rapporto_id = $1 and azione_id = $2', [rapportoId, azioneDelPartner.id])).id);
const consegna = ({ chi, rapportoId, enteDelPartner }: Pratica) =>
  consegnaParte(chi.partner, { rapportoId, organizzazioneId: enteDelPartner.id });
const scritta = ({ rapportoId, azioneDelPartner }: Pratica) =>
  una('select percentuale, nota, rev from avanzamento where rapporto_id = $1 and azione_id = $2', [rapportoId, azioneDelPartner.id]);
const atti = async (pratica: Pratica) => (await eventi(pratica)).map(({ atto }) => atto);

test('due funzionari decidono insieme: uno solo ci riesce, un solo evento', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chi, rapportoId } = pratica;
  const esiti = await inGara(
    relazione(pratica),
    () => approvaRapporto(chi.istruttore, { rapportoId }),
    () => respingiRapporto(chi.collega, { rapportoId, nota: 'Le quantità non tornano' }),
  );
  expect(esiti).toEqual(['fulfilled', 'rapporto.cambiato']);
  expect([await statoDi(pratica), await atti(pratica)]).toEqual(['APPROVATO', ['rapporto.approvato']]);
});

test('due istruttori la prendono in carico insieme: resta al primo', async () => {
  const pratica = await unaPratica({ stato: 'PRESENTATO' });
  const { chi } = pratica;
  const esiti = await inGara(
    relazione(pratica),
    () => prendiInCarico(chi.istruttore, pratica),
    () => prendiInCarico(chi.collega, pratica),
  );
  expect(esiti).toEqual(['fulfilled', 'rapporto.cambiato']);
  expect(await una('select assegnato_a from rapporto_progetto where id = $1', [pratica.rapportoId])).toEqual({
    assegnato_a: chi.istruttore.utenteId,
  });
});

test('uno decide mentre un altro chiede un chiarimento: vince il primo, nessuna azione si riapre', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chi, rapportoId, azione } = pratica;
  const esiti = await inGara(
    relazione(pratica),
    () => approvaRapporto(chi.istruttore, { rapportoId }),
    () => chiediChiarimento(chi.collega, { rapportoId, azioneId: azione.id, domanda: 'Perché è in ritardo?' }),
  );
  expect(esiti).toEqual(['fulfilled', 'rapporto.cambiato']);
  expect((await superutente.query('select id from avanzamento where rapporto_id = $1 and riaperto', [rapportoId])).rows).toEqual([]);
});

test.for(['prima il salvataggio', 'prima l’invio'] as const)(
  'salvare mentre si invia (%s): ciò che si congela è ciò che resta',
  async (ordine) => {
    const pratica = await unaPratica();
    await consegna(pratica);
    const salva = () => salvaAvanzamento(pratica.chi.operatore, compilata(pratica, pratica.azioneDelPartner, { percentuale: 77 }));
    const invia = () => presentaRapporto(pratica.chi.referente, pratica);
    const insieme = ordine === 'prima il salvataggio' ? [salva, invia] : [invia, salva];
    const esiti = await inGara({ tabella: 'avanzamento', id: await avanzamentoDi(pratica) }, ...insieme);

    expect(esiti).toEqual(['fulfilled', ordine === 'prima il salvataggio' ? 'fulfilled' : 'avanzamento.chiuso']);
    const { contenuto } = await una('select contenuto from rapporto_versione where rapporto_id = $1', [pratica.rapportoId]);
    const congelata = (contenuto as { azioni: { percentuale: number }[] }).azioni[1]?.percentuale;
    expect(congelata).toBe(ordine === 'prima il salvataggio' ? 77 : 40);
    expect((await scritta(pratica)).percentuale).toBe(congelata);
  },
);

test('due invii insieme: una sola versione, un solo evento', async () => {
  const pratica = await unaPratica();
  await consegna(pratica);
  const invia = () => presentaRapporto(pratica.chi.referente, pratica);
  expect(await inGara(relazione(pratica), invia, invia)).toEqual(['fulfilled', 'rapporto.attoNonAmmesso']);
  expect([await versioniDi(pratica), await atti(pratica)]).toEqual([1, ['parte.consegnata', 'rapporto.presentato']]);
});

test('due persone aprono insieme la stessa relazione: ne nasce una, con le parti una volta sola', async () => {
  const pratica = await unaPratica();
  const { id: periodoId } = await unPeriodo(pratica.progetto, 0);
  const apri = (persona: 'referente' | 'partner') => () => apriRapporto(pratica.chi[persona], { periodoId });
  expect(await inGara({ tabella: 'periodo', id: periodoId }, apri('referente'), apri('partner'))).toEqual([
    'fulfilled',
    'rapporto.giaAperto',
  ]);
  const { rows } = await superutente.query(
    'select e.stato from rapporto_progetto r join rapporto_ente e on e.rapporto_id = r.id where r.periodo_id = $1',
    [periodoId],
  );
  expect([rows.length, await atti(pratica)]).toEqual([2, ['rapporto.aperto']]);
});

test('due persone salvano la stessa azione dalla stessa revisione: il secondo è un conflitto e il testo del primo resta', async () => {
  const pratica = await unaPratica();
  const salva = (persona: 'partner' | 'referente') => () =>
    salvaAvanzamento(pratica.chi[persona], compilata(pratica, pratica.azioneDelPartner, { nota: `Di ${persona}` }));
  const esiti = await inGara({ tabella: 'avanzamento', id: await avanzamentoDi(pratica) }, salva('partner'), salva('referente'));
  expect(esiti).toEqual(['fulfilled', 'avanzamento.conflitto']);
  expect(await scritta(pratica)).toMatchObject({ nota: 'Di partner', rev: 2 });
  expect(await atti(pratica)).toEqual(['avanzamento.salvato']);
});

test('due persone compilano insieme un’azione ancora vuota: la seconda è un conflitto', async () => {
  const pratica = await unaPratica();
  for (const tabella of ['avanzamento_causa', 'quantita_realizzata', 'avanzamento'])
    await superutente.query(`delete from ${tabella} where progetto_id = $1`, [pratica.progetto.id]);
  const salva = (persona: 'partner' | 'referente') => () =>
    salvaAvanzamento(pratica.chi[persona], compilata(pratica, pratica.azioneDelPartner, { rev: 0, nota: `Di ${persona}` }));
  expect(await inGara(relazione(pratica), salva('partner'), salva('referente'))).toEqual(['fulfilled', 'avanzamento.conflitto']);
  expect(await scritta(pratica)).toMatchObject({ nota: 'Di partner', rev: 1 });
});

test('un collega svuota l’azione mentre il partner consegna: non si consegna una parte incompleta', async () => {
  const pratica = await unaPratica();
  const svuota = () => salvaAvanzamento(pratica.chi.partner, compilata(pratica, pratica.azioneDelPartner, { percentuale: null }));
  const esiti = await inGara({ tabella: 'avanzamento', id: await avanzamentoDi(pratica) }, svuota, () => consegna(pratica));
  expect(esiti).toEqual(['fulfilled', 'rapporto.incompleto']);
});

test('una seconda domanda mentre l’ente risponde alla prima: la relazione non torna alla Regione con una domanda aperta', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chi, rapportoId, azione, azioneDelPartner } = pratica;
  const domanda = { rapportoId, azioneId: azione.id, domanda: 'Perché è in ritardo?' };
  const { chiarimentoId } = await chiediChiarimento(chi.istruttore, { ...domanda, azioneId: azioneDelPartner.id });
  const esiti = await inGara(
    relazione(pratica),
    () => chiediChiarimento(chi.collega, domanda),
    () => rispondiChiarimento(chi.referente, { chiarimentoId, risposta: 'Per la chiusura delle sedi' }),
  );
  expect(esiti).toEqual(['fulfilled', 'fulfilled']);
  expect([await statoDi(pratica), await versioniDi(pratica)]).toEqual(['CHIARIMENTI', 0]);
});
