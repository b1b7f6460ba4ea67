import { describe, expect, test } from 'vitest';
import type { Ruolo } from '@/lib/auth/attore';
import { jsonCanonico } from '@/lib/bandi/canonico';
import { creaBando } from '@/lib/bandi/commands/creaBando';
import { creaProgramma } from '@/lib/bandi/commands/creaProgramma';
import { pubblicaBando } from '@/lib/bandi/commands/pubblicaBando';
import { salvaBozzaBando } from '@/lib/bandi/commands/salvaBozzaBando';
import { bandiAperti, bandiPerTutti, elencaBandi, leggiVersioneBando } from '@/lib/bandi/queries';
import { leggiBando, leggiInizioBando } from '@/lib/bandi/queriesBozza';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';
import { attiSu, configurazioneWecare, pubblicaVersione, SEMPRE_APERTI, unBandoInBozza } from './bandiDiProva';

const unAmministratore = async () => {
  const regione = await unaRegione();
  return { regione, admin: await (await unUtente({ regione, ruolo: 'AMMINISTRATORE' })).attore() };
};
const versioni = async (bandoId: string) =>
  (await superutente.query('select numero, sha256, configurazione from bando_versione where bando_id = $1 order by numero', [bandoId]))
    .rows;

test('creare, salvare e pubblicare un bando lascia una versione congelata, i passi come istanti e un evento per atto', async () => {
  const { regione, admin } = await unAmministratore();
  const configurazione = configurazioneWecare({ passi: [{ fase: 'IDEA', apre: '2020-03-29T02:30', chiude: '2020-10-25T02:30' }] });
  const { bandoId, rev } = await unBandoInBozza(admin, configurazione);
  const { versioneId, numero } = await pubblicaBando(admin, { bandoId, rev });
  expect(numero).toBe(1);
  const [versione] = await versioni(bandoId);
  expect(jsonCanonico(versione.configurazione)).toBe(jsonCanonico(configurazione));
  const { rows } = await superutente.query(`select encode(sha256(convert_to($1, 'UTF8')), 'hex') as impronta`, [
    jsonCanonico(configurazione),
  ]);
  expect(versione.sha256).toBe(rows[0].impronta);
  const passi = await superutente.query('select apre, chiude from passo_bando where bando_id = $1', [bandoId]);
  // la notte di marzo le 2:30 non ci sono; quella di ottobre ci sono due volte, e vale la seconda
  expect(passi.rows.map((p) => [p.apre.toISOString(), p.chiude.toISOString()])).toEqual([
    ['2020-03-29T01:00:00.000Z', '2020-10-25T01:30:00.999Z'],
  ]);
  const bando = await superutente.query('select titolo, atto, dotazione_cents::text from bando where id = $1', [bandoId]);
  expect(bando.rows[0]).toEqual({ titolo: configurazione.titolo, atto: configurazione.atto, dotazione_cents: '640000000' });
  expect(await attiSu(bandoId)).toEqual(['bando.creato', 'bando.bozzaSalvata', 'bando.pubblicato']);
  const letta = await leggiVersioneBando(admin, versioneId);
  expect(letta).toMatchObject({ id: versioneId, bandoId, numero: 1 });
  const ente = await (await unEnte({ regione })).attore();
  expect((await leggiVersioneBando(ente, versioneId))?.configurazione.sezioni).toHaveLength(21);
});

test('una versione pubblicata non si tocca nemmeno dal database', async () => {
  const { admin } = await unAmministratore();
  const { bandoId, rev } = await unBandoInBozza(admin);
  await pubblicaBando(admin, { bandoId, rev });
  await expect(superutente.query(`update bando_versione set nota = 'x' where bando_id = $1`, [bandoId])).rejects.toMatchObject({
    code: 'CT002',
  });
  await expect(superutente.query('delete from bando_versione where bando_id = $1', [bandoId])).rejects.toMatchObject({ code: 'CT002' });
});

test('ripubblicare fa la versione 2 e sposta i termini; la 1 resta com’era', async () => {
  const { admin } = await unAmministratore();
  const prima = configurazioneWecare({ passi: SEMPRE_APERTI });
  const { bandoId, rev } = await unBandoInBozza(admin, prima);
  await pubblicaBando(admin, { bandoId, rev });
  const dopo = {
    ...prima,
    titolo: 'Titolo nuovo',
    passi: SEMPRE_APERTI.map((p) => (p.fase === 'IDEA' ? { ...p, chiude: '2091-01-01T12:00' } : p)),
  };
  await pubblicaVersione(admin, bandoId, rev, dopo);
  const righe = await versioni(bandoId);
  expect(righe.map((v) => [v.numero, v.configurazione.titolo])).toEqual([
    [1, prima.titolo],
    [2, 'Titolo nuovo'],
  ]);
  const { rows } = await superutente.query(`select chiude from passo_bando where bando_id = $1 and fase = 'IDEA'`, [bandoId]);
  expect(rows[0].chiude.toISOString()).toBe('2091-01-01T11:00:00.999Z');
});

