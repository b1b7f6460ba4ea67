import type { Cella } from '@/lib/format/csv';
import { COLONNE, type Colonna, NOME_INDICATORE } from './codici';
import type { Pubblicata } from './tabella';

/** Gli indicatori da scaricare, in forma lunga: una riga è una cella. Chiavi stabili; una cella soppressa vale NA e `motivo` lo dice. */
export const INTESTAZIONI = ['progetto_id', 'vista', 'indicatore', 'nome', 'sesso', 'solo_completi', 'persone', 'motivo'] as const;

const CODICE_SESSO: Record<Colonna, string> = { F: 'f', M: 'm', X: 'x', ND: 'non_indicato', T: 'tutti' };

/** @param progetto il codice del progetto, o null per il programma intero; `vista` è tutto, oppure l'azione o il periodo scelti */
export const righeDi = (progetto: string | null, vista: string, tabella: readonly Pubblicata[]): Cella[][] =>
  tabella.flatMap(({ codice, universo, valori }) =>
    COLONNE.map((c) => [
      progetto ?? 'programma',
      vista || 'tutto',
      codice.toLowerCase(),
      NOME_INDICATORE[codice],
      CODICE_SESSO[c],
      universo === 'completi' ? 1 : 0,
      valori[c],
      valori[c] === null ? 'soppresso' : null,
    ]),
  );
