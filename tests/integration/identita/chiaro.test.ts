import { expect, test, vi } from 'vitest';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { annotaAs } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { isDomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import { mazzoNuovo, scriviMazzo } from '@/lib/identita/chiavi';
import { decifra, type Identita, segniCercati } from '@/lib/identita/identita';
import { registraPersona } from '@/lib/persone/commands/registraPersona';
import { PersonaScritta } from '@/lib/persone/schema';
import { unEnte } from '../../support/builders';
import { programmaDi, unaPersonaCifrata } from '../../support/identita';
import { unAvviato } from '../../support/progettoAvviato';
import { superutente } from '../../support/superutente';
import { cercaOvunque } from '../../support/tuttoIlDatabase';

const CF = codiceFiscaleDi({ cognome: 'Zqwkognome', nome: 'Xyjvome', sesso: 'F', nascita: '1991-08-23', catastale: 'L219' });
const MARCATA: Identita = {
  cognome: 'Zqwkognome',
  nome: 'Xyjvome',
  codiceFiscale: CF,
  telefono: '3339920817',
  email: 'zqwk.posta@marcata.example',
  indirizzo: 'via Jqxindirizzo 12',
};
/** Anche i pezzi: un inizio del cognome nell'indice sarebbe già un nome. */
const PAROLE = ['Zqwkognome', 'Zqwk', 'Xyjvome', CF, CF.slice(0, 6), '3339920817', 'zqwk.posta', 'marcata.example', 'Jqxindirizzo'];

test('in tutto il database, tabella per tabella e byte per byte, non c’è un nome, un codice, un recapito in chiaro', async () => {
  const ente = await unEnte();
  const programma = await programmaDi(ente);
  const id = await unaPersonaCifrata(ente, programma, MARCATA);
  const { rows } = await superutente.query('select count(*)::int as n from persona_cerca where persona_id = $1', [id]);
  expect(rows[0].n).toBeGreaterThan(5);
  expect(await cercaOvunque(superutente, PAROLE)).toEqual([]);
});

/** La persona marcata, scritta come nel modulo. */
async function modulo(avviato: Awaited<ReturnType<typeof unAvviato>>, altro: Record<string, unknown> = {}): Promise<PersonaScritta> {
  const { rows } = await superutente.query('select id from azione where progetto_id = $1', [avviato.id]);
  const oggi = dataBreve(avviato.oggi);
  const { cognome, nome, telefono, email, indirizzo } = MARCATA;
  return PersonaScritta.parse({
    ...{
      progettoId: avviato.id,
      codice: CF,
      cognome,
      nome,
      telefono,
      email,
      indirizzo,
      sesso: 'F',
      dataNascita: '23/08/1991',
      nucleo: 'N-1',
    },
    ...{ ingresso: oggi, informativaIl: oggi, cittadinanza: 'IT', titoloStudio: 'DIPLOMA', condizione: 'INATTIVO_ALTRO', confermo: 'SI' },
    ...{ azioni: [{ azioneId: rows[0].id, dal: '', al: '', ore: '' }] },
    ...altro,
  });
}

test('nemmeno dopo i comandi veri: registrata, letta, rifiutata due volte; e nulla finisce nei registri del server', async () => {
  const voci = (['log', 'warn', 'error', 'info'] as const).map((canale) => vi.spyOn(console, canale).mockImplementation(() => undefined));
  try {
    const avviato = await unAvviato();
    const { referente, estraneo } = avviato.chi;
    const { personaId } = await registraPersona(referente, await modulo(avviato));
    await traccia(referente, sql`select app.annuncia_lettura(array[${personaId}::uuid], 'SCHEDA')`);
    const [riga] = await annotaAs(
      referente,
      (tx) => tx.$queryRaw<{ cifrata: Buffer; chiave_id: string }[]>`select * from app.leggi_identita(array[${personaId}::uuid], 'SCHEDA')`,
    );
    expect(riga && decifra(personaId, riga.cifrata, riga.chiave_id)).toEqual(MARCATA);
    expect(await rifiuto(async () => registraPersona(referente, await modulo(avviato)))).toBe('persona.giaRegistrata');
    expect(await rifiuto(async () => registraPersona(referente, await modulo(avviato, { aggiungi: 'SI' })))).toBe('persona.giaNelProgetto');
    expect(await rifiuto(async () => registraPersona(estraneo, await modulo(avviato)))).toBe('progetto.nonTrovato');

    vi.stubEnv('CANTIERE_CHIAVI', '');
    const prima = await conta();
    expect(await rifiuto(async () => registraPersona(referente, await modulo(avviato, { codice: '', senzaCodice: 'NESSUNO' })))).toBe(
      'identita.chiaviAssenti',
    );
    expect(await conta()).toBe(prima);
    vi.unstubAllEnvs();

    expect(await cercaOvunque(superutente, PAROLE)).toEqual([]);
    const detto = JSON.stringify(voci.flatMap((voce) => voce.mock.calls)).toLowerCase();
    for (const parola of PAROLE) expect(detto).not.toContain(parola.toLowerCase());
  } finally {
    vi.unstubAllEnvs();
    for (const voce of voci) voce.mockRestore();
  }
});

const conta = async (): Promise<number> => (await superutente.query('select count(*)::int as n from persona')).rows[0].n;

test('chi cerca in tutto il database trova davvero: in chiaro, in maiuscolo, nei byte, in base64 dentro un JSON', async () => {
  const client = await superutente.connect();
  try {
    await client.query('begin');
    const testi = ['…Zqwkognome…', 'ZQWKOGNOME', `{"x": "${Buffer.from('ab Zqwkognome cd').toString('base64')}"}`];
    for (const [n, testo] of testi.entries()) await client.query(`create table esca_${n} as select $1::text as t`, [testo]);
    await client.query(`create table esca_byte as select convert_to('xZqwkognomex', 'UTF8') as b`);
    expect((await cercaOvunque(client, ['Zqwkognome'])).sort()).toEqual(
      ['esca_0', 'esca_1', 'esca_2', 'esca_byte'].map((tabella) => `public.${tabella}: Zqwkognome`),
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
});

const letta = async (id: string) => {
  const { rows } = await superutente.query('select cifrata, chiave_id from identita where persona_id = $1', [id]);
  return decifra(id, rows[0].cifrata, rows[0].chiave_id);
};
/** Il codice del rifiuto, dopo aver guardato che non dica nulla di chi è. */
async function rifiuto(lavora: () => Promise<unknown>): Promise<string> {
  const errore = await lavora().then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!isDomainError(errore)) throw new Error('doveva rifiutare');
  const detto = `${errore.message} ${errore.stack} ${String(errore.cause)} ${JSON.stringify(errore)}`;
  for (const parola of PAROLE) expect(detto.toLowerCase()).not.toContain(parola.toLowerCase());
  return errore.code;
}

test('due righe scambiate da chi scrive nel database, un byte cambiato, un mazzo di un altro: nessuna si apre', async () => {
  const ente = await unEnte();
  const programma = await programmaDi(ente);
  const una = await unaPersonaCifrata(ente, programma, MARCATA);
  const altra = await unaPersonaCifrata(ente, programma, { ...MARCATA, nome: 'Altra', codiceFiscale: null });
  expect(await letta(una)).toEqual(MARCATA);

  vi.stubEnv(
    'CANTIERE_CHIAVI',
    scriviMazzo({ ...mazzoNuovo('2020-07-09T08:30:00.000Z'), corrente: 'k-prova', chiavi: { 'k-prova': Buffer.alloc(32, 7) } }),
  );
  expect(await rifiuto(() => letta(una))).toBe('identita.illeggibile');
  vi.unstubAllEnvs();

  const scambia = `update identita i set cifrata = j.cifrata from identita j where i.persona_id <> j.persona_id and i.persona_id = any($1) and j.persona_id = any($1)`;
  await superutente.query(scambia, [[una, altra]]);
  expect(await rifiuto(() => letta(una))).toBe('identita.illeggibile');
  expect(await rifiuto(() => letta(altra))).toBe('identita.illeggibile');
  await superutente.query(scambia, [[una, altra]]);
  expect((await letta(altra)).nome).toBe('Altra');
  await superutente.query('update identita set cifrata = set_byte(cifrata, 30, 255 - get_byte(cifrata, 30)) where persona_id = $1', [una]);
  expect(await rifiuto(() => letta(una))).toBe('identita.illeggibile');
});

test('i segni scritti ritrovano la persona nel suo ente, e in nessun altro', async () => {
  const [mio, altrui] = [await unEnte(), await unEnte()];
  const id = await unaPersonaCifrata(mio, await programmaDi(mio), MARCATA);
  const trovate = async (organizzazione: string, chiave: string) =>
    (
      await superutente.query(
        `select persona_id from persona_cerca where organizzazione_id = $1 and segno = any($2) group by 1 having count(*) = cardinality($2)`,
        [organizzazione, segniCercati(chiave, 'xyjvome zqwk')],
      )
    ).rows.map(({ persona_id }) => persona_id);
  expect(await trovate(mio.id, mio.id)).toEqual([id]);
  expect(await trovate(mio.id, altrui.id)).toEqual([]);
});
