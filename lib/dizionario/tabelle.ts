import { CLASSIFICAZIONE, RIMODULAZIONE, SPESA, VOCABOLARIO } from './altre';
import { ATTIVITA, ATTIVITA_STATO, CAUSA, QUANTITA } from './attivita';
import { CLASSIFICAZIONE_DECISA, CODIFICA } from './classificazione';
import type { Tabella } from './contratto';
import { DIMENSIONE } from './dimensione';
import { AMBITO, ENTE, PARTNER_ETS, PROGETTO_ENTE } from './enti';
import { INDICATORE } from './indicatore';
import { INTERVISTA, NOTA } from './interviste';
import { PARTECIPANTI, PARTECIPANTI_AGG } from './persone';
import { PROGETTO } from './progetto';
import { RELAZIONE_ARCO, RELAZIONE_NODO } from './rete';

/**
 * Tutte le tabelle, nell'ordine in cui si leggono. Una tabella nuova è un file accanto e una riga qui: SQL, formati, codebook, script e confronti la
 * trovano da soli; la prova del contratto chiede di depositarla.
 */
export const TABELLE: readonly Tabella[] = [
  PROGETTO,
  ENTE,
  PROGETTO_ENTE,
  PARTNER_ETS,
  AMBITO,
  DIMENSIONE,
  CLASSIFICAZIONE,
  CODIFICA,
  CLASSIFICAZIONE_DECISA,
  ATTIVITA,
  ATTIVITA_STATO,
  QUANTITA,
  CAUSA,
  INTERVISTA,
  NOTA,
  RIMODULAZIONE,
  SPESA,
  RELAZIONE_NODO,
  RELAZIONE_ARCO,
  INDICATORE,
  PARTECIPANTI_AGG,
  PARTECIPANTI,
  VOCABOLARIO,
];
