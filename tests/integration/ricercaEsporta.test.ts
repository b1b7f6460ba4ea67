import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { esportaTabella } from '@/lib/ricerca/commands/esportaTabella';
import { leggiAttuazione, leggiTabelle } from '@/lib/ricerca/queries';
import { type FiltriRicerca, type Formato, TabellaScaricabile } from '@/lib/ricerca/schema';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unRapporto } from '../support/buildersProgetto';
import { attuazioneIntera, regioneDelProgramma, unRicercatore } from '../support/ricercatore';
import { superutente } from '../support/superutente';

const filtri: FiltriRicerca = { data: '2020-07-09', bando: null, ambito: null, categoria: null };
let ricercatrice: Attore;
beforeAll(async () => {
  ricercatrice = await unRicercatore(await regioneDelProgramma());
});
afterAll(chiudiClient);

const eventiDi = async (attore: Attore) => {
  const { rows } = await superutente.query(
    'select atto, oggetto, oggetto_id, ruolo, dopo, riservato from evento where attore_id = $1 order by id',
    [attore.utenteId],
  );
  return rows;
};
const righeCsv = (contenuto: string | Uint8Array<ArrayBuffer>): string[] =>
  String(contenuto)
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1);
const scarica = (tabella: TabellaScaricabile, formato: Formato, altri: Partial<FiltriRicerca> = {}) =>
  esportaTabella(ricercatrice, { tabella, formato, filtri: { ...filtri, ...altri } });

const SINGOLE = TabellaScaricabile.exclude(['pannello']).options;

describe('ogni tabella nei tre formati', () => {
  const attese: Record<(typeof SINGOLE)[number], number> = {
    '1.1': 22,
    '1.2': 22,
    '1.3': 22,
    '1.4': 22,
    '1.5': 22,
    '3.1': 6,
    dimensione: 4,
    stati: 10,
    cause: 15,
    // 29 combinazioni dalle azioni, 14 dai progetti interi, 30 cause citate dal rapporto, 2 dall’estratto dimostrativo rilasciato
    cause_fasi: 75,
    avvio: 22,
    'avvio-azioni': 114,
    sospesi: 0,
    spesa: 22,
    partecipanti: 0,
    caratteristiche: 0,
    azioni: 114,
    quantita: 101,
  };
  test.each(SINGOLE)('%s', async (tabella) => {
    const excel = await scarica(tabella, 'csv');
    const r = await scarica(tabella, 'csv-r');
    expect(righeCsv(excel.contenuto)).toHaveLength(attese[tabella] + 1);
    expect(righeCsv(r.contenuto)).toHaveLength(attese[tabella] + 1);
    expect(String(excel.contenuto).startsWith('\uFEFF')).toBe(true);
    expect(righeCsv(r.contenuto)[0]).toMatch(/^[a-z0-9_]+(,[a-z0-9_]+)+$/);
    const xlsx = await scarica(tabella, 'xlsx');
    const cartella = new ExcelJS.Workbook();
    await cartella.xlsx.load((xlsx.contenuto as Uint8Array<ArrayBuffer>).buffer);
    expect(cartella.worksheets.map(({ rowCount }) => rowCount)[1]).toBe(attese[tabella] + 1);
  });
});

test('il nome del file dice la tabella e la data', async () => {
  const nomi = await Promise.all((['csv', 'csv-r', 'xlsx'] as const).map((formato) => scarica('1.4', formato)));
  expect(nomi.map(({ nome }) => nome)).toEqual([
    'cantiere-tabella-1-4-2020-07-09.csv',
    'cantiere-tabella-1-4-2020-07-09-r.csv',
    'cantiere-tabella-1-4-2020-07-09.xlsx',
  ]);
});

test('la Tabella 1.4 scaricata è quella stampata', async () => {
  const [intestazione, alessandria, biella] = righeCsv((await scarica('1.4', 'csv-r')).contenuto);
  expect(intestazione).toBe(
    'progetto_id,capofila,cat_inserimento_socio_lavorativo,cat_minori_famiglie,cat_anziani_non_autosufficienti,cat_emergenza_abitativa',
  );
  expect(alessandria).toBe('P01,Alessandria,1,1,0,1');
  expect(biella).toBe('P02,Biella,0,1,0,0');
});

test('le cause per categoria e fase scaricate sono quelle del programma, con le interviste che il rapporto cita', async () => {
  const righe = righeCsv((await scarica('cause_fasi', 'csv-r')).contenuto).map((riga) => riga.split(','));
  const di = (causa: string) => righe.filter(([codice]) => codice === causa).map((riga) => riga.slice(-6).join(' '));
  expect(di('X01')).toEqual([
    'auto_mutuo_aiuto attuazione 1 P12 NA 0',
    'informazione preparazione 3 P02|P10|P22 NA 0',
    'inserimento_socio_lavorativo attuazione 4 P10|P11|P19|P22 NA 0',
    'minori_famiglie attuazione 2 P02|P03 NA 0',
    'anziani_non_autosufficienti attuazione 3 P05|P09|P21 NA 0',
    'tavoli_reti_stakeholder attuazione 2 P02|P22 NA 0',
    'omogeneizzazione_integrazione attuazione 1 P17 NA 0',
    'intermedia attuazione 7 P02|P10|P11|P19|P21|P22 NA 0',
    'progetto_intero non_nota 0 P02|P03|P05|P09|P10|P11|P12|P17|P19|P21|P22 NA 0',
    'rapporto non_nota 0 NA Int. 43|Int. 59|Int. 60 0',
  ]);
});

