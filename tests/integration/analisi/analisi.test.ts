import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { esportaAnalisi } from '@/lib/analisi/commands/esporta';
import type { Incrocio } from '@/lib/analisi/incrocio';
import { leggiDomanda } from '@/lib/analisi/leggi';
import { eseguiAnalisi, leggiPaginaAnalisi } from '@/lib/analisi/queries';
import type { FormatoAnalisi } from '@/lib/analisi/schema';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { giornoDi } from '@/lib/format/data';
import { pubblicaIndicatori } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { congela } from '@/lib/istantanee/commands/congela';
import { causeDiRitardo } from '@/lib/ricerca/cause';
import { leggiAttuazione, leggiTabelle } from '@/lib/ricerca/queries';
import { preparaRighe } from '@/lib/soppressione/commands/preparaRighe';
import { CATEGORIE_PUBBLICATE, TOTALI_PUBBLICATI } from '../../fixtures/tabellePubblicate';
import { unaRegione } from '../../support/builders';
import { unProgetto } from '../../support/buildersProgetto';
import { programmaDi } from '../../support/identita';
import { partecipanti } from '../../support/partecipanti';
import { type Pratica, unaPratica } from '../../support/pratica';
import { regioneDelProgramma, unRicercatore } from '../../support/ricercatore';
import { superutente } from '../../support/superutente';

const DATA = '2020-07-09';

/** Come la pagina: legge l'indirizzo, calcola. */
async function chiedi(chi: Attore, parametri: Record<string, string>, opzioni?: { entroMs: number }): Promise<Incrocio> {
  const pagina = await leggiPaginaAnalisi(chi);
  const { domanda, errori } = leggiDomanda({ data: DATA, ...parametri }, pagina);
  if (!domanda) throw new Error(`La domanda non è valida: ${JSON.stringify(errori)}`);
  return eseguiAnalisi(chi, domanda, pagina.vocaboli, opzioni);
}
const perCodice = ({ righe }: Incrocio): Record<string, number | null> =>
  Object.fromEntries(righe.map(({ voci, totale }) => [voci.map(({ codice }) => codice).join('/'), totale?.valore ?? null]));
const eventi = async (chi: Attore) =>
  (await superutente.query('select atto, dopo from evento where attore_id = $1 order by id', [chi.utenteId])).rows;

let ricercatrice: Attore;
let bando: string;
beforeAll(async () => {
  ricercatrice = await unRicercatore(await regioneDelProgramma());
  const tabelle = await leggiTabelle(ricercatrice, { data: DATA, bando: null, ambito: null, categoria: null });
  bando = tabelle?.bando?.codice ?? '';
});
afterAll(chiudiClient);

