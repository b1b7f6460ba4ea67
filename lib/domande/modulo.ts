import type { Campo, Colonna } from '@/lib/bandi/configurazione';
import { dataBreve } from '@/lib/format/data';
import { leggiImporto, scriviImporto } from '@/lib/format/importo';
import { leggiData, leggiNumero } from '@/lib/format/lettura';
import type { RigaTabella, Valore, Valori } from './valori';

/**
 * Tra i campi di un modulo HTML e i valori di una sezione. La stessa lettura nel browser (salvataggio automatico) e sul server (senza JavaScript).
 * Nomi dei campi: la chiave; con un punto per ciò che sta dentro (`principi.P1`, `atti.riga.data`). Ciò che non si riesce a leggere resta
 * il testo scritto, con il suo errore: non si perde e non si indovina.
 */

export type Grezzi = Record<string, string>;
export type Errori = Record<string, string[]>;
export type Letti = { valori: Valori; errori: Errori };

type Letto = { valore: Valore; errore?: string };

/** I campi che hanno un controllo nel modulo: gli altri non si leggono e non si toccano. */
const SENZA_CONTROLLO: readonly Campo['tipo'][] = ['file'];

export function valoriDaModulo(campi: readonly Campo[], grezzi: Grezzi): Letti {
  const letti: Letti = { valori: {}, errori: {} };
  for (const campo of campi) {
    if (SENZA_CONTROLLO.includes(campo.tipo)) continue;
    // senza il suo segno un campo non era nel modulo (disabilitato, o di una configurazione più nuova): si lascia com'è
    if (!(`${campo.chiave}` in grezzi) && !(presente(campo.chiave) in grezzi)) continue;
    const { valore, errore } = leggiCampo(campo, grezzi);
    letti.valori[campo.chiave] = valore;
    if (errore) letti.errori[campo.chiave] = [errore];
  }
  return letti;
}

/** Il nome del segno nascosto dei campi fatti di più controlli: dice che il campo c'era anche se nessuno è spuntato. */
export const presente = (chiave: string): string => `${chiave}.`;

function leggiCampo(campo: Campo, grezzi: Grezzi): Letto {
  const testo = grezzi[campo.chiave] ?? '';
  switch (campo.tipo) {
    case 'elenco':
    case 'comuni':
      return {
        valore: testo
          .split('\n')
          .map((riga) => riga.trim())
          .filter(Boolean),
      };
    case 'numero':
      return leggiCifra(testo);
    case 'importo':
    case 'data':
      return leggiCella(campo.tipo, testo);
    case 'scelta_multipla':
    case 'organizzazioni':
    case 'ambiti':
      return { valore: spuntati(campo.chiave, grezzi) };
    case 'principi':
      return { valore: Object.fromEntries(dentro(campo.chiave, grezzi)) };
    case 'tabella':
      return leggiTabella(campo, grezzi);
    case 'azioni':
    case 'budget':
      return leggiJson(testo);
    default:
      return { valore: testo };
  }
}

/** Le coppie `[resto del nome, valore]` dei controlli di un campo, nell'ordine della pagina. */
const dentro = (chiave: string, grezzi: Grezzi): [string, string][] =>
  Object.entries(grezzi).flatMap(([nome, valore]) => {
    const resto = nome.startsWith(`${chiave}.`) ? nome.slice(chiave.length + 1) : '';
    return resto ? [[resto, valore] as [string, string]] : [];
  });

/** Spunte (`chiave.codice`) e scelta singola (`chiave`) danno lo stesso elenco. */
function spuntati(chiave: string, grezzi: Grezzi): string[] {
  const scelto = grezzi[chiave];
  return scelto ? [scelto] : dentro(chiave, grezzi).map(([codice]) => codice);
}

function leggiCifra(testo: string): Letto {
  const letto = leggiNumero(testo);
  return letto.ok ? { valore: letto.valore } : { valore: testo, errore: letto.messaggio };
}

