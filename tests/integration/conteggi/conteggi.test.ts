import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { scriviConteggio } from '@/lib/conteggi/commands/scriviConteggio';
import { togliConteggio } from '@/lib/conteggi/commands/togliConteggio';
import { leggiConteggi } from '@/lib/conteggi/queries';
import { ConteggioNuovo } from '@/lib/conteggi/schema';
import { type Avviato, attiDi, nessunoLoTrova, nullaCambia, unAvviato } from '@/tests/support/progettoAvviato';
import { superutente } from '@/tests/support/superutente';

/** I conteggi anonimi: si scrivono, si leggono, si tolgono, e non diventano mai persone. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

let avviato: Avviato;
beforeEach(async () => {
  avviato = await unAvviato();
});

const modulo = (altro: Record<string, string> = {}) => ({
  ...{ progettoId: avviato.id, azioneId: avviato.progetto.azioni[0]?.id ?? '', genere: 'EVENTO', giorno: '10/02/2020' },
  ...{ presenze: '1.200', donne: '700', minori: '', nota: '', ...altro },
});
const scritto = (altro: Record<string, string> = {}) => ConteggioNuovo.parse(modulo(altro));
const scrivi = (attore: Attore, altro: Record<string, string> = {}) => scriviConteggio(attore, scritto(altro));

async function pagina(attore: Attore, id = avviato.id): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await import('@/app/(portale)/progetti/[id]/conteggi/page');
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve({}) } as never;
  return renderToStaticMarkup(await (Pagina as (props: never) => Promise<ReactElement>)(props));
}

test('le presenze si sommano per azione, con un evento di sole cifre e senza nessun partecipante', async () => {
  await scrivi(avviato.chi.operatore);
  await scrivi(avviato.chi.partner, { giorno: '11/02/2020', genere: 'SPORTELLO', presenze: '30', donne: '' });
  const letti = await leggiConteggi(avviato.chi.partner, avviato.id);
  expect(letti?.azioni[0]).toMatchObject({ presenze: 1230, giorni: 2 });
  expect(letti?.conteggi.map(({ mio, presenze, donne, minori }) => [mio, presenze, donne, minori])).toEqual([
    [true, 30, null, null],
    [false, 1200, 700, null],
  ]);
  expect(await attiDi(avviato)).toEqual(['conteggio.scritto', 'conteggio.scritto']);
  const { rows } = await superutente.query('select count(*)::int as n from partecipante where progetto_id = $1', [avviato.id]);
  expect(rows[0].n).toBe(0);
});

test.each([
  [{ presenze: '' }, 'presenze'],
  [{ presenze: '0' }, 'presenze'],
  [{ presenze: '12,5' }, 'presenze'],
  [{ presenze: '2000000' }, 'presenze'],
  [{ donne: '1201' }, 'donne'],
  [{ minori: '9999' }, 'minori'],
  [{ giorno: '30/02/2020' }, 'giorno'],
  [{ genere: 'FESTA' }, 'genere'],
  [{ nota: 'chiamare Rosa al 333 1234567' }, 'nota'],
  [{ nota: 'x'.repeat(301) }, 'nota'],
])('un modulo con %j si rifiuta sul campo %s', (altro, campo) => {
  const letto = ConteggioNuovo.safeParse(modulo(altro));
  expect(letto.error?.issues.map(({ path }) => path[0])).toContain(campo);
});

test('un giorno futuro, un’azione di un altro progetto e lo stesso conteggio due volte si rifiutano, e non lasciano nulla', async () => {
  const { operatore } = avviato.chi;
  const altro = await unAvviato();
  await nullaCambia(avviato, () => scrivi(operatore, { giorno: '01/01/2199' }), 'conteggio.giorno', /futuro/);
  await nullaCambia(avviato, () => scrivi(operatore, { giorno: '01/01/1990' }), 'conteggio.giorno', /cominciato/);
  await nullaCambia(avviato, () => scrivi(operatore, { azioneId: altro.progetto.azioni[0]?.id ?? '' }), 'persona.azioneNonDelProgetto');
  const insieme = await Promise.allSettled([scrivi(operatore), scrivi(operatore)]);
  expect(insieme.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await nullaCambia(avviato, () => scrivi(operatore), 'conteggio.doppio', /nota/);
  await scrivi(operatore, { nota: 'pomeriggio' });
});

test('si toglie solo il proprio, e resta scritto quanto valeva', async () => {
  const { conteggioId } = await scrivi(avviato.chi.operatore);
  const scelta = { progettoId: avviato.id, conteggioId };
  for (const attore of [avviato.chi.partner, avviato.chi.estraneo])
    await nullaCambia(avviato, () => togliConteggio(attore, scelta), 'conteggio.nonTrovato');
  await togliConteggio(avviato.chi.referente, scelta);
  await nullaCambia(avviato, () => togliConteggio(avviato.chi.referente, scelta), 'conteggio.nonTrovato');
  const { rows } = await superutente.query(`select prima from evento where progetto_id = $1 and atto = 'conteggio.tolto'`, [avviato.id]);
  expect(rows[0].prima).toMatchObject({ presenze: 1200, genere: 'EVENTO', giorno: '2020-02-10' });
});

test('chi non partecipa non trova il progetto, e la Regione non scrive', async () => {
  await nessunoLoTrova(avviato, async (attore) => {
    if (attore.lettore === 'app_ente') return scrivi(attore);
    expect(await leggiConteggi(attore, avviato.id)).toBeNull();
    throw Object.assign(new Error('non lo vede'), { code: 'progetto.nonTrovato' });
  });
  await nullaCambia(avviato, () => scrivi(avviato.chi.istruttore), 'conteggio.soloEnte');
});

test('la pagina: l’ente conta e toglie, la Regione legge i soli totali, gli altri non la trovano', async () => {
  const vuota = await pagina(avviato.chi.operatore);
  expect(vuota).toContain('Nessuna presenza registrata');
  await scrivi(avviato.chi.operatore, { nota: 'festa di quartiere' });
  const ente = await pagina(avviato.chi.operatore);
  for (const visto of ['1.200', 'festa di quartiere', 'non contate', 'Togliere questo conteggio?', 'name="presenze"'])
    expect(ente).toContain(visto);
  expect(await pagina(avviato.chi.partner)).not.toContain('Togliere questo conteggio?');
  const regione = await pagina(avviato.chi.istruttore);
  expect(regione).toContain('1.200');
  for (const nascosto of ['festa di quartiere', 'name="presenze"', '>700<']) expect(regione).not.toContain(nascosto);
  for (const estraneo of [avviato.chi.estraneo, avviato.chi.altraRegione])
    await expect(pagina(estraneo)).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
  await expect(pagina(avviato.chi.operatore, 'storto')).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
});
