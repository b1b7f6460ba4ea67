import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { MASSIMO_BARRE } from './barre';
import { LARGHEZZA } from './forme';
import { pngDi } from './png';
import { perQuadretto, quadrettiDi, tracciati } from './quadretti';
import { figuraSvg } from './svg';
import { aCapo, larghezzaDi, proteggi } from './testo';
import type { Barra, Cornice, Grafico } from './tipi';

const CORNICE: Cornice = { titolo: 'Titolo', nota: 'Nota.', fonte: ['Fonte: prova.', 'Dati al 9 luglio 2020.'] };
const barra = (n: number, altro: Partial<Barra> = {}): Barra => ({ chiave: String(n), etichetta: `Voce ${n}`, valore: n, ...altro });
const aBarre = (barre: Barra[], scala?: number): Grafico => ({ genere: 'barre', barre, scala });

type Rettangolo = { x: number; y: number; larghezza: number; altezza: number; colore: string };
/** I rettangoli di un disegno, come li leggerebbe un altro programma. */
const rettangoli = (svg: string): Rettangolo[] =>
  [...svg.matchAll(/<rect([^>]*)>/g)].map(([, attributi = '']) => {
    const di = (nome: string): string => new RegExp(` ${nome}="([^"]*)"`).exec(` ${attributi}`)?.[1] ?? '';
    return { x: Number(di('x')), y: Number(di('y')), larghezza: Number(di('width')), altezza: Number(di('height')), colore: di('fill') };
  });
const barre = (svg: string) => rettangoli(svg).filter(({ colore }) => colore === '#0066cc');
/** I testi, senza protezione. */
const testi = (svg: string): string[] => {
  const trovati: string[] = [];
  const scendi = (nodo: unknown): void => {
    if (Array.isArray(nodo)) for (const figlio of nodo) scendi(figlio);
    if (Array.isArray(nodo) || typeof nodo !== 'object' || nodo === null) return;
    for (const [nome, valore] of Object.entries(nodo)) {
      if (nome === '#text') trovati.push(String(valore));
      else scendi(valore);
    }
  };
  scendi(new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false }).parse(svg));
  return trovati.map((testo) => testo.trim()).filter(Boolean);
};

describe('testi', () => {
  test('un testo qualsiasi dà sempre un XML valido e si rilegge uguale', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (testo) => {
        const svg = figuraSvg(aBarre([barra(1, { etichetta: testo })]), { ...CORNICE, titolo: testo });
        expect(XMLValidator.validate(svg)).toBe(true);
      }),
    );
    const svg = figuraSvg(aBarre([barra(1)]), { ...CORNICE, nota: `<script>alert("1")</script> & l’'altro` });
    expect(testi(svg)).toContain(`<script>alert("1")</script> & l’'altro`);
    expect(svg).not.toContain('<script');
  });

  test('i caratteri che XML non ammette spariscono, gli emoji restano', () => {
    expect(proteggi('a\u0000b\u0008\uD800c😀')).toBe('abc😀');
  });

  test('a capo: nessuna riga supera la larghezza e nessuna lettera si perde', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 40, max: 400 }), (testo, larghezza) => {
        const righe = aCapo(testo, larghezza, 14);
        for (const riga of righe) expect(larghezzaDi(riga, 14)).toBeLessThanOrEqual(larghezza);
        expect(righe.join('').replace(/\s/g, '')).toBe(testo.replace(/\s/g, ''));
      }),
    );
  });
});

