import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { piuGiorni } from '@/lib/attuazione/rules';
import { giornoDi } from '@/lib/format/data';
import {
  compilata,
  eventi,
  firmatoDa,
  istanteUltimo,
  type Persona,
  type Pratica,
  passano,
  rifiutato,
  statoDi,
  una,
  unaPratica,
  versioniDi,
} from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const DOMANDA = 'Perché la fine è slittata di un mese?';
const RISPOSTA = 'Per la chiusura delle sedi a marzo';
const chiedi = ({ chi, rapportoId, azioneDelPartner }: Pratica, persona: Persona = 'istruttore', azioneId = azioneDelPartner.id) =>
  chiediChiarimento(chi[persona], { rapportoId, azioneId, domanda: DOMANDA });
const rispondi = ({ chi }: Pratica, chiarimentoId: string, persona: Persona = 'referente') =>
  rispondiChiarimento(chi[persona], { chiarimentoId, risposta: RISPOSTA });
const riaperte = async ({ rapportoId }: Pratica) =>
  (await superutente.query('select azione_id from avanzamento where rapporto_id = $1 and riaperto', [rapportoId])).rows.map(
    ({ azione_id }) => azione_id,
  );
const orologio = ({ rapportoId }: Pratica) => una('select sospeso_dal, sospeso_secondi from rapporto_progetto where id = $1', [rapportoId]);

/** Tanti giorni in secondi, più il poco che la prova stessa impiega. */
const circaGiorni = (giorni: number) =>
  expect.toSatisfy((secondi: number) => secondi >= giorni * 86_400 && secondi < giorni * 86_400 + 600);

test('il giro intero: domanda, azione riaperta, correzione, risposta, nuova versione, chiusura, decisione', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chi, azioneDelPartner } = pratica;
  const { chiarimentoId } = await chiedi(pratica);
  const entro = piuGiorni(giornoDi(chi.istruttore.adesso), 10);
  expect(await una('select stato, domanda, entro::text, risposta from chiarimento where id = $1', [chiarimentoId])).toEqual({
    stato: 'APERTO',
    domanda: DOMANDA,
    entro,
    risposta: null,
  });
  expect([await statoDi(pratica), await riaperte(pratica)]).toEqual(['CHIARIMENTI', [azioneDelPartner.id]]);

  await salvaAvanzamento(chi.partner, compilata(pratica, azioneDelPartner));
  await rispondi(pratica, chiarimentoId);
  expect([await statoDi(pratica), await riaperte(pratica), await versioniDi(pratica)]).toEqual(['IN_VERIFICA', [], 1]);
  const { contenuto } = await una('select contenuto from rapporto_versione where rapporto_id = $1', [pratica.rapportoId]);
  expect(contenuto).toMatchObject({
    azioni: [
      { codice: 'A1', percentuale: 40 },
      { codice: 'A2', percentuale: 60, inizioEffettivo: '2019-12-02' },
    ],
  });

  await rifiutato(pratica, () => approvaRapporto(chi.istruttore, pratica), 'rapporto.chiarimentiPendenti', /chiudi i chiarimenti/);
  await chiudiChiarimento(chi.collega, { chiarimentoId });
  await approvaRapporto(chi.istruttore, pratica);

  const passi = (await eventi(pratica)).map(({ atto, attore_id, prima, dopo }) => [
    atto,
    attore_id,
    (prima as { stato?: string }).stato,
    (dopo as { stato?: string }).stato,
  ]);
  expect(passi).toEqual([
    ['rapporto.chiarimentoChiesto', chi.istruttore.utenteId, 'IN_VERIFICA', 'CHIARIMENTI'],
    ['avanzamento.salvato', chi.partner.utenteId, 'IN_CORSO', 'IN_CORSO'],
    ['chiarimento.risposto', chi.referente.utenteId, 'APERTO', 'RISPOSTO'],
    ['rapporto.ripresentato', chi.referente.utenteId, 'CHIARIMENTI', 'IN_VERIFICA'],
    ['chiarimento.chiuso', chi.collega.utenteId, 'RISPOSTO', 'CHIUSO'],
    ['rapporto.approvato', chi.istruttore.utenteId, 'IN_VERIFICA', 'APPROVATO'],
  ]);
  expect(JSON.stringify(await eventi(pratica))).not.toMatch(/slittata|sedi a marzo/);
  expect((await eventi(pratica))[0]).toMatchObject({ ...firmatoDa(chi.istruttore), dopo: { azione: 'A2', entro } });
});

test('solo l’azione in questione si riapre: le altre restano chiuse, anche al capofila', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  await chiedi(pratica);
  await rifiutato(
    pratica,
    () => salvaAvanzamento(pratica.chi.referente, compilata(pratica, pratica.azione)),
    'avanzamento.chiuso',
    /solo ciò che la Regione ha riaperto/,
  );
  await expect(salvaAvanzamento(pratica.chi.referente, compilata(pratica, pratica.azioneDelPartner))).resolves.toMatchObject({ rev: 2 });
});

test('l’orologio della verifica si ferma alla domanda e riparte alla risposta, sommando ogni sosta', async () => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { chiarimentoId: prima } = await chiedi(pratica);
  const ferma = await istanteUltimo(pratica);
  const { chiarimentoId: seconda } = await chiedi(pratica, 'collega', pratica.azione.id);
  expect(await orologio(pratica)).toEqual({ sospeso_dal: ferma, sospeso_secondi: 0 });
  await passano(3, pratica);
  await rispondi(pratica, prima);
  expect([await statoDi(pratica), await versioniDi(pratica)]).toEqual(['CHIARIMENTI', 0]); // ne resta uno aperto
  await passano(2, pratica);
  await rispondi(pratica, seconda);
  expect(await orologio(pratica)).toEqual({ sospeso_dal: null, sospeso_secondi: circaGiorni(5) });
  await passano(3, pratica);
  const { chiarimentoId: terza } = await chiedi(pratica);
  await passano(1, pratica);
  await rispondi(pratica, terza);
  expect(await orologio(pratica)).toEqual({ sospeso_dal: null, sospeso_secondi: circaGiorni(6) });
  expect(await versioniDi(pratica)).toBe(2);
});
