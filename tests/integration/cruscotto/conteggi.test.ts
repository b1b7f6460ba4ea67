import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { leggiCruscotto, leggiStatiNelTempo } from '@/lib/cruscotto/queries';
import { elencaCruscotto } from '@/lib/cruscotto/queriesElenco';
import { FiltriElenco } from '@/lib/cruscotto/schema';
import { unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { superutente } from '@/tests/support/superutente';
import { unProgramma } from './_mondo';

const totale = async (attore: Attore, domanda: object): Promise<number> =>
  (await elencaCruscotto(attore, FiltriElenco.parse(domanda))).pagina.totale;

test('ogni numero del cruscotto è il numero di righe dell’elenco che apre', async () => {
  const { chi, oggi } = await unProgramma();
  const attore = oggi(chi.istruttore);
  const dati = await leggiCruscotto(attore);
  const coppie: [number, object][] = [
    [dati.relazioni.scadute, { relazioni: 'scadute' }],
    [dati.relazioni.vicine, { relazioni: 'vicine' }],
    [dati.relazioni.verifica, { relazioni: 'verifica' }],
    [dati.inRitardo, { vista: 'azioni', ritardo: '1' }],
    [dati.sospensioni.progetti, { sospesi: '1' }],
    [dati.sospensioni.azioni, { vista: 'azioni', sospesi: '1' }],
    [dati.dellaRegione.azioni, { vista: 'azioni', dipende: '1' }],
    [dati.dellaRegione.progetti, { dipende: '1' }],
    ...dati.stati.map(({ stato, n }): [number, object] => [n, { stato }]),
    ...dati.azioni.map(({ stato, n }): [number, object] => [n, { vista: 'azioni', statoAzione: stato }]),
    ...dati.attese.flatMap(({ chi: tocca, progetti, dettaglio }): [number, object][] => [
      [progetti, { tocca }],
      ...dettaglio.map(({ che, progetti: n }): [number, object] => [n, { tocca, attesa: che }]),
    ]),
    ...dati.cause.flatMap(({ codice, azioni, principali, progetti }): [number, object][] => [
      [azioni, { vista: 'azioni', causa: codice }],
      [principali, { vista: 'azioni', causa: codice, principale: '1' }],
      [progetti, { causa: codice }],
    ]),
    ...dati.gruppi.map(({ gruppo, azioni }): [number, object] => [azioni, { vista: 'azioni', gruppo }]),
    ...dati.luoghi.map(({ comune, progetti }): [number, object] => [progetti, { comune }]),
    ...Object.entries(dati.situazioni).map(([situazione, n]): [number, object] => [n ?? 0, { situazione }]),
  ];
  for (const [numero, domanda] of coppie) expect({ domanda, righe: await totale(attore, domanda) }).toEqual({ domanda, righe: numero });
  expect(dati.relazioni).toMatchObject({ scadute: 1, vicine: 1, verifica: 1, piuVecchia: '2019-07-31' });
  expect(dati.inRitardo).toBe(1);
  expect(Object.fromEntries(dati.attese.map(({ chi: tocca, progetti }) => [tocca, progetti]))).toEqual({
    CAPOFILA: 2,
    PARTNER: 1,
    REGIONE: 2,
  });
  expect(dati.situazioni).toEqual({ ritardo: 1, regione: 2, sospesa: 1, regolare: 2 });
});

test('finché un progetto è sospeso le sue scadenze passate non sono ritardi, e nessuno le aspetta', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const prima = await leggiCruscotto(oggi(chi.istruttore));
  await unPeriodo(progetti.sospeso, 0);
  await unPeriodo(progetti.sospeso, 1);
  expect(await leggiCruscotto(oggi(chi.istruttore))).toEqual(prima);
  await superutente.query(`update sospensione set al = '2020-07-14' where progetto_id = $1`, [progetti.sospeso.id]); // ripreso oggi
  const dopo = await leggiCruscotto(oggi(chi.istruttore));
  expect([prima.relazioni.scadute, dopo.relazioni.scadute]).toEqual([1, 2]);
});

