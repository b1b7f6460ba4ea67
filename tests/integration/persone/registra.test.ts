import { expect, test } from 'vitest';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { aggiungiPartecipazione } from '@/lib/persone/commands/aggiungiPartecipazione';
import { registraPersona } from '@/lib/persone/commands/registraPersona';
import { FiltriPersone } from '@/lib/persone/filtri';
import { cercaPersone, elencaPersone } from '@/lib/persone/queries';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import { NuovaPartecipazione, PersonaScritta } from '@/lib/persone/schema';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { superutente } from '@/tests/support/superutente';
import { datato, modulo, nelDatabase, ROSSI, registra, unCodice, unMondo } from './_mondo';

const rifiuto = (code: string, campo?: string) => ({ code, ...(campo && { campo }) });

test('una persona si registra in una volta: identità cifrata, microdati, azioni, un evento senza nomi', async () => {
  const mondo = await unMondo();
  const { personaId, partecipanteId, nuova } = await registra(mondo.chi.operatore, mondo, { nucleo: 'F-12' });
  expect(nuova).toBe(true);
  const riga = await nelDatabase(partecipanteId);
  expect(riga).toMatchObject({
    eta: 35,
    isced: 3,
    completo: true,
    conta: true,
    comune_residenza: '096004',
    uscita: null,
    ingresso: '2020-01-15',
  });
  const scheda = await leggiPersona(mondo.chi.referente, personaId);
  expect(scheda).toMatchObject({ nucleo: 'F-12', senzaCodice: null, sesso: 'F', dataNascita: '1984-02-29' });
  expect(scheda?.partecipazioni[0]?.frequenze).toMatchObject([{ codice: 'A1', dal: '2020-01-15', al: null, ore: null }]);
  const { rows } = await superutente.query(
    `select to_jsonb(p)::text || to_jsonb(i)::text || to_jsonb(t)::text || coalesce((select string_agg(to_jsonb(e)::text, '') from evento e where e.oggetto_id::text = $2::text), '') as tutto
      from persona p join identita i on i.persona_id = p.id join partecipante t on t.persona_id = p.id where p.id = $1::uuid`,
    [personaId, partecipanteId],
  );
  expect(rows[0].tutto).toContain('partecipante.registrato');
  expect(rows[0].tutto).not.toMatch(/Zampardi|Ermelinda|5550199|ZMP/i);
});

test('i nomi li legge solo l’ente che ha in carico la persona, e la lettura resta scritta', async () => {
  const mondo = await unMondo();
  const { personaId } = await registra(mondo.chi.partner, mondo, { [`azioni.${mondo.progetto.azioni[1]?.id}`]: 'si' });
  expect((await leggiNomi(mondo.chi.partner, [personaId], 'SCHEDA')).get(personaId)).toMatchObject({
    cognome: ROSSI.cognome,
    telefono: '011 5550199',
  });
  const vista = await leggiPersona(mondo.chi.partner, personaId);
  expect(vista?.accessi).toMatchObject([{ scopo: 'SCHEDA', chi: 'Nome Cognome' }]);
  // nemmeno il capofila legge le persone di un partner
  for (const altro of [mondo.chi.referente, mondo.chi.estraneo]) {
    expect(await leggiPersona(altro, personaId)).toBeNull();
    expect((await leggiNomi(altro, [personaId], 'SCHEDA')).size).toBe(0);
    expect(await cercaPersone(altro, ROSSI.cognome)).toEqual([]);
    expect((await elencaPersone(altro, FiltriPersone.parse({}))).righe).toEqual([]);
  }
  for (const altro of [mondo.chi.istruttore, mondo.chi.ricercatore]) {
    await expect(leggiPersona(altro, personaId)).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
    await expect(leggiNomi(altro, [personaId], 'SCHEDA')).rejects.toThrow();
  }
  const { rows } = await superutente.query('select count(*)::int as n from accesso_identita where $1::uuid = any (persone)', [personaId]);
  expect(rows[0].n).toBe(1);
});

test('chi è già dell’ente non si sdoppia: si chiede se aggiungere la partecipazione', async () => {
  const mondo = await unMondo();
  const codice = unCodice();
  const prima = await registra(mondo.chi.referente, mondo, { codice });
  await expect(registra(mondo.chi.operatore, mondo, { codice })).rejects.toMatchObject(rifiuto('persona.giaRegistrata', 'aggiungi'));
  await expect(registra(mondo.chi.operatore, mondo, { codice, aggiungi: 'si' })).rejects.toMatchObject(
    rifiuto('persona.giaNelProgetto', 'codice'),
  );
  const altro = { progetto: await unProgetto({ capofila: mondo.capofila }) };
  await datato(altro.progetto.id);
  const attore = await mondo.capofila.attore();
  const dopo = await registra(attore, altro, { codice, aggiungi: 'si' });
  expect(dopo).toMatchObject({ personaId: prima.personaId, nuova: false });
  const azione = altro.progetto.azioni[0]?.id;
  const ancora = NuovaPartecipazione.parse({ ...modulo(altro), personaId: prima.personaId, [`azioni.${azione}`]: 'si' });
  await expect(aggiungiPartecipazione(attore, ancora)).rejects.toMatchObject({ code: 'persona.giaNelProgetto' });
});

