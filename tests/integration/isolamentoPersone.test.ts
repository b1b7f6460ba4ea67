import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { type ScenaPersone, unaPersonaGrezza, unaScenaPersone } from '@/tests/support/personeGrezze';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Chi avesse rubato una connessione, davanti alle persone: che cosa il database rifiuta comunque. */

const VIETATO = { codice: '42501' };
const NESSUNA = { n: 0 };

let scena: ScenaPersone;
let chi: ScenaPersone['chi'];
beforeAll(async () => {
  scena = await unaScenaPersone();
  chi = scena.chi;
});
afterAll(chiudiSqlGrezzo);

// la chiave con cui si riconosce di chi è la riga
const DELL_ENTE = [
  'nucleo',
  'persona',
  'identita',
  'persona_cerca',
  'partecipante',
  'frequenza',
  'richiesta_interessato',
  'verifica_sovrapposizione',
];

test.each(DELL_ENTE)('%s: la Regione, la ricerca e il sito pubblico non ne leggono nemmeno il numero', async (tabella) => {
  for (const persona of [chi.istruttore, chi.dirigente, chi.controllore, chi.ricercatore])
    expect(await sqlCome(persona, `select count(*)::text as r from ${tabella}`), persona.ruolo).toMatchObject(VIETATO);
  for (const login of ['app_pubblico', 'app_accesso'])
    expect(await sqlDi(login, `select count(*)::text as r from public.${tabella}`), login).toMatchObject(VIETATO);
});

test.each(['persona', 'identita', 'persona_cerca', 'partecipante', 'frequenza'])(
  '%s: il capofila non legge le persone del partner, né il partner le sue, né chi se n’è andato quelle rimaste',
  async (tabella) => {
    for (const persona of [chi.capofila, chi.operatore, chi.partner, chi.uscito]) {
      const altrui = `select organizzazione_id::text as r from ${tabella} where organizzazione_id <> $1`;
      expect(await sqlCome(persona, altrui, [persona.organizzazioneId]), persona.ruolo).toMatchObject(NESSUNA);
      const proprie = await sqlCome(persona, `select organizzazione_id::text as r from ${tabella}`);
      expect('righe' in proprie && proprie.righe.length > 0, persona.ruolo).toBe(true);
    }
  },
);

test.each([
  ['persona', 'impronta'],
  ['persona', 'impronta_base'],
  ['identita', 'cifrata'],
])('%s.%s non la legge nemmeno l’ente a cui appartiene, in nessun modo', async (tabella, colonna) => {
  const tentativi = [
    `select ${colonna}::text as r from ${tabella}`,
    `select 1 as r from ${tabella} where ${colonna} is not null`,
    `select 1 as r from ${tabella} order by ${colonna}`,
    `select t::text as r from ${tabella} t`,
    `update ${tabella} set ${colonna} = ${colonna}`,
    `update ${tabella} set chiave_id = 'x' returning ${colonna}::text as r`,
  ];
  for (const sql of tentativi) expect(await sqlCome(chi.capofila, sql), sql).toMatchObject(VIETATO);
});

test.each([
  ['partecipante', 'conta'],
  ['partecipante', 'pseudonimo'],
  ['partecipante', 'segni'],
  ['persona', 'pseudonimo'],
])(
  '%s.%s non la legge nessun ente, in nessun modo: direbbe che un altro segue quella persona, senza limite e senza traccia',
  async (tabella, colonna) => {
    const tentativi = [
      `select ${colonna}::text as r from ${tabella}`,
      `select 1 as r from ${tabella} where ${colonna} is not null`,
      `select 1 as r from ${tabella} group by ${colonna} having count(*) > 1`,
      `select 1 as r from ${tabella} order by ${colonna}`,
      `select to_jsonb(t)::text as r from ${tabella} t`,
      `select * from ${tabella}`,
      `select xmin::text as r from ${tabella}`,
      `update ${tabella} set rev = rev returning ${colonna}::text as r`,
      `update ${tabella} set rev = rev where ${colonna} is not null`,
      `update ${tabella} set sesso = ${colonna}::text`,
      `delete from ${tabella} returning ${colonna}::text as r`,
      `copy (select ${colonna} from ${tabella}) to stdout`,
    ];
    for (const persona of [chi.capofila, chi.operatore, chi.partner, chi.uscito])
      for (const sql of tentativi) expect(await sqlCome(persona, sql), `${persona.ruolo}: ${sql}`).toMatchObject(VIETATO);
  },
);

