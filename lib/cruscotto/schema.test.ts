import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EsitoElenco, fraseEsito } from './esiti';
import { condizioniInParole } from './inParole';
import { FiltriElenco, Scelte, senzaCondizioni, soloCondizioni } from './schema';

const SCELTE = { bandi: [], ambiti: [], istruttori: [], cause: [{ codice: 'C1', etichetta: 'Anticipo non pagato' }], viste: [] };
const ID = '00000000-0000-4000-8000-000000000001';

test('qualunque indirizzo dà un elenco: un valore estraneo vale come nessun filtro', () => {
  const valore = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  const chiavi = Object.keys(FiltriElenco.shape);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...chiavi), valore), (domanda) => {
      const filtri = FiltriElenco.parse(domanda);
      expect(condizioniInParole(filtri, SCELTE)).toMatch(/\.$/);
      expect(FiltriElenco.parse(soloCondizioni(filtri))).toMatchObject(soloCondizioni(filtri));
      expect(EsitoElenco.parse(domanda).n).toBe(0);
    }),
  );
});

test('un elenco senza condizioni non ha filtri da salvare o da togliere', () => {
  expect(senzaCondizioni(FiltriElenco.parse({ vista: 'azioni', ordine: 'ritardo' }))).toBe(true);
  expect(senzaCondizioni(FiltriElenco.parse({ tocca: 'REGIONE' }))).toBe(false);
});

test('le righe scelte sono identificativi, al massimo cinquanta', () => {
  expect(Scelte.parse({ atto: 'sollecita', id: ID })).toEqual({ atto: 'sollecita', id: [ID] });
  expect(Scelte.parse({ atto: 'cancella', id: ['x'] })).toEqual({ atto: undefined, id: [] });
  expect(Scelte.parse({ id: Array(51).fill(ID) }).id).toEqual([]);
});

test('la frase dice perché c’è quel numero', () => {
  const frase = (domanda: object) => condizioniInParole(FiltriElenco.parse(domanda), SCELTE);
  expect(frase({})).toBe('Tutti i progetti.');
  expect(frase({ tocca: 'REGIONE', attesa: 'PROROGA' })).toBe('Progetti in attesa di: Regione, per decisione su una proroga.');
  expect(frase({ vista: 'azioni', causa: 'C1', principale: '1' })).toContain('con la causa «Anticipo non pagato» come principale');
});

test('l’esito di un sollecito dice a quanti ha scritto e quanti ne ha saltati', () => {
  const frase = (domanda: object) => fraseEsito(EsitoElenco.parse(domanda));
  expect(frase({ esito: 'sollecitati', n: '1', progetti: '1' })).toBe('Promemoria inviato a 1 persona per 1 progetto.');
  expect(frase({ esito: 'sollecitati', n: '6', progetti: '3', saltati: '2' })).toContain('Altri 2 non aspettano nulla');
  expect(frase({ esito: '<script>' })).toBeUndefined();
});
