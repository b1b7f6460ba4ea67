import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { accogliModifica } from '@/lib/modifiche/commands/accogliModifica';
import { annullaModifica } from '@/lib/modifiche/commands/annullaModifica';
import { apriModifica } from '@/lib/modifiche/commands/apriModifica';
import { prendiInCaricoModifica } from '@/lib/modifiche/commands/prendiInCaricoModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { respingiModifica } from '@/lib/modifiche/commands/respingiModifica';
import { leggiCodaModifiche, leggiModifiche } from '@/lib/modifiche/queries';
import { leggiModificheDovute } from '@/lib/modifiche/queriesCompiti';
import { leggiModifica } from '@/lib/modifiche/queriesModifica';
import { improntaDi } from '@/lib/versioni/canonico';
import { confrontaVersioni } from '@/lib/versioni/confronto';
import { leggiVersioni, leggiVersioniIntere } from '@/lib/versioni/queries';
import {
  attiDi,
  conDate,
  conPiano,
  conTitolo,
  daDecidere,
  fotografia,
  type InCorso,
  inVigoreDi,
  rifiutata,
  sposta,
  unaBozza,
  unProgettoInCorso,
} from '@/tests/support/progettoInCorso';
import { inserisci, superutente } from '@/tests/support/superutente';

const decisione = ({ progetto }: InCorso, richiestaId: string, accolte: string[] | null = null) => ({
  progettoId: progetto.id,
  richiestaId,
  accolte,
  atto: 'DD 12/2020',
  dataAtto: '2020-01-10',
  nota: accolte ? 'Il resto non è motivato' : null,
});
const righe = async (testo: string, { progetto }: InCorso) => (await superutente.query(testo, [progetto.id])).rows;
/** Ogni versione si rilegge, la sua impronta torna e si confronta con quella prima. */
async function versioniLeggibili({ chi, progetto }: InCorso) {
  const elenco = await leggiVersioni(chi.referente, progetto.id);
  const numeri = (elenco?.versioni ?? []).map(({ numero }) => numero).sort((a, b) => a - b);
  const intere = await leggiVersioniIntere(chi.dirigente, progetto.id, numeri);
  expect(intere?.versioni.map(({ numero }) => numero)).toEqual(numeri);
  const lette = intere?.versioni ?? [];
  for (const versione of lette.filter(({ sha256 }) => sha256 !== 'x')) expect(improntaDi(versione.contenuto)).toBe(versione.sha256);
  return lette.slice(1).map((ora, i) => {
    const prima = lette[i];
    return prima && intere ? confrontaVersioni(prima, ora, intere.nomi) : [];
  });
}

test('uno spostamento sotto la soglia basta comunicarlo: vale subito, con la sua versione, in un atto solo', async () => {
  const incorso = await unProgettoInCorso();
  const { chi, progetto } = incorso;
  const richiestaId = await unaBozza(incorso, 'budget', sposta(5000));
  const esito = await presentaModifica(chi.referente, { progettoId: progetto.id, richiestaId });
  expect(esito).toMatchObject({ stato: 'REGISTRATA', versione: 2, regola: { numeri: { quotaPercento: 10, sogliaPercento: 20 } } });
  expect(await attiDi(incorso)).toEqual(['modifica.aperta', 'modifica.salvata', 'modifica.registrata']);
  expect(
    await righe(
      'select categoria, sum(contributo_cents)::text as c from voce_budget where progetto_id = $1 group by 1 order by 1',
      incorso,
    ),
  ).toEqual([
    { categoria: 'beni', c: '10000' },
    { categoria: 'personale', c: '90000' },
  ]);
  expect(
    await righe(
      'select stato, regime, versione_id is not null as v, presentata_il is not null as p from richiesta_modifica where progetto_id = $1',
      incorso,
    ),
  ).toEqual([{ stato: 'REGISTRATA', regime: 'COMUNICAZIONE', v: true, p: true }]);
  await versioniLeggibili(incorso);
  expect((await leggiModifiche(chi.istruttore, progetto.id))?.richieste).toMatchObject([
    { stato: 'REGISTRATA', versione: 2, cambiamenti: 4 },
  ]);
});

