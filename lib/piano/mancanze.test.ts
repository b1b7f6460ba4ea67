import { expect, test } from 'vitest';
import type { AzionePiano } from '@/lib/domande/valori';
import { ENTI, unAzione, unaVoce, uuid } from '@/tests/support/piano';
import { mancanzeAzioni, mancanzeBudget } from './mancanze';

const REGOLE = {
  partner: ENTI,
  categorieCosto: [{ codice: 'personale', etichetta: 'Personale' }],
  contributoMinCents: null,
  contributoMaxCents: null,
  categorieIntervento: [{ codice: 'CATEGORIA', etichetta: 'Categoria', tipo: 'SERVIZIO' as const }],
  gruppi: [{ codice: 'GRUPPO', etichetta: 'Gruppo' }],
  dal: '2019-04-01',
  al: '2021-03-31',
};

test('un’azione completa e il suo costo non lasciano mancanze', () => {
  expect(mancanzeAzioni([unAzione(1)], REGOLE)).toEqual([]);
  expect(mancanzeBudget([unAzione(1)], [unaVoce(1, 1, 100)], REGOLE)).toEqual([]);
});

const destinatario = { id: 'd', gruppo: 'GRUPPO', quantita: 1, unita: 'persone' };

test.for([
  [{ titolo: '  ' }, 'scrivi il titolo'],
  [{ categoria: null }, 'scegli la categoria di intervento'],
  [{ tipo: 'AZIONE' }, 'la categoria di intervento non è tra quelle di questo tipo: scegline un’altra'],
  [{ organizzazioneId: null }, 'scegli l’ente responsabile'],
  [{ organizzazioneId: uuid(77) }, 'l’ente responsabile non fa parte dell’aggregazione: scegline uno che partecipa'],
  [{ inizio: null }, 'scrivi la data di inizio'],
  [{ fine: null }, 'scrivi la data di fine'],
  [{ inizio: '2020-02-02', fine: '2020-02-01' }, 'la fine viene prima dell’inizio'],
  [{ inizio: '2019-03-31' }, 'comincia prima di quando può cominciare il progetto'],
  [{ fine: '2021-04-01' }, 'finisce dopo la fine del progetto'],
  [{ destinatari: [] }, 'indica almeno un gruppo di destinatari'],
  [{ destinatari: [{ ...destinatario, gruppo: '' }] }, 'scegli il gruppo di ogni riga dei destinatari'],
  [{ destinatari: [{ ...destinatario, quantita: 0 }] }, 'scrivi quanti destinatari sono, in ogni riga'],
  [{ destinatari: [{ ...destinatario, unita: ' ' }] }, 'scrivi l’unità (persone, famiglie…) di ogni riga dei destinatari'],
] as [Partial<AzionePiano>, string][])('%j: %s', ([cambio, frase]) => {
  expect(mancanzeAzioni([unAzione(1, cambio)], REGOLE)).toEqual([{ campo: 'azioni', riga: uuid(1), messaggio: `Azione A1: ${frase}.` }]);
});

test('un giorno solo va bene; due azioni con lo stesso codice no', () => {
  expect(mancanzeAzioni([unAzione(1, { inizio: '2020-02-01', fine: '2020-02-01' })], REGOLE)).toEqual([]);
  expect(mancanzeAzioni([unAzione(1), unAzione(2, { codice: 'A1' })], REGOLE)).toEqual([
    { campo: 'azioni', riga: uuid(2), messaggio: 'Azione A1: il codice è già di un’altra azione.' },
  ]);
});

test('senza azioni e senza voci si dice da dove cominciare', () => {
  expect(mancanzeAzioni([], REGOLE)[0]?.messaggio).toMatch(/non ha ancora azioni/);
  expect(mancanzeBudget([unAzione(1)], [], REGOLE)[0]?.messaggio).toMatch(/quadro economico è vuoto/);
});

test('le mancanze del quadro economico portano la riga', () => {
  expect(mancanzeBudget([unAzione(1)], [unaVoce(1, 1, 100), unaVoce(2, 5, 1)], REGOLE)).toEqual([
    { campo: 'voci', riga: 'v2', messaggio: 'Riga 2: l’azione non c’è più. Scegline un’altra o togli la riga.' },
  ]);
});
