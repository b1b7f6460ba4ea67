import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { causeDiRitardo } from '@/lib/ricerca/cause';
import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import { avvioDeiProgetti, quantitaRaggiunte } from '@/lib/ricerca/misure';
import { CHIAVI_STATO, filtra, statiPerCategoria } from '@/lib/ricerca/pannello';
import { leggiAttuazione, leggiTabelle } from '@/lib/ricerca/queries';
import type { DatiAttuazione, DatiTabelle } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { figura31, tabellaAggregazioni, tabelleInterventi } from '@/lib/ricerca/tabelle';
import {
  CATEGORIE_PUBBLICATE,
  CAUSE_PUBBLICATE,
  PROGETTI_PUBBLICATI,
  STATI_PUBBLICATI,
  TOTALI_PUBBLICATI,
  TOTALI_STATI,
} from '../fixtures/tabellePubblicate';
import { unUtente } from '../support/builders';
import { regioneDelProgramma, tabelleIntere, unRicercatore } from '../support/ricercatore';

type FileReale = {
  progetti: {
    id: string;
    capofila: string;
    titolo: string;
    provincia: string;
    popolazione: number;
    ambiti: number[];
    enti_gestori: string[];
    classificazione: Record<string, boolean>;
  }[];
  vocabolari: { categorie: { codice: string; tabella: string | null }[] };
  totali_attesi: Record<string, unknown> & { figura_3_1: Record<string, number> };
};

const reale = JSON.parse(readFileSync('prisma/dati/wecare-2020.json', 'utf8')) as FileReale;
const alla = (data: string): FiltriRicerca => ({ data, bando: null, ambito: null, categoria: null });

const trovate = <T>(dati: T | null): T => {
  if (dati === null) throw new Error('Il bando non c’è.');
  return dati;
};
const tabelleAlla = (data: string) => tabelleIntere(ricercatrice, alla(data));
const attuazioneAlla = async (data: string) => trovate(await leggiAttuazione(ricercatrice, alla(data)));

let ricercatrice: Attore;
let tabelle: DatiTabelle;
let attuazione: DatiAttuazione;

beforeAll(async () => {
  ricercatrice = await unRicercatore(await regioneDelProgramma());
  tabelle = await tabelleAlla('2020-07-09');
  attuazione = await attuazioneAlla('2020-07-09');
});
afterAll(chiudiClient);

test('le aggregazioni per classe di popolazione sono quelle del rapporto: 1, 2, 13 e 6; delle tredici, sei con un ente e sette con due-quattro', () => {
  const righe = dimensioneAggregazioni(tabelle.progetti);
  expect(righe.map(({ progetti }) => progetti)).toEqual([1, 2, 13, 6]);
  expect(righe[2]).toMatchObject({ classe: 'DA_100', unEnte: 6, pochiEnti: 7, moltiEnti: 0 });
  expect(righe.reduce((somma, { popolazione }) => somma + popolazione, 0)).toBe(reale.totali_attesi.popolazione);
});

test('a una data prima del programma non c’è nessun progetto, e si sa da quando ce ne sono', async () => {
  const prima = await tabelleAlla('2010-01-01');
  expect(prima.progetti).toEqual([]);
  expect(prima.primaApprovazione).toMatch(/^2019-/);
  expect((await tabelleAlla(String(prima.primaApprovazione))).progetti.length).toBeGreaterThan(0);
});

