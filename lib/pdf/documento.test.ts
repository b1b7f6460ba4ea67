import { expect, test } from 'vitest';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { type DocumentoPdf, documentoPdf } from './documento';
import { perPdf } from './testo';

const BASE: DocumentoPdf = {
  titolo: 'Ricevuta di presentazione',
  intestazione: { regione: 'Regione Piemonte', ufficio: 'Direzione Coesione sociale' },
  istante: new Date('2020-07-09T08:42:00Z'),
  blocchi: [],
};

test('accenti italiani, virgolette ed euro si rileggono come sono scritti', async () => {
  const testo = 'È più così: «già», perché l’ente “Città” paga 1.234,56 € – à è é ì ò ù';
  const [pagina] = await leggiPdf(await documentoPdf({ ...BASE, blocchi: [{ tipo: 'paragrafo', testo }] }));
  expect(pagina).toContain(testo);
  expect(pagina).toContain('Regione Piemonte');
  expect(pagina).toContain('Pagina 1 di 1');
});

test('gli stessi dati danno gli stessi byte', async () => {
  const blocchi: DocumentoPdf['blocchi'] = [{ tipo: 'coppie', voci: [{ nome: 'SHA-256', valore: 'a'.repeat(64), codice: true }] }];
  expect(await documentoPdf({ ...BASE, blocchi })).toEqual(await documentoPdf({ ...BASE, blocchi }));
});

test('la filigrana e il numero sono su ogni pagina, l’intestazione della tabella si ripete', async () => {
  const righe = Array.from({ length: 120 }, (_, i) => [`Voce ${i}`, '1.000,00 €']);
  const byte = await documentoPdf({
    ...BASE,
    filigrana: 'BOZZA, non presentata',
    piede: 'Prot. 12/2020',
    blocchi: [
      {
        tipo: 'tabella',
        colonne: [
          { etichetta: 'Che cosa', quota: 3 },
          { etichetta: 'Quanto', numerica: true },
        ],
        righe,
      },
    ],
  });
  const testi = await leggiPdf(byte);
  expect(testi.length).toBeGreaterThan(2);
  for (const [i, testo] of testi.entries()) {
    expect(testo).toContain('BOZZA, non presentata');
    expect(testo).toContain(`Pagina ${i + 1} di ${testi.length}`);
    expect(testo).toContain('Prot. 12/2020');
    expect(testo).toContain('Che cosa');
  }
  expect(testi.join(' ')).toContain('Voce 119');
});

test('una cella e un paragrafo lunghissimi non si perdono e non aprono pagine vuote', async () => {
  const parole = Array.from({ length: 2500 }, (_, i) => `parola${i}`).join(' ');
  const byte = await documentoPdf({
    ...BASE,
    blocchi: [
      { tipo: 'tabella', colonne: [{ etichetta: 'A' }, { etichetta: 'B', quota: 2 }], righe: [['corta', parole]] },
      { tipo: 'coppie', voci: [{ nome: 'Lungo', valore: parole }] },
      { tipo: 'paragrafo', testo: parole },
    ],
  });
  const testi = await leggiPdf(byte);
  for (const parola of ['parola0', 'parola1249', 'parola2499'])
    expect(testi.join(' ').split(new RegExp(`\\b${parola}\\b`)).length - 1, parola).toBe(3);
  expect(testi.filter((testo) => testo.length < 200)).toEqual([]);
}, 20_000);

test('un carattere che il PDF non sa scrivere diventa la lettera base o «?», e il documento lo dice', async () => {
  expect(perPdf('Ľubomír ĳ 漢 \u0007x')).toEqual({ testo: 'Lubomír ? ? x', perduti: true });
  expect(perPdf('a\u202fb − ≤')).toEqual({ testo: 'a\u00a0b – <=', perduti: false });
  const [pagina] = await leggiPdf(await documentoPdf({ ...BASE, blocchi: [{ tipo: 'paragrafo', testo: 'Ľubomír 漢' }] }));
  expect(pagina).toContain('il testo esatto è nel portale');
});
