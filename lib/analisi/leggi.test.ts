import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contesto, inParametri, leggiDomanda } from './leggi';

const CONTESTO: Contesto = {
  oggi: '2020-12-01',
  prima: '2019-07-09',
  vocaboli: [
    ['categoria', 'informazione', 'Informazione'],
    ['causa', 'C01', 'Gare e appalti'],
  ],
  istantanee: [{ numero: 3, data: '2020-06-30' }],
};
const leggi = (parametri: Record<string, string | string[]>) => leggiDomanda(parametri, CONTESTO);
const PROGETTO = { tabella: 'progetto', righe: 'stato' };

describe('una domanda intera', () => {
  test('si legge, e scritta in un indirizzo è la stessa', () => {
    const { domanda, errori } = leggi({
      ...{
        ...PROGETTO,
        sotto: 'provincia',
        colonne: 'data_avvio__anno',
        misura: 'somma:importo_assegnato_eur',
        quota: 'colonna',
        data: '09/07/2020',
      },
      ...{ f1: 'importo_assegnato_eur', o1: 'almeno', v1: '200.000,50', f2: 'stato', o2: 'diverso', v2: ['avviato', 'Concluso'] },
      ...{ f3: 'data_avvio', o3: 'presente', v3: '' },
    });
    expect(errori).toEqual({});
    expect(domanda).toEqual({
      ...{
        tabella: 'progetto',
        righe: ['stato', 'provincia'],
        colonne: 'data_avvio__anno',
        quota: 'colonna',
        data: '2020-07-09',
        istantanea: null,
      },
      misura: { tipo: 'somma', colonna: 'importo_assegnato_eur' },
      filtri: [
        { colonna: 'importo_assegnato_eur', operatore: 'almeno', valori: ['200000.5'] },
        { colonna: 'stato', operatore: 'diverso', valori: ['avviato', 'concluso'] },
        { colonna: 'data_avvio', operatore: 'presente', valori: [] },
      ],
    });
    expect(domanda && leggi(inParametri(domanda) as Record<string, string>).domanda).toEqual(domanda);
  });

  test('sì, no, mesi e codici della Regione si scrivono come si leggono', () => {
    const filtro = (tabella: string, righe: string, f1: string, v1: string) => leggi({ tabella, righe, f1, v1 }).domanda?.filtri[0]?.valori;
    expect(filtro('classificazione', 'categoria', 'presente', 'sì')).toEqual(['1']);
    expect(filtro('classificazione', 'categoria', 'categoria', 'INFORMAZIONE')).toEqual(['informazione']);
    expect(filtro('causa', 'codice', 'mese_riferimento', '6/2020')).toEqual(['2020-06']);
  });

  test('un’istantanea porta la sua data, qualunque sia scritta', () => {
    expect(leggi({ ...PROGETTO, fonte: '3', data: '01/01/2020' }).domanda).toMatchObject({ istantanea: 3, data: '2020-06-30' });
  });

  test('scelta solo la tabella non c’è nulla da correggere', () => {
    expect(leggi({ tabella: 'progetto' })).toMatchObject({ domanda: null, errori: {}, tabella: { nome: 'progetto' } });
    expect(leggi({})).toMatchObject({ domanda: null, errori: {}, tabella: null });
  });
});

