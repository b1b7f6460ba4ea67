import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { commandAs } from '@/lib/db/scope';
import { nuovaVersione } from '@/lib/modifiche/commands/_nuovaVersione';
import { accogliModifica } from '@/lib/modifiche/commands/accogliModifica';
import { annullaModifica } from '@/lib/modifiche/commands/annullaModifica';
import { apriModifica } from '@/lib/modifiche/commands/apriModifica';
import { prendiInCaricoModifica } from '@/lib/modifiche/commands/prendiInCaricoModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { respingiModifica } from '@/lib/modifiche/commands/respingiModifica';
import { salvaModifica } from '@/lib/modifiche/commands/salvaModifica';
import { leggiCodaModifiche, leggiModifiche } from '@/lib/modifiche/queries';
import { leggiModifica } from '@/lib/modifiche/queriesModifica';
import { quotaSpostata } from '@/lib/modifiche/quota';
import {
  conDate,
  conPiano,
  conTitolo,
  daDecidere,
  type InCorso,
  inVigoreDi,
  type PersonaInCorso,
  rifiutata,
  sposta,
  unaBozza,
  unProgettoInCorso,
} from '@/tests/support/progettoInCorso';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const scelta = ({ progetto }: InCorso, richiestaId: string) => ({ progettoId: progetto.id, richiestaId });
const decisione = (incorso: InCorso, richiestaId: string) => ({
  ...scelta(incorso, richiestaId),
  accolte: null,
  atto: 'DD 12',
  dataAtto: '2020-01-10',
  nota: null,
});
const stato = (incorso: InCorso, nuovo: string) =>
  superutente.query('update progetto set stato = $2 where id = $1', [incorso.progetto.id, nuovo]);

describe('chi può', () => {
  test.each<[PersonaInCorso, string]>([
    ['partner', 'progetto.ruoloMancante'],
    ['istruttore', 'progetto.ruoloMancante'],
    ['dirigente', 'progetto.ruoloMancante'],
    ['estraneo', 'progetto.nonTrovato'],
    ['altraRegione', 'progetto.nonTrovato'],
  ])('%s non apre una modifica', async (persona, codice) => {
    const incorso = await unProgettoInCorso();
    await rifiutata(
      incorso,
      () => apriModifica(incorso.chi[persona], { progettoId: incorso.progetto.id, dominio: 'budget' }),
      codice,
      /capofila|vederl/,
    );
  });

  test('l’operatore prepara ma non presenta né annulla', async () => {
    const incorso = await unProgettoInCorso();
    const richiestaId = await unaBozza(incorso, 'azioni', conTitolo('Altro'));
    const atti = [presentaModifica, annullaModifica];
    for (const atto of atti)
      await rifiutata(incorso, () => atto(incorso.chi.operatore, scelta(incorso, richiestaId)), 'progetto.ruoloMancante', /referente/);
  });

  test('l’istruttore non decide ciò che spetta al dirigente, e la frase dice chi serve', async () => {
    const incorso = await unProgettoInCorso();
    const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
    await rifiutata(
      incorso,
      () => accogliModifica(incorso.chi.istruttore, decisione(incorso, richiestaId)),
      'modifica.ruoloMancante',
      /dirigente/,
    );
    const no = { ...scelta(incorso, richiestaId), nota: 'Non motivata', atto: 'DD 100/2020', dataAtto: '2020-01-10' };
    await rifiutata(incorso, () => respingiModifica(incorso.chi.istruttore, no), 'modifica.ruoloMancante', /dirigente/);
    await rifiutata(incorso, () => respingiModifica(incorso.chi.referente, no), 'modifica.ruoloMancante', /dirigente/);
    await rifiutata(
      incorso,
      () => accogliModifica(incorso.chi.altraRegione, decisione(incorso, richiestaId)),
      'progetto.nonTrovato',
      /vederl/,
    );
  });

  test('un altro ente e un’altra Regione non leggono nulla', async () => {
    const incorso = await unProgettoInCorso();
    const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
    for (const persona of ['estraneo', 'altraRegione'] as const) {
      expect(await leggiModifica(incorso.chi[persona], incorso.progetto.id, richiestaId)).toBeNull();
      expect(await leggiModifiche(incorso.chi[persona], incorso.progetto.id)).toBeNull();
    }
    expect((await leggiCodaModifiche(incorso.chi.altraRegione)).map(({ id }) => id)).not.toContain(richiestaId);
    expect(await leggiModifica(incorso.chi.partner, incorso.progetto.id, richiestaId)).toMatchObject({ capofila: false });
  });

  test('una richiesta di un altro progetto non si raggiunge con l’indirizzo del proprio', async () => {
    const [mio, altrui] = [await unProgettoInCorso(), await unProgettoInCorso()];
    const richiestaId = await daDecidere(altrui, 'azioni', conTitolo('Altro'));
    await rifiutata(mio, () => annullaModifica(mio.chi.referente, scelta(mio, richiestaId)), 'modifica.nonTrovata', /non esiste/);
  });
});

