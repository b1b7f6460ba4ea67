import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { ripresentaRapporto } from '@/lib/attuazione/commands/ripresentaRapporto';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { compilata, type Persona, type Pratica, rifiutato, unaPratica } from '@/tests/support/pratica';

const DOMANDA = 'Perché la fine è slittata di un mese?';
const RISPOSTA = 'Per la chiusura delle sedi a marzo';
const chiedi = ({ chi, rapportoId, azioneDelPartner }: Pratica, persona: Persona = 'istruttore', azioneId = azioneDelPartner.id) =>
  chiediChiarimento(chi[persona], { rapportoId, azioneId, domanda: DOMANDA });
const rispondi = ({ chi }: Pratica, chiarimentoId: string, persona: Persona = 'referente') =>
  rispondiChiarimento(chi[persona], { chiarimentoId, risposta: RISPOSTA });

test('chi può chiedere, rispondere e chiudere; gli altri leggono perché no', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  for (const persona of ['referente', 'partner', 'valutatore'] as const)
    await rifiutato(pratica, () => chiedi(pratica, persona), 'rapporto.ruoloMancante', /Serve il ruolo di istruttore o dirigente/);
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await rifiutato(pratica, () => chiedi(pratica, persona), 'rapporto.nonTrovato', /non esiste/);
  const { chiarimentoId } = await chiedi(pratica);
  for (const persona of ['operatore', 'partner', 'istruttore'] as const)
    await rifiutato(
      pratica,
      () => rispondi(pratica, chiarimentoId, persona),
      'rapporto.ruoloMancante',
      /Serve il ruolo di referente dell’ente capofila/,
    );
  for (const persona of ['estraneo', 'altraRegione'] as const) {
    await rifiutato(pratica, () => rispondi(pratica, chiarimentoId, persona), 'chiarimento.nonTrovato', /non esiste o non puoi vederlo/);
    await rifiutato(pratica, () => chiudiChiarimento(pratica.chi[persona], { chiarimentoId }), 'chiarimento.nonTrovato', /non esiste/);
  }
  await rifiutato(
    pratica,
    () => chiudiChiarimento(pratica.chi.istruttore, { chiarimentoId }),
    'chiarimento.nonRisposto',
    /a cui l’ente ha risposto/,
  );
  await rispondi(pratica, chiarimentoId);
  for (const persona of ['referente', 'valutatore'] as const)
    await rifiutato(
      pratica,
      () => chiudiChiarimento(pratica.chi[persona], { chiarimentoId }),
      'rapporto.ruoloMancante',
      /istruttore o dirigente/,
    );
});

test('una domanda su un’azione di un altro progetto è rifiutata e non ferma l’orologio', async () => {
  const [pratica, altra] = [await unaPratica({ stato: 'IN_VERIFICA' }), await unaPratica()];
  for (const azioneId of [altra.azione.id, randomUUID()])
    await rifiutato(pratica, () => chiedi(pratica, 'istruttore', azioneId), 'azione.nonTrovata', /non fa parte del progetto/);
});

test('una domanda alla volta su un’azione, anche se due la fanno insieme', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const esiti = await Promise.allSettled([chiedi(pratica), chiedi(pratica, 'collega')]);
  expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await rifiutato(pratica, () => chiedi(pratica), 'chiarimento.giaAperto', /in attesa di risposta/);
  await chiedi(pratica, 'istruttore', pratica.azione.id);
});

test('non si risponde due volte, né con l’azione riaperta lasciata incompleta, né si ripresenta con domande aperte', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const [{ chiarimentoId: prima }, { chiarimentoId: seconda }] = [
    await chiedi(pratica),
    await chiedi(pratica, 'collega', pratica.azione.id),
  ];
  await rispondi(pratica, prima);
  await rifiutato(pratica, () => rispondi(pratica, prima), 'chiarimento.giaRisposto', /già stato risposto/);
  await rifiutato(
    pratica,
    () => ripresentaRapporto(pratica.chi.referente, pratica),
    'rapporto.chiarimentiAperti',
    /Rispondi prima ai chiarimenti/,
  );
  await salvaAvanzamento(pratica.chi.partner, compilata(pratica, pratica.azioneDelPartner, { percentuale: null }));
  await rifiutato(pratica, () => rispondi(pratica, seconda), 'rapporto.incompleto', /«Azione 2»: Scrivi l’avanzamento/);
});

test.for(['PRESENTATO', 'APPROVATO', 'RESPINTO'] as const)('su una relazione %s non si chiedono chiarimenti', async (stato) => {
  const pratica = await unaPratica({ stato });
  await rifiutato(pratica, () => chiedi(pratica), 'rapporto.attoNonAmmesso', /nello stato attuale/);
});
