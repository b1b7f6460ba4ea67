import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { giornoDi } from '@/lib/format/data';
import { registraRichiesta } from '@/lib/privacy/commands/registraRichiesta';
import { unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { superutente } from '@/tests/support/superutente';
import { chiude, unaPersonaIn } from './_mondo';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', async () => {
  const { notFound } = await import('next/navigation');
  return {
    requireAttore: async () => chi.attore,
    requireLettore: async (...lettori: string[]) => (lettori.includes((chi.attore as Attore).lettore) ? chi.attore : notFound()),
  };
});
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));

const pagine = {
  diritti: () => import('@/app/(portale)/persone/diritti/page'),
  diritto: () => import('@/app/(portale)/persone/diritti/[id]/page'),
  privacy: () => import('@/app/(portale)/progetti/[id]/privacy/page'),
  conservazione: () => import('@/app/(portale)/conservazione/page'),
  compiti: () => import('@/app/(portale)/compiti/page'),
};
async function apri(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as unknown as (p: never) => Promise<ReactElement>)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

async function unMondo() {
  const ente = await unEnte();
  const { regione } = ente;
  const [partner, altro] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila: ente, partner: [partner] });
  const persona = await unaPersonaIn(ente, 'PAG', [{ id: progetto.id }]);
  const di = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const attori = {
    ...{
      referente: await ente.attore(),
      operatore: await di('OPERATORE', ente.id),
      partner: await partner.attore(),
      altro: await altro.attore(),
    },
    ...{
      dirigente: await di('DIRIGENTE'),
      amministratore: await di('AMMINISTRATORE'),
      istruttore: await di('ISTRUTTORE'),
      ricercatore: await di('RICERCATORE'),
    },
  };
  const oggi = giornoDi(attori.referente.adesso);
  return { ente, partner, progetto, persona, attori, oggi };
}

test('richieste: l’ente le registra e vi risponde; chi non è l’ente non le trova; il termine è tra le cose da fare', async () => {
  const { attori, persona, oggi } = await unMondo();
  expect(await apri(attori.referente, 'diritti')).toContain('Nessuna richiesta');
  const conPersona = await apri(attori.operatore, 'diritti', {}, { persona });
  for (const visto of [`value="${persona}"`, 'name="genere"', 'name="ricevutaIl"']) expect(conPersona).toContain(visto);
  await expect(apri(attori.altro, 'diritti', {}, { persona })).rejects.toMatchObject(nonTrovata);
  for (const fuori of ['dirigente', 'ricercatore'] as const) await expect(apri(attori[fuori], 'diritti')).rejects.toMatchObject(nonTrovata);

  const { richiestaId: id } = await registraRichiesta(attori.operatore, {
    personaId: persona,
    genere: 'CANCELLAZIONE',
    ricevutaIl: piuGiorni(oggi, -40),
  });
  const pagina = await apri(attori.referente, 'diritto', { id }, { esito: 'registrata' });
  for (const visto of [
    'Richiesta registrata',
    'In ritardo',
    'Rendi anonima',
    'Non si torna indietro',
    'ancora aperto',
    'il mese è passato',
    'Chiudi la richiesta',
  ])
    expect(pagina).toContain(visto);
  expect(pagina).not.toContain('CognomePAG');
  const operatore = await apri(attori.operatore, 'diritto', { id });
  expect(operatore).toContain('risponde il referente');
  expect(operatore).not.toContain('<form');
  for (const fuori of ['altro', 'partner', 'istruttore'] as const)
    await expect(apri(attori[fuori], 'diritto', { id })).rejects.toMatchObject(nonTrovata);
  await expect(apri(attori.referente, 'diritto', { id: 'non-un-uuid' })).rejects.toMatchObject(nonTrovata);
  const elenco = await apri(attori.referente, 'diritti');
  expect(elenco).toContain('giorni di ritardo');
  expect(await apri(attori.referente, 'compiti')).toContain('Rispondi a una richiesta: cancellazione');
  expect(await apri(attori.altro, 'compiti')).not.toContain('Rispondi a una richiesta');
});