describe('i numeri sono quelli delle altre pagine', () => {
  test('i progetti per categoria sono quelli delle Tabelle 1.2-1.5', async () => {
    const perCategoria = perCodice(
      await chiedi(ricercatrice, {
        tabella: 'classificazione',
        righe: 'categoria',
        misura: 'distinti:progetto_id',
        f1: 'presente',
        v1: 'sì',
      }),
    );
    const totali = Object.values(TOTALI_PUBBLICATI.perTabella).flat();
    const pubblicati = CATEGORIE_PUBBLICATE.map((categoria, n) => [categoria, totali[n]] as const);
    expect(perCategoria).toMatchObject(Object.fromEntries(pubblicati));
  });

  test('ventidue progetti, 4.392.526 abitanti, e i totali di riga e colonna tornano', async () => {
    const filtro = { f1: 'bando_id', v1: bando };
    const { totali, righe, quante } = await chiedi(ricercatrice, { tabella: 'progetto', righe: 'provincia', colonne: 'n_enti', ...filtro });
    expect([quante, totali?.totale?.valore]).toEqual([22, 22]);
    for (const { celle, totale } of righe) expect(celle.reduce((n, { valore }) => n + (valore ?? 0), 0)).toBe(totale?.valore);
    const abitanti = await chiedi(ricercatrice, { tabella: 'progetto', righe: 'provincia', misura: 'somma:popolazione', ...filtro });
    expect(abitanti.totali?.totale?.valore).toBe(4_392_526);
  });

  test('le cause di ritardo per progetto sono quelle del pannello', async () => {
    const attuazione = await leggiAttuazione(ricercatrice, { data: DATA, bando: null, ambito: null, categoria: null });
    if (!attuazione) throw new Error('Il bando non c’è.');
    const pannello = Object.fromEntries(causeDiRitardo(attuazione).righe.map(({ codice, progetti }) => [codice, progetti]));
    expect(perCodice(await chiedi(ricercatrice, { tabella: 'causa', righe: 'codice', misura: 'distinti:progetto_id' }))).toEqual(pannello);
  });

  test('un filtro e il suo contrario danno insieme tutte le righe, anche dove il valore manca', async () => {
    const quante = async (o1?: string) =>
      (await chiedi(ricercatrice, { tabella: 'attivita', righe: 'tipo', ...(o1 ? { f1: 'categoria_ires', o1, v1: 'informazione' } : {}) }))
        .quante;
    expect((await quante('uguale')) + (await quante('diverso'))).toBe(await quante());
    expect(await quante('uguale')).toBeGreaterThan(0);
  });

  test('un’azione con più gruppi di destinatari conta in ciascuno, e una volta nel totale', async () => {
    const { righe, totali, quante } = await chiedi(ricercatrice, { tabella: 'attivita', righe: 'target' });
    expect(totali?.totale?.valore).toBe(quante);
    const { rows } = await superutente.query(
      `select count(*)::int as n from azione_destinatari d join azione a on a.id = d.azione_id join progetto p on p.id = a.progetto_id
       where p.regione_id = $1 and p.stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')`,
      [ricercatrice.regioneId],
    );
    const conGruppo = righe.filter(({ voci }) => voci[0]?.codice !== null).reduce((n, { totale }) => n + (totale?.valore ?? 0), 0);
    expect(conGruppo).toBe(rows[0].n);
  });

  test('media e mediana sono quelle dei valori, con quante righe non ne hanno', async () => {
    const { rows } = await superutente.query(
      `select round(avg(importo_assegnato_cents) / 100, 4)::float as media, (percentile_cont(0.5) within group (order by importo_assegnato_cents) / 100)::float as mediana,
         count(*) filter (where importo_assegnato_cents is null)::int as mancanti
       from progetto p join bando b on b.id = p.bando_id where b.codice = $1 and p.regione_id = $2`,
      [bando, ricercatrice.regioneId],
    );
    for (const tipo of ['media', 'mediana']) {
      const misurata = await chiedi(ricercatrice, {
        tabella: 'progetto',
        righe: 'stato',
        misura: `${tipo}:importo_assegnato_eur`,
        f1: 'bando_id',
        v1: bando,
      });
      expect(misurata.totali?.totale?.valore).toBeCloseTo(rows[0][tipo], 2);
      expect(misurata.mancanti).toBe(rows[0].mancanti);
    }
  });
});

describe('limiti', () => {
  test('troppe caselle: si dice quante sono e quante al massimo', async () => {
    await expect(chiedi(ricercatrice, { tabella: 'attivita', righe: 'attivita_id', colonne: 'ente_id' })).rejects.toMatchObject({
      code: 'analisi.troppeCelle',
      campo: 'colonne',
      message: expect.stringMatching(/Le colonne sarebbero \d+: al massimo 40/),
    });
    await expect(chiedi(ricercatrice, { tabella: 'attivita', righe: 'attivita_id', colonne: 'progetto_id' })).rejects.toMatchObject({
      code: 'analisi.troppeCelle',
      message: expect.stringMatching(/Le caselle sarebbero [\d.]+: al massimo 2.000/),
    });
  });

  test('un calcolo che dura troppo si ferma con un rifiuto, e la connessione torna libera', async () => {
    const chiusa = await superutente.connect();
    try {
      await chiusa.query('begin');
      // chi legge aspetta: il tempo finisce sempre
      await chiusa.query('lock table avanzamento in access exclusive mode');
      await expect(chiedi(ricercatrice, { tabella: 'attivita_stato', righe: 'stato' }, { entroMs: 200 })).rejects.toMatchObject({
        code: 'lettura.troppoLunga',
      });
    } finally {
      await chiusa.query('rollback');
      chiusa.release();
    }
    expect((await chiedi(ricercatrice, { tabella: 'attivita_stato', righe: 'stato' })).quante).toBeGreaterThan(0);
  });

  test('un’altra Regione non si vede, nemmeno chiedendo il suo codice', async () => {
    const altrove = await unRicercatore(await unaRegione());
    expect((await chiedi(altrove, { tabella: 'progetto', righe: 'stato' })).righe).toEqual([]);
    expect((await chiedi(altrove, { tabella: 'progetto', righe: 'stato', f1: 'bando_id', v1: bando })).quante).toBe(0);
  });

  test('prima del primo progetto approvato la domanda è rifiutata, con la data da cui si può', async () => {
    const pagina = await leggiPaginaAnalisi(ricercatrice);
    expect(leggiDomanda({ tabella: 'progetto', righe: 'stato', data: '01/01/2015' }, pagina).errori.data).toMatch(
      /Al 1 gennaio 2015 .* dal \d/,
    );
  });
});

