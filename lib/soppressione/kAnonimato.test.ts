import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLONNE, K, PASSI, QUASI, type RigaRicerca, rendiAnonime } from './kAnonimato';

const forse = <T>(...valori: T[]) => fc.constantFrom(...valori, null);
const siNo = forse(true, false);
const riga: fc.Arbitrary<RigaRicerca> = fc.record({
  classe_eta: forse('0-17', '18-29', '30-54', '55+'),
  sesso: forse('F', 'M', 'X'),
  cittadinanza: forse('IT', 'UE', 'NON_UE'),
  titolo: forse('0-2', '3-4', '5-8'),
  condizione: forse('DISOCCUPATO', 'INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO', 'OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO'),
  ambito: forse('1', '2', '3'),
  disoccupato_lungo: siNo,
  motivo_uscita: forse('COMPLETATO', 'ABBANDONO'),
  cerca_lavoro: siNo,
  istruzione: siNo,
  qualifica: siNo,
  lavoro: siNo,
  lavoro_6_mesi: siNo,
  migliorato_6_mesi: siNo,
});
const conta = (righe: readonly unknown[]) => {
  const quante = new Map<string, number>();
  for (const r of righe) quante.set(JSON.stringify(r), (quante.get(JSON.stringify(r)) ?? 0) + 1);
  return quante;
};
const inOrdine = (r: RigaRicerca) => COLONNE.map((c) => r[c]);

test('ogni classe ha almeno k persone, nessuna riga è inventata, il resoconto torna', () => {
  fc.assert(
    fc.property(fc.array(riga, { maxLength: 300 }), fc.integer({ min: 5, max: 9 }), (righe, k) => {
      const { righe: diffuse, resoconto } = rendiAnonime(righe, k);
      for (const quante of conta(diffuse.map((r) => QUASI.map((q) => r[q]))).values()) expect(quante).toBeGreaterThanOrEqual(k);
      // le righe lette, con gli stessi passi e null'altro: le diffuse ne sono una parte, contando le ripetizioni
      const passi = PASSI.filter(({ codice }) => resoconto.passi.includes(codice));
      const possibili = conta(righe.map((r) => inOrdine(passi.reduce((ora, { applica }) => applica(ora), r))));
      for (const [chi, quante] of conta(diffuse.map(inOrdine))) expect(quante).toBeLessThanOrEqual(possibili.get(chi) ?? 0);
      expect(resoconto).toMatchObject({ k, lette: righe.length, diffuse: diffuse.length, tolte: righe.length - diffuse.length });
      expect(resoconto.passi).toEqual(PASSI.slice(0, resoconto.passi.length).map(({ codice }) => codice));
    }),
    { numRuns: 200 },
  );
});

test('l’ordine in cui le righe sono lette non si vede in quelle diffuse', () => {
  fc.assert(
    fc.property(fc.array(riga, { maxLength: 80 }), (righe) => {
      expect(rendiAnonime([...righe].reverse())).toEqual(rendiAnonime(righe));
    }),
  );
});

const base: RigaRicerca = {
  ...{ classe_eta: '30-54', sesso: 'F', cittadinanza: 'IT', titolo: '3-4', condizione: 'DISOCCUPATO', ambito: '1' },
  ...{ disoccupato_lungo: false, motivo_uscita: null, cerca_lavoro: null, istruzione: null },
  ...{ qualifica: null, lavoro: null, lavoro_6_mesi: null, migliorato_6_mesi: null },
};
const molte = (n: number, come: Partial<RigaRicerca> = {}) => Array.from({ length: n }, () => ({ ...base, ...come }));

test('se tutti si somigliano non si generalizza nulla; meno di k persone non escono', () => {
  expect(rendiAnonime(molte(40)).resoconto).toEqual({ k: K, lette: 40, diffuse: 40, tolte: 0, passi: [] });
  expect(rendiAnonime(molte(4)).righe).toEqual([]);
});

test('una persona sola tra molte si toglie: per lei non si generalizza per tutti', () => {
  const { righe, resoconto } = rendiAnonime([...molte(60), ...molte(1, { classe_eta: '55+' })]);
  expect(resoconto).toMatchObject({ tolte: 1, passi: [] });
  expect(righe.every((r) => r.classe_eta === '30-54')).toBe(true);
});

test('prima si uniscono le classi di età, poi si toglie l’ambito', () => {
  const sparse = ['1', '2', '3'].flatMap((ambito) => molte(3, { ambito, classe_eta: '18-29' }));
  const { righe, resoconto } = rendiAnonime(sparse);
  expect(resoconto).toMatchObject({ passi: ['ETA_18_54', 'SENZA_AMBITO'], tolte: 0 });
  expect(righe[0]).toMatchObject({ ambito: 'NON_DIFFUSO', classe_eta: '18-54' });
});

test('k sotto cinque non esiste', () => expect(() => rendiAnonime(molte(9), 4)).toThrow());
