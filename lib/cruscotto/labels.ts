import { etichettaAzione, GRUPPI_CAUSE } from '@/lib/attuazione/labels';
import type { StatoOIgnoto } from './queries';
import { type Aspetta, type Attesa, NON_RILEVATA, type Situazione } from './schema';

export const CHI_ASPETTA: Record<Aspetta, string> = { REGIONE: 'Regione', CAPOFILA: 'Capofila', PARTNER: 'Partner' };

/** Che cosa deve arrivare da chi è atteso. */
export const CHE_ASPETTA: Record<Attesa, string> = {
  RELAZIONE: 'relazione da presentare',
  CHIARIMENTO: 'risposta a un chiarimento',
  VERIFICA: 'verifica della relazione',
  MODIFICA: 'decisione su una modifica',
  PROROGA: 'decisione su una proroga',
  RINUNCIA: 'decisione su una rinuncia',
};

export const NOME_SITUAZIONE: Record<Situazione, string> = {
  ritardo: 'Con una relazione in ritardo',
  regione: 'In attesa della Regione',
  sospesa: 'Sospesi',
  regolare: 'Regolari',
};

export const nomeStatoAzione = (stato: StatoOIgnoto): string => etichettaAzione(stato === NON_RILEVATA ? null : stato);
export const nomeGruppo = (gruppo: string): string => GRUPPI_CAUSE[gruppo] ?? gruppo;
