import { COLORI } from '@/lib/grafici/forme';
import type { Grafico, Serie } from '@/lib/grafici/tipi';
import { NOME_FASE } from '@/lib/interviste/labels';
import { type CauseDiRitardo, causeDiRitardo } from './cause';
import { type CausaConFasi, FASI_CAUSA, type FaseCausa } from './causeFasi';
import { type Figura, type FiguraABarre, figuraABarre, frasi } from './figura';
import { conta, etichettaBreve, mesiScritti, misuraScritta, NOME_AVVIO, nomeStato, quotaScritta, TITOLO_TABELLA } from './labels';
import {
  type Avvio,
  type AvvioAzioni,
  avvioDeiProgetti,
  avvioDelleAzioni,
  type Quantita,
  quantitaRaggiunte,
  type RigaQuantita,
} from './misure';
import { CHIAVI_STATO, type ChiaveStato, type StatiPerCategoria, statiPerCategoria } from './pannello';
import type { DatiAttuazione } from './righe';
import { mesiDi, progettiSospesi, type RigaSospesi } from './sospesi';

/** Le figure del pannello di attuazione, dalle righe già filtrate. */

const SCURO = COLORI.inchiostro;
/** I colori degli stati, gli stessi della pagina (app/stili/grafici.css). */
const STILE_STATO: Record<ChiaveStato, Omit<Serie, 'etichetta'>> = {
  COMPLETATA: { colore: '#003366', testo: COLORI.carta },
  PARZIALMENTE_REALIZZATA: { colore: '#0066cc', testo: COLORI.carta },
  IN_CORSO: { colore: '#4392e0', testo: SCURO },
  IN_PREPARAZIONE: { colore: '#94c4f5', testo: SCURO },
  NON_AVVIATA: { colore: COLORI.carta, bordo: '#5c6f82', testo: SCURO },
  SOSPESA: { colore: '#f6e4c8', trama: '#e7b66e', bordo: '#995c00', testo: SCURO },
  ANNULLATA: { colore: '#ebeced', bordo: '#929da9', testo: SCURO },
  NON_RILEVATA: { colore: COLORI.carta, bordo: '#929da9', testo: SCURO },
};

export const figuraStati = ({ righe }: StatiPerCategoria): Figura<Extract<Grafico, { genere: 'impilate' }>> => ({
  ...{ tabella: 'stati', titolo: TITOLO_TABELLA.stati },
  nota: 'Numero di azioni, secondo l’ultima relazione approvata di ogni progetto.',
  avvertenza:
    'Non confrontare i progetti per numero di azioni: i testi hanno grana diversa. Le attività intermedie non entrano nelle Tabelle 1.2–1.5.',
  grafico: {
    genere: 'impilate',
    serie: CHIAVI_STATO.map((stato) => ({ etichetta: nomeStato(stato), ...STILE_STATO[stato] })),
    righe: righe.map(({ etichetta, conteggi }) => ({
      etichetta: etichettaBreve(etichetta),
      valori: CHIAVI_STATO.map((stato) => conteggi[stato]),
    })),
  },
});

const uso = ({ righe, maiUsate, vocabolario }: CauseDiRitardo): string => {
  const diffusa = righe.find(({ azioni, progetti }) => azioni > progetti);
  const esempio = diffusa ? ` ${diffusa.codice} compare in ${diffusa.azioni} azioni di ${diffusa.progetti} progetti.` : '';
  return `Una causa può ripetersi in più azioni.${esempio} ${maiUsate} codici su ${vocabolario} non sono mai stati usati.`;
};

export const figuraCause = (cause: CauseDiRitardo): FiguraABarre =>
  figuraABarre(
    'cause',
    cause.righe.map(({ codice, etichetta, progetti }) => ({ chiave: codice, codice, etichetta, valore: progetti })),
    { nota: 'Progetti che indicano la causa almeno una volta, in un’azione o per il progetto intero.', avvertenza: uso(cause) },
  );

export const NOME_FASE_CAUSA: Record<FaseCausa, string> = { ...NOME_FASE, NON_NOTA: 'Fase non nota' };
/** Ogni fase ha il colore dello stato da cui si legge. */
export const STATO_DI_FASE = {
  PREPARAZIONE: 'IN_PREPARAZIONE',
  ATTUAZIONE: 'IN_CORSO',
  RENDICONTAZIONE: 'COMPLETATA',
  NON_NOTA: 'NON_RILEVATA',
} as const satisfies Record<FaseCausa, ChiaveStato>;

/** In quale fase stanno le azioni che indicano ogni causa; quelle raccontate soltanto non hanno una barra. */
export const figuraCauseFasi = (cause: readonly CausaConFasi[]): Figura<Extract<Grafico, { genere: 'impilate' }>> => ({
  ...{ tabella: 'cause_fasi', titolo: 'In quale fase si incontra ogni causa' },
  nota: 'Numero di azioni che la indicano, secondo l’ultima relazione approvata di ogni progetto.',
  avvertenza:
    'La fase si legge dallo stato dell’azione: non avviata o in preparazione, preparazione; in corso, realizzata in parte o sospesa, attuazione; conclusa, rendicontazione. Un’azione può avere più cause.',
  grafico: {
    genere: 'impilate',
    serie: FASI_CAUSA.map((fase) => ({ etichetta: NOME_FASE_CAUSA[fase], ...STILE_STATO[STATO_DI_FASE[fase]] })),
    righe: conAzioni(cause).map(({ codice, etichetta, azioni }) => ({
      etichetta: `${codice} ${etichetta}`,
      valori: FASI_CAUSA.map((fase) => azioni[fase]),
    })),
  },
});
/** Le cause che qualche azione indica. */
export const conAzioni = (cause: readonly CausaConFasi[]): CausaConFasi[] =>
  cause.filter(({ azioni }) => FASI_CAUSA.some((fase) => azioni[fase] > 0));

