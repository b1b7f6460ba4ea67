import righe from './comuni.json' with { type: 'json' };

/** I comuni italiani al 1º gennaio 2020 (ISTAT): vedi LEGGIMI.md. Pura: si cerca in un elenco chiuso. */

export type Comune = { istat: string; nome: string; sigla: string; catastale: string };

/** Senza maiuscole, accenti e segni: «Sant’Agata» e «sant agata» sono lo stesso nome. */
const piatto = (testo: string): string =>
  testo
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const PER_NOME = new Map<string, Comune[]>();
const PER_CODICE = new Map<string, Comune>();
for (const [istat = '', nome = '', sigla = '', catastale = ''] of righe) {
  const comune = { istat, nome, sigla, catastale };
  PER_CODICE.set(istat, comune).set(catastale, comune);
  const chiave = piatto(nome);
  PER_NOME.set(chiave, [...(PER_NOME.get(chiave) ?? []), comune]);
}

/** Il comune con un codice ISTAT (sei cifre) o catastale (una lettera e tre cifre): le due forme non si confondono. */
export const comuneDi = (codice: string): Comune | undefined => PER_CODICE.get(codice);

/** Come si scrive un comune senza ambiguità: «Biella (BI)». */
export const comuneInParole = ({ nome, sigla }: Comune): string => `${nome} (${sigla})`;

const CON_SIGLA = /^(.*?)[\s,]*\(?\b([A-Za-z]{2})\)?$/;

/**
 * I comuni che un testo può indicare: «Biella», «biella (BI)», «Samone TO». Uno solo = riconosciuto; più d'uno = serve la provincia; nessuno = non c'è.
 */
export function trovaComuni(scritto: string): Comune[] {
  const interi = PER_NOME.get(piatto(scritto));
  if (interi) return interi;
  const [, nome = '', sigla = ''] = CON_SIGLA.exec(scritto.trim()) ?? [];
  return (PER_NOME.get(piatto(nome)) ?? []).filter((c) => c.sigla === sigla.toUpperCase());
}

/**
 * Un elenco di comuni scritti a mano: i nomi per esteso, senza doppioni, o la prima frase che dice che cosa non va.
 * @returns `comuni` nella forma di comuneInParole
 */
export function leggiComuni(scritti: readonly string[]): { comuni: string[]; errore?: string } {
  const comuni = new Set<string>();
  for (const scritto of scritti) {
    const trovati = trovaComuni(scritto);
    const [primo] = trovati;
    if (!primo) return { comuni: [...comuni], errore: `«${scritto}» non è un comune italiano: scrivilo per esteso, uno per riga.` };
    if (trovati.length > 1)
      return { comuni: [...comuni], errore: `C’è più di un comune «${scritto}»: scrivi ${trovati.map(comuneInParole).join(' o ')}.` };
    comuni.add(comuneInParole(primo));
  }
  return { comuni: [...comuni] };
}
