import type { EsitoDecisione, RichiestaDellaRegione } from './letture';
import { nomeMotivo } from './motivi';

/** Le parole dell'esame, uguali nelle pagine e nelle lettere. */

export const NOME_ESITO: Record<EsitoDecisione, string> = {
  AMMISSIBILE: 'Ammissibile',
  INAMMISSIBILE: 'Non ammissibile',
  APPROVATO: 'Approvato',
  APPROVATO_CON_PRESCRIZIONI: 'Approvato con prescrizioni',
  NON_APPROVATO: 'Non approvato',
  ANNULLATA: 'Decisione annullata',
};

export const NOME_FASE = { IDEA: 'Idea', PROGETTO: 'Progetto definitivo', RIMODULAZIONE: 'Rimodulazione iniziale' } as const;

export const NOME_RICHIESTA: Record<RichiestaDellaRegione['genere'], string> = {
  INTEGRAZIONE: 'Richiesta di integrazioni',
  PREAVVISO: 'Preavviso di rigetto',
};

/** I motivi di una richiesta: un preavviso ne porta più d'uno, separati da virgole. */
export const motiviRichiesta = (motivo: string): string[] => motivo.split(',').filter(Boolean).map(nomeMotivo);

export const NOME_PRESCRIZIONE = {
  APERTA: 'Da adempiere',
  PRESENTATA: 'Presentata',
  VERIFICATA: 'Verificata',
  RESPINTA: 'Respinta',
  ANNULLATA: 'Annullata',
} as const;
