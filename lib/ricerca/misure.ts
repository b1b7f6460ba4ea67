import { chiaveAzione, ultimeOnde } from './pannello';
import type { DatiAttuazione, Misurata, QuantitaLetta } from './righe';

/** Le misure derivate: quanto è passato tra approvazione e avvio, e quanto si è raggiunto di ciò che era previsto. */

/** Mesi interi dall'approvazione all'avvio (solo il mese è noto); null = non rilevato. */
export type RigaAvvio = { progetto: string; capofila: string; approvazione: string | null; avvio: string | null; mesi: number | null };
export type Avvio = { righe: RigaAvvio[]; rilevati: number; mediana: number | null };

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
  return { righe, rilevati: noti.length, mediana: mediana(noti) };
}

/** Una grandezza con il valore previsto e quello raggiunto; `quota` (raggiunto su previsto) solo se ci sono entrambi: stessa unità. */
export type RigaQuantita = QuantitaLetta & { raggiunto: Misurata | null; mese: string | null; quota: number | null };
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
