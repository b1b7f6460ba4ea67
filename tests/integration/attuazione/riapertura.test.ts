import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { ripresentaRapporto } from '@/lib/attuazione/commands/ripresentaRapporto';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import {
  compilata,
  eventi,
  istanteUltimo,
  type Pratica,
  passano,
  rifiutato,
  statoDi,
  una,
  unaPratica,
  versioniDi,
} from '@/tests/support/pratica';

const NOTA = 'Le quantità non tornano con gli allegati';
const respinta = async (): Promise<Pratica> => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  await respingiRapporto(pratica.chi.istruttore, { rapportoId: pratica.rapportoId, nota: NOTA });
  return pratica;
};
const riapri = ({ chi, rapportoId }: Pratica, persona: keyof Pratica['chi'] = 'dirigente') =>
  riapriRapporto(chi[persona], { rapportoId, nota: NOTA });
const rapporto = ({ rapportoId }: Pratica) =>
  una('select stato, deciso_il, nota_decisione, presentato_il, sospeso_dal, sospeso_secondi from rapporto_progetto where id = $1', [
    rapportoId,
  ]);

test('respinta, riaperta per intero, corretta, ripresentata, approvata', async () => {
  const pratica = await respinta();
  const { chi } = pratica;
  const respintaIl = await istanteUltimo(pratica);
  await riapri(pratica);
  expect(await rapporto(pratica)).toMatchObject({
    stato: 'CHIARIMENTI',
    deciso_il: null,
    nota_decisione: NOTA,
    sospeso_dal: respintaIl,
  });
  await salvaAvanzamento(chi.partner, compilata(pratica, pratica.azioneDelPartner));
  await salvaAvanzamento(chi.operatore, compilata(pratica, pratica.azione));
  await ripresentaRapporto(chi.referente, pratica);
  expect([await statoDi(pratica), await versioniDi(pratica)]).toEqual(['IN_VERIFICA', 1]);
  await rifiutato(
    pratica,
    () => salvaAvanzamento(chi.operatore, compilata(pratica, pratica.azione, { rev: 2 })),
    'avanzamento.chiuso',
    /riaperto/,
  );
  await approvaRapporto(chi.istruttore, pratica);
  expect((await eventi(pratica)).map(({ atto }) => atto)).toEqual([
    'rapporto.respinto',
    'rapporto.riaperto',
    'avanzamento.salvato',
    'avanzamento.salvato',
    'rapporto.ripresentato',
    'rapporto.approvato',
  ]);
});

test('solo il dirigente riapre, e solo ciò che è respinto', async () => {
  const pratica = await respinta();
  for (const persona of ['istruttore', 'referente', 'valutatore'] as const)
    await rifiutato(
      pratica,
      () => riapri(pratica, persona),
      'rapporto.ruoloMancante',
      /^Non puoi riaprire la relazione\. Serve il ruolo di dirigente\.$/,
    );
  await rifiutato(pratica, () => riapri(pratica, 'altraRegione'), 'rapporto.nonTrovato', /non esiste/);
  for (const stato of ['PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'APPROVATO', 'APPROVATO_CON_RILIEVI'] as const) {
    const altra = await unaPratica({ stato });
    await rifiutato(altra, () => riapri(altra), 'rapporto.attoNonAmmesso', /Non si può riaprire la relazione nello stato attuale/);
  }
});

test('ripresentare: solo il referente del capofila, solo una relazione tornata all’ente, solo completa', async () => {
  const pratica = await respinta();
  const ripresenta = (persona: keyof Pratica['chi']) => () => ripresentaRapporto(pratica.chi[persona], pratica);
  await rifiutato(pratica, ripresenta('referente'), 'rapporto.attoNonAmmesso', /nello stato attuale/);
  await riapri(pratica);
  for (const persona of ['operatore', 'partner', 'dirigente'] as const)
    await rifiutato(pratica, ripresenta(persona), 'rapporto.ruoloMancante', /referente dell’ente capofila/);
  await rifiutato(pratica, ripresenta('estraneo'), 'rapporto.nonTrovato', /non esiste/);
  await salvaAvanzamento(pratica.chi.partner, compilata(pratica, pratica.azioneDelPartner, { stato: null }));
  await rifiutato(pratica, ripresenta('referente'), 'rapporto.incompleto', /«Azione 2»: Scegli lo stato/);
});

test('il tempo passato tra il rigetto e la ripresentazione non consuma i giorni della Regione', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { istruttore, referente } = pratica.chi;
  const { rapportoId } = pratica;
  await passano(4, pratica);
  await respingiRapporto(istruttore, { rapportoId, nota: NOTA });
  await passano(60, pratica);
  await riapri(pratica);
  await passano(10, pratica);
  await ripresentaRapporto(referente, { rapportoId });
  const { sospeso_dal, sospeso_secondi } = await rapporto(pratica);
  expect([sospeso_dal, Math.floor(Number(sospeso_secondi) / 86_400)]).toEqual([null, 70]);
});
