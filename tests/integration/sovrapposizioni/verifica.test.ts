import { afterAll, expect, test } from 'vitest';
import { annotaAs } from '@/lib/db/scope';
import { verificaSovrapposizione } from '@/lib/sovrapposizioni/commands/verificaSovrapposizione';
import { leggiVerifiche } from '@/lib/sovrapposizioni/queries';
import { codiceNumero, rifiutato, unaSeguita } from '@/tests/support/personaSeguita';
import { eventi, type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);
const TIPO = 'CATEGORIA';
const chiede = (p: Pratica, personaId: string, persona: keyof Pratica['chi'] = 'referente', categoria = TIPO) =>
  verificaSovrapposizione(p.chi[persona], { personaId, progettoId: p.progetto.id, categoria });

test('sì se un altro ente la segue con lo stesso tipo di azione, no altrimenti; e la pagina ricorda la risposta', async () => {
  const p = await unaPratica();
  const [insieme, sola] = [await unaSeguita(p, p.capofila, codiceNumero(0)), await unaSeguita(p, p.capofila, codiceNumero(1))];
  await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  expect(await chiede(p, insieme.personaId)).toBe(true);
  expect(await chiede(p, sola.personaId)).toBe(false);
  const letta = await leggiVerifiche(p.chi.referente, insieme.personaId);
  expect(letta).toMatchObject({ conCodice: true, voci: [{ categoria: TIPO }], ultime: [{ risposta: true }] });
  expect(await leggiVerifiche(p.chi.partner, insieme.personaId)).toBeNull();
});

test('dove, da chi e quante volte non si dice: un booleano e basta, e nell’evento non c’è la persona', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  expect(await chiede(p, personaId)).toBe(true);
  const scritti = await eventi(p);
  const suo = scritti.find(({ atto }) => atto === 'sovrapposizione.verificata');
  expect(suo).toMatchObject({ riservato: true, oggetto_id: p.progetto.id, dopo: { categoria: TIPO } });
  expect(JSON.stringify(scritti)).not.toContain(personaId);
});

test('finita altrove non conta più; senza codice fiscale, uscita, senza informativa, di un altro tipo: non si chiede', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  const altrove = await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  await superutente.query(`update frequenza set al = '2020-03-01' where partecipante_id = $1`, [altrove.partecipanteId]);
  expect(await chiede(p, personaId)).toBe(false);
  const senza = await unaSeguita(p, p.capofila, null);
  const uscita = await unaSeguita(p, p.capofila, codiceNumero(2), { uscita: '2020-03-01', motivo_uscita: 'COMPLETATO' });
  const muta = await unaSeguita(p, p.capofila, codiceNumero(3), { informativa_il: null });
  for (const persona of [senza, uscita, muta]) {
    await rifiutato(chiede(p, persona.personaId), 'sovrapposizione.nonPermessa');
    expect((await leggiVerifiche(p.chi.referente, persona.personaId))?.voci.length ?? 0).toBe(persona === senza ? 1 : 0);
  }
  await rifiutato(chiede(p, personaId, 'referente', 'ALTRA'), 'sovrapposizione.nonPermessa');
});

test('chi non la segue non sonda nessuno: partner, estraneo, altra Regione, chi ne conosce l’identificativo', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  for (const persona of ['partner', 'estraneo'] as const) await rifiutato(chiede(p, personaId, persona), 'sovrapposizione.nonPermessa');
  for (const persona of ['istruttore', 'ricercatore', 'altraRegione', 'partner'] as const) {
    const esito = await sqlCome(p.chi[persona], `select app.gia_seguita($1, $2)::text as r`, [personaId, TIPO]);
    expect(esito.codice).toMatch(/42501|CT001/);
  }
  const { rows } = await superutente.query('select count(*)::int as n from verifica_sovrapposizione where persona_id = $1', [personaId]);
  expect(rows[0].n).toBe(0);
});

test('registrare qualcuno che non si segue non basta: serve che frequenti una propria azione di quel tipo', async () => {
  const p = await unaPratica();
  const finta = await unaSeguita(p, p.capofila, codiceNumero(0));
  await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  await superutente.query('delete from frequenza where partecipante_id = $1', [finta.partecipanteId]);
  await rifiutato(chiede(p, finta.personaId), 'sovrapposizione.nonPermessa');
});

