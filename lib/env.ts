import { z } from 'zod';

const indirizzoDatabase = z.string().regex(/^postgres(ql)?:\/\//, 'deve essere un indirizzo postgresql://');

const Env = z.object({
  DATABASE_URL_ENTE: indirizzoDatabase,
  DATABASE_URL_REGIONE: indirizzoDatabase,
  DATABASE_URL_RICERCA: indirizzoDatabase,
  DATABASE_URL_PUBBLICO: indirizzoDatabase,
  DATABASE_URL_ACCESSO: indirizzoDatabase,
  NEXTAUTH_SECRET: z.string().min(32, 'deve avere almeno 32 caratteri'),
  NEXTAUTH_URL: z.url('deve essere l’indirizzo del portale, per esempio https://cantiere.example.it'),
  /** Whether the database is the embedded one or the administrator's. */
  CANTIERE_MODO: z.enum(['incorporato', 'esterno'], 'deve essere «incorporato» o «esterno»'),
  /** Demo accounts may exist and sign in. */
  CANTIERE_DEMO: z
    .enum(['0', '1'], 'deve essere 0 o 1')
    .default('0')
    .transform((valore) => valore === '1'),
  /** Where mail leaves from; without it messages stay in the queue. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'deve essere un indirizzo smtp:// o smtps://')
    .optional(),
  /** The sender of every message, like «Cantiere <cantiere@regione.example.it>». */
  MAIL_DA: z
    .string()
    .regex(/^[^\r\n]*@[\w.-]+>?$/, 'deve essere un indirizzo, per esempio Cantiere <cantiere@regione.example.it>')
    .optional(),
});
export type Env = z.infer<typeof Env>;
const NOMI = Object.keys(Env.shape);

let letto: { grezze: string; env: Env } | undefined;

/**
 * The variables of the web server, parsed once (again only if they change, as in the commands that work on two databases).
 * A function and not a constant: `next build` imports this file without having them.
 * @throws Error naming every variable that is missing or wrong, never its value
 */
export function env(): Env {
  const grezze = NOMI.map((nome) => process.env[nome]).join('\n');
  if (letto?.grezze !== grezze) letto = { grezze, env: analizzaEnv(process.env) };
  return letto.env;
}

/** Parses the variables of `origine`; the pure half of `env`. */
export function analizzaEnv(origine: Record<string, string | undefined>): Env {
  const esito = Env.safeParse(origine);
  if (esito.success) return esito.data;
  const righe = esito.error.issues.map((guasto) => {
    const nome = guasto.path.join('.');
    return `- ${nome}: ${origine[nome] === undefined ? 'manca' : guasto.message}`;
  });
  throw new Error(`La configurazione del server non va bene:\n${righe.join('\n')}`);
}

/** The sender of the messages: the one configured, or an address of the portal's own domain. */
export const mittentePosta = (): string => env().MAIL_DA ?? `Cantiere <cantiere@${new URL(env().NEXTAUTH_URL).hostname}>`;

/**
 * Dove stanno le chiavi delle identità (lib/identita/chiavi.ts): in un file, che si rilegge quando cambia, o nella variabile stessa.
 * Facoltative: senza, il portale parte, ma non si legge né si scrive nessuna identità.
 */
export const sorgenteChiavi = (): { file: string | undefined; testo: string | undefined } => ({
  file: process.env.CANTIERE_FILE_CHIAVI || undefined,
  testo: process.env.CANTIERE_CHIAVI || undefined,
});
