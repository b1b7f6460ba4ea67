import type { StatoAzione } from '@/lib/attuazione/schema';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { DatiFatto, DelProgetto, Fatto } from './fatti';
import { vicinoAllaFine } from './misure';

/**
 * La situazione di oggi di un progetto, riga per riga, e i fatti che ne nascono. Puro. Per l'elenco di tutti i progetti gli stessi fatti li trova il database
 * (queriesFatti*): una prova confronta le due strade. Date AAAA-MM-GG (Europe/Rome), percentuali intere.
 */
export type Situazione = {
  stato: StatoProgetto;
  fine: string | null;
  capofila: string | null;
  sospensioni: { id: string; azioneId: string | null; dal: string; al: string | null }[];
  azioni: AzioneSituata[];
  /** Le cause indicate nell'ultima relazione di ogni azione e non risolte. */
  cause: { azioneId: string; causa: string; etichetta: string; dipendeRegione: boolean; meseDal: string | null }[];
  /** Le relazioni presentate che la Regione non ha ancora deciso. */
  verifiche: DatiFatto['VERIFICA_OLTRE_TERMINE'][];
  chiarimenti: { id: string; azioneId: string; rapportoId: string; stato: 'APERTO' | 'RISPOSTO'; entro: string; risposto: string | null }[];
  modifiche: Attesa[];
  proroghe: Attesa[];
  rinunce: { id: string; chiesta: string }[];
  /** I periodi dovuti, scaduti e non presentati, dalla scadenza più vecchia. */
  scadute: { dal: string; al: string; scadenza: string }[];
  /** Le parti che mancano alle relazioni di quei periodi, dalla scadenza più vecchia. */
  parti: { enteId: string; ente: string; scadenza: string }[];
  /** Le quantità previste di cui l'ultima relazione dice quanto si è raggiunto. */
  quantita: { id: string; azioneId: string; unita: string; previsto: number; raggiunto: number }[];
};

type Attesa = { id: string; numero: number; presentata: string };

/** Un'azione con la sua ultima dichiarazione presentata, se c'è. */
type AzioneSituata = {
  id: string;
  titolo: string;
  ente: string;
  annullata: boolean;
  inizioPrevisto: string | null;
  finePrevista: string | null;
  stato: StatoAzione | null;
  percentuale: number | null;
  periodoAl: string;
  fineStimata: string | null;
  fineStimataPrima: string | null;
  senzaProgressi: number;
};

type Trovato = { [C in keyof DatiFatto]: { codice: C; oggetto: string; dati: DatiFatto[C] } }[keyof DatiFatto];

