import { describe, expect, test } from 'vitest';
import type { StatoAzione } from '@/lib/attuazione/schema';
import { causeDiRitardo } from './cause';
import { avvioDeiProgetti, quantitaRaggiunte } from './misure';
import { filtra, statiPerCategoria } from './pannello';
import type { AzioneLetta, DatiAttuazione, Onda } from './righe';

const azione = (progetto: string, codice: string, categoria: string | null = 'casa'): AzioneLetta => ({
  codice,
  progetto,
  ente: 'EG01',
  titolo: codice,
  tipo: 'AZIONE',
  categoria,
  categoriaEnte: null,
  destinatari: [],
  inizioPrevisto: null,
  finePrevista: null,
  campiDimostrativi: [],
});
const onda = (progetto: string, codice: string, al: string, stato: StatoAzione | null, cause: string[] = []): Onda => ({
  azione: codice,
  progetto,
  dal: al,
  al,
  approvatoIl: null,
  dimostrativo: false,
  stato,
  fonteStato: null,
  percentuale: null,
  inizioEffettivo: null,
  fineStimata: null,
  fineEffettiva: null,
  cause: cause.map((causa) => ({ codice: causa, primaria: false, gravita: null, meseDal: null, meseAl: null, risolta: false })),
  realizzate: [],
});
const progetto = (codice: string, ambiti: number[] = [1]) => ({
  codice,
  titolo: codice,
  territorio: codice,
  ambiti,
  approvazione: '2019-04',
  avvio: null,
});
const dati = (altro: Partial<DatiAttuazione>): DatiAttuazione => ({
  bando: null,
  bandi: [],
  primaRilevazione: null,
  ambiti: [],
  categorie: [{ codice: 'casa', etichetta: 'Casa', tipo: 'SERVIZIO', macro: 'WELFARE_TERRITORIALE', tabella: '1.4' }],
  cause: [
    { codice: 'X01', gruppo: 'covid', etichetta: 'Sospesa', dipendeRegione: false },
    { codice: 'A01', gruppo: 'amministrativo', etichetta: 'Regole', dipendeRegione: true },
  ],
  progetti: [progetto('P1'), progetto('P2', [2])],
  azioni: [],
  onde: [],
  causeProgetto: [],
  quantita: [],
  sospensioni: [],
  ...altro,
});

describe('stati per categoria', () => {
  test('vale l’ultima rilevazione, e uno stato che la fonte non dice resta non rilevato', () => {
    const onde = [
      onda('P1', 'A', '2020-06-30', 'COMPLETATA'),
      onda('P1', 'A', '2020-01-31', 'NON_AVVIATA'),
      onda('P1', 'B', '2020-01-31', null),
    ];
    const { totali } = statiPerCategoria(dati({ azioni: [azione('P1', 'A'), azione('P1', 'B')], onde }));
    expect(totali).toMatchObject({ COMPLETATA: 1, NON_AVVIATA: 0, NON_RILEVATA: 1 });
  });

  test('lo stesso codice in due progetti è due azioni', () => {
    const onde = [onda('P1', 'A', '2020-01-31', 'IN_CORSO'), onda('P2', 'A', '2020-01-31', 'SOSPESA')];
    expect(statiPerCategoria(dati({ azioni: [azione('P1', 'A'), azione('P2', 'A')], onde })).totali).toMatchObject({
      IN_CORSO: 1,
      SOSPESA: 1,
    });
  });

  test('prima del programma non c’è niente, e si dice di quante azioni', () => {
    const { indice, senzaRilevazione, totali } = statiPerCategoria(
      dati({ azioni: [azione('P1', 'A'), azione('P1', 'B'), azione('P2', 'A')] }),
    );
    expect({ indice, senzaRilevazione, n: totali.NON_RILEVATA }).toEqual({
      indice: { valore: null, azioni: 0, sospese: 0 },
      senzaRilevazione: { azioni: 3, progetti: 2 },
      n: 3,
    });
  });

  test('un’azione senza categoria, o con una categoria fuori vocabolario, non sparisce', () => {
    const { righe } = statiPerCategoria(dati({ azioni: [azione('P1', 'A', null), azione('P1', 'B', 'boh')] }));
    expect(righe.map(({ codice, totale }) => [codice, totale])).toEqual([['non_classificata', 2]]);
  });
});

describe('indice di attuazione', () => {
  const indice = (...stati: (StatoAzione | null)[][]) =>
    statiPerCategoria(
      dati({
        azioni: stati.map((_, i) => azione('P1', `A${i}`)),
        onde: stati.flatMap((serie, i) => serie.map((stato, mese) => onda('P1', `A${i}`, `2020-0${mese + 1}-28`, stato))),
      }),
    ).indice;

  test('è la media dei pesi', () => {
    expect(indice(['NON_AVVIATA'], ['IN_PREPARAZIONE'], ['IN_CORSO'], ['PARZIALMENTE_REALIZZATA'], ['COMPLETATA'])).toEqual({
      valore: 0.5,
      azioni: 5,
      sospese: 0,
    });
  });
  test('una sospesa tiene il peso di prima, e si segnala', () => {
    expect(indice(['PARZIALMENTE_REALIZZATA', 'SOSPESA', 'SOSPESA'])).toEqual({ valore: 0.75, azioni: 1, sospese: 1 });
  });
  test('sospesa da sempre, annullata e non rilevata non si contano', () => {
    expect(indice(['SOSPESA'], ['IN_CORSO', 'ANNULLATA'], [null], ['COMPLETATA'])).toEqual({ valore: 1, azioni: 1, sospese: 0 });
  });
});