describe('quando', () => {
  test('una sola aperta per ambito', async () => {
    const incorso = await unProgettoInCorso();
    await unaBozza(incorso, 'budget', sposta(100));
    const apri = () => apriModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, dominio: 'budget' });
    await rifiutata(incorso, apri, 'modifica.giaAperta', /numero 1/);
    await apriModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, dominio: 'azioni' });
  });

  test.each(['CONCLUSO', 'REVOCATO', 'RITIRATO', 'APPROVATO'])(
    'progetto %s: non si apre, non si presenta, non si accoglie',
    async (fine) => {
      const incorso = await unProgettoInCorso();
      const bozza = await unaBozza(incorso, 'budget', sposta(100));
      const esame = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
      await stato(incorso, fine);
      const { referente, dirigente } = incorso.chi;
      await rifiutata(
        incorso,
        () => apriModifica(referente, { progettoId: incorso.progetto.id, dominio: 'sede' }),
        'modifica.progettoChiuso',
        /piano/,
      );
      await rifiutata(incorso, () => presentaModifica(referente, scelta(incorso, bozza)), 'modifica.progettoChiuso', /piano/);
      await rifiutata(incorso, () => accogliModifica(dirigente, decisione(incorso, esame)), 'modifica.progettoChiuso', /piano/);
      await respingiModifica(dirigente, {
        ...scelta(incorso, esame),
        nota: 'Il progetto non prosegue',
        atto: 'DD 100/2020',
        dataAtto: '2020-01-10',
      });
    },
  );

  test('con una rinuncia in corso il piano è fermo', async () => {
    const incorso = await unProgettoInCorso();
    const bozza = await unaBozza(incorso, 'budget', sposta(100));
    const esame = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
    const { progetto, capofila } = incorso;
    const rinuncia = { genere: 'RINUNCIA', stato: 'CHIESTA', motivazione: 'Non si può', organizzazione_id: capofila.id };
    await inserisci(superutente, 'cessazione', { regione_id: progetto.regione.id, progetto_id: progetto.id, ...rinuncia });
    await rifiutata(incorso, () => presentaModifica(incorso.chi.referente, scelta(incorso, bozza)), 'modifica.rinuncia', /rinunciare/);
    await rifiutata(incorso, () => accogliModifica(incorso.chi.dirigente, decisione(incorso, esame)), 'modifica.rinuncia', /rinunciare/);
  });

  test('ogni passo al suo posto: non si decide prima di prendere in carico, non si presenta due volte, non si riapre ciò che è deciso', async () => {
    const incorso = await unProgettoInCorso();
    const { referente, dirigente, istruttore } = incorso.chi;
    const richiestaId = await unaBozza(incorso, 'azioni', conTitolo('Altro'));
    const io = scelta(incorso, richiestaId);
    await rifiutata(incorso, () => prendiInCaricoModifica(istruttore, io), 'modifica.nonTrovata', /non esiste/);
    await presentaModifica(referente, io);
    await rifiutata(incorso, () => accogliModifica(dirigente, decisione(incorso, richiestaId)), 'modifica.altroStato', /prendi in carico/);
    await rifiutata(incorso, () => presentaModifica(referente, io), 'modifica.altroStato', /presentata/);
    await rifiutata(
      incorso,
      () => salvaModifica(referente, { ...io, rev: 1, motivazione: 'x', operazioni: [] }),
      'modifica.altroStato',
      /presentata/,
    );
    await prendiInCaricoModifica(istruttore, io);
    await accogliModifica(dirigente, decisione(incorso, richiestaId));
    for (const atto of [
      () => accogliModifica(dirigente, decisione(incorso, richiestaId)),
      () => respingiModifica(dirigente, { ...io, nota: 'Troppo tardi', atto: 'DD 100/2020', dataAtto: '2020-01-10' }),
      () => annullaModifica(referente, io),
    ])
      await rifiutata(incorso, atto, 'modifica.altroStato', /accolta/);
  });
});

