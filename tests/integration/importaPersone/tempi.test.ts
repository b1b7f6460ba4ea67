import { expect, test } from 'vitest';
import { controllaFile } from '@/lib/importaPersone/commands/controllaFile';
import { importaPersone } from '@/lib/importaPersone/commands/importaPersone';
import { unAvviato } from '@/tests/support/progettoAvviato';
import { superutente } from '@/tests/support/superutente';
import { unaRiga, unFile } from './_file';

/** Con CANTIERE_RIGHE_IMPORTATE=10000 su una macchina quieta si misura il tempo dell'importazione (al più 15 s); qui si prova che molte righe reggono. */
const QUANTE = Number(process.env.CANTIERE_RIGHE_IMPORTATE ?? 600);

test('molte righe si importano in un atto solo, e ripeterle non aggiunge nulla', { timeout: 600_000 }, async () => {
  const avviato = await unAvviato();
  const contenuto = await unFile(Array.from({ length: QUANTE }, (_, n) => unaRiga(n, 'A1')));
  const inviato = { progettoId: avviato.id, contenuto };
  const controllo = await controllaFile(avviato.chi.operatore, inviato);
  expect(controllo).toMatchObject({ importabili: QUANTE, nuovePersone: QUANTE, rifiutate: 0 });
  const inizio = performance.now();
  const fatte = await importaPersone(avviato.chi.operatore, { ...inviato, impronta: controllo.impronta, attese: QUANTE });
  console.info(`${QUANTE} righe, ${contenuto.byteLength} byte: ${Math.round(performance.now() - inizio)} ms`);
  expect(fatte).toEqual({ righe: QUANTE, nuovePersone: QUANTE, giaPresenti: 0, rifiutate: 0 });
  const { rows } = await superutente.query('select count(*)::int as n from partecipante where progetto_id = $1 and conta and completo', [
    avviato.id,
  ]);
  expect(rows[0].n).toBe(QUANTE);
  expect(await controllaFile(avviato.chi.operatore, inviato)).toMatchObject({ importabili: 0, giaPresenti: QUANTE });
});
