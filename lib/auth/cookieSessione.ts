import type { CookieOption } from 'next-auth';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';
import { eSegreto } from './segreti';

// Il JWT non decide nulla: la durata vera sta nella riga della sessione. Vive più di lei perché si possa dire quando è scaduta.
export const DURATA_JWT_S = 24 * 60 * 60;
const DURATA_DISPOSITIVO_S = 365 * 24 * 60 * 60;

const conHttps = (): boolean => env().NEXTAUTH_URL.startsWith('https://');

// __Host-: il browser lo accetta solo con Secure, per tutto il sito e senza Domain, quindi un sottodominio non può scriverlo.
const nomeDi = (nome: string): string => (conHttps() ? `__Host-cantiere.${nome}` : `cantiere.${nome}`);
const opzioni = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: conHttps() }) as const;

/** Il cookie della sessione, nella forma che next-auth vuole. Senza scadenza: su un computer condiviso finisce con il browser. */
export const cookieSessione = (): CookieOption & { options: ReturnType<typeof opzioni> } => ({
  name: nomeDi('sessione'),
  options: opzioni(),
});

/** Il cookie del dispositivo noto: dice solo che da questo browser la persona è già entrata. */
export const cookieDispositivo = () => ({ name: nomeDi('dispositivo'), options: { ...opzioni(), maxAge: DURATA_DISPOSITIVO_S } });

/** Il valore del cookie: il JWT cifrato di next-auth, che porta soltanto il segreto. */
export const scriviJwt = (segreto: string): Promise<string> =>
  encode({ token: { segreto }, secret: env().NEXTAUTH_SECRET, maxAge: DURATA_JWT_S });

// Decifrare costa un millesimo di secondo a ogni clic e dà sempre lo stesso risultato; se la sessione vale ancora lo dice il database.
const letti = new Map<string, string>();
const LETTI_AL_PIU = 1000;

/** Il segreto dentro il cookie; null se manca, è scaduto o non lo abbiamo scritto noi. */
export async function leggiJwt(jwt: string | undefined): Promise<string | null> {
  if (!jwt) return null;
  const noto = letti.get(jwt);
  if (noto) return noto;
  try {
    const contenuto = await decode({ token: jwt, secret: env().NEXTAUTH_SECRET });
    if (!eSegreto(contenuto?.segreto)) return null;
    if (letti.size >= LETTI_AL_PIU) letti.clear();
    letti.set(jwt, contenuto.segreto);
    return contenuto.segreto;
  } catch {
    return null; // un cookie falso o vecchio vale quanto nessun cookie
  }
}
