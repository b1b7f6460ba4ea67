import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importa } from '@/prisma/importa/importa';
import { type DatabaseVuoto, databaseVuoto } from '../support/databaseVuoto';
import { conFile, FILE_REALE, type ProgrammaGrezzo, programmaPiccolo, programmaReale } from '../support/programma';

let vuoto: DatabaseVuoto;
beforeAll(async () => {
  vuoto = await databaseVuoto('importa');
});
afterAll(() => vuoto.elimina());

const zitto = () => undefined;
const importaFile = (file: string) => importa({ url: vuoto.url('app_sistema'), file, stampa: zitto });
const importaProgramma = (programma: ProgrammaGrezzo) => conFile(programma, importaFile);
const uno = async (sql: string, valori: unknown[] = []) => Object.values((await vuoto.db.query(sql, valori)).rows[0])[0];
const righe = async (sql: string, valori: unknown[] = []) => (await vuoto.db.query(sql, valori)).rows;
const DEL_PIEMONTE = `regione_id = (select id from regione where codice_istat = '01')`;

describe('il programma reale', () => {
  test('entra per intero, senza rifiuti', async () => {
    const esito = await importaFile(FILE_REALE);
    expect(esito).toMatchObject({ aggiornati: 0, invariati: 0, rifiutati: 0 });
    const conti = await righe(`select (select count(*)::int from progetto) as progetti, (select count(*)::int from ambito) as ambiti,
      (select count(*)::int from ente_gestore) as enti, (select count(*)::int from azione) as azioni, (select count(*)::int from partecipazione) as partecipazioni,
      (select sum(popolazione)::int from progetto) as popolazione, (select count(*)::int from partecipazione where ruolo = 'CAPOFILA') as capofila`);
    expect(conti).toEqual([{ progetti: 22, ambiti: 30, enti: 49, azioni: 114, partecipazioni: 49, popolazione: 4392526, capofila: 22 }]);
  });

  test('tutte le 102 quantità restano contabili: 86 delle azioni, 16 dei progetti', async () => {
    const contate = await righe(`select q.azione_id is null as del_progetto,
        (count(*) filter (where q.previsto is not null) + count(z.id))::int as righe
      from quantita q left join quantita_realizzata z on z.quantita_id = q.id group by 1 order by 1`);
    expect(contate).toEqual([
      { del_progetto: false, righe: 86 },
      { del_progetto: true, righe: 16 },
    ]);
    // la sola coppia con la stessa unita e lo stesso riferimento
    expect(
      await righe(
        `select codice, previsto::int, valore::int from quantita join quantita_realizzata z on z.quantita_id = quantita.id where previsto is not null`,
      ),
    ).toEqual([{ codice: 'P10.A01.Q1', previsto: 3, valore: 2 }]);
  });

  test('gli stati delle azioni sono quelli della fonte; 18 restano non rilevati', async () => {
    const stati = Object.fromEntries(
      (await righe('select stato, count(*)::int as n from avanzamento group by 1')).map((r) => [r.stato, r.n]),
    );
    const dalFile: Record<string, number> = {};
    for (const { stato } of programmaReale().progetti.flatMap((p: ProgrammaGrezzo) => p.attivita)) {
      const nome = stato === null ? 'null' : stato === 'sospesa_covid' ? 'SOSPESA' : stato.toUpperCase();
      dalFile[nome] = (dalFile[nome] ?? 0) + 1;
    }
    expect(stati).toEqual(dalFile);
    expect(stati.null).toBe(18);
    expect(await uno(`select count(*)::int from avanzamento where (stato is null) <> (fonte_stato = 'NON_RILEVATO')`)).toBe(0);
    expect(await righe('select fonte_stato, count(*)::int as n from avanzamento group by 1 order by 2')).toEqual([
      { fonte_stato: 'NON_RILEVATO', n: 18 },
      { fonte_stato: 'DESUNTO', n: 30 },
      { fonte_stato: 'ESPLICITO', n: 66 },
    ]);
  });

  test('la classificazione ha i totali pubblicati', async () => {
    const { totali_attesi: attesi } = programmaReale();
    const contati = Object.fromEntries(
      (await righe('select categoria, count(*)::int as n from classificazione_progetto where presente group by 1')).map((r) => [
        r.categoria,
        r.n,
      ]),
    );
    expect(contati).toEqual({ ...attesi.tabella_1_2, ...attesi.tabella_1_3, ...attesi.tabella_1_4, ...attesi.tabella_1_5 });
  });

  test('il mese della rilevazione è il primo periodo, con una relazione approvata e non dimostrativa', async () => {
    expect(
      await righe(`select p.codice, d.dal::text, d.al::text, d.scadenza::text, r.stato, r.dimostrativo from rapporto_progetto r
        join periodo d on d.id = r.periodo_id join progetto p on p.id = r.progetto_id where p.codice in ('P01', 'P06') order by 1`),
    ).toEqual([
      { codice: 'P01', dal: '2020-01-01', al: '2020-01-31', scadenza: '2020-01-31', stato: 'APPROVATO', dimostrativo: false },
      { codice: 'P06', dal: '2020-02-01', al: '2020-02-29', scadenza: '2020-02-29', stato: 'APPROVATO', dimostrativo: false },
    ]);
    expect(await uno('select count(*)::int from rapporto_progetto')).toBe(22);
    expect(await uno('select count(*)::int from avanzamento_causa')).toBe(47);
    expect(await uno('select count(*)::int from rapporto_causa')).toBe(29);
  });

  test('la seconda volta non cambia nulla e non lascia un secondo evento', async () => {
    const esito = await importaFile(FILE_REALE);
    expect(esito).toMatchObject({ inseriti: 0, aggiornati: 0, rifiutati: 0 });
    expect(esito.invariati).toBeGreaterThan(1200);
    expect(await uno(`select count(*)::int from evento where atto = 'importazione.eseguita' and ${DEL_PIEMONTE}`)).toBe(1);
  });

  test('una riga cambiata si aggiorna da sola; una riga tolta resta', async () => {
    const programma = programmaReale();
    programma.progetti[4].titolo = 'Silver care, seconda edizione';
    programma.progetti[4].attivita[1].stato = 'in_corso';
    programma.progetti[4].attivita.splice(0, 1);
    programma.enti_gestori[0].sede = 'Valenza';
    expect(await importaProgramma(programma)).toMatchObject({ inseriti: 0, rifiutati: 0 });
    expect(await uno(`select titolo from progetto where codice = 'P05'`)).toBe('Silver care, seconda edizione');
    expect(await uno(`select count(*)::int from azione where codice like 'P05.%'`)).toBe(2);
    const tornato = await importaFile(FILE_REALE);
    // progetto, ente e avanzamento cambiati; più l'ordine dell'azione rimasta sola
    expect(tornato).toMatchObject({ inseriti: 0, aggiornati: 4, rifiutati: 0 });
  });

  test('ciò che il portale ha deciso dopo non si perde: ente responsabile, stato del progetto, campi dimostrativi', async () => {
    await vuoto.db.query(`update azione set organizzazione_id = (select id from organizzazione where codice = 'EG04'), campi_dimostrativi = '{organizzazione_id}'
      where codice = 'P01.A04'`);
    await vuoto.db.query(`update progetto set stato = 'SOSPESO', cup = 'J31H19000040009' where codice = 'P01'`);
    expect(await importaFile(FILE_REALE)).toMatchObject({ inseriti: 0, aggiornati: 0, rifiutati: 0 });
    expect(
      await righe(`select p.stato, p.cup, o.codice, z.organizzazione_id = v.organizzazione_id as quantita,
        (select c.codice from organizzazione c where c.id = v.organizzazione_id) as storia
        from azione a join progetto p on p.id = a.progetto_id join organizzazione o on o.id = a.organizzazione_id
        join avanzamento v on v.azione_id = a.id join quantita_realizzata z on z.avanzamento_id = v.id where a.codice = 'P01.A04' limit 1`),
    ).toEqual([{ stato: 'SOSPESO', cup: 'J31H19000040009', codice: 'EG04', storia: 'EG01', quantita: true }]);
  });
});

