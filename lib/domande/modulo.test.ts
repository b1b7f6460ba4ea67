import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Campo } from '@/lib/bandi/configurazione';
import { leggiImporto, scriviImporto } from '@/lib/format/importo';
import { caratteri, inCampo, parole, presente, siMostra, valoriDaModulo } from './modulo';
import { eseguiComando, leggiModulo } from './moduloInviato';

const campo = (resto: object) => Campo.parse({ chiave: 'x', etichetta: 'X', tipo: 'testo', ...resto });
const COLONNE = [
  { chiave: 'nome', etichetta: 'Nome' },
  { chiave: 'costo', etichetta: 'Costo', tipo: 'importo' },
  { chiave: 'il', etichetta: 'Il', tipo: 'data' },
];

test.for([
  ['testo', 'ciao ', 'ciao '],
  ['elenco', ' a \n\nb', ['a', 'b']],
  ['numero', '1.250,5', 1250.5],
  ['numero', '', null],
  ['importo', '1.250,5', '125050'],
  ['importo', '0,07', '7'],
  ['data', '1/3/2020', '2020-03-01'],
  ['scelta', 'si', 'si'],
] as const)('%s: «%s» si legge', ([tipo, scritto, atteso]) => {
  expect(valoriDaModulo([campo({ tipo })], { x: scritto })).toEqual({ valori: { x: atteso }, errori: {} });
});

test.for(['numero', 'importo', 'data'] as const)('%s: ciò che non si legge resta com’è scritto, con il suo errore', (tipo) => {
  const { valori, errori } = valoriDaModulo([campo({ tipo })], { x: '31/09/20x' });
  expect(valori.x).toBe('31/09/20x');
  expect(errori.x).toHaveLength(1);
  expect(inCampo(tipo, valori.x)).toBe('31/09/20x');
});

test('un campo che nel modulo non c’è non si tocca; uno senza spunte si svuota', () => {
  const campi = [campo({ tipo: 'scelta_multipla' }), campo({ chiave: 'y' }), campo({ chiave: 'z', tipo: 'file' })];
  expect(valoriDaModulo(campi, { [presente('x')]: '' }).valori).toEqual({ x: [] });
  expect(valoriDaModulo(campi, { [presente('x')]: '', 'x.uno': 'si', 'x.due': 'si' }).valori).toEqual({ x: ['uno', 'due'] });
  expect(valoriDaModulo(campi, { x: 'uno' }).valori).toEqual({ x: ['uno'] });
});

test('una tabella: righe nell’ordine della pagina, celle lette per tipo, la riga sbagliata è detta', () => {
  const tabella = campo({ tipo: 'tabella', colonne: COLONNE });
  const grezzi = {
    'x.': '',
    'x.r2.nome': 'Due',
    'x.r2.costo': '2,50',
    'x.r2.il': '',
    'x.r1.nome': 'Uno',
    'x.r1.costo': 'tanto',
    'x.r1.il': '1/1/2020',
  };
  const { valori, errori } = valoriDaModulo([tabella], grezzi);
  expect(valori.x).toEqual([
    { id: 'r2', nome: 'Due', costo: '250', il: '' },
    { id: 'r1', nome: 'Uno', costo: 'tanto', il: '2020-01-01' },
  ]);
  expect(errori.x?.[0]).toMatch(/^Riga 2, Costo/);
  const dopo = eseguiComando('togli:x:r2', eseguiComando('aggiungi:x', valori, 'r3'), 'mai');
  expect((dopo.x as { id: string }[]).map(({ id }) => id)).toEqual(['r1', 'r3']);
  expect(eseguiComando('aggiungi:__proto__', valori, 'r')).toBe(valori);
});

test('il modulo senza JavaScript: i campi di servizio da una parte, i campi della sezione dall’altra', () => {
  const dati = new FormData();
  for (const [nome, v] of [
    ['_rev', '3'],
    ['_chiave', 'contesto'],
    ['descrizione', 'a'],
    ['_comando', 'aggiungi:x'],
  ] as const)
    dati.append(nome, v);
  expect(leggiModulo(dati)).toEqual({ rev: '3', chiave: 'contesto', comando: 'aggiungi:x', grezzi: { descrizione: 'a' } });
});

test('una condizione vale su una scelta e dentro un elenco', () => {
  const condizionato = { quando: { campo: 'a', valore: 'si' } };
  expect(siMostra({}, {})).toBe(true);
  expect(siMostra(condizionato, { a: 'si' })).toBe(true);
  expect(siMostra(condizionato, { a: ['no', 'si'] })).toBe(true);
  expect(siMostra(condizionato, { a: 'no' })).toBe(false);
  expect(siMostra(condizionato, {})).toBe(false);
});

test('i caratteri sono i punti di codice, anche con emoji e mezze coppie', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (testo) => caratteri(testo) === [...testo].length));
  expect(caratteri('👵🏼è\ud800')).toBe(4);
});

test('le parole si contano come le conta una persona', () => {
  expect(parole('L’idea, nata nel 2017: 1.234,56 euro — perché no?')).toBe(8);
  expect(parole('')).toBe(0);
});

test('ogni importo scritto si rilegge uguale', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (cents) => {
      expect(leggiImporto(scriviImporto(String(cents)))).toEqual({ ok: true, cents: String(cents) });
    }),
  );
});
test.for(['12,345', '1.2', '1,2,3', '-5', 'abc', '1e9'])('«%s» non è un importo', (testo) => expect(leggiImporto(testo).ok).toBe(false));