test('uno stato non rilevato è scritto, non vuoto, e non è «non avviata»', async () => {
  const righe = righeCsv((await scarica('azioni', 'csv-r')).contenuto);
  expect(righe.filter((riga) => riga.includes(',non_rilevato,non_rilevato,'))).toHaveLength(18);
  expect(righe.filter((riga) => riga.includes(',non_avviata,'))).toHaveLength(7);
  expect(righe.every((riga) => !/,,|,$/.test(riga))).toBe(true);
});

test('la cartella completa ha un foglio per tabella e il LEGGIMI con data, fonte, codici e mancanti', async () => {
  const { contenuto, nome } = await scarica('pannello', 'xlsx', { data: '2020-03-31' });
  expect(nome).toBe('cantiere-pannello-2020-03-31.xlsx');
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load((contenuto as Uint8Array<ArrayBuffer>).buffer);
  const nomi = [
    'tabella 1.1',
    'tabella 1.2',
    'tabella 1.3',
    'tabella 1.4',
    'tabella 1.5',
    'figura 3.1',
    'dimensione',
    'stati',
    'cause',
    'avvio',
    'avvio-azioni',
    'sospesi',
    'quantita',
    'azioni',
    'cause_fasi',
    'spesa',
    'partecipanti',
    'caratteristiche',
  ];
  expect(cartella.worksheets.map(({ name }) => name)).toEqual(['LEGGIMI', ...nomi]);
  const leggimi: string[] = [];
  cartella.getWorksheet('LEGGIMI')?.eachRow((riga) => leggimi.push((riga.values as unknown[]).slice(1).join(' | ')));
  const testo = leggimi.join('\n');
  for (const attesa of [/31 marzo 2020/, /relazioni approvate/, /non_rilevato/, /X01/, /auto_mutuo_aiuto/, /scelta IRES/])
    expect(testo).toMatch(attesa);
});

test('ogni scaricamento è un evento con tabella, formato, data e righe', async () => {
  const regione = await regioneDelProgramma();
  const chi = await unRicercatore(regione);
  await esportaTabella(chi, { tabella: 'azioni', formato: 'csv-r', filtri: { ...filtri, ambito: 30 } });
  expect(await eventiDi(chi)).toEqual([
    {
      atto: 'ricerca.tabellaEsportata',
      oggetto: 'bando',
      oggetto_id: regione.bandoId,
      ruolo: 'RICERCATORE',
      riservato: false,
      dopo: {
        tabella: 'azioni',
        formato: 'csv-r',
        data: '2020-07-09',
        bando: null,
        ambito: 30,
        categoria: null,
        righe: expect.any(Number),
      },
    },
  ]);
});

describe('rifiuti: niente file e niente evento', () => {
  const rifiuta = async (chi: Attore, richiesta: Parameters<typeof esportaTabella>[1], code: string) => {
    await expect(esportaTabella(chi, richiesta)).rejects.toMatchObject({ code });
    expect(await eventiDi(chi)).toEqual([]);
  };
  test('più tabelle insieme in CSV', async () => {
    await rifiuta(
      await unRicercatore(await regioneDelProgramma()),
      { tabella: 'pannello', formato: 'csv', filtri },
      'ricerca.formatoNonAdatto',
    );
  });
  test('un bando che non esiste', async () => {
    await rifiuta(
      await unRicercatore(await regioneDelProgramma()),
      { tabella: '1.1', formato: 'csv', filtri: { ...filtri, bando: 'B1' } },
      'ricerca.bandoNonTrovato',
    );
  });
  test('un ente', async () => {
    const ente = await unEnte();
    await rifiuta(await ente.attore(), { tabella: '1.1', formato: 'csv', filtri }, 'ricerca.ruoloMancante');
  });
});

describe('che cosa entra nel pannello', () => {
  test.each(['RICERCATORE', 'ISTRUTTORE'] as const)(
    'per %s una relazione approvata dopo sostituisce quella prima; una in verifica no',
    async (ruolo) => {
      const primo = await unRapporto({ stato: 'APPROVATO', numero: 1 });
      const { progetto } = primo;
      await unRapporto({ progetto, stato: 'APPROVATO_CON_RILIEVI', numero: 2 });
      await unRapporto({ progetto, stato: 'IN_VERIFICA', numero: 3 });
      const lettore = await (await unUtente({ regione: progetto.regione, ruolo })).attore();
      const alla = (data: string) => leggiAttuazione(lettore, { ...filtri, data });
      expect((await alla('2025-12-31'))?.onde.map(({ al }) => al)).toEqual(['2021-06-30']);
      const tutte = await attuazioneIntera(lettore, { ...filtri, data: '2025-12-31' });
      expect(tutte.onde.map(({ al }) => al)).toEqual(['2020-06-30', '2021-06-30']);
      expect((await alla('2021-06-29'))?.onde.map(({ al }) => al)).toEqual(['2020-06-30']);
      expect((await alla('2020-06-29'))?.onde).toEqual([]);
    },
  );

  test('chi fa ricerca in un’altra Regione non vede niente di questa, nemmeno il bando', async () => {
    const altrove = await unRicercatore(await unaRegione());
    const lette = await leggiTabelle(altrove, filtri);
    expect({ bando: lette?.bando, bandi: lette?.bandi, progetti: lette?.contati }).toEqual({ bando: null, bandi: [], progetti: [] });
    expect((await leggiAttuazione(altrove, filtri))?.azioni).toEqual([]);
  });

  test('un titolo che sembra una formula esce con l’apice', async () => {
    const { progetto } = await unRapporto({ stato: 'APPROVATO' });
    await superutente.query(`update azione set titolo = '=HYPERLINK("http://example.it")' where progetto_id = $1`, [progetto.id]);
    const { contenuto } = await esportaTabella(await unRicercatore(progetto.regione), { tabella: 'azioni', formato: 'csv', filtri });
    expect(String(contenuto)).toContain(`;"'=HYPERLINK(""http://example.it"")";`);
  });
});
