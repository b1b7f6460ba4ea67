import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { subito } from '@/lib/passi/passi';
import { contaMicrodati, unMicrodato } from '@/tests/support/microdati';
import { ritrovate } from '@/tests/support/ritrovate';
import { sistemaDi } from './equazioni';
import { intervalli } from './oscura';
import { incompletiPubblici, nascosteDi, type Parte, sistemaDelleParti } from './pubblica';
import type { Microdato } from './regole';
import { type ContenutoEnte, type Grezzi, preparaRilascio } from './rilascio';
import { type CellePubblicate, COLONNE_PUBBLICATE, type Conteggio, conteggiDi } from './tabella';

// il sistema di una pubblicazione ha migliaia di celle: le prove a caso sono poche, e su una macchina carica lente
vi.setConfig({ testTimeout: 120_000 });

const AZIONI = ['azione a', 'azione b'] as const;
const PERIODI = ['periodo 1', 'periodo 2'] as const;
type Persona = { m: Microdato; azioni: readonly string[]; periodo: string; ente: string };

const unGruppo = fc
  .tuple(
    unMicrodato,
    fc.integer({ min: 1, max: 14 }),
    fc.subarray([...AZIONI]),
    fc.constantFrom(...PERIODI, 'fuori'),
    fc.constantFrom('ente 1', 'ente 2'),
  )
  .map(([m, n, azioni, periodo, ente]) => Array.from({ length: n }, (): Persona => ({ m, azioni, periodo, ente })));
const persone = fc.array(unGruppo, { maxLength: 6 }).map((gruppi) => gruppi.flat());

/** Nulla di nulla, nemmeno gli zeri. */
const taciuta = (celle: CellePubblicate | undefined): boolean => COLONNE_PUBBLICATE.every((k) => celle?.[k] === null);

/** Una donna disoccupata di cui si sa solo il necessario. */
const UNA = {
  ...Object.fromEntries(Object.keys(fc.sample(unMicrodato, 1)[0] ?? {}).map((campo) => [campo, null])),
  ...{ sesso: 'F', eta: 40, cittadinanza: 'IT', isced: 3, condizione: 'DISOCCUPATO' },
} as unknown as Microdato;

const conta = (chi: readonly Persona[]): Conteggio[] => contaMicrodati(chi.map(({ m }) => m));
const per = (chi: readonly Persona[], nomi: readonly string[], scelta: (p: Persona, nome: string) => boolean) =>
  Object.fromEntries(nomi.map((nome) => [nome, conta(chi.filter((p) => scelta(p, nome)))]));
const grezzi = (chi: readonly Persona[], prima: Pick<Grezzi, 'prima' | 'primaEnti'> = { prima: [], primaEnti: {} }): Grezzi => ({
  ...{ al: '2020-06-30', insieme: 'FSE', intera: conta(chi), numero: 1, ultimo: null, incompleti: [], ...prima },
  ...{ azioni: per(chi, AZIONI, (p, a) => p.azioni.includes(a)), periodi: per(chi, PERIODI, (p, w) => p.periodo === w) },
  enti: per(chi, ['ente 1', 'ente 2'], (p, e) => p.ente === e),
});

const soloIntera = (g: Grezzi): Grezzi => ({ ...g, azioni: {}, periodi: {} });

