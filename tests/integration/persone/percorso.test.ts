import { expect, test } from 'vitest';
import { correggiIdentita } from '@/lib/persone/commands/correggiIdentita';
import { correggiPartecipazione } from '@/lib/persone/commands/correggiPartecipazione';
import { correggiUscita } from '@/lib/persone/commands/correggiUscita';
import { registraEsitoQuattroSettimane, registraEsitoSeiMesi } from '@/lib/persone/commands/registraEsiti';
import { registraRientro } from '@/lib/persone/commands/registraRientro';
import { registraUscita } from '@/lib/persone/commands/registraUscita';
import { scriviFrequenze } from '@/lib/persone/commands/scriviFrequenze';
import { togliPartecipante } from '@/lib/persone/commands/togliPartecipante';
import { cercaPersone, contaDaFare } from '@/lib/persone/queries';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import {
  EsitoQuattroSettimane,
  EsitoSeiMesi,
  FrequenzeScritte,
  IdentitaDaCorreggere,
  PartecipazioneDaCorreggere,
  RientroScritto,
  UscitaDaCorreggere,
  UscitaScritta,
} from '@/lib/persone/schema';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';
import { type Mondo, modulo, nelDatabase, registra, unCodice, unMondo } from './_mondo';

/** L'orologio della dimostrazione è al 9 luglio 2020. */
const scelto = (partecipanteId: string, rev: number) => ({ partecipanteId, rev: String(rev) });
const esce = (m: Mondo, id: string, rev: number, uscita: string, motivoUscita = 'COMPLETATO') =>
  registraUscita(m.chi.operatore, UscitaScritta.parse({ ...scelto(id, rev), uscita, motivoUscita }));
const esito4 = (m: Mondo, id: string, rev: number, data: string, altro: Record<string, string> = { lavoro: 'SI', cercaLavoro: 'NO' }) =>
  registraEsitoQuattroSettimane(m.chi.operatore, EsitoQuattroSettimane.parse({ ...scelto(id, rev), data, ...altro }));
const bit = async (id: string, codice: string) => {
  const { rows } = await superutente.query(
    `select (t.segni & (1::bigint << (array_position(app.codici_indicatori(), $2) - 1))) <> 0 as vero from partecipante t where id = $1`,
    [id, codice],
  );
  return rows[0].vero;
};

test('ingresso, azioni con le ore, uscita, esiti nei tempi: gli indicatori lo sanno', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m);
  const [prima, altra] = m.progetto.azioni.map((a) => a.id);
  const azioni = {
    [`azioni.${prima}`]: 'si',
    [`dal.${prima}`]: '15/01/2020',
    [`ore.${prima}`]: '12,5',
    [`azioni.${altra}`]: 'si',
    [`dal.${altra}`]: '01/02/2020',
  };
  await scriviFrequenze(m.chi.operatore, FrequenzeScritte.parse({ ...scelto(id, 0), ...azioni }));
  await esce(m, id, 1, '31/03/2020');
  const { rows } = await superutente.query('select ore::text, al::text from frequenza where partecipante_id = $1 order by dal', [id]);
  expect(rows).toEqual([
    { ore: '12.50', al: '2020-03-31' },
    { ore: null, al: '2020-03-31' },
  ]);
  expect(await esito4(m, id, 2, '28/04/2020')).toMatchObject({ valido: true });
  expect(await bit(id, 'EECR04')).toBe(true);
  // fuori dai tempi resta scritto, ma non conta
  expect(await esito4(m, id, 3, '29/04/2020')).toMatchObject({ valido: false });
  expect(await bit(id, 'EECR04')).toBe(false);
  expect((await nelDatabase(id)).esito_4_settimane).toEqual({ cercaLavoro: false, istruzione: false, qualifica: false, lavoro: true });
});

