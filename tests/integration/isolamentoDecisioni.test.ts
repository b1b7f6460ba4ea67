import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { unaRegione, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda } from '@/tests/support/buildersDomanda';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import type { Riga } from '@/tests/support/superutente';

/** Chi decide che cosa di una domanda, e chi non ne deve sapere nulla, in SQL. */

let presentata: DomandaDiProva;
const chi = {} as Record<'capofila' | 'istruttore' | 'dirigente' | 'ricercatore' | 'altrove', Attore>;
beforeAll(async () => {
  presentata = await unaDomanda({ stato: 'IDEA_PRESENTATA' });
  const { regione } = presentata.bando;
  const persona = async (ruolo: Ruolo) => (await unUtente({ regione, ruolo })).attore();
  chi.capofila = await presentata.capofila.attore();
  chi.istruttore = await persona('ISTRUTTORE');
  chi.dirigente = await persona('DIRIGENTE');
  chi.ricercatore = await persona('RICERCATORE');
  chi.altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
});
afterAll(chiudiSqlGrezzo);

const FATTO = { n: 1 };
const VIETATO = { codice: '42501' };
const NON_ORA = { codice: 'CT001' };

const chiavi = (d: DomandaDiProva) => ({ regione_id: d.bando.regione.id, progetto_id: d.id });
function inserimento(attore: Attore, tabella: string, riga: Riga) {
  const colonne = Object.keys(riga);
  return sqlCome(attore, `insert into ${tabella} (${colonne}) values (${colonne.map((_, i) => `$${i + 1}`)})`, Object.values(riga));
}

test('chi istruisce non decide, chi dirige non istruisce al posto suo, e un’altra Regione non fa né l’uno né l’altro', async () => {
  const decide = (persona: Attore, esito: string, decisa_da = persona.utenteId) =>
    inserimento(persona, 'decisione', { ...chiavi(presentata), bando_id: presentata.bando.id, fase: 'IDEA', esito, decisa_da });
  for (const esito of ['AMMISSIBILE', 'INAMMISSIBILE']) {
    expect(await decide(chi.istruttore, esito)).toMatchObject(FATTO);
    for (const persona of [chi.dirigente, chi.altrove, chi.ricercatore, chi.capofila])
      expect(await decide(persona, esito)).toMatchObject(VIETATO);
  }
  for (const esito of ['APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'NON_APPROVATO', 'ANNULLATA']) {
    expect(await decide(chi.dirigente, esito)).toMatchObject(FATTO);
    for (const persona of [chi.istruttore, chi.altrove, chi.ricercatore, chi.capofila])
      expect(await decide(persona, esito)).toMatchObject(VIETATO);
  }
  expect(await decide(chi.dirigente, 'APPROVATO', chi.istruttore.utenteId)).toMatchObject(VIETATO);
  const prescrive = { ...chiavi(presentata), testo: 'x', organizzazione_id: presentata.capofila.id, entro: '2100-01-01' };
  expect(await inserimento(chi.istruttore, 'prescrizione', prescrive)).toMatchObject(VIETATO);
  const approva = { ...chiavi(presentata), numero: 9, fase: 'IDEA', genere: 'APPROVATA', contenuto: '{}', sha256: '0', protocollo: '1' };
  const diChi = (persona: Attore) => ({ ...approva, creata_da: persona.utenteId, organizzazione_id: persona.organizzazioneId });
  expect(await inserimento(chi.istruttore, 'versione_progetto', diChi(chi.istruttore))).toMatchObject(VIETATO);
  expect(await inserimento(chi.dirigente, 'versione_progetto', diChi(chi.dirigente))).toMatchObject(FATTO);
  expect(await sqlCome(chi.istruttore, 'update progetto set importo_assegnato_cents = 1 where id = $1', [presentata.id])).toMatchObject(
    NON_ORA,
  );
});

const DI_LAVORO = ['sezione_progetto', 'permesso_sezione', 'commento_sezione', 'presenza_sezione', 'documento', 'versione_progetto'];
const DI_ESAME = ['istruttoria', 'integrazione', 'commissario', 'valutazione', 'valutazione_consolidata', 'decisione', 'prescrizione'];
const DI_ALTRI = ['candidatura', 'candidatura_allegato', 'invito', 'posta', 'bando_bozza', 'app.registro_protocollo'];

test.each([...DI_LAVORO, ...DI_ESAME, ...DI_ALTRI])('la ricerca e il sito pubblico non leggono %s', async (tabella) => {
  expect(await sqlCome(chi.ricercatore, `select 1 as r from ${tabella}`)).toMatchObject(VIETATO);
  expect(await sqlDi('app_pubblico', `select 1 as r from ${tabella}`)).toMatchObject(VIETATO);
});
