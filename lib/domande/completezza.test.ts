import { expect, test } from 'vitest';
import { Campo, type Configurazione } from '@/lib/bandi/configurazione';
import { completezzaDi, mancanzeSezione } from './completezza';

const campo = (resto: object) => Campo.parse({ chiave: 'x', etichetta: 'Campo', tipo: 'testo', obbligatorio: true, ...resto });
const principi: Configurazione['principi'] = ['P1', 'P2'].map((codice) => ({ codice, nome: codice, significato: '' }));

test.for([
  [{}, undefined, /scrivi una risposta/],
  [{}, '   ', /scrivi una risposta/],
  [{}, 'ecco', null],
  [{ obbligatorio: false }, '', null],
  [{ massimo: 3 }, 'quattro', /accorcia/],
  [{ tipo: 'numero' }, 0, null],
  [{ tipo: 'importo' }, '0', null],
  [{ tipo: 'email' }, 'a@b', /nome@ente\.it/],
  [{ tipo: 'email' }, 'nome@ente.it', null],
  [{ tipo: 'telefono' }, 'chiamami', /numero di telefono/],
  [{ tipo: 'telefono' }, '+39 011 123 4567', null],
  [{ tipo: 'elenco', minimo: 2 }, ['a'], /almeno 2/],
  [{ tipo: 'elenco', obbligatorio: false, minimo: 2 }, [], null],
  [{ tipo: 'tabella' }, [{ id: 'r', a: ' ' }], /riga 1 è vuota/],
  [{ tipo: 'principi' }, { P1: 'sì', P2: ' ' }, /P2/],
  [{ tipo: 'principi' }, { P1: 'sì', P2: 'sì' }, null],
  [{ tipo: 'file' }, undefined, /carica il documento/],
  [{ tipo: 'azioni' }, [], /almeno un’azione/],
] as [object, never, RegExp | null][])('%j con %j', ([configurato, valore, atteso]) => {
  const [mancanza] = mancanzeSezione({ campi: [campo(configurato)] }, { x: valore }, { principi });
  if (atteso) expect(mancanza).toMatchObject({ campo: 'x', messaggio: atteso });
  else expect(mancanza).toBeUndefined();
});

test('un campo nascosto dalla sua condizione non manca; un documento caricato basta', () => {
  const campi = [campo({ quando: { campo: 'a', valore: 'si' } }), campo({ chiave: 'f', tipo: 'file' })];
  const documenti = [{ chiave: 'f' }];
  expect(mancanzeSezione({ campi }, { a: 'no' }, { documenti })).toEqual([]);
  expect(mancanzeSezione({ campi }, { a: 'si' }, { documenti })).toHaveLength(1);
});

test('la completezza di tutta la domanda', () => {
  const manca = [{ campo: 'x', messaggio: '' }];
  expect(completezzaDi([{ manca: [] }, { manca }, { manca: [...manca, ...manca] }])).toEqual({ complete: 1, totali: 3, mancanze: 3 });
});