test('le comunicazioni si sommano: a piccoli passi non si evita l’approvazione, e dopo un’approvazione si riparte da zero', async () => {
  const incorso = await unProgettoInCorso();
  const { chi, progetto } = incorso;
  const presenta = async (richiestaId: string) => presentaModifica(chi.referente, { progettoId: progetto.id, richiestaId });
  expect(await presenta(await unaBozza(incorso, 'budget', sposta(-7500)))).toMatchObject({ stato: 'REGISTRATA' });
  const seconda = await unaBozza(incorso, 'budget', sposta(-7500));
  expect(await presenta(seconda)).toMatchObject({
    stato: 'PRESENTATA',
    regola: {
      frase:
        'Sommata alle modifiche già comunicate sposta il 30% del contributo tra categorie di costo: oltre il 20% serve l’approvazione della Regione: decide il dirigente.',
      numeri: { quotaPercento: 30 },
    },
  });
  await prendiInCaricoModifica(chi.istruttore, { progettoId: progetto.id, richiestaId: seconda });
  await accogliModifica(chi.dirigente, decisione(incorso, seconda));
  expect(await presenta(await unaBozza(incorso, 'budget', sposta(-7500)))).toMatchObject({
    stato: 'REGISTRATA',
    regola: { numeri: { quotaPercento: 15 } },
  });
});

test('oltre la soglia decide il dirigente; accolta, il piano in vigore è quello chiesto', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'budget', sposta(-11_000));
  expect((await leggiCodaModifiche(incorso.chi.dirigente)).map(({ id }) => id)).toContain(richiestaId);
  const esito = await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId));
  expect(esito).toEqual({ stato: 'ACCOLTA', versione: 2 });
  expect((await leggiCodaModifiche(incorso.chi.dirigente)).map(({ id }) => id)).not.toContain(richiestaId);
  expect(
    await righe(
      'select categoria, sum(contributo_cents)::text as c from voce_budget where progetto_id = $1 group by 1 order by 1',
      incorso,
    ),
  ).toEqual([
    { categoria: 'beni', c: '42000' },
    { categoria: 'personale', c: '58000' },
  ]);
  expect((await attiDi(incorso)).at(-1)).toBe('modifica.accolta');
  await versioniLeggibili(incorso);
});

test('respinta: il piano è identico, byte per byte, prima e dopo', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'azioni', conTitolo('Altro titolo'));
  const prima = await inVigoreDi(incorso.chi.dirigente, incorso.progetto.id);
  const righePrima = await fotografia(incorso, ['richiesta_modifica', 'evento']);
  const rifiuto = { progettoId: incorso.progetto.id, richiestaId, nota: 'Cambia gli obiettivi', atto: 'DD 100/2020' };
  await rifiutata(
    incorso,
    () => respingiModifica(incorso.chi.dirigente, { ...rifiuto, dataAtto: '2199-01-01' }),
    'decisione.attoNelFuturo',
    /futuro/,
  );
  await respingiModifica(incorso.chi.dirigente, { ...rifiuto, dataAtto: '2020-01-10' });
  expect(await righe('select atto, data_atto::text as del from richiesta_modifica where progetto_id = $1', incorso)).toEqual([
    { atto: 'DD 100/2020', del: '2020-01-10' },
  ]);
  expect(await inVigoreDi(incorso.chi.dirigente, incorso.progetto.id)).toEqual(prima);
  expect(await fotografia(incorso, ['richiesta_modifica', 'evento'])).toEqual(righePrima);
});

test('accolta in parte: entra solo ciò che si è scelto, e la richiesta ricorda che cosa', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'cronoprogramma', conDate('2020-02-29', '2021-01-31'));
  const [una] = incorso.progetto.azioni;
  const scelta = `azioni/${una?.id}/fine`;
  const esito = await accogliModifica(incorso.chi.istruttore, decisione(incorso, richiestaId, [scelta]));
  expect(esito.stato).toBe('ACCOLTA_IN_PARTE');
  const date = await righe(
    `select codice, inizio_previsto::text i, fine_prevista::text f, inizio_originario::text io, fine_originaria::text fo from azione where progetto_id = $1 order by codice`,
    incorso,
  );
  expect(date).toEqual([
    { codice: 'A1', i: '2019-10-01', f: '2021-01-31', io: null, fo: '2021-03-31' },
    { codice: 'A2', i: '2019-10-01', f: '2021-03-31', io: null, fo: null },
  ]);
  const letta = await leggiModifica(incorso.chi.referente, incorso.progetto.id, richiestaId);
  expect(letta?.richiesta).toMatchObject({ accolte: [scelta], notaDecisione: 'Il resto non è motivato', atto: 'DD 12/2020', versione: 2 });
  expect(letta?.base.piano?.azioni[0]?.fine).toBe('2021-03-31');
  expect(letta?.inVigore.piano?.azioni[0]?.fine).toBe('2021-01-31');
  const [differenze] = await versioniLeggibili(incorso);
  // il confronto dice quello e nient'altro
  expect((differenze ?? []).flatMap(({ campi }) => campi.flatMap((campo) => campo.differenze))).toMatchObject([
    { voce: 'Azione A1, fine' },
  ]);
});

