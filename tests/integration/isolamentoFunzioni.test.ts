import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda, unaVersione, unBando } from '@/tests/support/buildersDomanda';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le funzioni che scavalcano le policy: chi le può chiamare, e che cosa rifiutano a chi le chiama per cose altrui. */

let progetto: DomandaDiProva;
let approvato: DomandaDiProva;
const chi = {} as Record<'capofila' | 'operatore' | 'partner' | 'istruttore' | 'dirigente' | 'altrove', Attore>;
beforeAll(async () => {
  const bando = await unBando();
  const { regione } = bando;
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  progetto = await unaDomanda({ bando, capofila, partner: [partner], stato: 'PARTNERSHIP_APERTA' });
  approvato = await unaDomanda({ bando, capofila, partner: [partner], stato: 'AMMISSIBILE' });
  const persona = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  chi.capofila = await capofila.attore();
  chi.partner = await partner.attore();
  chi.operatore = await persona('OPERATORE', capofila.id);
  chi.istruttore = await persona('ISTRUTTORE');
  chi.dirigente = await persona('DIRIGENTE');
  chi.altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
});
afterAll(chiudiSqlGrezzo);

const NON_ORA = { codice: 'CT001' };
const FATTO = { n: 1 };
const NUL = 'null::uuid';

// a chi è concessa ciascuna funzione: con argomenti vuoti, chi può chiamarla riceve al più un rifiuto suo, gli altri 42501
const CONCESSE: [chiamata: string, a: string[]][] = [
  [`app.apri_domanda(${NUL}, 'x', 'x')`, ['app_ente']],
  [`app.accogli_candidatura(${NUL}, 'x', 'x', 'x')`, ['app_ente']],
  [`app.istruttore_di(${NUL})`, ['app_ente']],
  [`app.istruttore_di(${NUL})`, ['app_ente']],
  ['app.protocolla()', ['app_ente', 'app_regione']],
  [`app.accoda_posta('x', 'x', 'x')`, ['app_ente', 'app_regione']],
  // non scavalca nulla: è del proprietario
  [`app.atto_riservato('x')`, ['app_ente', 'app_regione', 'cantiere']],
  [`app.applica_piano(${NUL})`, ['app_regione']],
  [`app.appartiene(${NUL})`, ['app_regione']],
  ['app.precluse()', ['app_regione']],
  [`app.nuova_versione(${NUL}, ${NUL}, null::date, '{}', '', '{}', '', '')`, ['app_ente', 'app_regione']],
  [`app.fondi_enti(${NUL}, ${NUL}, null::date)`, []],
  [`app.registra_fusione(${NUL}, ${NUL}, null::date, 'x', null::date)`, ['app_regione']],
  [`app.sollecita(${NUL}, ${NUL}, 'x', 'x')`, ['app_regione']],
  [`app.recapiti(${NUL}, ${NUL})`, []],
  [`app.riassegna_parti(${NUL})`, []],
  [`app.conta_mese(${NUL})`, []],
  [`app.conta_progetto(${NUL})`, []],
  [`app.regola_applicata('{}')`, []],
  [`app.quota_spostata(${NUL}, '{}')`, ['cantiere']],
  ['accesso.accoda_promemoria($$https://cantiere.example$$)', ['app_accesso']],
  [`app.depositi(${NUL}, 'IDEA')`, ['app_regione']],
  [`app.candidati(${NUL}, '{}', 'x', 'x', 'x', '[]', 'x', 'x')`, ['app_pubblico']],
  [`app.conferma_candidatura('x')`, ['app_pubblico']],
  [`app.chi_pubblica(${NUL})`, ['app_pubblico']],
  [`app.azioni_pubbliche(${NUL})`, ['app_pubblico']],
  ['accesso.posta_da_inviare()', ['app_accesso']],
  [`accesso.posta_esito(${NUL}, true)`, ['app_accesso']],
  [`accesso.leggi_invito('x')`, ['app_accesso']],
  [`accesso.accetta_invito('x', 'x', 'x', 'x')`, ['app_accesso']],
  [`app.annuncia_lettura('{}', 'SCHEDA')`, ['app_ente']],
  [`app.annuncia_lettura_motivata(${NUL})`, ['app_regione']],
  [`app.controllo_autorizzato(${NUL})`, []],
  ['app.durata_traccia()', []],
  [`app.leggi_identita('{}', 'SCHEDA')`, ['app_ente']],
  [`app.leggi_identita_motivata(${NUL})`, ['app_regione']],
  ['app.nomi_accessi()', ['app_ente']],
  [`app.chiedi_se_seguita(${NUL}, 'x')`, ['app_ente']],
  ['app.autori_istantanee()', ['app_ricerca']],
  ['app.autori_analisi()', ['app_ricerca']],
  [`app.estratti_con('x')`, ['app_ricerca']],
  [`app.estratto_mio(${NUL})`, ['app_ricerca']],
  [`app.gia_seguita(${NUL}, 'x')`, ['app_ente']],
  [`app.forse_uguali(${NUL})`, ['app_ente']],
  [`app.conta_indicatori(${NUL}, ${NUL}, ${NUL}, null, null)`, []],
  [`app.conta_di_ente(${NUL}, ${NUL}, null)`, []],
  [`app.fissa_indicatori(${NUL})`, ['app_regione']],
  [`app.versioni_fissate(${NUL})`, ['app_ente', 'app_regione', 'app_ricerca']],
  [`accesso.delega('x', 'x')`, []],
  [`accesso.conteggi_indicatori('x', 'x', ${NUL}, ${NUL})`, ['app_accesso']],
  [`accesso.conteggi_programma('x', 'x', ${NUL})`, ['app_accesso']],
  [`accesso.pubblica_indicatori('x', 'x', ${NUL}, 1, '{}', '[]', '{}')`, ['app_accesso']],
  [`app.conta_indicatori_propri(${NUL}, ${NUL}, null, null)`, ['app_ente']],
  [`app.insieme_indicatori(${NUL})`, ['app_ente', 'app_regione', 'app_ricerca']],
  [`app.sovrapposizioni(${NUL})`, ['app_regione', 'app_ricerca']],
  [`accesso.righe_ricerca('x', 'x', ${NUL}, null, null)`, ['app_accesso']],
  ['app.segni(null::public.partecipante)', []],
  ['app.codici_indicatori()', []],
  ['app.riconta_partecipanti()', []],
  [`app.scrivi_variazioni('{}')`, []],
  [`app.conta_righe(${NUL}, ${NUL}, ${NUL}, ${NUL}, null, null)`, []],
  [`app.somma_partecipanti(${NUL}, ${NUL}, ${NUL}, ${NUL}, null, null)`, []],
  ['app.scadenze_identita(1)', []],
  ['app.conta_conservazione(1)', ['app_regione']],
  [`app.anonimizza_persone('{}')`, ['app_ente']],
];

