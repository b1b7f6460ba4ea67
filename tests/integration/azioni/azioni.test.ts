import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { leggiAzione, leggiAzioni } from '@/lib/azioni/queries';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le azioni nel tempo, lette dal database vero: che cosa si vede, e che cosa non si deve vedere. */

const scrivi = (testo: string, valori: unknown[] = []) => superutente.query(testo, valori);
const unIstruttore = async ({ regione }: Pick<Progetto, 'regione'>) => (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
const primaAzione = ({ azioni }: Progetto) => azioni[0]?.id ?? '';
const chiavi = (progetto: Progetto) => ({ regione_id: progetto.regione.id, progetto_id: progetto.id });

test('l’elenco porta il piano di prima, quello in vigore e l’ultima situazione presentata, senza le bozze', async () => {
  const progetto = await unProgetto();
  await unRapporto({ progetto, stato: 'APPROVATO', numero: 1 });
  const bozza = await unRapporto({ progetto, numero: 2 });
  await scrivi('update avanzamento set percentuale = 90 where id = $1', [bozza.avanzamenti[0]?.id]);
  await scrivi(`update azione set fine_originaria = '2020-12-31' where id = $1`, [primaAzione(progetto)]);
  await inserisci(superutente, 'sospensione', {
    ...chiavi(progetto),
    motivo: 'EMERGENZA_SANITARIA',
    dal: '2020-03-09',
    al: '2020-06-18',
    atto: 'D.D. 1',
    data_atto: '2020-03-09',
  });
  const dati = await leggiAzioni(await unIstruttore(progetto), progetto.id);
  expect(dati?.azioni[0]).toMatchObject({
    inizioPrevisto: '2019-10-01',
    finePrevista: '2021-03-31',
    fineOriginaria: '2020-12-31',
    inizioOriginario: null,
    situazione: { periodoAl: '2020-06-30', stato: 'IN_CORSO', percentuale: 40 },
  });
  expect(dati?.sospensioni).toEqual([{ azioneId: null, motivo: 'EMERGENZA_SANITARIA', dal: '2020-03-09', al: '2020-06-18' }]);
  const propria = await leggiAzione(await progetto.capofila.attore(), progetto.id, primaAzione(progetto));
  expect(propria?.storia.map(({ percentuale }) => percentuale)).toEqual([40]);
});

test('chi non partecipa, chi è di un’altra Regione e chi sbaglia progetto non trovano nulla', async () => {
  const progetto = await unProgetto();
  const altro = await unProgetto({ regione: progetto.regione });
  const estranei = [await (await unEnte({ regione: progetto.regione })).attore(), await unIstruttore({ regione: await unaRegione() })];
  for (const attore of estranei) {
    expect(await leggiAzioni(attore, progetto.id)).toBeNull();
    expect(await leggiAzione(attore, progetto.id, primaAzione(progetto))).toBeNull();
  }
  const attore = await unIstruttore(progetto);
  expect(await leggiAzione(attore, altro.id, primaAzione(progetto))).toBeNull();
  expect(await leggiAzione(attore, progetto.id, randomUUID())).toBeNull();
});

test('la storia dice chi ha dichiarato, le cause con la loro gravità, la contromisura e se ha funzionato, e le quantità per periodo', async () => {
  const progetto = await unProgetto();
  for (const numero of [1, 2]) {
    const { avanzamenti } = await unRapporto({ progetto, stato: 'APPROVATO', numero });
    const [primo] = avanzamenti;
    await scrivi('update quantita_realizzata set valore = $2 where avanzamento_id = $1', [primo?.id, numero * 60]);
    await scrivi(`update avanzamento set percentuale = $2, contromisura = 'Turni nuovi', contromisura_esito = 'IN_PARTE' where id = $1`, [
      primo?.id,
      numero * 20,
    ]);
    await scrivi(`update avanzamento_causa set gravita = 2, mese_dal = '2020-03-01', risolta = $2 where avanzamento_id = $1`, [
      primo?.id,
      numero === 2,
    ]);
  }
  const dati = await leggiAzione(await unIstruttore(progetto), progetto.id, primaAzione(progetto));
  expect(dati?.storia.map(({ al, percentuale }) => [al, percentuale])).toEqual([
    ['2021-06-30', 40],
    ['2020-06-30', 20],
  ]);
  expect(dati?.storia[0]).toMatchObject({
    ente: progetto.capofila.denominazione,
    contromisura: 'Turni nuovi',
    contromisuraEsito: 'IN_PARTE',
    cause: [{ codice: 'CAUSA', primaria: true, gravita: 2, meseDal: '2020-03', meseAl: null, risolta: true, dipendeRegione: false }],
  });
  expect(dati?.quantita[0]).toMatchObject({ unita: 'persone', previsto: 100 });
  expect(dati?.quantita[0]?.valori.map(({ valore }) => valore)).toEqual([60, 120]);
});

test('compaiono le richieste presentate che nominano l’azione, mai le bozze; e ciò che aspetta la Regione', async () => {
  const progetto = await unProgetto();
  const azione = primaAzione(progetto);
  const { id: rapportoId } = await unRapporto({ progetto, stato: 'PRESENTATO' });
  const richiesta = (numero: number, dominio: string, percorso: string, stato: string) =>
    inserisci(superutente, 'richiesta_modifica', {
      ...chiavi(progetto),
      numero,
      dominio,
      stato,
      base_sha256: 'x',
      operazioni: JSON.stringify([{ id: '1', percorso, etichetta: `Operazione ${numero}`, prima: null, dopo: null }]),
      organizzazione_id: progetto.capofila.id,
      presentata_il: stato === 'BOZZA' ? null : '2020-07-01T08:00:00Z',
    });
  const nominata = await richiesta(1, 'azioni', `azioni/${azione}/fine`, 'PRESENTATA');
  await richiesta(2, 'sede', 'anagrafica/sede', 'PRESENTATA');
  await richiesta(3, 'cronoprogramma', `azioni/${azione}/inizio`, 'BOZZA');
  const proroga = await inserisci(superutente, 'proroga', {
    ...chiavi(progetto),
    azione_id: azione,
    numero: 1,
    stato: 'IN_ISTRUTTORIA',
    fine_attuale: '2021-03-31',
    fine_chiesta: '2021-06-30',
    organizzazione_id: progetto.capofila.id,
    presentata_il: '2020-07-02T08:00:00Z',
  });
  for (const attore of [await progetto.capofila.attore(), await unIstruttore(progetto)]) {
    const dati = await leggiAzione(attore, progetto.id, azione);
    expect(dati?.modifiche.map(({ numero, etichette }) => [numero, etichette])).toEqual([[1, ['Operazione 1']]]);
    expect(dati?.proroghe).toMatchObject([{ numero: 1, delProgetto: false, fineConcessa: null }]);
    expect(dati?.attese.map(({ genere, id }) => [genere, id])).toEqual([
      ['MODIFICA', nominata.id],
      ['PROROGA', proroga.id],
      ['RELAZIONE', rapportoId],
    ]);
  }
});
