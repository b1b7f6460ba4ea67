import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { incoerenze } from './coerenza';
import { Configurazione } from './configurazione';

const WECARE = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../prisma/dati/bando-wecare.json'), 'utf8'));
const wecare = (): Configurazione => Configurazione.parse(WECARE);
/** Il bando vero con una cosa cambiata, e le frasi che ne escono. */
const con = (cambia: (c: Configurazione) => void): string[] => {
  const c = structuredClone(wecare());
  cambia(c);
  return incoerenze(c).map(({ testo }) => testo);
};
const campo = (c: Configurazione, sezione: string, chiave: string) => {
  const trovato = c.sezioni.find((s) => s.chiave === sezione)?.campi.find((f) => f.chiave === chiave);
  if (!trovato) throw new Error(`Manca ${sezione}.${chiave}`);
  return trovato;
};

describe('il bando We.Ca.Re.', () => {
  it('si può pubblicare com’è', () => expect(incoerenze(wecare())).toEqual([]));

  it('è completo: parti A e B dell’Allegato 2, sei principi, cento punti con soglia sessanta', () => {
    const c = wecare();
    expect(c.sezioni.filter((s) => s.parte !== 'C').map((s) => `${s.parte}.${s.codice}`)).toEqual(
      'A.a A.b A.c A.d B.1 B.2 B.3 B.4 B.5 B.6 B.7 B.8 B.9'.split(' '),
    );
    expect(c.principi.map((p) => p.codice)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
    expect(c.griglia.reduce((n, g) => n + g.massimo, 0)).toBe(100);
    expect(c.sogliaTotaleCentesimi).toBe(6000);
    expect([c.tipo, c.atto, c.dotazioneCents]).toEqual(['NON_COMPETITIVO', 'D.D. n. 998/A15000 del 20/10/2017', '640000000']);
  });
});

type CampoAllegato = {
  chiave: string;
  etichetta: string;
  obbligatorio: boolean;
  aiuto: string;
  max?: number;
  min?: number;
  campi_riga?: string[];
};
type Allegato = { parti: { codice: string; sezioni: { codice: string; titolo: string; campi: CampoAllegato[] }[] }[]; principi: object[] };

describe('l’Allegato 2', () => {
  const allegato: Allegato = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../tests/fixtures/allegato2.json'), 'utf8'));
  const PRECOMPILATI = ['capofila', 'partner'];

  it.each(allegato.parti.flatMap(({ codice, sezioni }) => sezioni.map((sezione) => [`${codice}.${sezione.codice}`, sezione] as const)))(
    'la sezione %s è tutta nel modulo: titolo, campi, obblighi, limiti, colonne e aiuti',
    (nome, { titolo, campi }) => {
      const sezione = wecare().sezioni.find((s) => `${s.parte}.${s.codice}` === nome);
      expect([sezione?.titolo, sezione?.campi.map(({ chiave }) => chiave)]).toEqual([titolo, campi.map(({ chiave }) => chiave)]);
      for (const atteso of campi) {
        const campo = sezione?.campi.find(({ chiave }) => chiave === atteso.chiave);
        expect(campo).toMatchObject({ etichetta: atteso.etichetta, obbligatorio: atteso.obbligatorio });
        if (atteso.max) expect(campo?.massimo).toBe(atteso.max);
        if (atteso.min) expect(campo?.minimo).toBe(atteso.min);
        expect(campo?.colonne.map(({ chiave }) => chiave)).toEqual(atteso.campi_riga ?? []);
        // chi presenta e con chi lo scrive il portale: l'aiuto non chiede di sceglierlo
        if (PRECOMPILATI.includes(atteso.chiave)) expect(campo?.precompilato).toBeDefined();
        else expect(campo?.aiuto).toBe(atteso.aiuto);
      }
    },
  );

  it('i sei principi dell’Atto di indirizzo ci sono, parola per parola, e si chiede un testo per ciascuno', () => {
    expect(wecare().principi).toEqual(allegato.principi);
    expect(campo(wecare(), 'principi', 'coerenza')).toMatchObject({ tipo: 'principi', obbligatorio: true });
  });
});

describe('ciò che impedisce di pubblicare', () => {
  it.each<[string, (c: Configurazione) => void]>([
    ['Due sezioni hanno la stessa chiave «distretti».', (c) => c.sezioni.push(structuredClone(c.sezioni[0] as (typeof c.sezioni)[0]))],
    [
      'Sezione B.2, due campi hanno la stessa chiave «descrizione».',
      (c) => c.sezioni.find((s) => s.chiave === 'idea')?.campi.push(campo(c, 'idea', 'descrizione')),
    ],
    [
      'Sezione B.2, campo «Linee di intervento»: una tabella ha bisogno di almeno una colonna.',
      (c) => (campo(c, 'idea', 'linee').colonne = []),
    ],
    [
      'Sezione C.4, campo «Forma dell’aggregazione»: servono almeno due opzioni.',
      (c) => campo(c, 'governance', 'forma').opzioni.splice(0, 3),
    ],
    [
      'Sezione C.4, campo «Quale altra forma»: dipende dal campo «foma», che in questa sezione non c’è.',
      (c) => (campo(c, 'governance', 'forma_altro').quando = { campo: 'foma', valore: 'x' }),
    ],
    [
      'Sezione C.4, campo «Quale altra forma»: dipende dal valore «x», che «Forma dell’aggregazione» non ha.',
      (c) => (campo(c, 'governance', 'forma_altro').quando = { campo: 'forma', valore: 'x' }),
    ],
    [
      'Sezione B.1, campo «Bisogni principali»: il portale riempie da sé solo i campi di organizzazioni.',
      (c) => (campo(c, 'bisogno', 'bisogni').precompilato = 'CAPOFILA'),
    ],
    ['Sezione B.5, campo «Coerenza con i principi»: il bando non ha principi: aggiungili in «Costi e principi».', (c) => (c.principi = [])],
    [
      'Sezione C.3, campo «Voci di costo»: servono le categorie di costo: aggiungile in «Costi e principi».',
      (c) => (c.categorieCosto = []),
    ],
    [
      'Sezione C.4, campo «Forma dell’aggregazione»: non si vedrebbe mai, perché la sezione è di un’altra fase.',
      (c) => (campo(c, 'governance', 'forma').visibilita = 'IDEA'),
    ],
    [
      'Il passo «Progetto definitivo» apre prima del passo «Avviso per i partner».',
      (c) => Object.assign(c.passi[2] ?? {}, { apre: '2018-01-01T00:00' }),
    ],
    ['Il passo «Idea progettuale» chiude prima di aprire.', (c) => Object.assign(c.passi[0] ?? {}, { chiude: '2017-10-19T23:59' })],
    ['Indica quando apre il passo dell’idea progettuale: è da lì che si apre una domanda.', (c) => (c.passi = [])],
    ['Indica la dotazione del bando.', (c) => (c.dotazioneCents = '0')],
    [
      'Il contributo minimo è più alto del contributo massimo.',
      (c) => Object.assign(c, { contributoMinCents: '2', contributoMaxCents: '1' }),
    ],
    [
      'Un ambito ha due importi.',
      (c) =>
        (c.importiPerAmbito = [
          { ambito: 1, cents: '1' },
          { ambito: 1, cents: '1' },
        ]),
    ],
    [
      'Gli importi degli ambiti fanno 6.400.000,01\u00a0€, più della dotazione di 6.400.000,00\u00a0€.',
      (c) => (c.importiPerAmbito = [{ ambito: 1, cents: '640000001' }]),
    ],
    [
      'Gli importi per ambito valgono solo in un bando non competitivo.',
      (c) => Object.assign(c, { tipo: 'SPORTELLO', importiPerAmbito: [{ ambito: 1, cents: '1' }] }),
    ],
    [
      'Un bando competitivo ha bisogno di una griglia di valutazione.',
      (c) => Object.assign(c, { tipo: 'COMPETITIVO', griglia: [], parita: [] }),
    ],
    ['La regola di parità nomina il criterio «simpatia», che nella griglia non c’è.', (c) => (c.parita = ['simpatia'])],
    ['La soglia totale supera i punti che si possono avere nel passo «Idea progettuale».', (c) => (c.sogliaTotaleCentesimi = 10_001)],
    ['Criterio «F. Congruità del piano economico»: la soglia supera il massimo.', (c) => Object.assign(c.griglia[5] ?? {}, { soglia: 6 })],
  ])('%s', (frase, cambia) => expect(con(cambia)).toContain(frase));

  it('gli importi per ambito che sommano esattamente alla dotazione vanno bene', () =>
    expect(
      con(
        (c) =>
          (c.importiPerAmbito = [
            { ambito: 1, cents: '600000000' },
            { ambito: 2, cents: '40000000' },
          ]),
      ),
    ).toEqual([]));
});
