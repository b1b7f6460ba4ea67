import { expect, test } from 'vitest';
import { creaBando } from '@/lib/bandi/commands/creaBando';
import { leggiInizioBando } from '@/lib/bandi/queriesBozza';
import type { BandoNuovo } from '@/lib/bandi/schema';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { superutente } from '@/tests/support/superutente';
import { attiSu } from './bandiDiProva';

const PROGRAMMA = { codice: 'WELFARE-21', titolo: 'Welfare 2021', fondo: 'FSE+', attoIndirizzo: 'D.G.R. 1/2021' };
const bando = (codice: string, programma: BandoNuovo['programma']): BandoNuovo => ({
  ...{ programma, codice, titolo: `Bando ${codice}`, tipo: 'SPORTELLO', modello: null },
});
const programmi = async (regioneId: string) =>
  (
    await superutente.query('select id, codice, titolo, fondo, atto_indirizzo from programma where regione_id = $1 order by codice', [
      regioneId,
    ])
  ).rows;

test('l’amministratore crea il programma con il primo bando, e il secondo bando lo trova tra quelli che ci sono', async () => {
  const regione = await unaRegione();
  const admin = await (await unUtente({ regione, ruolo: 'AMMINISTRATORE' })).attore();
  await creaBando(admin, bando('UNO', PROGRAMMA));
  const creato = (await programmi(regione.id)).find(({ codice }) => codice === 'WELFARE-21');
  expect(creato).toMatchObject({ titolo: 'Welfare 2021', fondo: 'FSE+', atto_indirizzo: 'D.G.R. 1/2021' });
  expect(await attiSu(creato.id)).toEqual(['programma.creato']);
  expect((await leggiInizioBando(admin)).programmi).toContainEqual({ id: creato.id, titolo: 'Welfare 2021' });
  const prima = (await programmi(regione.id)).length;
  const { bandoId } = await creaBando(admin, bando('DUE', creato.id));
  const { rows } = await superutente.query('select programma_id from bando where id = $1', [bandoId]);
  expect([rows[0].programma_id, (await programmi(regione.id)).length]).toEqual([creato.id, prima]);
});

test('un programma di un’altra Regione, o con un codice già usato, si rifiuta e non lascia né programma né bando', async () => {
  const [regione, altrove] = [await unaRegione(), await unaRegione()];
  const admin = await (await unUtente({ regione, ruolo: 'AMMINISTRATORE' })).attore();
  const foto = async () => [
    await programmi(regione.id),
    (await superutente.query('select id from bando where regione_id = $1', [regione.id])).rows,
  ];
  const [suo] = await programmi(altrove.id);
  const prima = await foto();
  await expect(creaBando(admin, bando('TRE', suo.id))).rejects.toMatchObject({ code: 'programma.nonTrovato' });
  const [mio] = await programmi(regione.id);
  await expect(creaBando(admin, bando('QUATTRO', { ...PROGRAMMA, codice: mio.codice }))).rejects.toMatchObject({
    campo: 'programmaCodice',
  });
  expect(await foto()).toEqual(prima);
  const ente = await (await unEnte({ regione })).attore();
  await expect(creaBando(ente, bando('CINQUE', PROGRAMMA))).rejects.toThrow(/amministratore/);
  expect(await foto()).toEqual(prima);
});
