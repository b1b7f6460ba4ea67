import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { leggiDoveri } from '@/lib/attuazione/queriesCompiti';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { piuMesi } from '@/lib/calendario/date';
import { chiediRinuncia } from '@/lib/cessazioni/commands/chiediRinuncia';
import { dataBreve } from '@/lib/format/data';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { unUtente } from '@/tests/support/builders';
import { type Avviato, righeDi, unAvviato, unPeriodoTra } from '@/tests/support/progettoAvviato';
import { apre, concede, corregge, inEsame, presenta } from './_mondo';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  proroghe: () => import('@/app/(portale)/progetti/[id]/proroghe/page'),
  proroga: () => import('@/app/(portale)/progetti/[id]/proroghe/[prorogaId]/page'),
  sospensioni: () => import('@/app/(portale)/progetti/[id]/sospensioni/page'),
  cessazione: () => import('@/app/(portale)/progetti/[id]/cessazione/page'),
  progetto: () => import('@/app/(portale)/progetti/[id]/page'),
  blocco: () => import('@/app/(portale)/bandi/[id]/sospensioni/page'),
};

async function apri(attore: Attore, pagina: keyof typeof pagine, params: object, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as unknown as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const sospende = (a: Avviato, dal: number, al: number | null) =>
  disponiSospensione(a.chi.dirigente, {
    ...{ progettoId: a.id, azioneId: null, motivo: 'EMERGENZA_SANITARIA', nota: 'Sedi chiuse.', atto: 'D.D. 7', dataAtto: a.oggi },
    ...{ dal: piuGiorni(a.oggi, dal), al: al === null ? null : piuGiorni(a.oggi, al) },
  });

test('proroghe: chi è capofila trova il modulo, gli altri la frase; il massimo del bando si legge', async () => {
  const a = await unAvviato();
  const pagina = (persona: keyof Avviato['chi']) => apri(a.chi[persona], 'proroghe', { id: a.id });
  const referente = await pagina('referente');
  for (const visto of ['12 mesi in tutto', dataBreve(piuMesi(a.fine, 12)), 'name="mesi"', 'Nessuna proroga', 'Prepara la richiesta'])
    expect(referente).toContain(visto);
  expect(await pagina('partner')).toContain('La proroga la chiede l’ente capofila');
  const dirigente = await pagina('dirigente');
  expect(dirigente).not.toContain('name="mesi"');
  for (const persona of ['estraneo', 'altraRegione'] as const) await expect(pagina(persona)).rejects.toMatchObject(nonTrovata);
  const finito = await unAvviato({ finisceTra: -3 });
  expect(await apri(finito.chi.referente, 'proroghe', { id: finito.id })).toContain('una proroga si chiede prima della fine');
});

test('una proroga: bozza scritta e con le prove, poi la Regione; concessa si corregge solo l’ultima', async () => {
  const a = await unAvviato();
  const id = await apre(a);
  const pagina = (persona: keyof Avviato['chi'], prorogaId = id, domanda = {}) =>
    apri(a.chi[persona], 'proroga', { id: a.id, prorogaId }, domanda);
  const bozza = await pagina('referente', id, { esito: 'aperta' });
  for (const visto of ['In bozza', 'name="rev"', 'Presenta alla Regione', 'Allega una prova', 'Richiesta in bozza'])
    expect(bozza).toContain(visto);
  expect(await pagina('operatore')).toContain('la presenta il referente');
  expect(await pagina('partner')).not.toContain('name="motivo"');
  await expect(pagina('istruttore')).rejects.toMatchObject(nonTrovata);
  await presenta(a, id);
  const presa = await pagina('istruttore');
  expect(presa).toContain('Prendi in carico');
  expect(presa).not.toContain('Concedi');
  expect(await pagina('referente')).toContain('non l’ha ancora presa in carico');
  const altra = await unAvviato({ regione: a.progetto.regione });
  const inCorso = await inEsame(altra);
  const decide = await apri(altra.chi.dirigente, 'proroga', { id: altra.id, prorogaId: inCorso });
  for (const visto of ['Concedi la proroga', 'Non concedere', 'Azioni che finiscono con il progetto', 'A1, Azione 1'])
    expect(decide).toContain(visto);
  await concede(altra, inCorso, { fine: piuMesi(altra.fine, 3) });
  const { prorogaId } = await corregge(altra, inCorso, { fine: piuMesi(altra.fine, 2) });
  expect(await apri(altra.chi.dirigente, 'proroga', { id: altra.id, prorogaId: inCorso })).not.toContain('Registra la correzione');
  const corretta = await apri(altra.chi.dirigente, 'proroga', { id: altra.id, prorogaId }, { esito: 'corretta' });
  for (const visto of ['Correzione della proroga 1', 'Registra la correzione', 'Correzione registrata']) expect(corretta).toContain(visto);
  await expect(apri(altra.chi.dirigente, 'proroga', { id: a.id, prorogaId })).rejects.toMatchObject(nonTrovata);
});

test('sospensioni: il dirigente dispone e fa riprendere; gli enti leggono quando, perché e che cosa si è spostato', async () => {
  const a = await unAvviato();
  await unPeriodoTra(a, 1, -120, -60, -29);
  await sospende(a, -50, -40);
  await sospende(a, -5, null);
  const pagina = (persona: keyof Avviato['chi']) => apri(a.chi[persona], 'sospensioni', { id: a.id });
  const dirigente = await pagina('dirigente');
  for (const visto of ['Disponi la ripresa', 'Registra la sospensione', 'non sposta la fine', 'Il progetto è sospeso'])
    expect(dirigente).toContain(visto);
  const partner = await pagina('partner');
  for (const visto of ['Emergenza sanitaria', 'Sedi chiuse.', 'D.D. 7', dataBreve(piuGiorni(a.oggi, -18)), 'ancora aperta'])
    expect(partner).toContain(visto);
  expect(partner).not.toContain('<form');
  expect(await pagina('istruttore')).toContain('Le sospensioni le dispone un dirigente');
  await expect(pagina('estraneo')).rejects.toMatchObject(nonTrovata);
});

test('la pagina del progetto dice la fine prorogata, la sospensione e la rinuncia; la ricerca non legge la rinuncia', async () => {
  const a = await unAvviato();
  await concede(a, await inEsame(a), { fine: piuMesi(a.fine, 3) });
  await sospende(a, -5, null);
  await chiediRinuncia(a.chi.referente, { progettoId: a.id, motivazione: 'Non riusciamo a continuare.' });
  const pagina = async (attore: Attore) => apri(attore, 'progetto', { id: a.id });
  const partner = await pagina(a.chi.partner);
  for (const visto of [
    dataBreve(piuMesi(a.fine, 3)),
    `prorogata: era il ${dataBreve(a.fine)}`,
    'Il progetto è sospeso',
    'ha chiesto di rinunciare',
  ])
    expect(partner).toContain(visto);
  const ricerca = await pagina(await (await unUtente({ regione: a.progetto.regione, ruolo: 'RICERCATORE' })).attore());
  expect(ricerca).toContain('Il progetto è sospeso');
  expect(ricerca).not.toContain('rinunciare');
});

test('in blocco: l’elenco con le spunte, poi com’è andata riga per riga', async () => {
  const a = await unAvviato();
  const b = await unAvviato({ regione: a.progetto.regione });
  await sospende(b, -5, null);
  const id = a.progetto.regione.bandoId;
  const pagina = await apri(a.chi.dirigente, 'blocco', { id });
  for (const visto of [
    `name="progetti.${a.id}"`,
    'Sospendi i progetti scelti',
    'Fai riprendere i progetti scelti',
    '1 in attuazione',
    '1 sospesi',
  ])
    expect(pagina).toContain(visto);
  expect(await apri(a.chi.istruttore, 'blocco', { id })).not.toContain('<form');
  const lotto = 'f0f0f0f0-0000-4000-8000-000000000001';
  await disponiSospensione(a.chi.dirigente, {
    ...{ progettoId: a.id, azioneId: null, motivo: 'ALTRO', nota: null, atto: 'D.D. 8', dataAtto: a.oggi, dal: a.oggi, al: null, lotto },
  });
  const esito = await apri(a.chi.dirigente, 'blocco', { id }, { lotto });
  for (const visto of ['Com’è andata', 'Un progetto sospeso', 'Non sospeso. Le date si sovrappongono']) expect(esito).toContain(visto);
  const c = await unAvviato({ regione: a.progetto.regione });
  const aMeta = await apri(a.chi.dirigente, 'blocco', { id }, { lotto, dopo: '00000000-0000-4000-8000-000000000000', fuori: '' });
  for (const visto of ['Progetti sospesi: 1. Ne restano 1.', 'Continua', '<progress']) expect(aMeta).toContain(visto);
  expect(aMeta).not.toContain('Sospendi i progetti scelti');
  const finito = await apri(a.chi.dirigente, 'blocco', { id }, { lotto, dopo: '00000000-0000-4000-8000-000000000000', fuori: c.id });
  expect(finito).toContain('Lasciato fuori.');
  expect(await apri(a.chi.dirigente, 'blocco', { id }, { ripresi: '1', su: '2' })).toContain('Progetti ripresi: 1 su 2.');
  const riprende = { ripresi: '3', su: '5', dopo: '00000000-0000-4000-8000-000000000000', fuori: '', al: a.oggi, atto: 'D.D. 9' };
  const ripresa = await apri(a.chi.dirigente, 'blocco', { id }, riprende);
  for (const visto of ['Progetti ripresi: 3. Ne restano 2.', 'Continua', '<progress', 'name="atto" value="D.D. 9"'])
    expect(ripresa).toContain(visto);
  const ultima = await apri(a.chi.dirigente, 'blocco', { id }, { ...riprende, fuori: `${a.id},${b.id}` });
  expect(ultima).toContain('Progetti ripresi: 3 su 5.');
  await expect(apri(a.chi.altraRegione, 'blocco', { id })).rejects.toMatchObject(nonTrovata);
});

test('«Cosa devo fare» sa della sospensione e della proroga in bozza', async () => {
  const a = await unAvviato();
  await apre(a);
  const mio = async () => (await leggiDoveri(a.chi.referente)).find(({ id }) => id === a.id);
  expect(await mio()).toMatchObject({ sospeso: false, prorogheInBozza: [{ azione: null, fine: a.fine }] });
  await sospende(a, 0, 10);
  expect(await mio()).toMatchObject({ sospeso: true, stato: 'AVVIATO' });
});

test('chiusura: ciò che manca porta dove si risolve; ciascuno trova solo i suoi comandi', async () => {
  const a = await unAvviato({ finisceTra: -1 });
  await unPeriodoTra(a, 1, -90, -1, 30);
  const pagina = (persona: keyof Avviato['chi'], domanda = {}) => apri(a.chi[persona], 'cessazione', { id: a.id }, domanda);
  const dirigente = await pagina('dirigente');
  for (const visto of ['non si può ancora concludere', `/progetti/${a.id}/calendario`, 'Concludi il progetto', 'Revoca il progetto'])
    expect(dirigente).toContain(visto);
  expect(dirigente).not.toContain('Chiedi di rinunciare');
  expect(await pagina('referente')).toContain('Chiedi di rinunciare');
  const partner = await pagina('partner');
  expect(partner).not.toContain('<form');
  expect(partner).toContain('La chiede e la ritira il referente');
  await chiediRinuncia(a.chi.referente, { progettoId: a.id, motivazione: 'Non riusciamo a continuare.' });
  expect(await pagina('referente', { esito: 'chiesta' })).toContain('Ritira la rinuncia');
  const decide = await pagina('dirigente');
  for (const visto of ['Conferma la rinuncia', 'Non accogliere', 'Al massimo il contributo assegnato', 'Non riusciamo a continuare.'])
    expect(decide).toContain(visto);
  expect(await pagina('istruttore')).not.toContain('Conferma la rinuncia');
  expect(await righeDi('cessazione', a)).toHaveLength(1);
});

test.for(Object.keys(pagine) as (keyof typeof pagine)[])('%s di un indirizzo storto o inventato non esiste', async (pagina) => {
  const a = await unAvviato();
  for (const id of ['1', '0190a5f0-0000-7000-8000-000000000001'])
    await expect(apri(a.chi.dirigente, pagina, { id, prorogaId: id })).rejects.toMatchObject(nonTrovata);
});