test('prima dell’uscita non ci sono esiti; non si esce prima di entrare, due volte, o nel futuro', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m);
  await expect(esito4(m, id, 0, '01/02/2020')).rejects.toMatchObject({ code: 'partecipante.nonUscito' });
  await expect(esce(m, id, 0, '14/01/2020')).rejects.toMatchObject({ campo: 'uscita' });
  await expect(esce(m, id, 0, '10/07/2020')).rejects.toMatchObject({ campo: 'uscita', message: 'L’uscita non può essere nel futuro.' });
  await esce(m, id, 0, '15/01/2020');
  await expect(esce(m, id, 1, '16/01/2020')).rejects.toMatchObject({ code: 'partecipante.giaUscito' });
  await expect(esito4(m, id, 1, '14/01/2020')).rejects.toMatchObject({ code: 'esito.dataImpossibile', campo: 'data' });
  await expect(esito4(m, id, 1, '10/07/2020')).rejects.toMatchObject({ campo: 'data' });
});

test('un rientro tiene il primo ingresso, azzera gli esiti e li conserva tra i precedenti', async () => {
  const m = await unMondo();
  const { partecipanteId: id, personaId } = await registra(m.chi.referente, m);
  await esce(m, id, 0, '31/01/2020', 'ABBANDONO');
  await esito4(m, id, 1, '10/02/2020');
  const rientra = (rientro: string, rev: number) => registraRientro(m.chi.operatore, RientroScritto.parse({ ...scelto(id, rev), rientro }));
  await expect(rientra('30/01/2020', 2)).rejects.toMatchObject({ campo: 'rientro' });
  await rientra('01/03/2020', 2);
  expect(await bit(id, 'EECR04')).toBe(false);
  const scheda = await leggiPersona(m.chi.referente, personaId);
  expect(scheda?.partecipazioni[0]).toMatchObject({
    ...{ ingresso: '2020-01-15', uscita: null, motivoUscita: null, rientri: 1, esito4Settimane: null, dataEsito4Settimane: null },
    esitiPrecedenti: [
      {
        uscita: '2020-01-31',
        motivoUscita: 'ABBANDONO',
        rientro: '2020-03-01',
        dataEsito4Settimane: '2020-02-10',
        esito4Settimane: { lavoro: true },
      },
    ],
  });
  await expect(rientra('02/03/2020', 3)).rejects.toMatchObject({ code: 'partecipante.nonUscito' });
});

test('due colleghi sulla stessa scheda: uno salva, l’altro sa che è cambiata', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m);
  const esiti = await inGara(
    { tabella: 'partecipante', id },
    () => esce(m, id, 0, '31/03/2020'),
    () => registraUscita(m.chi.referente, UscitaScritta.parse({ ...scelto(id, 0), uscita: '30/03/2020', motivoUscita: 'ALTRO' })),
  );
  expect(esiti).toEqual(['fulfilled', 'partecipante.conflitto']);
  expect((await nelDatabase(id)).uscita).toBe('2020-03-31');
});

test('nessun altro ente può scrivere su una partecipazione, nemmeno il capofila', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.partner, m);
  for (const altro of [m.chi.referente, m.chi.estraneo]) {
    const uscita = UscitaScritta.parse({ ...scelto(id, 0), uscita: '31/03/2020', motivoUscita: 'ALTRO' });
    await expect(registraUscita(altro, uscita)).rejects.toMatchObject({ code: 'partecipante.nonTrovato' });
    await expect(togliPartecipante(altro, { partecipanteId: id, rev: 0 })).rejects.toMatchObject({ code: 'partecipante.nonTrovato' });
  }
  await expect(togliPartecipante(m.chi.istruttore, { partecipanteId: id, rev: 0 })).rejects.toMatchObject({
    code: 'accesso.scritturaNonConsentita',
  });
  expect((await nelDatabase(id)).uscita).toBeNull();
  await togliPartecipante(m.chi.partner, { partecipanteId: id, rev: 0 });
  expect(await nelDatabase(id)).toBeUndefined();
});

