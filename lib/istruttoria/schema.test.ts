import { expect, test } from 'vitest';
import { Inammissibile, RichiestaIntegrazioni, VerificheScritte } from './schema';
import { daVerificare, esigiAmmissibile } from './verifiche';

const ID = '11111111-1111-4111-8111-111111111111';

test('le verifiche: una risposta estranea vale come nessuna, la revisione è un intero', () => {
  const campi = {
    progettoId: ID,
    rev: '3',
    'esito.termine': 'SI',
    'nota.termine': ' vista ',
    'nota.firma': 'da vedere',
    'esito.altro': 'FORSE',
  };
  expect(VerificheScritte.parse(campi)).toEqual({
    ...{ progettoId: ID, rev: 3 },
    verifiche: {
      termine: { esito: 'SI', nota: 'vista' },
      firma: { esito: null, nota: 'da vedere' },
      altro: { esito: null, nota: '' },
    },
  });
  for (const rev of ['', 'x', '-1', '1.5', '9999999999']) {
    const letta = VerificheScritte.safeParse({ ...campi, rev });
    expect(letta.success && letta.data.rev !== 0).toBe(false);
  }
});

test('le integrazioni: sezioni, motivo dell’elenco, testo e data', () => {
  const campi = {
    progettoId: ID,
    motivo: 'INCOMPLETO',
    'sezioni.a': 'si',
    'sezioni.b': 'si',
    testo: 'Manca il preventivo.',
    entro: '31/12/2020',
  };
  expect(RichiestaIntegrazioni.parse(campi)).toEqual({
    ...{ progettoId: ID, motivo: 'INCOMPLETO', sezioni: ['a', 'b'], testo: 'Manca il preventivo.', entro: '2020-12-31' },
  });
  const errori = RichiestaIntegrazioni.safeParse({ progettoId: ID, motivo: '', testo: '  ', entro: '' }).error?.issues ?? [];
  expect(Object.fromEntries(errori.map((i) => [i.path.join('.'), i.message]))).toEqual({
    motivo: 'Scegli il motivo.',
    sezioni: 'Scegli almeno una sezione da riaprire.',
    testo: 'Scrivi che cosa va integrato (almeno 10 caratteri).',
    entro: 'Scrivi entro quando rispondere.',
  });
});

test('un no senza motivi non passa', () => {
  expect(Inammissibile.safeParse({ progettoId: ID, motivazione: 'Fuori termine di un giorno.' }).success).toBe(false);
});

test('che cosa resta da verificare', () => {
  const voci = [
    { chiave: 'a', testo: 'A' },
    { chiave: 'b', testo: 'B' },
  ];
  expect(daVerificare(voci, { a: { esito: 'NA', nota: '' } })).toEqual([{ chiave: 'b', testo: 'B' }]);
  expect(() => esigiAmmissibile([], {})).not.toThrow(); // il bando non prevede verifiche
});
