import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discordanze, leggiCodiceFiscale, normaleCodice, variante } from './codiceFiscale';
import { letteraDiControllo } from './controllo';
import { codiceFiscaleDi } from './genera';
import { leggiCodiceSanitario } from './stranieri';

const OGGI = '2020-07-09';
const letto = (codice: string, oggi = OGGI) => {
  const esito = leggiCodiceFiscale(codice, oggi);
  if (!esito.ok) throw new Error(esito.messaggio);
  return esito;
};
const conControllo = (quindici: string) => quindici + letteraDiControllo(quindici);

const giorno = fc
  .date({ min: new Date('1921-01-01T00:00:00Z'), max: new Date('2020-07-09T00:00:00Z'), noInvalidDate: true })
  .map((data) => data.toISOString().slice(0, 10));
const parola = fc.stringMatching(/^[A-Za-zàèéìòùÀÈÉ' ]{1,16}$/);
const inventata = fc.record({
  cognome: parola,
  nome: parola,
  sesso: fc.constantFrom('F' as const, 'M' as const),
  nascita: giorno,
  catastale: fc.constantFrom('L219', 'H501', 'A859', 'F205', 'Z129', 'Z330', 'A074'),
});
const codice = inventata.map(codiceFiscaleDi);

test.each([
  ['RSSMRA80A01H501U', 'M', '1980-01-01', 'Roma'],
  ['MRTMTT25D09F205Z', 'M', '1925-04-09', 'Milano'],
  ['RCCMNL83S18D969H', 'M', '1983-11-18', 'Genova'],
])('%s: sesso, nascita e luogo si leggono', (testo, sesso, nascita, comune) => {
  expect(letto(testo)).toMatchObject({ sesso, nascita, luogo: { estero: false, comune: { nome: comune } } });
});

test('ogni codice generato vale, e ridice sesso, nascita e luogo della persona', () => {
  fc.assert(
    fc.property(inventata, (persona) => {
      const esito = letto(codiceFiscaleDi(persona));
      expect(esito).toMatchObject({ sesso: persona.sesso, luogo: { catastale: persona.catastale, estero: persona.catastale[0] === 'Z' } });
      expect(esito.nascita.slice(2)).toBe(persona.nascita.slice(2));
      const { cognome, nome, sesso, nascita } = persona;
      expect(discordanze(esito, { cognome, nome, sesso, dataNascita: nascita })).toEqual([]);
    }),
  );
});

test('un solo carattere cambiato si scopre sempre: nessuno sfugge', () => {
  const alfabeto = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
  fc.assert(
    fc.property(codice, (giusto) => {
      for (let posto = 0; posto < 16; posto++)
        for (const altro of alfabeto.filter((c) => c !== giusto[posto]))
          expect(leggiCodiceFiscale(giusto.slice(0, posto) + altro + giusto.slice(posto + 1), OGGI).ok).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('le 127 varianti di omocodia valgono tutte, sono diverse, e hanno la stessa base', () => {
  fc.assert(
    fc.property(codice, (base) => {
      const varianti = Array.from({ length: 127 }, (_, n) =>
        variante(
          base,
          [0, 1, 2, 3, 4, 5, 6].filter((bit) => ((n + 1) >> bit) & 1),
        ),
      );
      expect(new Set([...varianti, base]).size).toBe(128);
      const primo = letto(base);
      for (const una of varianti) {
        const esito = letto(una);
        expect([esito.base, esito.nascita, esito.sesso, esito.luogo.catastale]).toEqual([
          base,
          primo.nascita,
          primo.sesso,
          primo.luogo.catastale,
        ]);
      }
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['29 febbraio 2000, bisestile', 'RSSMRA00B29H501', '2000-02-29'],
  ['29 febbraio 1928: il 2028 e nel futuro', 'RSSMRA28B29H501', '1928-02-29'],
  ['una donna nata il 29 febbraio 1996', 'RSSMRA96B69H501', '1996-02-29'],
  ['nata oggi', 'RSSMRA20L49H501', '2020-07-09'],
  ['domani: il secolo e il precedente', 'RSSMRA20L50H501', '1920-07-10'],
])('%s', (_, quindici, nascita) => {
  expect(letto(conControllo(quindici)).nascita).toBe(nascita);
});

test.each([
  ['29 febbraio 2019 e 1919, comuni', conControllo('RSSMRA19B29H501'), /giorno di nascita/],
  ['31 giugno', conControllo('RSSMRA80H31H501'), /giorno di nascita/],
  ['giorno zero', conControllo('RSSMRA80A00H501'), /giorno di nascita/],
  ['giorno 40', conControllo('RSSMRA80A40H501'), /giorno di nascita/],
  ['giorno 72', conControllo('RSSMRA80A72H501'), /giorno di nascita/],
  ['giorno 81', conControllo('RSSMRA80A81H501'), /giorno di nascita/],
  ['controllo sbagliato', 'RSSMRA80A01H501X', /lettera di controllo/],
  ['mese inesistente', 'RSSMRA80F01H501U', /carattere 9 .* mese/],
  ['lettera al posto di una cifra', 'RSSMRAA0A01H501U', /carattere 7 .* cifra/],
  ['corto', 'RSSMRA80A01H501', /16 caratteri, qui sono 15/],
  ['di un ente', '00743110157', /Undici cifre/],
  ['vuoto', '  ', /Scrivi il codice/],
  ['cifre arabe', 'RSSMRA٨٠A01H501U', /carattere 7/],
])('%s: si rifiuta dicendo che cosa non va, senza ripetere il codice', (_, testo, perche) => {
  const esito = leggiCodiceFiscale(testo, OGGI);
  expect(esito).toMatchObject({ ok: false, messaggio: expect.stringMatching(perche) });
  if (testo.length > 11) expect(JSON.stringify(esito)).not.toContain(testo.slice(0, 6));
});

test('minuscole, spazi, punti e trattini non contano', () => {
  expect(letto(' rss mra 80a01 h501u\n').codice).toBe('RSSMRA80A01H501U');
  expect(normaleCodice('RSSMRA.80A01-H501U')).toBe('RSSMRA80A01H501U');
});

test('chi e nato all’estero, o in un comune che l’elenco non ha, ha un codice che vale', () => {
  expect(letto(conControllo('RSSMRA80A01Z129')).luogo).toEqual({ catastale: 'Z129', comune: null, estero: true });
  expect(letto(conControllo('RSSMRA80A01A000')).luogo).toEqual({ catastale: 'A000', comune: null, estero: false });
});

test('si dice dove il codice e i dati dichiarati non concordano', () => {
  const cf = letto('RSSMRA80A01H501U');
  const campi = (dichiarati: Parameters<typeof discordanze>[1]) => discordanze(cf, dichiarati).map(({ campo }) => campo);
  expect(campi({ sesso: 'F' })).toEqual(['sesso']);
  expect(campi({ sesso: 'X', dataNascita: null })).toEqual([]);
  expect(campi({ dataNascita: '1980-01-02', comuneNascita: '001272' })).toEqual(['dataNascita', 'comuneNascita']);
  expect(campi({ comuneNascita: '058091', cognome: 'Rossi', nome: 'Maria', sesso: 'M', dataNascita: '1980-01-01' })).toEqual([]);
  expect(campi({ cognome: 'Bianchi', nome: 'Gianfranco' })).toEqual(['cognome', 'nome']);
  expect(campi({ dataNascita: '1880-01-01' })).toEqual([]);
});

test('cognomi corti, nomi con molte consonanti, accenti e apostrofi', () => {
  const di = (cognome: string, nome: string) =>
    codiceFiscaleDi({ cognome, nome, sesso: 'M', nascita: '1980-01-01', catastale: 'H501' }).slice(0, 6);
  expect(di('Fo', 'Gianfranco')).toBe('FOXGFR');
  expect(di('Hu', 'Al')).toBe('HUXLAX');
  expect(di("D'Alò", 'Niccolò')).toBe('DLANCL');
  expect(di('Đukić', 'Łukasz')).toBe('DKCLSZ');
});

test.each([
  ['STP0102000012345', 'STP'],
  [' eni 0102000012345', 'ENI'],
])('%s e un codice sanitario', (testo, genere) => {
  expect(leggiCodiceSanitario(testo)).toMatchObject({ ok: true, genere });
});

test.each(['STP010200001234', 'ENI01020000123456', 'STPA102000012345', '0102000012345', ''])('«%s» non e un codice sanitario', (testo) => {
  expect(leggiCodiceSanitario(testo).ok).toBe(false);
});