/** Una ricercatrice con un semestre di persone già preparato. */
async function semestrePreparato(gruppi: [quante: number, come: object][]): Promise<Pratica> {
  const p = await unaPratica();
  const usciti = { uscita: '2019-05-10', ingresso: '2019-01-10', esito4Settimane: { lavoro: true }, dataEsito4Settimane: '2019-05-20' };
  for (const [quante, come] of gruppi) await partecipanti(p.progetto, p.capofila.id, quante, { ...usciti, ...come });
  await preparaRighe(p.chi.ricercatore, { programma: await programmaDi(p.capofila), semestre: '2019-1' });
  return p;
}

describe('le persone', () => {
  const NON_LAVORA = { esito4Settimane: { lavoro: false } };

  test('si contano come nel conteggio pubblicato, minori piccoli compresi: due tabelle, gli stessi numeri', async () => {
    const { chi } = await semestrePreparato([
      [20, {}],
      [12, { sesso: 'M' }],
      [7, { eta: 15 }],
      [11, { eta: 15, sesso: 'M' }],
    ]);
    const da = (tabella: string) => chiedi(chi.ricercatore, { tabella, righe: 'classe_eta', colonne: 'sesso' });
    const [righe, agg] = [await da('partecipanti'), await da('partecipanti_agg')];
    expect(righe.righe).toEqual(agg.righe);
    expect(righe.righe.map(({ voci, celle, totale }) => [voci[0]?.codice, ...celle, totale])).toEqual([
      [
        '0-17',
        { valore: null, nascosta: true, parziale: false },
        { valore: 11, nascosta: false, parziale: false },
        { valore: 11, nascosta: false, parziale: true },
      ],
      [
        '30-54',
        { valore: 20, nascosta: false, parziale: false },
        { valore: 12, nascosta: false, parziale: false },
        { valore: 32, nascosta: false, parziale: false },
      ],
    ]);
    // il totale somma ciò che si vede: i sette non si ricavano
    expect(righe.totali?.totale).toEqual({ valore: 43, nascosta: false, parziale: true });
  });

  test('un filtro che lascia due persone non dice niente, e nemmeno il suo contrario', async () => {
    const { chi } = await semestrePreparato([
      [2, {}],
      [30, NON_LAVORA],
    ]);
    for (const o1 of ['uguale', 'diverso']) {
      const { righe, quante, oscurato } = await chiedi(chi.ricercatore, {
        tabella: 'partecipanti',
        righe: 'semestre',
        f1: 'lavoro',
        o1,
        v1: '1',
      });
      expect([quante, oscurato]).toEqual([0, true]);
      expect(righe.map(({ totale }) => totale)).toEqual([{ valore: null, nascosta: true, parziale: false }]);
    }
    // quante sono in tutto si sa: le caratteristiche valgono per almeno cinque
    expect((await chiedi(chi.ricercatore, { tabella: 'partecipanti', righe: 'semestre' })).quante).toBe(32);
  });

  test('gli esiti per sesso escono solo se tutte le caselle sono sicure; i totali anche da soli', async () => {
    const { chi } = await semestrePreparato([
      [20, {}],
      [9, NON_LAVORA],
      [10, { sesso: 'M' }],
      [3, { ...NON_LAVORA, sesso: 'M' }],
    ]);
    const totali = await chiedi(chi.ricercatore, { tabella: 'partecipanti', righe: 'lavoro' });
    expect(perCodice(totali)).toEqual({ '1': 30, '0': 12, '': 0 });
    expect((await chiedi(chi.ricercatore, { tabella: 'partecipanti', righe: 'lavoro', colonne: 'sesso' })).quante).toBe(0);
  });

  test('gli indicatori sono quelli pubblicati, con le loro celle nascoste, e non si sommano tra loro', async () => {
    const p = await unaPratica({ stato: 'APPROVATO' });
    await partecipanti(p.progetto, p.capofila.id, 20, { azioneId: p.azione.id });
    await partecipanti(p.progetto, p.capofila.id, 13, { sesso: 'M' });
    await partecipanti(p.progetto, p.capofila.id, 2, { sesso: 'M', disabilita: 'SI' });
    await pubblicaIndicatori(p.chi.istruttore, p.progetto.id);
    const data = giornoDi(p.chi.ricercatore.adesso);
    const { righe, totali, oscurato } = await chiedi(p.chi.ricercatore, {
      ...{ tabella: 'indicatore', righe: 'codice', colonne: 'sesso', f1: 'universo', v1: 'tutti', data },
    });
    const di = (codice: string) => righe.find(({ voci }) => voci[0]?.codice === codice);
    expect(di('TOTALE')?.celle.map(({ valore }) => valore)).toEqual([20, 15, 0, 0, 35]);
    expect(di('CO16')?.celle.at(-1)).toEqual({ valore: null, nascosta: true, parziale: false });
    expect([oscurato, totali, di('TOTALE')?.totale]).toEqual([true, null, null]);
  });

  test('un’altra Regione non vede le persone di questa', async () => {
    const { chi } = await semestrePreparato([[20, {}]]);
    for (const [v1, quante] of [
      ['2019-1', 20],
      ['2019-2', 0],
    ] as const) {
      expect((await chiedi(chi.ricercatore, { tabella: 'partecipanti', righe: 'sesso', f1: 'semestre', v1 })).quante).toBe(quante);
    }
    const altrove = await unRicercatore(await unaRegione());
    for (const tabella of ['partecipanti', 'partecipanti_agg']) expect((await chiedi(altrove, { tabella, righe: 'sesso' })).quante).toBe(0);
  });
});

