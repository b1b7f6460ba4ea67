import { expect, test } from 'vitest';
import { contiene, vociDi } from './navigazione';

const attive = (lettore: Parameters<typeof vociDi>[0], percorso: string) =>
  vociDi(lettore)
    .filter((voce) => contiene(voce, percorso))
    .map(({ etichetta }) => etichetta);

test('la voce della pagina aperta è segnata, anche nelle pagine interne e con una domanda', () => {
  expect(attive('app_ente', '/compiti')).toEqual(['Cosa devo fare']);
  expect(attive('app_ente', '/progetti/123/relazioni/456?azione=7')).toEqual(['I miei progetti']);
  expect(attive('app_regione', '/coda?vista=mie')).toEqual(['Coda di lavoro']);
  expect(attive('app_ricerca', '/ricerca/tabelle')).toEqual(['Tabelle']);
  expect(attive('app_regione', '/cruscotto/elenco?tocca=REGIONE')).toEqual(['Cruscotto']);
  expect(attive('app_regione', '/ricerca/tabelle')).toEqual(['Ricerca']);
  expect(attive('app_regione', '/ricerca/attuazione')).toEqual(['Ricerca']);
  expect(attive('app_ricerca', '/ricerca/analisi?tabella=progetto')).toEqual(['Tabelle']);
  expect(attive('app_ricerca', '/ricerca/risorse?data=2020-05-31')).toEqual(['Attuazione']);
  expect(attive('app_regione', '/ricerca/risorse')).toEqual(['Ricerca']);
  expect(attive('app_ricerca', '/ricerca/rete')).toEqual(['Classificazione']);
  expect(attive('app_ricerca', '/sovrapposizioni')).toEqual(['Persone']);
  expect(attive('app_ricerca', '/ricerca/istantanee/3')).toEqual(['Dati']);
});

test('una pagina fuori dalla navigazione non segna nulla, e un nome che comincia uguale non inganna', () => {
  expect(attive('app_ente', '/sessioni')).toEqual([]);
  expect(attive('app_regione', '/progetti-vecchi')).toEqual([]);
});

test('al massimo sette voci, ciascuna una volta sola', () => {
  for (const lettore of ['app_ente', 'app_regione', 'app_ricerca'] as const) {
    const indirizzi = vociDi(lettore).map(({ href }) => href);
    expect(indirizzi.length).toBeLessThanOrEqual(7);
    expect(new Set(indirizzi).size).toBe(indirizzi.length);
  }
});
