import { z } from 'zod';
import type { Campo, Colonna, Sezione } from '@/lib/bandi/configurazione';
import { numero } from '@/lib/format/euro';
import { Uuid } from '@/lib/format/uuid';
import { leggiComuni } from '@/lib/territorio/comuni';
import { caratteri, type Errori, MASSIMO_TESTO, MASSIMO_TESTO_LUNGO } from './modulo';
import { AzionePiano, type RigaTabella, type Valore, type Valori, VoceBudget } from './valori';

/**
 * Ciò che si può scrivere in una sezione: solo i suoi campi, ciascuno nella forma del suo tipo. Una bozza può essere incompleta; un testo oltre il limite
 * si rifiuta con una frase e non si taglia mai.
 */

export type RegoleValori = { principi?: readonly { codice: string }[] };

/** I testi senza ciò che PostgreSQL non conserva (NUL, mezze coppie surrogate) e con gli a capo di una sola specie. */
export const pulisci = (valore: unknown): unknown => {
  if (typeof valore === 'string') return valore.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(valore)) return valore.map(pulisci);
  if (typeof valore === 'object' && valore !== null)
    return Object.fromEntries(Object.entries(valore).map(([chiave, v]) => [String(pulisci(chiave)), pulisci(v)]));
  return valore;
};

/** I valori da salvare e, campo per campo, perché non si possono salvare. Le chiavi che la sezione non ha stanno in `sconosciuti`. */
export function validaValori(
  { campi }: Pick<Sezione, 'campi'>,
  ricevuti: Record<string, unknown>,
  regole: RegoleValori = {},
): { valori: Valori; errori: Errori; sconosciuti: string[] } {
  const valori: Valori = {};
  const errori: Errori = {};
  const sconosciuti = Object.keys(ricevuti).filter((chiave) => !campi.some((c) => c.chiave === chiave && c.tipo !== 'file'));
  for (const campo of campi) {
    // un campo che il portale riempie da sé non si scrive: chi lo manda (una pagina aperta prima) non perde il resto
    if (campo.tipo === 'file' || campo.precompilato || !Object.hasOwn(ricevuti, campo.chiave)) continue;
    const valore = pulisci(ricevuti[campo.chiave]);
    if (valore === null) valori[campo.chiave] = null;
    else {
      const errore = CONTROLLI[campo.tipo](valore, campo, regole);
      if (errore) errori[campo.chiave] = [errore];
      else valori[campo.chiave] = campo.tipo === 'comuni' ? leggiComuni(valore as string[]).comuni : (valore as Valore);
    }
  }
  return { valori, errori, sconosciuti };
}

type Controllo = (valore: unknown, campo: Campo, regole: RegoleValori) => string | undefined;

const STRANO = 'Questo valore non si legge. Ricarica la pagina e riprova.';
const lungo = (quanti: number, massimo: number): string | undefined =>
  quanti > massimo
    ? `Il testo ha ${numero(quanti)} caratteri: al massimo ${numero(massimo)}. Accorcialo di ${numero(quanti - massimo)}.`
    : undefined;
const testo =
  (predefinito: number): Controllo =>
  (valore, { massimo }) =>
    typeof valore === 'string' ? lungo(caratteri(valore), Math.min(massimo ?? predefinito, 100_000)) : STRANO;

const elencoDi = (
  valore: unknown,
  massimo: number,
  { voce, quale }: { voce?: (v: string) => boolean; quale: string },
): string | undefined => {
  if (!Array.isArray(valore) || !valore.every((v) => typeof v === 'string')) return STRANO;
  if (valore.length > massimo) return `Ci sono ${valore.length} voci: al massimo ${massimo}.`;
  if (valore.some((v) => v.length > 4000)) return 'Una voce è troppo lunga: al massimo 4.000 caratteri ciascuna.';
  if (new Set(valore).size !== valore.length && voce) return `${quale} è indicata due volte.`;
  return voce && !valore.every(voce) ? `${quale} non è nell’elenco. Ricarica la pagina.` : undefined;
};

const eUuid = (v: string): boolean => Uuid.safeParse(v).success;
const cents = (valore: unknown) =>
  typeof valore === 'string' && /^\d{1,15}$/.test(valore) ? undefined : 'Scrivi un importo come 1250 o 1.250,50.';
const giorno = (valore: unknown) =>
  typeof valore === 'string' && z.iso.date().safeParse(valore).success
    ? undefined
    : 'Scrivi la data come gg/mm/aaaa, per esempio 15/10/2019.';
const cifra = (valore: unknown) =>
  typeof valore === 'number' && Number.isFinite(valore) && Math.abs(valore) < 1e15 ? undefined : 'Scrivi un numero come 1250 o 1.250,50.';

