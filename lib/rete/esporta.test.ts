import { DirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { graphml, righeArchi, righeNodi } from './esporta';
import type { ReteLetta } from './letture';
import { disponi } from './rete';

const OSTICO = `=CMD() «A & B» <ETS> "d'Aosta"\u0001 😀 e\u0301 \uD800`;
const RETE: ReteLetta = {
  ...{ codice: 'P01', progettoId: 'p', titolo: 'Titolo', territorio: 'Biella', capofila: 'n1' },
  nodi: [
    { id: 'n1', chiave: 'org-1', nome: 'Consorzio', tipo: 'ENTE_GESTORE', ente: true },
    { id: 'n2', chiave: 'n2', nome: OSTICO, tipo: 'ETS', ente: false },
    { id: 'n3', chiave: 'n3', nome: 'Sola', tipo: 'SCUOLA', ente: false },
  ],
  legami: [
    { id: 'l1', ondata: 'o1', da: 'n1', a: 'n2', intensita: 3, primaDelProgetto: true },
    { id: 'l2', ondata: 'o1', da: 'n2', a: 'n1', intensita: 0, primaDelProgetto: false },
    { id: 'l3', ondata: 'o0', da: 'n1', a: 'n3', intensita: 2, primaDelProgetto: false },
  ],
};
// le stesse organizzazioni in un altro progetto
const ALTRA: ReteLetta = { ...RETE, codice: 'P02', legami: RETE.legami.map((legame) => ({ ...legame, id: `${legame.id}-b` })) };
const ONDATA = { id: 'o1', numero: 1, mese: '2020-04-01' };

test('il GraphML letto da un altro programma ha gli stessi nodi, legami e attributi, anche con nomi ostili', () => {
  const grafo = parse(DirectedGraph, graphml([RETE, ALTRA], ONDATA));
  expect(grafo.nodes()).toEqual(['P01:org-1', 'P01:n2', 'P01:n3', 'P02:org-1', 'P02:n2', 'P02:n3']);
  expect(grafo.getNodeAttributes('P01:org-1')).toEqual({
    ...{ nome: 'Consorzio', tipo: 'ente_gestore', progetto_id: 'P01', capofila: true },
  });
  // via solo ciò che XML non ammette: il carattere di controllo e la mezza coppia
  expect(grafo.getNodeAttribute('P01:n2', 'nome')).toBe(OSTICO.replace('\u0001', '').replace('\uD800', '\uFFFD'));
  expect(grafo.mapEdges((_, attributi, da, a) => [da, a, attributi])).toEqual([
    ['P01:org-1', 'P01:n2', { intensita: 3, ondata: 1, prima_del_progetto: true }],
    ['P02:org-1', 'P02:n2', { intensita: 3, ondata: 1, prima_del_progetto: true }],
  ]);
});

test('nelle tabelle gli archi rimandano ai nodi, e la risposta «nessuno» resta', () => {
  const nodi = righeNodi([RETE]).map(([id]) => id);
  const archi = righeArchi([RETE], ONDATA);
  expect(archi).toEqual([
    ['P01:org-1', 'P01:n2', 'P01', 3, 1, '2020-04', 1],
    ['P01:n2', 'P01:org-1', 'P01', 0, 1, '2020-04', 0],
  ]);
  for (const [da, a] of archi) expect(nodi).toEqual(expect.arrayContaining([da, a]));
});

test('il disegno è sempre lo stesso: capofila al centro, gli altri sul cerchio, nessuno sopra un altro', () => {
  const { punti, raggio } = disponi(RETE);
  expect(disponi(RETE)).toEqual({ punti, raggio });
  expect(punti[0]).toMatchObject({ x: 0, y: 0, capofila: true, numero: 1 });
  const altri = Array.from({ length: 59 }, (_, n) => ({ ...RETE.nodi[2], id: `x${n}` }) as ReteLetta['nodi'][number]);
  const molti = disponi({ nodi: [...altri, ...RETE.nodi.slice(0, 1)], capofila: 'n1' }).punti;
  const distanze = molti.flatMap((uno) => molti.filter((due) => due !== uno).map((due) => Math.hypot(uno.x - due.x, uno.y - due.y)));
  expect(Math.min(...distanze)).toBeGreaterThan(34);
});