test('le cause che dipendono dalla Regione vengono per prime, e non si contano quelle risolte o di azioni concluse', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const attore = oggi(chi.istruttore);
  expect((await leggiCruscotto(attore)).cause.map(({ codice, azioni }) => [codice, azioni])).toEqual([
    ['ANTICIPO', 1],
    ['CAUSA', 3],
  ]);
  await superutente.query(`update avanzamento_causa set risolta = true where progetto_id = $1 and causa = 'ANTICIPO'`, [
    progetti.colPartner.id,
  ]);
  await superutente.query(`update avanzamento set stato = 'COMPLETATA' where progetto_id = $1`, [progetti.daVerificare.id]);
  const dopo = await leggiCruscotto(attore);
  expect(dopo.cause.map(({ codice, azioni }) => [codice, azioni])).toEqual([['CAUSA', 1]]);
  expect(dopo.dellaRegione).toEqual({ azioni: 0, progetti: 0 });
});

test('un’altra Regione e le domande ancora in bozza non entrano in nessun numero', async () => {
  const { chi, oggi, regione } = await unProgramma();
  const prima = await leggiCruscotto(oggi(chi.dirigente));
  await unProgetto({ regione, stato: 'IDEA_BOZZA' });
  expect(await leggiCruscotto(oggi(chi.dirigente))).toEqual(prima);
  const altrove = await leggiCruscotto(oggi(chi.altraRegione));
  expect(altrove).toMatchObject({ stati: [], attese: [], azioni: [], cause: [], luoghi: [], inRitardo: 0 });
});

test('gli stati nel tempo: vale l’ultima relazione fino a quel mese, anche quella di prima della finestra', async () => {
  const { chi, oggi } = await unProgramma();
  const attore = oggi(chi.istruttore);
  const mesi = await leggiStatiNelTempo(attore);
  expect(mesi).toHaveLength(12);
  expect(mesi[0]?.mese).toBe('2019-08-01');
  expect(mesi.at(-1)?.mese).toBe('2020-07-01');
  // due relazioni presentate, per il periodo finito a giugno 2020, con due azioni ciascuna
  expect(mesi.at(-2)?.conteggi.IN_CORSO).toBe(4);
  expect(mesi.at(-3)?.conteggi.IN_CORSO).toBe(0);
  expect(mesi.at(-1)?.conteggi.IN_CORSO).toBe(4);
});

test('una relazione di due anni fa resta la situazione di tutti i mesi finché non ne arriva un’altra', async () => {
  const { regione, chi, oggi } = await unProgramma();
  const progetto = await unProgetto({ regione });
  const vecchia = await unRapporto({ progetto, stato: 'APPROVATO', numero: -1 });
  await superutente.query(`update avanzamento set stato = 'NON_AVVIATA' where rapporto_id = $1`, [vecchia.id]);
  await superutente.query(`select app.conta_mese($1)`, [vecchia.id]);
  const mesi = await leggiStatiNelTempo(oggi(chi.istruttore));
  expect(mesi.map(({ conteggi }) => conteggi.NON_AVVIATA)).toEqual(Array(12).fill(1));
  const nuova = await unRapporto({ progetto, stato: 'APPROVATO', numero: 1 });
  await superutente.query(`update avanzamento set stato = 'COMPLETATA' where rapporto_id = $1`, [nuova.id]);
  await superutente.query(`select app.conta_mese($1)`, [nuova.id]);
  const dopo = await leggiStatiNelTempo(oggi(chi.istruttore));
  expect(dopo.map(({ conteggi }) => conteggi.NON_AVVIATA)).toEqual([...Array(10).fill(1), 0, 0]);
  expect(dopo.map(({ conteggi }) => conteggi.COMPLETATA)).toEqual([...Array(10).fill(0), 1, 1]);
});

test.for(['codice', 'scadenza', 'attesa', 'ritardo'] as const)(
  'le pagine per «%s», avanti nei due versi, danno ogni progetto una volta',
  async (ordine) => {
    const { regione, chi, oggi } = await unProgramma();
    for (let n = 0; n < 50; n += 1) await unPeriodo(await unProgetto({ regione }), 1 + (n % 3));
    for (const verso of ['asc', 'desc'] as const) {
      const visti: string[] = [];
      let dopo: string | undefined;
      do {
        const { pagina } = await elencaCruscotto(oggi(chi.istruttore), FiltriElenco.parse({ ordine, verso, dopo }));
        expect(pagina.totale).toBe(56);
        expect(pagina.prima).toBe(visti.length);
        expect(pagina.precedente).toBe(dopo ? '' : null);
        visti.push(...pagina.righe.map(({ id }) => id));
        dopo = pagina.dopo ?? undefined;
      } while (dopo);
      expect(new Set(visti).size).toBe(56);
    }
  },
);