describe('da un’istantanea', () => {
  test('la stessa domanda dà gli stessi numeri, anche dopo che i dati sono cambiati', async () => {
    const regione = await unaRegione();
    const progetto = await unProgetto({ regione });
    await unProgetto({ regione });
    const chi = await unRicercatore(regione);
    const { numero } = await congela(chi, { data: DATA }, () => 'https://cantiere.example.it');
    const domande: Record<string, string>[] = [
      { tabella: 'progetto', righe: 'stato', colonne: 'capofila_id' },
      { tabella: 'progetto', righe: 'stato', misura: 'somma:importo_assegnato_eur' },
      { tabella: 'attivita', righe: 'tipo', colonne: 'inizio_previsto__anno', f1: 'progetto_id', o1: 'diverso', v1: 'nessuno' },
    ];
    const oggi = await Promise.all(domande.map((d) => chiedi(chi, d)));
    expect(await Promise.all(domande.map((d) => chiedi(chi, { ...d, fonte: String(numero) })))).toEqual(oggi);
    await superutente.query(`update progetto set stato = 'CONCLUSO' where id = $1`, [progetto.id]);
    expect(await chiedi(chi, { ...domande[0], fonte: String(numero) })).toEqual(oggi[0]);
    expect(await chiedi(chi, domande[0] ?? {})).not.toEqual(oggi[0]);
  });

  test('le persone di un’istantanea hanno le stesse celle nascoste', async () => {
    const { chi } = await semestrePreparato([
      [20, {}],
      [7, { eta: 15 }],
    ]);
    const { numero } = await congela(chi.ricercatore, { data: DATA }, () => 'https://cantiere.example.it');
    for (const tabella of ['partecipanti', 'partecipanti_agg']) {
      const domanda = { tabella, righe: 'classe_eta', colonne: 'sesso' };
      expect(await chiedi(chi.ricercatore, { ...domanda, fonte: String(numero) })).toEqual(await chiedi(chi.ricercatore, domanda));
    }
  });
});

