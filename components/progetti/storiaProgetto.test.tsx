import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EventoDelProgetto } from '@/lib/progetti/letture';
import { StoriaProgetto } from './StoriaProgetto';

const evento = (id: number, istante: string, altro: Partial<EventoDelProgetto> = {}): EventoDelProgetto => ({
  ...{
    id: String(id),
    atto: 'rete.dichiarata',
    istante,
    ruolo: 'REFERENTE',
    ente: 'CISSACA',
    azione: null,
    enteParte: null,
    periodo: null,
  },
  ...altro,
});
const voci = (eventi: EventoDelProgetto[], inBreve?: boolean): string[] =>
  [...renderToStaticMarkup(<StoriaProgetto eventi={eventi} inBreve={inBreve} />).matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, voce = '']) =>
    voce
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

// 22:30 UTC del 3 luglio è già il 4 a Roma
const MOLTI = [
  evento(5, '2020-07-03T22:30:00Z'),
  evento(4, '2020-07-03T10:03:00Z'),
  evento(3, '2020-07-03T10:02:00Z'),
  evento(2, '2020-07-03T10:01:00Z', { ente: 'CISA Tortona' }),
  evento(1, '2020-07-03T10:00:00Z'),
];

test('in breve gli atti uguali dello stesso giorno, uno di seguito all’altro, si dicono una volta con quanti sono', () => {
  expect(voci(MOLTI, true).map((voce) => [voce.slice(0, 13), /\((\d+) volte\)/.exec(voce)?.[1]])).toEqual([
    ['4 luglio 2020', undefined],
    ['3 luglio 2020', '2'],
    ['3 luglio 2020', undefined],
    ['3 luglio 2020', undefined],
  ]);
});

test('nella storia intera ogni atto ha la sua voce', () => {
  expect(voci(MOLTI)).toHaveLength(5);
});
