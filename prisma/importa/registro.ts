import type { z } from 'zod';
import { controlla, type Rifiuto } from './frasi';

/** Raccoglie i rifiuti e ricorda i codici già visti: ogni riga entra o esce da sola. */
export type Registro = { rifiuti: Rifiuto[]; rifiuta: (percorso: string, motivo: string) => void };

export function nuovoRegistro(): Registro {
  const rifiuti: Rifiuto[] = [];
  return { rifiuti, rifiuta: (percorso, motivo) => void rifiuti.push({ percorso, motivo }) };
}

/** Una riga accettata con il suo posto nel file. */
export type Riga<T> = { dato: T; percorso: string };

/** La riga controllata, o null dopo averne annotato i rifiuti. */
export function accetta<S extends z.ZodType>(registro: Registro, schema: S, valore: unknown, percorso: string): z.output<S> | null {
  const esito = controlla(schema, valore, percorso);
  if ('dato' in esito) return esito.dato;
  registro.rifiuti.push(...esito.rifiuti);
  return null;
}

/** Un elenco di righe con una chiave che non si ripete; `chiave` dice campo e valore. */
export function accettaElenco<S extends z.ZodType>(
  registro: Registro,
  schema: S,
  valori: unknown[],
  percorso: string,
  chiave: { campo: string; di: (dato: z.output<S>) => string | number },
): Riga<z.output<S>>[] {
  const visti = new Map<string | number, string>();
  return valori.flatMap((valore, i) => {
    const qui = `${percorso}[${i}]`;
    const dato = accetta(registro, schema, valore, qui);
    return dato !== null && eNuovo(registro, visti, chiave.di(dato), qui, chiave.campo) ? [{ dato, percorso: qui }] : [];
  });
}

/** Falso, dopo averlo annotato, se il codice è già di un'altra riga. */
export function eNuovo(
  registro: Registro,
  visti: Map<string | number, string>,
  codice: string | number,
  percorso: string,
  campo: string,
): boolean {
  const primo = visti.get(codice);
  if (primo) registro.rifiuta(campo ? `${percorso}.${campo}` : percorso, `«${codice}» è già in ${primo}`);
  else visti.set(codice, percorso);
  return primo === undefined;
}

/** I figli di una riga rifiutata non possono entrare: si annotano uno per uno con il motivo. */
export function rifiutaFigli(registro: Registro, padre: unknown, percorso: string, elenchi: readonly string[]): void {
  if (typeof padre !== 'object' || padre === null) return;
  for (const nome of elenchi) {
    const figli = (padre as Record<string, unknown>)[nome];
    if (!Array.isArray(figli)) continue;
    figli.forEach((figlio, i) => {
      const qui = `${percorso}.${nome}[${i}]`;
      registro.rifiuta(qui, `non può entrare: ${percorso} è stato rifiutato`);
      rifiutaFigli(registro, figlio, qui, elenchi);
    });
  }
}