const CONTROLLI: Record<Campo['tipo'], Controllo> = {
  testo: testo(MASSIMO_TESTO),
  testo_lungo: testo(MASSIMO_TESTO_LUNGO),
  telefono: testo(40),
  email: testo(254),
  numero: cifra,
  importo: cents,
  data: giorno,
  elenco: (valore, { massimo }) => elencoDi(valore, Math.min(massimo ?? 100, 1000), { quale: 'Una voce' }),
  comuni: (valore, { massimo }) =>
    elencoDi(valore, Math.min(massimo ?? 400, 1000), { quale: 'Una voce' }) ?? leggiComuni(valore as string[]).errore,
  scelta: (valore, { opzioni }) =>
    valore === '' || opzioni.some(({ codice }) => codice === valore) ? undefined : 'Questa scelta non è nell’elenco. Ricarica la pagina.',
  scelta_multipla: (valore, { opzioni, massimo }) =>
    elencoDi(valore, massimo ?? 1000, { voce: (v) => opzioni.some(({ codice }) => codice === v), quale: 'Una scelta' }),
  organizzazioni: (valore, { massimo }) => elencoDi(valore, massimo ?? 200, { voce: eUuid, quale: 'Un’organizzazione' }),
  ambiti: (valore, { massimo }) => elencoDi(valore, massimo ?? 200, { voce: eUuid, quale: 'Un ambito' }),
  tabella: (valore, { colonne, massimo }) => tabella(valore, colonne, Math.min(massimo ?? 200, 500)),
  principi: (valore, { massimo }, { principi }) => testiPerPrincipio(valore, massimo ?? 4000, principi),
  azioni: (valore) => delPiano(z.array(AzionePiano).max(200), valore, 'azione'),
  budget: (valore) => delPiano(z.array(VoceBudget).max(5000), valore, 'voce'),
  file: () => STRANO,
};

const Righe = z.array(z.record(z.string().max(60), z.string()));

function tabella(valore: unknown, colonne: readonly Colonna[], massimo: number): string | undefined {
  const righe = Righe.safeParse(valore);
  if (!righe.success || righe.data.some(({ id }) => !id || !/^[\w-]{1,60}$/.test(id))) return STRANO;
  if (righe.data.length > massimo) return `Ci sono ${righe.data.length} righe: al massimo ${massimo}.`;
  if (new Set(righe.data.map(({ id }) => id)).size !== righe.data.length) return STRANO;
  for (const [indice, riga] of righe.data.entries()) {
    const errore = rigaNonValida(riga as RigaTabella, colonne);
    if (errore) return `Riga ${indice + 1}, ${errore}`;
  }
  return undefined;
}

function rigaNonValida(riga: RigaTabella, colonne: readonly Colonna[]): string | undefined {
  for (const [nome, scritto] of Object.entries(riga)) {
    if (nome === 'id' || scritto === '') continue;
    const colonna = colonne.find((c) => c.chiave === nome);
    const errore = colonna ? cellaNonValida(scritto, colonna) : STRANO;
    if (errore) return `${colonna?.etichetta ?? nome}: ${errore}`;
  }
  return undefined;
}

function cellaNonValida(scritto: string, { tipo, massimo, opzioni }: Colonna): string | undefined {
  if (tipo === 'importo') return cents(scritto);
  if (tipo === 'data') return giorno(scritto);
  if (tipo === 'numero') return /^-?\d{1,15}(\.\d{1,2})?$/.test(scritto) ? undefined : 'scrivi un numero come 1250 o 1.250,50.';
  if (tipo === 'scelta') return opzioni.some(({ codice }) => codice === scritto) ? undefined : 'questa scelta non è nell’elenco.';
  return lungo(caratteri(scritto), massimo);
}

function testiPerPrincipio(valore: unknown, massimo: number, principi: RegoleValori['principi']): string | undefined {
  const testi = z.record(z.string().max(60), z.string()).safeParse(valore);
  if (!testi.success) return STRANO;
  for (const [codice, scritto] of Object.entries(testi.data)) {
    if (principi && !principi.some((p) => p.codice === codice)) return `Il principio ${codice} non è nel bando. Ricarica la pagina.`;
    const errore = lungo(caratteri(scritto), Math.min(massimo, 20_000));
    if (errore) return `${codice}: ${errore}`;
  }
  return undefined;
}

function delPiano(schema: z.ZodType, valore: unknown, quale: 'azione' | 'voce'): string | undefined {
  const letto = schema.safeParse(valore);
  if (letto.success) return undefined;
  const [primo] = letto.error.issues;
  const riga = typeof primo?.path[0] === 'number' ? ` ${primo.path[0] + 1}` : '';
  return `${quale === 'azione' ? 'L’azione' : 'La voce'}${riga} non si può salvare così: controlla ${String(primo?.path.at(1) ?? 'i valori')}. ${primo?.message ?? ''}`.trim();
}
