import { expect, test } from 'vitest';
import { libro } from '@/tests/support/archivioXlsx';
import { COLONNE } from './colonne';
import { leggiFile } from './leggi';

const CONTESTO = {
  progettoId: '00000000-0000-4000-8000-000000000001',
  progetto: { avvio: '2019-01-01', fine: '2020-12-31' },
  azioni: new Map<string, string>(),
  oggi: '2020-07-09',
};
const cella = (testo: string): string => `<c t="inlineStr"><is><t>${testo}</t></is></c>`;
const foglio = (righe: number): Uint8Array =>
  libro(
    `<worksheet><sheetData><row>${COLONNE.map(({ chiave }) => cella(chiave)).join('')}</row>${`<row>${cella('Prova')}</row>`.repeat(righe)}</sheetData></worksheet>`,
  );

test('ogni riga sbagliata è nell’elenco, nessuna si perde', { timeout: 120_000 }, async () => {
  const { valide, rifiutate } = await leggiFile(foglio(1000), CONTESTO);
  expect([valide.length, rifiutate.length]).toEqual([0, 1000]);
});

test('oltre le centomila righe il file si rifiuta intero, e si dice di dividerlo', { timeout: 240_000 }, async () => {
  await expect(leggiFile(foglio(100_001), CONTESTO)).rejects.toMatchObject({
    code: 'importa.troppeRighe',
    message: 'Il foglio ha più di 100.000 righe: dividilo in più file.',
  });
});
