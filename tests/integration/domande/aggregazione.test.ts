import { expect, test } from 'vitest';
import { aggiungiPartner } from '@/lib/domande/commands/aggiungiPartner';
import { apriDomanda } from '@/lib/domande/commands/apriDomanda';
import { confermaPartecipazione } from '@/lib/domande/commands/confermaPartecipazione';
import { impostaPermessi } from '@/lib/domande/commands/impostaPermessi';
import { risolviCommento } from '@/lib/domande/commands/risolviCommento';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { scegliAmbiti } from '@/lib/domande/commands/scegliAmbiti';
import { scriviCommento } from '@/lib/domande/commands/scriviCommento';
import { segnalaPresenza } from '@/lib/domande/commands/segnalaPresenza';
import { togliPartner } from '@/lib/domande/commands/togliPartner';
import { leggiDomanda, leggiIntorno } from '@/lib/domande/queries';
import { elencaDomande } from '@/lib/domande/queriesElenco';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { inserisci, superutente } from '@/tests/support/superutente';

async function unaScena(stato = 'IDEA_BOZZA') {
  const regione = await unaRegione();
  const [capofila, partner, altro] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  const domanda = await unaDomanda({ capofila, partner: [partner], stato });
  return { regione, capofila, partner, altro, domanda, alCapofila: await capofila.attore(), alPartner: await partner.attore() };
}

const atti = async (progettoId: string) =>
  (await superutente.query('select atto, riservato from evento where progetto_id = $1 order by id', [progettoId])).rows;

test('il referente di un ente gestore apre una domanda su un bando aperto: un evento solo, e la trova nell’elenco', async () => {
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  const bando = await unBando({ regione });
  expect((await elencaDomande(await ente.attore())).bandi).toMatchObject([{ id: bando.id, mie: 0 }]);
  const input = { bandoId: bando.id, titolo: 'Welfare di valle', territorio: 'Biella' };
  const { progettoId } = await apriDomanda(await ente.attore(), input);
  expect(await atti(progettoId)).toEqual([{ atto: 'domanda.aperta', riservato: true }]);
  const dopo = await ente.attore();
  expect(await elencaDomande(dopo)).toMatchObject({ domande: [{ id: progettoId, mia: true }], bandi: [{ mie: 1 }] });
  expect(await leggiDomanda(dopo, progettoId)).toMatchObject({ stato: 'IDEA_BOZZA', fase: 'IDEA', veste: { capofila: true } });
});

test('non apre una domanda un operatore, un bando chiuso o di un’altra Regione, chi non è un ente gestore', async () => {
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  const chiuso = await unBando({ regione, passi: { IDEA: { apre: '2010-01-01', chiude: '2010-02-01' } } });
  const aperto = await unBando({ regione });
  const altrove = await unBando();
  const apri = (attore: Awaited<ReturnType<typeof ente.attore>>, bandoId: string) =>
    (async () => apriDomanda(attore, { bandoId, titolo: 'T', territorio: 'B' }))();
  const operatore = await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: ente.id })).attore();
  const ets = await inserisci(superutente, 'organizzazione', {
    regione_id: regione.id,
    codice: 'ETS',
    tipo: 'ETS',
    denominazione: 'Un ETS',
  });
  const delTerzoSettore = await (await unUtente({ regione, ruolo: 'REFERENTE', organizzazioneId: ets.id })).attore();
  await expect(apri(operatore, aperto.id)).rejects.toMatchObject({ code: 'domanda.soloReferente' });
  await expect(apri(await ente.attore(), chiuso.id)).rejects.toMatchObject({ code: 'termine.scaduto' });
  await expect(apri(await ente.attore(), altrove.id)).rejects.toMatchObject({ code: 'stato.transizioneNonAmmessa' });
  await expect(apri(delTerzoSettore, aperto.id)).rejects.toMatchObject({ code: 'stato.transizioneNonAmmessa' });
});