test('correggere chi è: età ricalcolata, si ritrova con il nome nuovo e non con il vecchio', async () => {
  const m = await unMondo();
  const { personaId, partecipanteId } = await registra(m.chi.referente, m, { codice: '', senzaCodice: 'NESSUNO' });
  const corregge = (rev: number, altro: Record<string, string> = {}) =>
    correggiIdentita(
      m.chi.operatore,
      IdentitaDaCorreggere.parse({
        personaId,
        rev: String(rev),
        senzaCodice: 'NESSUNO',
        cognome: 'Quagliotto',
        nome: 'Ermelinda',
        sesso: 'X',
        dataNascita: '16/01/1990',
        ...altro,
      }),
    );
  await corregge(0);
  expect(await nelDatabase(partecipanteId)).toMatchObject({ sesso: 'X', eta: 29, conta: true });
  expect((await leggiNomi(m.chi.referente, [personaId], 'SCHEDA')).get(personaId)?.cognome).toBe('Quagliotto');
  expect(await cercaPersone(m.chi.referente, 'quagl')).toEqual([personaId]);
  expect(await cercaPersone(m.chi.referente, 'Zampardi')).toEqual([]);
  await expect(corregge(0)).rejects.toMatchObject({ code: 'partecipante.conflitto' });
  await expect(corregge(1, { dataNascita: '16/01/2020' })).rejects.toMatchObject({ campo: 'dataNascita' });
  // il codice di un'altra persona dell'ente non si può prendere
  const codice = unCodice();
  await registra(m.chi.referente, m, { codice });
  await expect(corregge(1, { codice, senzaCodice: '', confermo: 'si' })).rejects.toMatchObject({
    code: 'persona.codiceDiAltra',
    campo: 'codice',
  });
});

test('quando si scopre il codice di chi non l’aveva, lo pseudonimo diventa quello dell’altro ente e si conta una volta', async () => {
  const m = await unMondo();
  const codice = unCodice();
  const deiPartner = await registra(m.chi.partner, m, { codice });
  const mia = await registra(m.chi.referente, m, {
    codice: '',
    senzaCodice: 'NESSUNO',
    ingresso: '20/01/2020',
    informativaIl: '20/01/2020',
  });
  expect((await nelDatabase(mia.partecipanteId)).conta).toBe(true);
  const chi = { cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F', dataNascita: '29/02/1984' };
  await correggiIdentita(m.chi.referente, IdentitaDaCorreggere.parse({ personaId: mia.personaId, rev: '0', codice, ...chi }));
  const [la, lei] = [await nelDatabase(mia.partecipanteId), await nelDatabase(deiPartner.partecipanteId)];
  expect(la.pseudonimo).toBe(lei.pseudonimo);
  expect([la.conta, lei.conta]).toEqual([false, true]);
});

test('correggere com’era all’ingresso: non dopo l’uscita, non con una revisione vecchia', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m);
  const corregge = (rev: number, altro: Record<string, string> = {}) =>
    correggiPartecipazione(
      m.chi.operatore,
      PartecipazioneDaCorreggere.parse({ ...modulo(m), ...scelto(id, rev), ingresso: '10/01/2020', informativaIl: '10/01/2020', ...altro }),
    );
  await corregge(0, { condizione: 'OCCUPATO_DIPENDENTE', mesiDisoccupazione: '' });
  expect(await nelDatabase(id)).toMatchObject({ ingresso: '2020-01-10', condizione: 'OCCUPATO_DIPENDENTE', mesi_disoccupazione: null });
  await expect(corregge(0)).rejects.toMatchObject({ code: 'partecipante.conflitto' });
  await esce(m, id, 1, '20/01/2020');
  await expect(corregge(2, { ingresso: '21/01/2020' })).rejects.toMatchObject({ campo: 'ingresso' });
});

