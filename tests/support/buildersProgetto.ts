import { randomUUID } from 'node:crypto';
import { DA_SEMPRE, type Ente, type Regione, unaRegione, unEnte } from './builders';
import { type Esecutore, inserisci, superutente } from './superutente';

export type AzioneDiProva = { id: string; organizzazioneId: string; quantitaId: string };
export type Progetto = { id: string; regione: Regione; capofila: Ente; partner: Ente[]; azioni: AzioneDiProva[] };

export type OpzioniProgetto = { regione?: Regione; capofila?: Ente; partner?: Ente[]; stato?: string };

/** Un progetto avviato: un'azione (con una quantità prevista e un gruppo di destinatari) per ogni ente che partecipa. */
export async function unProgetto(opzioni: OpzioniProgetto = {}, db: Esecutore = superutente): Promise<Progetto> {
  const regione = opzioni.capofila?.regione ?? opzioni.regione ?? (await unaRegione(db));
  const capofila = opzioni.capofila ?? (await unEnte({ regione }, db));
  const partner = opzioni.partner ?? [];
  const codice = randomUUID().slice(0, 8);
  const { id } = await inserisci(db, 'progetto', {
    regione_id: regione.id,
    bando_id: regione.bandoId,
    codice,
    titolo: `Progetto ${codice}`,
    territorio: 'Biella',
    provincia: 'BI',
    istat_comune: '096004',
    lat: 45.56,
    lon: 8.05,
    stato: opzioni.stato ?? 'AVVIATO',
    iniziative_collegate: [],
  });
  const azioni: AzioneDiProva[] = [];
  for (const [ordine, ente] of [capofila, ...partner].entries()) azioni.push(await parteDi({ id, regione }, ente, ordine, db));
  return { id, regione, capofila, partner, azioni };
}

async function parteDi(progetto: { id: string; regione: Regione }, ente: Ente, ordine: number, db: Esecutore): Promise<AzioneDiProva> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const ruolo = ordine === 0 ? 'CAPOFILA' : 'PARTNER_GESTORE';
  await inserisci(db, 'partecipazione', { ...chiavi, organizzazione_id: ente.id, ruolo, ordine, dal: DA_SEMPRE });
  const azione = await inserisci(db, 'azione', {
    ...chiavi,
    organizzazione_id: ente.id,
    codice: `A${ordine + 1}`,
    ordine,
    titolo: `Azione ${ordine + 1}`,
    tipo: 'SERVIZIO',
    categoria_valutatore: progetto.regione.categoria,
    inizio_previsto: '2019-10-01',
    fine_prevista: '2021-03-31',
  });
  await inserisci(db, 'azione_destinatari', { ...chiavi, azione_id: azione.id, gruppo: progetto.regione.gruppo });
  const quantita = await inserisci(db, 'quantita', {
    ...chiavi,
    azione_id: azione.id,
    codice: `Q${ordine + 1}`,
    ordine,
    unita: 'persone',
    previsto: 100,
  });
  return { id: azione.id, organizzazioneId: ente.id, quantitaId: quantita.id };
}

export type StatoRapporto = 'BOZZA' | 'PRESENTATO' | 'IN_VERIFICA' | 'CHIARIMENTI' | 'APPROVATO' | 'APPROVATO_CON_RILIEVI' | 'RESPINTO';
export type Avanzamento = { id: string; azioneId: string; organizzazioneId: string };
export type Rapporto = { id: string; periodoId: string; progetto: Progetto; avanzamenti: Avanzamento[] };
export type StatoParte = 'NON_DOVUTO' | 'APERTO' | 'CONSEGNATO' | 'RINVIATO' | 'INCLUSO';
export type OpzioniRapporto = {
  progetto?: Progetto;
  stato?: StatoRapporto;
  numero?: number;
  /** Lo stato della parte del capofila e di ciascun partner, in ordine; se manca, aperta in bozza e inclusa dopo. */
  parti?: StatoParte[];
};

/** La relazione di un periodo già nello stato chiesto, con le parti di ogni ente e un avanzamento (causa, quantità) per azione. */
export async function unRapporto(opzioni: OpzioniRapporto = {}, db: Esecutore = superutente): Promise<Rapporto> {
  const { stato = 'BOZZA', numero = 1, parti = [] } = opzioni;
  const progetto = opzioni.progetto ?? (await unProgetto({}, db));
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const periodo = await unPeriodo(progetto, numero, db);
  const bozza = stato === 'BOZZA';
  const diffusione = bozza ? 'BOZZA' : stato.startsWith('APPROVATO') ? 'APPROVATO' : 'PRESENTATO';
  const presentato_il = bozza ? null : '2020-07-10T08:00:00Z';
  const { id } = await inserisci(db, 'rapporto_progetto', { ...chiavi, periodo_id: periodo.id, stato, sintesi: 'Sintesi', presentato_il });
  const parte = { ...chiavi, rapporto_id: id, diffusione };
  for (const [indice, ente] of [progetto.capofila, ...progetto.partner].entries())
    await inserisci(db, 'rapporto_ente', { ...parte, organizzazione_id: ente.id, stato: parti[indice] ?? (bozza ? 'APERTO' : 'INCLUSO') });
  const avanzamenti: Avanzamento[] = [];
  for (const azione of progetto.azioni) {
    const voce = { ...chiavi, organizzazione_id: azione.organizzazioneId, diffusione };
    const avanzamento = await inserisci(db, 'avanzamento', {
      ...voce,
      rapporto_id: id,
      azione_id: azione.id,
      stato: 'IN_CORSO',
      percentuale: 40,
    });
    await inserisci(db, 'quantita_realizzata', { ...voce, avanzamento_id: avanzamento.id, quantita_id: azione.quantitaId, valore: 10 });
    await inserisci(db, 'avanzamento_causa', { ...voce, avanzamento_id: avanzamento.id, causa: progetto.regione.causa, primaria: true });
    avanzamenti.push({ id: avanzamento.id, azioneId: azione.id, organizzazioneId: azione.organizzazioneId });
  }
  return { id, periodoId: periodo.id, progetto, avanzamenti };
}

/** Il periodo semestrale `numero` (da 1) di un progetto, ancora senza relazione. */
export function unPeriodo(progetto: Progetto, numero = 1, db: Esecutore = superutente): Promise<{ id: string }> {
  const anno = 2019 + numero;
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  return inserisci(db, 'periodo', {
    ...chiavi,
    numero,
    tipo: 'ORDINARIO',
    dal: `${anno}-01-01`,
    al: `${anno}-06-30`,
    scadenza: `${anno}-07-31`,
  });
}

/** Una richiesta di chiarimento della Regione su un'azione della relazione: riapre quell'azione. */
export function unChiarimento(rapporto: Rapporto, avanzamento: Avanzamento, db: Esecutore = superutente): Promise<{ id: string }> {
  const { progetto } = rapporto;
  return inserisci(db, 'chiarimento', {
    regione_id: progetto.regione.id,
    progetto_id: progetto.id,
    rapporto_id: rapporto.id,
    azione_id: avanzamento.azioneId,
    stato: 'APERTO',
    domanda: 'Perché questa azione non è conclusa?',
    entro: '2020-08-31',
  });
}