test('il capofila aggiunge un ente, che legge e conferma; tolto, non legge più', async () => {
  const { domanda, altro, alCapofila } = await unaScena();
  const scelto = { progettoId: domanda.id, organizzazioneId: altro.id };
  await aggiungiPartner(alCapofila, scelto);
  await expect(aggiungiPartner(alCapofila, scelto)).rejects.toMatchObject({ code: 'partner.doppio' });
  const nuovo = await altro.attore();
  expect((await leggiDomanda(nuovo, domanda.id))?.partner.at(-1)).toMatchObject({ organizzazioneId: altro.id, confermataIl: null });
  const operatore = await (await unUtente({ regione: altro.regione, ruolo: 'OPERATORE', organizzazioneId: altro.id })).attore();
  await expect(confermaPartecipazione(operatore, { progettoId: domanda.id })).rejects.toMatchObject({ code: 'partner.soloReferente' });
  await confermaPartecipazione(nuovo, { progettoId: domanda.id });
  await expect(confermaPartecipazione(nuovo, { progettoId: domanda.id })).rejects.toMatchObject({ code: 'partner.giaConfermato' });
  await togliPartner(alCapofila, scelto);
  expect(await leggiDomanda(await altro.attore(), domanda.id)).toBeNull();
  expect((await atti(domanda.id)).map(({ atto }) => atto)).toEqual(['partner.aggiunto', 'partner.confermato', 'partner.tolto']);
});

test('il partner non compone l’aggregazione, nessuno toglie il capofila, e dopo la presentazione non si cambia', async () => {
  const { domanda, altro, capofila, alPartner, alCapofila } = await unaScena();
  const scelto = { progettoId: domanda.id, organizzazioneId: altro.id };
  await expect(aggiungiPartner(alPartner, scelto)).rejects.toMatchObject({ code: 'domanda.soloCapofila' });
  await expect(togliPartner(alCapofila, { ...scelto, organizzazioneId: capofila.id })).rejects.toMatchObject({
    code: 'partner.nonTrovato',
  });
  const ente = (await unEnte()).id;
  await expect(aggiungiPartner(alCapofila, { ...scelto, organizzazioneId: ente })).rejects.toMatchObject({ code: 'partner.nonGestore' });
  const depositata = await unaScena('IDEA_PRESENTATA');
  const suo = { progettoId: depositata.domanda.id, organizzazioneId: depositata.altro.id };
  await expect(aggiungiPartner(depositata.alCapofila, suo)).rejects.toMatchObject({ code: 'domanda.nonInBozza' });
  expect(await atti(domanda.id)).toEqual([]);
});

test('gli ambiti scelti nel modulo sono quelli della domanda; li cambia solo il capofila', async () => {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const campi = [
    { chiave: 'distretti', etichetta: 'Distretti', tipo: 'ambiti' as const, obbligatorio: true, aiuto: '', opzioni: [], colonne: [] },
  ];
  const sezione = { chiave: 'dove', parte: '', codice: '', titolo: 'Dove', aiuto: '', visibilita: 'ENTRAMBI' as const, campi };
  const bando = await unBando({ regione, configurazione: { sezioni: [sezione] } });
  const domanda = await unaDomanda({ bando, capofila, partner: [partner] });
  const ambito = await inserisci(superutente, 'ambito', {
    ...{ regione_id: regione.id, numero: 1, nome_descrittivo: 'Biella' },
  });
  const salva = async (attore: Awaited<ReturnType<typeof capofila.attore>>, distretti: string[], rev: number) =>
    salvaSezione(attore, { progettoId: domanda.id, fase: 'IDEA', chiave: 'dove', rev, valori: { distretti } });
  await expect(salva(await partner.attore(), [ambito.id], 0)).rejects.toMatchObject({ code: 'sezione.soloCapofila', campo: 'distretti' });
  await salva(await capofila.attore(), [ambito.id], 0);
  expect((await leggiDomanda(await partner.attore(), domanda.id))?.ambiti).toEqual([{ id: ambito.id, numero: 1, nome: 'Biella' }]);
  await salva(await capofila.attore(), [], 1);
  expect((await leggiDomanda(await partner.attore(), domanda.id))?.ambiti).toEqual([]);
  await scegliAmbiti(await capofila.attore(), { progettoId: domanda.id, ambiti: [ambito.id] });
  await expect(scegliAmbiti(await partner.attore(), { progettoId: domanda.id, ambiti: [] })).rejects.toMatchObject({
    code: 'domanda.soloCapofila',
  });
  expect((await leggiDomanda(await capofila.attore(), domanda.id))?.ambiti).toHaveLength(1);
});

