import type { Tabella } from '@/lib/dizionario/contratto';
import { type CodiciDiColonna, codiciDi, type Vocabolari } from './codebook';
import { scriptPython } from './scriptPython';
import { scriptR } from './scriptR';
import { scriptSpss } from './scriptSpss';
import { scriptStata } from './scriptStata';

/** Gli script che leggono il CSV per R e applicano etichette e codici: nascono dal contratto, come il codebook. */
export function scriptDi(tabelle: readonly Tabella[], vocabolari: Vocabolari): { nome: string; testo: string }[] {
  const codici: CodiciDiColonna = (colonna) => codiciDi(colonna, vocabolari);
  return [
    { nome: 'script/leggi.R', testo: scriptR(tabelle, codici) },
    { nome: 'script/leggi.do', testo: scriptStata(tabelle, codici) },
    { nome: 'script/leggi.sps', testo: scriptSpss(tabelle, codici) },
    { nome: 'script/leggi.py', testo: scriptPython(tabelle, codici) },
  ];
}
