import { expect, test } from 'vitest';
import { elencaAccountDimostrativi } from '@/lib/db/accesso';
import { attiDi, conPassword, entrato, nelloStessoIstante, PASSWORD, prova, rileggi, unIndirizzo } from '../support/accesso';
import { unEnte, unUtente } from '../support/builders';
import { inserisci, superutente } from '../support/superutente';

async function unaPersona() {
  const ente = await unEnte();
  return { ente, id: ente.utente.id, email: await conPassword(ente.utente.id) };
}

test('con la password giusta si entra, con l’incarico unico già scelto', async () => {
  const { ente, id, email } = await unaPersona();
  const { segreto, ruolo } = await entrato({ email: ` ${email.toUpperCase()} ` });
  expect(ruolo).toBe('REFERENTE');
  expect(await rileggi(segreto)).toMatchObject({
    esito: 'VIVA',
    utente_id: id,
    incarico_id: ente.utente.incaricoId,
    organizzazione_nome: ente.denominazione,
    n_incarichi: 1,
  });
  expect(await attiDi(id)).toEqual(['accesso.riuscito']);
});

test('password sbagliata, email sconosciuta, persona disattivata e persona senza password hanno lo stesso esito', async () => {
  const { id, email } = await unaPersona();
  const disattivata = await unaPersona();
  await superutente.query(`update utente set stato = 'DISATTIVATO' where id = $1`, [disattivata.id]);
  const { id: muta } = (await unEnte()).utente;
  const { rows } = await superutente.query('select email from utente where id = $1', [muta]);
  const esiti = await Promise.all([
    prova({ email, password: 'sbagliata' }),
    prova({ email: 'nessuno@prova.example' }),
    prova({ email: disattivata.email }),
    prova({ email: rows[0].email }),
  ]);
  expect(esiti).toEqual(Array(4).fill({ esito: 'rifiutato', rimasti: 9 }));
  expect(await attiDi(id)).toEqual(['accesso.rifiutato']);
  expect(await attiDi(disattivata.id)).toEqual(['accesso.rifiutato']);
});

test('nel registro non finiscono email né indirizzi, e i tentativi non li conservano in chiaro', async () => {
  const { id, email } = await unaPersona();
  const indirizzo = unIndirizzo();
  await prova({ email, indirizzo, password: 'sbagliata' });
  const { rows } = await superutente.query(
    `select to_jsonb(e)::text as riga from evento e where oggetto_id = $1
    union all select encode(chiave, 'escape') from tentativo_accesso`,
    [id],
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { riga } of rows) expect(riga).not.toMatch(new RegExp(`${email}|${indirizzo}`));
});

test('dopo dieci errori dallo stesso posto si aspetta, e lo si dice in minuti', async () => {
  const { email } = await unaPersona();
  const indirizzo = unIndirizzo();
  const rimasti: unknown[] = [];
  for (let i = 0; i < 10; i++) rimasti.push(await prova({ email, indirizzo, password: `sbagliata ${i}` }));
  expect(rimasti.at(-1)).toEqual({ esito: 'rifiutato', rimasti: 0 });
  expect(await prova({ email, indirizzo })).toEqual({ esito: 'aspetta', minuti: 15 });
  expect(await prova({ email, indirizzo: `${indirizzo.split('.').slice(0, 3).join('.')}.255` })).toEqual({ esito: 'aspetta', minuti: 15 });
});

test('cinquanta tentativi insieme non ne verificano più di dieci', async () => {
  const { id, email } = await unaPersona();
  const indirizzo = unIndirizzo();
  const esiti = await Promise.all(Array.from({ length: 50 }, (_, i) => prova({ email, indirizzo, password: `sbagliata ${i}` })));
  expect(esiti.filter(({ esito }) => esito === 'rifiutato')).toHaveLength(10);
  expect(esiti.filter(({ esito }) => esito === 'aspetta')).toHaveLength(40);
  expect(await attiDi(id)).toHaveLength(10);
});

test('otto tentativi nello stesso istante, con cinque rimasti: se ne verificano cinque', async () => {
  const { email } = await unaPersona();
  const indirizzo = unIndirizzo();
  for (let i = 0; i < 5; i++) await prova({ email, indirizzo, password: 'sbagliata' });
  const tentativo = () => prova({ email, indirizzo, password: 'sbagliata' });
  const esiti = await nelloStessoIstante(Array.from({ length: 8 }, () => tentativo));
  expect(esiti.filter(({ esito }) => esito === 'rifiutato')).toHaveLength(5);
});

