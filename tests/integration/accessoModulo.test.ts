import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { cookieSessione, scriviJwt } from '@/lib/auth/cookieSessione';
import { improntaDi } from '@/lib/auth/segreti';
import { chiudiQuestaSessione } from '@/lib/db/accesso';
import { DomainError } from '@/lib/errors/domainError';
import { formAction } from '@/lib/forms/formAction';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { conPassword, entrato } from '../support/accesso';
import { unEnte } from '../support/builders';
import { superutente } from '../support/superutente';

// Le intestazioni e i cookie della richiesta li dà Next: qui si scrivono a mano, tutto il resto è vero.
const richiesta = vi.hoisted(() => ({ intestazioni: new Headers(), cookie: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  headers: async () => richiesta.intestazioni,
  cookies: async () => ({ get: (nome: string) => (richiesta.cookie.has(nome) ? { value: richiesta.cookie.get(nome) } : undefined) }),
}));

const NOSTRE = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
  'x-percorso': '/progetti/1?scheda=a',
};
const schema = z.object({ nota: z.string().min(3, 'Scrivi almeno 3 caratteri.').max(20, 'Al massimo 20 caratteri.') });

const modulo = (campi: Record<string, string>) => {
  const dati = new FormData();
  for (const [nome, valore] of Object.entries(campi)) dati.append(nome, valore);
  return dati;
};

async function entra() {
  const ente = await unEnte();
  const { segreto } = await entrato({ email: await conPassword(ente.utente.id) });
  richiesta.cookie.set(cookieSessione().name, await scriviJwt(segreto));
  return { ente, segreto };
}

beforeEach(() => {
  richiesta.intestazioni = new Headers({ ...NOSTRE, 'next-action': 'x' });
  richiesta.cookie.clear();
});

test('un modulo valido arriva al suo atto con l’attore, e poi si va altrove', async () => {
  const { ente } = await entra();
  const run = vi.fn(async () => ({ goTo: '/compiti' }));
  await expect(formAction(schema, run)(STATO_INIZIALE, modulo({ nota: 'va bene', altro: 'x' }))).rejects.toMatchObject({
    digest: expect.stringContaining('/compiti'),
  });
  expect(run).toHaveBeenCalledWith(expect.objectContaining({ utenteId: ente.utente.id }), { nota: 'va bene' });
});

test.for([
  ['un megabyte', 'x'.repeat(1_000_000), 'Il testo è troppo lungo: al massimo 100.000 caratteri.'],
  ['oltre il limite del campo', 'x'.repeat(21), 'Al massimo 20 caratteri.'],
  ['troppo poco', 'x', 'Scrivi almeno 3 caratteri.'],
] as const)('%s: un errore sul campo, e il testo resta', async ([, nota, messaggio]) => {
  await entra();
  const run = vi.fn();
  const stato = await formAction(schema, run)(STATO_INIZIALE, modulo({ nota }));
  expect(stato).toEqual({ status: 'invalid', errors: { nota: [messaggio] }, values: { nota: nota.slice(0, 100_000) } });
  expect(run).not.toHaveBeenCalled();
});

test('un rifiuto dell’atto torna al modulo, un errore imprevisto no', async () => {
  await entra();
  const rifiuta = async () => Promise.reject(new DomainError('prova.no', 'Non si può.'));
  expect(await formAction(schema, rifiuta)(STATO_INIZIALE, modulo({ nota: 'ciao' }))).toEqual({
    status: 'refused',
    message: 'Non si può.',
    values: { nota: 'ciao' },
  });
  const guasto = async () => Promise.reject(new Error('guasto'));
  await expect(formAction(schema, guasto)(STATO_INIZIALE, modulo({ nota: 'ciao' }))).rejects.toThrow('guasto');
});

test('a sessione chiusa, con JavaScript il testo resta nella pagina', async () => {
  const { segreto } = await entra();
  await chiudiQuestaSessione(improntaDi(segreto));
  const run = vi.fn();
  const stato = await formAction(schema, run)(STATO_INIZIALE, modulo({ nota: 'scritto a lungo' }));
  expect(stato).toMatchObject({
    status: 'refused',
    message: expect.stringMatching(/sessione è scaduta.*accedi di nuovo/),
    values: { nota: 'scritto a lungo' },
  });
  expect(run).not.toHaveBeenCalled();
});

test('a incarico revocato si chiede di scegliere un altro profilo', async () => {
  const { ente } = await entra();
  await superutente.query('update incarico set revocato_il = now() where id = $1', [ente.utente.incaricoId]);
  expect(await formAction(schema, vi.fn())(STATO_INIZIALE, modulo({ nota: 'ciao' }))).toMatchObject({
    message: expect.stringContaining('scegli un profilo'),
  });
});

test('a sessione scaduta, senza JavaScript si va all’accesso e poi si torna', async () => {
  const { segreto } = await entra();
  await superutente.query(`update sessione set usata_il = now() - interval '1 hour' where token_hash = $1`, [
    Buffer.from(improntaDi(segreto)),
  ]);
  richiesta.intestazioni = new Headers(NOSTRE);
  await expect(formAction(schema, vi.fn())(STATO_INIZIALE, modulo({ nota: 'ciao' }))).rejects.toMatchObject({
    digest: expect.stringContaining('/accesso?avviso=scaduta&torna=%2Fprogetti%2F1%3Fscheda%3Da'),
  });
});

test.for([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
  'una richiesta con %j non fa nulla',
  async (falsa) => {
    await entra();
    richiesta.intestazioni = new Headers({ ...NOSTRE, 'next-action': 'x', ...falsa });
    const run = vi.fn();
    expect(await formAction(schema, run)(STATO_INIZIALE, modulo({ nota: 'ciao' }))).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('non è partita da una pagina del portale'),
    });
    expect(run).not.toHaveBeenCalled();
  },
);
