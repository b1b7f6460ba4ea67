import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { ripresentaRapporto } from '@/lib/attuazione/commands/ripresentaRapporto';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { termineVerifica } from '@/lib/attuazione/rules';
import { compilata, dopo, eventi, type Pratica, rifiutato, statoDi, una, unaPratica, versioniDi } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

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
  await riapri(pratica);
  expect(await rapporto(pratica)).toMatchObject({
    stato: 'CHIARIMENTI',
    deciso_il: null,
    nota_decisione: NOTA,
    sospeso_dal: chi.dirigente.adesso,
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
  const { istruttore, dirigente, referente } = pratica.chi;
  const { rapportoId } = pratica;
  const presentata = istruttore.adesso;
  await superutente.query('update rapporto_progetto set presentato_il = $1 where id = $2', [presentata, rapportoId]);
  await respingiRapporto(dopo(istruttore, 4), { rapportoId, nota: NOTA });
  await riapriRapporto({ ...dirigente, adesso: dopo(istruttore, 64).adesso }, { rapportoId, nota: NOTA });
  await ripresentaRapporto({ ...referente, adesso: dopo(istruttore, 74).adesso }, { rapportoId });
  expect(await rapporto(pratica)).toMatchObject({ sospeso_dal: null, sospeso_secondi: 70 * 86_400 });
  const fermo = { presentatoIl: presentata, sospesoDal: null, sospesoSecondi: 70 * 86_400 };
  expect(termineVerifica(fermo, 15, istruttore.adesso).getTime()).toBeGreaterThan(dopo(istruttore, 85).adesso.getTime());
});
