import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { esportaTabella } from '@/lib/ricerca/commands/esportaTabella';
import { figuraAvvio } from '@/lib/ricerca/figureAttuazione';
import { avvioDeiProgetti, avvioDelleAzioni } from '@/lib/ricerca/misure';
import { leggiAttuazione, leggiRisorse } from '@/lib/ricerca/queries';
import type { DatiAttuazione, DatiRisorse } from '@/lib/ricerca/righe';
import { partecipantiPubblicati, spesaDeiProgetti } from '@/lib/ricerca/risorse';
import { type FiltriRicerca, TabellaConGrafico, type TabellaScaricabile } from '@/lib/ricerca/schema';
import { type Regione, unaRegione, unEnte, unUtente } from '../support/builders';
import { unRapporto } from '../support/buildersProgetto';
import { regioneDelProgramma, unRicercatore } from '../support/ricercatore';
import { superutente } from '../support/superutente';

const alla = (data: string): FiltriRicerca => ({ data, bando: null, ambito: null, categoria: null });
const trovati = <T>(dati: T | null): T => {
  if (dati === null) throw new Error('Il bando non c’è.');
  return dati;
};
let ricercatrice: Attore;
const risorseAlla = async (data: string, chi = ricercatrice): Promise<DatiRisorse> => trovati(await leggiRisorse(chi, alla(data)));
const attuazioneAlla = async (data: string): Promise<DatiAttuazione> => trovati(await leggiAttuazione(ricercatrice, alla(data)));

beforeAll(async () => {
  ricercatrice = await unRicercatore(await regioneDelProgramma());
});
afterAll(chiudiClient);

describe('risorse del programma reale', () => {
  test('gli importi dimostrativi sommano alla dotazione vera, e di ognuno si dice che è inventato', async () => {
    const dati = await risorseAlla('2020-07-09');
    const spesa = spesaDeiProgetti(dati);
    const reale = JSON.parse(readFileSync('prisma/dati/wecare-2020.json', 'utf8'));
    expect(spesa.righe.map(({ progetto }) => progetto)).toEqual(reale.progetti.map(({ id }: { id: string }) => id));
    expect(spesa.assegnato).toBe(BigInt(reale.meta.contesto_bando.dotazione_euro) * 100n);
    expect({ ...spesa, righe: spesa.righe.length }).toEqual({
      ...{ righe: 22, conAssegnato: 22, assegnato: 640_000_000n, richiesto: 707_330_000n, costo: 0n, quota: 0.904811, dimostrativi: 22 },
    });
    expect(spesa.righe[10]).toMatchObject({ progetto: 'P11', capofila: 'Torino', assegnato: 86_700_000n, quota: 1, costo: null });
  });

  test('prima dell’approvazione non ci sono importi, e si sa da quando; la Regione legge le stesse righe', async () => {
    const prima = await risorseAlla('2018-12-31');
    expect(prima.progetti).toEqual([]);
    expect(prima.primaApprovazione).toMatch(/^2019-/);
    const istruttore = await (await unUtente({ regione: await regioneDelProgramma(), ruolo: 'ISTRUTTORE' })).attore();
    expect((await risorseAlla('2020-07-09', istruttore)).progetti).toEqual((await risorseAlla('2020-07-09')).progetti);
  });

  test('un bando che non esiste non è una pagina vuota', async () => {
    expect(await leggiRisorse(ricercatrice, { ...alla('2020-07-09'), bando: 'inventato' })).toBeNull();
  });
});

describe('avvio alla data', () => {
  test('i quattro progetti di cui la fonte lo dice; gli altri diciotto contati a parte', async () => {
    const avvio = avvioDeiProgetti(await attuazioneAlla('2020-07-09'));
    expect(figuraAvvio(avvio).grafico.barre.map(({ chiave, etichetta, valore }) => [chiave, etichetta, valore])).toEqual([
      ['P19', 'Carmagnola', 6],
      ['P21', 'Verbania', 6],
      ['P06', 'Alba', 5],
      ['P07', 'Bra', 2],
    ]);
    expect(avvio).toMatchObject({ mediana: 5.5, senzaApprovazione: 0, senzaAvvio: 18, anticipati: 0 });
  });

  test('a una data di prima dell’approvazione non si sa ancora né l’una né l’altro', async () => {
    const avvio = avvioDeiProgetti(await attuazioneAlla('2019-01-01'));
    expect(avvio).toMatchObject({ rilevati: 0, senzaApprovazione: 22, senzaAvvio: 0 });
    // approvati in aprile 2019, partiti da giugno in poi
    expect(avvioDeiProgetti(await attuazioneAlla('2019-05-31'))).toMatchObject({ rilevati: 0, senzaApprovazione: 0, senzaAvvio: 22 });
    expect(avvioDeiProgetti(await attuazioneAlla('2019-06-30'))).toMatchObject({ rilevati: 1, senzaAvvio: 21 });
  });

  test('l’inizio di un’azione viene dalla relazione approvata entro la data', async () => {
    const { progetto } = await unRapporto({ stato: 'APPROVATO', numero: 1 });
    await superutente.query(`update progetto set data_approvazione = '2019-11-20' where id = $1`, [progetto.id]);
    await superutente.query(`update avanzamento set inizio_effettivo = '2020-03-02' where progetto_id = $1`, [progetto.id]);
    const chi = await unRicercatore(progetto.regione);
    const avvio = async (data: string) => avvioDelleAzioni(trovati(await leggiAttuazione(chi, alla(data))));
    const dopo = await avvio('2020-06-30');
    expect(dopo.rilevate).toBeGreaterThan(0);
    expect(new Set(dopo.righe.flatMap(({ mesi }) => (mesi === null ? [] : [mesi])))).toEqual(new Set([4]));
    expect((await avvio('2020-06-29')).rilevate).toBe(0);
  });
});