describe('che cosa', () => {
  test('vuota o senza motivazione non si presenta', async () => {
    const incorso = await unProgettoInCorso();
    const { referente } = incorso.chi;
    const { richiestaId } = await apriModifica(referente, { progettoId: incorso.progetto.id, dominio: 'budget' });
    const io = scelta(incorso, richiestaId);
    await rifiutata(incorso, () => presentaModifica(referente, io), 'modifica.vuota', /non cambia/);
    await salvaModifica(referente, { ...io, rev: 0, motivazione: 'no', operazioni: [] });
    await rifiutata(incorso, () => presentaModifica(referente, io), 'modifica.vuota', /non cambia/);
  });

  test('ciò che non regge non si presenta: oltre l’assegnato, fuori dalle date, ente che lascia azioni', async () => {
    const incorso = await unProgettoInCorso();
    const presenta = (richiestaId: string) => () => presentaModifica(incorso.chi.referente, scelta(incorso, richiestaId));
    const oltre = await unaBozza(
      incorso,
      'budget',
      conPiano(({ azioni, voci }) => ({ azioni, voci: voci.map((v) => ({ ...v, contributoCents: '50001' })) })),
    );
    await rifiutata(incorso, presenta(oltre), 'modifica.incompleta', /supera di 1\.000,04/);
    const fuori = await unaBozza(incorso, 'cronoprogramma', conDate('2019-10-01', '2021-04-01'));
    await rifiutata(incorso, presenta(fuori), 'modifica.incompleta', /finisce dopo la fine del progetto/);
    const esce = await unaBozza(incorso, 'partner', (c) => ({ ...c, partner: c.partner.slice(0, 1) }));
    await rifiutata(incorso, presenta(esce), 'modifica.incompleta', /Per far uscire .* azione A2/);
  });

  test.each([
    [{ percorso: 'titolo', prima: null, dopo: 'x' }],
    [{ percorso: 'anagrafica/sede', prima: 'Via Roma 1', dopo: 'x' }],
    [{ percorso: 'voci/a:b:c', prima: null, dopo: { contributoCents: '-1', cofinanziamentoCents: '0', naturaCents: '0' } }],
    [{ percorso: 'voci/a:b:c', prima: null, dopo: 'tanto' }],
  ])('un’operazione contraffatta si rifiuta (%#)', async (operazione) => {
    const incorso = await unProgettoInCorso();
    const { richiestaId } = await apriModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, dominio: 'budget' });
    const salva = () =>
      salvaModifica(incorso.chi.referente, { ...scelta(incorso, richiestaId), rev: 0, motivazione: '', operazioni: [operazione] });
    await rifiutata(incorso, salva, 'modifica.nonValida', /non è più valida/);
  });

  test('una parte che da sola non regge non si accoglie', async () => {
    const incorso = await unProgettoInCorso();
    const { terzo, partner, progetto } = incorso;
    const richiestaId = await daDecidere(incorso, 'partner', (contenuto) => ({
      ...conPiano(({ azioni, voci }) => ({
        voci,
        azioni: azioni.map((a) => (a.organizzazioneId === partner.id ? { ...a, organizzazioneId: terzo.id } : a)),
      }))(contenuto),
      partner: [...contenuto.partner, { organizzazioneId: terzo.id, denominazione: '', ruolo: 'PARTNER_ETS' }],
    }));
    const senzaEntrata = [`azioni/${progetto.azioni[1]?.id}/organizzazioneId`];
    const accogli = (accolte: string[]) => () =>
      accogliModifica(incorso.chi.dirigente, { ...decisione(incorso, richiestaId), accolte, nota: 'Solo questo' });
    await rifiutata(incorso, accogli(senzaEntrata), 'modifica.incompleta', /non fa parte dell’aggregazione/);
    await rifiutata(incorso, accogli([]), 'modifica.nullaDiAccolto', /almeno un cambiamento/);
    await rifiutata(incorso, accogli(['azioni/inventata']), 'modifica.nonValida', /ricaricala/);
    const senzaNota = () =>
      accogliModifica(incorso.chi.dirigente, { ...decisione(incorso, richiestaId), accolte: [`partner/${terzo.id}`] });
    await rifiutata(incorso, senzaNota, 'modifica.parteSenzaNota', /perché/);
    const futuro = () => accogliModifica(incorso.chi.dirigente, { ...decisione(incorso, richiestaId), dataAtto: '2999-01-01' });
    await rifiutata(incorso, futuro, 'decisione.attoNelFuturo', /futuro/);
  });
});