describe('una pubblicazione', () => {
  it('qualunque siano i partecipanti, sommando e sottraendo l’intera, le azioni e i periodi nessuna cella nascosta si ritrova', () => {
    fc.assert(
      fc.property(persone, (chi) => {
        const g = grezzi(chi);
        const { contenuto } = subito(preparaRilascio(g, null));
        const intera = conteggiDi(g.intera);
        const tabelle = { ...contenuto.azioni, ...contenuto.periodi };
        expect(contenuto.intera, 'per proteggere un filtro l’intera non perde nulla').toEqual(
          subito(preparaRilascio(soloIntera(g), null)).contenuto.intera,
        );
        for (const [nome, righe] of Object.entries({ ...g.azioni, ...g.periodi }))
          if (righe.length === 0) expect(tabelle[nome], `${nome}: nessuno, e si dice`).toEqual({});
        // di una parte taciuta non si sa nulla: tolta dal sistema, le sue persone restano tra quelle fuori
        const dette = Object.entries({ ...g.azioni, ...g.periodi }).flatMap(([nome, righe]) =>
          righe.length > 0 && !taciuta(tabelle[nome]) ? [nome] : [],
        );
        const parti = dette.map(
          (nome): Parte => ({
            ...{ nome, genere: nome.startsWith('azione') ? 'azione' : 'periodo', gia: [] },
            conteggi: conteggiDi({ ...g.azioni, ...g.periodi }[nome] ?? []),
          }),
        );
        const chiuse = new Set(Object.entries(contenuto.intera).flatMap(([k, v]) => (v === null ? [k] : [])));
        const { celle, equazioni } = subito(sistemaDelleParti(intera, chiuse, parti));
        const nascosta = (k: string): boolean => {
          const [nome = '', cella] = k.split('|');
          return cella === undefined ? chiuse.has(k) : tabelle[nome]?.[cella] === null;
        };
        const ignote = new Set([...celle].flatMap(([k, c]) => (!c.pubblicata || nascosta(k) ? [k] : [])));
        const noti = subito(intervalli(celle, equazioni, ignote));
        const trovate = new Set(ritrovate(ignote, equazioni));
        for (const [k, c] of celle) {
          if (!c.pubblicata) continue;
          if (c.valore > 0 && c.valore < c.soglia) expect(nascosta(k), `${k}: ${c.valore} si vede`).toBe(true);
          if (!nascosta(k)) continue;
          const { da, a } = noti.get(k) ?? { da: 0, a: 0 };
          expect(a - da, `${k}: tra ${da} e ${a}`).toBeGreaterThanOrEqual(c.soglia);
          expect(trovate.has(k), `${k} si ritrova`).toBe(false);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('tra due pubblicazioni qualunque, una cella visibile in tutte e due è la stessa o si è mossa almeno della soglia: anche per chi conosce le proprie persone', () => {
    fc.assert(
      fc.property(fc.tuple(persone, persone, fc.nat(20)), ([inizio, dopo, via]) => {
        const prima = subito(preparaRilascio(grezzi(inizio), null));
        const ora = [...inizio.slice(via), ...dopo];
        const primaEnti = Object.fromEntries(Object.entries(prima.enti).map(([e, c]) => [e, [c]]));
        const nuova = subito(preparaRilascio(grezzi(ora, { prima: [prima.contenuto], primaEnti }), null));
        const tabelle = (c: typeof nuova.contenuto): Record<string, CellePubblicate> => ({ intera: c.intera, ...c.azioni, ...c.periodi });
        for (const [nome, celle] of Object.entries(tabelle(nuova.contenuto))) {
          const gia = tabelle(prima.contenuto)[nome];
          if (gia) fermeOMosse(nome, gia, celle);
        }
        for (const [ente, c] of Object.entries(nuova.enti)) fermeOMosse(ente, altri(prima.enti[ente]), altri(c));
      }),
      { numRuns: 4 },
    );
  });

  it('chi sposta una sola donna tra due pubblicazioni non la mostra, e nemmeno il totale da cui si ricaverebbe', () => {
    const donne = (n: number) => Array.from({ length: n }, (): Persona => ({ m: UNA, azioni: [], periodo: 'fuori', ente: 'ente 1' }));
    const uomini = Array.from({ length: 30 }, (): Persona => ({ m: { ...UNA, sesso: 'M' }, azioni: [], periodo: 'fuori', ente: 'ente 1' }));
    const prima = subito(preparaRilascio(grezzi([...donne(20), ...uomini]), null)).contenuto;
    expect(prima.intera['tutti.TOTALE.F']).toBe(20);
    const { contenuto } = subito(preparaRilascio(grezzi([...donne(21), ...uomini], { prima: [prima], primaEnti: {} }), null));
    expect(contenuto.intera['tutti.TOTALE.F']).toBeNull();
    expect(contenuto.intera['tutti.TOTALE.T']).toBeNull();
    // ferma: si dice ancora, o si nasconde per proteggere le altre
    expect([30, null]).toContain(contenuto.intera['tutti.TOTALE.M']);
  });

  it('un’azione con molte persone si pubblica; di una con una sola il numero non si dice', () => {
    const gente = (n: number, azioni: string[], sesso: 'F' | 'M') => {
      const m = { ...UNA, sesso };
      return Array.from({ length: n }, (): Persona => ({ m, azioni, periodo: 'periodo 1', ente: 'ente 1' }));
    };
    const molte = subito(
      preparaRilascio(grezzi([...gente(60, ['azione a'], 'F'), ...gente(50, [], 'M'), ...gente(40, [], 'F')]), null),
    ).contenuto;
    expect(molte.azioni['azione a']).toMatchObject({ 'tutti.TOTALE.F': 60, 'tutti.TOTALE.T': 60 });
    expect(molte.periodi['periodo 1']).toMatchObject({ 'tutti.TOTALE.F': 100, 'tutti.TOTALE.M': 50 });
    const poche = subito(preparaRilascio(grezzi([...gente(1, ['azione a'], 'F'), ...gente(5, [], 'M')]), null)).contenuto;
    expect(poche.azioni['azione a']?.['tutti.TOTALE.F']).toBeNull();
  });

  it('senza persone pubblica tutti zeri, e la prima volta nessuna storia nasconde nulla', () => {
    expect(subito(preparaRilascio(grezzi([]), 'r')).contenuto).toMatchObject({ relazione: 'r', intera: {}, azioni: { 'azione a': {} } });
    const conteggi = conteggiDi(conta([]));
    expect(subito(nascosteDi(conteggi)).size).toBe(0);
    expect(sistemaDi(conteggi).celle.size).toBeGreaterThan(400);
  });
});

const altri = (c: ContenutoEnte | undefined): CellePubblicate =>
  Object.fromEntries(COLONNE_PUBBLICATE.map((k) => [k, c?.intera[k] === null ? null : (c?.intera[k] ?? 0) - (c?.miei[k] ?? 0)]));

function fermeOMosse(nome: string, gia: CellePubblicate, celle: CellePubblicate): void {
  for (const k of COLONNE_PUBBLICATE) {
    const [a, b] = [gia[k] === undefined ? 0 : gia[k], celle[k] === undefined ? 0 : celle[k]];
    if (a === null || b === null || a === b) continue;
    expect(Math.abs(a - b), `${nome} ${k}: da ${a} a ${b}`).toBeGreaterThanOrEqual(5);
  }
}

describe('i record incompleti degli enti', () => {
  it('un numero piccolo non si dice, e uno solo ne nasconde un altro', () => {
    const uno = incompletiPubblici([
      ['a', 'SESSO', 3],
      ['b', 'SESSO', 9],
      ['c', 'SESSO', 30],
    ]);
    expect(uno).toEqual({ a: { SESSO: null }, b: { SESSO: null }, c: { SESSO: 30 } });
    expect(incompletiPubblici([['a', 'SESSO', 5]])).toEqual({ a: { SESSO: 5 } });
    expect(
      incompletiPubblici([
        ['a', 'ETA', 1],
        ['b', 'ETA', 4],
        ['c', 'ETA', 6],
      ]),
    ).toEqual({ a: { ETA: null }, b: { ETA: null }, c: { ETA: 6 } });
  });
});