/** Una tabella del programma come la pubblica il comando: celle già decise. */
async function pubblica(regione: Regione, il: string, contenuto: unknown, trimestre: string): Promise<void> {
  await superutente.query(
    `insert into rilascio (regione_id, tabella, parametri, contenuto, sha256, rilasciato_il)
     select b.regione_id, 'INDICATORI_PROGRAMMA', jsonb_build_object('programma', b.programma_id, 'trimestre', $3::text), $2::jsonb, 'x', $4::timestamptz
     from bando b where b.id = $1`,
    [regione.bandoId, JSON.stringify(contenuto), trimestre, il],
  );
}

describe('partecipanti', () => {
  test('solo dall’ultima tabella pubblicata entro la data; soppresso resta soppresso anche nel file', async () => {
    const { progetto } = await unRapporto({ stato: 'APPROVATO' });
    const { regione } = progetto;
    const una = (completi: number | null, totale: number) => ({
      intera: { 'completi.TOTALE.T': totale, 'tutti.TOTALE.T': totale + 2, 'completi.CO01.T': null },
      progetti: [{ id: progetto.id, numero: 1, completi, tutti: null }],
    });
    await pubblica(regione, '2020-04-10T08:00:00Z', una(null, 31), '2020-T1');
    await pubblica(regione, '2020-07-05T08:00:00Z', una(44, 44), '2020-T2');
    const chi = await unRicercatore(regione);
    const prima = await risorseAlla('2020-04-09', chi);
    expect([prima.pubblicata, prima.primaPubblicazione]).toEqual([null, '2020-04-10']);
    const aprile = await risorseAlla('2020-07-04', chi);
    expect(aprile.pubblicata).toMatchObject({ il: '2020-04-10', trimestre: '2020-T1' });
    expect(partecipantiPubblicati(trovati(aprile.pubblicata))).toMatchObject({ completi: 31, tutti: 33, soppressi: 1 });
    expect((await risorseAlla('2020-07-05', chi)).pubblicata).toMatchObject({
      trimestre: '2020-T2',
      progetti: [{ completi: 44, tutti: null }],
    });

    const { contenuto } = await esportaTabella(chi, { tabella: 'partecipanti', formato: 'csv-r', filtri: alla('2020-07-04') });
    const codice = (await superutente.query('select codice, territorio from progetto where id = $1', [progetto.id])).rows[0];
    expect(String(contenuto).split('\r\n').slice(1, -1)).toEqual([`${codice.codice},${codice.territorio},2020-04-10,NA,NA,soppresso`]);
    const svg = String((await esportaTabella(chi, { tabella: 'partecipanti', formato: 'svg', filtri: alla('2020-07-04') })).contenuto);
    expect(svg).toContain('>soppresso</text>');
    const altrove = await unRicercatore(await unaRegione());
    expect((await risorseAlla('2020-12-31', altrove)).pubblicata).toBeNull();
  });
});

