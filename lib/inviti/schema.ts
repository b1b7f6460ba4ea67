import { z } from 'zod';

/** Ciò che scrive chi accetta un invito. Le regole della password (NIST 800-63B): lunga, e non una di quelle che tutti provano. */

const MINIMO_PASSWORD = 12;
const MASSIMO_PASSWORD = 200; // lo stesso di lib/auth/password.ts: una prova li confronta

const nome = (manca: string) => z.string(manca).trim().min(1, manca).max(100, 'Al massimo 100 caratteri.');

/** Le password che un elenco di tentativi prova per prime, o fatte di un solo pezzo ripetuto. */
const COMUNI = /^(.{1,4})\1+.?.?.?$|^(password|passw0rd|qwerty|1234567890|0123456789|cantiere|benvenuto|abcdefgh)/i;

export const NuovoAccount = z
  .object({
    nome: nome('Scrivi il tuo nome.'),
    cognome: nome('Scrivi il tuo cognome.'),
    password: z
      .string('Scegli una password.')
      .min(MINIMO_PASSWORD, `La password ha almeno ${MINIMO_PASSWORD} caratteri: una frase va benissimo.`)
      .max(MASSIMO_PASSWORD, `La password ha al massimo ${MASSIMO_PASSWORD} caratteri.`)
      .refine((password) => !COMUNI.test(password), 'Questa password è tra le prime che si provano: scegline una meno prevedibile.'),
    ripeti: z.string('Riscrivi la password.'),
  })
  .refine(({ password, ripeti }) => password === ripeti, { path: ['ripeti'], message: 'Le due password non sono uguali.' });
