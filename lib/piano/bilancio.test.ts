import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENTI, unAzione, unaVoce, unPianoQualunque, uuid } from '@/tests/support/piano';
import { contributoPerCategoria, contributoTotale, costoDi, type Fonti, fontiDi, totali } from './bilancio';
import { squilibri } from './squilibri';

const REGOLE = {
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
    { codice: 'servizi', etichetta: 'Servizi' },
  ],
  contributoMinCents: null,
  contributoMaxCents: null,
};
const sommaDi = (mappa: Map<string, Fonti>) => [...mappa.values()].reduce((s, f) => s + costoDi(f), 0n);

test('per azione, per categoria, per ente e per fonte il totale è sempre lo stesso, ed è la somma di ciò che si vede', () => {
  fc.assert(
    fc.property(unPianoQualunque, ({ voci }) => {
      const t = totali(voci);
      const visto = voci.reduce((s, voce) => s + costoDi(fontiDi(voce)), 0n);
      expect([sommaDi(t.perAzione), sommaDi(t.perCategoria), sommaDi(t.perEnte), costoDi(t.totale)]).toEqual([visto, visto, visto, visto]);
      expect([...contributoPerCategoria(voci).values()].reduce((a, b) => a + b, 0n)).toBe(contributoTotale(voci));
      expect(contributoTotale(voci)).toBe(t.totale.contributo);
    }),
  );
});

test('oltre i 2^53 centesimi non si perde nulla', () => {
  const voci = [
    unaVoce(1, 1, 0, { contributoCents: '999999999999999' }),
    unaVoce(2, 1, 0, { contributoCents: '999999999999999', categoria: 'beni' }),
  ];
  expect(contributoTotale(voci)).toBe(1_999_999_999_999_998n);
});

test('un quadro in equilibrio non ha squilibri', () => {
  expect(squilibri([unAzione(1)], [unaVoce(1, 1, 100)], REGOLE, ENTI)).toEqual([]);
});

test('ogni squilibrio dice quale riga e che cosa fare', () => {
  const voci = [
    unaVoce(1, 1, 100),
    unaVoce(2, 9, 100),
    unaVoce(3, 1, 100, { categoria: 'feste' }),
    unaVoce(4, 1, 100, { organizzazioneId: uuid(999), categoria: 'beni' }),
    unaVoce(5, 1, 0, { categoria: 'servizi' }),
    unaVoce(6, 1, 5),
  ];
  expect(squilibri([unAzione(1), unAzione(2)], voci, REGOLE, ENTI)).toEqual([
    { voceId: 'v2', messaggio: 'Riga 2: l’azione non c’è più. Scegline un’altra o togli la riga.' },
    { voceId: 'v3', messaggio: 'Riga 3, azione A1: scegli una categoria di costo del bando.' },
    { voceId: 'v4', messaggio: 'Riga 4, azione A1: l’ente non fa parte dell’aggregazione. Scegline uno che partecipa.' },
    { voceId: 'v5', messaggio: 'Riga 5, azione A1: non c’è alcun importo. Scrivilo o togli la riga.' },
    { voceId: 'v6', messaggio: 'Riga 6, azione A1: azione, categoria ed ente sono già in un’altra riga. Unisci gli importi.' },
    { azioneId: uuid(2), messaggio: 'L’azione A2 «Azione 2» non ha alcun costo nel quadro economico.' },
  ]);
});

test.for([
  ['20000', null, /^Il contributo chiesto è 100,00\s€: mancano 100,00\s€ per arrivare al minimo di 200,00\s€\.$/],
  [null, '9999', /^Il contributo chiesto è 100,00\s€: supera di 0,01\s€ il massimo di 99,99\s€\.$/],
] as [string | null, string | null, RegExp][])('fuori dai limiti %s–%s si dice di quanto', ([minimo, massimo, frase]) => {
  const [uno, ...altri] = squilibri(
    [unAzione(1)],
    [unaVoce(1, 1, 10_000)],
    { ...REGOLE, contributoMinCents: minimo, contributoMaxCents: massimo },
    ENTI,
  );
  expect(uno?.messaggio).toMatch(frase);
  expect(altri).toEqual([]);
});

test.for([
  ['10001', '10000', /supera di 0,01\u00a0€ quanto il bando assegna ai vostri ambiti, 100,00\u00a0€/],
  ['1', '0', /non assegna nulla agli ambiti della domanda/],
] as const)('%s centesimi chiesti su %s che spettano agli ambiti: si dice', ([chiesto, spettaCents, frase]) => {
  const trovati = squilibri([unAzione(1)], [unaVoce(1, 1, Number(chiesto))], { ...REGOLE, spettaCents }, ENTI);
  expect(trovati.map(({ messaggio }) => messaggio)).toEqual([expect.stringMatching(frase)]);
  expect(squilibri([unAzione(1)], [unaVoce(1, 1, Number(chiesto))], { ...REGOLE, spettaCents: chiesto }, ENTI)).toEqual([]);
});

test('ai limiti esatti va bene', () => {
  const regole = { ...REGOLE, contributoMinCents: '10000', contributoMaxCents: '10000' };
  expect(squilibri([unAzione(1)], [unaVoce(1, 1, 10_000)], regole, ENTI)).toEqual([]);
});