describe('chi non è amministratore', () => {
  test.each<Ruolo>(['ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE'])(
    'un %s legge ma non crea, non salva e non pubblica, e gli si dice quale ruolo serve',
    async (ruolo) => {
      const { regione, admin } = await unAmministratore();
      const { bandoId, rev } = await unBandoInBozza(admin);
      const altro = await (await unUtente({ regione, ruolo })).attore();
      const configurazione = configurazioneWecare({ passi: SEMPRE_APERTI });
      const atti = [
        () => creaBando(altro, { programma: 'x', codice: 'X1', titolo: 'x', tipo: 'SPORTELLO', modello: null }),
        () => creaProgramma(altro, { codice: 'X1', titolo: 'x', fondo: '', attoIndirizzo: '' }),
        () => salvaBozzaBando(altro, { bandoId, rev, configurazione }),
        () => pubblicaBando(altro, { bandoId, rev }),
      ];
      for (const atto of atti)
        await expect(atto()).rejects.toMatchObject({
          code: 'bando.ruoloMancante',
          message: expect.stringContaining('Serve il ruolo di amministratore della Regione.'),
        });
      expect((await leggiBando(altro, bandoId))?.bozza?.rev).toBe(rev);
      expect(await versioni(bandoId)).toEqual([]);
    },
  );

  test('il referente di un ente non vede la bozza, e il database gli rifiuta ogni scrittura', async () => {
    const { regione, admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    const ente = await (await unEnte({ regione })).attore();
    await expect(pubblicaBando(ente, { bandoId, rev })).rejects.toMatchObject({ code: 'bando.ruoloMancante' });
    expect(await bandiAperti(ente)).toEqual([]);
    await expect(leggiBando(ente, bandoId)).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
  });

  test('l’amministratore di un’altra Regione non trova né la bozza né la versione', async () => {
    const { admin } = await unAmministratore();
    const { admin: altrove } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    const configurazione = configurazioneWecare({ passi: SEMPRE_APERTI });
    await expect(salvaBozzaBando(altrove, { bandoId, rev, configurazione })).rejects.toMatchObject({ code: 'bando.nonTrovato' });
    await expect(pubblicaBando(altrove, { bandoId, rev })).rejects.toMatchObject({ code: 'bando.nonTrovato' });
    const { versioneId } = await pubblicaBando(admin, { bandoId, rev });
    expect(await leggiVersioneBando(altrove, versioneId)).toBeNull();
    expect(await leggiBando(altrove, bandoId)).toBeNull();
    await expect(
      creaBando(altrove, {
        programma: { codice: 'PX', titolo: 'x', fondo: '', attoIndirizzo: '' },
        codice: 'PX',
        titolo: 'x',
        tipo: 'SPORTELLO',
        modello: versioneId,
      }),
    ).rejects.toMatchObject({ code: 'bando.modelloNonTrovato' });
    expect((await leggiInizioBando(altrove)).modelli).toEqual([]);
  });
});

describe('due persone insieme', () => {
  test('chi salva su una revisione vecchia non sovrascrive: la bozza resta di chi è arrivato prima', async () => {
    const { admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    await salvaBozzaBando(admin, { bandoId, rev, configurazione: configurazioneWecare({ titolo: 'Primo' }) });
    await expect(
      salvaBozzaBando(admin, { bandoId, rev, configurazione: configurazioneWecare({ titolo: 'Secondo' }) }),
    ).rejects.toMatchObject({ code: 'bando.bozzaCambiata' });
    await expect(pubblicaBando(admin, { bandoId, rev })).rejects.toMatchObject({ code: 'bando.bozzaCambiata' });
    expect((await leggiBando(admin, bandoId))?.bozza?.configurazione.titolo).toBe('Primo');
  });

  test('due che pubblicano nello stesso istante: una versione, un evento, e l’altro sa perché', async () => {
    const { admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    const pubblica = () => pubblicaBando(admin, { bandoId, rev });
    expect(await inGara({ tabella: 'bando', id: bandoId }, pubblica, pubblica)).toEqual(['fulfilled', 'bando.nienteDaPubblicare']);
    expect(await versioni(bandoId)).toHaveLength(1);
    expect((await attiSu(bandoId)).filter((a) => a === 'bando.pubblicato')).toHaveLength(1);
  });

  test('due che salvano nello stesso istante: ne resta uno solo, e l’altro riceve il conflitto', async () => {
    const { admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    const salva = (titolo: string) => () => salvaBozzaBando(admin, { bandoId, rev, configurazione: configurazioneWecare({ titolo }) });
    expect(await inGara({ tabella: 'bando', id: bandoId }, salva('Uno'), salva('Due'))).toEqual(['fulfilled', 'bando.bozzaCambiata']);
    expect((await leggiBando(admin, bandoId))?.bozza?.configurazione.titolo).toBe('Uno');
  });

  test('due bandi con lo stesso codice: il secondo si rifiuta sul campo', async () => {
    const { regione, admin } = await unAmministratore();
    const { rows } = await superutente.query('select id from programma where regione_id = $1', [regione.id]);
    const dati = { programma: rows[0].id, codice: 'DOPPIO', titolo: 'Doppio', tipo: 'SPORTELLO' as const, modello: null };
    await creaBando(admin, dati);
    await expect(creaBando(admin, dati)).rejects.toMatchObject({ code: 'bando.codiceUsato', campo: 'codice' });
  });
});

describe('pubblicare si rifiuta', () => {
  test('se la configurazione non è coerente, con la prima cosa da correggere e quante altre', async () => {
    const { admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(
      admin,
      configurazioneWecare({ tipo: 'COMPETITIVO', griglia: [], parita: [], passi: [], dotazioneCents: '0' }),
    );
    await expect(pubblicaBando(admin, { bandoId, rev })).rejects.toMatchObject({
      code: 'bando.incoerente',
      message: expect.stringContaining('Ci sono altre 2 cose'),
    });
    expect(await versioni(bandoId)).toEqual([]);
  });

  test('se toglie un passo già pubblicato', async () => {
    const { admin } = await unAmministratore();
    const { bandoId, rev } = await unBandoInBozza(admin);
    await pubblicaBando(admin, { bandoId, rev });
    await expect(pubblicaVersione(admin, bandoId, rev, configurazioneWecare({ passi: SEMPRE_APERTI.slice(0, 1) }))).rejects.toMatchObject({
      code: 'bando.passoTolto',
    });
  });

  test('se porta la dotazione sotto ciò che è già concesso', async () => {
    const { regione, admin } = await unAmministratore();
    const progetto = await unProgetto({ regione, stato: 'APPROVATO' });
    const { bandoId, rev } = await unBandoInBozza(admin);
    await superutente.query('update progetto set bando_id = $1, importo_assegnato_cents = 5000000 where id = $2', [bandoId, progetto.id]);
    const povero = (dotazioneCents: string) => configurazioneWecare({ passi: SEMPRE_APERTI, dotazioneCents });
    const { rev: dopo } = await salvaBozzaBando(admin, { bandoId, rev, configurazione: povero('4999999') });
    await expect(pubblicaBando(admin, { bandoId, rev: dopo })).rejects.toMatchObject({
      code: 'bando.sottoIlConcesso',
      message: expect.stringContaining('50.000,00'),
    });
    await pubblicaVersione(admin, bandoId, dopo, povero('5000000'));
  });
});

test('gli elenchi dicono a che punto è un bando: bozza alla Regione, aperto agli enti e al pubblico', async () => {
  const { regione, admin } = await unAmministratore();
  const { bandoId, rev } = await unBandoInBozza(admin);
  const ente = await (await unEnte({ regione })).attore();
  const mio = async () => (await elencaBandi(admin)).find((b) => b.id === bandoId);
  expect(await mio()).toMatchObject({ versione: null, passi: [] });
  expect((await bandiPerTutti()).some((b) => b.id === bandoId)).toBe(false);
  await pubblicaBando(admin, { bandoId, rev });
  expect((await mio())?.passi.map((p) => p.fase)).toEqual(['IDEA', 'PROGETTO']);
  expect(await bandiAperti(ente)).toMatchObject([{ id: bandoId, versione: 1, aperto: true, dotazioneCents: '640000000' }]);
  expect((await bandiPerTutti()).find((b) => b.id === bandoId)).toMatchObject({ aperto: true });
});

test('un bando copiato tiene moduli e griglia, non i termini né gli importi', async () => {
  const { admin } = await unAmministratore();
  const { bandoId, rev } = await unBandoInBozza(admin);
  const { versioneId } = await pubblicaBando(admin, { bandoId, rev });
  const copia = await creaBando(admin, {
    programma: { codice: 'COPIE', titolo: 'Copie', fondo: '', attoIndirizzo: '' },
    codice: 'COPIA-1',
    titolo: 'Copia',
    tipo: 'COMPETITIVO',
    modello: versioneId,
  });
  const bozza = (await leggiBando(admin, copia.bandoId))?.bozza;
  expect(bozza?.configurazione).toMatchObject({ titolo: 'Copia', tipo: 'COMPETITIVO', passi: [], dotazioneCents: '0', atto: '' });
  expect([bozza?.configurazione.sezioni.length, bozza?.configurazione.griglia.length, bozza?.rev]).toEqual([21, 7, 1]);
});
