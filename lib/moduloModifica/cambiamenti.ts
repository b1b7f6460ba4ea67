import type { Attuazione, DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { type Operazione, operazioneLibera, operazioniTra } from '@/lib/modifiche/operazioni';
import { type Regola, regolaDi } from '@/lib/modifiche/regola';
import { leggiModulo, type PerLeggere } from './leggi';
import type { Campi } from './lettore';
import { NOMI } from './nomi';

type Codici = readonly { codice: string; etichetta: string }[];
export type PerCambiare = PerLeggere & {
  attuazione: Attuazione;
  /** Il numero della versione in vigore; 0 se il piano non è mai stato congelato. */
  versione: number;
  /** Le voci dell'ultimo piano approvato dalla Regione: di lì si misura quanto si sposta. */
  approvate?: readonly VoceBudget[];
  nomi: { categorieCosto: Codici; gruppi: Codici };
};
export type Cambiamenti = { nuovo: ContenutoVersione; operazioni: Operazione[]; regola: Regola; errori: Record<string, string> };

/** Dai campi del modulo alle operazioni e alla regola che vale: ciò che si mostra mentre si scrive e ciò che si salva sono la stessa cosa. */
export function cambiamenti(dominio: DominioModifica, contesto: PerCambiare, campi: Campi): Cambiamenti {
  const { base, attuazione, versione, approvate } = contesto;
  const { nuovo, errori } = leggiModulo(dominio, contesto, campi);
  const testo = campi[NOMI.testo]?.trim() ?? '';
  const operazioni =
    dominio === 'altro' ? (testo ? [operazioneLibera(testo)] : []) : operazioniTra(base, nuovo, dominio, nomiDi(contesto.nomi));
  return { nuovo, errori, operazioni, regola: regolaDi({ attuazione, dominio, base, nuovo, congelato: versione > 0, approvate }) };
}

/** Il nome italiano di una categoria di costo o di un gruppo. */
const nomiDi =
  ({ categorieCosto, gruppi }: PerCambiare['nomi']) =>
  (codice: string): string =>
    [...categorieCosto, ...gruppi].find((voce) => voce.codice === codice)?.etichetta ?? codice;