describe('nemmeno chiedendolo al database', () => {
  test('il capofila non mette in vigore da solo ciò che va approvato', async () => {
    const incorso = await unProgettoInCorso();
    const { referente } = incorso.chi;
    const richiestaId = await unaBozza(incorso, 'budget', sposta(-11_000));
    await superutente.query(`update richiesta_modifica set regime = 'COMUNICAZIONE' where id = $1`, [richiestaId]);
    const { contenuto } = await inVigoreDi(referente, incorso.progetto.id);
    const prova = (nuovo: typeof contenuto) =>
      commandAs(referente, async (tx) => {
        await nuovaVersione(tx, referente, {
          progettoId: incorso.progetto.id,
          richiestaId,
          dal: '2020-07-09',
          base: contenuto,
          contenuto: nuovo,
        });
        return {
          result: undefined,
          evento: { atto: 'modifica.registrata', oggetto: 'richiesta_modifica', oggettoId: richiestaId, progettoId: incorso.progetto.id },
        };
      });
    for (const nuovo of [
      sposta(-11_000)(contenuto),
      conTitolo('Altro')(contenuto),
      { ...contenuto, partner: contenuto.partner.slice(0, 1) },
    ])
      await rifiutata(incorso, () => prova(nuovo), 'stato.transizioneNonAmmessa', /non è possibile/);
  });

  test('nessuno salta uno stato o riscrive ciò che ha presentato', async () => {
    const incorso = await unProgettoInCorso();
    const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro'));
    const { referente, istruttore, dirigente, partner } = incorso.chi;
    expect(await sqlCome(referente, `update richiesta_modifica set motivazione = 'altra' where id = $1`, [richiestaId])).toMatchObject({
      codice: 'CT001',
    });
    expect(await sqlCome(referente, `update richiesta_modifica set stato = 'ACCOLTA' where id = $1`, [richiestaId])).toMatchObject({
      codice: 'CT001',
    });
    expect(await sqlCome(istruttore, `update richiesta_modifica set stato = 'ACCOLTA' where id = $1`, [richiestaId])).toMatchObject({
      codice: 'CT001',
    });
    expect(await sqlCome(dirigente, `update richiesta_modifica set stato = 'BOZZA' where id = $1`, [richiestaId])).toMatchObject({
      codice: 'CT001',
    });
    expect(await sqlCome(partner, `update richiesta_modifica set stato = 'ANNULLATA' where id = $1`, [richiestaId])).toMatchObject({
      n: 0,
    });
  });
});

test('la quota spostata è la stessa in TypeScript e nel database', async () => {
  const incorso = await unProgettoInCorso();
  const [azione] = incorso.progetto.azioni;
  const importo = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 999_999_999 }));
  const voci = fc.tuple(importo, importo, importo).map((importi) =>
    importi.map((cents, i) => ({
      id: `v${i}`,
      azioneId: azione?.id ?? '',
      categoria: `c${i}`,
      organizzazioneId: incorso.capofila.id,
      contributoCents: String(cents),
      cofinanziamentoCents: '7',
      naturaCents: '0',
    })),
  );
  let numero = 1;
  await fc.assert(
    fc.asyncProperty(voci, voci, async (prima, dopo) => {
      numero += 1;
      await inserisci(superutente, 'versione_progetto', {
        regione_id: incorso.progetto.regione.id,
        progetto_id: incorso.progetto.id,
        numero,
        fase: 'RIMODULAZIONE',
        genere: 'APPROVATA',
        contenuto: JSON.stringify({ piano: { azioni: [], voci: prima } }),
        sha256: 'x',
        protocollo: 'x',
        organizzazione_id: incorso.capofila.id,
        creata_da: incorso.capofila.utente.id,
      });
      const { rows } = await superutente.query('select app.quota_spostata($1, $2::jsonb) as q', [
        incorso.progetto.id,
        JSON.stringify({ piano: { voci: dopo } }),
      ]);
      expect(quotaSpostata(prima, dopo)).toBe(rows[0].q);
    }),
    { numRuns: 60 },
  );
});
