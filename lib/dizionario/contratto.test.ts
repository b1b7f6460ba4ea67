import { expect, test } from 'vitest';
import { selezione, VERSIONE_DIZIONARIO } from './contratto';
import { TABELLE } from './tabelle';

/** Il contratto com'è promesso a chi legge: una riga per colonna. Chi vi mette mano vede qui che cosa cambia per le analisi già scritte. */
const depositato = TABELLE.flatMap(({ nome, chiave, colonne, riservatezza }) =>
  colonne.map((c) => {
    const posto = chiave.indexOf(c.nome);
    return [
      nome,
      c.nome,
      c.multipla ? `${c.tipo} multi` : c.tipo,
      posto < 0 ? '-' : `chiave ${posto + 1}`,
      riservatezza,
      `da ${c.da}`,
    ].join(' | ');
  }),
).join('\n');

test('tabelle, colonne, tipi e chiavi sono quelli depositati: si aggiunge soltanto', async () => {
  await expect(`${depositato}\n`).toMatchFileSnapshot('../../tests/fixtures/dizionario.txt');
});

test('i nomi sono stabili e semplici: minuscole, cifre e trattini bassi, senza doppioni', () => {
  for (const { nome, colonne } of TABELLE) {
    const nomi = colonne.map((c) => c.nome);
    for (const uno of [nome, ...nomi]) expect(uno).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
    expect(new Set(nomi).size).toBe(nomi.length);
  }
  expect(new Set(TABELLE.map(({ nome }) => nome)).size).toBe(TABELLE.length);
});

test('ogni chiave è fatta di colonne della tabella, e nessuna colonna è di una versione che non c’è', () => {
  for (const { chiave, colonne } of TABELLE) {
    expect(chiave.length).toBeGreaterThan(0);
    for (const nome of chiave) expect(colonne.map((c) => c.nome)).toContain(nome);
    for (const { da } of colonne) expect(da).toBeLessThanOrEqual(VERSIONE_DIZIONARIO);
  }
});

test('nessuna tabella legge le persone se non dai rilasci o dai conteggi', () => {
  for (const tabella of TABELLE)
    expect(selezione(tabella), tabella.nome).not.toMatch(
      /\b(persona|identita|partecipante|frequenza|utente|righe_ricerca|indicatore_fissato)\b/,
    );
});

test('nessuna tabella porta fuori testi liberi degli enti', () => {
  for (const tabella of TABELLE)
    expect(selezione(tabella), tabella.nome).not.toMatch(/\b(nota|note|contromisura|sintesi|motivazione|sintesi_stato)\b/);
});
