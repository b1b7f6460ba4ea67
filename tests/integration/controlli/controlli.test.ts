import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { autorizzaAccesso } from '@/lib/controlli/commands/autorizzaAccesso';
import { chiediAccesso } from '@/lib/controlli/commands/chiediAccesso';
import { leggiIdentita } from '@/lib/controlli/commands/leggiIdentita';
import { leggiControlli, leggiControllo } from '@/lib/controlli/queries';
import { leggiAccessi } from '@/lib/controlli/queriesEnte';
import { unUtente } from '@/tests/support/builders';
import { inGara } from '@/tests/support/inGara';
import { codiceNumero, rifiutato, unaSeguita } from '@/tests/support/personaSeguita';
import { eventi, type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);
const MOTIVO = 'Controllo sul posto del 15 luglio, campione estratto.';
const chiede = async (p: Pratica, attore: Attore = p.chi.istruttore, organizzazioneId = p.capofila.id): Promise<string> =>
  (await chiediAccesso(attore, { dove: { progettoId: p.progetto.id, organizzazioneId }, motivo: MOTIVO })).accessoId;

test('una persona chiede, un’altra autorizza, la prima legge; l’ente vede chi, perché, quando e quali persone', async () => {
  const p = await unaPratica();
  const una = await unaSeguita(p, p.capofila, codiceNumero(0));
  const due = await unaSeguita(p, p.capofila, codiceNumero(1));
  await unaSeguita(p, p.enteDelPartner, codiceNumero(2));
  const id = await chiede(p);
  await rifiutato(leggiIdentita(p.chi.istruttore, id), 'controllo.nonAutorizzato');
  await autorizzaAccesso(p.chi.dirigente, { accessoId: id, giorni: 3 });
  const lette = await leggiIdentita(p.chi.istruttore, id);
  expect(lette.map(({ codiceFiscale }) => codiceFiscale).sort()).toEqual([codiceNumero(0), codiceNumero(1)].sort());
  expect(Object.keys(lette[0] ?? {})).not.toContain('telefono');
  const { controlli, letture } = await leggiAccessi(p.chi.referente, null);
  expect(controlli).toMatchObject([{ id, motivo: MOTIVO, chi: 'Nome Cognome', autorizza: 'Nome Cognome' }]);
  expect(controlli[0]?.persone.sort()).toEqual([una.personaId, due.personaId].sort());
  expect(controlli[0]?.letture).toHaveLength(1);
  expect(letture).toMatchObject([{ scopo: 'CONTROLLO', quante: 2, chi: 'Nome Cognome', motivatoId: id }]);
  expect(await leggiAccessi(p.chi.partner, null)).toMatchObject({ controlli: [], letture: [] });
  expect(await leggiControllo(p.chi.dirigente, id)).toMatchObject({ letture: 1, chiestoDaNome: 'Nome Cognome' });
  const suoi = (await eventi(p)).filter(({ atto }) => String(atto).startsWith('identita.'));
  expect(suoi.map(({ atto, dopo }) => [atto, dopo])).toEqual([
    ['identita.accessoChiesto', { organizzazioneId: p.capofila.id }],
    ['identita.accessoAutorizzato', { organizzazioneId: p.capofila.id, giorni: 3 }],
  ]);
  expect(JSON.stringify(suoi)).not.toContain('campione');
});

test('chi ha chiesto non si autorizza da sé, nemmeno con un secondo incarico da dirigente', async () => {
  const p = await unaPratica();
  await unaSeguita(p, p.capofila, codiceNumero(0));
  const id = await chiede(p);
  await superutente.query(
    `insert into incarico (regione_id, utente_id, organizzazione_id, ruolo, dal) values ($1, $2, $3, 'DIRIGENTE', '2010-01-01')`,
    [p.progetto.regione.id, p.chi.istruttore.utenteId, p.progetto.regione.organizzazioneId],
  );
  const { rows } = await superutente.query(`select id from incarico where utente_id = $1 and ruolo = 'DIRIGENTE'`, [
    p.chi.istruttore.utenteId,
  ]);
  const { attoreDi } = await import('@/tests/support/attori');
  const stessa = await attoreDi(rows[0].id);
  await rifiutato(autorizzaAccesso(stessa, { accessoId: id, giorni: 1 }), 'controllo.stessaPersona');
  const grezza = `update accesso_motivato set autorizzato_da = $2, autorizzato_il = app.adesso(), scade_il = app.adesso() + interval '1 day' where id = $1`;
  expect(await sqlCome(stessa, grezza, [id, stessa.utenteId])).toMatchObject({ n: 0 });
  expect((await sqlCome(stessa, grezza, [id, p.chi.dirigente.utenteId])).codice ?? 'nessuna riga').toBe('nessuna riga');
  await rifiutato(leggiIdentita(stessa, id), 'controllo.nonAutorizzato');
});

