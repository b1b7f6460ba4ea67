import type { RigaTabella, Valore, Valori } from '@/lib/domande/valori';
import type { Campo, Sezione } from './configurazione';
import { sezioniDi } from './configurazione';
import { inPezzi, inTesto } from './testoValore';

/**
 * Una domanda in bozza passa a una versione nuova del bando senza perdere testo. Un valore resta dov'è se il suo campo c'è ancora e lo sa contenere;
 * se il campo è passato in un'altra sezione lo segue; altrimenti va tra gli orfani, scritti in una tabella sotto `_orfani`, che la pagina mostra.
 */
const CHIAVE_ORFANI = '_orfani';
/** Una riga degli orfani: da dove viene e che cosa diceva. Un testo lungo prende più righe. */
export type Orfano = { id: string; sezione: string; campo: string; etichetta: string; testo: string };

type Scritta = { chiave: string; valori: Valori };
export type Rebase = { sezioni: Scritta[]; orfani: number };

/** @param prima le sezioni della configurazione a cui la bozza era legata, @param dopo quelle nuove, @param fase in cui si sta scrivendo */
export function rebase(
  scritte: readonly Scritta[],
  prima: readonly Sezione[],
  dopo: readonly Sezione[],
  fase: Parameters<typeof sezioniDi>[1],
): Rebase {
  const [vecchie, nuove] = [sezioniDi({ sezioni: [...prima] }, fase), sezioniDi({ sezioni: [...dopo] }, fase)];
  const esito = new Map<string, Valori>(nuove.map(({ chiave }) => [chiave, {}]));
  const orfani: { dove: string; righe: Orfano[] }[] = [];
  const inAttesa: { sezione: string; campo: string; valore: Valore }[] = [];

  for (const { chiave, valori } of scritte) {
    const casa = esito.get(chiave);
    for (const [campo, valore] of Object.entries(valori)) {
      const posto = campoIn(nuove, chiave, campo);
      if (campo === CHIAVE_ORFANI && casa && eOrfani(valore)) casa[campo] = valore;
      else if (posto && casa) {
        const { tenuto, perso } = adatta(valore, posto, campoIn(vecchie, chiave, campo)?.tipo);
        if (tenuto !== undefined) casa[campo] = tenuto;
        if (perso !== undefined) inAttesa.push({ sezione: chiave, campo, valore: perso });
      } else inAttesa.push({ sezione: chiave, campo, valore });
    }
  }
  // dopo aver messo a posto tutto il resto: chi trasloca trova libero solo un campo che nessuno ha già scritto
  for (const { sezione, campo, valore } of inAttesa) {
    const era = campoIn(vecchie, sezione, campo);
    const etichetta = era?.etichetta ?? campo;
    if (trasloca(esito, nuove, { sezione, campo, valore, era: era?.tipo })) continue;
    const testo = inTesto(valore, era?.tipo);
    if (testo === '') continue;
    const dove = esito.has(sezione) ? sezione : (nuove[0]?.chiave ?? sezione);
    orfani.push({ dove, righe: inPezzi(testo).map((pezzo) => ({ id: '', sezione, campo, etichetta, testo: pezzo })) });
  }
  for (const { dove, righe } of orfani) aggiungiOrfani(esito, dove, righe);
  return { sezioni: [...esito].map(([chiave, valori]) => ({ chiave, valori })), orfani: orfani.length };
}

/** Gli orfani di una sezione, per mostrarli; vuoto se non ce ne sono. */
export const orfaniDi = (valori: Valori): Orfano[] => {
  const scritti = valori[CHIAVE_ORFANI];
  return eOrfani(scritti) ? (scritti as unknown as Orfano[]) : [];
};

const eOrfani = (valore: Valore | undefined): boolean =>
  Array.isArray(valore) && valore.every((v) => typeof v === 'object' && v !== null && 'testo' in v);

const campoIn = (sezioni: readonly Sezione[], sezione: string, campo: string): Campo | undefined =>
  sezioni.find((s) => s.chiave === sezione)?.campi.find((c) => c.chiave === campo);

function aggiungiOrfani(esito: Map<string, Valori>, dove: string, righe: Orfano[]): void {
  const valori = esito.get(dove) ?? {};
  const gia = (valori[CHIAVE_ORFANI] as RigaTabella[] | undefined) ?? [];
  esito.set(dove, { ...valori, [CHIAVE_ORFANI]: [...gia, ...righe.map((r, i) => ({ ...r, id: `o${gia.length + i + 1}` }))] });
}

