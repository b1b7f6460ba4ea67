/**
 * Le soglie dei segnali: un segnale compare quando la sua misura SUPERA `soglia`, e diventa grave (3) quando supera `graveOltre`.
 * Le stesse costanti filtrano nel database (queries) e decidono qui (rules): una prova confronta le due strade.
 */

export const CODICI_REGIONE = [
  'VERIFICA_OLTRE_TERMINE',
  'RISPOSTA_NON_ESAMINATA',
  'MODIFICA_IN_ATTESA',
  'PROROGA_IN_ATTESA',
  'RINUNCIA_IN_ATTESA',
  'CAUSA_REGIONE',
  'SOSPENSIONE_LUNGA',
] as const;
export const CODICI_ENTE = [
  'RELAZIONE_SCADUTA',
  'CHIARIMENTO_SENZA_RISPOSTA',
  'PARTE_MAI_CONSEGNATA',
  'AZIONE_OLTRE_FINE',
  'AZIONE_NON_COMINCIATA',
  'RITARDO_IN_CRESCITA',
  'AVANZAMENTO_LENTO',
  'NESSUN_PROGRESSO',
  'QUANTITA_LONTANE',
  'CAUSA_RIPETUTA',
  'CAUSA_DI_LUNGA_DATA',
  'FINE_VICINA',
] as const;
export const CODICI = [...CODICI_REGIONE, ...CODICI_ENTE] as const;
export type CodiceSegnale = (typeof CODICI)[number];

export type Gravita = 1 | 2 | 3;
type Soglia = { soglia: number; graveOltre: number; gravita: 1 | 2 };

/** Giorni prima della fine di un'azione o di un progetto da cui si guarda se ciò che manca è troppo. */
export const GIORNI_VICINO_ALLA_FINE = 90;

/** L'unita della misura è scritta accanto: giorni solari, punti percentuali, quante azioni o quante relazioni. */
export const SOGLIE: Record<CodiceSegnale, Soglia> = {
  // giorni dopo il termine per verificare una relazione (il bando dice quanti giorni ha la Regione)
  VERIFICA_OLTRE_TERMINE: { soglia: 0, graveOltre: 30, gravita: 2 },
  // giorni da quando l'ente ha risposto a un chiarimento che la Regione non ha ancora chiuso
  RISPOSTA_NON_ESAMINATA: { soglia: 10, graveOltre: 30, gravita: 2 },
  // giorni dalla presentazione di una richiesta non decisa
  MODIFICA_IN_ATTESA: { soglia: 30, graveOltre: 60, gravita: 2 },
  PROROGA_IN_ATTESA: { soglia: 30, graveOltre: 60, gravita: 2 },
  RINUNCIA_IN_ATTESA: { soglia: 30, graveOltre: 60, gravita: 2 },
  // quante azioni indicano una causa non risolta che spetta alla Regione rimuovere
  CAUSA_REGIONE: { soglia: 0, graveOltre: 2, gravita: 2 },
  // giorni dall'inizio di una sospensione senza ripresa
  SOSPENSIONE_LUNGA: { soglia: 90, graveOltre: 180, gravita: 1 },
  // giorni dopo la scadenza della relazione più vecchia
  RELAZIONE_SCADUTA: { soglia: 0, graveOltre: 30, gravita: 2 },
  // giorni dopo il termine per rispondere
  CHIARIMENTO_SENZA_RISPOSTA: { soglia: 0, graveOltre: 30, gravita: 2 },
  // quante relazioni scadute aspettano la parte dello stesso ente
  PARTE_MAI_CONSEGNATA: { soglia: 1, graveOltre: 2, gravita: 2 },
  // giorni dopo la fine prevista in vigore
  AZIONE_OLTRE_FINE: { soglia: 0, graveOltre: 90, gravita: 2 },
  // giorni dopo l'inizio previsto in vigore
  AZIONE_NON_COMINCIATA: { soglia: 30, graveOltre: 120, gravita: 2 },
  // giorni di cui la fine stimata si è spostata in avanti tra le ultime due relazioni
  RITARDO_IN_CRESCITA: { soglia: 15, graveOltre: 60, gravita: 1 },
  // punti percentuali tra il tempo trascorso e l'avanzamento dichiarato
  AVANZAMENTO_LENTO: { soglia: 25, graveOltre: 50, gravita: 1 },
  // relazioni di fila con lo stesso stato e la stessa percentuale, oltre la prima
  NESSUN_PROGRESSO: { soglia: 1, graveOltre: 3, gravita: 1 },
  // punti percentuali che mancano alla quantità prevista, negli ultimi GIORNI_VICINO_ALLA_FINE giorni dell'azione
  QUANTITA_LONTANE: { soglia: 50, graveOltre: 80, gravita: 1 },
  // quante azioni dello stesso progetto indicano la stessa causa non risolta
  CAUSA_RIPETUTA: { soglia: 2, graveOltre: 5, gravita: 1 },
  // giorni dal mese da cui la causa pesa, ancora non risolta
  CAUSA_DI_LUNGA_DATA: { soglia: 180, graveOltre: 365, gravita: 1 },
  // quota percentuale delle azioni non ancora concluse, negli ultimi GIORNI_VICINO_ALLA_FINE giorni del progetto
  FINE_VICINA: { soglia: 50, graveOltre: 80, gravita: 2 },
};

const DELLA_REGIONE: readonly string[] = CODICI_REGIONE;
/** A chi tocca rimuovere la causa del segnale. */
export const toccaAChi = (codice: CodiceSegnale): 'REGIONE' | 'ENTE' => (DELLA_REGIONE.includes(codice) ? 'REGIONE' : 'ENTE');

/** Vero se la misura fa comparire il segnale. */
export const oltre = (codice: CodiceSegnale, misura: number): boolean => misura > SOGLIE[codice].soglia;

/** 1 da tenere d'occhio, 2 da affrontare, 3 grave. */
export const gravitaDi = (codice: CodiceSegnale, misura: number): Gravita =>
  misura > SOGLIE[codice].graveOltre ? 3 : SOGLIE[codice].gravita;
