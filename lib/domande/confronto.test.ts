import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Campo } from '@/lib/bandi/configurazione';
import { campiContesi, conIlDopo, giaScritti, inTesto, stessoValore, uniti } from './confronto';
import { CONTESTO_VUOTO } from './contesto';
import type { Valori } from './valori';

const campi = ['a', 'b', 'c'].map((chiave) => Campo.parse({ chiave, etichetta: chiave, tipo: 'testo_lungo' }));

test('l’ordine delle chiavi non è una differenza, e vuoto, null e assente sono lo stesso', () => {
  expect(stessoValore([{ id: 'r', b: '1', a: '2' }], [{ a: '2', id: 'r', b: '1' }])).toBe(true);
  expect(stessoValore('', undefined)).toBe(true);
  expect(stessoValore([], null)).toBe(true);
  expect(stessoValore('0', null)).toBe(false);
  expect(stessoValore(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(giaScritti({ a: 'x' }, { a: 'x', b: 'altro' })).toBe(true);
});

test('dove ha scritto una sola persona si propone il suo testo, dove hanno scritto in due sceglie chi legge', () => {
  const [base, miei, loro] = [
    { a: '0', b: '0', c: '0' },
    { a: 'io', b: '0', c: 'io' },
    { a: '0', b: 'loro', c: 'loro' },
  ];
  const contesi = campiContesi(campi, base, miei, loro);
  expect(contesi.map(({ campo, proposta }) => [campo.chiave, proposta])).toEqual([
    ['a', 'mio'],
    ['b', 'loro'],
    ['c', null],
  ]);
  expect(uniti(miei, loro, contesi, { a: 'mio', b: 'loro', c: 'mio' })).toEqual({ a: 'io', b: 'loro', c: 'io' });
});

test('qualunque sia la scelta, ogni campo finisce con il testo di uno dei due: nessuno se ne inventa e nessuno sparisce', () => {
  const valori = fc.record({ a: fc.string(), b: fc.string(), c: fc.string() });
  const scelte = fc.record({ a: fc.constantFrom('mio', 'loro'), b: fc.constantFrom('mio', 'loro'), c: fc.constantFrom('mio', 'loro') });
  fc.assert(
    fc.property(valori, valori, valori, scelte, (base, miei, loro, scelta) => {
      const contesi = campiContesi(campi, base, miei, loro);
      const finale: Valori = uniti(miei, loro, contesi, scelta as Record<string, 'mio' | 'loro'>);
      for (const chiave of ['a', 'b', 'c'] as const)
        expect(stessoValore(finale[chiave], scelta[chiave] === 'mio' ? miei[chiave] : loro[chiave])).toBe(true);
    }),
  );
});

test('una riga di tabella tolta da un collega: se la si stava scrivendo si sceglie, altrimenti si uniscono le righe', () => {
  const tabella = Campo.parse({
    chiave: 't',
    etichetta: 'T',
    tipo: 'tabella',
    colonne: [
      { chiave: 'n', etichetta: 'N' },
      { chiave: 'e', etichetta: 'E', tipo: 'importo' },
    ],
  });
  const mia = [
    { id: 'r1', n: 'Corso', e: '12550' },
    { id: 'r2', n: 'Sportello', e: '' },
  ];
  const [conteso] = campiContesi([tabella], { t: mia }, { t: mia.map((r) => ({ ...r, n: `${r.n}!` })) }, { t: mia.slice(0, 1) });
  expect([conteso?.proposta, conteso?.insieme]).toEqual([null, undefined]); // la riga tolta la stavo scrivendo io: scelgo
  // il collega ha tolto una riga che io non toccavo, e io ne ho aggiunta una: insieme
  const nuova = { id: 'r3', n: 'Patto', e: '1' };
  const [unibile] = campiContesi([tabella], { t: mia }, { t: [...mia, nuova] }, { t: mia.slice(0, 1) });
  expect([unibile?.proposta, unibile?.insieme]).toEqual(['insieme', [...mia.slice(0, 1), nuova]]);
  expect(inTesto(tabella, mia, CONTESTO_VUOTO)).toBe('Corso · 125,50\nSportello · ');
});

test('ciò che si scrive mentre si sceglie vale, e non porta via le righe che si erano tenute del collega', () => {
  const campi = [
    Campo.parse({ chiave: 't', etichetta: 'T', tipo: 'tabella', colonne: [{ chiave: 'n', etichetta: 'N' }] }),
    Campo.parse({ chiave: 'x', etichetta: 'X', tipo: 'testo_lungo' }),
  ];
  const [loro, mia, finita] = [
    { id: 'r1', n: 'del collega' },
    { id: 'r3', n: 'Pat' },
    { id: 'r3', n: 'Patto' },
  ];
  const scelti = { t: [loro, mia], x: 'il suo' };
  const miei = { t: [mia], x: 'il mio' };
  expect(conIlDopo(campi, scelti, miei, { t: [finita], x: 'il mio' })).toEqual({ t: [loro, finita], x: 'il suo' });
  expect(conIlDopo(campi, scelti, miei, miei)).toEqual(scelti);
  expect(conIlDopo(campi, scelti, miei, { t: [mia], x: 'i due insieme' }).x).toBe('i due insieme');
  // la stessa riga, cambiata dopo da me e dal collega: resta ciò che ho davanti, che è più recente
  expect(conIlDopo(campi, { t: [{ id: 'r3', n: 'sua' }] }, miei, { t: [finita] }).t).toEqual([finita]);
});
