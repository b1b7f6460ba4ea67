import { expect, test } from 'vitest';
import { elencaCoda, FiltriCoda } from '@/lib/attuazione/queriesCoda';
import { piuGiorni } from '@/lib/attuazione/rules';
import { fineGiornata, giornoDi } from '@/lib/format/data';
import { unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const filtri = (vista: string) => FiltriCoda.parse({ vista });

// istanti di presentazione intorno alla mezzanotte di Roma, con i quindici giorni a cavallo dell'ora legale, di quella solare e dell'anno
test.for([
  '2020-03-28T22:30:00Z',
  '2020-03-28T23:30:00Z',
  '2020-10-13T22:30:00Z',
  '2020-10-24T12:00:00Z',
  '2020-07-09T21:59:59Z',
  '2020-12-31T23:00:00Z',
])('il ritardo che la coda filtra e conta è quello che scrive accanto alla pratica: presentata %s', async (iso) => {
  const pratica = await unaPratica({ stato: 'PRESENTATO' });
  for (const fermo of [0, 3600, 2 * 86_400 + 1800]) {
    await superutente.query('update rapporto_progetto set presentato_il = $1, sospeso_secondi = $2 where id = $3', [
      iso,
      fermo,
      pratica.rapportoId,
    ]);
    const termine = piuGiorni(giornoDi(new Date(Date.parse(iso) + fermo * 1000)), 15);
    for (const oltre of [0, 1]) {
      const attore = { ...pratica.chi.istruttore, adesso: new Date(fineGiornata(termine).getTime() + oltre) };
      const aperte = await elencaCoda(attore, filtri('aperte'));
      expect(aperte.righe).toMatchObject([{ id: pratica.rapportoId, termine, mancano: 0 - oltre }]);
      expect((await elencaCoda(attore, filtri('ritardo'))).righe).toHaveLength(oltre);
      expect(aperte.conteggi).toMatchObject({ aperte: 1, ritardo: oltre });
    }
  }
});
