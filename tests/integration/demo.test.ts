import { describe, expect, test } from 'vitest';
import { verificaPassword } from '@/lib/auth/password';
import { accountDimostrativi, caricaDemo } from '@/prisma/demo';
import { importa } from '@/prisma/importa/importa';
import { urlDi } from '../support/database';
import { databaseVuoto } from '../support/databaseVuoto';
import { FILE_REALE } from '../support/programma';
import { superutente } from '../support/superutente';

const righe = async (sql: string) => (await superutente.query(sql)).rows;
const RELAZIONI = `from rapporto_progetto r join progetto p on p.id = r.progetto_id join periodo d on d.id = r.periodo_id
  join regione z on z.id = p.regione_id where z.codice_istat = '01' and d.tipo = 'ORDINARIO'`;

describe('gli account', () => {
  test('sono dimostrativi, entrano con la password detta e hanno incarichi validi', async () => {
    expect(accountDimostrativi.slice(0, 6).map(({ nome, ruolo, organizzazione }) => `${nome}, ${ruolo}, ${organizzazione}`)).toEqual([
      'Marta Ferraris, REFERENTE, CISSACA',
      'Luca Berta, OPERATORE, CSP Novi Ligure',
      'Paolo Gallo, ISTRUTTORE, Regione Piemonte',
      'Silvia Conti, DIRIGENTE, Regione Piemonte',
      'Chiara Monti, RICERCATORE, IRES Piemonte',
      'Elena Riva, OPERATORE, CISA Tortona e IRIS Biella',
    ]);
    const scritti =
      await righe(`select u.email, c.hash, count(i.id)::int as incarichi from utente u join credenziale c on c.utente_id = u.id
      join incarico i on i.utente_id = u.id
      join regione z on z.id = i.regione_id where u.dimostrativo and z.codice_istat = '01' group by 1, 2`);
    expect(scritti.map(({ email }) => email).sort()).toEqual(accountDimostrativi.map(({ email }) => email).sort());
    expect(scritti.find(({ email }) => email === 'elena.riva@iris.example').incarichi).toBe(2);
    const marta = accountDimostrativi[0];
    expect(await verificaPassword(scritti.find(({ email }) => email === marta?.email).hash, marta?.password ?? '')).toBe(true);
    expect(new Set(scritti.map(({ hash }) => hash)).size).toBe(scritti.length);
  });
});

describe('i fatti inventati', () => {
  test('gli importi assegnati sommano alla dotazione e stanno tra il minimo e il massimo', async () => {
    const [somma] = await righe(`select sum(importo_assegnato_cents)::bigint = max(b.dotazione_cents) as tutta,
        bool_and(importo_assegnato_cents between b.contributo_min_cents and b.contributo_max_cents) as assegnati,
        bool_and(importo_richiesto_cents between importo_assegnato_cents and b.contributo_max_cents) as richiesti,
        bool_and(cup ~ '^[A-Z]\\d{2}[A-Z]\\d{11}$') as cup, count(distinct cup)::int as diversi
      from progetto p join bando b on b.id = p.bando_id join regione z on z.id = p.regione_id where z.codice_istat = '01'`);
    expect(somma).toEqual({ tutta: true, assegnati: true, richiesti: true, cup: true, diversi: 22 });
  });

  test('ogni campo inventato è dichiarato tale, e nessun altro', async () => {
    const [progetto] = await righe(`select campi_dimostrativi as campi from progetto p join regione z on z.id = p.regione_id
      where z.codice_istat = '01' and p.codice = 'P01'`);
    expect(progetto.campi.sort()).toEqual(
      [
        'atto_approvazione',
        'cup',
        'data_approvazione',
        'data_avvio',
        'data_fine_prevista',
        'importo_assegnato_cents',
        'importo_richiesto_cents',
      ].sort(),
    );
    const senza = await righe(`select a.codice from azione a join regione z on z.id = a.regione_id
      where z.codice_istat = '01' and not a.campi_dimostrativi @> '{organizzazione_id,inizio_previsto,fine_prevista}'`);
    expect(senza).toEqual([]);
  });

  test('ad Alessandria ogni azione ha il suo ente', async () => {
    expect(
      await righe(`select a.codice, o.codice as ente from azione a join organizzazione o on o.id = a.organizzazione_id
        join regione z on z.id = a.regione_id where z.codice_istat = '01' and a.codice like 'P01.%' order by 1`),
    ).toEqual([
      { codice: 'P01.A01', ente: 'EG01' },
      { codice: 'P01.A02', ente: 'EG04' },
      { codice: 'P01.A03', ente: 'EG07' },
      { codice: 'P01.A04', ente: 'EG01' },
      { codice: 'P01.A05', ente: 'EG03' },
    ]);
  });
});