const RIFIUTI: [quale: string, parametri: Record<string, string>, campo: string, dice: RegExp][] = [
  ['tabella che non c’è', { tabella: 'identita', righe: 'cognome' }, 'tabella', /non è nel dizionario/],
  ['riga che non c’è', { tabella: 'progetto', righe: 'cognome' }, 'righe', /non ha questa voce/],
  ['nessuna riga', { tabella: 'progetto', righe: '' }, 'righe', /Scegli che cosa/],
  ['la stessa voce due volte', { ...PROGETTO, colonne: 'stato' }, 'colonne', /già scelta/],
  ['media di un testo', { ...PROGETTO, misura: 'media:titolo' }, 'misura', /solo su colonne di numeri/],
  ['percentuale di una media', { ...PROGETTO, misura: 'media:popolazione', quota: 'totale' }, 'quota', /conteggi e somme/],
  ['percentuale di riga senza colonne', { ...PROGETTO, quota: 'riga' }, 'quota', /100 per cento/],
  ['colonna di filtro che non c’è', { ...PROGETTO, f1: 'titolo', v1: 'x' }, 'f1', /non si filtra/],
  ['valore senza colonna', { ...PROGETTO, v2: 'x' }, 'f2', /Scegli la colonna/],
  ['confronto che non va', { ...PROGETTO, f1: 'stato', o1: 'almeno', v1: 'avviato' }, 'o1', /non ammette/],
  ['testo su un numero', { ...PROGETTO, f1: 'popolazione', v1: 'tanti' }, 'v1', /è un numero/],
  ['codice che non c’è', { ...PROGETTO, f1: 'stato', v1: 'sparito' }, 'v1', /non è nell’elenco/],
  ['data impossibile in un filtro', { ...PROGETTO, f1: 'data_avvio', o1: 'almeno', v1: '31/02/2020' }, 'v1', /31 febbraio 2020 non esiste/],
  ['filtro senza valori', { ...PROGETTO, f1: 'stato' }, 'v1', /almeno un valore/],
  ['data che non esiste', { ...PROGETTO, data: '31/02/2020' }, 'data', /non esiste/],
  ['data futura', { ...PROGETTO, data: '02/12/2020' }, 'data', /dopo oggi/],
  ['data prima del programma', { ...PROGETTO, data: '08/07/2019' }, 'data', /dal 9 luglio 2019 in poi/],
  ['istantanea che non c’è', { ...PROGETTO, fonte: '4' }, 'fonte', /non c’è/],
  ['somma di persone', { tabella: 'partecipanti_agg', righe: 'sesso', misura: 'somma:n' }, 'misura', /solo persone/],
  ['indicatori diversi sommati', { tabella: 'indicatore', righe: 'progetto_id' }, 'misura', /più indicatori/],
  [
    'quantità di unità diverse sommate',
    { tabella: 'quantita', righe: 'progetto_id', misura: 'somma:programmato' },
    'misura',
    /unità diverse/,
  ],
  ['due esiti insieme', { tabella: 'partecipanti', righe: 'lavoro', colonne: 'qualifica' }, 'righe', /uno alla volta/],
  [
    'un esito con una caratteristica',
    { tabella: 'partecipanti', righe: 'lavoro', colonne: 'classe_eta' },
    'righe',
    /programma, semestre e sesso/,
  ],
  ['più codici sommati', { tabella: 'ambito', righe: 'progetti', misura: 'somma:ambito_id' }, 'misura', /non c’è/],
];
test.each(RIFIUTI)('si rifiuta, con il campo da correggere: %s', (_, parametri, campo, dice) => {
  const { domanda, errori } = leggi(parametri);
  expect(domanda).toBeNull();
  expect(errori[campo as keyof typeof errori]).toMatch(dice);
});

test('qualunque indirizzo dà una domanda o dei motivi, mai un errore', () => {
  const testo = fc.oneof(fc.string(), fc.constantFrom('progetto', 'stato', 'conteggio', 'uguale', 'avviato', '1', ''));
  const campi = ['tabella', 'righe', 'sotto', 'colonne', 'misura', 'quota', 'data', 'fonte', 'f1', 'o1', 'v1'];
  fc.assert(
    fc.property(fc.tuple(...campi.map(() => testo)), (valori) => {
      const parametri = Object.fromEntries(campi.map((nome, n) => [nome, valori[n] ?? '']));
      const { domanda, errori, tabella } = leggi({ ...parametri, ...(valori[0]?.length === 3 ? PROGETTO : {}) });
      expect(domanda !== null || Object.keys(errori).length > 0 || tabella === null).toBe(true);
    }),
  );
});
