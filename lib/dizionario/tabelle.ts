import { CLASSIFICAZIONE, RIMODULAZIONE, SPESA, VOCABOLARIO } from './altre';
import { ATTIVITA, ATTIVITA_STATO, CAUSA, QUANTITA } from './attivita';
import type { Tabella } from './contratto';
import { AMBITO, ENTE, PARTNER_ETS, PROGETTO_ENTE } from './enti';
import { INDICATORE } from './indicatore';
import { ESTRATTO, INTERVISTA } from './interviste';
import { PARTECIPANTI, PARTECIPANTI_AGG } from './persone';
import { PROGETTO } from './progetto';

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
  CLASSIFICAZIONE,
  ATTIVITA,
  ATTIVITA_STATO,
  QUANTITA,
  CAUSA,
  INTERVISTA,
  ESTRATTO,
  RIMODULAZIONE,
  SPESA,
  INDICATORE,
  PARTECIPANTI_AGG,
  PARTECIPANTI,
  VOCABOLARIO,
];