describe('scaricare', () => {
  const scarica = (chi: Attore, parametri: Record<string, string>, formato: FormatoAnalisi) =>
    esportaAnalisi(
      chi,
      { parametri: { data: DATA, ...parametri }, formato },
      (p) => `https://cantiere.example.it/ricerca/analisi?${new URLSearchParams(p as Record<string, string>)}`,
    );

  test('il CSV è la tabella dello schermo, quello per R una riga per casella; nel registro non finiscono i valori dei filtri', async () => {
    const chi = await unRicercatore(await regioneDelProgramma());
    const domanda = { tabella: 'progetto', righe: 'provincia', colonne: 'stato', f1: 'bando_id', v1: bando };
    const csv = await scarica(chi, domanda, 'csv');
    expect(csv.nome).toBe('cantiere-analisi-progetto-2020-07-09.csv');
    const righe = String(csv.contenuto).trimEnd().split('\r\n');
    expect(righe[0]).toMatch(/^\uFEFFSigla della provincia;.*;Totale$/);
    expect(righe.at(-1)).toMatch(/^Totale;.*;22$/);
    const lungo = String((await scarica(chi, domanda, 'csv-r')).contenuto)
      .trim()
      .split('\r\n');
    expect(lungo[0]).toBe('riga,riga_etichetta,colonna,colonna_etichetta,valore,nascosto,parziale');
    expect(lungo.slice(1).reduce((n, riga) => n + Number(riga.split(',').at(-3)), 0)).toBe(22);
    expect((await scarica(chi, domanda, 'xlsx')).contenuto.length).toBeGreaterThan(5000);
    const tracce = await eventi(chi);
    expect(tracce.map(({ atto }) => atto)).toEqual(['analisi.scaricata', 'analisi.scaricata', 'analisi.scaricata']);
    expect(JSON.stringify(tracce)).not.toContain(bando);
  });

  test('ciò che è nascosto sullo schermo lo è nei file', async () => {
    const { chi } = await semestrePreparato([
      [20, {}],
      [7, { eta: 15 }],
    ]);
    const domanda = { tabella: 'partecipanti', righe: 'classe_eta' };
    const righe = async (formato: FormatoAnalisi) =>
      String((await scarica(chi.ricercatore, domanda, formato)).contenuto)
        .trimEnd()
        .split('\r\n')
        .slice(1);
    expect(await righe('csv')).toEqual(['Fino a 17 anni;nascosto', 'Da 30 a 54 anni;20', 'Totale;almeno 20']);
    expect(await righe('csv-r')).toEqual(['0-17,Fino a 17 anni,NA,1,0', '30-54,Da 30 a 54 anni,20,0,0']);
  });

  test('un’etichetta che comincia come una formula nel file non lo è', async () => {
    const regione = await unaRegione();
    const progetto = await unProgetto({ regione });
    const chi = await unRicercatore(regione);
    for (const titolo of ['=1+1', '+39', '-2', '@somma']) {
      await superutente.query('update progetto set titolo = $2 where id = $1', [progetto.id, titolo]);
      const [, riga] = String((await scarica(chi, { tabella: 'progetto', righe: 'titolo' }, 'csv')).contenuto).split('\r\n');
      expect(riga).toBe(`'${titolo};1`);
    }
  });

  test('la Regione e gli enti non scaricano', async () => {
    const { chi } = await unaPratica();
    for (const persona of ['istruttore', 'referente'] as const)
      await expect(scarica(chi[persona], { tabella: 'progetto', righe: 'stato' }, 'csv')).rejects.toMatchObject({
        code: 'ricerca.ruoloMancante',
      });
  });
});
