import { afterAll, expect, test } from 'vitest';
import { giornoDi } from '@/lib/format/data';
import { pubblicaSovrapposizioni } from '@/lib/sovrapposizioni/commands/pubblicaSovrapposizioni';
import { leggiSovrapposizioni } from '@/lib/sovrapposizioni/queries';
import { trimestreFinito } from '@/lib/sovrapposizioni/regole';
import { programmaDi } from '@/tests/support/identita';
import { codiceNumero, rifiutato, unaSeguita } from '@/tests/support/personaSeguita';
import { type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';

afterAll(chiudiSqlGrezzo);

async function insieme(p: Pratica, quante: number, da = 0): Promise<void> {
  for (let n = da; n < da + quante; n++) for (const ente of [p.capofila, p.enteDelPartner]) await unaSeguita(p, ente, codiceNumero(n));
}

test('da cinque in su si conta; sotto non si legge nemmeno con SQL; la tabella resta quella del trimestre', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  await insieme(p, 4);
  const grezza = () =>
    sqlCome(p.chi.istruttore, `select coalesce(persone::text, 'soppresso') as r from app.sovrapposizioni($1)`, [programma]);
  expect(await grezza()).toMatchObject({ righe: ['soppresso'] });
  await insieme(p, 2, 4);
  expect(await grezza()).toMatchObject({ righe: ['6'] });

  const primo = await pubblicaSovrapposizioni(p.chi.istruttore, programma);
  expect(primo.contenuto).toMatchObject({ categorie: ['CATEGORIA'], totale: 6, righe: [{ celle: [6] }] });
  await insieme(p, 1, 6);
  const secondo = await pubblicaSovrapposizioni(p.chi.ricercatore, programma);
  expect(secondo).toEqual(primo);
  const { codice } = trimestreFinito(giornoDi(p.chi.dirigente.adesso));
  const pagina = await leggiSovrapposizioni(p.chi.dirigente, null, codice);
  expect(pagina).toMatchObject({ programma, rilascio: primo, categorie: { CATEGORIA: 'Categoria' } });
  expect(Object.keys(pagina.enti)).toEqual(expect.arrayContaining([p.capofila.id, p.enteDelPartner.id]));
});

test('lo legge la Regione e la ricerca; gli enti no, un’altra Regione no', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  await insieme(p, 5);
  await rifiutato(pubblicaSovrapposizioni(p.chi.referente, programma), 'sovrapposizioni.ruoloMancante');
  expect(await sqlCome(p.chi.referente, 'select 1::text as r from app.sovrapposizioni($1)', [programma])).toMatchObject({
    codice: '42501',
  });
  expect(await sqlCome(p.chi.altraRegione, 'select 1::text as r from app.sovrapposizioni($1)', [programma])).toMatchObject({ righe: [] });
  expect(await leggiSovrapposizioni(p.chi.altraRegione, programma, '2020-T2')).toMatchObject({ programma: null, rilascio: null });
});