test('un’altra Regione entra accanto, anche senza i blocchi facoltativi', async () => {
  const programma = programmaPiccolo('07');
  programma.meta.regione = 'Liguria';
  for (const blocco of ['ente_regionale', 'valutazione', 'programma']) delete programma.meta[blocco];
  expect(await importaProgramma(programma)).toMatchObject({ aggiornati: 0, invariati: 0, rifiutati: 0 });
  expect(
    await righe(`select codice, denominazione from organizzazione where tipo <> 'ENTE_GESTORE' and ${DEL_PIEMONTE.replace('01', '07')}`),
  ).toEqual([{ codice: 'REG', denominazione: 'Regione Liguria' }]);
  expect(await uno(`select count(*)::int from progetto where ${DEL_PIEMONTE}`)).toBe(22);
});

test('se il database si ferma a metà non resta scritto nulla', async () => {
  await vuoto.db.query(`create function ferma() returns trigger language plpgsql as $$ begin raise exception 'disco pieno'; end $$`);
  await vuoto.db.query('create trigger ferma before insert on quantita_realizzata for each row execute function ferma()');
  try {
    await expect(importaProgramma(programmaPiccolo('08'))).rejects.toThrow(/non ha scritto nulla: disco pieno/);
  } finally {
    await vuoto.db.query('drop function ferma cascade');
  }
  expect(await uno(`select count(*)::int from regione where codice_istat = '08'`)).toBe(0);
  expect(await importaProgramma(programmaPiccolo('08'))).toMatchObject({ aggiornati: 0, rifiutati: 0 });
});

test('due importazioni insieme: una scrive, l’altra trova tutto com’è', async () => {
  const esiti = await conFile(programmaPiccolo('09'), (file) => Promise.all([importaFile(file), importaFile(file)]));
  const inseriti = esiti.map((esito) => esito.inseriti).sort((a, b) => a - b);
  expect(inseriti[0]).toBe(0);
  expect(inseriti[1]).toBeGreaterThan(200);
});