describe('Tabelle 1.1-1.5 e Figura 3.1, uguali alle pubblicate cella per cella', () => {
  test('Tabella 1.1: capofila, popolazione, ambiti ed enti, nell’ordine del rapporto', () => {
    const { righe, totali } = tabellaAggregazioni(tabelle);
    expect(righe.map((r) => [r.progetto, r.capofila, r.popolazione, r.ambiti.map(({ numero }) => numero), r.enti.length])).toEqual(
      PROGETTI_PUBBLICATI.map((pubblicato) => pubblicato.slice(0, 5)),
    );
    const { progetti, ambiti, enti, popolazione } = TOTALI_PUBBLICATI;
    expect(totali).toEqual({ progetti, ambiti, enti, popolazione });
  });

  test('Tabella 1.1: titoli, province ed enti sono quelli del file, il capofila per primo', () => {
    expect(tabellaAggregazioni(tabelle).righe.map((r) => [r.titolo, r.provincia, r.enti.map(({ codice }) => codice).sort()])).toEqual(
      reale.progetti.map((p) => [p.titolo, p.provincia, [...p.enti_gestori].sort()]),
    );
    expect(tabellaAggregazioni(tabelle).righe.map(({ enti }) => enti.map(({ capofila }) => capofila).indexOf(true))).toEqual(
      Array(22).fill(0),
    );
  });

  test('Tabelle 1.2-1.5: ogni segno è quello stampato', () => {
    const nostri = tabelleInterventi(tabelle);
    expect(nostri.map(({ numero }) => numero)).toEqual(['1.2', '1.3', '1.4', '1.5']);
    expect(nostri.flatMap(({ colonne }) => colonne.map(({ codice }) => codice))).toEqual(CATEGORIE_PUBBLICATE);
    const segni = tabelle.progetti.map((_, i) =>
      nostri.map(({ righe }) => righe[i]?.segni.map((segno) => (segno === null ? '?' : segno ? 'x' : '-')).join('')).join(' | '),
    );
    expect(segni).toEqual(PROGETTI_PUBBLICATI.map(([, , , , , pubblicati]) => pubblicati));
  });

  test('Tabelle 1.2-1.5: ogni segno è anche quello del file importato', () => {
    for (const { colonne, righe } of tabelleInterventi(tabelle))
      for (const [i, { segni }] of righe.entries())
        expect(segni).toEqual(colonne.map(({ codice }) => reale.progetti[i]?.classificazione[codice]));
  });

  test('i totali sono quelli stampati e quelli attesi dal file', () => {
    const nostri = Object.fromEntries(tabelleInterventi(tabelle).map(({ numero, totali }) => [numero, totali]));
    expect(nostri).toEqual(TOTALI_PUBBLICATI.perTabella);
    for (const [numero, totali] of Object.entries(nostri)) {
      const attesi = reale.totali_attesi[`tabella_${numero.replace('.', '_')}`] as Record<string, number>;
      expect(totali).toEqual(Object.values(attesi));
    }
    expect(tabelleInterventi(tabelle).find(({ numero }) => numero === '1.4')?.almenoUno).toBe(19);
  });

  test('Figura 3.1: i quattro riquadri e le unioni', () => {
    const [innovazione, welfare] = figura31(tabelle).righe;
    expect(figura31(tabelle).progetti).toBe(22);
    expect([innovazione?.servizi.progetti, innovazione?.azioni.progetti, innovazione?.inTutto]).toEqual(
      Object.values(TOTALI_PUBBLICATI.innovazione),
    );
    expect([welfare?.servizi.progetti, welfare?.azioni.progetti]).toEqual(Object.values(TOTALI_PUBBLICATI.welfare));
    const f = reale.totali_attesi.figura_3_1;
    expect([innovazione?.inTutto, welfare?.servizi.progetti, welfare?.azioni.progetti]).toEqual([
      f.almeno_un_intervento_innovazione_sociale,
      f.almeno_un_servizio_welfare,
      f.almeno_una_azione_welfare,
    ]);
  });

  test('la Regione legge le stesse tabelle', async () => {
    const regione = await regioneDelProgramma();
    const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
    expect(await tabelleIntere(istruttore, alla('2020-07-09'))).toEqual(tabelle);
  });

  test('prima della classificazione non ci sono segni, e non ci sono nemmeno dei no', async () => {
    const prima = await tabelleAlla('2020-06-30');
    expect(new Set(tabelleInterventi(prima).flatMap(({ righe }) => righe.flatMap(({ segni }) => segni)))).toEqual(new Set([null]));
  });
});

test('un bando che non esiste non è una tabella vuota', async () => {
  expect(await leggiTabelle(ricercatrice, { ...alla('2020-07-09'), bando: 'inventato' })).toBeNull();
  expect(await leggiAttuazione(ricercatrice, { ...alla('2020-07-09'), bando: 'inventato' })).toBeNull();
});

