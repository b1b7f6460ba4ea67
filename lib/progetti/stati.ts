import type { Ruolo } from '@/lib/auth/attore';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { StatoProgetto } from './schema';

/** La vita di un progetto: chi può fare che cosa, in quale stato. Pura; le stesse righe stanno in app.transizione_progetto e una prova le confronta. */

export type AttoProgetto =
  | 'presenta'
  | 'ritiraPresentazione'
  | 'chiediIntegrazioni'
  | 'integra'
  | 'chiudiIntegrazioni'
  | 'dichiaraAmmissibile'
  | 'dichiaraInammissibile'
  | 'approva'
  | 'approvaConPrescrizioni'
  | 'nonApprova'
  | 'pubblicaAvviso'
  | 'apriProgetto'
  | 'presentaPrescrizioni'
  | 'rinviaPrescrizioni'
  | 'apriRimodulazione'
  | 'avvia'
  | 'sospendi'
  | 'riprendi'
  | 'concludi'
  | 'riapri'
  | 'revoca'
  | 'confermaRinuncia'
  | 'annullaDecisione'
  | 'ritira';

type Passaggio = { a: StatoProgetto; ruolo: Ruolo; capofila?: true };
type Passaggi = Partial<Record<AttoProgetto, Passaggio>>;

const capofila = (a: StatoProgetto): Passaggio => ({ a, ruolo: 'REFERENTE', capofila: true });
const istruttore = (a: StatoProgetto): Passaggio => ({ a, ruolo: 'ISTRUTTORE' });
const dirigente = (a: StatoProgetto): Passaggio => ({ a, ruolo: 'DIRIGENTE' });
const ritira = capofila('RITIRATO');
const revoca = dirigente('REVOCATO');
const confermaRinuncia = dirigente('RITIRATO');

export const TRANSIZIONI_PROGETTO: Record<StatoProgetto, Passaggi> = {
  IDEA_BOZZA: { presenta: capofila('IDEA_PRESENTATA'), ritira },
  IDEA_PRESENTATA: {
    ritiraPresentazione: capofila('IDEA_BOZZA'),
    chiediIntegrazioni: istruttore('IDEA_DA_INTEGRARE'),
    dichiaraAmmissibile: istruttore('IDEA_AMMISSIBILE'),
    dichiaraInammissibile: istruttore('IDEA_INAMMISSIBILE'),
    ritira,
  },
  IDEA_DA_INTEGRARE: { integra: capofila('IDEA_PRESENTATA'), chiudiIntegrazioni: istruttore('IDEA_PRESENTATA'), ritira },
  IDEA_AMMISSIBILE: {
    approva: dirigente('IDEA_APPROVATA'),
    nonApprova: dirigente('IDEA_NON_APPROVATA'),
    annullaDecisione: dirigente('IDEA_PRESENTATA'),
    ritira,
  },
  IDEA_INAMMISSIBILE: { annullaDecisione: dirigente('IDEA_PRESENTATA') },
  IDEA_APPROVATA: { pubblicaAvviso: capofila('PARTNERSHIP_APERTA'), annullaDecisione: dirigente('IDEA_AMMISSIBILE'), ritira },
  IDEA_NON_APPROVATA: { annullaDecisione: dirigente('IDEA_AMMISSIBILE') },
  PARTNERSHIP_APERTA: { apriProgetto: capofila('PROGETTO_BOZZA'), ritira },
  PROGETTO_BOZZA: { presenta: capofila('PROGETTO_PRESENTATO'), ritira },
  PROGETTO_PRESENTATO: {
    ritiraPresentazione: capofila('PROGETTO_BOZZA'),
    chiediIntegrazioni: istruttore('PROGETTO_DA_INTEGRARE'),
    dichiaraAmmissibile: istruttore('AMMISSIBILE'),
    dichiaraInammissibile: istruttore('INAMMISSIBILE'),
    ritira,
  },
  PROGETTO_DA_INTEGRARE: { integra: capofila('PROGETTO_PRESENTATO'), chiudiIntegrazioni: istruttore('PROGETTO_PRESENTATO'), ritira },
  AMMISSIBILE: {
    approva: dirigente('APPROVATO'),
    approvaConPrescrizioni: dirigente('APPROVATO_CON_PRESCRIZIONI'),
    nonApprova: dirigente('NON_APPROVATO'),
    annullaDecisione: dirigente('PROGETTO_PRESENTATO'),
    ritira,
  },
  INAMMISSIBILE: { annullaDecisione: dirigente('PROGETTO_PRESENTATO') },
  APPROVATO: {
    apriRimodulazione: capofila('RIMODULAZIONE_INIZIALE'),
    avvia: istruttore('AVVIATO'),
    annullaDecisione: dirigente('AMMISSIBILE'),
    ritira,
  },
  APPROVATO_CON_PRESCRIZIONI: {
    presentaPrescrizioni: capofila('PRESCRIZIONI_PRESENTATE'),
    annullaDecisione: dirigente('AMMISSIBILE'),
    ritira,
  },
  NON_APPROVATO: { annullaDecisione: dirigente('AMMISSIBILE') },
  PRESCRIZIONI_PRESENTATE: {
    approva: dirigente('APPROVATO'),
    nonApprova: dirigente('NON_APPROVATO'),
    rinviaPrescrizioni: dirigente('APPROVATO_CON_PRESCRIZIONI'),
    ritira,
  },
  RIMODULAZIONE_INIZIALE: { approva: dirigente('APPROVATO'), ritira },
  AVVIATO: { sospendi: dirigente('SOSPESO'), concludi: dirigente('CONCLUSO'), revoca, confermaRinuncia },
  SOSPESO: { riprendi: dirigente('AVVIATO'), revoca, confermaRinuncia },
  CONCLUSO: { riapri: dirigente('AVVIATO') },
  RITIRATO: {},
  REVOCATO: {},
};

