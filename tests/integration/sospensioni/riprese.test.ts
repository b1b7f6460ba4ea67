import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { attiDi, progettoDi, unAvviato } from '@/tests/support/progettoAvviato';

/** Gli atti come li chiama Next, con chi chiede al posto della sessione: i permessi restano quelli del database. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
const NOSTRE = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin', 'next-action': 'x' };
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));
vi.mock('next/headers', () => ({ headers: async () => new Headers(NOSTRE), cookies: async () => ({ get: () => undefined }) }));

/** Il giro che segue di una ripresa in blocco: dove porta, o perché è rifiutato. */
async function prosegui(attore: Attore, campi: Record<string, string>) {
  chi.attore = attore;
  const { proseguiRipresaAction } = await import('@/app/(portale)/bandi/[id]/sospensioni/actions');
  const dati = new FormData();
  for (const [nome, valore] of Object.entries(campi)) dati.append(nome, valore);
  try {
    return { stato: await proseguiRipresaAction(STATO_INIZIALE, dati), dove: null };
  } catch (error) {
    const { digest } = error as { digest?: string };
    if (!digest?.startsWith('NEXT_REDIRECT')) throw error;
    return { stato: null, dove: new URL(digest.split(';')[2] ?? '', 'http://localhost').searchParams };
  }
}

async function sospeso(regione?: Awaited<ReturnType<typeof unAvviato>>['progetto']['regione']) {
  const { disponiSospensione } = await import('@/lib/sospensioni/commands/disponiSospensione');
  const avviato = await unAvviato(regione ? { regione } : undefined);
  await disponiSospensione(avviato.chi.dirigente, {
    ...{ progettoId: avviato.id, azioneId: null, motivo: 'EMERGENZA_SANITARIA', nota: null, atto: 'D.D. 3', dataAtto: avviato.oggi },
    ...{ dal: avviato.oggi, al: null },
  });
  return avviato;
}

test('il giro che segue riprende chi resta, mai chi è lasciato fuori o già trattato, e tiene il conto', async () => {
  const a = await sospeso();
  const { regione } = a.progetto;
  const [trattato, fuori, b] = [a, await sospeso(regione), await sospeso(regione)].toSorted((x, y) => (x.id < y.id ? -1 : 1));
  if (!trattato || !fuori || !b) throw new Error('Servono tre progetti.');
  const campi = {
    ...{ bandoId: regione.bandoId, dopo: trattato.id, fuori: fuori.id },
    ...{ al: a.oggi, atto: 'D.D. 4', ripresi: '1', su: '2' },
  };
  const { dove } = await prosegui(a.chi.dirigente, campi);
  expect(Object.fromEntries(dove ?? [])).toEqual({ ripresi: '2', su: '2' });
  expect((await Promise.all([trattato, fuori, b].map(progettoDi))).map(({ stato }) => stato)).toEqual(['SOSPESO', 'SOSPESO', 'AVVIATO']);
  // la stessa pagina inviata di nuovo non riprende nessuno due volte
  await prosegui(a.chi.dirigente, campi);
  expect((await attiDi(b)).filter((atto) => atto === 'progetto.ripreso')).toHaveLength(1);
});

test('un indirizzo ritoccato o chi non dirige non riprende nulla', async () => {
  const a = await sospeso();
  const campi = { bandoId: a.progetto.regione.bandoId, dopo: '00000000-0000-4000-8000-000000000000', fuori: '', al: a.oggi };
  const intero = { ...campi, atto: 'D.D. 4', ripresi: '0', su: '1' };
  expect((await prosegui(a.chi.dirigente, { ...intero, al: '31/02/2020' })).stato).toMatchObject({ status: 'invalid' });
  expect(Object.fromEntries((await prosegui(a.chi.istruttore, intero)).dove ?? [])).toEqual({ ripresi: '0', su: '1' });
  expect((await prosegui(a.chi.altraRegione, intero)).stato).toMatchObject({ status: 'refused' });
  expect(await progettoDi(a)).toMatchObject({ stato: 'SOSPESO' });
});
