import type { NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { chiudiQuestaSessione, leggiRigaSessione } from '@/lib/db/accesso';
import { env } from '@/lib/env';
import { isDomainError } from '@/lib/errors/domainError';
import { indirizzoDi } from './chiaviTentativo';
import { cookieSessione, DURATA_JWT_S } from './cookieSessione';
import { descriviDispositivo } from './descriviDispositivo';
import { type Esito, entra } from './entra';
import { eSegreto, improntaDi } from './segreti';

/**
 * La configurazione di next-auth. Con le credenziali next-auth ammette solo sessioni JWT, che non si possono revocare: percio il JWT porta un
 * segreto casuale e vale finché vale la riga della sessione, riletta a ogni richiesta. Una funzione, perché `next build` non ha le variabili.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: DURATA_JWT_S },
  cookies: { sessionToken: cookieSessione() },
  pages: { signIn: '/accesso', signOut: '/accesso', error: '/accesso', verifyRequest: '/accesso' },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (credenziali, richiesta) => {
        const headers = new Headers(richiesta.headers as Record<string, string>);
        return utenteDi(await prova(credenziali?.email, credenziali?.password, headers));
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ segreto: user ? user.id : token.segreto }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  // Una sessione chiusa o scaduta non esiste neppure per next-auth.
  jwt: {
    decode: async (parametri) => {
      const contenuto = await decode(parametri);
      if (!eSegreto(contenuto?.segreto)) return null;
      return (await leggiRigaSessione(improntaDi(contenuto.segreto))).esito === 'VIVA' ? contenuto : null;
    },
  },
  events: {
    signOut: async ({ token }) => {
      if (eSegreto(token?.segreto)) await chiudiQuestaSessione(improntaDi(token.segreto));
    },
  },
});

/** next-auth mette nel JWT ciò che riceve qui: come `id` gli si dà il segreto, non la persona. */
const utenteDi = (esito: Esito): { id: string } | null => (esito.esito === 'entrato' ? { id: esito.segreto } : null);

async function prova(email: string | undefined, password: string | undefined, headers: Headers): Promise<Esito> {
  try {
    return await entra({
      email: String(email ?? '').slice(0, 254),
      password: String(password ?? ''),
      indirizzo: indirizzoDi(headers),
      dispositivo: null,
      precedente: null,
      descrizione: descriviDispositivo(headers.get('user-agent')),
    });
  } catch (error) {
    if (isDomainError(error)) return { esito: 'aspetta', minuti: 1 };
    throw error;
  }
}
