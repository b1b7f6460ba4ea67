import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elencaCoda, FiltriCoda } from '@/lib/attuazione/queriesCoda';
import { piuGiorni } from '@/lib/attuazione/rules';
import { giornoDi } from '@/lib/format/data';
import { unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const filtri = (vista: string) => FiltriCoda.parse({ vista });

test('il ritardo che la coda filtra e conta è quello che scrive accanto alla pratica, a ogni ora e stagione', async () => {
  const pratica = await unaPratica({ stato: 'PRESENTATO' });
  const { istruttore } = pratica.chi;
  // istanti intorno alla mezzanotte di Roma, con e senza ora legale
  const presentata = fc.constantFrom(
    '2020-03-28T22:30:00Z',
    '2020-03-28T23:30:00Z',
    '2020-10-23T22:30:00Z',
    '2020-10-24T12:00:00Z',
    '2020-07-09T21:59:59Z',
    '2020-12-31T23:00:00Z',
  );
  await fc.assert(
    fc.asyncProperty(
      presentata,
      fc.integer({ min: 0, max: 3 * 86_400 }),
      fc.integer({ min: 13 * 24, max: 20 * 24 }),
      async (iso, fermo, ore) => {
        await superutente.query('update rapporto_progetto set presentato_il = $1, sospeso_secondi = $2 where id = $3', [
          iso,
          fermo,
          pratica.rapportoId,
        ]);
        const attore = { ...istruttore, adesso: new Date(Date.parse(iso) + ore * 3_600_000) };
        const aperte = await elencaCoda(attore, filtri('aperte'));
        const atteso = piuGiorni(giornoDi(new Date(Date.parse(iso) + fermo * 1000)), 15);
        expect(aperte.righe.map(({ id, termine }) => [id, termine])).toEqual([[pratica.rapportoId, atteso]]);
        const inRitardo = (aperte.righe[0]?.mancano ?? 0) < 0;
        expect(inRitardo).toBe(giornoDi(attore.adesso) > atteso);
        expect((await elencaCoda(attore, filtri('ritardo'))).righe).toHaveLength(inRitardo ? 1 : 0);
        expect(aperte.conteggi).toMatchObject({ aperte: 1, ritardo: inRitardo ? 1 : 0 });
      },
    ),
    { numRuns: 40 },
  );
});