test('i permessi li decide il capofila, e tornano quelli di sempre', async () => {
  const { domanda, partner, capofila, alCapofila, alPartner } = await unaScena();
  const scelti = { progettoId: domanda.id, organizzazioneId: partner.id };
  await impostaPermessi(alCapofila, { ...scelti, diritti: { contesto: 'LETTURA', bisogni: 'SCRITTURA' } });
  expect((await leggiDomanda(alPartner, domanda.id))?.permessi).toEqual([
    { organizzazioneId: partner.id, chiave: 'contesto', diritto: 'LETTURA' },
  ]);
  await expect(impostaPermessi(alPartner, { ...scelti, diritti: {} })).rejects.toMatchObject({ code: 'domanda.soloCapofila' });
  await expect(impostaPermessi(alCapofila, { ...scelti, organizzazioneId: capofila.id, diritti: {} })).rejects.toMatchObject({
    code: 'partner.nonTrovato',
  });
  await impostaPermessi(alCapofila, { ...scelti, diritti: { contesto: 'SCRITTURA' } });
  expect((await leggiDomanda(alPartner, domanda.id))?.permessi).toEqual([]);
});

test('un commento lo legge l’aggregazione, lo chiude chi lo ha scritto o il capofila; chi ha la sola lettura non commenta', async () => {
  const { domanda, partner, altro, alCapofila, alPartner } = await unaScena();
  const dove = { progettoId: domanda.id, fase: 'IDEA' as const, chiave: 'contesto' };
  const { commentoId } = await scriviCommento(alPartner, { ...dove, campo: 'descrizione', testo: 'Servono i dati <b>ISTAT</b>' });
  const { commenti } = await leggiIntorno(alCapofila, domanda.id, 'IDEA', 'contesto');
  expect(commenti).toMatchObject([{ id: commentoId, testo: 'Servono i dati <b>ISTAT</b>', mio: false, risoltoIl: null }]);
  expect((await leggiDomanda(alCapofila, domanda.id))?.sezioni[0]?.commentiAperti).toBe(1);
  await expect(risolviCommento(await altro.attore(), { progettoId: domanda.id, commentoId })).rejects.toMatchObject({
    code: 'domanda.nonTrovata',
  });
  await risolviCommento(alCapofila, { progettoId: domanda.id, commentoId });
  await expect(risolviCommento(alPartner, { progettoId: domanda.id, commentoId })).rejects.toMatchObject({
    code: 'commento.nonRisolvibile',
  });
  await impostaPermessi(alCapofila, { progettoId: domanda.id, organizzazioneId: partner.id, diritti: { contesto: 'LETTURA' } });
  await expect(scriviCommento(alPartner, { ...dove, campo: 'descrizione', testo: 'No' })).rejects.toMatchObject({
    code: 'commento.nonConsentito',
  });
  expect(JSON.stringify((await superutente.query('select dopo from evento where progetto_id = $1', [domanda.id])).rows)).not.toContain(
    'ISTAT',
  );
});

test('si vede chi altri ha la sezione aperta da meno di un minuto, mai se stessi, e nessun evento resta', async () => {
  const { domanda, altro, alCapofila, alPartner } = await unaScena();
  const dove = { progettoId: domanda.id, fase: 'IDEA' as const, chiave: 'contesto' };
  expect(await segnalaPresenza(alCapofila, dove)).toEqual([]);
  expect(await segnalaPresenza(alPartner, dove)).toEqual([`${alCapofila.nome} ${alCapofila.cognome} (${alCapofila.organizzazioneNome})`]);
  expect(await segnalaPresenza(alPartner, { ...dove, chiave: 'bisogni' })).toEqual([]);
  await superutente.query(`update presenza_sezione set vista_il = now() - interval '61 seconds' where progetto_id = $1`, [domanda.id]);
  expect(await segnalaPresenza(alPartner, dove)).toEqual([]);
  await expect(segnalaPresenza(await altro.attore(), dove)).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
  expect(await atti(domanda.id)).toEqual([]);
});
