import { expect, test } from 'vitest';
import { integraDomanda } from '@/lib/deposito/commands/integraDomanda';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraDomanda } from '@/lib/deposito/commands/ritiraDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { improntaDi } from '@/lib/versioni/canonico';
import { unUtente } from '@/tests/support/builders';
import { type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { inserisci, superutente } from '@/tests/support/superutente';

const bozza = (fase: 'IDEA' | 'PROGETTO' = 'IDEA') => unEsame({ stato: `${fase}_BOZZA` });
const presenta = (esame: Esame, persona: keyof Esame['chi'] = 'referente') => presentaDomanda(esame.chi[persona], { progettoId: esame.id });
const aperte = async (esame: Esame) =>
  (await righe('sezione_progetto', esame)).filter(({ aperta }) => aperta).map(({ fase, chiave }) => `${fase} ${chiave}`);
const contenutoDi = async (esame: Esame, numero: number) =>
  (await righe('versione_progetto', esame)).find((v) => v.numero === numero)?.contenuto as ContenutoVersione;

test('il referente del capofila presenta l’idea: versione congelata, protocollo, sezioni chiuse, un evento', async () => {
  const esame = await bozza();
  const { numero, sha256, protocollo, versioneId } = await presenta(esame);

  expect([numero, (await progetto(esame)).stato, await aperte(esame)]).toEqual([1, 'IDEA_PRESENTATA', []]);
  expect(protocollo).toMatch(/^\d+\/\d{4}$/);
  const [versione] = await righe('versione_progetto', esame);
  expect(versione).toMatchObject({
    id: versioneId,
    fase: 'IDEA',
    genere: 'PRESENTATA',
    sha256,
    protocollo,
    bando_versione_id: esame.domanda.bando.versioneId,
  });
  expect(versione?.contenuto).toMatchObject({
    titolo: esame.domanda.titolo,
    bando: { titolo: 'Bando di prova', versione: 1 },
    partner: [{ ruolo: 'CAPOFILA' }, { ruolo: 'PARTNER_GESTORE' }],
    sezioni: { contesto: { ambiti: ['Biella', 'Cossato'] }, bisogni: { analisi: 'Le persone anziane sono sole.' } },
  });
  expect(versione?.contenuto).not.toHaveProperty('piano');
  expect(improntaDi(versione?.contenuto)).toBe(sha256); // si rifà da ciò che resta scritto
  expect(await eventi(esame)).toEqual([
    {
      atto: 'progetto.presentato',
      prima: { stato: 'IDEA_BOZZA' },
      dopo: { stato: 'IDEA_PRESENTATA', fase: 'IDEA', versione: 1, sha256, protocollo },
      attore_id: esame.chi.referente.utenteId,
      riservato: false,
    },
  ]);
});

test('il progetto definitivo porta il piano, e i campi dell’idea che nessuno ha riaperto', async () => {
  const esame = await bozza('PROGETTO');
  await superutente.query(`delete from sezione_progetto where progetto_id = $1 and fase = 'PROGETTO' and chiave = 'contesto'`, [esame.id]);
  const { numero } = await presenta(esame);
  const contenuto = await contenutoDi(esame, numero);
  expect(contenuto.piano).toMatchObject({ azioni: [{ codice: 'A1', id: esame.domanda.azioneId }], voci: [{ contributoCents: '1000000' }] });
  expect(contenuto.sezioni.contesto).toEqual({ descrizione: 'Un territorio di valle con pochi servizi.', ambiti: ['Biella', 'Cossato'] });
  expect((await progetto(esame)).stato).toBe('PROGETTO_PRESENTATO');
});

test('si riprende la domanda e si ripresenta: la versione uno resta com’era, la due dice le parole nuove', async () => {
  const esame = await bozza();
  const prima = await presenta(esame);
  await ritiraPresentazione(esame.chi.referente, { progettoId: esame.id });
  expect([(await progetto(esame)).stato, await aperte(esame)]).toEqual([
    'IDEA_BOZZA',
    expect.arrayContaining(['IDEA contesto', 'IDEA bisogni']),
  ]);
  await superutente.query(
    `update sezione_progetto set valori = '{"analisi":"Parole nuove"}' where progetto_id = $1 and chiave = 'bisogni'`,
    [esame.id],
  );
  const seconda = await presenta(esame);
  expect([seconda.numero, seconda.sha256 === prima.sha256]).toEqual([2, false]);
  expect((await contenutoDi(esame, 1)).sezioni.bisogni).toEqual({ analisi: 'Le persone anziane sono sole.' });
  expect((await contenutoDi(esame, 2)).sezioni.bisogni).toEqual({ analisi: 'Parole nuove' });
  expect((await eventi(esame)).map(({ atto }) => atto)).toEqual([
    'progetto.presentato',
    'progetto.presentazioneRitirata',
    'progetto.presentato',
  ]);
});

test('se manca qualcosa non si presenta nulla, e la frase dice che cosa e dove', async () => {
  const esame = await bozza();
  await superutente.query(`update sezione_progetto set valori = '{}' where progetto_id = $1 and chiave = 'bisogni'`, [esame.id]);
  await rifiutato(
    esame,
    () => presenta(esame),
    'deposito.incompleta',
    /Manca ancora una cosa, per cominciare in «Bisogni»: Analisi dei bisogni/,
  );
});

test('un partner che non ha confermato, un documento obbligatorio che manca, un piano che non torna: niente si presenta', async () => {
  const senzaConferma = await bozza();
  await superutente.query('update partecipazione set confermata_il = null where progetto_id = $1 and ordine = 1', [senzaConferma.id]);
  await rifiutato(senzaConferma, () => presenta(senzaConferma), 'deposito.incompleta', /deve ancora confermare di partecipare/);

  const documenti = [{ chiave: 'lettera', titolo: 'Lettera di intenti', aiuto: '', obbligatorio: true, visibilita: 'ENTRAMBI' as const }];
  const senzaDocumento = await unEsame({ stato: 'IDEA_BOZZA', configurazione: { documenti } });
  await rifiutato(senzaDocumento, () => presenta(senzaDocumento), 'deposito.incompleta', /Carica il documento «Lettera di intenti»/);

  const sbilanciato = await bozza('PROGETTO');
  await superutente.query(
    `update sezione_progetto set valori = jsonb_set(valori, '{voci,0,contributoCents}', '"99900000000"') where progetto_id = $1 and chiave = 'quadro_economico'`,
    [sbilanciato.id],
  );
  await rifiutato(sbilanciato, () => presenta(sbilanciato), 'deposito.incompleta', /Quadro economico/);
});

test('chi non è referente del capofila non presenta, non riprende, non ritira, e la frase dice chi può', async () => {
  const esame = await bozza();
  for (const persona of ['operatore', 'partner'] as const)
    await rifiutato(esame, () => presenta(esame, persona), 'progetto.ruoloMancante', /Serve il ruolo di referente dell’ente capofila/);
  for (const atto of [presentaDomanda, ritiraPresentazione, ritiraDomanda])
    await nonTrovata(esame, (attore) => atto(attore, { progettoId: esame.id }));
  await nonTrovata(esame, (attore) => integraDomanda(attore, { progettoId: esame.id, risposta: '' }));
  await presenta(esame);
  await rifiutato(esame, () => presenta(esame, 'istruttore'), 'progetto.ruoloMancante', /referente dell’ente capofila/);
  for (const persona of ['operatore', 'partner'] as const)
    for (const atto of [ritiraPresentazione, ritiraDomanda])
      await rifiutato(esame, () => atto(esame.chi[persona], { progettoId: esame.id }), 'progetto.ruoloMancante', /referente/);
});

test('due referenti presentano nello stesso istante: una versione, un evento, e l’altro lo sa', async () => {
  const esame = await bozza();
  const { capofila, bando } = esame.domanda;
  const collega = await (await unUtente({ regione: bando.regione, ruolo: 'REFERENTE', organizzazioneId: capofila.id })).attore();
  const esiti = await inGara(
    { tabella: 'progetto', id: esame.id },
    () => presenta(esame),
    () => presentaDomanda(collega, { progettoId: esame.id }),
  );
  expect(esiti).toEqual(['fulfilled', 'deposito.giaPresentata']);
  expect([(await righe('versione_progetto', esame)).length, (await eventi(esame)).length]).toEqual([1, 1]);
  await rifiutato(esame, () => presenta(esame), 'deposito.giaPresentata', /già stata presentata: versione 1, protocollo/);
});

test('i numeri di protocollo non hanno buchi: chi è rifiutato non ne consuma', async () => {
  const prima = await bozza();
  const { regione } = prima.domanda.bando;
  const seconda = await unEsame({ stato: 'IDEA_BOZZA', bando: prima.domanda.bando });
  await superutente.query(`update passo_bando set chiude = app.adesso() - interval '1 second' where bando_id = $1 and fase = 'IDEA'`, [
    prima.domanda.bando.id,
  ]);
  await rifiutato(prima, () => presenta(prima), 'termine.scaduto', /orologio del portale/);
  await superutente.query(`update passo_bando set chiude = '2100-01-01' where bando_id = $1`, [prima.domanda.bando.id]);
  const numeri = [(await presenta(prima)).protocollo, (await presenta(seconda)).protocollo];
  expect(numeri.map((p) => Number(p.split('/')[0]))).toEqual([1, 2]);
  const { rows } = await superutente.query('select ultimo from app.registro_protocollo where regione_id = $1', [regione.id]);
  expect(rows).toEqual([{ ultimo: 2 }]);
});

test('si ritira la domanda: finisce lì, con un evento, e non si torna indietro', async () => {
  const esame = await bozza();
  await presenta(esame);
  await ritiraDomanda(esame.chi.referente, { progettoId: esame.id });
  expect((await progetto(esame)).stato).toBe('RITIRATO');
  expect((await eventi(esame)).at(-1)).toMatchObject({
    atto: 'progetto.ritirato',
    prima: { stato: 'IDEA_PRESENTATA' },
    dopo: { stato: 'RITIRATO' },
  });
  await rifiutato(esame, () => presenta(esame), 'progetto.attoNonAmmesso', /stato attuale/);
});

async function daIntegrare(entro: string): Promise<Esame> {
  const esame = await unEsame({ stato: 'IDEA_PRESENTATA' });
  const chiavi = { regione_id: esame.domanda.bando.regione.id, progetto_id: esame.id, fase: 'IDEA' };
  await inserisci(superutente, 'integrazione', {
    ...chiavi,
    genere: 'INTEGRAZIONE',
    motivo: 'INCOMPLETO',
    sezioni: ['bisogni'],
    testo: 'Spiega meglio.',
    entro,
  });
  await superutente.query(`update progetto set stato = 'IDEA_DA_INTEGRARE' where id = $1`, [esame.id]);
  return esame;
}

test('le integrazioni: si riapre la sola sezione chiesta, la risposta fa una nuova versione e la domanda torna alla Regione', async () => {
  const esame = await daIntegrare('2100-01-01');
  expect(await aperte(esame)).toEqual(['IDEA bisogni']);
  await superutente.query(`update sezione_progetto set valori = '{"analisi":"Più chiaro"}' where progetto_id = $1 and chiave = 'bisogni'`, [
    esame.id,
  ]);
  await rifiutato(
    esame,
    () => integraDomanda(esame.chi.partner, { progettoId: esame.id, risposta: '' }),
    'progetto.ruoloMancante',
    /capofila/,
  );
  const { numero } = await integraDomanda(esame.chi.referente, { progettoId: esame.id, risposta: 'Ecco i dati.' });
  expect([numero, (await progetto(esame)).stato, await aperte(esame)]).toEqual([2, 'IDEA_PRESENTATA', []]);
  expect((await righe('versione_progetto', esame)).find((v) => v.numero === 2)).toMatchObject({ genere: 'INTEGRATA' });
  expect((await righe('integrazione', esame))[0]).toMatchObject({
    stato: 'RISPOSTA',
    risposta: 'Ecco i dati.',
    risposta_il: expect.any(Date),
  });
  expect((await eventi(esame)).at(-1)).toMatchObject({ atto: 'progetto.integrato', dopo: { versione: 2, oltreTermine: false } });
});

test('le integrazioni oltre la scadenza si accettano e si dice che sono in ritardo: la domanda non resta ferma', async () => {
  const esame = await daIntegrare('2011-01-01');
  await integraDomanda(esame.chi.referente, { progettoId: esame.id, risposta: '' });
  expect((await eventi(esame)).at(-1)?.dopo).toMatchObject({ oltreTermine: true });
});