describe('la storia', () => {
  test('c’è una relazione in ogni stato che il giro conosce, nessuna del semestre è già approvata', async () => {
    const trovate = await righe(`select p.codice, d.numero, r.stato::text, r.dimostrativo ${RELAZIONI} order by 1, 2`);
    expect(trovate).toEqual(
      [
        { codice: 'P01', numero: 2, stato: 'BOZZA' },
        { codice: 'P02', numero: 0, stato: 'IN_VERIFICA' },
        { codice: 'P05', numero: 2, stato: 'CHIARIMENTI' },
        { codice: 'P08', numero: 2, stato: 'PRESENTATO' },
        { codice: 'P11', numero: 0, stato: 'IN_VERIFICA' },
        { codice: 'P13', numero: 2, stato: 'PRESENTATO' },
        { codice: 'P18', numero: 2, stato: 'PRESENTATO' },
        { codice: 'P21', numero: 2, stato: 'PRESENTATO' },
        { codice: 'P22', numero: 0, stato: 'CHIARIMENTI' },
      ].map((riga) => ({ ...riga, dimostrativo: true })),
    );
  });

  test('ad Alessandria le parti sono a punti diversi', async () => {
    const parti =
      await righe(`select o.codice, e.stato::text, e.nota_rinvio is not null as nota from rapporto_ente e join organizzazione o on o.id = e.organizzazione_id
      join rapporto_progetto r on r.id = e.rapporto_id join progetto p on p.id = r.progetto_id join regione z on z.id = p.regione_id
      where z.codice_istat = '01' and p.codice = 'P01' and e.stato <> 'NON_DOVUTO' order by 1`);
    expect(parti).toEqual([
      { codice: 'EG01', stato: 'APERTO', nota: false },
      { codice: 'EG03', stato: 'CONSEGNATO', nota: false },
      { codice: 'EG04', stato: 'APERTO', nota: false },
      { codice: 'EG07', stato: 'RINVIATO', nota: true },
    ]);
  });

  test('gli eventi sono nell’ordine in cui sono accaduti, con un attore, prima di oggi', async () => {
    // al minuto: gli atti di una stessa scena si compiono insieme
    const [conto] = await righe(`with e as (
        select istante, lag(istante) over (order by id) as prima, attore_id, ruolo, organizzazione_id from evento
        where progetto_id in (select r.progetto_id ${RELAZIONI} and r.dimostrativo) and istante < '2020-07-09T10:30+02')
      select count(*)::int > 90 as molti, bool_and(attore_id is not null and ruolo is not null and organizzazione_id is not null) as firmati,
        bool_and(prima is null or date_trunc('minute', istante) >= date_trunc('minute', prima)) as ordinati from e`);
    expect(conto).toEqual({ molti: true, firmati: true, ordinati: true });
  });

  test('ogni relazione presentata ha la sua versione congelata', async () => {
    const presentate = await righe(`select p.codice ${RELAZIONI} and r.stato <> 'BOZZA'
      and not exists (select from rapporto_versione v where v.rapporto_id = r.id and v.numero = 1 and v.sha256 ~ '^[0-9a-f]{64}$')`);
    expect(presentate).toEqual([]);
  });

  test('nessun testo inventato nomina una persona', async () => {
    const nomi = accountDimostrativi.flatMap(({ nome }) => nome.split(' ')).join('|');
    const [testi] =
      await righe(`select count(testo)::int > 100 as molti, array_agg(testo) filter (where testo ~ '\\m(${nomi})\\M') as nominano from (
        select regione_id, nota as testo from avanzamento union all select regione_id, contromisura from avanzamento
        union all select regione_id, sintesi from rapporto_progetto union all select regione_id, nota_decisione from rapporto_progetto
        union all select regione_id, domanda from chiarimento union all select regione_id, risposta from chiarimento
        union all select regione_id, nota_rinvio from rapporto_ente union all select regione_id, motivo from classificazione_decisa) t
      join regione z on z.id = t.regione_id where z.codice_istat = '01'`);
    expect(testi).toEqual({ molti: true, nominano: null });
  });
});

describe('le persone seguite', () => {
  test('tre enti ne seguono ad Alessandria, tutte con il codice, e di qualcuna manca un dato', async () => {
    expect(
      await righe(`select o.codice as ente, count(*)::int as persone, count(distinct i.persona_id)::int as identita, bool_or(t.isced is null) as manca
        from partecipante t join progetto p on p.id = t.progetto_id join regione z on z.id = p.regione_id join organizzazione o on o.id = t.organizzazione_id
        join persona x on x.id = t.persona_id and x.impronta is not null left join identita i on i.persona_id = t.persona_id
        where z.codice_istat = '01' and p.codice = 'P01' group by 1 order by 1`),
    ).toEqual([
      { ente: 'EG01', persone: 38, identita: 38, manca: true },
      { ente: 'EG04', persone: 24, identita: 24, manca: true },
      { ente: 'EG07', persone: 13, identita: 13, manca: true },
    ]);
  });

  test('la Regione ha pubblicato gli indicatori una volta, con i grandi in vista e i piccoli soppressi', async () => {
    const pubblicati = await righe(`select r.contenuto -> 'intera' as intera from rilascio r join regione z on z.id = r.regione_id
      where z.codice_istat = '01' and r.tabella = 'INDICATORI'`);
    expect(pubblicati).toHaveLength(1);
    const valori = Object.values(pubblicati[0].intera as Record<string, number | null>);
    expect(pubblicati[0].intera['tutti.TOTALE.T']).toBe(75);
    expect(valori.filter((valore) => valore !== null).length).toBeGreaterThan(valori.filter((valore) => valore === null).length);
  });
});

