import { expect, test } from 'vitest';
import type { Categoria, DatiTabelle, ProgettoTabelle } from './righe';
import { figura31, tabellaAggregazioni, tabelleInterventi } from './tabelle';

const categoria = (codice: string, tipo: Categoria['tipo'], macro: Categoria['macro'], tabella: string | null): Categoria => ({
  codice,
  etichetta: codice,
  tipo,
  macro,
  tabella,
});
const progetto = (codice: string, classificazione: Record<string, boolean>, altro: Partial<ProgettoTabelle> = {}): ProgettoTabelle => ({
  codice,
  titolo: `Titolo ${codice}`,
  territorio: `Comune ${codice}`,
  provincia: 'TO',
  popolazione: 100,
  ambiti: [{ numero: 1, nome: 'Uno' }],
  enti: [{ codice: 'EG01', nome: 'Ente', capofila: true }],
  classificazione,
  ...altro,
});
const dati = (progetti: ProgettoTabelle[]): DatiTabelle => ({
  bando: null,
  bandi: [],
  primaApprovazione: null,
  categorie: [
    categoria('mutuo', 'SERVIZIO', 'INNOVAZIONE_SOCIALE', '1.2'),
    categoria('info', 'AZIONE', 'INNOVAZIONE_SOCIALE', '1.3'),
    categoria('casa', 'SERVIZIO', 'WELFARE_TERRITORIALE', '1.4'),
    categoria('lavoro', 'SERVIZIO', 'WELFARE_TERRITORIALE', '1.4'),
    categoria('intermedia', 'AZIONE', null, null),
  ],
  progetti,
  azioni: 0,
  rilevazioni: null,
  fonti: [],
});

test('un progetto con due categorie della stessa tabella conta una volta nell’unione', () => {
  const [, , terza] = tabelleInterventi(dati([progetto('A', { casa: true, lavoro: true }), progetto('B', { casa: true, lavoro: false })]));
  expect(terza).toMatchObject({ numero: '1.4', totali: [2, 1], almenoUno: 2 });
});

test('una categoria non ancora classificata non è un no', () => {
  const [prima] = tabelleInterventi(dati([progetto('A', {}), progetto('B', { mutuo: false })]));
  expect(prima?.righe.map(({ segni }) => segni)).toEqual([[null], [false]]);
});

test('le attività intermedie non entrano in nessuna tabella e in nessun riquadro', () => {
  const soloIntermedie = dati([progetto('A', { intermedia: true })]);
  expect(tabelleInterventi(soloIntermedie).map(({ numero }) => numero)).toEqual(['1.2', '1.3', '1.4']);
  expect(figura31(soloIntermedie).righe.map(({ servizi, azioni, inTutto }) => [servizi.progetti, azioni.progetti, inTutto])).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('la Figura 3.1 unisce servizi e azioni senza contare due volte', () => {
  const [innovazione] = figura31(dati([progetto('A', { mutuo: true, info: true }), progetto('B', { info: true })])).righe;
  expect(innovazione).toMatchObject({ servizi: { progetti: 1 }, azioni: { progetti: 2 }, inTutto: 2 });
});

test('i totali della Tabella 1.1 contano una volta sola un ambito e un ente condivisi', () => {
  const { totali } = tabellaAggregazioni(dati([progetto('A', {}), progetto('B', {}, { popolazione: null })]));
  expect(totali).toEqual({ progetti: 2, ambiti: 1, enti: 1, popolazione: 100 });
});
