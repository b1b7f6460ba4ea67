import { expect, test } from 'vitest';
import { CODICI_MODELLO, modelloDi } from './modelli';
import { inOrdine, leggiVoci, vociRifiutate, vociScritte } from './voci';

const lette = (testo: string) => {
  const esito = leggiVoci(testo);
  if (!esito.ok) throw new Error(esito.messaggio);
  return esito.voci;
};

test('le voci si scrivono una per riga: codice, etichetta e, se serve, definizione', () => {
  expect(lette('a; Prima voce\r\n\n B1 ;Seconda; Che cosa; comprende ')).toMatchObject([
    { codice: 'A', etichetta: 'Prima voce', definizione: null },
    { codice: 'B1', etichetta: 'Seconda', definizione: 'Che cosa; comprende' },
  ]);
});

test.each([
  ['', /almeno due voci/],
  ['A; Sola', /almeno due voci/],
  ['A; Prima\na; Doppia', /Riga 2: il codice A c’è già/],
  ['A; Prima\nSenza punto e virgola', /Riga 2/],
  ['A; Prima\n=1+1; Formula', /Riga 2/],
  ['A; Prima\nB;', /Riga 2/],
  [`A; Prima\nB; ${'x'.repeat(201)}`, /200 caratteri/],
  [Array.from({ length: 61 }, (_, n) => `V${n}; Voce`).join('\n'), /al massimo 60/],
])('«%s» si rifiuta dicendo la riga', (testo, messaggio) => {
  expect(leggiVoci(testo)).toEqual({ ok: false, messaggio: expect.stringMatching(messaggio) });
});

const schema = { esclusivo: false, voci: lette('A; Prima\nB; Seconda\nC; Terza') };

test('si scelgono solo voci dello schema, e una sola se lo schema lo chiede; nessuna è una risposta', () => {
  expect(vociRifiutate(schema, [])).toBe('');
  expect(vociRifiutate(schema, ['A', 'C'])).toBe('');
  expect(vociRifiutate(schema, ['A', 'Z'])).toMatch(/non è di questo schema/);
  expect(vociRifiutate({ ...schema, esclusivo: true }, ['A', 'C'])).toMatch(/una voce sola/);
});

test('le scelte si scrivono sempre nello stesso ordine, ciascuna una volta', () => {
  expect(inOrdine(schema, ['C', 'A', 'C'])).toEqual(['A', 'C']);
  expect(vociScritte(schema, ['C', 'A'])).toBe('Prima; Terza');
  expect(vociScritte(schema, [])).toBe('Nessuna voce');
});

test('ogni modello ha almeno due voci con codici diversi; quello del rapporto decide le categorie delle tabelle', () => {
  const categorie = [
    { codice: 'informazione', etichetta: 'Informazione', tipo: 'AZIONE' as const, macro: 'INNOVAZIONE_SOCIALE' as const, tabella: '1.3' },
    { codice: 'anziani', etichetta: 'Anziani', tipo: 'SERVIZIO' as const, macro: 'WELFARE_TERRITORIALE' as const, tabella: '1.4' },
    { codice: 'intermedia', etichetta: 'Intermedia', tipo: 'AZIONE' as const, macro: null, tabella: null },
  ];
  for (const codice of CODICI_MODELLO) {
    const { voci } = modelloDi(codice, categorie);
    expect(voci.length).toBeGreaterThan(1);
    expect(new Set(voci.map((voce) => voce.codice)).size).toBe(voci.length);
  }
  expect(modelloDi('RAPPORTO', categorie).voci.map(({ categoria }) => categoria)).toEqual(['informazione', 'anziani']);
  expect(modelloDi('FSE_PLUS', categorie).voci).toHaveLength(13);
});
