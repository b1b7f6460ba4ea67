import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { giornoDi } from '@/lib/format/data';
import { leggiProgetto } from '@/lib/progetti/queriesProgetto';
import { FiltriSegnali } from '@/lib/segnali/filtri';
import { elencaSegnali, leggiSegnaliDelProgetto } from '@/lib/segnali/queries';
import { inOrdine } from '@/lib/segnali/rules';
import { type CodiceSegnale, SOGLIE } from '@/lib/segnali/soglie';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/** I segnali letti dal database vero, con l'orologio della dimostrazione (luglio 2020). */

const TUTTI = FiltriSegnali.parse({});
const unIstruttore = async ({ regione }: Pick<Progetto, 'regione'>) => (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
const giorniFa = (giorni: number) => `(app.oggi() - ${giorni})`;
const scrivi = (testo: string, valori: unknown[] = []) => superutente.query(testo, valori);

/** Un progetto con una relazione presentata in cui ogni azione ha qualcosa che non va. */
async function unProgettoInDifficolta(regione?: Progetto['regione']): Promise<Progetto> {
  const capofila = await unEnte({ regione });
  const progetto = await unProgetto({ capofila, partner: [await unEnte({ regione: capofila.regione })] });
  const rapporto = await unRapporto({ progetto, stato: 'PRESENTATO' });
  const [prima, seconda] = rapporto.avanzamenti;
  if (!prima || !seconda) throw new Error('Servono due azioni.');
  await scrivi(`update rapporto_progetto set presentato_il = app.adesso() - interval '100 days' where id = $1`, [rapporto.id]);
  await scrivi(`update azione set fine_prevista = ${giorniFa(120)} where id = $1`, [prima.azioneId]);
  await scrivi(`update azione set inizio_previsto = ${giorniFa(31)} where id = $1`, [seconda.azioneId]);
  await scrivi(`update avanzamento set stato = 'NON_AVVIATA', percentuale = 0 where id = $1`, [seconda.id]);
  await inserisci(superutente, 'chiarimento', {
    regione_id: progetto.regione.id,
    progetto_id: progetto.id,
    rapporto_id: rapporto.id,
    azione_id: prima.azioneId,
    stato: 'RISPOSTO',
    domanda: 'Perché questa azione non è conclusa?',
    entro: '2020-08-31',
    risposto_il: (await scrivi(`select app.adesso() - interval '20 days' as quando`)).rows[0].quando,
  });
  await inserisci(superutente, 'periodo', {
    regione_id: progetto.regione.id,
    progetto_id: progetto.id,
    numero: 9,
    tipo: 'ORDINARIO',
    dal: '2019-01-01',
    al: '2019-06-30',
    scadenza: '2019-07-31',
  });
  return progetto;
}

const leggiSegnali = async (attore: Attore, progettoId: string) => (await leggiSegnaliDelProgetto(attore, progettoId))?.segnali ?? [];
const codici = (segnali: { codice: string }[]) => segnali.map(({ codice }) => codice);

test('la Regione vede per prime le proprie cause, ogni segnale con i numeri da cui nasce', async () => {
  const progetto = await unProgettoInDifficolta();
  const segnali = await leggiSegnali(await unIstruttore(progetto), progetto.id);
  expect(codici(segnali).slice(0, 2).sort()).toEqual(['RISPOSTA_NON_ESAMINATA', 'VERIFICA_OLTRE_TERMINE']);
  expect(codici(segnali)).toEqual(expect.arrayContaining(['RELAZIONE_SCADUTA', 'AZIONE_OLTRE_FINE', 'AZIONE_NON_COMINCIATA']));
  const nonCominciata = segnali.find(({ codice }) => codice === 'AZIONE_NON_COMINCIATA');
  expect(nonCominciata).toMatchObject({ misura: 31, gravita: 2, tocca: 'ENTE' });
  expect(nonCominciata?.chiPuoAgire).toContain(progetto.partner[0]?.denominazione);
  expect(segnali.find(({ codice }) => codice === 'RISPOSTA_NON_ESAMINATA')?.spiegazione).toContain('sono passati 20 giorni');
  expect(segnali.find(({ codice }) => codice === 'AZIONE_OLTRE_FINE')).toMatchObject({ misura: 120, gravita: 3 });
});

test('l’ente vede per primo ciò che tocca a lui; chi non partecipa e l’altra Regione non vedono nulla', async () => {
  const progetto = await unProgettoInDifficolta();
  const propri = await leggiSegnali(await progetto.capofila.attore(), progetto.id);
  expect(propri[0]?.tocca).toBe('ENTE');
  expect(propri.at(-1)?.tocca).toBe('REGIONE');
  const estraneo = await unEnte({ regione: progetto.regione });
  for (const attore of [await estraneo.attore(), await unIstruttore({ regione: await unaRegione() })]) {
    expect(await leggiSegnali(attore, progetto.id)).toEqual([]);
    expect((await elencaSegnali(attore, TUTTI)).segnali).toEqual([]);
  }
});

test('la pagina del progetto porta gli stessi segnali, letti con lui; per la ricerca non ne porta', async () => {
  const progetto = await unProgettoInDifficolta();
  for (const attore of [await unIstruttore(progetto), await progetto.capofila.attore()]) {
    const segnali = await leggiSegnali(attore, progetto.id);
    expect(segnali.length).toBeGreaterThan(2);
    expect((await leggiProgetto(attore, progetto.id))?.progetto.segnali).toEqual(segnali);
  }
  const { regione } = progetto;
  const ricerca = await (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore();
  expect((await leggiProgetto(ricerca, progetto.id))?.progetto.segnali).toEqual([]);
});

test('alla soglia il database tace come la regola: un giorno dopo parla', async () => {
  const progetto = await unProgetto();
  await unRapporto({ progetto, stato: 'APPROVATO' });
  const attore = await unIstruttore(progetto);
  const [azione] = progetto.azioni;
  await scrivi(`update avanzamento set stato = 'NON_AVVIATA', percentuale = 0 where azione_id = $1`, [azione?.id]);
  const diInizio = async (giorni: number) => {
    await scrivi(`update azione set inizio_previsto = ${giorniFa(giorni)} where id = $1`, [azione?.id]);
    return codici(await leggiSegnali(attore, progetto.id)).filter((codice) => codice === 'AZIONE_NON_COMINCIATA');
  };
  expect(await diInizio(30)).toEqual([]);
  expect(await diInizio(31)).toEqual(['AZIONE_NON_COMINCIATA']);
  await scrivi('update azione set annullata_il = app.oggi() where id = $1', [azione?.id]);
  expect(await diInizio(31)).toEqual([]);
});

/** Per ogni tipo letto dalle date di un'azione: che cosa scrivere perché la misura sia proprio quella. */
const SULL_AZIONE: [CodiceSegnale, (misura: number) => string][] = [
  ['AZIONE_OLTRE_FINE', (m) => `update azione set fine_prevista = app.oggi() - ${m} where id = $1`],
  [
    'RITARDO_IN_CRESCITA',
    (m) => `update situazione_azione set fine_stimata_prima = '2021-05-01', fine_stimata = date '2021-05-01' + ${m} where azione_id = $1`,
  ],
  [
    'AVANZAMENTO_LENTO',
    (m) => `with a as (update azione set inizio_previsto = app.oggi() - 100, fine_prevista = app.oggi() where id = $1)
      update situazione_azione set periodo_al = app.oggi(), percentuale = 100 - ${m} where azione_id = $1`,
  ],
  ['NESSUN_PROGRESSO', (m) => `update situazione_azione set senza_progressi = ${m} where azione_id = $1`],
  [
    'QUANTITA_LONTANE',
    (m) => `with a as (update azione set fine_prevista = app.oggi() where id = $1)
      update quantita_realizzata r set valore = 100 - ${m} from quantita q where q.id = r.quantita_id and q.azione_id = $1`,
  ],
  [
    'CAUSA_DI_LUNGA_DATA',
    (m) =>
      `update avanzamento_causa c set mese_dal = app.oggi() - ${m} from avanzamento v where v.id = c.avanzamento_id and v.azione_id = $1`,
  ],
];

test.each(SULL_AZIONE)(
  '%s: il database tace alla soglia e parla subito oltre, con la stessa misura della regola',
  async (codice, scriverlo) => {
    const progetto = await unProgetto();
    await unRapporto({ progetto, stato: 'APPROVATO' });
    const attore = await unIstruttore(progetto);
    const misure = async (misura: number) => {
      await scrivi(scriverlo(misura), [progetto.azioni[0]?.id]);
      return (await leggiSegnali(attore, progetto.id)).filter((segnale) => segnale.codice === codice).map((segnale) => segnale.misura);
    };
    expect(await misure(SOGLIE[codice].soglia)).toEqual([]);
    expect(await misure(SOGLIE[codice].soglia + 1)).toEqual([SOGLIE[codice].soglia + 1]);
  },
);

test('con il progetto sospeso i doveri tacciono e dopo novanta giorni parla la sospensione', async () => {
  const progetto = await unProgettoInDifficolta();
  const attore = await unIstruttore(progetto);
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const { id } = await inserisci(superutente, 'sospensione', {
    ...chiavi,
    motivo: 'EMERGENZA_SANITARIA',
    dal: '2020-03-09',
    atto: 'D.D. 1',
    data_atto: '2020-03-09',
  });
  await scrivi(`update sospensione set dal = ${giorniFa(90)} where id = $1`, [id]);
  expect(codici(await leggiSegnali(attore, progetto.id)).sort()).toEqual(['RISPOSTA_NON_ESAMINATA', 'VERIFICA_OLTRE_TERMINE']);
  await scrivi(`update sospensione set dal = ${giorniFa(91)} where id = $1`, [id]);
  expect(codici(await leggiSegnali(attore, progetto.id))).toContain('SOSPENSIONE_LUNGA');
});

test('le cause della Regione, la fine stimata che si sposta e le relazioni ferme si leggono dalla situazione', async () => {
  const progetto = await unProgetto();
  await inserisci(superutente, 'causa_ritardo', {
    regione_id: progetto.regione.id,
    codice: 'QUESITI',
    gruppo: 'G',
    etichetta: 'Quesiti senza risposta',
    interviste: [],
    dipende_regione: true,
  });
  for (const [numero, fine] of [
    [1, '2021-04-30'],
    [2, '2021-06-30'],
    [3, '2021-09-30'],
  ] as const) {
    const { avanzamenti } = await unRapporto({ progetto, stato: 'APPROVATO', numero });
    await scrivi('update avanzamento set fine_stimata = $2 where id = $1', [avanzamenti[0]?.id, fine]);
    await scrivi(`update avanzamento_causa set causa = 'QUESITI' where avanzamento_id = $1`, [avanzamenti[0]?.id]);
  }
  const segnali = await leggiSegnali(await unIstruttore(progetto), progetto.id);
  expect(segnali[0]).toMatchObject({ codice: 'CAUSA_REGIONE', misura: 1, tocca: 'REGIONE' });
  expect(segnali.find(({ codice }) => codice === 'RITARDO_IN_CRESCITA')).toMatchObject({ misura: 92, gravita: 3 });
  expect(segnali.find(({ codice }) => codice === 'NESSUN_PROGRESSO')).toMatchObject({ misura: 2 });
});

test('la bozza di un ente non fa segnali per la Regione; per gli enti sì, dalla seconda relazione scaduta', async () => {
  const progetto = await unProgetto({ partner: [] });
  for (const numero of [1, 2]) {
    const { periodoId } = await unRapporto({ progetto, numero });
    await scrivi(`update periodo set dal = dal - 2000, al = al - 2000, scadenza = ${giorniFa(10)} where id = $1`, [periodoId]);
  }
  expect(codici(await leggiSegnali(await progetto.capofila.attore(), progetto.id))).toContain('PARTE_MAI_CONSEGNATA');
  const regione = await leggiSegnali(await unIstruttore(progetto), progetto.id);
  expect(codici(regione)).not.toContain('PARTE_MAI_CONSEGNATA');
  expect(codici(regione)).not.toContain('NESSUN_PROGRESSO');
});

test('l’elenco di tutti i progetti è quello delle pagine dei progetti, nello stesso ordine e senza ripetere nulla da una pagina all’altra', async () => {
  const regione = await unaRegione();
  const progetti = [];
  for (let n = 0; n < 3; n++) progetti.push(await unProgettoInDifficolta(regione));
  await unPeriodo(await unProgetto({ regione }));
  const attore = await unIstruttore({ regione });
  const attesi = (await Promise.all(progetti.map(({ id }) => leggiSegnali(attore, id)))).flat().sort(inOrdine('app_regione'));

  const letti = [];
  let dopo: string | undefined;
  do {
    const pagina = await elencaSegnali(attore, FiltriSegnali.parse({ dopo }), 4);
    letti.push(...pagina.segnali);
    expect(Object.values(pagina.conteggi).reduce((a, b) => a + b, 0)).toBe(attesi.length);
    dopo = pagina.dopo ?? undefined;
  } while (dopo);
  expect(letti).toEqual(attesi);
  expect(attesi.length).toBeGreaterThan(10);

  const [primo] = attesi;
  const soloUno = await elencaSegnali(attore, FiltriSegnali.parse({ tipo: primo?.codice }));
  expect(new Set(codici(soloUno.segnali))).toEqual(new Set([primo?.codice]));
  const degliEnti = await elencaSegnali(attore, FiltriSegnali.parse({ chi: 'ente' }));
  expect(degliEnti.segnali).toEqual(attesi.filter(({ tocca }) => tocca === 'ENTE'));
  expect(giornoDi(attore.adesso)).toMatch(/^\d{4}/);
});

test('quante relazioni di fila un’azione non si muove si riconta anche quando si corregge l’ultima, e senza toccare lo stato non cambia', async () => {
  const progetto = await unProgetto();
  const conto = async (id: string) =>
    (await scrivi('select senza_progressi as n from situazione_azione where azione_id = $1', [id])).rows[0].n;
  const dichiara = (id: string | undefined, percentuale: number) =>
    scrivi(`update avanzamento set stato = 'IN_CORSO', percentuale = $2 where id = $1`, [id, percentuale]);
  const relazioni = [];
  for (const numero of [1, 2, 3]) {
    const { avanzamenti } = await unRapporto({ progetto, stato: 'APPROVATO', numero });
    await dichiara(avanzamenti[0]?.id, 20);
    relazioni.push(avanzamenti[0]);
  }
  const ultima = relazioni[2];
  if (!ultima) throw new Error('Servono tre relazioni.');
  expect(await conto(ultima.azioneId)).toBeGreaterThanOrEqual(1);
  await scrivi(`update avanzamento set fine_stimata = '2021-03-31' where id = $1`, [ultima.id]);
  const prima = await conto(ultima.azioneId);
  expect(prima).toBeGreaterThanOrEqual(1);
  await dichiara(ultima.id, 40);
  expect(await conto(ultima.azioneId)).toBe(0);
  await dichiara(ultima.id, 20);
  expect(await conto(ultima.azioneId)).toBe(1);
});
