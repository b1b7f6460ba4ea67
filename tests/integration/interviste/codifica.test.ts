import { afterAll, beforeEach, expect, test } from 'vitest';
import { chiudiClient } from '@/lib/db/client';
import { codificaEstratto, decidiCodici } from '@/lib/interviste/commands/codificaEstratto';
import { leggiEstratto, leggiInterviste } from '@/lib/interviste/queries';
import { inGara } from '../../support/inGara';
import { deciso, type Intervista, unaIntervista, unEstratto } from '../../support/interviste';
import { unRicercatore } from '../../support/ricercatore';
import { chiudiSqlGrezzo, sqlCome } from '../../support/sqlGrezzo';
import { superutente } from '../../support/superutente';

let i: Intervista;
let estrattoId: string;
beforeEach(async () => {
  i = await unaIntervista();
  estrattoId = await unEstratto(i);
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const rifiuto = (code: string) => ({ code });
const codifica = (chi: Intervista['prima'], codici: string[]) => codificaEstratto(chi, { estrattoId, codici, nota: null });
const lavoro = async (chi: Intervista['prima']) => (await leggiEstratto(chi, estrattoId))?.lavoro;
const decidi = (codici: string[], vista = '') => decidiCodici(i.prima, { estrattoId, codici, motivo: 'Il brano lo dice.', vista });

test('finché manca la seconda codifica nessuno vede quella dell’altra: né dalla pagina né con una SELECT', async () => {
  await codifica(i.prima, [i.regione.causa]);
  expect(await lavoro(i.prima)).toMatchObject({ codifiche: 1, propria: { codici: [i.regione.causa] }, primo: null, secondo: null });
  expect(await lavoro(i.seconda)).toMatchObject({ codifiche: 1, propria: null, primo: null, secondo: null });
  expect(await sqlCome(i.seconda, 'select count(*)::text as r from codifica_estratto')).toMatchObject({ righe: ['0'] });
  expect(await sqlCome(i.prima, 'select codificatore_id::text as r from codifica_estratto')).toMatchObject({ codice: '42501' });
  // chi guarda può riscrivere la propria, mai quella dell'altra
  await codifica(i.prima, ['P+01']);
  expect(await lavoro(i.prima)).toMatchObject({ codifiche: 1, propria: { codici: ['P+01'] } });
  expect(await sqlCome(i.seconda, `update codifica_estratto set codici = '{}'`)).toMatchObject({ n: 0 });
});

test('con la seconda si vedono tutte e due, ciascuna dalla sua parte, e non si toccano più', async () => {
  await codifica(i.prima, [i.regione.causa]);
  await codifica(i.seconda, ['P+02']);
  const viste = [await lavoro(i.prima), await lavoro(i.seconda)];
  expect(viste[0]?.primo).toEqual(viste[1]?.primo);
  expect([viste[0]?.primo?.codici, viste[0]?.secondo?.codici].sort()).toEqual([['P+02'], [i.regione.causa]].sort());
  expect(viste[0]?.propria).toBeNull();
  await expect(codifica(i.prima, [])).rejects.toMatchObject(rifiuto('interviste.giaSvelato'));
  expect(await sqlCome(i.prima, `update codifica_estratto set codici = '{}'`)).toMatchObject({ codice: 'CT001' });
  // in un altro estratto la stessa persona resta dalla stessa parte, chiunque cominci
  const parti = async (quale: string) => {
    const { rows } = await superutente.query('select codificatore_id, posizione from codifica_estratto where estratto_id = $1 order by 1', [
      quale,
    ]);
    return rows;
  };
  const altro = await unEstratto(i);
  for (const chi of [i.seconda, i.prima]) await codificaEstratto(chi, { estrattoId: altro, codici: [], nota: null });
  expect(await parti(altro)).toEqual(await parti(estrattoId));
  expect((await leggiInterviste(i.prima, {})).coppie).toHaveLength(2);
});

test('la stessa persona non dà due codifiche, e una terza non entra', async () => {
  await codifica(i.prima, []);
  const { regione, prima } = i;
  const inserisci = `insert into codifica_estratto (regione_id, estratto_id, codificatore_id, codici) values ($1, $2, $3, '{}')`;
  expect(await sqlCome(prima, inserisci, [regione.id, estrattoId, prima.utenteId])).toMatchObject({ codice: '23505' });
  expect(await sqlCome(prima, inserisci, [regione.id, estrattoId, i.seconda.utenteId])).toMatchObject({ codice: '42501' });
  await codifica(i.seconda, []);
  await expect(codifica(await unRicercatore(regione), [])).rejects.toMatchObject(rifiuto('interviste.giaSvelato'));
});

test('in tre codificano insieme: due sì, una no, e si svela una volta sola', async () => {
  const terza = await unRicercatore(i.regione);
  const riga = { tabella: 'estratto', id: estrattoId };
  const atti = [i.prima, i.seconda, terza].map((chi) => () => codifica(chi, [i.regione.causa]));
  expect(await inGara(riga, ...atti)).toEqual(['fulfilled', 'fulfilled', 'interviste.giaSvelato']);
  expect(await lavoro(i.prima)).toMatchObject({ codifiche: 2 });
});

test('i codici sono quelli della Regione e i fattori positivi, e il registro non li dice', async () => {
  await expect(codifica(i.prima, ['INVENTATO'])).rejects.toMatchObject(rifiuto('interviste.codici'));
  await codifica(i.prima, ['P+03', i.regione.causa, 'P+03']);
  expect((await lavoro(i.prima))?.propria?.codici).toEqual([i.regione.causa, 'P+03']);
  const { rows } = await superutente.query(
    `select dopo, progetto_id from evento where regione_id = $1 and atto = 'interviste.estrattoCodificato'`,
    [i.regione.id],
  );
  expect(rows).toEqual([{ dopo: { quanti: 2 }, progetto_id: null }]);
});

test('si decide solo dopo le due codifiche: né dalla pagina né con un INSERT', async () => {
  await codifica(i.prima, []);
  await expect(decidi([])).rejects.toMatchObject(rifiuto('interviste.nonSvelato'));
  const inserisci = `insert into codifica_decisa (regione_id, estratto_id, codici, motivo, decisa_da) values ($1, $2, '{}', 'x', $3)`;
  expect(await sqlCome(i.prima, inserisci, [i.regione.id, estrattoId, i.prima.utenteId])).toMatchObject({ codice: '42501' });
});

test('la decisione ha motivo e data, sostituisce quella di prima e la lascia nella storia; chi guarda una pagina vecchia si ferma', async () => {
  await deciso(i, estrattoId);
  await expect(decidi(['P+01'])).rejects.toMatchObject(rifiuto('interviste.superato'));
  const vista = (await leggiEstratto(i.prima, estrattoId))?.decisioni[0]?.id;
  await decidi(['P+01'], vista);
  const decisioni = (await leggiEstratto(i.prima, estrattoId))?.decisioni ?? [];
  expect(decisioni.map(({ codici, motivo, sostituitaIl }) => [codici, motivo, sostituitaIl === null])).toEqual([
    [['P+01'], 'Il brano lo dice.', true],
    [[i.regione.causa], 'Le due codifiche concordano.', false],
  ]);
});

test('due decisioni insieme: ne vale una', async () => {
  for (const chi of [i.prima, i.seconda]) await codifica(chi, []);
  const riga = { tabella: 'estratto', id: estrattoId };
  const atti = [['P+01'], ['P+02']].map((codici) => () => decidi(codici));
  expect(await inGara(riga, ...atti)).toEqual(['fulfilled', 'interviste.superato']);
});
