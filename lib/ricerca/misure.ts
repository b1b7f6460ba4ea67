import { chiaveAzione, ultimeOnde } from './pannello';
import type { DatiAttuazione, Misurata, QuantitaLetta } from './righe';

/** Le misure derivate: quanto è passato tra approvazione e avvio, e quanto si è raggiunto di ciò che era previsto (domain 7.2). */

/** Mesi interi dall'approvazione all'avvio (solo il mese è noto); null = non rilevato. */
export type RigaAvvio = { progetto: string; capofila: string; approvazione: string | null; avvio: string | null; mesi: number | null };
export type Avvio = {
  righe: RigaAvvio[];
  rilevati: number;
  mediana: number | null;
  /** Contati a parte: chi non ha la data di approvazione, chi ha solo quella, chi è partito prima di essere approvato. */
  senzaApprovazione: number;
  senzaAvvio: number;
  anticipati: number;
};

const mesiTra = (da: string, a: string): number =>
  (Number(a.slice(0, 4)) - Number(da.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(da.slice(5, 7));

function mediana(valori: readonly number[]): number | null {
  const ordinati = [...valori].sort((a, b) => a - b);
  const [basso, alto] = [ordinati[Math.floor((ordinati.length - 1) / 2)], ordinati[Math.floor(ordinati.length / 2)]];
  return basso === undefined || alto === undefined ? null : (basso + alto) / 2;
}

/** Il ritardo di avvio di ogni progetto, nell'ordine del codice. */
export function avvioDeiProgetti({ progetti }: DatiAttuazione): Avvio {
  const righe = progetti.map(({ codice, territorio, approvazione, avvio }) => ({
    progetto: codice,
    capofila: territorio,
    approvazione,
    avvio,
    mesi: approvazione && avvio ? mesiTra(approvazione, avvio) : null,
  }));
  const noti = righe.map(({ mesi }) => mesi).filter((mesi) => mesi !== null);
  return {
    ...{ righe, rilevati: noti.length, mediana: mediana(noti) },
    senzaApprovazione: righe.filter(({ approvazione }) => approvazione === null).length,
    senzaAvvio: righe.filter(({ approvazione, avvio }) => approvazione !== null && avvio === null).length,
    anticipati: noti.filter((mesi) => mesi < 0).length,
  };
}

/** Un'azione: mesi interi dall'approvazione del progetto al suo inizio effettivo; null = manca una delle due date. */
export type RigaAvvioAzione = {
  azione: string;
  progetto: string;
  categoria: string | null;
  approvazione: string | null;
  /** AAAA-MM, dall'ultima relazione approvata. */
  inizio: string | null;
  mesi: number | null;
};
export type ClasseAvvio = 'PRIMA' | 'MESI_0_2' | 'MESI_3_5' | 'MESI_6_8' | 'MESI_9_11' | 'MESI_12';
export type AvvioAzioni = {
  righe: RigaAvvioAzione[];
  classi: { classe: ClasseAvvio; azioni: number }[];
  rilevate: number;
  mediana: number | null;
  senzaApprovazione: number;
  senzaInizio: number;
};

/** L'estremo alto di ogni classe, compreso, in mesi. */
const CLASSI_AVVIO: readonly (readonly [ClasseAvvio, number])[] = [
  ['PRIMA', -1],
  ['MESI_0_2', 2],
  ['MESI_3_5', 5],
  ['MESI_6_8', 8],
  ['MESI_9_11', 11],
  ['MESI_12', Number.POSITIVE_INFINITY],
];
export const classeAvvio = (mesi: number): ClasseAvvio => CLASSI_AVVIO.find(([, fino]) => mesi <= fino)?.[0] ?? 'MESI_12';

/** Il ritardo di avvio di ogni azione (domain 7.2), nell'ordine in cui le azioni arrivano. */
export function avvioDelleAzioni({ progetti, azioni, onde }: Pick<DatiAttuazione, 'progetti' | 'azioni' | 'onde'>): AvvioAzioni {
  const ultime = ultimeOnde(onde);
  const approvati = new Map(progetti.map(({ codice, approvazione }) => [codice, approvazione]));
  const righe = azioni.map(({ codice, progetto, categoria }): RigaAvvioAzione => {
    const approvazione = approvati.get(progetto) ?? null;
    const inizio = ultime.get(chiaveAzione(progetto, codice))?.inizioEffettivo?.slice(0, 7) ?? null;
    const mesi = approvazione && inizio ? mesiTra(approvazione, inizio) : null;
    return { azione: codice, progetto, categoria, approvazione, inizio, mesi };
  });
  const noti = righe.map(({ mesi }) => mesi).filter((mesi) => mesi !== null);
  return {
    ...{ righe, rilevate: noti.length, mediana: mediana(noti) },
    classi: CLASSI_AVVIO.map(([classe]) => ({ classe, azioni: noti.filter((mesi) => classeAvvio(mesi) === classe).length })),
    senzaApprovazione: righe.filter(({ approvazione }) => approvazione === null).length,
    senzaInizio: righe.filter(({ approvazione, inizio }) => approvazione !== null && inizio === null).length,
  };
}

/** Una grandezza con il valore previsto e quello raggiunto; `quota` (raggiunto su previsto) solo se ci sono entrambi: stessa unità. */
export type RigaQuantita = QuantitaLetta & {
  raggiunto: Misurata | null;
  mese: string | null;
  quota: number | null;
  /** La fonte dice «circa» di uno dei due, o dà un intervallo (di cui vale l'estremo basso): la quota non è più esatta di loro. */
  approssimata: boolean;
};
export type Quantita = {
  righe: RigaQuantita[];
  confrontabili: RigaQuantita[];
  soloPreviste: number;
  soloRaggiunte: number;
  senzaValori: number;
};

/** Le quantità alla data, dall'ultima rilevazione approvata. Ogni grandezza si confronta solo con se stessa: mai somme tra progetti. */
export function quantitaRaggiunte(dati: DatiAttuazione): Quantita {
  const onde = ultimeOnde(dati.onde);
  const righe = dati.quantita.map((quantita) => {
    const onda = quantita.azione === null ? undefined : onde.get(chiaveAzione(quantita.progetto, quantita.azione));
    const raggiunto = onda?.realizzate.find((realizzata) => realizzata.quantita === quantita.codice) ?? null;
    const previsto = quantita.previsto?.valore ?? 0;
    return {
      ...quantita,
      raggiunto,
      mese: onda && raggiunto ? onda.al.slice(0, 7) : null,
      quota: raggiunto && previsto > 0 ? raggiunto.valore / previsto : null,
      approssimata: [quantita.previsto, raggiunto].some((misura) => misura && (misura.approssimato || misura.massimo !== null)),
    };
  });
  return {
    righe,
    confrontabili: righe.filter(({ previsto, raggiunto }) => previsto && raggiunto),
    soloPreviste: righe.filter(({ previsto, raggiunto }) => previsto && !raggiunto).length,
    soloRaggiunte: righe.filter(({ previsto, raggiunto }) => !previsto && raggiunto).length,
    senzaValori: righe.filter(({ previsto, raggiunto }) => !previsto && !raggiunto).length,
  };
}
