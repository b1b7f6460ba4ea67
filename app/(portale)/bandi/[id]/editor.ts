import type { Configurazione } from '@/lib/bandi/configurazione';
import type { NomeElenco } from '@/lib/bandi/elenchi';
import { PARTE_DI } from '@/lib/bandi/moduloVoce';
import type { BandoDaScrivere } from '@/lib/bandi/queriesBozza';
import { routes } from '@/lib/routes';
import { configurazioneDi } from './bozza';

/** Ciò che ogni parte dell'editor deve sapere: quale bozza mostra, se chi guarda la scrive, dove portano i comandi. */
export type Editor = {
  id: string;
  rev: number;
  scrive: boolean;
  configurazione: Configurazione;
  indirizzo: (voce: { elenco: NomeElenco; sezione?: string; voce?: string; nuova?: 1 }) => string;
};

export const editorDi = (bando: BandoDaScrivere, scrive: boolean): Editor => ({
  id: bando.id,
  rev: bando.bozza?.rev ?? 0,
  scrive,
  configurazione: configurazioneDi(bando),
  indirizzo: (voce) => routes.bando(bando.id, { parte: PARTE_DI[voce.elenco], ...voce }),
});
