import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellaGrezza } from './componi';
import { tabellaDi } from './dimensioni';
import { incrocia } from './incrocio';
import type { Domanda, Quota } from './schema';

const progetto = tabellaDi('progetto');
if (!progetto) throw new Error('Il dizionario non ha i progetti.');
const domanda = (quota: Quota): Domanda => ({
  ...{
    tabella: 'progetto',
    righe: ['stato'],
    colonne: 'provincia',
    misura: { tipo: 'conteggio' },
    quota,
    filtri: [],
    data: '2020-07-09',
    istantanea: null,
  },
});
const STATI = ['avviato', 'concluso', 'sospeso'];
const PROVINCE = ['TO', 'CN', null];

/** Le celle come le dà il database: solo quelle che hanno righe, con i totali di ogni verso. */
function celleDi(conti: readonly number[]): CellaGrezza[] {
  const piene = conti.flatMap((n, k) => (n > 0 ? [{ r: STATI[Math.floor(k / 3)] ?? '', c: PROVINCE[k % 3] ?? null, n }] : []));
  const somma = (quali: typeof piene) => String(quali.reduce((tutte, { n }) => tutte + n, 0));
  return [
    ...piene.map(({ r, c, n }): CellaGrezza => ['cella', [r], c, String(n)]),
    ...[...new Set(piene.map(({ r }) => r))].map((r): CellaGrezza => ['riga', [r], null, somma(piene.filter((x) => x.r === r))]),
    ...[...new Set(piene.map(({ c }) => c))].map((c): CellaGrezza => ['colonna', [null], c, somma(piene.filter((x) => x.c === c))]),
    ['totale', [null], null, somma(piene)],
  ];
}
const conti = fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }).filter((n) => n.some((x) => x > 0));
const incrocio = (numeri: readonly number[], quota: Quota = 'valori') =>
  incrocia(progetto, domanda(quota), [], { celle: celleDi(numeri).map((grezza) => ({ grezza })), quante: 0, mancanti: 0 });
const valori = (celle: { valore: number | null }[]) => celle.reduce((tutti, { valore }) => tutti + (valore ?? 0), 0);

test('ogni totale è la somma di ciò che si vede, e dove non c’è nulla c’è zero', () => {
  fc.assert(
    fc.property(conti, (numeri) => {
      const { righe, totali, colonne } = incrocio(numeri);
      for (const { celle, totale } of righe) {
        expect(celle).toHaveLength(colonne.length);
        expect(celle.every(({ valore }) => valore !== null)).toBe(true);
        expect(valori(celle)).toBe(totale?.valore);
      }
      expect(valori(totali?.celle ?? [])).toBe(totali?.totale?.valore);
      for (const [n] of colonne.entries()) expect(valori(righe.flatMap(({ celle }) => celle[n] ?? []))).toBe(totali?.celle[n]?.valore);
    }),
  );
});

test('le percentuali di riga, di colonna e del totale fanno cento', () => {
  fc.assert(
    fc.property(conti, (numeri) => {
      for (const { celle } of incrocio(numeri, 'riga').righe) expect(valori(celle)).toBeCloseTo(1);
      const colonne = incrocio(numeri, 'colonna');
      for (const [n] of colonne.colonne.entries()) expect(valori(colonne.righe.flatMap(({ celle }) => celle[n] ?? []))).toBeCloseTo(1);
      expect(valori(incrocio(numeri, 'totale').righe.flatMap(({ celle }) => celle))).toBeCloseTo(1);
    }),
  );
});

test('le voci seguono l’elenco dei codici; chi manca è in fondo, con che cosa vuol dire', () => {
  const { righe, colonne } = incrocio([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(righe.map(({ voci }) => voci[0]?.codice)).toEqual(['avviato', 'sospeso', 'concluso']);
  expect(colonne.map(({ etichetta }) => etichetta)).toEqual(['CN', 'TO', 'Non rilevato']);
});

test('di una parte nascosta si dice il minimo, e nessuna percentuale', () => {
  const celle: { grezza: CellaGrezza; nascosti: boolean }[] = [
    { grezza: ['cella', ['avviato'], 'TO', '0'], nascosti: true },
    { grezza: ['cella', ['avviato'], 'CN', '12'], nascosti: false },
    { grezza: ['riga', ['avviato'], null, '12'], nascosti: true },
    { grezza: ['colonna', [null], 'TO', '0'], nascosti: true },
    { grezza: ['colonna', [null], 'CN', '12'], nascosti: false },
    { grezza: ['totale', [null], null, '12'], nascosti: true },
  ];
  const con = (quota: Quota) => incrocia(progetto, domanda(quota), [], { celle, quante: 12, mancanti: 0 });
  const [riga] = con('valori').righe;
  expect(riga?.celle).toEqual([
    { valore: 12, nascosta: false, parziale: false },
    { valore: null, nascosta: true, parziale: false },
  ]);
  expect(riga?.totale).toEqual({ valore: 12, nascosta: false, parziale: true });
  expect(con('valori').oscurato).toBe(true);
  expect(con('riga').righe[0]?.celle.every(({ nascosta, valore }) => nascosta && valore === null)).toBe(true);
  expect(con('colonna').righe[0]?.celle.map(({ valore }) => valore)).toEqual([1, null]);
});
