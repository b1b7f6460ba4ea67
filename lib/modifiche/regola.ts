import type { Ruolo } from '@/lib/auth/attore';
import type { Attuazione, DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { contributoSpostato, quotaSpostata } from './quota';
import type { Competente, Regime } from './schema';

/** La regola del bando applicata a una richiesta, e i numeri con cui la si è applicata: si congela alla presentazione (`richiesta_modifica.regola`). */
export type Regola = {
  regime: Regime;
  /** Chi decide; per le comunicazioni chi le deciderebbe se andassero approvate. */
  competente: Competente;
  /** La frase che la spiega a chi presenta e a chi esamina. */
  frase: string;
  numeri: { quotaPercento?: number; sogliaPercento?: number; spostatoCents?: string };
};

type DaValutare = {
  attuazione: Attuazione;
  dominio: DominioModifica;
  /** Il piano in vigore e quello che ne verrebbe. */
  base: ContenutoVersione;
  nuovo: ContenutoVersione;
  /** Vero se il piano in vigore è già una versione congelata: la prima modifica di un progetto importato va sempre approvata. */
  congelato: boolean;
  /** Le voci dell'ultimo piano che la Regione ha approvato: ciò che da allora si è solo comunicato si somma. Senza, quelle in vigore. */
  approvate?: readonly VoceBudget[];
};

const SOLO_COMUNICATI: Partial<Record<DominioModifica, string>> = {
  referente: 'I recapiti dell’ufficio referente basta comunicarli.',
  sede: 'La sede del progetto basta comunicarla.',
};

/** Se una modifica va approvata o basta comunicarla, e da chi: secondo il bando e, per i soldi, secondo quanto se ne sposta. */
export function regolaDi(richiesta: DaValutare): Regola {
  const { attuazione, dominio, congelato } = richiesta;
  const competente = attuazione.competenti[dominio] ?? 'DIRIGENTE';
  if (dominio === 'budget') return delBudget(richiesta, competente);
  const comunicata = SOLO_COMUNICATI[dominio];
  if (comunicata && congelato) return { regime: 'COMUNICAZIONE', competente, frase: comunicata, numeri: {} };
  const prima = congelato ? '' : ' È la prima modifica di un piano mai registrato nel portale.';
  return { regime: 'APPROVAZIONE', competente, frase: `${approva(competente)}${prima}`, numeri: {} };
}

const approva = (competente: Competente): string =>
  `Serve l’approvazione della Regione: decide ${competente === 'ISTRUTTORE' ? 'l’istruttore' : 'il dirigente'}.`;

function delBudget({ attuazione, base, nuovo, congelato, approvate }: DaValutare, competente: Competente): Regola {
  const [inVigore, dopo] = [base.piano?.voci ?? [], nuovo.piano?.voci ?? []];
  const prima = approvate ?? inVigore;
  const cumulata = contributoSpostato(prima, inVigore) > 0n;
  const soglia = attuazione.sogliaBudgetPercento;
  const quota = quotaSpostata(prima, dopo);
  const numeri = { quotaPercento: quota, sogliaPercento: soglia, spostatoCents: String(contributoSpostato(prima, dopo)) };
  const quanto = quota === 0 ? 'non sposta contributo tra categorie di costo' : `sposta il ${quota}% del contributo tra categorie di costo`;
  const sposta = cumulata ? `Sommata alle modifiche già comunicate ${quanto}` : `${quanto.charAt(0).toUpperCase()}${quanto.slice(1)}`;
  if (congelato && quota <= soglia) {
    const limite = quota < soglia ? `sotto il ${soglia}%` : `fino al ${soglia}%`;
    return { regime: 'COMUNICAZIONE', competente, frase: `${sposta}: ${limite} basta comunicarla.`, numeri };
  }
  const oltre = congelato ? `oltre il ${soglia}%` : 'è la prima modifica di un piano mai registrato nel portale, quindi';
  return { regime: 'APPROVAZIONE', competente, frase: `${sposta}: ${oltre} ${minuscola(approva(competente))}`, numeri };
}

const minuscola = (frase: string): string => `${frase.charAt(0).toLowerCase()}${frase.slice(1)}`;

/** Il perché un ruolo non può decidere una richiesta; vuoto se può. Il dirigente può sempre, l'istruttore solo dove il bando lo dice. */
export function rifiutoDecisione(ruolo: Ruolo, competente: Competente | null): string {
  if (ruolo === 'DIRIGENTE' || ruolo === (competente ?? 'DIRIGENTE')) return '';
  const chi = competente === 'ISTRUTTORE' ? `${nomeRuolo('ISTRUTTORE')} o di ${nomeRuolo('DIRIGENTE')}` : nomeRuolo('DIRIGENTE');
  return `Non puoi decidere questa richiesta. Serve il ruolo di ${chi} della Regione.`;
}
