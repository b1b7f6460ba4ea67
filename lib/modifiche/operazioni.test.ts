import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOMINI_MODIFICA, type DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { contributoTotale } from '@/lib/piano/bilancio';
import { canonico, improntaDi } from '@/lib/versioni/canonico';
import { cambiatoIn, unContenuto } from '@/tests/support/modifiche';
import { applica, operazioneLibera, operazioniTra } from './operazioni';
import { dominioDi, leggi, percorsiDi } from './percorsi';

const AMBITI = DOMINI_MODIFICA.filter((dominio) => dominio !== 'altro');
type Caso = { dominio: DominioModifica; base: ContenutoVersione; nuovo: ContenutoVersione };
const unCaso = (domini: readonly DominioModifica[] = AMBITI): fc.Arbitrary<Caso> =>
  fc
    .constantFrom(...domini)
    .chain((dominio) => unContenuto.chain((base) => cambiatoIn(base, dominio).map((nuovo) => ({ dominio, base, nuovo }))));

/** Ciò che un ambito dice, qualunque sia l'ordine delle righe e l'identificativo delle voci. */
const visto = (contenuto: ContenutoVersione, dominio: DominioModifica): Record<string, unknown> => {
  const percorsi = percorsiDi(contenuto, dominio).filter((percorso) => leggi(contenuto, percorso) !== null);
  const senzaIdVoci = (valore: unknown) => JSON.parse(canonico(valore), (chiave, v) => (chiave === 'voci' ? v.length : v));
  return Object.fromEntries(percorsi.sort().map((percorso) => [percorso, senzaIdVoci(leggi(contenuto, percorso))]));
};
/** Un'azione intera (`azioni/<id>`) contiene anche gli altri ambiti: si guarda campo per campo. */
const aPezzi = (viste: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(viste).filter(([percorso]) => !/^azioni\/[^/]+$/.test(percorso)));
const altrove = (contenuto: ContenutoVersione, dominio: DominioModifica) =>
  Object.fromEntries(AMBITI.filter((d) => d !== dominio).map((d) => [d, aPezzi(visto(contenuto, d))]));