test.each(CONCESSE)('%s la chiama solo chi deve', async (chiamata, concessa) => {
  for (const login of ['app_ente', 'app_regione', 'app_ricerca', 'app_pubblico', 'app_accesso', 'cantiere']) {
    const { codice } = await sqlDi(login, `select 1 as r from ${chiamata}`);
    expect(codice === '42501', `${login}: ${codice ?? 'accettata'}`).toBe(!concessa.includes(login));
  }
});

test('senza contesto nessuna di esse agisce per qualcuno', async () => {
  expect(await sqlDi('app_ente', `select app.apri_domanda($1, 'x', 'x')::text as r`, [progetto.bando.id])).toMatchObject(NON_ORA);
  for (const login of ['app_ente', 'app_regione']) {
    expect(await sqlDi(login, 'select app.protocolla() as r')).toMatchObject(NON_ORA);
    expect(await sqlDi(login, `select app.accoda_posta('x', 'x', 'x') as r`)).toMatchObject(NON_ORA);
  }
  expect(await sqlDi('app_regione', 'select app.applica_piano($1) as r', [approvato.versioni.PROGETTO])).toMatchObject(NON_ORA);
  expect(await sqlDi('app_regione', 'select * from app.depositi($1, $2)', [progetto.bando.id, 'IDEA'])).toMatchObject({ n: 0 });
});

