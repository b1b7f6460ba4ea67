import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { commandAs } from '@/lib/db/scope';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, type Riga, superutente } from '@/tests/support/superutente';

/** Una domanda sotto attacco in SQL: chi la scrive insieme ad altri, chi la ha già presentata, chi la decide, chi non c'entra. */

let bozza: DomandaDiProva;
let presentata: DomandaDiProva;
const chi = {} as Record<'capofila' | 'partner' | 'estraneo' | 'istruttore' | 'dirigente' | 'ricercatore' | 'altrove', Attore>;

beforeAll(async () => {
  const bando = await unBando();
  const { regione } = bando;
  const [capofila, partner, estraneo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  bozza = await unaDomanda({ bando, capofila, partner: [partner] });
  presentata = await unaDomanda({ bando, capofila, partner: [partner], stato: 'IDEA_PRESENTATA' });
  await unaDomanda({ bando, capofila: estraneo });
  const persona = async (ruolo: Ruolo) => (await unUtente({ regione, ruolo })).attore();
  Object.assign(chi, { capofila: await capofila.attore(), partner: await partner.attore(), estraneo: await estraneo.attore() });
  Object.assign(chi, { istruttore: await persona('ISTRUTTORE'), dirigente: await persona('DIRIGENTE') });
  chi.ricercatore = await persona('RICERCATORE');
  chi.altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const NIENTE = { n: 0 };
const FATTO = { n: 1 };
const VIETATO = { codice: '42501' };

const chiavi = (d: DomandaDiProva) => ({ regione_id: d.bando.regione.id, progetto_id: d.id });
function inserimento(attore: Attore, tabella: string, riga: Riga) {
  const colonne = Object.keys(riga);
  return sqlCome(attore, `insert into ${tabella} (${colonne}) values (${colonne.map((_, i) => `$${i + 1}`)})`, Object.values(riga));
}
const scrive = (attore: Attore, d: DomandaDiProva, sezione: string) =>
  sqlCome(attore, `update sezione_progetto set valori = '{"x":1}', rev = rev + 1 where id = $1`, [d.sezioni[sezione]]);
const file = {
  nome: 'a.pdf',
  tipo: 'application/pdf',
  byte: 5,
  sha256: '0',
  contenuto: Buffer.from('%PDF-'),
  fase: 'IDEA',
  chiave: 'lettera',
};

test.each([
  ['LETTURA', NIENTE],
  ['COMMENTO', NIENTE],
  ['SCRITTURA', FATTO],
])('un partner con diritto di %s su una sezione la scrive solo se gli è dato, e non se lo dà da solo', async (diritto, atteso) => {
  const d = await unaDomanda({ bando: bozza.bando, capofila: bozza.capofila, partner: bozza.partner, sezioni: { bisogni: null } });
  const partner = (await d.partner[0]?.attore()) as Attore;
  const permesso = { ...chiavi(d), organizzazione_id: partner.organizzazioneId, diritto };
  for (const chiave of ['contesto', 'bisogni']) await inserisci(superutente, 'permesso_sezione', { ...permesso, chiave });
  expect(await scrive(partner, d, 'IDEA contesto')).toMatchObject(atteso);
  const nuova = { ...chiavi(d), fase: 'IDEA', chiave: 'bisogni', valori: '{}' };
  expect(await inserimento(partner, 'sezione_progetto', nuova)).toMatchObject(diritto === 'SCRITTURA' ? FATTO : VIETATO);
  expect(await sqlCome(partner, `update permesso_sezione set diritto = 'SCRITTURA' where progetto_id = $1`, [d.id])).toMatchObject(NIENTE);
  expect(await sqlCome(partner, 'delete from permesso_sezione where progetto_id = $1', [d.id])).toMatchObject(NIENTE);
  expect(await inserimento(partner, 'permesso_sezione', { ...permesso, chiave: 'altra' })).toMatchObject(VIETATO);
  expect(await scrive(await d.capofila.attore(), d, 'IDEA contesto')).toMatchObject(FATTO);
});

test('un ente estraneo, la Regione e la ricerca non scrivono né leggono le sezioni, nemmeno di una domanda presentata', async () => {
  for (const d of [bozza, presentata]) {
    const lette = (attore: Attore) => sqlCome(attore, 'select 1 as r from sezione_progetto where progetto_id = $1', [d.id]);
    expect(await lette(chi.estraneo)).toMatchObject(NIENTE);
    expect(await scrive(chi.estraneo, d, 'IDEA contesto')).toMatchObject(NIENTE);
    for (const persona of ['istruttore', 'dirigente', 'ricercatore', 'altrove'] as const) {
      expect(await lette(chi[persona]), persona).toMatchObject(VIETATO);
      expect(await scrive(chi[persona], d, 'IDEA contesto'), persona).toMatchObject(VIETATO);
    }
  }
});

test('presentare chiude tutto: sezioni, documenti, partner, versioni; le integrazioni riaprono solo ciò che è chiesto', async () => {
  const { capofila, partner, bando } = bozza;
  const d = await unaDomanda({ bando, capofila, partner });
  await inserisci(superutente, 'documento', { ...chiavi(d), ...file, organizzazione_id: capofila.id });
  const attore = await capofila.attore();
  const cambia = (persona: Attore, stato: string) =>
    commandAs(persona, async (tx) => {
      await tx.$executeRaw`update progetto set stato = ${stato}::stato_progetto where id = ${d.id}::uuid`;
      return { result: null, evento: { atto: 'progetto.presentato', oggetto: 'progetto', oggettoId: d.id, progettoId: d.id } };
    });
  const versione = { ...chiavi(d), numero: 1, contenuto: '{}', sha256: '0', protocollo: '1', organizzazione_id: capofila.id };
  const deposito = { ...versione, fase: 'IDEA', genere: 'PRESENTATA', creata_da: attore.utenteId };
  expect(await scrive(attore, d, 'IDEA contesto')).toMatchObject(FATTO);
  await cambia(attore, 'IDEA_PRESENTATA');
  await inserisci(superutente, 'versione_progetto', deposito);
  for (const persona of [attore, chi.partner]) {
    for (const sezione of ['IDEA contesto', 'IDEA bisogni']) expect(await scrive(persona, d, sezione)).toMatchObject(NIENTE);
    const nuova = { ...chiavi(d), fase: 'IDEA', chiave: 'altra', valori: '{}' };
    expect(await inserimento(persona, 'sezione_progetto', nuova)).toMatchObject(VIETATO);
    const suo = { ...chiavi(d), ...file, organizzazione_id: persona.organizzazioneId };
    expect(await inserimento(persona, 'documento', suo)).toMatchObject(VIETATO);
    expect(await sqlCome(persona, 'delete from documento where progetto_id = $1', [d.id])).toMatchObject(NIENTE);
    expect(await sqlCome(persona, 'update versione_progetto set sha256 = $1', ['1'])).toMatchObject(VIETATO);
  }
  const entra = { ...chiavi(d), organizzazione_id: chi.estraneo.organizzazioneId, ruolo: 'PARTNER_GESTORE', ordine: 9, dal: '2020-01-01' };
  expect(await inserimento(attore, 'partecipazione', entra)).toMatchObject(VIETATO);
  expect(await sqlCome(attore, `delete from partecipazione where progetto_id = $1`, [d.id])).toMatchObject(NIENTE);
  await inserisci(superutente, 'integrazione', {
    ...{
      ...chiavi(d),
      fase: 'IDEA',
      genere: 'INTEGRAZIONE',
      motivo: 'incompleto',
      sezioni: ['bisogni'],
      testo: 'Manca',
      entro: '2100-01-01',
    },
  });
  await cambia(chi.istruttore, 'IDEA_DA_INTEGRARE');
  expect(await scrive(attore, d, 'IDEA bisogni')).toMatchObject(FATTO);
  expect(await scrive(attore, d, 'IDEA contesto')).toMatchObject(NIENTE);
  await superutente.query(`update progetto set stato = 'IDEA_AMMISSIBILE' where id = $1`, [d.id]);
  expect(await inserimento(attore, 'versione_progetto', { ...deposito, numero: 2 })).toMatchObject(VIETATO);
});

test('chi scrive non firma per un altro: lo dice il database', async () => {
  const altri = chi.capofila.utenteId;
  const legge = `select row(aggiornata_da, aggiornata_il < now() + interval '1 year')::text as r from u`;
  const falsa = `with u as (update sezione_progetto set valori = '{}', aggiornata_da = $1, aggiornata_il = '2100-01-01' where id = $2 returning *) ${legge}`;
  expect(await sqlCome(chi.partner, falsa, [altri, bozza.sezioni['IDEA contesto']])).toMatchObject({
    righe: [`(${chi.partner.utenteId},t)`],
  });
  const commento = {
    ...chiavi(bozza),
    fase: 'IDEA',
    chiave: 'contesto',
    campo: 'x',
    testo: 'x',
    organizzazione_id: chi.partner.organizzazioneId,
  };
  expect(await inserimento(chi.partner, 'commento_sezione', { ...commento, autore_id: chi.partner.utenteId })).toMatchObject(FATTO);
  expect(await inserimento(chi.partner, 'commento_sezione', { ...commento, autore_id: altri })).toMatchObject(VIETATO);
  const suo = { ...chiavi(bozza), ...file };
  expect(await inserimento(chi.partner, 'documento', { ...suo, organizzazione_id: chi.partner.organizzazioneId })).toMatchObject(FATTO);
  expect(await inserimento(chi.partner, 'documento', { ...suo, organizzazione_id: chi.capofila.organizzazioneId })).toMatchObject(VIETATO);
  const deposito = { ...chiavi(bozza), numero: 9, fase: 'IDEA', genere: 'PRESENTATA', contenuto: '{}', sha256: '0', protocollo: '1' };
  const firma = { organizzazione_id: chi.capofila.organizzazioneId, creata_da: altri };
  expect(await inserimento(chi.capofila, 'versione_progetto', { ...deposito, ...firma })).toMatchObject(FATTO);
  expect(await inserimento(chi.partner, 'versione_progetto', { ...deposito, ...firma })).toMatchObject(VIETATO);
  const falso = { ...firma, creata_da: chi.partner.utenteId };
  expect(await inserimento(chi.capofila, 'versione_progetto', { ...deposito, ...falso })).toMatchObject(VIETATO);
});