test('un progetto importato: la prima modifica si approva sempre e congela anche il piano di partenza', async () => {
  const incorso = await unProgettoInCorso({ congelato: false });
  const richiestaId = await daDecidere(incorso, 'budget', sposta(100));
  await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId));
  expect(
    await righe(
      "select numero, fase, protocollo <> 'piano di partenza' as p from versione_progetto where progetto_id = $1 order by 1",
      incorso,
    ),
  ).toEqual([
    { numero: 1, fase: 'PROGETTO', p: false },
    { numero: 2, fase: 'RIMODULAZIONE', p: true },
  ]);
  const letta = await leggiModifica(incorso.chi.referente, incorso.progetto.id, richiestaId);
  expect(letta?.base.piano?.voci[0]?.contributoCents).not.toBe(letta?.inVigore.piano?.voci[0]?.contributoCents);
  await versioniLeggibili(incorso);
  // la seconda, piccola, ora basta comunicarla
  const seconda = await unaBozza(incorso, 'budget', sposta(100));
  expect(await presentaModifica(incorso.chi.referente, { progettoId: incorso.progetto.id, richiestaId: seconda })).toMatchObject({
    stato: 'REGISTRATA',
    versione: 3,
  });
});

test('le quantità importate senza un intero previsto restano fuori dal piano, e una modifica non le tocca', async () => {
  const incorso = await unProgettoInCorso({ congelato: false });
  const { progetto } = incorso;
  const [azione] = progetto.azioni;
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id, azione_id: azione?.id, unita: 'ore' };
  await inserisci(superutente, 'quantita', { ...chiavi, codice: 'X1', ordine: 8, previsto: 2.5 });
  await inserisci(superutente, 'quantita', { ...chiavi, codice: 'X2', ordine: 9, previsto: null });
  const { contenuto } = await inVigoreDi(incorso.chi.dirigente, progetto.id);
  expect(contenuto.piano?.azioni[0]?.destinatari).toEqual([
    { id: azione?.quantitaId, gruppo: progetto.regione.gruppo, quantita: 100, unita: 'persone' },
  ]);
  const prima = await righe(`select * from quantita where progetto_id = $1 and unita = 'ore' order by codice`, incorso);
  const richiestaId = await daDecidere(
    incorso,
    'destinatari',
    conPiano(({ azioni, voci }) => ({
      voci,
      azioni: azioni.map((a) => ({ ...a, destinatari: a.destinatari.map((d) => ({ ...d, quantita: 5 })) })),
    })),
  );
  await accogliModifica(incorso.chi.istruttore, decisione(incorso, richiestaId));
  expect(await righe(`select * from quantita where progetto_id = $1 and unita = 'ore' order by codice`, incorso)).toEqual(prima);
  expect(await righe(`select count(*)::int as n from quantita where progetto_id = $1`, incorso)).toEqual([{ n: 4 }]);
});

