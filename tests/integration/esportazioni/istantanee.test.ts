import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { congela } from '@/lib/istantanee/commands/congela';
import { scaricaIstantanea } from '@/lib/istantanee/commands/scarica';
import { elencaIstantanee, leggiIstantanea } from '@/lib/istantanee/queries';
import { confrontaIstantanee } from '@/lib/istantanee/queriesConfronto';
import { type Regione, unaRegione } from '../../support/builders';
import { unRicercatore } from '../../support/ricercatore';
import { superutente } from '../../support/superutente';

const DATA = { data: '2020-07-09' };
const indirizzo = (numero: number) => `https://cantiere.example.it/ricerca/istantanee/${numero}`;
const sha = (byte: Uint8Array) => createHash('sha256').update(byte).digest('hex');
async function tutto(flusso: Readable): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi);
}
const scarica = async (chi: Attore, numero: number, file: string | null = null, da = 0) => {
  const { flusso, ...altro } = await scaricaIstantanea(chi, { numero, file, da }, async () => chi);
  return { ...altro, contenuto: await tutto(flusso) };
};
const eventi = async (chi: Attore) =>
  (await superutente.query('select atto, dopo from evento where attore_id = $1 order by id', [chi.utenteId])).rows;

let regione: Regione;
let ricercatrice: Attore;
beforeEach(async () => {
  regione = await unaRegione();
  ricercatrice = await unRicercatore(regione);
});
afterAll(chiudiClient);

describe('congelare', () => {
  test('dà un numero, i file con la loro impronta, l’autore e un evento', async () => {
    expect(await congela(ricercatrice, DATA, indirizzo)).toEqual({ numero: 1, nuova: true });
    const pagina = await leggiIstantanea(ricercatrice, 1);
    expect(pagina).toMatchObject({ numero: 1, data: '2020-07-09', autore: `${ricercatrice.nome} ${ricercatrice.cognome}`, altre: [] });
    const archivio = unzipSync((await scarica(ricercatrice, 1)).contenuto);
    expect(pagina?.file.map(({ nome }) => nome)).toEqual(Object.keys(archivio));
    for (const { nome, sha256, byte } of pagina?.file ?? []) {
      expect(sha(archivio[nome] ?? new Uint8Array()), nome).toBe(sha256);
      expect(archivio[nome]?.length).toBe(byte);
    }
    expect(Buffer.from(archivio['LEGGIMI.txt'] ?? []).toString()).toContain(indirizzo(1));
    expect((await eventi(ricercatrice)).map(({ atto }) => atto)).toEqual(['ricerca.istantaneaCongelata', 'ricerca.istantaneaScaricata']);
  });

  test('riscaricata dopo che i dati sono cambiati ha gli stessi byte', async () => {
    await congela(ricercatrice, DATA, indirizzo);
    const prima = await scarica(ricercatrice, 1);
    await superutente.query(`update categoria_intervento set etichetta = etichetta || ' corretta' where regione_id = $1`, [regione.id]);
    expect(sha((await scarica(ricercatrice, 1)).contenuto)).toBe(sha(prima.contenuto));
    expect(prima.byte).toBe(prima.contenuto.length);
    expect(await congela(ricercatrice, DATA, indirizzo)).toEqual({ numero: 2, nuova: true });
  });

  test('chiesta due volte senza che nulla cambi è la stessa', async () => {
    await congela(ricercatrice, DATA, indirizzo);
    expect(await congela(ricercatrice, DATA, indirizzo)).toEqual({ numero: 1, nuova: false });
    expect(await elencaIstantanee(ricercatrice)).toHaveLength(1);
  });

  test('chiesta da due persone insieme è una sola', async () => {
    const collega = await unRicercatore(regione);
    const esiti = await Promise.all([congela(ricercatrice, DATA, indirizzo), congela(collega, DATA, indirizzo)]);
    expect(esiti.map(({ numero }) => numero)).toEqual([1, 1]);
    expect(esiti.filter(({ nuova }) => nuova)).toHaveLength(1);
    expect([...(await eventi(ricercatrice)), ...(await eventi(collega))]).toHaveLength(1);
  });

  test('una data dopo oggi si rifiuta, e non resta nulla', async () => {
    await expect(congela(ricercatrice, { data: '2999-01-01' }, indirizzo)).rejects.toMatchObject({ code: 'istantanea.dataFutura' });
    expect(await elencaIstantanee(ricercatrice)).toEqual([]);
  });

  test('una data prima del programma dà tabelle vuote, non un errore', async () => {
    expect(await congela(ricercatrice, { data: '1999-01-01' }, indirizzo)).toMatchObject({ numero: 1 });
  });
});