test('la stessa persona seguita da due enti ha uno pseudonimo solo, e nel progetto conta una volta', async () => {
  const mondo = await unMondo();
  const codice = unCodice();
  const [prima, dopo] = await Promise.all([
    registra(mondo.chi.referente, mondo, { codice, ingresso: '20/01/2020' }),
    registra(mondo.chi.partner, mondo, { codice, ingresso: '15/01/2020' }),
  ]);
  const [del, di] = [await nelDatabase(prima.partecipanteId), await nelDatabase(dopo.partecipanteId)];
  expect(del.pseudonimo).toBe(di.pseudonimo);
  // conta chi è entrato per primo, chiunque abbia registrato prima
  expect([del.conta, di.conta]).toEqual([false, true]);
  await superutente.query('delete from partecipante where id = $1', [dopo.partecipanteId]);
  expect((await nelDatabase(prima.partecipanteId)).conta).toBe(true);
});

test('due colleghi registrano insieme la stessa persona: uno riesce, l’altro sa che c’è già', async () => {
  const mondo = await unMondo();
  const codice = unCodice();
  const esiti = await Promise.allSettled([
    registra(mondo.chi.referente, mondo, { codice }),
    registra(mondo.chi.operatore, mondo, { codice }),
  ]);
  expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [fallito] = esiti.filter((e) => e.status === 'rejected');
  expect(fallito?.reason).toMatchObject({ code: 'persona.giaRegistrata' });
  const { rows } = await superutente.query('select count(*)::int as n from persona where organizzazione_id = $1', [mondo.capofila.id]);
  expect(rows[0].n).toBe(1);
});

test.for([
  ['ingresso', { ingresso: '30/09/2019' }, 'prima dell’avvio'],
  ['ingresso', { ingresso: '01/04/2021' }, 'dopo la fine'],
  ['informativaIl', { informativaIl: '01/01/2150' }, 'futuro'],
] as const)('fuori dalle date si rifiuta sul campo %s', async ([campo, diverso, frase]) => {
  const mondo = await unMondo();
  const errore = await registra(mondo.chi.referente, mondo, diverso).catch((e) => e);
  expect(errore).toMatchObject({ code: 'persona.nonValida', campo });
  expect(errore.message).toContain(frase);
});

test('ciò che è strano si conferma: prima si dice tutto insieme, poi si scrive', async () => {
  const mondo = await unMondo();
  const codice = codiceFiscaleDi({ ...ROSSI, sesso: 'M' });
  const errore = await registra(mondo.chi.referente, mondo, { codice, informativaIl: '20/01/2020' }).catch((e) => e);
  expect(errore).toMatchObject({ code: 'persona.daConfermare', campo: 'confermo' });
  expect(errore.message).toMatch(/un uomo.*consegnata dopo l’ingresso/);
  expect((await registra(mondo.chi.referente, mondo, { codice, confermo: 'si', informativaIl: '20/01/2020' })).nuova).toBe(true);
});

test('chi non ha un codice si registra lo stesso, e due senza codice sono due persone', async () => {
  const mondo = await unMondo();
  const senza = { codice: '', senzaCodice: 'NESSUNO' };
  const [uno, due] = [await registra(mondo.chi.referente, mondo, senza), await registra(mondo.chi.referente, mondo, senza)];
  expect(uno.personaId).not.toBe(due.personaId);
  expect((await leggiPersona(mondo.chi.referente, uno.personaId))?.senzaCodice).toBe('NESSUNO');
  const stp = await registra(mondo.chi.referente, mondo, { codice: 'STP 0102000012345' });
  expect((await leggiPersona(mondo.chi.referente, stp.personaId))?.senzaCodice).toBe('STP');
  expect(await cercaPersone(mondo.chi.operatore, 'stp0102000012345')).toEqual([stp.personaId]);
});

test('registra solo un ente del progetto, solo nelle sue azioni, solo da quando è avviato', async () => {
  const mondo = await unMondo();
  await expect(registra(mondo.chi.estraneo, mondo)).rejects.toMatchObject({ code: 'progetto.nonTrovato' });
  await expect(registra(mondo.chi.istruttore, mondo)).rejects.toMatchObject({ code: 'progetto.nonTrovato' });
  const altrove = await unProgetto({ capofila: mondo.capofila });
  const scritta = PersonaScritta.parse(modulo(mondo, { [`azioni.${altrove.azioni[0]?.id}`]: 'si' }));
  await expect(registraPersona(mondo.chi.referente, scritta)).rejects.toMatchObject({ code: 'persona.azioneNonDelProgetto' });
  const fermo = { progetto: await unProgetto({ capofila: mondo.capofila, stato: 'APPROVATO' }) };
  await expect(registra(await mondo.capofila.attore(), fermo)).rejects.toMatchObject({ code: 'persona.progettoNonAvviato' });
});
