import { expect, test } from 'vitest';
import { Campo } from '@/lib/bandi/configurazione';
import { pulisci, validaValori } from './valida';

const campo = (resto: object) => Campo.parse({ chiave: 'x', etichetta: 'X', ...resto });
const opzioni = [{ codice: 'si', etichetta: 'Sì' }];
const colonne = [{ chiave: 'c', etichetta: 'Quanto', tipo: 'importo' }];
const ID = '00000000-0000-4000-8000-000000000001';

test.for([
  [{ tipo: 'testo', massimo: 5 }, 'x', null],
  [{ tipo: 'testo', massimo: 5 }, '👵🏼👵🏼x', null],
  [{ tipo: 'testo', massimo: 5 }, '123456', /Accorcialo di 1/],
  [{ tipo: 'testo' }, 5, /non si legge/],
  [{ tipo: 'testo_lungo' }, 'x'.repeat(20_001), /al massimo 20\.000/],
  [{ tipo: 'elenco' }, ['a', 'b'], null],
  [{ tipo: 'elenco', massimo: 1 }, ['a', 'b'], /al massimo 1/],
  [{ tipo: 'elenco' }, [{ a: 1 }], /non si legge/],
  [{ tipo: 'numero' }, 1.5, null],
  [{ tipo: 'numero' }, '1,5', /Scrivi un numero/],
  [{ tipo: 'importo' }, '125', null],
  [{ tipo: 'importo' }, '12,5', /Scrivi un importo/],
  [{ tipo: 'data' }, '2020-02-29', null],
  [{ tipo: 'data' }, '2021-02-29', /Scrivi la data/],
  [{ tipo: 'scelta', opzioni }, 'si', null],
  [{ tipo: 'scelta', opzioni }, 'forse', /non è nell’elenco/],
  [{ tipo: 'scelta_multipla', opzioni }, ['si'], null],
  [{ tipo: 'scelta_multipla', opzioni }, ['si', 'si'], /due volte/],
  [{ tipo: 'ambiti' }, [ID], null],
  [{ tipo: 'ambiti' }, ['torino'], /non è nell’elenco/],
  [{ tipo: 'comuni' }, ['Biella (BI)', 'Samone (TO)'], null],
  [{ tipo: 'comuni' }, ['Atlantide'], /non è un comune italiano/],
  [{ tipo: 'comuni' }, ['Samone'], /Samone \(TO\) o Samone \(TN\)/],
  [{ tipo: 'comuni' }, 'Biella', /non si legge/],
  [
    { tipo: 'tabella', colonne },
    [
      { id: 'r1', c: '100' },
      { id: 'r2', c: '' },
    ],
    null,
  ],
  [{ tipo: 'tabella', colonne }, [{ id: 'r1', c: 'tanto' }], /Riga 1, Quanto/],
  [{ tipo: 'tabella', colonne }, [{ id: 'r1', altro: 'x' }], /Riga 1/],
  [{ tipo: 'tabella', colonne }, [{ id: 'r1' }, { id: 'r1' }], /non si legge/],
  [{ tipo: 'tabella', colonne }, [{ id: '../r' }], /non si legge/],
  [{ tipo: 'principi' }, { P1: 'testo' }, null],
  [{ tipo: 'principi' }, { P9: 'testo' }, /P9 non è nel bando/],
  [{ tipo: 'azioni' }, [], null],
  [{ tipo: 'azioni' }, [{ id: 'x' }], /L’azione 1/],
  [
    { tipo: 'budget' },
    [{ id: 'v', azioneId: 'a', categoria: 'p', organizzazioneId: 'o', contributoCents: '1', cofinanziamentoCents: '0', naturaCents: '0' }],
    null,
  ],
  [{ tipo: 'budget' }, [{ id: 'v', contributoCents: '-1' }], /La voce 1/],
] as [object, unknown, RegExp | null][])('%j con %j', ([configurato, valore, rifiuto]) => {
  const { valori, errori } = validaValori({ campi: [campo(configurato)] }, { x: valore }, { principi: [{ codice: 'P1' }] });
  if (rifiuto) expect(errori.x?.[0]).toMatch(rifiuto);
  else expect([errori, valori.x]).toEqual([{}, valore]);
});

test('le chiavi che la sezione non ha si dicono; null svuota; un file non si scrive così', () => {
  const campi = [campo({ tipo: 'testo' }), campo({ chiave: 'f', tipo: 'file' })];
  expect(validaValori({ campi }, { x: null, f: 'a', y: 1 })).toEqual({ valori: { x: null }, errori: {}, sconosciuti: ['f', 'y'] });
});

test('i caratteri che il database non conserva si tolgono ovunque siano', () => {
  expect(pulisci({ 'a\u0000': ['x\r\ny', '\ud800'] })).toEqual({ a: ['x\ny', '\ufffd'] });
});

test('i comuni si salvano con il nome per esteso e la provincia, comunque li si scriva e una volta sola', () => {
  const { valori } = validaValori({ campi: [campo({ tipo: 'comuni' })] }, { x: ['biella', 'BIELLA (BI)', 'agliè'] });
  expect(valori).toEqual({ x: ['Biella (BI)', 'Agliè (TO)'] });
});