test('le cose da fare contano gli esiti dovuti e i dati mancanti, mai i deceduti', async () => {
  const m = await unMondo();
  const escono = async (uscita: string, motivo = 'COMPLETATO') => {
    const { partecipanteId } = await registra(m.chi.referente, m);
    await esce(m, partecipanteId, 0, uscita, motivo);
    return partecipanteId;
  };
  await escono('19/06/2020'); // 20 giorni fa: presto
  await escono('18/06/2020'); // 21
  await escono('11/06/2020'); // 28: ancora in tempo
  const tardi = await escono('10/06/2020'); // 29
  await escono('10/06/2020', 'DECESSO');
  await registra(m.chi.referente, m, { condizione: '', mesiDisoccupazione: '' });
  expect(await contaDaFare(m.chi.operatore)).toEqual({ esiti4: 3, esiti4InRitardo: 1, esiti6: 0, esiti6InRitardo: 0, incompleti: 1 });
  await esito4(m, tardi, 1, '01/07/2020');
  expect(await contaDaFare(m.chi.operatore)).toMatchObject({ esiti4: 2, esiti4InRitardo: 0 });
  expect(await contaDaFare(m.chi.partner)).toEqual({ esiti4: 0, esiti4InRitardo: 0, esiti6: 0, esiti6InRitardo: 0, incompleti: 0 });
});

test('l’esito a sei mesi: dentro e fuori la finestra', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m, { ingresso: '15/10/2019', informativaIl: '15/10/2019' });
  await esce(m, id, 0, '31/10/2019');
  const esito6 = (data: string, rev: number) =>
    registraEsitoSeiMesi(m.chi.operatore, EsitoSeiMesi.parse({ ...scelto(id, rev), data, lavoro: 'SI' }));
  expect((await contaDaFare(m.chi.referente)).esiti6InRitardo).toBe(1);
  // 31 ottobre più sei mesi = 30 aprile, trenta giorni prima e dopo
  expect(await esito6('30/05/2020', 1)).toMatchObject({ valido: true });
  expect(await bit(id, 'EECR05')).toBe(true);
  expect(await esito6('31/05/2020', 2)).toMatchObject({ valido: false });
  expect(await bit(id, 'EECR05')).toBe(false);
});

test('un’uscita scritta male si corregge con le azioni che finivano quel giorno; con gli esiti non si toglie', async () => {
  const m = await unMondo();
  const { partecipanteId: id } = await registra(m.chi.referente, m);
  const corregge = (rev: number, uscita: string, motivoUscita = 'ABBANDONO') =>
    correggiUscita(m.chi.operatore, UscitaDaCorreggere.parse({ ...scelto(id, rev), uscita, motivoUscita }));
  await expect(corregge(0, '31/01/2020')).rejects.toMatchObject({ code: 'partecipante.nonUscito' });
  await esce(m, id, 0, '31/03/2020', 'DECESSO');
  await corregge(1, '28/02/2020');
  expect(await nelDatabase(id)).toMatchObject({ uscita: '2020-02-28', motivo_uscita: 'ABBANDONO' });
  const { rows } = await superutente.query('select al::text from frequenza where partecipante_id = $1', [id]);
  expect(rows).toEqual([{ al: '2020-02-28' }]);
  await expect(corregge(2, '14/01/2020')).rejects.toMatchObject({ campo: 'uscita' });
  await expect(corregge(2, '', 'ABBANDONO')).rejects.toMatchObject({ campo: 'uscita' });
  await corregge(2, '', '');
  expect(await nelDatabase(id)).toMatchObject({ uscita: null, motivo_uscita: null });
  await esce(m, id, 3, '31/03/2020');
  await esito4(m, id, 4, '10/04/2020');
  await expect(corregge(5, '', '')).rejects.toMatchObject({ code: 'uscita.conEsiti' });
  await expect(corregge(5, '11/04/2020')).rejects.toMatchObject({ code: 'uscita.conEsiti' });
});
