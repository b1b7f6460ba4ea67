import { afterAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { decidiClassificazione } from '@/lib/classificazione/commands/decidiClassificazione';
import { kappaComplessivo } from '@/lib/classificazione/kappa';
import { leggiTornata } from '@/lib/classificazione/queries';
import { chiudiClient } from '@/lib/db/client';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { fotografa } from '@/lib/esportazione/letture';
import { apriOndata, chiudiOndata } from '@/lib/rete/commands/apriOndata';
import { esportaRete } from '@/lib/rete/commands/esportaRete';
import { scriviLegame } from '@/lib/rete/commands/scriviLegame';
import { aggiungiNodo } from '@/lib/rete/commands/scriviNodo';
import { misura } from '@/lib/rete/misure';
import { leggiRete } from '@/lib/rete/queries';
import { misureDi } from '@/lib/rete/rete';
import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import { leggiAttuazione, leggiTabelle } from '@/lib/ricerca/queries';
import { mesiDi, progettiSospesi } from '@/lib/ricerca/sospesi';
import { unaRegione, unEnte } from '../../support/builders';
import { unProgetto } from '../../support/buildersProgetto';
import { codificaTutto, unaTornata } from '../../support/classificazione';
import { regioneDelProgramma, unRicercatore } from '../../support/ricercatore';
import { inserisci, superutente } from '../../support/superutente';

/** Le tabelle degli studi come escono dall'esportazione, contro ciò che le pagine calcolano. */

afterAll(chiudiClient);

type Riga = Record<string, string | null>;

/** Una tabella del dizionario alla data, riga per riga con i nomi delle colonne. */
async function tabella(chi: Attore, nome: string, al: string): Promise<Riga[]> {
  const descritta = TABELLE.find((t) => t.nome === nome);
  if (!descritta) throw new Error(`${nome} non è nel dizionario.`);
  const foto = await fotografa(chi, al);
  try {
    const righe: Riga[] = [];
    for await (const gruppo of foto.sorgente(descritta))
      righe.push(
        ...gruppo.map((celle) => Object.fromEntries(descritta.colonne.map(({ nome: colonna }, n) => [colonna, celle[n] ?? null]))),
      );
    return righe;
  } finally {
    await foto.chiudi();
  }
}
const oggi = ({ adesso }: Attore): string => adesso.toISOString().slice(0, 10);
const domani = ({ adesso }: Attore): string => new Date(adesso.getTime() + 86_400_000).toISOString().slice(0, 10);
const ieri = ({ adesso }: Attore): string => new Date(adesso.getTime() - 2 * 86_400_000).toISOString().slice(0, 10);

describe('codifica', () => {
  test('prima che i due fogli siano chiusi non esce una riga, nemmeno a chi ha chiuso il suo; dopo si ricalcola lo stesso kappa', async () => {
    const tornata = await unaTornata();
    const { prima, seconda, tornataId } = tornata;
    await codificaTutto(prima, tornata, [['A', 'B'], ['C']]);
    for (const chi of [prima, seconda]) expect(await tabella(chi, 'codifica', domani(chi))).toEqual([]);
    await codificaTutto(seconda, tornata, [['A'], ['C']], true);
    expect(await tabella(prima, 'codifica', ieri(prima))).toEqual([]); // a una data di prima la tornata non era svelata

    const righe = await tabella(prima, 'codifica', domani(prima));
    expect(righe).toHaveLength(2 * 2 * 3);
    const date = (progetto: string, chi: string) =>
      righe.filter((r) => r.progetto_id === progetto && r.codificatore === chi && r.presente === '1').map(({ voce }) => voce ?? '');
    const coppie = ['P01', 'P02'].map((progetto) => ({ progetto, primo: date(progetto, 'A'), secondo: date(progetto, 'B') }));
    const pagina = await leggiTornata(prima, tornataId);
    const schermo = pagina?.progetti.map(({ codice, primo, secondo }) => ({
      progetto: codice,
      primo: primo?.voci ?? [],
      secondo: secondo?.voci ?? [],
    }));
    expect(coppie).toEqual(schermo);
    const voci = [...new Set(righe.map(({ voce }) => voce ?? ''))];
    const ricalcolato = kappaComplessivo(coppie, voci, false);
    expect(ricalcolato.kappa).toBeCloseTo(kappaComplessivo(schermo ?? [], ['A', 'B', 'C'], false).kappa ?? Number.NaN, 12);
    expect(ricalcolato.kappa).toBeLessThan(1);
  });

  test('né le codifiche né le decisioni dicono chi sono i due', async () => {
    const tornata = await unaTornata();
    await codificaTutto(tornata.prima, tornata, [['A'], []]);
    await codificaTutto(tornata.seconda, tornata, [['B'], []]);
    const [{ id }] = tornata.progetti;
    await decidiClassificazione(tornata.prima, {
      ...{ tornataId: tornata.tornataId, progettoId: id, voci: ['A'], motivo: 'Gli sportelli ci sono.', vista: '' },
    });
    const uscite = JSON.stringify([
      await tabella(tornata.prima, 'codifica', domani(tornata.prima)),
      await tabella(tornata.prima, 'classificazione_decisa', domani(tornata.prima)),
    ]);
    for (const { utenteId, cognome } of [tornata.prima, tornata.seconda]) {
      expect(uscite).not.toContain(utenteId);
      expect(uscite).not.toContain(cognome);
    }
    expect(uscite).toContain('Gli sportelli ci sono.');
  });

  test('un’altra Regione non ne vede una riga', async () => {
    const tornata = await unaTornata();
    await codificaTutto(tornata.prima, tornata, [['A'], []]);
    await codificaTutto(tornata.seconda, tornata, [['A'], []]);
    const altrove = await unRicercatore(await unaRegione());
    for (const nome of ['codifica', 'classificazione_decisa', 'relazione_nodo', 'relazione_arco', 'dimensione'])
      expect(await tabella(altrove, nome, domani(altrove)), nome).toEqual([]);
  });
});

describe('classificazione decisa', () => {
  test('la storia resta, l’ultima è in vigore; un motivo con dati di una persona non esce', async () => {
    const tornata = await unaTornata();
    const { prima, seconda, tornataId } = tornata;
    await codificaTutto(prima, tornata, [['A', 'B'], ['C']]);
    await codificaTutto(seconda, tornata, [['A'], ['C']]);
    const [{ id: progettoId }] = tornata.progetti;
    const decide = async (voci: string[], motivo: string) => {
      const decisioni = (await leggiTornata(prima, tornataId))?.progetti.find(({ id }) => id === progettoId)?.decisioni ?? [];
      const vista = decisioni.find(({ sostituitaIl }) => sostituitaIl === null)?.id ?? '';
      await decidiClassificazione(prima, { tornataId, progettoId, voci, motivo, vista });
    };
    await decide(['A', 'B'], 'La prima volta.');
    await decide([], 'Lo dice chi scrive a nome.cognome@posta.example');
    const righe = await tabella(prima, 'classificazione_decisa', domani(prima));
    expect(
      righe.map(({ progetto_id, decisione, voci, concordi, motivo, tornata: n }) => [progetto_id, decisione, voci, concordi, motivo, n]),
    ).toEqual([
      ['P01', '1', 'A|B', '0', 'La prima volta.', '1'],
      ['P01', '2', null, '0', null, '1'],
    ]);
    expect(righe.map(({ sostituita_il }) => sostituita_il)).toEqual([oggi(prima), null]);
    expect(await tabella(prima, 'classificazione_decisa', ieri(prima))).toEqual([]);
  });
});

describe('rete', () => {
  test('nodi e legami sono quelli della pagina e del file che si scarica lì, e danno le stesse misure', async () => {
    const regione = await unaRegione();
    const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
    const progetto = await unProgetto({ capofila, partner: [partner] });
    const [ente, ricerca] = [await capofila.attore(), await unRicercatore(regione)];
    const { ondataId: zero } = await apriOndata(ricerca, { bandoId: regione.bandoId, mese: '2019-04-01' });
    await aggiungiNodo(ente, { progettoId: progetto.id, nome: '=Scuola "di prova", di tutti', tipo: 'SCUOLA' });
    const nodi = async () => (await leggiRete(ente, progetto.id))?.nodi ?? [];
    const di = async (nome: string) => (await nodi()).find((n) => n.nome.includes(nome))?.id ?? '';
    const lega = async (ondataId: string, da: string, a: string, intensita: number, prima: boolean) =>
      scriviLegame(ente, { progettoId: progetto.id, ondataId, da: await di(da), a: await di(a), intensita, prima });
    await lega(zero, capofila.denominazione, partner.denominazione, 1, true);
    await lega(zero, capofila.denominazione, 'Scuola', 0, false);
    await chiudiOndata(ricerca, { ondataId: zero });
    const { ondataId: una } = await apriOndata(ricerca, { bandoId: regione.bandoId, mese: '2019-12-01' });
    await lega(una, capofila.denominazione, partner.denominazione, 3, true);
    await lega(una, partner.denominazione, 'Scuola', 4, false);

    const esportati = await tabella(ricerca, 'relazione_nodo', '2019-12-31');
    const archi = await tabella(ricerca, 'relazione_arco', '2019-12-31');
    expect(archi.map(({ ondata, mese, intensita, prima_del_progetto }) => [ondata, mese, intensita, prima_del_progetto]).sort()).toEqual(
      [
        ['0', '2019-04', '1', '1'],
        ['0', '2019-04', '0', '0'],
        ['1', '2019-12', '3', '1'],
        ['1', '2019-12', '4', '0'],
      ].sort(),
    );
    // gli identificativi sono quelli dei CSV della pagina
    const dellaPagina = async (formato: 'nodi' | 'archi', ondataId: string, colonne: number) => {
      const { contenuto } = await esportaRete(ricerca, { ondataId, formato }, () => '');
      return String(contenuto)
        .split('\r\n')
        .slice(1, -1)
        .map((riga) => riga.split(',').slice(0, colonne).join(','));
    };
    expect(esportati.map(({ nodo_id }) => nodo_id).sort()).toEqual((await dellaPagina('nodi', una, 1)).sort());
    const inOndata = (n: string) => archi.filter(({ ondata }) => ondata === n);
    for (const [n, ondataId] of [
      ['0', zero],
      ['1', una],
    ] as const)
      expect(
        inOndata(n)
          .map(({ da, a }) => `${da},${a}`)
          .sort(),
      ).toEqual((await dellaPagina('archi', ondataId, 2)).sort());

    const letta = await leggiRete(ricerca, progetto.id);
    const ondata = letta?.ondate.find(({ id }) => id === una);
    if (!letta || !ondata) throw new Error('La rete non si legge.');
    const legami = (n: string) =>
      inOndata(n).map(({ da, a, intensita, prima_del_progetto }) => ({
        ...{ da: da ?? '', a: a ?? '', intensita: Number(intensita), primaDelProgetto: prima_del_progetto === '1' },
      }));
    const rifatte = misura({
      nodi: esportati.map(({ nodo_id, tipo }) => ({ id: nodo_id ?? '', nome: '', tipo: (tipo ?? '').toUpperCase() })),
      legami: legami('1'),
      capofila: esportati.find((r) => r.capofila === '1')?.nodo_id ?? null,
      primi: legami('0'),
    });
    const { gruppi, ...schermo } = misureDi(letta, ondata, letta.ondate);
    expect(rifatte).toMatchObject(schermo);
    expect(rifatte.gruppi).toHaveLength(gruppi.length);
    expect(rifatte.nuovi).toBe(1);
  });

  test('a una data in cui il mese dell’ondata non è finito i legami non ci sono, gli enti sì', async () => {
    const regione = await unaRegione();
    const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
    const progetto = await unProgetto({ capofila, partner: [partner] });
    const [ente, ricerca] = [await capofila.attore(), await unRicercatore(regione)];
    const { ondataId } = await apriOndata(ricerca, { bandoId: regione.bandoId, mese: '2019-12-01' });
    await scriviLegame(ente, { progettoId: progetto.id, ondataId, da: capofila.id, a: partner.id, intensita: 2, prima: false });
    expect(await tabella(ricerca, 'relazione_arco', '2019-12-30')).toEqual([]);
    expect(await tabella(ricerca, 'relazione_nodo', '2019-12-30')).toHaveLength(2);
    expect(await tabella(ricerca, 'relazione_arco', '2019-12-31')).toHaveLength(1);
  });
});

describe('dimensione e sospensioni', () => {
  test('le classi sono quelle della pagina, cella per cella', async () => {
    const ricerca = await unRicercatore(await regioneDelProgramma());
    const pagina = await leggiTabelle(ricerca, { data: '2020-07-09', bando: null, ambito: null, categoria: null });
    const righe = await tabella(ricerca, 'dimensione', '2020-07-09');
    const celle = righe
      .filter(({ bando_id }) => bando_id === pagina?.bando?.codice)
      .map((r) => [r.classe, r.progetti, r.popolazione, r.un_ente, r.pochi_enti, r.molti_enti]);
    const attese = dimensioneAggregazioni(pagina?.contati ?? []).map((r) =>
      [r.classe.toLowerCase(), r.progetti, r.popolazione, r.unEnte, r.pochiEnti, r.moltiEnti].map(String),
    );
    expect(celle.sort()).toEqual(attese.sort());
    expect(attese.map(([, progetti]) => Number(progetti)).sort()).toEqual([1, 13, 2, 6].sort());
    expect(await tabella(ricerca, 'dimensione', '1999-01-01')).toEqual([]);
  });

  test('un giorno coperto da due sospensioni si conta una volta, come nella pagina', async () => {
    const regione = await unaRegione();
    const progetto = await unProgetto({ capofila: await unEnte({ regione }) });
    const ricerca = await unRicercatore(regione);
    const sospendi = (dal: string, al: string | null) =>
      inserisci(superutente, 'sospensione', {
        ...{ regione_id: regione.id, progetto_id: progetto.id, motivo: 'ALTRO', dal, al, atto: 'D.D. 1', data_atto: dal },
      });
    await sospendi('2020-03-01', '2020-03-31');
    await sospendi('2020-03-20', '2020-04-10');
    await sospendi('2020-06-01', null);
    const attuazione = await leggiAttuazione(ricerca, { data: '2020-06-30', bando: null, ambito: null, categoria: null });
    const [schermo] = progettiSospesi(attuazione ?? { progetti: [], sospensioni: [] }, '2020-06-30');
    const [riga] = await tabella(ricerca, 'progetto', '2020-06-30');
    expect(riga?.giorni_sospensione).toBe('71');
    expect(riga?.giorni_sospensione).toBe(String(schermo?.giorni));
    expect(Number(riga?.mesi_sospensione)).toBe(mesiDi(schermo?.giorni ?? 0));
  });
});