test('i dati si scaricano con una POST dalla propria pagina, e solo per l’accesso', async () => {
  const { attori, persona, oggi } = await unMondo();
  const { richiestaId: id } = await registraRichiesta(attori.operatore, { personaId: persona, genere: 'ACCESSO', ricevutaIl: oggi });
  expect(await apri(attori.referente, 'diritto', { id })).toContain(`action="/persone/diritti/${id}/dati"`);
  const { POST } = await import('@/app/(portale)/persone/diritti/[id]/dati/route');
  const scarica = (attore: Attore, formato: string, intestazioni: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) => {
    chi.attore = attore;
    const corpo = new URLSearchParams({ formato });
    return POST(new Request(`http://portale.example/persone/diritti/${id}/dati`, { method: 'POST', body: corpo, headers: intestazioni }), {
      params: Promise.resolve({ id }),
    });
  };
  const pdf = await scarica(attori.referente, 'pdf');
  expect(pdf.headers.get('content-disposition')).toContain('attachment');
  expect((await leggiPdf(new Uint8Array(await pdf.arrayBuffer()))).join(' ')).toContain('CognomePAG');
  const json = await scarica(attori.referente, 'json');
  expect(((await json.json()) as { identita: { cognome: string } }).identita.cognome).toBe('CognomePAG');
  expect((await scarica(attori.referente, 'xml')).status).toBe(400);
  expect((await scarica(attori.referente, 'pdf', {})).status).toBe(403);
  expect((await scarica(attori.operatore, 'pdf')).status).toBe(400);
  for (const fuori of ['altro', 'dirigente'] as const) expect((await scarica(attori[fuori], 'pdf')).status).toBe(404);
});

test('privacy: i modelli hanno i dati del progetto e dell’ente che li scarica', async () => {
  const { attori, progetto, partner, ente } = await unMondo();
  const pagina = await apri(attori.partner, 'privacy', { id: progetto.id });
  for (const visto of [
    'Informativa per chi partecipa',
    'formato=docx',
    'formato=pdf',
    partner.denominazione,
    'il CUP del progetto',
    'un legale',
  ])
    expect(pagina).toContain(visto);
  expect(await apri(attori.istruttore, 'privacy', { id: progetto.id })).toContain(ente.denominazione);
  for (const fuori of ['altro', 'ricercatore'] as const)
    await expect(apri(attori[fuori], 'privacy', { id: progetto.id })).rejects.toMatchObject(nonTrovata);
  const bozza = await unProgetto({ capofila: ente, stato: 'PROGETTO_BOZZA' });
  await expect(apri(await ente.attore(), 'privacy', { id: bozza.id })).rejects.toMatchObject(nonTrovata);

  const { GET } = await import('@/app/(portale)/progetti/[id]/privacy/[modello]/route');
  const scarica = async (attore: Attore, modello: string, formato: string) => {
    chi.attore = attore;
    return GET(new Request(`http://portale.example/x?formato=${formato}`), { params: Promise.resolve({ id: progetto.id, modello }) });
  };
  const pdf = await scarica(attori.partner, 'ruoli', 'pdf');
  const testo = (await leggiPdf(new Uint8Array(await pdf.arrayBuffer()))).join(' ');
  for (const visto of [ente.denominazione, partner.denominazione, 'Responsabile (art. 28)']) expect(testo).toContain(visto);
  const docx = await scarica(attori.partner, 'informativa', 'docx');
  expect(docx.headers.get('content-type')).toContain('wordprocessingml');
  expect(new Uint8Array(await docx.arrayBuffer()).subarray(0, 2)).toEqual(Uint8Array.from([0x50, 0x4b]));
  await expect(scarica(attori.partner, 'inventato', 'pdf')).rejects.toMatchObject(nonTrovata);
  await expect(scarica(attori.altro, 'informativa', 'pdf')).rejects.toMatchObject(nonTrovata);
});

test('conservazione: solo numeri, a chi amministra o dirige', async () => {
  const { attori, progetto } = await unMondo();
  await chiude(progetto.id, '2018-03-31');
  await superutente.query('update persona set creata_il = $1 where regione_id = $2', ['2019-01-01', attori.dirigente.regioneId]);
  for (const dentro of ['dirigente', 'amministratore'] as const) {
    const pagina = await apri(attori[dentro], 'conservazione');
    for (const visto of ['Identità da rendere anonime oggi', 'npm run conservazione', '24 mesi']) expect(pagina).toContain(visto);
  }
  for (const fuori of ['istruttore', 'referente', 'ricercatore'] as const)
    await expect(apri(attori[fuori], 'conservazione')).rejects.toMatchObject(nonTrovata);
});