test('il bando può non permetterlo', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  await superutente.query(
    `with v as (insert into bando_versione (regione_id, bando_id, numero, configurazione, sha256)
       values ($1, $2, 1, '{"attuazione": {"sovrapposizioni": false}}', 'x') returning id) 
     select id from v`,
    [p.progetto.regione.id, p.progetto.regione.bandoId],
  );
  await superutente.query(`update progetto set bando_versione_id = (select id from bando_versione where bando_id = $2) where id = $1`, [
    p.progetto.id,
    p.progetto.regione.bandoId,
  ]);
  await rifiutato(chiede(p, personaId), 'sovrapposizione.nonPermessa');
  expect((await leggiVerifiche(p.chi.referente, personaId))?.voci).toEqual([]);
});

test('sessanta all’ora, anche tutte insieme: la sessantunesima è rifiutata, un collega può ancora', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  await superutente.query(
    `insert into verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, categoria, risposta, istante)
     select $1, $2, $3, $4, $5, false, app.adesso() + interval '90 minutes' from generate_series(1, 57)`,
    [p.progetto.regione.id, p.capofila.id, p.chi.referente.utenteId, personaId, TIPO],
  );
  const esiti = await Promise.allSettled(Array.from({ length: 6 }, () => chiede(p, personaId)));
  expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  for (const esito of esiti) if (esito.status === 'rejected') expect(esito.reason.code).toBe('sovrapposizione.troppe');
  expect(await chiede(p, personaId, 'operatore')).toBe(false);
  await superutente.query(`update verifica_sovrapposizione set istante = istante - interval '4 hours' where persona_id = $1`, [personaId]);
  expect(await chiede(p, personaId)).toBe(false);
});

test('chi ha finito le domande non ne riavrà rendendo anonime le persone di cui ha chiesto', async () => {
  const p = await unaPratica();
  const [cercata, altra] = [await unaSeguita(p, p.capofila, codiceNumero(0)), await unaSeguita(p, p.capofila, codiceNumero(1))];
  await superutente.query(
    `insert into verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, categoria, risposta, istante)
     select $1, $2, $3, $4, $5, false, app.adesso() + interval '90 minutes' from generate_series(1, 60)`,
    [p.progetto.regione.id, p.capofila.id, p.chi.referente.utenteId, cercata.personaId, TIPO],
  );
  await annotaAs(p.chi.referente, (tx) => tx.$queryRaw`select app.anonimizza_persone(array[${cercata.personaId}::uuid])`);
  await rifiutato(chiede(p, altra.personaId), 'sovrapposizione.troppe');
  const { rows } = await superutente.query(
    'select utente_id, persona_id, count(*)::int as n from verifica_sovrapposizione where organizzazione_id = $1 group by 1, 2',
    [p.capofila.id],
  );
  expect(rows).toEqual([{ utente_id: p.chi.referente.utenteId, persona_id: null, n: 60 }]);
});

test('con SQL nessuno legge un’impronta, e da fuori un codice fiscale non si ricalcola', async () => {
  const p = await unaPratica();
  const codice = codiceNumero(0);
  await unaSeguita(p, p.capofila, codice);
  for (const persona of ['referente', 'partner', 'istruttore', 'dirigente', 'ricercatore'] as const)
    for (const colonna of ['impronta', 'impronta_base'])
      expect((await sqlCome(p.chi[persona], `select encode(${colonna}, 'hex') as r from persona`)).codice).toBe('42501');
  // chi avesse tutta la tabella, ma non la chiave, prova a enumerare: né il codice né le sue impronte semplici ci sono
  const { rows } = await superutente.query(
    `select count(*)::int as n from persona where impronta in (sha256(convert_to($1, 'UTF8')), sha256(convert_to(lower($1), 'UTF8')))
       or impronta_base in (sha256(convert_to($1, 'UTF8')), sha256(convert_to('base:' || $1, 'UTF8')))`,
    [codice],
  );
  expect(rows[0].n).toBe(0);
});