test('chi chiede è istruttore o controllore, chi autorizza è dirigente, per al più sette giorni anche con SQL', async () => {
  const p = await unaPratica();
  const controllore = await (await unUtente({ regione: p.progetto.regione, ruolo: 'CONTROLLORE' })).attore();
  await chiede(p, controllore);
  for (const persona of ['dirigente', 'valutatore', 'referente', 'ricercatore'] as const)
    await rifiutato(chiede(p, p.chi[persona]), 'controllo.ruoloMancante');
  await rifiutato(chiede(p, p.chi.altraRegione), 'controllo.ruoloMancante');
  const id = await chiede(p);
  await rifiutato(autorizzaAccesso(p.chi.collega, { accessoId: id, giorni: 1 }), 'controllo.ruoloMancante');
  await rifiutato(autorizzaAccesso(p.chi.altraRegione, { accessoId: id, giorni: 1 }), 'controllo.nonTrovato');
  const lunga = `update accesso_motivato set autorizzato_da = $2, autorizzato_il = app.adesso(), scade_il = app.adesso() + interval '8 days' where id = $1`;
  expect(await sqlCome(p.chi.dirigente, lunga, [id, p.chi.dirigente.utenteId])).toMatchObject({ codice: '42501' });
  await rifiutato(chiede(p, p.chi.istruttore, (await unaPratica()).capofila.id), 'controllo.enteNonTrovato');
});

test('un motivo con dati di una persona non si scrive', async () => {
  const p = await unaPratica();
  const dove = { progettoId: p.progetto.id, organizzazioneId: p.capofila.id };
  await rifiutato(chiediAccesso(p.chi.istruttore, { dove, motivo: `Controllo su ${codiceNumero(0)}` }), 'controllo.datiPersonali');
});

test('legge solo chi ha chiesto, finché dura; le persone entrate poi si leggono e restano scritte; scaduta non si legge più', async () => {
  const p = await unaPratica();
  await unaSeguita(p, p.capofila, codiceNumero(0));
  const id = await chiede(p);
  await autorizzaAccesso(p.chi.dirigente, { accessoId: id, giorni: 1 });
  for (const persona of ['dirigente', 'collega', 'altraRegione'] as const)
    await rifiutato(leggiIdentita(p.chi[persona], id), 'controllo.nonAutorizzato');
  for (const persona of ['referente', 'ricercatore'] as const)
    expect((await sqlCome(p.chi[persona], 'select 1::text as r from app.leggi_identita_motivata($1)', [id])).codice).toBe('42501');
  expect(await leggiIdentita(p.chi.istruttore, id)).toHaveLength(1);
  await superutente.query(`update accesso_motivato set scade_il = app.adesso() - interval '1 second' where id = $1`, [id]);
  await rifiutato(leggiIdentita(p.chi.istruttore, id), 'controllo.nonAutorizzato');
  const { rows } = await superutente.query('select count(*)::int as n from accesso_identita where motivato_id = $1', [id]);
  expect(rows[0].n).toBe(1);
});

test('due dirigenti insieme: autorizza uno solo', async () => {
  const p = await unaPratica();
  const altro = await (await unUtente({ regione: p.progetto.regione, ruolo: 'DIRIGENTE' })).attore();
  const id = await chiede(p);
  const esiti = await inGara(
    { tabella: 'accesso_motivato', id },
    () => autorizzaAccesso(p.chi.dirigente, { accessoId: id, giorni: 1 }),
    () => autorizzaAccesso(altro, { accessoId: id, giorni: 7 }),
  );
  expect(esiti.sort()).toEqual(['controllo.giaAutorizzato', 'fulfilled']);
});

test('il registro delle letture non si tocca, e le identità non si leggono per un’altra strada', async () => {
  const p = await unaPratica();
  await unaSeguita(p, p.capofila, codiceNumero(0));
  const id = await chiede(p);
  await autorizzaAccesso(p.chi.dirigente, { accessoId: id, giorni: 1 });
  await leggiIdentita(p.chi.istruttore, id);
  for (const persona of ['istruttore', 'dirigente', 'referente'] as const) {
    expect((await sqlCome(p.chi[persona], 'delete from accesso_identita')).codice).toBe('42501');
    expect((await sqlCome(p.chi[persona], `update accesso_identita set persone = '{}'`)).codice).toBe('42501');
  }
  for (const colonna of ['cifrata', 'persona_id'])
    expect((await sqlCome(p.chi.istruttore, `select ${colonna}::text as r from identita`)).codice).toBe('42501');
});

test('la pagina della Regione: le sue richieste, i suoi progetti', async () => {
  const p = await unaPratica();
  const id = await chiede(p);
  const { accessi, progetti } = await leggiControlli(p.chi.dirigente);
  expect(accessi.map((a) => a.id)).toEqual([id]);
  expect(progetti.find((g) => g.id === p.progetto.id)?.enti.map((e) => e.id)).toEqual([p.capofila.id, p.enteDelPartner.id]);
  expect((await leggiControlli(p.chi.altraRegione)).accessi).toEqual([]);
});
