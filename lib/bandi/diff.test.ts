import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonCanonico } from './canonico';
import { Configurazione } from './configurazione';
import { differenze } from './diff';

const WECARE = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../prisma/dati/bando-wecare.json'), 'utf8'));
const wecare = Configurazione.parse(WECARE);
const dopo = (cambia: (c: Configurazione) => void): string[] => {
  const c = structuredClone(wecare);
  cambia(c);
  return differenze(wecare, c);
};
const idea = (c: Configurazione) =>
  c.sezioni.find((s) => s.chiave === 'idea') ?? fc.sample(fc.constant(c.sezioni[0] as (typeof c.sezioni)[0]), 1)[0];

describe('le differenze tra due versioni di un bando', () => {
  it('nessuna, se non cambia niente', () => expect(differenze(wecare, structuredClone(wecare))).toEqual([]));

  it('un limite di caratteri che cambia si dice con i numeri', () =>
    expect(dopo((c) => Object.assign(idea(c)?.campi[0] ?? {}, { massimo: 6000 }))).toEqual([
      'Sezione B.2: campo «Descrizione sintetica» da 8.000 a 6.000 caratteri.',
    ]));

  it('termini, importi, campi aggiunti e tolti, ordine: ciascuno ha la sua frase', () => {
    expect(dopo((c) => Object.assign(c.passi[0] ?? {}, { chiude: '2018-07-15T12:00' }))).toEqual([
      'Idea progettuale: chiusura da 30/06/2018 23:59 a 15/07/2018 12:00.',
    ]);
    expect(dopo((c) => (c.dotazioneCents = '700000000'))).toEqual(['Dotazione da 6.400.000,00\u00a0€ a 7.000.000,00\u00a0€.']);
    expect(dopo((c) => idea(c)?.campi.splice(1, 1))).toEqual(['Sezione B.2: campo «Linee di intervento»: tolto.']);
    expect(dopo((c) => c.documenti.pop())).toEqual(['Documento «Preventivi e altri documenti sui costi»: tolto.']);
    expect(dopo((c) => c.principi.reverse())).toEqual([
      'Cambia l’ordine: Principio P6, Principio P5, Principio P4, Principio P3, Principio P2, Principio P1.',
    ]);
    expect(dopo((c) => Object.assign(idea(c) ?? {}, { visibilita: 'IDEA' }))).toEqual([
      'Sezione B.2: si compila da nell’idea e nel progetto a solo nell’idea.',
    ]);
  });

  it('per quanto si cambi, ogni differenza dà almeno una frase, e l’uguaglianza nessuna', () => {
    // si cambia un valore qualunque, in un punto qualunque della configurazione
    const foglie = (v: unknown, via: (string | number)[] = []): (string | number)[][] =>
      typeof v === 'object' && v !== null ? Object.entries(v).flatMap(([k, x]) => foglie(x, [...via, k])) : [via];
    const vie = foglie(wecare).filter(
      (via) => !['chiave', 'codice', 'fase'].includes(String(via.at(-1))) || via.includes('opzioni') || via.includes('colonne'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...vie), (via) => {
        const c = structuredClone(wecare);
        const padre = via.slice(0, -1).reduce<Record<string, unknown>>((o, k) => o[k] as Record<string, unknown>, c as never);
        const nome = String(via.at(-1));
        const prima = padre[nome];
        padre[nome] = altro(prima);
        expect(padre[nome]).not.toEqual(prima);
        expect(differenze(wecare, c).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

/** Un valore diverso dello stesso genere, dentro i vocabolari quando è un vocabolario. */
function altro(v: unknown): unknown {
  if (typeof v === 'number') return v + 1;
  if (typeof v === 'boolean') return !v;
  if (v === null) return '100';
  const testo = String(v);
  if (testo === 'NON_COMPETITIVO') return 'SPORTELLO';
  if (['IDEA', 'PROGETTO', 'ENTRAMBI'].includes(testo)) return testo === 'IDEA' ? 'PROGETTO' : 'IDEA';
  if (/^\d+$/.test(testo)) return `${testo}1`;
  return /^\d{4}-/.test(testo) ? testo.replace(/^\d{4}/, '2031') : testo === 'testo' ? 'numero' : `${testo}x`;
}

describe('il testo canonico', () => {
  it('non dipende dall’ordine delle chiavi, e distingue ciò che è diverso', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (v) => {
        const rovesciato = (x: unknown): unknown =>
          Array.isArray(x)
            ? x.map(rovesciato)
            : typeof x === 'object' && x !== null
              ? Object.fromEntries(
                  Object.entries(x)
                    .reverse()
                    .map(([k, y]) => [k, rovesciato(y)]),
                )
              : x;
        expect(jsonCanonico(rovesciato(v))).toBe(jsonCanonico(v));
        expect(jsonCanonico(JSON.parse(jsonCanonico(v)))).toBe(jsonCanonico(v));
      }),
    );
    expect(jsonCanonico({ a: 1, b: undefined })).toBe('{"a":1}');
  });
});
