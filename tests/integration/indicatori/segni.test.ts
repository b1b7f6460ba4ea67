import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODICI } from '@/lib/indicatori/codici';
import { bitDiSegni, type Microdato, segniDiPartecipante } from '@/lib/indicatori/regole';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { contaIndicatori } from '@/tests/support/contaIndicatori';
import { contaMicrodati, unMicrodato } from '@/tests/support/microdati';
import { partecipanti } from '@/tests/support/partecipanti';
import { superutente } from '@/tests/support/superutente';

const riga = (m: Microdato) => ({
  ...{ uscita: m.uscita, sesso: m.sesso, eta: m.eta, cittadinanza: m.cittadinanza, origine_straniera: m.origineStraniera, isced: m.isced },
  ...{ condizione: m.condizione, mesi_disoccupazione: m.mesiDisoccupazione, disabilita: m.disabilita, minoranza: m.minoranza },
  ...{ altro_svantaggio: m.altroSvantaggio, condizione_abitativa: m.condizioneAbitativa, senza_dimora: m.senzaDimora, rurale: m.rurale },
  ...{ esito_4_settimane: m.esito4Settimane, data_esito_4_settimane: m.dataEsito4Settimane },
  ...{ esito_6_mesi: m.esito6Mesi, data_esito_6_mesi: m.dataEsito6Mesi },
});

test('il database ha gli stessi codici, nello stesso ordine', async () => {
  const { rows } = await superutente.query('select app.codici_indicatori() as codici');
  expect(rows[0].codici).toEqual([...CODICI]);
});

test('su ottomila microdati casuali TypeScript e SQL danno gli stessi bit', async () => {
  const microdati = fc.sample(unMicrodato, { numRuns: 8_000, seed: 20_260 });
  const { rows } = await superutente.query(
    `select app.segni(jsonb_populate_record(null::partecipante, r))::text as segni
     from jsonb_array_elements($1::jsonb) with ordinality x(r, n) order by n`,
    [JSON.stringify(microdati.map(riga))],
  );
  const diversi = microdati.filter((m, i) => String(bitDiSegni(segniDiPartecipante(m))) !== rows[i]?.segni);
  expect(diversi.slice(0, 3)).toEqual([]);
  expect(rows).toHaveLength(8_000);
});

test('i conteggi del database, per sesso e per completezza, sono quelli delle regole', async () => {
  const progetto = await unProgetto();
  const gruppi = fc.sample(fc.tuple(unMicrodato, fc.integer({ min: 1, max: 4 })), { numRuns: 30, seed: 7 });
  for (const [m, n] of gruppi) await partecipanti(progetto, progetto.capofila.id, n, { ...m, ingresso: '2016-01-01' });
  const attesi = contaMicrodati(gruppi.flatMap(([m, n]) => Array.from({ length: n }, () => m)));
  const contati = (await contaIndicatori(progetto)).map((r) => JSON.stringify(r)).sort();
  expect(contati).toEqual(attesi.map((r) => JSON.stringify(r)).sort());
});
