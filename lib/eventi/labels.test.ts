import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ATTI_RACCONTATI, fraseEvento } from './labels';

const GIUGNO = { dal: '2020-01-01', al: '2020-06-30' };
const fatto = { ente: 'CISSACA', periodo: GIUGNO, enteParte: null, azione: null, ruolo: 'REFERENTE' } as const;

/** Gli atti che i comandi dell'attuazione registrano, letti dal loro codice. */
function attiDeiComandi(): string[] {
  const cartella = path.join(import.meta.dirname, '../attuazione/commands');
  const codice = readdirSync(cartella).map((file) => readFileSync(path.join(cartella, file), 'utf8'));
  const forma = /(?:\batto: |eventoDiStato\(|\bevento: )'([a-z]+\.[a-zA-Z]+)'/g;
  return [...new Set(codice.flatMap((testo) => [...testo.matchAll(forma)].map(([, atto = '']) => atto)))].sort();
}

test('ogni atto che un comando registra ha la sua frase, tranne i salvataggi che la storia non racconta', () => {
  const muti = ['avanzamento.salvato', 'rapporto.sintesiSalvata'];
  expect(attiDeiComandi().length).toBeGreaterThan(10);
  expect(attiDeiComandi().filter((atto) => !ATTI_RACCONTATI.includes(atto))).toEqual(muti);
});

test('la frase nomina l’organizzazione e il ruolo', () => {
  expect(fraseEvento({ ...fatto, atto: 'rapporto.presentato' })).toEqual({
    soggetto: 'CISSACA',
    ruolo: 'referente',
    predicato: 'ha presentato la relazione gennaio–giugno 2020',
    ufficiale: true,
  });
});

test('chi lavora in Regione è «La Regione», con l’azione del chiarimento', () => {
  const frase = fraseEvento({
    ...fatto,
    atto: 'rapporto.chiarimentoChiesto',
    ruolo: 'ISTRUTTORE',
    ente: 'Regione Piemonte',
    azione: 'P05.A02',
  });
  expect(`${frase.soggetto} (${frase.ruolo}) ${frase.predicato}`).toBe(
    'La Regione (istruttore) ha chiesto un chiarimento sull’azione P05.A02 della relazione gennaio–giugno 2020',
  );
});

test('la parte di un altro ente è nominata, la propria no', () => {
  const consegna = (enteParte: string | null) => fraseEvento({ ...fatto, atto: 'parte.consegnata', enteParte }).predicato;
  expect(consegna('COGESA')).toBe('ha consegnato la parte di COGESA della relazione gennaio–giugno 2020');
  expect(consegna('CISSACA')).toBe('ha consegnato la sua parte della relazione gennaio–giugno 2020');
  expect(consegna(null)).toBe('ha consegnato la sua parte della relazione gennaio–giugno 2020');
});

test('senza periodo, ruolo o ente la frase resta intera; un atto nuovo non sparisce', () => {
  const frase = fraseEvento({ atto: 'progetto.inventato', ente: null, ruolo: null, periodo: null, enteParte: null, azione: null });
  expect(frase).toEqual({ soggetto: 'Il portale', ruolo: null, predicato: 'ha compiuto l’atto progetto.inventato', ufficiale: false });
  expect(fraseEvento({ ...fatto, atto: 'rapporto.aperto', periodo: null }).predicato).toBe('ha aperto la relazione');
});