/** Il campo ha la stessa chiave in un'altra sezione, sola, ancora vuota, che sa contenere tutto il valore. */
function trasloca(
  esito: Map<string, Valori>,
  nuove: readonly Sezione[],
  { sezione, campo, valore, era }: { sezione: string; campo: string; valore: Valore; era?: Campo['tipo'] },
): boolean {
  const altrove = nuove.filter((s) => s.chiave !== sezione && s.campi.some((c) => c.chiave === campo));
  const [casa] = altrove;
  const posto = casa?.campi.find((c) => c.chiave === campo);
  const valori = casa && esito.get(casa.chiave);
  if (altrove.length !== 1 || !posto || !valori || inTesto(valori[campo] ?? null) !== '') return false;
  const { tenuto, perso } = adatta(valore, posto, era);
  if (tenuto === undefined || perso !== undefined) return false;
  valori[campo] = tenuto;
  return true;
}

const CIFRE: readonly Campo['tipo'][] = ['numero', 'importo', 'data'];

type Adattato = { tenuto?: Valore; perso?: Valore };

/** I campi che contengono un testo, e quale: un controllo di una riga butterebbe gli a capo, uno di cifre le parole. */
const TESTI: Partial<Record<Campo['tipo'], (testo: string) => boolean>> = {
  testo_lungo: () => true,
  testo: (t) => !t.includes('\n'),
  telefono: (t) => /^[^\n]{0,60}$/.test(t),
  email: (t) => /^[^\n]{0,200}$/.test(t),
  data: (t) => /^[\d/-]{0,10}$/.test(t),
  numero: (t) => /^[\d.,-]{0,30}$/.test(t),
  importo: (t) => /^[\d.,-]{0,30}$/.test(t),
};

/** Che cosa di un valore resta in un campo e che cosa no. Un testo più lungo del limite resta intero: lo dice il controllo di completezza. */
function adatta(valore: Valore, campo: Campo, era: Campo['tipo'] | undefined): Adattato {
  if (valore === null) return { tenuto: null };
  // le stesse cifre non dicono la stessa cosa in un numero e in un importo, che sta in centesimi
  if (era !== undefined && era !== campo.tipo && (CIFRE.includes(era) || CIFRE.includes(campo.tipo))) return { perso: valore };
  const testo = typeof valore === 'string';
  if (campo.tipo === 'scelta') return testo && (valore === '' || haOpzione(campo, valore)) ? { tenuto: valore } : { perso: valore };
  const ciSta = TESTI[campo.tipo];
  if (ciSta) return typeof valore === 'number' || (testo && ciSta(valore)) ? { tenuto: valore } : { perso: valore };
  if (campo.tipo === 'principi') return typeof valore === 'object' && !Array.isArray(valore) ? { tenuto: valore } : { perso: valore };
  if (!Array.isArray(valore)) return { perso: valore };
  const diTesti = valore.every((v) => typeof v === 'string');
  if (campo.tipo === 'scelta_multipla') return diTesti ? diviso(valore as string[], (v) => haOpzione(campo, v)) : { perso: valore };
  if (campo.tipo === 'tabella') return valore.every(eRiga) ? dellaTabella(valore as RigaTabella[], campo) : { perso: valore };
  if (campo.tipo === 'azioni') return conChiave(valore, 'priorita') ? { tenuto: valore } : { perso: valore };
  if (campo.tipo === 'budget') return conChiave(valore, 'contributoCents') ? { tenuto: valore } : { perso: valore };
  return diTesti || ['file', 'organizzazioni', 'ambiti'].includes(campo.tipo) ? { tenuto: valore } : { perso: valore };
}

const haOpzione = (campo: Campo, codice: string): boolean => campo.opzioni.some((o) => o.codice === codice);
const conChiave = (valore: readonly unknown[], chiave: string): boolean =>
  valore.every((v) => typeof v === 'object' && v !== null && chiave in v);
/** Una riga di tabella ha solo testi; azioni e voci di budget no. */
const eRiga = (v: unknown): boolean =>
  typeof v === 'object' &&
  v !== null &&
  !('priorita' in v) &&
  !('contributoCents' in v) &&
  Object.values(v).every((x) => typeof x === 'string');

function diviso(valori: string[], resta: (v: string) => boolean): Adattato {
  const persi = valori.filter((v) => !resta(v));
  return { tenuto: valori.filter(resta), ...(persi.length > 0 ? { perso: persi } : {}) };
}

/** Le colonne tolte si perdono di vista, non i loro valori; una riga conserva il suo id. */
function dellaTabella(righe: RigaTabella[], { colonne }: Campo): Adattato {
  const restano = new Set(['id', ...colonne.map((c) => c.chiave)]);
  const parte = (riga: RigaTabella, tenuta: boolean): RigaTabella =>
    Object.fromEntries(Object.entries(riga).filter(([k]) => k === 'id' || restano.has(k) === tenuta)) as RigaTabella;
  const perse = righe.map((r) => parte(r, false)).filter((r) => Object.entries(r).some(([k, v]) => k !== 'id' && v !== ''));
  return { tenuto: righe.map((r) => parte(r, true)), ...(perse.length > 0 ? { perso: perse } : {}) };
}
