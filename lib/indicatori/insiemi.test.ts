import { expect, it } from 'vitest';
import { NOME_INDICATORE, sogliaDi } from './codici';
import { righeDi } from './foglio';
import { codiciDi, indicatoriEnti } from './insiemi';
import { DomandaIndicatori, vistaDi } from './schema';

it('ogni insieme comincia dal totale e ha i suoi codici; nessuno non ne ha', () => {
  expect(codiciDi('FSE')).toHaveLength(1 + 16 + 9);
  expect(codiciDi('FSE_PLUS')).toHaveLength(1 + 17 + 6);
  expect(codiciDi('FSE_PLUS_L')).toEqual(['TOTALE', 'EECO06', 'EECO07', 'EECO08']);
  expect(codiciDi('NESSUNO')).toEqual([]);
  for (const codice of [...codiciDi('FSE'), ...codiciDi('FSE_PLUS')]) expect(NOME_INDICATORE[codice]).toBeTruthy();
});

it('gli indicatori sugli enti: CO20 e CO22 contano il progetto una volta, CO23, EECO18 ed EECO19 gli enti', () => {
  const enti = { ENTE_GESTORE: 3, COMUNE: 2, ETS: 4, IMPRESA: 1, ALTRO: 5 };
  const valori = (insieme: 'FSE' | 'FSE_PLUS' | 'FSE_PLUS_L', di = enti) =>
    Object.fromEntries(indicatoriEnti(insieme, di).map(({ codice, valore }) => [codice, valore]));
  expect(valori('FSE')).toEqual({ CO20: 1, CO21: null, CO22: 1, CO23: 1 });
  expect(valori('FSE_PLUS')).toEqual({ EECO18: 5, EECO19: 1 });
  expect(valori('FSE_PLUS_L')).toEqual({});
  expect(indicatoriEnti('FSE', {})[0]).toEqual({ codice: 'CO20', valore: 0 });
});

it('minori e categorie particolari hanno la soglia più alta', () => {
  expect(['EECO06', 'EECO12', 'EECO15', 'CO16', 'CO17'].map((c) => sogliaDi(c as 'CO16'))).toEqual([10, 10, 10, 10, 10]);
  expect(sogliaDi('EECO02')).toBe(5);
});

it('una vista si scrive e si rilegge; una che non esiste vale tutto il progetto', () => {
  const azione = '3f0c1b1a-7a55-4d7e-9d55-0d3c4b8a1e11';
  const letta = (vista?: unknown) => DomandaIndicatori.parse({ vista }).vista;
  expect(letta(vistaDi({ azione }))).toEqual({ azione });
  expect(letta(vistaDi({ periodo: azione }))).toEqual({ periodo: azione });
  for (const storta of [undefined, '', 'azione.x', `anno.${azione}`, ['a', 'b'], `azione.${'-'.repeat(36)}`])
    expect(letta(storta)).toEqual({});
});

it('nel foglio una cella soppressa è mancante e dice perché; uno zero è zero', () => {
  const valori = { F: null, M: 0, X: 0, ND: 0, T: null };
  const righe = righeDi('P1', '', [{ codice: 'CO16', universo: 'completi', valori }]);
  expect(righe[0]).toEqual(['P1', 'tutto', 'co16', 'Partecipanti con disabilità', 'f', 1, null, 'soppresso']);
  expect(righe[1]?.slice(-2)).toEqual([0, null]);
});