test('iscrivere una persona per sondarla e poi disfare non dice nulla: né la riga scritta, né un conflitto, né il conto dei propri', async () => {
  const sonda = await unaScenaPersone();
  const { regione, programmaId, progetto, persone } = sonda;
  const { capofila } = sonda.chi;
  // la persona che solo il partner segue ha un codice che il capofila prova a iscrivere
  const impronta = Buffer.alloc(32, 'sonda');
  const [partner] = progetto.partner;
  await unaPersonaGrezza(sonda, { id: partner?.id ?? '' }, { impronta });
  const nuova = `insert into persona (regione_id, programma_id, organizzazione_id, creata_da, impronta) values ($1, $2, $3, $4, $5)`;
  const valori = [regione.id, programmaId, progetto.capofila.id, capofila.utenteId, impronta];
  expect(await sqlCome(capofila, nuova, valori)).toMatchObject({ n: 1 });
  for (const coda of ['returning pseudonimo::text as r', 'returning persona::text as r', 'on conflict (programma_id, impronta) do nothing'])
    expect(await sqlCome(capofila, `${nuova} ${coda}`, valori), coda).toMatchObject({ codice: expect.stringMatching(/42501|42P10/) });
  const entra = `insert into partecipante (regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso)
    select regione_id, programma_id, progetto_id, organizzazione_id, persona_id, '2020-04-01' from partecipante where id = $1`;
  for (const coda of [
    'returning conta::text as r',
    'returning pseudonimo::text as r',
    'on conflict (pseudonimo, progetto_id) where conta do nothing',
  ])
    expect(await sqlCome(capofila, `${entra} ${coda}`, [persone.capofila.partecipanteId]), coda).toMatchObject(VIETATO);
});

test('i propri indicatori li conta tutti: una persona in comune vale uno per ciascun ente che la segue, chiunque sia entrato prima', async () => {
  const propri = `select valore::text as r from app.conta_indicatori_propri($1, null, null, null) where codice = 'TOTALE' and sesso = 'T' and not completi`;
  const { id } = scena.progetto;
  const { rows } = await superutente.query(
    'select organizzazione_id as ente, count(*)::text as n from partecipante where progetto_id = $1 group by 1',
    [id],
  );
  const suoi = new Map(rows.map(({ ente, n }) => [ente, n]));
  for (const persona of [chi.capofila, chi.operatore, chi.partner, chi.uscito])
    expect(await sqlCome(persona, propri, [id]), persona.ruolo).toMatchObject({ righe: [suoi.get(persona.organizzazioneId)] });
  expect(await sqlCome(chi.altrove, propri, [id])).toMatchObject({ codice: '42501' });
});

test('la ricerca non legge chi ha letto quali identità, né chi ha rilasciato una tabella, né chi ha chiesto un controllo', async () => {
  for (const sql of ['select * from accesso_identita', 'select * from accesso_motivato', 'select rilasciato_da as r from rilascio'])
    expect(await sqlCome(chi.ricercatore, sql), sql).toMatchObject(VIETATO);
});

const partecipante = (persona: Attore, cambio: Record<string, unknown>) => {
  const riga: Record<string, unknown> = {
    ...{
      regione_id: scena.regione.id,
      programma_id: scena.programmaId,
      progetto_id: scena.progetto.id,
    },
    ...{ organizzazione_id: persona.organizzazioneId, ingresso: '2020-03-01', ...cambio },
  };
  const colonne = Object.keys(riga).join(', ');
  return sqlCome(
    persona,
    `insert into partecipante (${colonne}) select ${colonne} from jsonb_populate_record(null::partecipante, $1::jsonb) returning (persona_id, progetto_id)::text as r`,
    [JSON.stringify(riga)],
  );
};

test('nessuno scrive persone per un altro ente, né in un progetto che non è suo', async () => {
  const nuova = `insert into persona (regione_id, programma_id, organizzazione_id, creata_da) values ($1, $2, $3, $4)`;
  const { regione, programmaId, progetto, persone } = scena;
  const [partner] = progetto.partner;
  const di = (persona: Attore, ente?: string, firma = persona.utenteId) => sqlCome(persona, nuova, [regione.id, programmaId, ente, firma]);
  expect(await di(chi.capofila, progetto.capofila.id)).toMatchObject({ n: 1 });
  expect(await di(chi.capofila, partner?.id)).toMatchObject(VIETATO);
  expect(await di(chi.capofila, progetto.capofila.id, chi.partner.utenteId)).toMatchObject(VIETATO);
  for (const persona of [chi.dirigente, chi.ricercatore]) expect(await di(persona, progetto.capofila.id)).toMatchObject(VIETATO);
  const fuori = { regione_id: regione.id, programma_id: programmaId, organizzazione_id: partner?.id };
  const { id: altrui } = await inserisci(superutente, 'persona', fuori);
  expect(await partecipante(chi.capofila, { persona_id: altrui })).toMatchObject({ codice: '23503' });
  expect(await partecipante(chi.capofila, { persona_id: persone.partner.id, organizzazione_id: partner?.id })).toMatchObject(VIETATO);
  const nucleo = await inserisci(superutente, 'nucleo', { regione_id: regione.id, organizzazione_id: partner?.id, codice: 'N1' });
  for (const colonna of ['nucleo_id', 'unita_a'])
    expect(
      await sqlCome(chi.capofila, `update persona set ${colonna} = $1`, [colonna === 'unita_a' ? altrui : nucleo.id]),
      colonna,
    ).toMatchObject({ codice: '23503' });
  const altrove = await unaScenaPersone();
  expect(await partecipante(chi.capofila, { persona_id: persone.capofila.id, progetto_id: altrove.progetto.id })).toMatchObject(VIETATO);
  const identita = `insert into identita (persona_id, regione_id, organizzazione_id, cifrata, chiave_id) values ($1, $2, $3, decode(repeat('00', 40), 'hex'), 'k')`;
  const libera = await superutente.query('delete from identita where persona_id = $1 returning regione_id', [persone.partner.id]);
  expect(libera.rowCount).toBe(1);
  expect(await sqlCome(chi.capofila, identita, [persone.partner.id, regione.id, progetto.capofila.id])).toMatchObject({ codice: '23503' });
  expect(await sqlCome(chi.capofila, identita, [persone.partner.id, regione.id, partner?.id])).toMatchObject(VIETATO);
});