test('un’azione nuova con i suoi costi e una tolta: quella con una storia resta, annullata', async () => {
  const incorso = await unProgettoInCorso();
  const nuova = randomUUID();
  const richiestaId = await daDecidere(
    incorso,
    'azioni',
    conPiano(({ azioni, voci }) => {
      const [prima, seconda] = azioni;
      if (!prima || !seconda) throw new Error('Due azioni.');
      const azione = {
        ...prima,
        id: nuova,
        codice: 'A3',
        titolo: 'Nuova',
        destinatari: [{ id: 'n1', gruppo: incorso.progetto.regione.gruppo, quantita: 30, unita: 'persone' }],
      };
      const voce = {
        id: 'n',
        azioneId: nuova,
        categoria: 'personale',
        organizzazioneId: incorso.capofila.id,
        contributoCents: '50000',
        cofinanziamentoCents: '0',
        naturaCents: '0',
      };
      return { azioni: [prima, azione], voci: [...voci.filter((v) => v.azioneId !== seconda.id), voce] };
    }),
  );
  await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId));
  expect(
    await righe('select codice, annullata_il is not null as annullata from azione where progetto_id = $1 order by 1', incorso),
  ).toEqual([
    { codice: 'A1', annullata: false },
    { codice: 'A2', annullata: true },
    { codice: 'A3', annullata: false },
  ]);
  expect(await righe(`select unita, previsto::int as p from quantita where progetto_id = $1 and azione_id = '${nuova}'`, incorso)).toEqual([
    { unita: 'persone', p: 30 },
  ]);
  await versioniLeggibili(incorso);
});

test('un ente entra e un altro esce: azioni e costi passano, la storia resta', async () => {
  const incorso = await unProgettoInCorso();
  const { partner, terzo, progetto } = incorso;
  const richiestaId = await daDecidere(incorso, 'partner', (contenuto) => ({
    ...conPiano(({ azioni, voci }) => ({
      voci,
      azioni: azioni.map((a) => (a.organizzazioneId === partner.id ? { ...a, organizzazioneId: terzo.id } : a)),
    }))(contenuto),
    partner: [
      ...contenuto.partner.filter(({ organizzazioneId }) => organizzazioneId !== partner.id),
      { organizzazioneId: terzo.id, denominazione: 'Falso', ruolo: 'PARTNER_ETS' },
    ],
  }));
  await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId));
  const enti = await righe(
    'select organizzazione_id as id, ruolo, al is not null as uscito from partecipazione where progetto_id = $1',
    incorso,
  );
  expect(enti).toEqual(
    expect.arrayContaining([
      { id: incorso.capofila.id, ruolo: 'CAPOFILA', uscito: false },
      { id: partner.id, ruolo: 'PARTNER_GESTORE', uscito: true },
      { id: terzo.id, ruolo: 'PARTNER_ETS', uscito: false },
    ]),
  );
  expect(await righe('select distinct organizzazione_id as id from voce_budget where progetto_id = $1', incorso)).toHaveLength(2);
  expect(await righe(`select 1 from voce_budget where progetto_id = $1 and organizzazione_id = '${partner.id}'`, incorso)).toEqual([]);
  // il nome di chi entra lo dice il registro
  const { contenuto } = await inVigoreDi(incorso.chi.dirigente, progetto.id);
  expect(contenuto.partner.find(({ organizzazioneId }) => organizzazioneId === terzo.id)?.denominazione).not.toBe('Falso');
  await versioniLeggibili(incorso);
});

test('il capofila cambia: il nuovo può chiedere modifiche, il vecchio no; a metà non si accoglie', async () => {
  const incorso = await unProgettoInCorso();
  const { partner, capofila, progetto, chi } = incorso;
  const richiestaId = await daDecidere(incorso, 'partner', (contenuto) => ({
    ...contenuto,
    partner: contenuto.partner.map((p) => ({ ...p, ruolo: p.organizzazioneId === partner.id ? 'CAPOFILA' : 'PARTNER_GESTORE' })),
  }));
  const aMeta = accogliModifica(chi.dirigente, decisione(incorso, richiestaId, [`partner/${partner.id}`]));
  await expect(aMeta).rejects.toMatchObject({
    code: 'modifica.incompleta',
    message: expect.stringMatching(/un ente capofila, e uno solo/),
  });
  await accogliModifica(chi.dirigente, decisione(incorso, richiestaId));
  const apri = async (chiApre: typeof partner) => apriModifica(await chiApre.attore(), { progettoId: progetto.id, dominio: 'sede' });
  await expect(apri(capofila)).rejects.toMatchObject({ code: 'progetto.ruoloMancante' });
  await apri(partner);
});