describe('cause', () => {
  test('un progetto conta una volta, per quante azioni la indichino e anche se la indica il progetto intero', () => {
    const onde = [onda('P1', 'A', '2020-01-31', null, ['X01']), onda('P1', 'B', '2020-01-31', null, ['X01'])];
    const causeProgetto = [
      { progetto: 'P1', al: '2020-01-31', cause: ['X01'] },
      { progetto: 'P2', al: '2020-01-31', cause: ['X01'] },
    ];
    const { righe, maiUsate, vocabolario } = causeDiRitardo(dati({ azioni: [azione('P1', 'A'), azione('P1', 'B')], onde, causeProgetto }));
    expect(righe).toMatchObject([{ codice: 'X01', progetti: 2, azioni: 2, perCategoria: [2] }]);
    expect({ maiUsate, vocabolario }).toEqual({ maiUsate: 1, vocabolario: 2 });
  });

  test('una causa superata dalla rilevazione successiva non conta più', () => {
    const onde = [onda('P1', 'A', '2020-01-31', null, ['X01']), onda('P1', 'A', '2020-06-30', null, ['A01'])];
    const causeProgetto = [
      { progetto: 'P1', al: '2020-06-30', cause: [] },
      { progetto: 'P1', al: '2020-01-31', cause: ['X01'] },
    ];
    expect(causeDiRitardo(dati({ azioni: [azione('P1', 'A')], onde, causeProgetto })).righe.map(({ codice }) => codice)).toEqual(['A01']);
  });
});

test('i mesi di avvio attraversano l’anno, e un avvio non rilevato non è zero', () => {
  const progetti = [
    { ...progetto('P1'), avvio: '2020-01' },
    { ...progetto('P2'), avvio: '2019-04' },
    { ...progetto('P3'), avvio: null },
  ];
  const { righe, rilevati, mediana } = avvioDeiProgetti(dati({ progetti }));
  expect({ mesi: righe.map(({ mesi }) => mesi), rilevati, mediana }).toEqual({ mesi: [9, 0, null], rilevati: 2, mediana: 4.5 });
});

test('si confrontano solo il previsto e il raggiunto della stessa grandezza', () => {
  const misurata = (valore: number) => ({ valore, massimo: null, approssimato: false, desunto: false });
  const grandezza = (codice: string, previsto: number | null) => ({
    codice,
    progetto: 'P1',
    azione: 'A',
    unita: 'tavoli',
    riferimento: null,
    previsto: previsto === null ? null : misurata(previsto),
  });
  const quantita = [grandezza('Q1', 3), grandezza('Q2', 5), grandezza('Q3', null), grandezza('Q4', 0)];
  const realizzate = [
    { quantita: 'Q1', ...misurata(2) },
    { quantita: 'Q3', ...misurata(7) },
    { quantita: 'Q4', ...misurata(1) },
  ];
  const esito = quantitaRaggiunte(
    dati({ azioni: [azione('P1', 'A')], onde: [{ ...onda('P1', 'A', '2020-01-31', null), realizzate }], quantita }),
  );
  expect(esito.righe.map(({ quota }) => quota)).toEqual([2 / 3, null, null, null]);
  expect(esito).toMatchObject({ soloPreviste: 1, soloRaggiunte: 1, senzaValori: 0 });
  expect(esito.confrontabili.map(({ codice }) => codice)).toEqual(['Q1', 'Q4']);
});

test('i filtri tengono solo le righe dell’ambito e della categoria', () => {
  const tutto = dati({
    azioni: [azione('P1', 'A'), azione('P2', 'A'), azione('P2', 'B', 'lavoro')],
    onde: [onda('P1', 'A', '2020-01-31', null), onda('P2', 'A', '2020-01-31', null)],
    causeProgetto: [{ progetto: 'P2', al: '2020-01-31', cause: ['X01'] }],
  });
  const perAmbito = filtra(tutto, { ambito: 2, categoria: null });
  expect(perAmbito.azioni.map(({ codice }) => codice)).toEqual(['A', 'B']);
  expect(perAmbito.causeProgetto).toHaveLength(1);
  const perCategoria = filtra(tutto, { ambito: 2, categoria: 'casa' });
  expect({ azioni: perCategoria.azioni.length, onde: perCategoria.onde.length, cause: perCategoria.causeProgetto.length }).toEqual({
    azioni: 1,
    onde: 1,
    cause: 0,
  });
});
