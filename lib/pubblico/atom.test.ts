import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { feedAtom, inXml, mappaXml } from './atom';
import type { Novita } from './letture';

const BASE = 'https://cantiere.example.it';
const novita = (altro: Partial<Novita>): Novita => ({
  id: 'avviso-1',
  tipo: 'avviso',
  titolo: 'Titolo',
  chi: 'Consorzio',
  riferimento: '00000000-0000-4000-8000-000000000001',
  atto: null,
  quando: '2020-07-09T08:00:00+00:00',
  ...altro,
});
const lettore = new XMLParser({ ignoreAttributes: false, processEntities: true, trimValues: false });

test('un feed vuoto è un feed, con un istante', () => {
  const { feed } = lettore.parse(feedAtom(BASE, 'Regione', [], '2020-01-01T00:00:00Z'));
  expect(feed.entry).toBeUndefined();
  expect(feed.updated).toBe('2020-01-01T00:00:00.000Z');
});

test('ogni novità porta alla sua pagina, con un istante e un identificativo suo', () => {
  const voci = [
    novita({}),
    novita({ id: 'decisione-2', tipo: 'decisione', riferimento: 'P 01/a', atto: 'DD n. 1' }),
    novita({ id: 'bando-3', tipo: 'bando', riferimento: 'b' }),
  ];
  const { feed } = lettore.parse(feedAtom(BASE, 'Regione', voci, ''));
  expect(feed.entry.map((e: { link: Record<string, string> }) => e.link['@_href'])).toEqual([
    `${BASE}/avvisi/00000000-0000-4000-8000-000000000001`,
    `${BASE}/progetti-approvati/P%2001%2Fa`,
    `${BASE}/bandi-aperti#bando-b`,
  ]);
  expect(new Set(feed.entry.map((e: { id: string }) => e.id)).size).toBe(3);
  expect(feed.entry[1].summary).toBe('Consorzio, DD n. 1');
});

test('qualunque titolo resta testo: markup, controlli, metà di un’emoji', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (codici) => {
      const titolo = String.fromCharCode(...codici);
      const xml = feedAtom(BASE, titolo, [novita({ titolo, chi: titolo })], '');
      expect(XMLValidator.validate(xml)).toBe(true);
    }),
  );
  const { feed } = lettore.parse(feedAtom(BASE, 'R', [novita({ titolo: '<b>=1+1</b> & "x" 👩🏽‍🔧 é\u0301\u0000' })], ''));
  expect(feed.entry.title).toBe('Avviso per partner: <b>=1+1</b> & "x" 👩🏽‍🔧 é\u0301');
});

test('una metà spaiata di una coppia si perde, la coppia intera no', () => {
  expect(inXml('a\uD83Db\uD83D\uDC69c\uDC69')).toBe('ab👩c');
});

test('la mappa del sito si rilegge, con gli indirizzi interi', () => {
  const { urlset } = lettore.parse(mappaXml(BASE, ['/', '/a?b=1&c=2']));
  expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([`${BASE}/`, `${BASE}/a?b=1&c=2`]);
});
