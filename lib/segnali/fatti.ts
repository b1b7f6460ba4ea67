import type { StatoAzione } from '@/lib/attuazione/schema';

/** I fatti da cui nascono i segnali. Date AAAA-MM-GG (Europe/Rome), percentuali intere, quantità come numeri. */

type SuAzione = { azioneId: string; azione: string; ente: string };
type Causa = { causa: string; etichetta: string; azioni: number };

/** I dati propri di ogni fatto. */
export type DatiFatto = {
  VERIFICA_OLTRE_TERMINE: { rapportoId: string; dal: string; al: string; presentata: string; termine: string; presa: boolean };
  RISPOSTA_NON_ESAMINATA: SuAzione & { rapportoId: string; risposto: string };
  MODIFICA_IN_ATTESA: { richiestaId: string; numero: number; presentata: string };
  PROROGA_IN_ATTESA: { prorogaId: string; numero: number; presentata: string };
  RINUNCIA_IN_ATTESA: { chiesta: string };
  CAUSA_REGIONE: Causa;
  SOSPENSIONE_LUNGA: { dal: string; azione: string | null };
  /** Quante relazioni sono scadute, e il periodo e la scadenza della più vecchia. */
  RELAZIONE_SCADUTA: { quante: number; dal: string; al: string; scadenza: string };
  CHIARIMENTO_SENZA_RISPOSTA: SuAzione & { rapportoId: string; entro: string };
  PARTE_MAI_CONSEGNATA: { ente: string; periodi: number; scadenza: string };
  AZIONE_OLTRE_FINE: SuAzione & { finePrevista: string; fineStimata: string | null; percentuale: number | null; periodoAl: string };
  AZIONE_NON_COMINCIATA: SuAzione & { inizioPrevisto: string; stato: StatoAzione; periodoAl: string };
  RITARDO_IN_CRESCITA: SuAzione & { finePrevista: string; fineStimata: string; fineStimataPrima: string };
  AVANZAMENTO_LENTO: SuAzione & { inizioPrevisto: string; finePrevista: string; periodoAl: string; percentuale: number };
  NESSUN_PROGRESSO: SuAzione & { senzaProgressi: number; percentuale: number | null; periodoAl: string };
  QUANTITA_LONTANE: SuAzione & { unita: string; previsto: number; raggiunto: number; finePrevista: string };
  CAUSA_RIPETUTA: Causa;
  CAUSA_DI_LUNGA_DATA: Causa & { meseDal: string };
  FINE_VICINA: { fine: string; aperte: number; totali: number };
};

/** Ciò che ogni fatto dice del suo progetto; `oggetto` distingue due fatti dello stesso codice. */
export type DelProgetto = { progettoId: string; progetto: string; capofila: string | null; oggetto: string };

export type FattoDi<C extends keyof DatiFatto> = DelProgetto & { codice: C; dati: DatiFatto[C] };
export type Fatto = { [C in keyof DatiFatto]: FattoDi<C> }[keyof DatiFatto];
