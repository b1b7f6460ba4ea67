import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { improntaDi } from '@/lib/auth/segreti';
import { inserisci, superutente } from './superutente';

/**
 * Entra senza passare dalla pagina di accesso: scrive la sessione con quell'incarico e il suo cookie, come farebbe il portale.
 * Solo accesso.spec.ts entra a mano.
 */
export async function accedi(contesto: BrowserContext, incaricoId: string): Promise<void> {
  const segreto = randomBytes(32).toString('base64url');
  const { rows } = await superutente.query('select utente_id from incarico where id = $1', [incaricoId]);
  await inserisci(superutente, 'sessione', {
    token_hash: Buffer.from(improntaDi(segreto)),
    utente_id: rows[0]?.utente_id,
    incarico_id: incaricoId,
    scade_il: new Date(Date.now() + 8 * 3_600_000),
  });
  const secret = process.env.NEXTAUTH_SECRET;
  const url = process.env.CANTIERE_URL;
  if (!secret || !url) throw new Error('Le prove nel browser si avviano con npm test.');
  const valore = await encode({ token: { segreto }, secret, maxAge: 86_400 });
  await contesto.addCookies([{ name: 'cantiere.sessione', value: valore, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** Il browser di una persona già entrata, o di nessuno. Lingua, fuso e indirizzo sono quelli di playwright.config.ts. */
export async function browserDi(browser: Browser, incaricoId: string | null, opzioni: BrowserContextOptions = {}): Promise<BrowserContext> {
  const contesto = await browser.newContext(opzioni);
  if (incaricoId) await accedi(contesto, incaricoId);
  return contesto;
}

/** La pagina ancora vuota di una persona già entrata, in un browser suo. */
export const paginaDi = async (browser: Browser, incaricoId: string | null, opzioni?: BrowserContextOptions): Promise<Page> =>
  (await browserDi(browser, incaricoId, opzioni)).newPage();

/** L'incarico di una persona della dimostrazione, per email (il primo, se ne ha più d'uno). */
export async function incaricoDi(email: string): Promise<string> {
  const { rows } = await superutente.query(
    'select i.id from incarico i join utente u on u.id = i.utente_id where u.email = $1 order by i.ruolo desc limit 1',
    [email],
  );
  if (!rows[0]) throw new Error(`${email} non ha incarichi.`);
  return rows[0].id;
}