const NOME_ATTO: Record<AttoProgetto, string> = {
  presenta: 'presentare la domanda',
  ritiraPresentazione: 'riprendere la domanda presentata',
  chiediIntegrazioni: 'chiedere integrazioni',
  integra: 'inviare le integrazioni',
  chiudiIntegrazioni: 'proseguire senza le integrazioni',
  dichiaraAmmissibile: 'dichiarare ammissibile la domanda',
  dichiaraInammissibile: 'dichiarare non ammissibile la domanda',
  approva: 'approvare',
  approvaConPrescrizioni: 'approvare con prescrizioni',
  nonApprova: 'non approvare',
  pubblicaAvviso: 'pubblicare l’avviso per i partner',
  apriProgetto: 'cominciare il progetto definitivo',
  presentaPrescrizioni: 'presentare le prescrizioni',
  rinviaPrescrizioni: 'rinviare le prescrizioni',
  apriRimodulazione: 'aprire la rimodulazione iniziale',
  avvia: 'avviare il progetto',
  sospendi: 'sospendere il progetto',
  riprendi: 'riprendere il progetto',
  concludi: 'concludere il progetto',
  riapri: 'riaprire il progetto',
  revoca: 'revocare il progetto',
  confermaRinuncia: 'confermare la rinuncia al progetto',
  annullaDecisione: 'annullare la decisione',
  ritira: 'ritirare la domanda',
};

/** In che veste si agisce su un progetto: il ruolo dell'incarico e se il proprio ente ne è capofila. */
export type VesteProgetto = { ruolo: Ruolo; capofila: boolean };

const puo = (passaggio: Passaggio, chi: VesteProgetto): boolean => passaggio.ruolo === chi.ruolo && (!passaggio.capofila || chi.capofila);

/** Gli atti da offrire: la stessa tabella che li rifiuta. */
export const attiProgetto = (stato: StatoProgetto, chi: VesteProgetto): AttoProgetto[] =>
  (Object.entries(TRANSIZIONI_PROGETTO[stato]) as [AttoProgetto, Passaggio][]).filter(([, p]) => puo(p, chi)).map(([atto]) => atto);

/**
 * Lo stato che segue un atto.
 * @throws DomainError progetto.attoNonAmmesso se lo stato non lo prevede, progetto.ruoloMancante se serve un altro ruolo (e dice quale)
 */
export function compiProgetto(atto: AttoProgetto, stato: StatoProgetto, chi: VesteProgetto): StatoProgetto {
  const passaggio = TRANSIZIONI_PROGETTO[stato][atto];
  if (!passaggio)
    throw new DomainError('progetto.attoNonAmmesso', `Non si può ${NOME_ATTO[atto]} nello stato attuale. Ricarica la pagina.`);
  if (!puo(passaggio, chi))
    throw new DomainError(
      'progetto.ruoloMancante',
      `Non puoi ${NOME_ATTO[atto]}. Serve il ruolo di ${nomeRuolo(passaggio.ruolo)}${passaggio.capofila ? ' dell’ente capofila' : ' della Regione'}.`,
    );
  return passaggio.a;
}

/** La frase che spiega perché un atto non si può compiere, da scrivere accanto al comando; vuota se si può. */
export function rifiutoProgetto(atto: AttoProgetto, stato: StatoProgetto, chi: VesteProgetto): string {
  try {
    compiProgetto(atto, stato, chi);
    return '';
  } catch (error) {
    if (isDomainError(error)) return error.message;
    throw error;
  }
}

export const FASI_DOMANDA = ['IDEA', 'PROGETTO', 'RIMODULAZIONE'] as const;
export type FaseDomanda = (typeof FASI_DOMANDA)[number];

/** La fase di scrittura o di esame di uno stato; null dopo la decisione finale. */
export function faseDi(stato: StatoProgetto): FaseDomanda | null {
  if (stato.startsWith('IDEA_')) return 'IDEA';
  if (stato === 'RIMODULAZIONE_INIZIALE') return 'RIMODULAZIONE';
  return ['PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'AMMISSIBILE', 'INAMMISSIBILE'].includes(stato)
    ? 'PROGETTO'
    : null;
}

/** Gli stati in cui gli enti scrivono (tutto, o le sole sezioni che la Regione ha riaperto). */
export const IN_SCRITTURA: readonly StatoProgetto[] = [
  'IDEA_BOZZA',
  'IDEA_DA_INTEGRARE',
  'PROGETTO_BOZZA',
  'PROGETTO_DA_INTEGRARE',
  'RIMODULAZIONE_INIZIALE',
];
