import { expect } from '@playwright/test';
import { superutente } from './superutente';

/** Aspetta che la chiusura dell'avviso sia scritta: il pulsante cambia nome già mentre la richiesta parte. */
export const avvisoChiuso = (progettoId: string) =>
  expect
    .poll(async () => (await superutente.query('select stato from avviso where progetto_id = $1', [progettoId])).rows[0]?.stato)
    .toBe('CHIUSO');