test('pseudonimo, conto e segni li mette il database: chi scrive non li sceglie', async () => {
  const { persone } = scena;
  for (const colonna of ['conta', 'segni', 'completo', 'pseudonimo', 'progetto_id', 'organizzazione_id'])
    expect(await sqlCome(chi.capofila, `update partecipante set ${colonna} = ${colonna}`), colonna).toMatchObject(VIETATO);
  for (const cambio of [{ conta: true }, { segni: '1' }, { completo: true }, { pseudonimo: persone.partner.id }])
    expect(await partecipante(chi.capofila, { persona_id: persone.capofila.id, ...cambio })).toMatchObject(VIETATO);
  expect(await sqlCome(chi.capofila, 'update persona set pseudonimo = gen_random_uuid()')).toMatchObject(VIETATO);
  const { rows } = await superutente.query(
    'select p.organizzazione_id as ente, t.pseudonimo, t.conta, p.pseudonimo as della_persona from partecipante t join persona p on p.id = t.persona_id where p.id = any ($1)',
    [[persone.capofila.id, persone.comune.id]],
  );
  expect(new Set(rows.map(({ pseudonimo }) => pseudonimo)).size).toBe(1);
  expect(rows.every(({ pseudonimo, della_persona }) => pseudonimo === della_persona)).toBe(true);
  // conta chi è entrato prima
  expect(rows.filter(({ conta }) => conta).map(({ ente }) => ente)).toEqual([scena.progetto.capofila.id]);
});

test('chi corregge un codice sbagliato non resta la stessa persona di chi ha davvero quel codice', async () => {
  const [partner] = scena.progetto.partner;
  const sbagliato = Buffer.alloc(32, 'codice sbagliato');
  const vera = await unaPersonaGrezza(scena, scena.progetto.capofila, { impronta: sbagliato });
  const altra = await unaPersonaGrezza(scena, { id: partner?.id ?? '' }, { impronta: sbagliato });
  const pseudonimi = async () =>
    (
      await superutente.query('select pseudonimo from persona where id = any ($1) order by id = $2', [[vera.id, altra.id], altra.id])
    ).rows.map((r) => r.pseudonimo);
  const [una, due] = await pseudonimi();
  expect(due).toBe(una);
  await superutente.query('update persona set impronta = $2 where id = $1', [altra.id, Buffer.alloc(32, 'codice giusto')]);
  const [ancora, corretta] = await pseudonimi();
  expect(ancora).toBe(una);
  expect(corretta).not.toBe(una);
  // chi è solo tiene il suo
  await superutente.query('update persona set impronta = $2 where id = $1', [altra.id, Buffer.alloc(32, 'codice ancora altro')]);
  expect((await pseudonimi())[1]).toBe(corretta);
});

test('chi ha lasciato il progetto tiene le sue persone e ne scrive gli esiti, ma non ne aggiunge; in diretta conta solo le sue', async () => {
  const { persone, progetto, programmaId, regione } = scena;
  const uscita = `update partecipante set uscita = '2020-03-01', motivo_uscita = 'COMPLETATO'`;
  expect(await sqlCome(chi.uscito, uscita)).toMatchObject({ n: 1 });
  expect(await partecipante(chi.uscito, { persona_id: persone.uscito.id })).toMatchObject(VIETATO);
  const frequenza = `insert into frequenza (regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal) values ($1, $2, $3, $4, $5, '2020-03-01')`;
  const valori = [regione.id, progetto.id, scena.uscito.id, persone.uscito.partecipanteId, progetto.azioni[1]?.id];
  expect(await sqlCome(chi.uscito, frequenza, valori)).toMatchObject(VIETATO);
  // le sue le conta ancora; quelle degli altri, e di tutto il progetto, nessun ente (isolamentoDiffusione)
  const propri = `select codice as r from app.conta_indicatori_propri($1, null, null, null) where codice = 'TOTALE' and sesso = 'T' and not completi`;
  for (const persona of [chi.uscito, chi.partner])
    expect(await sqlCome(persona, propri, [progetto.id])).toMatchObject({ righe: ['TOTALE'] });
  expect(
    await sqlCome(chi.operatore, 'select 1 as r from app.conta_indicatori($1, $2, null, null, null)', [programmaId, progetto.id]),
  ).toMatchObject(VIETATO);
});
