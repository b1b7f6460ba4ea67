import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { codificaEstratto } from '@/lib/interviste/commands/codificaEstratto';
import { dichiaraEstratto } from '@/lib/interviste/commands/dichiaraEstratto';
import { correggiIntervista, registraIntervista } from '@/lib/interviste/commands/registraIntervista';
import { rilasciaEstratto, ritiraEstratto } from '@/lib/interviste/commands/rilasciaEstratto';
import { cancellaEstratto, correggiEstratto, scriviEstratto } from '@/lib/interviste/commands/scriviEstratto';
import { leggiEstratto, leggiIntervista, leggiInterviste } from '@/lib/interviste/queries';
import { EstrattoNuovo } from '@/lib/interviste/schema';
import { unEnte, unUtente } from '../../support/builders';
import { unProgetto } from '../../support/buildersProgetto';
import { inGara } from '../../support/inGara';
import { BRANO, deciso, type Intervista, unaIntervista, unEstratto, unRilasciato } from '../../support/interviste';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '../../support/sqlGrezzo';
import { superutente } from '../../support/superutente';

let i: Intervista;
beforeEach(async () => {
  i = await unaIntervista();
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const rifiuto = (code: string) => ({ code });
const CON_NOME = 'Poi la dott.ssa Bardini ha rimesso tutti d’accordo.';
const rilascia = (chi: Attore, estrattoId: string, revisione = 1) => rilasciaEstratto(chi, { estrattoId, revisione });
const dirigente = async () => (await unUtente({ regione: i.regione, ruolo: 'DIRIGENTE' })).attore();
const attiDi = async (oggettoId: string) => {
  const { rows } = await superutente.query('select atto, attore_id, progetto_id from evento where oggetto_id = $1 order by id', [
    oggettoId,
  ]);
  return rows;
};

test('un numero è di una sola intervista del programma, anche se la registrano in due insieme', async () => {
  const { programmaId } = i;
  const nuova = { programmaId, numero: 8, mese: '2020-04-01', modalita: 'TELEFONO', progettoId: null } as const;
  const esiti = await Promise.allSettled([i.prima, i.seconda].map((chi) => registraIntervista(chi, nuova)));
  expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(registraIntervista(i.prima, nuova)).rejects.toMatchObject({ code: 'interviste.numeroGiaPreso', campo: 'numero' });
  await correggiIntervista(i.prima, { intervistaId: i.intervistaId, mese: '2020-05-01', modalita: 'PRESENZA' });
  expect(await leggiIntervista(i.prima, i.intervistaId, null)).toMatchObject({ numero: 7, mese: '2020-05-01', modalita: 'PRESENZA' });
});

test('telefoni, e-mail, codici fiscali e IBAN in un brano si rifiutano alla porta', () => {
  const campi = { intervistaId: i.intervistaId, progettoId: i.progetto.id, azioneId: '', fase: '' };
  for (const dato of ['cell. 328 1234567', 'anna@posta.example', 'RSSMRA80A01H501U', 'IT60X0542811101000000123456']) {
    const esito = EstrattoNuovo.safeParse({ ...campi, testo: `Lo si trova al ${dato}, ha detto.` });
    expect(
      esito.error?.issues.map(({ path }) => path),
      dato,
    ).toEqual([['testo']]);
  }
  expect(EstrattoNuovo.safeParse({ ...campi, testo: BRANO }).success).toBe(true);
});

test('il brano sta su un progetto approvato del programma e su una sua azione', async () => {
  const { intervistaId, prima, progetto, regione } = i;
  const base = { intervistaId, fase: null, testo: BRANO, azioneId: null };
  const bozza = await unProgetto({ capofila: await unEnte({ regione }), stato: 'PROGETTO_BOZZA' });
  const altro = await unProgetto({ capofila: await unEnte({ regione }) });
  await expect(scriviEstratto(prima, { ...base, progettoId: bozza.id })).rejects.toMatchObject(rifiuto('interviste.progettoNonTrovato'));
  const azioneId = altro.azioni[0]?.id ?? null;
  await expect(scriviEstratto(prima, { ...base, progettoId: progetto.id, azioneId })).rejects.toMatchObject(
    rifiuto('interviste.azioneNonTrovata'),
  );
});

test('con un nome nel testo non si rilascia finché non lo si corregge o non si dichiara perché va bene', async () => {
  const estrattoId = await unEstratto(i, CON_NOME);
  await deciso(i, estrattoId);
  expect(await leggiEstratto(i.prima, estrattoId)).toMatchObject({ passo: 'DA_CONTROLLARE', lavoro: { segnali: ['APPELLATIVO'] } });
  await expect(rilascia(i.seconda, estrattoId)).rejects.toMatchObject(rifiuto('interviste.daControllare'));
  const motivo = 'È un personaggio di un racconto letto in gruppo.';
  await dichiaraEstratto(i.seconda, { estrattoId, revisione: 1, motivo });
  expect(await leggiEstratto(i.prima, estrattoId)).toMatchObject({ passo: 'DA_RILASCIARE', lavoro: { dichiarazione: motivo } });
  // corretto il testo, la dichiarazione non lo riguarda più; il testo nuovo si controlla da capo
  await correggiEstratto(i.prima, { estrattoId, revisione: 1, fase: null, testo: 'Poi il sig. Gallini ha rimesso tutti d’accordo.' });
  expect(await leggiEstratto(i.prima, estrattoId)).toMatchObject({
    passo: 'DA_CONTROLLARE',
    lavoro: { revisione: 2, dichiarazione: null },
  });
  await expect(rilascia(i.seconda, estrattoId, 1)).rejects.toMatchObject(rifiuto('interviste.superato'));
  await correggiEstratto(i.prima, { estrattoId, revisione: 2, fase: null, testo: 'Poi […] ha rimesso tutti d’accordo.' });
  await expect(dichiaraEstratto(i.prima, { estrattoId, revisione: 3, motivo })).rejects.toMatchObject(rifiuto('interviste.senzaSegnali'));
  await rilascia(i.seconda, estrattoId, 3);
  expect(await leggiEstratto(i.prima, estrattoId)).toMatchObject({ passo: 'RILASCIATO' });
});

test('ciò che il controllo trova oggi e non trovava quando il testo fu scritto ferma il rilascio', async () => {
  const estrattoId = await unEstratto(i, CON_NOME);
  await deciso(i, estrattoId);
  await superutente.query(`update estratto set segnali = '{}' where id = $1`, [estrattoId]);
  await expect(rilascia(i.seconda, estrattoId)).rejects.toMatchObject(rifiuto('interviste.daControllare'));
});

test('rilascia una persona diversa da chi ha scritto il testo com’è adesso: né dalla pagina né con un UPDATE', async () => {
  const estrattoId = await unEstratto(i);
  await deciso(i, estrattoId);
  await expect(rilascia(i.prima, estrattoId)).rejects.toMatchObject(rifiuto('interviste.stessaPersona'));
  const aggiorna = 'update estratto set rilasciato_il = now()';
  expect(await sqlCome(i.prima, aggiorna)).toMatchObject({ codice: 'CT001' });
  // chi corregge diventa chi ha scritto: il controllo passa all'altra
  await correggiEstratto(i.seconda, { estrattoId, revisione: 1, fase: null, testo: `${BRANO} Poi si è partiti.` });
  expect(await sqlCome(i.seconda, aggiorna)).toMatchObject({ codice: 'CT001' });
  await rilascia(i.prima, estrattoId, 2);
  const atti = await attiDi(estrattoId);
  expect(atti.map(({ atto }) => atto).slice(-1)).toEqual(['interviste.estrattoRilasciato']);
  expect(atti.at(-1)).toMatchObject({ attore_id: i.prima.utenteId, progetto_id: null });
  const { rows } = await superutente.query('select rilasciato_da, rilasciato_il is not null as quando from estratto where id = $1', [
    estrattoId,
  ]);
  expect(rows).toEqual([{ rilasciato_da: i.prima.utenteId, quando: true }]);
});

test('senza codici decisi, o con segnali aperti, non si rilascia nemmeno con un UPDATE', async () => {
  const nudo = await unEstratto(i);
  await expect(rilascia(i.seconda, nudo)).rejects.toMatchObject(rifiuto('interviste.nonDeciso'));
  expect(await sqlCome(i.seconda, 'update estratto set rilasciato_il = now()')).toMatchObject({ codice: 'CT001' });
  const conNome = await unEstratto(i, CON_NOME);
  await deciso(i, conNome);
  expect(await sqlCome(i.seconda, 'update estratto set rilasciato_il = now() where id = $1', [conNome])).toMatchObject({ codice: '23514' });
});

test('la Regione legge solo i rilasciati, senza il lavoro che c’è dietro; gli enti e il pubblico nulla', async () => {
  const rilasciato = await unRilasciato(i);
  const inLavoro = await unEstratto(i, `${BRANO} Questo non è rilasciato.`);
  const regione = await dirigente();
  expect(await leggiEstratto(regione, rilasciato)).toMatchObject({ testo: BRANO, passo: 'RILASCIATO', lavoro: null });
  expect(await leggiEstratto(regione, inLavoro)).toBeNull();
  const { trovati } = await leggiInterviste(regione, { passo: 'TUTTI' });
  expect(trovati?.righe.map(({ id }) => id)).toEqual([rilasciato]);
  const conta = (tabella: string) => `select count(*)::text as r from ${tabella}`;
  expect(await sqlCome(regione, conta('estratto'))).toMatchObject({ righe: ['1'] });
  expect(await sqlCome(regione, conta('codifica_decisa'))).toMatchObject({ righe: ['1'] });
  for (const sql of [
    conta('codifica_estratto'),
    'select motivo as r from codifica_decisa',
    'select dichiarazione as r from estratto',
    'select autore_id::text as r from estratto',
    `select app.estratti_con('rilasciato')::text as r`,
    `update estratto set rilasciato_il = now()`,
  ])
    expect(await sqlCome(regione, sql), sql).toMatchObject({ codice: '42501' });
  const ente = await i.progetto.capofila.attore();
  for (const tabella of ['intervista', 'estratto', 'codifica_estratto', 'codifica_decisa']) {
    expect(await sqlCome(ente, conta(tabella)), tabella).toMatchObject({ codice: '42501' });
    expect(await sqlDi('app_pubblico', conta(tabella)), tabella).toMatchObject({ codice: '42501' });
  }
  await expect(rilascia(regione, inLavoro)).rejects.toMatchObject(rifiuto('interviste.soloRicerca'));
});

test('un’intervista senza rilasci la Regione non la vede; la ricerca di un’altra Regione non vede nulla', async () => {
  const regione = await dirigente();
  expect(await leggiIntervista(regione, i.intervistaId, null)).toBeNull();
  const estrattoId = await unRilasciato(i);
  expect(await leggiIntervista(regione, i.intervistaId, null)).toMatchObject({ numero: 7, estratti: [{ id: estrattoId }] });
  const altrove = await unaIntervista();
  expect(await leggiEstratto(altrove.prima, estrattoId)).toBeNull();
  expect(await leggiIntervista(altrove.prima, i.intervistaId, null)).toBeNull();
  await expect(codificaEstratto(altrove.prima, { estrattoId, codici: [], nota: null })).rejects.toMatchObject(
    rifiuto('interviste.estrattoNonTrovato'),
  );
  expect(await sqlCome(altrove.prima, `select app.estratti_con('tavolo')::text as r`)).toMatchObject({ n: 0 });
  expect(await sqlCome(altrove.prima, 'select app.estratto_mio($1)::text as r', [estrattoId])).toMatchObject({ righe: ['false'] });
});

test('un estratto rilasciato non si cambia; ritirato il rilascio la Regione non lo legge più', async () => {
  const estrattoId = await unRilasciato(i);
  const regione = await dirigente();
  const corretto = { estrattoId, revisione: 1, fase: null, testo: `${BRANO} Corretto.` };
  await expect(correggiEstratto(i.prima, corretto)).rejects.toMatchObject(rifiuto('interviste.rilasciato'));
  await expect(cancellaEstratto(i.prima, { estrattoId })).rejects.toMatchObject(rifiuto('interviste.rilasciato'));
  expect(await sqlCome(i.prima, `update estratto set testo = 'Un altro testo del tutto.'`)).toMatchObject({ codice: 'CT001' });
  expect(await sqlCome(i.prima, 'delete from estratto')).toMatchObject({ n: 0 });
  await ritiraEstratto(i.prima, { estrattoId });
  expect(await leggiEstratto(regione, estrattoId)).toBeNull();
  await expect(ritiraEstratto(i.prima, { estrattoId })).rejects.toMatchObject(rifiuto('interviste.nonRilasciato'));
  await correggiEstratto(i.prima, corretto);
  await rilascia(i.seconda, estrattoId, 2);
  expect(await leggiEstratto(regione, estrattoId)).toMatchObject({ testo: `${BRANO} Corretto.` });
});

test('chi rilascia mentre un altro corregge rilascia ciò che ha letto, o si ferma', async () => {
  const estrattoId = await unEstratto(i);
  await deciso(i, estrattoId);
  const corregge = () => correggiEstratto(i.prima, { estrattoId, revisione: 1, fase: null, testo: `${BRANO} Di nuovo.` });
  expect(await inGara({ tabella: 'estratto', id: estrattoId }, corregge, () => rilascia(i.seconda, estrattoId))).toEqual([
    'fulfilled',
    'interviste.superato',
  ]);
});

test('si cancella solo ciò che nessuno ha codificato', async () => {
  const estrattoId = await unEstratto(i, CON_NOME);
  await cancellaEstratto(i.seconda, { estrattoId });
  expect(await leggiEstratto(i.prima, estrattoId)).toBeNull();
  const altro = await unEstratto(i);
  await codificaEstratto(i.prima, { estrattoId: altro, codici: [], nota: null });
  await expect(cancellaEstratto(i.prima, { estrattoId: altro })).rejects.toMatchObject(rifiuto('interviste.giaCodificato'));
  expect(await sqlCome(i.prima, 'delete from estratto where id = $1', [altro])).toMatchObject({ n: 0 });
  const libero = await unEstratto(i);
  expect(await sqlCome((await unaIntervista()).prima, 'delete from estratto where id = $1', [libero])).toMatchObject({ n: 0 });
});

test('nel registro non finiscono né il testo né i codici né il progetto', async () => {
  const estrattoId = await unRilasciato(i, `${BRANO} Parolachiave.`);
  const { rows } = await superutente.query(
    `select count(*)::int as n, count(*) filter (where e.progetto_id is not null or to_jsonb(e)::text ~ $2)::int as svelati
     from evento e where e.regione_id = $1 and e.atto like 'interviste.%'`,
    [i.regione.id, `Parolachiave|"${i.regione.causa}"|${i.progetto.id}`],
  );
  expect(rows[0].n).toBeGreaterThanOrEqual(6);
  expect(rows[0].svelati).toBe(0);
  expect((await attiDi(estrattoId)).length).toBe(4);
});
