import { beforeEach, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { controllaFile, righeRifiutate } from '@/lib/importaPersone/commands/controllaFile';
import { importaPersone } from '@/lib/importaPersone/commands/importaPersone';
import { cartellaPersone } from '@/lib/importaPersone/modello';
import { type Avviato, attiDi, nessunoLoTrova, ultimoEvento, unAvviato } from '@/tests/support/progettoAvviato';
import { superutente } from '@/tests/support/superutente';
import { CHE_COSA_NON_VA, type RigaDiProva, rileggi, unaRiga, unFile } from './_file';

let avviato: Avviato;
let io: Attore;
beforeEach(async () => {
  avviato = await unAvviato();
  io = avviato.chi.operatore;
});

const controlla = async (righe: RigaDiProva[], attore = io) =>
  controllaFile(attore, { progettoId: avviato.id, contenuto: await unFile(righe) });
async function importa(righe: RigaDiProva[], attore = io) {
  const contenuto = await unFile(righe);
  const { impronta, importabili } = await controllaFile(attore, { progettoId: avviato.id, contenuto });
  return importaPersone(attore, { progettoId: avviato.id, contenuto, impronta, attese: importabili });
}
const conta = async (tabella: string): Promise<number> =>
  (await superutente.query(`select count(*)::int as n from ${tabella} where organizzazione_id = $1`, [io.organizzazioneId])).rows[0].n;
const partecipanti = async () =>
  (
    await superutente.query(
      `select t.ingresso::text, t.uscita::text, t.motivo_uscita, t.rientri, t.eta, t.completo, t.conta, jsonb_array_length(t.esiti_precedenti) as precedenti,
        (select count(*)::int from frequenza f where f.partecipante_id = t.id) as azioni, (select sum(f.ore)::text from frequenza f where f.partecipante_id = t.id) as ore
       from partecipante t where t.progetto_id = $1 order by t.ingresso, t.id`,
      [avviato.id],
    )
  ).rows;
const problemi = ({ mostrate }: Awaited<ReturnType<typeof controlla>>) =>
  mostrate.flatMap(({ numero, problemi: suoi }) => suoi.map(({ colonna }) => `${numero} ${colonna}`));

describe('le righe buone', () => {
  test('il controllo non salva nulla; l’importazione scrive persone, identità, ricerca, azioni e un evento di sole cifre', async () => {
    const righe = [unaRiga(1, 'A1'), unaRiga(2, 'a2', { ore: 12.5 }), unaRiga(1, 'A2')];
    expect(await controlla(righe)).toMatchObject({ importabili: 3, nuovePersone: 2, altreAzioni: 1, rifiutate: 0 });
    expect([await conta('persona'), await conta('partecipante')]).toEqual([0, 0]);
    expect(await importa(righe)).toEqual({ righe: 3, nuovePersone: 2, giaPresenti: 0, rifiutate: 0 });
    expect([await conta('persona'), await conta('identita'), await conta('partecipante'), await conta('frequenza')]).toEqual([2, 2, 2, 3]);
    expect(await conta('persona_cerca')).toBeGreaterThan(6);
    expect((await partecipanti()).map(({ completo, conta: c }) => [completo, c])).toEqual([
      [true, true],
      [true, true],
    ]);
    const evento = await ultimoEvento(avviato);
    expect(evento).toMatchObject({ atto: 'partecipanti.importati', dopo: { righe: 3, nuovePersone: 2, giaPresenti: 0, rifiutate: 0 } });
    expect(JSON.stringify(evento)).not.toMatch(/Prova|Rosa/i);
  });

  test('lo stesso file due volte non aggiunge nulla, neppure chi non ha un codice', async () => {
    const anonima = { codice: null, senza_codice: 'NESSUNO' };
    const righe = [unaRiga(1, 'A1'), unaRiga(2, 'A1', anonima), unaRiga(2, 'A2', anonima)];
    await importa(righe);
    const controllo = await controlla(righe);
    expect(controllo).toMatchObject({ importabili: 0, giaPresenti: 3, rifiutate: 0 });
    await expect(importa(righe)).rejects.toMatchObject({ code: 'importa.nulla' });
    expect(await conta('persona')).toBe(2);
    // con un altro giorno di nascita è un'altra persona
    expect(await controlla([unaRiga(2, 'A1', { ...anonima, data_nascita: '01/02/1990' })])).toMatchObject({ nuovePersone: 1 });
    const { rows } = await superutente.query('select scopo from accesso_identita where organizzazione_id = $1', [io.organizzazioneId]);
    expect(new Set(rows.map(({ scopo }) => scopo))).toEqual(new Set(['RICERCA'])); // riconoscere per nome è una lettura, e resta scritta
  });

  test('date come testo e come cella di data, parole al posto dei codici, un testo che era una formula', async () => {
    const righe = [
      unaRiga(1, 'A1', {
        ingresso: new Date('2020-01-15T00:00:00Z'),
        titolo_studio: 'Diploma di scuola superiore',
        cittadinanza: 'Italia',
      }),
      unaRiga(2, 'A1', { ingresso: '2020-01-16', comune_residenza: '096004', telefono: "'+39 015 555" }),
    ];
    expect(await importa(righe)).toMatchObject({ righe: 2 });
    expect((await partecipanti()).map(({ ingresso }) => ingresso)).toEqual(['2020-01-15', '2020-01-16']);
  });

  test('un rientro tiene il primo ingresso e chiede di nuovo gli esiti; ripetuto non raddoppia', async () => {
    const righe = [
      unaRiga(1, 'A1', { uscita: '01/02/2020', motivo_uscita: 'COMPLETATO', azione_al: '01/02/2020', ore: 10 }),
      unaRiga(1, 'A1', { ingresso: '01/03/2020', ore: 5 }),
      unaRiga(1, 'A2', { ingresso: '01/03/2020' }),
    ];
    expect(await controlla(righe)).toMatchObject({ importabili: 3, rientri: 1, rifiutate: 0 });
    await importa(righe);
    const atteso = { ingresso: '2020-01-15', uscita: null, motivo_uscita: null, rientri: 1, precedenti: 1, azioni: 2, ore: '15.00' };
    expect(await partecipanti()).toEqual([expect.objectContaining(atteso)]);
    expect(await controlla(righe.slice(1))).toMatchObject({ importabili: 0, giaPresenti: 2 });
  });
});

describe('le righe che non vanno', () => {
  test('ogni cella sbagliata si dice con la sua riga e la sua colonna, e le righe buone si importano lo stesso', async () => {
    const righe = [
      unaRiga(1, 'A1'),
      unaRiga(2, 'A9'),
      unaRiga(3, 'A1', { ingresso: '31/02/2020' }),
      unaRiga(4, 'A1', { ingresso: 43845 }),
      unaRiga(5, 'A1', { data_nascita: '01/06/2020' }),
      unaRiga(6, 'A1', { uscita: '01/01/2020', motivo_uscita: 'ABBANDONO' }),
      unaRiga(7, 'A1', { sesso: 'M' }),
      unaRiga(8, 'A1', { comune_residenza: 'Mosso Santa Maria' }),
      unaRiga(9, 'A1', { condizione: 'BOH' }),
      unaRiga(10, 'A1', { codice: null }),
      unaRiga(11, 'A1', { ingresso: null, cognome: null }),
      unaRiga(1, 'A1'),
      unaRiga(1, 'A2', { cognome: 'Altra' }),
      unaRiga(12, 'A1', { data_nascita: '01/01/2005', titolo_studio: 'LAUREA_MAGISTRALE', confermo: 'SI' }),
      unaRiga(13, 'A1', { titolo_studio: 'DIPLOMINO' }),
    ];
    const controllo = await controlla(righe);
    expect(controllo).toMatchObject({ importabili: 1, rifiutate: 14 });
    expect(problemi(controllo)).toEqual(
      expect.arrayContaining([
        '3 azione',
        '4 ingresso',
        '5 ingresso',
        '6 data_nascita',
        '7 uscita',
        '8 sesso',
        '9 comune_residenza',
        '10 condizione',
        '11 codice',
        '12 ingresso',
        '12 cognome',
        '13 azione',
        '15 titolo_studio',
        '16 titolo_studio',
      ]),
    );
    expect(JSON.stringify(controllo)).not.toMatch(/Provab|@persona/); // il rapporto dice dove, non chi
    expect(await importa(righe)).toEqual({ righe: 1, nuovePersone: 1, giaPresenti: 0, rifiutate: 14 });
  });

  test('ciò che è strano si importa solo se la riga lo conferma', async () => {
    const strana = unaRiga(1, 'A1', { sesso: 'M' });
    expect(await controlla([strana])).toMatchObject({ importabili: 0, rifiutate: 1 });
    expect(await controlla([{ ...strana, confermo: 'sì' }])).toMatchObject({ importabili: 1, rifiutate: 0 });
  });

  test('una scheda che c’è già non si corregge da qui, e un ingresso diverso non crea un doppione', async () => {
    await importa([unaRiga(1, 'A1')]);
    const controllo = await controlla([
      unaRiga(1, 'A2', { data_nascita: '02/02/1960', confermo: 'SI' }),
      unaRiga(1, 'A2', { ingresso: '20/01/2020' }),
      unaRiga(1, 'A2', { uscita: '01/02/2020', motivo_uscita: 'ALTRO' }),
    ]);
    expect(controllo.importabili).toBe(0);
    expect(problemi(controllo)).toEqual(['2 data_nascita', '3 ingresso', '4 uscita']);
  });

  test('le righe da correggere tornano indietro con che cosa non va, e corrette si importano', async () => {
    const contenuto = await unFile([unaRiga(1, 'A1'), unaRiga(2, 'A1', { ingresso: '31/02/2020', nome: '=1+1' })]);
    const rifiutate = await righeRifiutate(io, { progettoId: avviato.id, contenuto });
    const [riga, ...altre] = await rileggi(await cartellaPersone([], io.adesso, rifiutate));
    expect(altre).toEqual([]);
    expect(riga).toMatchObject({
      nome: "'=1+1",
      ingresso: '31/02/2020',
      [CHE_COSA_NON_VA]: expect.stringMatching(/^ingresso: Il 31 febbraio/),
    });
    const corretta = { ...riga, ingresso: '15/01/2020', confermo: 'SI' };
    expect(await controlla([corretta as RigaDiProva])).toMatchObject({ importabili: 1, colonneIgnorate: [] });
  });
});

describe('i file che non vanno', () => {
  test.each([
    ['vuoto', async () => new Uint8Array(), 'importa.fileVuoto'],
    ['non XLSX', async () => new TextEncoder().encode('codice;cognome'), 'importa.fileIlleggibile'],
    ['ZIP tagliato', async () => (await unFile([unaRiga(1, 'A1')])).slice(0, 900), 'importa.fileIlleggibile'],
    ['senza righe', async () => unFile([]), 'importa.foglioVuoto'],
    ['senza colonne', async () => unFile([{ a: 1 }], { colonne: ['a'] }), 'importa.colonneMancanti'],
    ['con una colonna doppia', async () => unFile([], { colonne: ['codice', 'codice'] }), 'importa.colonneDoppie'],
  ])('%s', async (_, file, code) => {
    await expect(controllaFile(io, { progettoId: avviato.id, contenuto: await file() })).rejects.toMatchObject({ code });
    expect(await attiDi(avviato)).toEqual([]);
  });

  test('un altro file, o lo stesso dopo che qualcosa è cambiato, non si importa', async () => {
    const contenuto = await unFile([unaRiga(1, 'A1'), unaRiga(2, 'A1')]);
    const { impronta, importabili } = await controllaFile(io, { progettoId: avviato.id, contenuto });
    const altro = await unFile([unaRiga(3, 'A1')]);
    const invio = { progettoId: avviato.id, impronta, attese: importabili };
    await expect(importaPersone(io, { ...invio, contenuto: altro })).rejects.toMatchObject({ code: 'importa.altroFile' });
    await importa([unaRiga(1, 'A1')]);
    await expect(importaPersone(io, { ...invio, contenuto })).rejects.toMatchObject({ code: 'importa.cambiato' });
    expect(await conta('persona')).toBe(1); // o tutte le righe valide, o nessuna
  });
});

describe('chi', () => {
  test('chi non partecipa non trova il progetto, e la Regione non importa persone', async () => {
    const contenuto = await unFile([unaRiga(1, 'A1')]);
    await nessunoLoTrova(avviato, async (attore) => {
      if (attore.lettore !== 'app_ente') throw Object.assign(new Error('Regione'), { code: 'progetto.nonTrovato' });
      return controllaFile(attore, { progettoId: avviato.id, contenuto });
    });
    await expect(controllaFile(avviato.chi.istruttore, { progettoId: avviato.id, contenuto })).rejects.toMatchObject({
      code: 'importa.soloEnte',
    });
  });

  test('la stessa persona importata da due enti ha lo stesso pseudonimo, e nel progetto conta una volta', async () => {
    await importa([unaRiga(1, 'A1')]);
    expect(await importa([unaRiga(1, 'A2', { ingresso: '20/01/2020' })], avviato.chi.partner)).toMatchObject({ nuovePersone: 1 });
    const { rows } = await superutente.query(
      'select pseudonimo, conta, ingresso::text from partecipante where progetto_id = $1 order by ingresso',
      [avviato.id],
    );
    expect(new Set(rows.map(({ pseudonimo }) => pseudonimo)).size).toBe(1);
    expect(rows.map(({ conta: c }) => c)).toEqual([true, false]);
  });

  test('due invii dello stesso file insieme: uno importa, l’altro si ferma e nulla è doppio', async () => {
    const contenuto = await unFile([unaRiga(1, 'A1'), unaRiga(2, 'A1')]);
    const { impronta, importabili } = await controllaFile(io, { progettoId: avviato.id, contenuto });
    const invio = () => importaPersone(io, { progettoId: avviato.id, contenuto, impronta, attese: importabili });
    const esiti = await Promise.allSettled([invio(), invio()]);
    expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(esiti.find((e) => e.status === 'rejected')).toMatchObject({ reason: { code: 'importa.cambiato' } });
    expect(await conta('persona')).toBe(2);
  });
});