function leggiCella(tipo: Colonna['tipo'], testo: string): Letto & { valore: string | null } {
  if (tipo === 'importo') {
    const letto = leggiImporto(testo);
    return letto.ok ? { valore: letto.cents } : { valore: testo, errore: letto.messaggio };
  }
  if (tipo === 'data') {
    const letto = leggiData(testo);
    return letto.ok ? { valore: letto.iso } : { valore: testo, errore: letto.messaggio };
  }
  if (tipo === 'numero') {
    const letto = leggiNumero(testo);
    return letto.ok ? { valore: letto.valore === null ? null : String(letto.valore) } : { valore: testo, errore: letto.messaggio };
  }
  return { valore: testo };
}

function leggiTabella({ chiave, colonne }: Campo, grezzi: Grezzi): Letto {
  const righe = new Map<string, RigaTabella>();
  let errore: string | undefined;
  for (const [resto, testo] of dentro(chiave, grezzi)) {
    const [id = '', nome = ''] = resto.split('.');
    const colonna = colonne.find((c) => c.chiave === nome);
    if (!id || !colonna) continue;
    const riga = righe.get(id) ?? { id };
    const letto = leggiCella(colonna.tipo, testo);
    riga[nome] = letto.valore ?? '';
    righe.set(id, riga);
    if (letto.errore) errore ??= `Riga ${righe.size}, ${colonna.etichetta}: ${letto.errore}`;
  }
  return { valore: [...righe.values()], errore };
}

function leggiJson(testo: string): Letto {
  try {
    const letto: unknown = testo ? JSON.parse(testo) : [];
    if (Array.isArray(letto)) return { valore: letto as Valore };
  } catch {
    // detto sotto: un campo nascosto scritto a metà non si può leggere
  }
  return { valore: [], errore: 'Questa parte non si legge. Ricarica la pagina e riprova.' };
}

/** Come si scrive in un campo di testo un valore già letto; ciò che non si era potuto leggere torna com'era. */
export function inCampo(tipo: Colonna['tipo'] | Campo['tipo'], valore: Valore | undefined): string {
  if (valore === null || valore === undefined) return '';
  if ((tipo === 'elenco' || tipo === 'comuni') && Array.isArray(valore)) return valore.filter((v) => typeof v === 'string').join('\n');
  const testo = String(valore);
  if (tipo === 'importo' && /^\d{1,15}$/.test(testo)) return scriviImporto(testo);
  if (tipo === 'data' && /^\d{4}-\d{2}-\d{2}$/.test(testo)) return dataBreve(testo);
  if (tipo === 'numero' && /^-?\d+(\.\d+)?$/.test(testo)) return testo.replace('.', ',');
  return typeof valore === 'object' ? '' : testo;
}

/** Vero se il campo si mostra: senza condizione sempre, altrimenti quando l'altro campo ha (o contiene) quel valore. */
export function siMostra(campo: Pick<Campo, 'quando'>, valori: Valori): boolean {
  if (!campo.quando) return true;
  const altro = valori[campo.quando.campo];
  const atteso = campo.quando.valore;
  return Array.isArray(altro) ? altro.some((v) => v === atteso) : String(altro ?? '') === atteso;
}

/** Le righe di una tabella, se il valore è una tabella. */
export const righeDi = (valore: Valore | undefined): RigaTabella[] =>
  Array.isArray(valore)
    ? valore.filter((r): r is RigaTabella => typeof r === 'object' && r !== null && 'id' in r && !('azioneId' in r))
    : [];

/** I codici scelti, se il valore è un elenco di testi. */
export const sceltiIn = (valore: Valore | undefined): string[] =>
  Array.isArray(valore) ? valore.filter((v): v is string => typeof v === 'string') : typeof valore === 'string' && valore ? [valore] : [];

/** I testi per chiave (principi). */
export const testiIn = (valore: Valore | undefined): Record<string, string> =>
  typeof valore === 'object' && valore !== null && !Array.isArray(valore) ? valore : {};

export const parole = (testo: string): number => testo.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
/** I punti di codice, senza farne un elenco: chi incolla cinque megabyte non deve aspettare. */
export const caratteri = (testo: string): number => testo.length - (testo.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** Quanti caratteri al massimo, quando la configurazione non lo dice. */
export const MASSIMO_TESTO = 500;
export const MASSIMO_TESTO_LUNGO = 20_000;