test('una domanda la apre il referente di un ente gestore, su un bando della sua Regione', async () => {
  const apri = (persona: Attore, bando: string) =>
    sqlCome(
      persona,
      `select (select organizzazione_id::text from partecipazione where progetto_id = n and ruolo = 'CAPOFILA') as r from app.apri_domanda($1, 'Titolo', 'Biella') n`,
      [bando],
    );
  expect(await sqlCome(chi.capofila, `select app.apri_domanda($1, 'Titolo', 'Biella')::text as r`, [progetto.bando.id])).toMatchObject(
    FATTO,
  );
  expect(await apri(chi.operatore, progetto.bando.id)).toMatchObject(NON_ORA);
  const altrove = await unBando();
  expect(await apri(chi.capofila, altrove.id)).toMatchObject(NON_ORA);
  const associazione = { regione_id: progetto.bando.regione.id, codice: 'ETS1', tipo: 'ETS', denominazione: 'Associazione' };
  const ets = await inserisci(superutente, 'organizzazione', associazione);
  const volontario = await (await unUtente({ regione: progetto.bando.regione, ruolo: 'REFERENTE', organizzazioneId: ets.id })).attore();
  expect(await apri(volontario, progetto.bando.id)).toMatchObject(NON_ORA);
});

test('un piano lo rende vigente il dirigente, per una versione della sua Regione, e mai dopo l’avvio', async () => {
  const applica = (persona: Attore, versione?: string) => sqlCome(persona, 'select app.applica_piano($1)::text as r', [versione]);
  // ciò che si è solo chiesto non si applica: serve la versione approvata
  expect(await applica(chi.dirigente, approvato.versioni.PROGETTO)).toMatchObject(NON_ORA);
  const approvata = await unaVersione(approvato, { fase: 'PROGETTO', genere: 'APPROVATA' });
  expect(await applica(chi.dirigente, approvata)).toMatchObject(FATTO);
  expect(await applica(chi.istruttore, approvata)).toMatchObject(NON_ORA);
  expect(await applica(chi.altrove, approvata)).toMatchObject(NON_ORA);
  const avviato = await unaDomanda({ bando: progetto.bando, stato: 'AVVIATO' });
  expect(await applica(chi.dirigente, await unaVersione(avviato, { fase: 'PROGETTO', genere: 'APPROVATA' }))).toMatchObject(NON_ORA);
});

test('il numero di protocollo è della Regione di chi lo chiede, e chi annulla lo restituisce', async () => {
  const primo = await sqlCome(chi.dirigente, 'select app.protocolla() as r');
  expect(await sqlCome(chi.capofila, 'select app.protocolla() as r')).toEqual(primo);
  expect(primo).toMatchObject({ righe: [expect.stringMatching(/^1\/\d{4}$/)] });
});

test('i depositi di un bando li conta solo la sua Regione', async () => {
  const bando = await unBando({ regione: progetto.bando.regione });
  for (const stato of ['IDEA_BOZZA', 'IDEA_PRESENTATA', 'PROGETTO_PRESENTATO']) await unaDomanda({ bando, stato });
  const conta = (persona: Attore) => sqlCome(persona, 'select progetto_id as r from app.depositi($1, $2)', [bando.id, 'IDEA']);
  expect(await conta(chi.istruttore)).toMatchObject({ n: 2 });
  expect(await conta(chi.altrove)).toMatchObject({ n: 0 });
});