describe('operazioniTra e applica', () => {
  test('applicare le operazioni tra due piani dà il secondo, in ogni ambito', () => {
    fc.assert(
      fc.property(unCaso(), ({ dominio, base, nuovo }) => {
        expect(visto(applica(base, operazioniTra(base, nuovo, dominio)), dominio)).toEqual(visto(nuovo, dominio));
      }),
      { numRuns: 400 },
    );
  });

  test('ogni operazione è dell’ambito chiesto e non ne tocca un altro', () => {
    // un'azione che entra o esce porta con sé tempi, destinatari e voci; un ente che esce o un responsabile che cambia, le voci che gli passano
    fc.assert(
      fc.property(unCaso(AMBITI.filter((d) => d !== 'azioni' && d !== 'partner')), ({ dominio, base, nuovo }) => {
        const operazioni = operazioniTra(base, nuovo, dominio);
        expect(operazioni.every(({ percorso }) => dominioDi(percorso) === dominio)).toBe(true);
        expect(altrove(applica(base, operazioni), dominio)).toEqual(altrove(base, dominio));
      }),
      { numRuns: 300 },
    );
  });

  test('le azioni che restano non cambiano tempi, destinatari, responsabile e soldi con una modifica delle azioni', () => {
    fc.assert(
      fc.property(unCaso(['azioni']), ({ base, nuovo }) => {
        const dopo = applica(base, operazioniTra(base, nuovo, 'azioni'));
        const restano = base.piano?.azioni.filter(({ id }) => dopo.piano?.azioni.some((a) => a.id === id)) ?? [];
        for (const { id } of restano) {
          for (const campo of ['inizio', 'fine', 'organizzazioneId'])
            expect(leggi(dopo, `azioni/${id}/${campo}`)).toEqual(leggi(base, `azioni/${id}/${campo}`));
          const di = (c: ContenutoVersione) => c.piano?.voci.filter(({ azioneId }) => azioneId === id);
          expect(di(dopo)).toEqual(di(base));
        }
      }),
    );
  });

  test('cambiare enti sposta le voci ma non un centesimo, e chi esce non ne lascia dove c’è un responsabile che resta', () => {
    fc.assert(
      fc.property(unCaso(['partner']), ({ base, nuovo }) => {
        const dopo = applica(base, operazioniTra(base, nuovo, 'partner'));
        expect(contributoTotale(dopo.piano?.voci ?? [])).toBe(contributoTotale(base.piano?.voci ?? []));
        const restano = new Set(dopo.partner.map(({ organizzazioneId }) => organizzazioneId));
        expect(dopo.piano?.voci.every(({ organizzazioneId }) => restano.has(organizzazioneId))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('l’ordine non conta', () => {
    fc.assert(
      fc.property(
        unCaso().chain((caso) => {
          const operazioni = operazioniTra(caso.base, caso.nuovo, caso.dominio);
          return fc.shuffledSubarray(operazioni, { minLength: operazioni.length }).map((mescolate) => ({ ...caso, operazioni, mescolate }));
        }),
        ({ base, operazioni, mescolate }) => {
          expect(canonico(applica(base, mescolate))).toBe(canonico(applica(base, operazioni)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('accogliere una parte lascia il resto identico, e applicare prima una parte e poi il resto è lo stesso', () => {
    fc.assert(
      fc.property(
        unCaso(AMBITI.filter((d) => d !== 'partner')).chain((caso) => {
          const operazioni = operazioniTra(caso.base, caso.nuovo, caso.dominio);
          return fc.subarray(operazioni).map((scelte) => ({ ...caso, operazioni, scelte }));
        }),
        ({ dominio, base, operazioni, scelte }) => {
          const parziale = applica(base, scelte);
          const resto = operazioni.filter((o) => !scelte.includes(o));
          for (const { percorso, prima } of resto) expect(leggi(parziale, percorso)).toEqual(prima);
          expect(visto(applica(parziale, resto), dominio)).toEqual(visto(applica(base, operazioni), dominio));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('senza operazioni il piano è lo stesso oggetto e l’impronta non cambia; due piani uguali non hanno operazioni', () => {
    fc.assert(
      fc.property(unContenuto, fc.constantFrom(...DOMINI_MODIFICA), (base, dominio) => {
        const copia = JSON.parse(canonico(base)) as ContenutoVersione;
        expect(operazioniTra(base, copia, dominio)).toEqual([]);
        expect(applica(base, [])).toBe(base);
        expect(improntaDi(applica(base, operazioniTra(base, copia, dominio)))).toBe(improntaDi(base));
      }),
    );
  });

  test('se il piano è cambiato proprio lì si rifiuta e si dice dove; se è cambiato altrove si applica', () => {
    fc.assert(
      fc.property(unCaso(['cronoprogramma', 'destinatari']), ({ dominio, base, nuovo }) => {
        const operazioni = operazioniTra(base, nuovo, dominio);
        fc.pre(operazioni.length > 0);
        const prima = operazioni[0];
        expect(() => applica(applica(base, operazioni), operazioni)).toThrow(prima?.etichetta);
        const altro: ContenutoVersione = {
          ...base,
          anagrafica: { referente: 'X', email: null, telefono: null, sede: 'Y', iban: null, intestatario: null },
        };
        expect(applica(altro, operazioni).anagrafica).toEqual(altro.anagrafica);
      }),
    );
  });

  test('un percorso che non esiste, o ripetuto, si rifiuta', () => {
    fc.assert(
      fc.property(unContenuto, (base) => {
        for (const percorso of [
          'titolo',
          'azioni/x/id',
          'azioni/x/__proto__',
          'sezioni/a',
          'voci/a:b:c/x',
          'anagrafica/rev',
          'anagrafica/__proto__',
          '',
        ])
          expect(() => applica(base, [{ percorso, etichetta: 'x', prima: null, dopo: 'y' }])).toThrow('non è più valida');
        const sede = { percorso: 'anagrafica/sede', etichetta: 'Sede', prima: base.anagrafica?.sede ?? null, dopo: 'Z' };
        expect(() => applica(base, [sede, sede])).toThrow('non è più valida');
      }),
      { numRuns: 10 },
    );
  });

  test('una richiesta libera non cambia nulla', () => {
    fc.assert(
      fc.property(unContenuto, (base) => {
        expect(canonico(applica(base, [operazioneLibera('Vorremmo…')]))).toBe(canonico(base));
      }),
      { numRuns: 10 },
    );
  });
});