test('destinatari: quantità cambiata, gruppo aggiunto e tolto', async () => {
  const incorso = await unProgettoInCorso();
  const [uno, due] = incorso.progetto.azioni;
  const gruppo = incorso.progetto.regione.gruppo;
  const richiestaId = await daDecidere(
    incorso,
    'destinatari',
    conPiano(({ azioni, voci }) => ({
      voci,
      azioni: azioni.map((a) => ({
        ...a,
        destinatari:
          a.id === uno?.id ? a.destinatari.map((d) => ({ ...d, quantita: 120 })) : [{ id: 'nuovo', gruppo, quantita: 7, unita: 'nuclei' }],
      })),
    })),
  );
  await accogliModifica(incorso.chi.istruttore, decisione(incorso, richiestaId));
  const quante = await righe(
    'select azione_id as a, previsto::int as p, unita as u, tolta_il is not null as t from quantita where progetto_id = $1 order by p',
    incorso,
  );
  expect(quante).toEqual([
    { a: due?.id, p: 7, u: 'nuclei', t: false },
    { a: due?.id, p: 100, u: 'persone', t: true },
    { a: uno?.id, p: 120, u: 'persone', t: false },
  ]);
  await versioniLeggibili(incorso);
});

test('i recapiti si comunicano, il conto si approva; la convenzione segue', async () => {
  const incorso = await unProgettoInCorso();
  const { chi, progetto } = incorso;
  const recapiti = (cambio: object) => (c: Parameters<Parameters<typeof unaBozza>[2]>[0]) =>
    ({ ...c, anagrafica: { ...c.anagrafica, ...cambio } }) as typeof c;
  const referente = await unaBozza(incorso, 'referente', recapiti({ referente: 'Ufficio nuovo', email: 'nuovo@ente.example' }));
  expect(await presentaModifica(chi.referente, { progettoId: progetto.id, richiestaId: referente })).toMatchObject({ stato: 'REGISTRATA' });
  const sede = await unaBozza(incorso, 'sede', recapiti({ sede: 'Via Po 2' }));
  expect(await presentaModifica(chi.referente, { progettoId: progetto.id, richiestaId: sede })).toMatchObject({ stato: 'REGISTRATA' });
  const conto = await daDecidere(incorso, 'dati_bancari', recapiti({ iban: 'it 40 S054 2811 1010 0000 0123 456', intestatario: 'Ente' }));
  await accogliModifica(chi.istruttore, decisione(incorso, conto));
  expect(await righe('select referente, email, sede, iban, intestatario from convenzione where progetto_id = $1', incorso)).toEqual([
    {
      referente: 'Ufficio nuovo',
      email: 'nuovo@ente.example',
      sede: 'Via Po 2',
      iban: 'IT40S0542811101000000123456',
      intestatario: 'Ente',
    },
  ]);
  await versioniLeggibili(incorso);
});

test('«altro» si accoglie senza toccare il piano', async () => {
  const incorso = await unProgettoInCorso();
  const richiestaId = await daDecidere(incorso, 'altro', (c) => c);
  const prima = await inVigoreDi(incorso.chi.dirigente, incorso.progetto.id);
  expect(await accogliModifica(incorso.chi.dirigente, decisione(incorso, richiestaId))).toEqual({ stato: 'ACCOLTA', versione: null });
  expect(await inVigoreDi(incorso.chi.dirigente, incorso.progetto.id)).toEqual(prima);
});

test('annullata: l’ambito torna libero e la Regione non la vede se non l’aveva avuta', async () => {
  const incorso = await unProgettoInCorso();
  const { chi, progetto } = incorso;
  const bozza = await unaBozza(incorso, 'budget', sposta(-11_000));
  expect((await leggiModificheDovute(chi.referente)).map(({ id }) => id)).toEqual([bozza]);
  expect(await leggiModifica(chi.dirigente, progetto.id, bozza)).toBeNull();
  await annullaModifica(chi.referente, { progettoId: progetto.id, richiestaId: bozza });
  expect((await leggiModifiche(chi.dirigente, progetto.id))?.richieste).toEqual([]);
  const presentata = await daDecidere(incorso, 'budget', sposta(-11_000));
  await annullaModifica(chi.referente, { progettoId: progetto.id, richiestaId: presentata });
  expect((await leggiModifiche(chi.dirigente, progetto.id))?.richieste).toMatchObject([{ stato: 'ANNULLATA', numero: 2 }]);
  await apriModifica(chi.operatore, { progettoId: progetto.id, dominio: 'budget' });
});