describe('barre', () => {
  test('la lunghezza è proporzionale al valore e la più lunga resta nel foglio', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: MASSIMO_BARRE }), (valori) => {
        const disegnate = barre(figuraSvg(aBarre(valori.map((valore, n) => barra(n, { valore }))), CORNICE));
        const massimo = Math.max(1, ...valori);
        const intera = Math.max(...disegnate.map(({ larghezza }) => larghezza));
        expect(disegnate).toHaveLength(valori.length);
        for (const [n, { x, larghezza }] of disegnate.entries()) {
          if (intera > 0 && Math.max(...valori) === massimo) expect(larghezza).toBeCloseTo(((valori[n] ?? 0) / massimo) * intera, 0);
          expect(x + larghezza).toBeLessThan(LARGHEZZA);
        }
      }),
    );
  });

  test('una voce soppressa si dice a parole e non ha barra', () => {
    const svg = figuraSvg(aBarre([barra(12), barra(0, { scritto: 'soppresso' })]), CORNICE);
    expect(testi(svg)).toContain('soppresso');
    expect(barre(svg)[1]?.larghezza).toBe(0);
  });

  test('oltre trenta si disegnano le prime e si dice quante restano; nessuna: si dice', () => {
    const tante = figuraSvg(aBarre(Array.from({ length: 45 }, (_, n) => barra(n))), CORNICE);
    expect(barre(tante)).toHaveLength(30);
    expect(testi(tante)).toContain('Altre 15 voci sono nella tabella.');
    expect(testi(figuraSvg(aBarre([]), CORNICE))).toContain('Nessun valore da disegnare.');
  });
});

describe('barre impilate', () => {
  const grafico: Grafico = {
    genere: 'impilate',
    serie: [
      { etichetta: 'Pieni', colore: '#003366', testo: '#ffffff' },
      { etichetta: 'Tratteggiati', colore: '#f6e4c8', trama: '#e7b66e', bordo: '#995c00', testo: '#1a1a1a' },
    ],
    righe: [
      { etichetta: 'Prima', valori: [30, 10] },
      { etichetta: 'Seconda', valori: [0, 20] },
    ],
  };

  test('la legenda ha i totali, ogni riga il suo; uno zero non si disegna', () => {
    const svg = figuraSvg(grafico, CORNICE);
    expect(testi(svg)).toEqual(expect.arrayContaining(['Pieni 30', 'Tratteggiati 30', 'Prima', '40', 'Seconda', '20']));
    // uno nella legenda e uno nella prima riga
    expect(rettangoli(svg).filter(({ colore }) => colore === '#003366')).toHaveLength(2);
    expect(svg).toContain('<pattern id="trama-1"');
    expect(rettangoli(svg).filter(({ colore }) => colore === 'url(#trama-1)')).toHaveLength(3);
  });
});

describe('quadretti', () => {
  test('un quadretto vale quanto serve perché non siano più di 220', () => {
    expect([0, 22, 220, 221, 2000, 12_345].map(perQuadretto)).toEqual([1, 1, 1, 2, 10, 100]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (a, b) => {
        const [pieni, totale] = [Math.min(a, b), Math.max(a, b)];
        const conti = quadrettiDi(pieni, totale);
        expect(conti.totale).toBeLessThanOrEqual(220);
        expect(conti.pieni).toBeLessThanOrEqual(conti.totale);
        expect(conti.pieni > 0).toBe(pieni > 0);
        const d = tracciati(pieni, totale);
        expect([d.pieni.split('z').length - 1, d.vuoti.split('z').length - 1]).toEqual([conti.pieni, conti.totale - conti.pieni]);
      }),
    );
  });
});

describe('il file', () => {
  test('sta in piedi da solo: titolo, unità, fonte e data, niente che venga da fuori', () => {
    const svg = figuraSvg(aBarre([barra(3)]), { ...CORNICE, avvertenza: 'Attenzione.' });
    expect(testi(svg)).toEqual(expect.arrayContaining(['Titolo', 'Nota.', 'Attenzione.', 'Fonte: prova.', 'Dati al 9 luglio 2020.']));
    expect(svg).not.toMatch(/href|url\(http|class=|@import/);
    expect(svg).toBe(figuraSvg(aBarre([barra(3)]), { ...CORNICE, avvertenza: 'Attenzione.' }));
  });

  test('il PNG è la stessa figura al doppio dei pixel, con il testo disegnato', async () => {
    const svg = figuraSvg(aBarre([barra(3)]), CORNICE);
    const vista = (png: Uint8Array<ArrayBuffer>) => new DataView(png.buffer);
    const png = await pngDi(svg);
    const alto = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect([vista(png).getUint32(16), vista(png).getUint32(20)]).toEqual([LARGHEZZA * 2, alto * 2]);
    // senza i caratteri il testo mancherebbe e l'immagine peserebbe quanto quella vuota
    const muto = await pngDi(svg.replace(/<text[\s\S]*?<\/text>/g, ''));
    expect(png.length).toBeGreaterThan(muto.length * 1.5);
  });
});