describe('gli studi', () => {
  const PIEMONTE = `join regione z on z.id = x.regione_id where z.codice_istat = '01'`;

  test('una tornata è svelata e una in codifica, un’ondata è chiusa e una aperta, e tutte si dicono dimostrative', async () => {
    expect(
      await righe(`select s.codice, x.numero, x.codificatori, x.chiusi, x.svelata_il is not null as svelata, x.dimostrativo
        from tornata_codifica x join schema_classificazione s on s.id = x.schema_id ${PIEMONTE} order by 1 desc`),
    ).toEqual([
      { codice: 'RAPPORTO', numero: 1, codificatori: 2, chiusi: 2, svelata: true, dimostrativo: true },
      { codice: 'FSE_PLUS', numero: 1, codificatori: 1, chiusi: 0, svelata: false, dimostrativo: true },
    ]);
    expect(
      await righe(`select x.numero, x.chiusa_il is not null as chiusa, x.dimostrativo from ondata_rete x ${PIEMONTE} order by 1`),
    ).toEqual([
      { numero: 0, chiusa: true, dimostrativo: true },
      { numero: 1, chiusa: false, dimostrativo: true },
    ]);
  });

  test('ciò che si è deciso è la classificazione del rapporto: le tabelle pubblicate non cambiano di un segno', async () => {
    const [segni] =
      await righe(`select count(*)::int as tutti, count(*) filter (where x.fonte like 'Doppia%' or x.sostituita_il is not null)::int as nuovi
      from classificazione_progetto x ${PIEMONTE}`);
    expect(segni).toEqual({ tutti: 22 * 9, nuovi: 0 });
    const [decise] = await righe(`select count(*)::int as decise,
        count(*) filter (where x.voci <> (select array_agg(c.categoria order by v.ordine) from classificazione_progetto c
          join categoria_intervento v on v.regione_id = c.regione_id and v.codice = c.categoria where c.progetto_id = x.progetto_id and c.presente))::int as diverse
      from classificazione_decisa x ${PIEMONTE}`);
    expect(decise).toEqual({ decise: 20, diverse: 0 });
  });

  test('tre progetti hanno dichiarato la loro rete, tra i loro enti soltanto', async () => {
    expect(
      await righe(`select p.codice, o.numero, count(*)::int as legami from legame_rete x join progetto p on p.id = x.progetto_id
        join ondata_rete o on o.id = x.ondata_id ${PIEMONTE} group by 1, 2 order by 1, 2`),
    ).toEqual([
      { codice: 'P01', numero: 0, legami: 7 },
      { codice: 'P01', numero: 1, legami: 14 },
      { codice: 'P21', numero: 0, legami: 2 },
      { codice: 'P22', numero: 0, legami: 2 },
      { codice: 'P22', numero: 1, legami: 5 },
    ]);
    expect(await righe(`select x.nome from nodo_rete x ${PIEMONTE} and x.organizzazione_id is null`)).toEqual([]);
  });

  test('c’è un’istantanea, con tutti i file e i loro byte', async () => {
    const [ferma] = await righe(`select x.numero, x.data_riferimento::text as data, (select count(*)::int > 80 and bool_and(f.byte = (
        select coalesce(sum(length(q.contenuto)), 0) from unnest(f.pezzi) s join istantanea_pezzo q on q.regione_id = f.regione_id and q.sha256 = s))
      from istantanea_file f where f.istantanea_id = x.id) as interi from istantanea x ${PIEMONTE}`);
    expect(ferma).toEqual({ numero: 1, data: '2020-06-30', interi: true });
  });
});

describe('caricarla di nuovo', () => {
  test('sulla stessa installazione non cambia nulla', async () => {
    const conta =
      'select (select count(*) from utente) as utenti, (select count(*) from evento) as eventi, (select scarto from app.orologio) as scarto';
    const prima = await righe(conta);
    await caricaDemo({ url: urlDi('app_sistema') });
    expect(await righe(conta)).toEqual(prima);
  });

  test('senza programma, o dopo un caricamento interrotto, dice che cosa fare', async () => {
    const vuoto = await databaseVuoto('demo');
    try {
      const url = vuoto.url('app_sistema');
      await expect(caricaDemo({ url })).rejects.toThrow(/va importato il suo programma/);
      await importa({ url, file: FILE_REALE, stampa: () => undefined });
      await vuoto.db.query(
        `insert into utente (nome, cognome, email, dimostrativo) values ('Nome', 'Cognome', 'nome@prova.example', true)`,
      );
      await expect(caricaDemo({ url })).rejects.toThrow(/rimasta a metà: ricomincia con npm run db:reset/);
    } finally {
      await vuoto.elimina();
    }
  });
});