describe('scaricare', () => {
  test('si riprende dal byte in cui ci si era fermati', async () => {
    await congela(ricercatrice, DATA, indirizzo);
    const { contenuto } = await scarica(ricercatrice, 1);
    for (const da of [1, 1000, contenuto.length - 1, contenuto.length]) {
      const resto = await scarica(ricercatrice, 1, null, da);
      expect(resto.contenuto.equals(contenuto.subarray(da)), String(da)).toBe(true);
    }
    await expect(scarica(ricercatrice, 1, null, contenuto.length + 1)).rejects.toMatchObject({ code: 'istantanea.oltreLaFine' });
    expect((await eventi(ricercatrice)).filter(({ atto }) => atto === 'ricerca.istantaneaScaricata')).toHaveLength(1);
  });

  test('un’altra Regione non la trova', async () => {
    await congela(ricercatrice, DATA, indirizzo);
    const estranea = await unRicercatore(await unaRegione());
    expect(await leggiIstantanea(estranea, 1)).toBeNull();
    await expect(scarica(estranea, 1)).rejects.toMatchObject({ code: 'istantanea.nonTrovata' });
  });

  test('un file che non ha, non c’è', async () => {
    await congela(ricercatrice, DATA, indirizzo);
    expect((await scarica(ricercatrice, 1, 'codebook.csv')).nome).toBe('codebook.csv');
    await expect(scarica(ricercatrice, 1, '../segreto')).rejects.toMatchObject({ code: 'istantanea.nonTrovata' });
  });
});

test('due istantanee a confronto: righe nuove, tolte e cambiate, per chiave', async () => {
  await congela(ricercatrice, DATA, indirizzo);
  await superutente.query(`update causa_ritardo set etichetta = 'Altra causa' where regione_id = $1`, [regione.id]);
  await superutente.query(
    `insert into causa_ritardo (regione_id, codice, gruppo, etichetta, interviste) values ($1, 'Z98', 'altro', 'Nuova', '{}')`,
    [regione.id],
  );
  await congela(ricercatrice, DATA, indirizzo);
  const esiti = await confrontaIstantanee(ricercatrice, 1, 2);
  const vocabolario = esiti?.find(({ nome }) => nome === 'vocabolario');
  expect(vocabolario).toMatchObject({ esito: 'DIVERSA', confronto: { aggiunte: 1, tolte: 0, cambiate: 1 } });
  expect(esiti?.filter(({ esito }) => esito !== 'UGUALE')).toHaveLength(1);
  const inverso = await confrontaIstantanee(ricercatrice, 2, 1);
  expect(inverso?.find(({ nome }) => nome === 'vocabolario')).toMatchObject({ confronto: { aggiunte: 0, tolte: 1, cambiate: 1 } });
  expect(await confrontaIstantanee(ricercatrice, 1, 9)).toBeNull();
});

test('congelata, non si cambia: nemmeno da chi lavora nel database', async () => {
  await congela(ricercatrice, DATA, indirizzo);
  for (const istruzione of [
    `update istantanea set sha256 = repeat('0', 64) where regione_id = $1`,
    `update istantanea_file set sha256 = repeat('0', 64) where regione_id = $1`,
    `delete from istantanea_pezzo where regione_id = $1`,
  ])
    await expect(superutente.query(istruzione, [regione.id])).rejects.toMatchObject({ code: 'CT002' });
});