test('una botnet non supera cento tentativi all’ora su una persona, che dal suo dispositivo entra lo stesso', async () => {
  const { email } = await unaPersona();
  const casa = unIndirizzo();
  const { dispositivo } = await entrato({ email, indirizzo: casa });
  const esiti: string[] = [];
  for (let giro = 0; giro < 6; giro++) {
    const tentativi = Array.from({ length: 20 }, () => prova({ email, password: 'sbagliata' }));
    esiti.push(...(await Promise.all(tentativi)).map(({ esito }) => esito));
  }
  expect(esiti.filter((esito) => esito === 'rifiutato')).toHaveLength(100);
  expect((await prova({ email, indirizzo: casa })).esito).toBe('aspetta'); // un dispositivo mai visto aspetta
  expect((await prova({ email, indirizzo: casa, dispositivo })).esito).toBe('entrato');
});

test('il dispositivo noto di una persona non vale per un’altra, e ha una soglia anche lui', async () => {
  const [una, altra] = [await unaPersona(), await unaPersona()];
  const { dispositivo } = await entrato({ email: una.email });
  for (let i = 0; i < 10; i++) expect((await prova({ email: una.email, dispositivo, password: 'no' })).esito).toBe('rifiutato');
  expect((await prova({ email: una.email, dispositivo })).esito).toBe('aspetta');
  const indirizzo = unIndirizzo();
  for (let i = 0; i < 10; i++) await prova({ email: altra.email, dispositivo, indirizzo, password: 'no' });
  expect((await prova({ email: altra.email, dispositivo, indirizzo })).esito).toBe('aspetta');
  expect((await prova({ email: altra.email })).esito).toBe('entrato');
});

test('chi indovina azzera i suoi errori, non quelli del suo indirizzo', async () => {
  const [una, altra] = [await unaPersona(), await unaPersona()];
  const indirizzo = unIndirizzo();
  for (let i = 0; i < 9; i++) await prova({ email: una.email, indirizzo, password: 'no' });
  await entrato({ email: una.email, indirizzo });
  expect(await prova({ email: una.email, indirizzo, password: 'no' })).toEqual({ esito: 'rifiutato', rimasti: 9 });
  for (let i = 0; i < 40; i++) await prova({ email: `${i}-${altra.email}`, indirizzo, password: 'no' });
  expect((await prova({ email: altra.email, indirizzo })).esito).toBe('aspetta');
});

test('i tentativi vecchi non contano più e se ne vanno da soli', async () => {
  const { email } = await unaPersona();
  const indirizzo = unIndirizzo();
  for (let i = 0; i < 10; i++) await prova({ email, indirizzo, password: 'no' });
  await superutente.query(`update tentativo_accesso set istante = istante - interval '3 hours'`);
  await entrato({ email, indirizzo });
  const { rows } = await superutente.query(`select count(*)::int as n from tentativo_accesso where istante < now() - interval '2 hours'`);
  expect(rows[0].n).toBe(0);
});

test('chi ha più incarichi non ne ha uno già scelto', async () => {
  const { ente, email, id } = await unaPersona();
  const altro = await unEnte({ regione: ente.regione });
  await inserisci(superutente, 'incarico', {
    regione_id: ente.regione.id,
    utente_id: id,
    organizzazione_id: altro.id,
    ruolo: 'OPERATORE',
    dal: '2010-01-01',
  });
  const { segreto, ruolo } = await entrato({ email });
  expect(ruolo).toBeNull();
  expect(await rileggi(segreto)).toMatchObject({ esito: 'VIVA', n_incarichi: 2, incarico_id: null, contesto: null, firma: null });
});

test('fuori dalla dimostrazione un account dimostrativo non entra', async () => {
  const { env } = await import('@/lib/env');
  const { regione } = await unEnte();
  const { id } = await unUtente({ regione, ruolo: 'ISTRUTTORE' });
  const email = await conPassword(id);
  await superutente.query('update utente set dimostrativo = true where id = $1', [id]);
  expect((await elencaAccountDimostrativi()).map((uno) => uno.email)).toContain(email);
  expect((await prova({ email })).esito).toBe('entrato');
  env().CANTIERE_DEMO = false;
  try {
    expect((await prova({ email, password: PASSWORD })).esito).toBe('rifiutato');
  } finally {
    env().CANTIERE_DEMO = true;
  }
});
