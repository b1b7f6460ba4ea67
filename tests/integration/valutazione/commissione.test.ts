import { expect, test } from 'vitest';
import type { Ruolo } from '@/lib/auth/attore';
import { affidaPresidenza } from '@/lib/valutazione/commands/affidaPresidenza';
import { nominaCommissario } from '@/lib/valutazione/commands/nominaCommissario';
import { revocaCommissario } from '@/lib/valutazione/commands/revocaCommissario';
import { type Regione, unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unBando } from '@/tests/support/buildersDomanda';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';
import { conclude, dichiara, schede, unaSeduta } from './_mondo';

const unDirigente = async (regione: Regione) => (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
const membri = async (bandoId: string) =>
  (
    await superutente.query('select id, utente_id, presidente, atto from commissario where bando_id = $1 order by nominato_il, id', [
      bandoId,
    ])
  ).rows;
const eventi = async (attoreId: string) =>
  (await superutente.query('select atto, progetto_id, oggetto_id, dopo from evento where attore_id = $1 order by id', [attoreId])).rows;

test('il dirigente nomina chi presiede e i commissari, ciascuno con l’atto e il suo evento', async () => {
  const bando = await unBando();
  const dirigente = await unDirigente(bando.regione);
  const ruoli: Ruolo[] = ['VALUTATORE', 'ISTRUTTORE', 'CONTROLLORE'];
  for (const [n, ruolo] of ruoli.entries()) {
    const { id } = await unUtente({ regione: bando.regione, ruolo });
    await nominaCommissario(dirigente, {
      bandoId: bando.id,
      fase: 'IDEA',
      utenteId: id,
      presidente: n === 0 ? 'si' : undefined,
      atto: 'D.D. 12/2020',
    });
  }
  const nominati = await membri(bando.id);
  expect(nominati.map(({ presidente, atto }) => [presidente, atto])).toEqual([
    [true, 'D.D. 12/2020'],
    [false, 'D.D. 12/2020'],
    [false, 'D.D. 12/2020'],
  ]);
  expect(await eventi(dirigente.utenteId)).toEqual(
    nominati.map(({ id, utente_id, presidente }) => ({
      ...{ atto: 'commissione.nominata', progetto_id: null, oggetto_id: id },
      dopo: { bandoId: bando.id, fase: 'IDEA', utenteId: utente_id, presidente },
    })),
  );
});

test.for(['ISTRUTTORE', 'VALUTATORE', 'CONTROLLORE', 'AMMINISTRATORE'] as Ruolo[])('%s non nomina né revoca', async (ruolo) => {
  const seduta = await unaSeduta();
  const attore = await (await unUtente({ regione: seduta.bando.regione, ruolo })).attore();
  const [primo] = await membri(seduta.bando.id);
  const nomina = { bandoId: seduta.bando.id, fase: 'IDEA' as const, utenteId: attore.utenteId, atto: 'D.D. 1' };
  const scelto = { bandoId: seduta.bando.id, commissarioId: primo.id };
  const atti = [() => nominaCommissario(attore, nomina), () => revocaCommissario(attore, scelto), () => affidaPresidenza(attore, scelto)];
  for (const atto of atti)
    await expect(atto()).rejects.toMatchObject({
      code: 'commissione.ruoloMancante',
      message: 'La commissione la nomina un dirigente della Regione.',
    });
  expect(await eventi(attore.utenteId)).toEqual([]);
});

test('si nomina solo una persona della Regione con un ruolo adatto e un incarico vivo', async () => {
  const bando = await unBando();
  const dirigente = await unDirigente(bando.regione);
  const prova = (utenteId: string, bandoId = bando.id) =>
    nominaCommissario(dirigente, { bandoId, fase: 'PROGETTO', utenteId, atto: 'D.D. 1' });
  const referente = (await unEnte({ regione: bando.regione })).utente;
  const revocato = await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' });
  await superutente.query('update incarico set revocato_il = now() where id = $1', [revocato.incaricoId]);
  const amministratore = await unUtente({ regione: bando.regione, ruolo: 'AMMINISTRATORE' });
  const altrove = await unUtente({ regione: await unaRegione(), ruolo: 'VALUTATORE' });
  for (const { id } of [referente, revocato, amministratore, altrove])
    await expect(prova(id)).rejects.toMatchObject({ code: 'commissione.nonNominabile', campo: 'utenteId' });
  const buono = await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' });
  const altroBando = await unBando();
  await expect(prova(buono.id, altroBando.id)).rejects.toMatchObject({ code: 'bando.nonTrovato' });
  await prova(buono.id);
  await expect(prova(buono.id)).rejects.toMatchObject({ code: 'commissione.giaNominato' });
});

test('una sola presidenza, che si può affidare a un altro membro', async () => {
  const seduta = await unaSeduta();
  const dirigente = await unDirigente(seduta.bando.regione);
  const nuovo = await unUtente({ regione: seduta.bando.regione, ruolo: 'VALUTATORE' });
  const nomina = { bandoId: seduta.bando.id, fase: 'IDEA' as const, utenteId: nuovo.id, presidente: 'si' as const, atto: 'D.D. 1' };
  await expect(nominaCommissario(dirigente, nomina)).rejects.toMatchObject({ code: 'commissione.giaPresieduta' });
  const [presidente, altro] = (await membri(seduta.bando.id)).sort((a, b) => Number(b.presidente) - Number(a.presidente));
  const affida = (id: string) => affidaPresidenza(dirigente, { bandoId: seduta.bando.id, commissarioId: id });
  await expect(affida(presidente.id)).rejects.toMatchObject({ code: 'commissione.giaPresiede' });
  await affida(altro.id);
  expect((await membri(seduta.bando.id)).filter((m) => m.presidente).map(({ id }) => id)).toEqual([altro.id]);
  expect((await eventi(dirigente.utenteId)).map(({ atto }) => atto)).toEqual(['commissione.presieduta']);
});

test('chi non ha dichiarato esce, e se era l’ultimo i punteggi si svelano; chi ha dichiarato resta', async () => {
  const seduta = await unaSeduta();
  const dirigente = await unDirigente(seduta.bando.regione);
  const [prima, seconda, terza] = seduta.commissari;
  const di = new Map((await membri(seduta.bando.id)).map(({ utente_id, id }) => [utente_id, id]));
  const revoca = (utenteId = '') => revocaCommissario(dirigente, { bandoId: seduta.bando.id, commissarioId: di.get(utenteId) ?? '' });
  for (const attore of [prima, seconda]) await dichiara(seduta, attore);
  for (const attore of [prima, seconda]) await conclude(seduta, attore, 30);
  await expect(revoca(prima.utenteId)).rejects.toMatchObject({
    code: 'commissione.haDichiarato',
    message: expect.stringMatching(/^Ha già dichiarato/),
  });
  expect(await eventi(dirigente.utenteId)).toEqual([]);
  expect((await schede(seduta)).some(({ svelata }) => svelata)).toBe(false);
  await revoca(terza?.utenteId);
  expect((await schede(seduta)).map(({ svelata }) => svelata)).toEqual([true, true]);
  expect((await eventi(dirigente.utenteId)).map(({ atto }) => atto)).toEqual(['commissione.revocata']);
});

test('revocato mentre dichiara: resta uno dei due fatti, mai una scheda senza commissario', async () => {
  const seduta = await unaSeduta();
  const dirigente = await unDirigente(seduta.bando.regione);
  const [, seconda] = seduta.commissari;
  const membro = (await membri(seduta.bando.id)).find(({ utente_id }) => utente_id === seconda.utenteId);
  const esiti = await Promise.allSettled([
    dichiara(seduta, seconda),
    revocaCommissario(dirigente, { bandoId: seduta.bando.id, commissarioId: membro.id }),
  ]);
  expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const resta = (await membri(seduta.bando.id)).some(({ utente_id }) => utente_id === seconda.utenteId);
  expect((await schede(seduta)).length).toBe(resta ? 1 : 0);
});

test('lo stesso nominato due volte insieme: una nomina sola', async () => {
  const bando = await unBando();
  const dirigente = await unDirigente(bando.regione);
  const { id } = await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' });
  const nomina = () => nominaCommissario(dirigente, { bandoId: bando.id, fase: 'IDEA', utenteId: id, atto: 'D.D. 1' });
  const esiti = await inGara({ tabella: 'bando', id: bando.id }, nomina, nomina);
  expect(esiti.filter((e) => e === 'fulfilled')).toHaveLength(1);
  expect(await membri(bando.id)).toHaveLength(1);
});
