import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { registraUscita } from '@/lib/persone/commands/registraUscita';
import { UscitaScritta } from '@/lib/persone/schema';
import { routes } from '@/lib/routes';
import { superutente } from '@/tests/support/superutente';
import { registra, unMondo } from './_mondo';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  elenco: () => import('@/app/(portale)/persone/page'),
  nuova: () => import('@/app/(portale)/persone/nuova/page'),
  scheda: () => import('@/app/(portale)/persone/[id]/page'),
  nuclei: () => import('@/app/(portale)/persone/nuclei/page'),
  compiti: () => import('@/app/(portale)/compiti/page'),
};

async function disegna(elemento: ReactElement): Promise<string> {
  const { prerenderToNodeStream } = await import('react-dom/static');
  const { prelude } = await prerenderToNodeStream(elemento);
  const pezzi: Buffer[] = [];
  for await (const pezzo of prelude) pezzi.push(Buffer.from(pezzo));
  return Buffer.concat(pezzi).toString('utf8');
}

async function apri(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  const elemento = await (Pagina as unknown as Pagina)(props);
  return (await disegna(elemento)).replaceAll('&#x27;', '’').replaceAll('<!-- -->', '');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

test('il modulo: il codice per primo, Invio salva e ricomincia, l’informativa senza consenso', async () => {
  const m = await unMondo();
  const html = await apri(m.chi.operatore, 'nuova');
  expect(html.indexOf('name="codice"')).toBeLessThan(html.indexOf('name="cognome"'));
  expect(html.indexOf('Salva e registra un’altra persona')).toBeLessThan(html.indexOf('Salva e apri la scheda'));
  for (const visto of ['Informativa consegnata il', 'Non dichiara', 'A1, Azione 1', 'Licenza media', 'Marocco'])
    expect(html).toContain(visto);
  expect(html.toLowerCase()).not.toContain('acconsent');
  const { personaId } = await registra(m.chi.operatore, m);
  const azione = m.progetto.azioni[1]?.id ?? '';
  const dopo = await apri(
    m.chi.operatore,
    'nuova',
    {},
    { progetto: m.progetto.id, salvata: personaId, ingresso: '2020-02-01', azioni: azione },
  );
  expect(dopo).toContain('Persona registrata.');
  expect(dopo).toContain('value="01/02/2020"');
  await expect(apri(m.chi.operatore, 'nuova', {}, { progetto: personaId })).rejects.toMatchObject(nonTrovata);
  expect(await apri(m.chi.estraneo, 'nuova')).toContain('Nessun progetto avviato');
});

test('l’elenco e la scheda: i nomi solo all’ente, una riga nel registro per pagina', async () => {
  const m = await unMondo();
  expect(await apri(m.chi.referente, 'elenco')).toContain('Ancora nessuna persona');
  const { personaId } = await registra(m.chi.referente, m, { condizione: '', mesiDisoccupazione: '' });
  await registra(m.chi.referente, m, { cognome: 'Quagliotto', codice: '', senzaCodice: 'NESSUNO' });
  const html = await apri(m.chi.referente, 'elenco');
  for (const visto of ['Zampardi Ermelinda', 'Quagliotto Ermelinda', 'dati mancanti', '15/01/2020']) expect(html).toContain(visto);
  const { rows } = await superutente.query(`select scopo, cardinality(persone) as n from accesso_identita where organizzazione_id = $1`, [
    m.capofila.id,
  ]);
  expect(rows).toEqual([{ scopo: 'ELENCO', n: 2 }]);
  const scheda = await apri(m.chi.referente, 'scheda', { id: personaId });
  for (const visto of [
    'Zampardi Ermelinda',
    'Manca: condizione occupazionale',
    'Registra l’uscita',
    'Non dichiarato',
    'Registrata due volte?',
    ': elenco',
  ])
    expect(scheda).toContain(visto);
  for (const altro of [m.chi.partner, m.chi.estraneo]) {
    await expect(apri(altro, 'scheda', { id: personaId })).rejects.toMatchObject(nonTrovata);
    expect(await apri(altro, 'elenco')).not.toContain('Zampardi');
  }
  await expect(apri(m.chi.referente, 'scheda', { id: 'x' })).rejects.toMatchObject(nonTrovata);
  expect(await apri(m.chi.referente, 'elenco', {}, { trovate: 'nessuna' })).toContain('Nessuna persona trovata');
  expect(await apri(m.chi.referente, 'elenco', {}, { trovate: personaId })).not.toContain('Quagliotto');
});

test('dopo l’uscita la scheda chiede gli esiti, e le cose da fare li contano senza nomi', async () => {
  const m = await unMondo();
  const { personaId, partecipanteId } = await registra(m.chi.referente, m, { nucleo: 'F-3' });
  await registraUscita(
    m.chi.referente,
    UscitaScritta.parse({ partecipanteId, rev: '0', uscita: '01/06/2020', motivoUscita: 'COMPLETATO' }),
  );
  const scheda = await apri(m.chi.referente, 'scheda', { id: personaId }, { esito: 'uscita' });
  for (const visto of [
    'Uscita registrata',
    'In ritardo',
    'Salva l’esito a quattro settimane',
    'Registra il rientro',
    'dal 01/11/2020 al 31/12/2020',
  ])
    expect(scheda).toContain(visto);
  const compiti = await apri(m.chi.operatore, 'compiti');
  expect(compiti).toContain('Esito a quattro settimane di 1 persona, 1 in ritardo');
  expect(compiti).toContain(routes.persone({ stato: 'esito4' }));
  expect(compiti).not.toContain('Zampardi');
  expect(await apri(m.chi.partner, 'compiti')).not.toContain('quattro settimane');
  expect(await apri(m.chi.referente, 'nuclei')).toContain('F-3');
});

test('la scheda assorbita rimanda a quella che resta', async () => {
  const m = await unMondo();
  const { unisciPersone } = await import('@/lib/persone/commands/unisciPersone');
  const [a, b] = [await registra(m.chi.referente, m), await registra(m.chi.referente, m, { codice: '', senzaCodice: 'NESSUNO' })];
  const doppioni = await apri(m.chi.referente, 'scheda', { id: a.personaId }, { doppioni: 'si' });
  expect(doppioni).toContain('Zampardi Ermelinda, senza codice');
  await unisciPersone(m.chi.referente, { resta: a.personaId, assorbita: b.personaId });
  await expect(apri(m.chi.referente, 'scheda', { id: b.personaId })).rejects.toMatchObject({
    digest: expect.stringContaining(routes.persona(a.personaId)),
  });
  expect(await apri(m.chi.referente, 'scheda', { id: a.personaId })).toContain('Schede unite a questa');
});
