/** Gli indirizzi dei login con cui agiscono i comandi del portale. */
export type Indirizzi = Record<'app_ente' | 'app_regione' | 'app_ricerca' | 'app_pubblico' | 'app_accesso', string>;

/**
 * I comandi del portale leggono la configurazione del server web; chi li usa dal terminale la presta per il tempo del lavoro.
 * Dopo, l'ambiente del processo torna com'era: niente di finto deve arrivare al server avviato dallo stesso comando.
 */
export async function conIndirizzi<T>(url: Indirizzi | undefined, lavora: () => Promise<T>): Promise<T> {
  if (!url) return lavora();
  const prestate: Record<string, string> = {
    DATABASE_URL_ENTE: url.app_ente,
    DATABASE_URL_REGIONE: url.app_regione,
    DATABASE_URL_RICERCA: url.app_ricerca,
    DATABASE_URL_PUBBLICO: url.app_pubblico,
    DATABASE_URL_ACCESSO: url.app_accesso,
    // nessuno firma sessioni da qui: servono solo perché la configurazione sia completa
    NEXTAUTH_SECRET: crypto.randomUUID(),
    NEXTAUTH_URL: 'http://localhost',
    CANTIERE_MODO: 'incorporato',
  };
  const prima = new Map(Object.keys(prestate).map((nome) => [nome, process.env[nome]]));
  Object.assign(process.env, prestate);
  try {
    return await lavora();
  } finally {
    for (const [nome, valore] of prima) {
      if (valore === undefined) delete process.env[nome];
      else process.env[nome] = valore;
    }
  }
}