const meta = (mediana: number | null, chi: string): string =>
  mediana === null || mediana < 0 ? '' : `: metà di ${chi} entro ${mesiScritti(mediana)}`;

/** Il ritardo di avvio dei progetti: si disegnano i soli di cui si sa, gli altri si contano a parte. */
export const figuraAvvio = ({ righe, rilevati, mediana, senzaApprovazione, senzaAvvio, anticipati }: Avvio): FiguraABarre =>
  figuraABarre(
    'avvio',
    righe
      .filter((riga) => riga.mesi !== null && riga.mesi >= 0)
      .sort((a, b) => (b.mesi ?? 0) - (a.mesi ?? 0))
      .map(({ progetto, capofila, mesi }) => ({ chiave: progetto, etichetta: capofila, valore: mesi ?? 0 })),
    {
      nota: `Il mese di avvio è noto per ${rilevati} su ${conta(righe.length, 'progetto', 'progetti')}${meta(mediana, 'questi è partita')}.`,
      avvertenza: frasi(
        'Di approvazione e avvio si conosce solo il mese.',
        senzaAvvio > 0 && `Per ${conta(senzaAvvio, 'progetto', 'progetti')} l’avvio è non rilevato, che non vuol dire zero.`,
        senzaApprovazione > 0 && `Per ${conta(senzaApprovazione, 'progetto', 'progetti')} manca il mese di approvazione.`,
        anticipati > 0 && `${conta(anticipati, 'progetto è partito', 'progetti sono partiti')} prima dell’approvazione: è nella tabella.`,
      ),
    },
  );

/** Il ritardo di avvio delle azioni, per classi di mesi. */
export const figuraAvvioAzioni = ({ righe, classi, rilevate, mediana, senzaApprovazione, senzaInizio }: AvvioAzioni): FiguraABarre =>
  figuraABarre(
    'avvio-azioni',
    rilevate === 0 ? [] : classi.map(({ classe, azioni }) => ({ chiave: classe, etichetta: NOME_AVVIO[classe], valore: azioni })),
    {
      nota: `Numero di azioni. L’inizio effettivo è noto per ${rilevate} su ${conta(righe.length, 'azione', 'azioni')}${meta(mediana, 'queste è cominciata')}.`,
      avvertenza: frasi(
        'Inizio effettivo dell’azione meno approvazione del progetto, in mesi di calendario.',
        senzaInizio > 0 && `Per ${conta(senzaInizio, 'azione', 'azioni')} l’inizio è non rilevato, che non vuol dire zero.`,
        senzaApprovazione > 0 && `Per ${conta(senzaApprovazione, 'azione', 'azioni')} manca l’approvazione del progetto.`,
      ),
    },
  );

export const figuraSospesi = (righe: readonly RigaSospesi[], progetti: number): FiguraABarre =>
  figuraABarre(
    'sospesi',
    righe.map(({ progetto, capofila, giorni }) => ({ chiave: progetto, etichetta: capofila, valore: mesiDi(giorni) })),
    {
      nota: `${conta(righe.length, 'progetto sospeso', 'progetti sospesi')} su ${progetti} almeno un giorno entro la data.`,
      avvertenza:
        'Solo le sospensioni del progetto intero; due sospensioni sovrapposte si contano una volta. Chi non compare non è mai stato sospeso.',
    },
  );

const nomeGrandezza = ({ unita, riferimento, azione, progetto }: RigaQuantita): string =>
  `${unita}${riferimento ? ` (${riferimento})` : ''}, ${azione ?? `${progetto}, progetto intero`}`;

/** Quanto si è raggiunto di ciò che era previsto: una barra per grandezza, mai una somma. */
export const figuraQuantita = ({ righe, confrontabili, soloPreviste, soloRaggiunte }: Quantita): FiguraABarre => {
  const barre = confrontabili
    .filter(({ quota }) => quota !== null)
    .sort((a, b) => (b.quota ?? 0) - (a.quota ?? 0) || a.codice.localeCompare(b.codice));
  return figuraABarre(
    'quantita',
    barre.map((riga) => ({
      ...{ chiave: `${riga.progetto} ${riga.codice}`, etichetta: nomeGrandezza(riga), valore: riga.quota ?? 0 },
      scritto: `${quotaScritta(riga.quota, riga.approssimata)} (${misuraScritta(riga.raggiunto)} su ${misuraScritta(riga.previsto)})`,
    })),
    {
      nota: `${conta(righe.length, 'quantità', 'quantità')}: ${confrontabili.length} con previsto e raggiunto, ${soloPreviste} solo previste, ${soloRaggiunte} solo raggiunte.`,
      avvertenza:
        'Raggiunto su previsto. Si confronta una grandezza solo con se stessa, nella sua unità: unità diverse non si sommano. Di un intervallo vale l’estremo basso.',
      scala: Math.max(1, ...barre.map(({ quota }) => quota ?? 0)),
    },
  );
};

/** @param data il giorno di riferimento, AAAA-MM-GG */
export const figureAttuazione = (dati: DatiAttuazione, data: string): Figura[] => [
  figuraStati(statiPerCategoria(dati)),
  figuraCause(causeDiRitardo(dati)),
  figuraAvvio(avvioDeiProgetti(dati)),
  figuraAvvioAzioni(avvioDelleAzioni(dati)),
  figuraSospesi(progettiSospesi(dati, data), dati.progetti.length),
  figuraQuantita(quantitaRaggiunte(dati)),
];