describe('pannello di attuazione sulla rilevazione del 2020', () => {
  test('le azioni per stato, in tutto e categoria per categoria', () => {
    const stati = statiPerCategoria(attuazione);
    const senzaAnnullate = CHIAVI_STATO.filter((stato) => stato !== 'ANNULLATA');
    expect(senzaAnnullate.map((stato) => stati.totali[stato])).toEqual(TOTALI_STATI);
    expect(Object.fromEntries(stati.righe.map(({ codice, conteggi }) => [codice, senzaAnnullate.map((stato) => conteggi[stato])]))).toEqual(
      STATI_PUBBLICATI,
    );
    expect(stati.righe.at(-1)?.codice).toBe('intermedia');
    expect(stati.senzaRilevazione).toEqual({ azioni: 0, progetti: 0 });
  });

  test('le cause per numero di progetti; X01 è in 23 azioni di 11 progetti', () => {
    const { righe, maiUsate, vocabolario } = causeDiRitardo(attuazione);
    expect(righe.map(({ codice, progetti }) => [codice, progetti])).toEqual(CAUSE_PUBBLICATE);
    expect(righe[0]).toMatchObject({ codice: 'X01', progetti: 11, azioni: 23 });
    expect(righe[0]?.perCategoria.reduce((somma, n) => somma + n, 0)).toBe(23);
    expect({ maiUsate, vocabolario }).toEqual({ maiUsate: 26, vocabolario: 41 });
  });

  test('i mesi di avvio dove la fonte li dice, altrove non rilevato', () => {
    const { righe, rilevati } = avvioDeiProgetti(attuazione);
    expect(righe.filter(({ mesi }) => mesi !== null).map(({ progetto, mesi }) => [progetto, mesi])).toEqual([
      ['P06', 5],
      ['P07', 2],
      ['P19', 6],
      ['P21', 6],
    ]);
    expect(rilevati).toBe(4);
  });

  test('le 102 quantità della fonte, una sola con previsto e raggiunto', () => {
    const { righe, confrontabili, soloPreviste, soloRaggiunte, senzaValori } = quantitaRaggiunte(attuazione);
    expect(righe.filter(({ previsto }) => previsto).length + righe.filter(({ raggiunto }) => raggiunto).length).toBe(102);
    expect(confrontabili.map(({ progetto, unita, quota }) => [progetto, unita, quota])).toEqual([['P10', 'tavoli', 2 / 3]]);
    expect({ soloPreviste: soloPreviste + soloRaggiunte + confrontabili.length, senzaValori }).toEqual({
      soloPreviste: righe.length,
      senzaValori: 0,
    });
  });

  test('a fine gennaio 2020 si sa solo di chi era già stato rilevato', async () => {
    const gennaio = await attuazioneAlla('2020-01-31');
    expect([...new Set(gennaio.onde.map(({ progetto }) => progetto))]).toEqual(['P01', 'P07']);
    expect(statiPerCategoria(gennaio).senzaRilevazione.progetti).toBe(20);
  });

  test('prima del programma il pannello è vuoto e non è un errore', async () => {
    const prima = await attuazioneAlla('2015-01-01');
    expect(prima.primaRilevazione).toBe('2020-01-31');
    expect({ onde: prima.onde, cause: causeDiRitardo(prima).righe, rilevati: avvioDeiProgetti(prima).rilevati }).toEqual({
      onde: [],
      cause: [],
      rilevati: 0,
    });
    expect(statiPerCategoria(prima)).toMatchObject({ indice: { valore: null }, senzaRilevazione: { azioni: 114, progetti: 22 } });
  });

  test('i filtri per ambito e per categoria contano solo le loro azioni', () => {
    const vercelli = filtra(attuazione, { ambito: 30, categoria: null });
    expect(vercelli.progetti.map(({ territorio }) => territorio)).toEqual(['Vercelli']);
    const minori = statiPerCategoria(filtra(attuazione, { ambito: null, categoria: 'minori_famiglie' }));
    expect(minori.righe.map(({ codice, totale }) => [codice, totale])).toEqual([['minori_famiglie', 13]]);
  });
});