const CONCLUSE: readonly (StatoAzione | null)[] = ['COMPLETATA', 'ANNULLATA'];
const AL_LAVORO: readonly (StatoAzione | null)[] = ['IN_PREPARAZIONE', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA'];
const DA_COMINCIARE: readonly (StatoAzione | null)[] = ['NON_AVVIATA', 'IN_PREPARAZIONE'];

/**
 * I fatti di un progetto avviato o sospeso. Con il progetto sospeso i doveri degli enti tacciono; un'azione annullata, conclusa o sospesa con un atto non da segnali.
 * Chi li racconta (rules.segnaleDi) tiene quelli oltre soglia.
 */
export function fattiDi({ id, titolo }: { id: string; titolo: string }, situazione: Situazione, oggi: string): Fatto[] {
  const { stato, capofila, sospensioni } = situazione;
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO') return [];
  const ferme = sospensioni.filter(({ dal, al }) => dal <= oggi && (al === null || al >= oggi)).map(({ azioneId }) => azioneId);
  const trovati = [...inAttesa(situazione), ...(stato === 'AVVIATO' && !ferme.includes(null) ? daFare(situazione, ferme, oggi) : [])];
  const delProgetto: Omit<DelProgetto, 'oggetto'> = { progettoId: id, progetto: titolo, capofila };
  return trovati.map((trovato) => ({ ...delProgetto, ...trovato }));
}

/** Ciò che aspetta qualcuno anche quando il progetto è sospeso. */
function inAttesa({ azioni, sospensioni, verifiche, chiarimenti, modifiche, proroghe, rinunce }: Situazione): Trovato[] {
  const azioneDi = (id: string | null) => azioni.find((azione) => azione.id === id);
  return [
    ...verifiche.map((dati) => ({ codice: 'VERIFICA_OLTRE_TERMINE' as const, oggetto: dati.rapportoId, dati })),
    ...chiarimenti.flatMap(({ id: oggetto, azioneId, rapportoId, stato, entro, risposto }): Trovato[] => {
      const azione = azioneDi(azioneId);
      if (!azione) return [];
      const dati = { ...suAzione(azione), rapportoId };
      if (stato === 'APERTO') return [{ codice: 'CHIARIMENTO_SENZA_RISPOSTA', oggetto, dati: { ...dati, entro } }];
      return risposto === null ? [] : [{ codice: 'RISPOSTA_NON_ESAMINATA', oggetto, dati: { ...dati, risposto } }];
    }),
    ...modifiche.map(({ id, ...dati }) => ({ codice: 'MODIFICA_IN_ATTESA' as const, oggetto: id, dati: { richiestaId: id, ...dati } })),
    ...proroghe.map(({ id, ...dati }) => ({ codice: 'PROROGA_IN_ATTESA' as const, oggetto: id, dati: { prorogaId: id, ...dati } })),
    ...rinunce.map(({ id, chiesta }) => ({ codice: 'RINUNCIA_IN_ATTESA' as const, oggetto: id, dati: { chiesta } })),
    ...sospensioni.flatMap(({ id, azioneId, dal, al }): Trovato[] =>
      al === null ? [{ codice: 'SOSPENSIONE_LUNGA', oggetto: id, dati: { dal, azione: azioneDi(azioneId)?.titolo ?? null } }] : [],
    ),
  ];
}

/** Ciò che gli enti devono, e come vanno le azioni. @param ferme le azioni sospese oggi */
function daFare(situazione: Situazione, ferme: readonly (string | null)[], oggi: string): Trovato[] {
  const azioni = situazione.azioni.filter(({ annullata }) => !annullata);
  const aperte = azioni.filter(({ id, stato }) => stato !== null && !CONCLUSE.includes(stato) && !ferme.includes(id));
  return [
    ...relazioniScadute(situazione),
    ...partiMancanti(situazione),
    ...causeIndicate(situazione, aperte),
    ...fineVicina(situazione.fine, azioni, oggi),
    ...aperte.flatMap((azione) => sullAzione(azione, oggi)),
    ...quantitaLontane(situazione, aperte),
  ];
}

function relazioniScadute({ scadute }: Situazione): Trovato[] {
  const [prima] = scadute;
  return prima ? [{ codice: 'RELAZIONE_SCADUTA', oggetto: 'relazioni', dati: { quante: scadute.length, ...prima } }] : [];
}

const partiMancanti = ({ parti }: Situazione): Trovato[] =>
  gruppi(parti, ({ enteId }) => enteId).map(([prima, ...altre]) => ({
    codice: 'PARTE_MAI_CONSEGNATA',
    oggetto: prima.enteId,
    dati: { ente: prima.ente, periodi: 1 + altre.length, scadenza: prima.scadenza },
  }));

function causeIndicate({ cause }: Situazione, aperte: AzioneSituata[]): Trovato[] {
  const diAperte = cause.filter(({ azioneId }) => aperte.some(({ id }) => id === azioneId));
  return gruppi(diAperte, ({ causa }) => causa).flatMap((indicate): Trovato[] => {
    const [{ causa, etichetta, dipendeRegione }] = indicate;
    const dati = { causa, etichetta, azioni: new Set(indicate.map(({ azioneId }) => azioneId)).size };
    if (dipendeRegione) return [{ codice: 'CAUSA_REGIONE', oggetto: causa, dati }];
    const [meseDal] = indicate.flatMap((indicata) => indicata.meseDal ?? []).sort();
    return [
      { codice: 'CAUSA_RIPETUTA', oggetto: causa, dati },
      ...(meseDal ? [{ codice: 'CAUSA_DI_LUNGA_DATA' as const, oggetto: causa, dati: { ...dati, meseDal } }] : []),
    ];
  });
}

/** Gli elementi con la stessa chiave insieme, nell'ordine in cui arrivano. */
function gruppi<T>(elementi: readonly T[], chiaveDi: (elemento: T) => string): [T, ...T[]][] {
  const trovati = new Map<string, [T, ...T[]]>();
  for (const elemento of elementi) {
    const chiave = chiaveDi(elemento);
    const gruppo = trovati.get(chiave);
    if (gruppo) gruppo.push(elemento);
    else trovati.set(chiave, [elemento]);
  }
  return [...trovati.values()];
}

function fineVicina(fine: string | null, azioni: AzioneSituata[], oggi: string): Trovato[] {
  if (fine === null || azioni.length === 0 || !vicinoAllaFine(fine, oggi)) return [];
  const aperte = azioni.filter(({ stato }) => !CONCLUSE.includes(stato)).length;
  return [{ codice: 'FINE_VICINA', oggetto: 'fine', dati: { fine, totali: azioni.length, aperte } }];
}

const suAzione = ({ id, titolo, ente }: AzioneSituata) => ({ azioneId: id, azione: titolo, ente });

/** Le condizioni che si leggono senza contare i giorni scartano subito le azioni che vanno bene: sono quasi tutte. */
function sullAzione(azione: AzioneSituata, oggi: string): Trovato[] {
  const {
    id: oggetto,
    stato,
    percentuale,
    periodoAl,
    inizioPrevisto,
    finePrevista,
    fineStimata,
    fineStimataPrima,
    senzaProgressi,
  } = azione;
  const dati = () => ({ ...suAzione(azione), percentuale, periodoAl });
  const trovati: Trovato[] = [];
  if (finePrevista && finePrevista < oggi)
    trovati.push({ codice: 'AZIONE_OLTRE_FINE', oggetto, dati: { ...dati(), finePrevista, fineStimata } });
  if (inizioPrevisto && inizioPrevisto < oggi && stato && DA_COMINCIARE.includes(stato))
    trovati.push({ codice: 'AZIONE_NON_COMINCIATA', oggetto, dati: { ...dati(), inizioPrevisto, stato } });
  if (finePrevista && fineStimata && fineStimataPrima && fineStimata > finePrevista && fineStimata > fineStimataPrima)
    trovati.push({ codice: 'RITARDO_IN_CRESCITA', oggetto, dati: { ...dati(), finePrevista, fineStimata, fineStimataPrima } });
  if (AL_LAVORO.includes(stato) && inizioPrevisto && finePrevista && finePrevista >= oggi && percentuale !== null)
    trovati.push({ codice: 'AVANZAMENTO_LENTO', oggetto, dati: { ...dati(), inizioPrevisto, finePrevista, percentuale } });
  if (senzaProgressi > 0 && (AL_LAVORO.includes(stato) || (stato === 'NON_AVVIATA' && inizioPrevisto && inizioPrevisto < oggi)))
    trovati.push({ codice: 'NESSUN_PROGRESSO', oggetto, dati: { ...dati(), senzaProgressi } });
  return trovati;
}

const quantitaLontane = ({ quantita }: Situazione, aperte: AzioneSituata[]): Trovato[] =>
  quantita.flatMap(({ id: oggetto, azioneId, ...dati }): Trovato[] => {
    const azione = aperte.find(({ id }) => id === azioneId);
    const finePrevista = azione?.finePrevista;
    return azione && finePrevista ? [{ codice: 'QUANTITA_LONTANE', oggetto, dati: { ...suAzione(azione), ...dati, finePrevista } }] : [];
  });