describe('ogni grafico come file', () => {
  const scarica = (tabella: TabellaScaricabile, formato: 'svg' | 'png', data = '2020-07-09') =>
    esportaTabella(ricercatrice, { tabella, formato, filtri: alla(data) });
  const PARTECIPANTI = ['partecipanti', 'caratteristiche'];

  test.each(TabellaConGrafico.options.filter((tabella) => !PARTECIPANTI.includes(tabella)))('%s: SVG e PNG', async (tabella) => {
    const svg = await scarica(tabella, 'svg');
    expect([svg.nome.endsWith('-2020-07-09.svg'), svg.tipo]).toEqual([true, 'image/svg+xml; charset=utf-8']);
    const testo = String(svg.contenuto);
    expect(XMLValidator.validate(testo)).toBe(true);
    expect(new XMLParser({ ignoreAttributes: false }).parse(testo).svg['@_xmlns']).toBe('http://www.w3.org/2000/svg');
    for (const parte of ['Fonte: Portale Cantiere', 'Dati al 9 luglio 2020', 'CC BY 4.0']) expect(testo).toContain(parte);
    const png = await scarica(tabella, 'png');
    const byte = png.contenuto as Uint8Array<ArrayBuffer>;
    const vista = new DataView(byte.buffer);
    const [, largo, alto] = / width="(\d+)" height="(\d+)"/.exec(testo) ?? [];
    expect([png.tipo, [...byte.slice(0, 8)]]).toEqual(['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]);
    expect([vista.getUint32(16), vista.getUint32(20)]).toEqual([Number(largo) * 2, Number(alto) * 2]);
  });

  test('la Figura 3.1 ha i numeri del rapporto', async () => {
    const testo = String((await scarica('3.1', 'svg')).contenuto);
    const scritti = [...testo.matchAll(/>(\d+ su 22)</g)].map(([, scritto]) => scritto);
    expect(scritti).toEqual(['9 su 22', '9 su 22', '19 su 22', '13 su 22']);
    expect(testo).toContain('16 in tutto');
  });

  test('le Tabelle 1.1 e 1.4 come grafico: gli abitanti in ordine, i progetti per categoria del rapporto', async () => {
    const coppie = (svg: unknown) =>
      [...String(svg).matchAll(/<g transform="translate\(0 [\d.]+\)"><text[^>]*>([^<]*)<\/text><rect[^>]*\/><text[^>]*>([^<]*)</g)].map(
        ([, a, b]) => [a, b],
      );
    const uno = coppie((await scarica('1.1', 'svg')).contenuto);
    expect(uno).toHaveLength(22);
    expect(uno.slice(0, 2)).toEqual([
      ['Torino', '886.837'],
      ['Alessandria', '643.111'],
    ]);
    expect(coppie((await scarica('1.4', 'svg')).contenuto).map(([, progetti]) => progetti)).toEqual(['13', '7', '4', '3']);
  });

  test('gli stessi dati alla stessa data danno lo stesso disegno; a un’altra data un altro', async () => {
    const uno = await scarica('stati', 'svg', '2020-05-31');
    expect(await scarica('stati', 'svg', '2020-05-31')).toEqual(uno);
    expect((await scarica('stati', 'svg', '2020-01-31')).contenuto).not.toBe(uno.contenuto);
  });

  test('una tabella senza grafico, o senza ancora nulla di pubblicato, si rifiuta e non lascia eventi', async () => {
    const chi = await unRicercatore(await regioneDelProgramma());
    for (const tabella of ['azioni', 'pannello', 'partecipanti'] as const)
      await expect(esportaTabella(chi, { tabella, formato: 'svg', filtri: alla('2019-05-01') })).rejects.toMatchObject({
        code: 'ricerca.senzaGrafico',
      });
    const ente = await (await unEnte()).attore();
    await expect(esportaTabella(ente, { tabella: 'stati', formato: 'png', filtri: alla('2020-07-09') })).rejects.toMatchObject({
      code: 'ricerca.ruoloMancante',
    });
    const { rowCount } = await superutente.query('select from evento where attore_id = any($1)', [[chi.utenteId, ente.utenteId]]);
    expect(rowCount).toBe(0);
  });

  test('il disegno è un atto come la tabella: nel registro c’è il formato', async () => {
    const chi = await unRicercatore(await regioneDelProgramma());
    await esportaTabella(chi, { tabella: 'spesa', formato: 'png', filtri: alla('2020-07-09') });
    const { rows } = await superutente.query(
      `select atto, dopo ->> 'formato' as formato, dopo ->> 'tabella' as tabella from evento where attore_id = $1`,
      [chi.utenteId],
    );
    expect(rows).toEqual([{ atto: 'ricerca.tabellaEsportata', formato: 'png', tabella: 'spesa' }]);
  });

  test('un nome che sembra codice resta testo nel disegno', async () => {
    const { progetto } = await unRapporto({ stato: 'APPROVATO' });
    await superutente.query(
      `update progetto set territorio = '<script>alert(1)</script> & «Alba»', importo_assegnato_cents = 100 where id = $1`,
      [progetto.id],
    );
    const chi = await unRicercatore(progetto.regione);
    const svg = String((await esportaTabella(chi, { tabella: 'spesa', formato: 'svg', filtri: alla('2025-12-31') })).contenuto);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });
});

test('la cartella con tutto ha anche risorse e partecipanti, con il metodo nel LEGGIMI', async () => {
  const { contenuto } = await esportaTabella(ricercatrice, { tabella: 'pannello', formato: 'xlsx', filtri: alla('2020-07-09') });
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load((contenuto as Uint8Array<ArrayBuffer>).buffer);
  const spesa = cartella.getWorksheet('spesa');
  let somma = 0;
  spesa?.eachRow((riga, n) => {
    if (n > 1) somma += Number(riga.getCell(5).value);
  });
  expect([spesa?.getRow(1).getCell(5).value, somma]).toEqual(['importo_assegnato', 640_000_000]);
  const testo: string[] = [];
  cartella.getWorksheet('LEGGIMI')?.eachRow((riga) => testo.push(String(riga.getCell(3).value)));
  expect(testo.join('\n')).toMatch(/non raccoglie ancora la rendicontazione[\s\S]*pubblicata entro la data/);
});
