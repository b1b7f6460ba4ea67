import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componi } from './componi';
import { conPersone, dimensioniDi, filtrabiliDi, misureDi, operatoriDi, TABELLE_ANALISI } from './dimensioni';
import type { Domanda, Filtro } from './schema';

const tabella = fc.constantFrom(...TABELLE_ANALISI.filter(({ nome }) => !conPersone(nome)));
/** Una domanda qualunque su una tabella, con filtri dai valori qualunque. */
const qualunque = tabella.chain((t) => {
  const voci = fc.uniqueArray(fc.constantFrom(...dimensioniDi(t).map(({ nome }) => nome)), { minLength: 1, maxLength: 3 });
  const filtro = fc
    .constantFrom(...filtrabiliDi(t))
    .chain((c) => fc.constantFrom(...operatoriDi(t, c)).map((operatore): Omit<Filtro, 'valori'> => ({ colonna: c.nome, operatore })));
  return fc
    .record({ voci, misura: fc.constantFrom(...misureDi(t)), filtri: fc.array(filtro, { maxLength: 3 }), conColonne: fc.boolean() })
    .map(({ voci: v, misura, filtri, conColonne }) => {
      const colonne = conColonne && v.length > 1 ? (v.at(-1) ?? null) : null;
      const righe = (colonne ? v.slice(0, -1) : v).slice(0, 2);
      const domanda: Omit<Domanda, 'filtri'> = {
        tabella: t.nome,
        righe,
        colonne,
        misura,
        quota: 'valori',
        data: '2020-07-09',
        istantanea: null,
      };
      return { tabella: t, domanda, filtri };
    });
});
const valori = fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom(`'; drop table progetto; --`, '$1', '=1+1', 'select 1')), {
  minLength: 1,
  maxLength: 4,
});

test('ciò che una persona scrive non entra mai nel testo SQL: con altri valori il testo è lo stesso', () => {
  fc.assert(
    fc.property(
      qualunque,
      fc.tuple(valori, valori, valori),
      fc.tuple(valori, valori, valori),
      fc.boolean(),
      ({ tabella: t, domanda, filtri }, a, b, ferma) => {
        const con = (scritti: string[][]) =>
          componi(
            t,
            { ...domanda, filtri: filtri.map((f, n) => ({ ...f, valori: scritti[n] ?? [] })) },
            ferma ? { genere: 'righe', json: scritti.join() } : { genere: 'tabella' },
          );
        const [primo, secondo] = [con(a), con(b)];
        expect(primo.text).toBe(secondo.text);
        const parametri = [...primo.text.matchAll(/\$(\d+)\b/g)].map(([, n]) => Number(n));
        expect(new Set(parametri)).toEqual(new Set(primo.values.map((_, n) => n + 1)));
      },
    ),
  );
});

test('il testo nasce dai nomi del dizionario: una colonna che non c’è non vi entra', () => {
  const [progetto] = TABELLE_ANALISI;
  if (!progetto) throw new Error('Il dizionario è vuoto.');
  const { text, values } = componi(
    progetto,
    {
      ...{
        tabella: 'progetto',
        righe: ['stato', 'identita'],
        colonne: null,
        misura: { tipo: 'somma', colonna: 'password' },
        quota: 'valori',
      },
      ...{ filtri: [{ colonna: 'codice_fiscale', operatore: 'uguale', valori: ['x'] }], data: '2020-07-09', istantanea: null },
    },
    { genere: 'tabella' },
  );
  expect(text).not.toMatch(/identita|password|codice_fiscale/);
  expect(values).toEqual([]);
});
