import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { caricaEvidenza } from '@/lib/evidenze/commands/caricaEvidenza';
import { togliEvidenza } from '@/lib/evidenze/commands/togliEvidenza';
import { leggiEvidenza, leggiEvidenze } from '@/lib/evidenze/queries';
import { eventi, type Persona, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';

afterAll(chiudiSqlGrezzo);

const pdf = (testo = 'uno') => Uint8Array.from(Buffer.from(`%PDF-1.4\n${testo}\n%%EOF`));
const avanzamento = async (p: Pratica, azioneId = p.azioneDelPartner.id): Promise<string> =>
  String((await una('select id from avanzamento where rapporto_id = $1 and azione_id = $2', [p.rapportoId, azioneId])).id);

async function carica(p: Pratica, persona: Persona = 'partner', cambio: Partial<Parameters<typeof caricaEvidenza>[1]> = {}) {
  const base = {
    progettoId: p.progetto.id,
    oggetto: 'AVANZAMENTO' as const,
    oggettoId: await avanzamento(p),
    nome: 'foto.pdf',
    contenuto: pdf(),
  };
  return caricaEvidenza(p.chi[persona], { ...base, ...cambio });
}

test('il partner allega una prova alla sua azione: la Regione la legge solo con la relazione', async () => {
  const p = await unaPratica();
  const { evidenzaId, nome } = await carica(p, 'partner', { nome: '..\\..\\Foto?.exe' });
  expect(nome).toBe('Foto.exe.pdf');
  expect((await eventi(p)).at(-1)).toMatchObject({
    atto: 'evidenza.caricata',
    riservato: true,
    dopo: { per: 'AVANZAMENTO', azione: 'A2' },
  });
  const vede = async (persona: Persona) => [
    (await leggiEvidenza(p.chi[persona], p.progetto.id, evidenzaId)) !== null,
    (await leggiEvidenze(p.chi[persona], await avanzamento(p))).length,
  ];
  expect(await vede('referente')).toEqual([true, 1]);
  for (const persona of ['istruttore', 'estraneo', 'altraRegione'] as const) expect(await vede(persona)).toEqual([false, 0]);
  await consegnaParte(p.chi.partner, { rapportoId: p.rapportoId, organizzazioneId: p.enteDelPartner.id });
  await presentaRapporto(p.chi.referente, p);
  expect(await vede('istruttore')).toEqual([true, 1]);
  for (const persona of ['estraneo', 'altraRegione'] as const) expect(await vede(persona)).toEqual([false, 0]);
  await rifiutato(
    p,
    () => togliEvidenza(p.chi.partner, { progettoId: p.progetto.id, evidenzaId }),
    'evidenza.presentata',
    /resta agli atti/,
  );
  await rifiutato(p, () => carica(p, 'partner', { contenuto: pdf('due') }), 'evidenza.chiusa', /già stato presentato/);
});

test('riaperta l’azione si allega ancora; la prova vecchia resta', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  await rifiutato(p, () => carica(p), 'evidenza.chiusa', /già stato presentato/);
  await chiediChiarimento(p.chi.istruttore, { rapportoId: p.rapportoId, azioneId: p.azioneDelPartner.id, domanda: 'Manca una prova' });
  await expect(carica(p)).resolves.toMatchObject({ nome: 'foto.pdf' });
  const altra = await avanzamento(p, p.azione.id);
  await rifiutato(p, () => carica(p, 'referente', { oggettoId: altra }), 'evidenza.chiusa', /già stato presentato/);
});

test('chi non può: altri enti sull’azione non loro, la Regione, chi è fuori, un oggetto di un altro progetto', async () => {
  const p = await unaPratica();
  const delCapofila = await avanzamento(p, p.azione.id);
  await rifiutato(p, () => carica(p, 'partner', { oggettoId: delCapofila }), 'evidenza.chiusa', /non è tuo/);
  for (const persona of ['istruttore', 'dirigente', 'ricercatore'] as const)
    await rifiutato(p, () => carica(p, persona), 'evidenza.ruolo', /le allegano gli enti/);
  await rifiutato(p, () => carica(p, 'estraneo'), 'evidenza.chiusa', /non è tuo/);
  const altra = await unaPratica();
  const altrui = await avanzamento(altra);
  await rifiutato(p, () => carica(p, 'partner', { oggettoId: altrui }), 'evidenza.chiusa', /non è tuo/);
  await rifiutato(p, () => carica(p, 'referente', { oggetto: 'PROROGA', oggettoId: randomUUID() }), 'evidenza.chiusa', /non è tuo/);
});

test('file vuoto, di tipo non ammesso, già allegato, o il ventunesimo: rifiutati con il motivo', async () => {
  const p = await unaPratica();
  await rifiutato(p, () => carica(p, 'partner', { contenuto: new Uint8Array(0) }), 'documento.vuoto', /vuoto/);
  await rifiutato(p, () => carica(p, 'partner', { contenuto: Uint8Array.from(Buffer.from('<html>')) }), 'documento.tipo', /tipo ammesso/);
  await carica(p);
  await rifiutato(p, () => carica(p), 'evidenza.doppia', /già allegato/);
  for (let n = 1; n < 20; n++) await carica(p, 'partner', { contenuto: pdf(String(n)) });
  await rifiutato(p, () => carica(p, 'partner', { contenuto: pdf('troppe') }), 'evidenza.troppe', /20 prove/);
});

test('toglie chi ha allegato o il capofila; nessun altro, nemmeno con SQL grezzo', async () => {
  const p = await unaPratica();
  const { evidenzaId } = await carica(p, 'referente');
  const sua = await carica(p, 'partner', { contenuto: pdf('sua') });
  const togli = (persona: Persona, id: string) => togliEvidenza(p.chi[persona], { progettoId: p.progetto.id, evidenzaId: id });
  await rifiutato(p, () => togli('partner', evidenzaId), 'evidenza.altrui', /altro ente/);
  await rifiutato(p, () => togli('estraneo', evidenzaId), 'evidenza.nonTrovata', /non esiste/);
  await rifiutato(p, () => togli('istruttore', evidenzaId), 'evidenza.nonTrovata', /non esiste/);
  expect(await sqlCome(p.chi.partner, 'update evidenza set presentata = true where id = $1', [evidenzaId])).toMatchObject({
    codice: '42501',
  });
  await togli('operatore', sua.evidenzaId);
  await togli('referente', evidenzaId);
  expect((await eventi(p)).filter(({ atto }) => atto === 'evidenza.tolta')).toHaveLength(2);
});
