import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';
import type { DatiFatto } from './fatti';
import { GIORNI_VICINO_ALLA_FINE } from './soglie';

/** La misura di ogni fatto: un numero intero da confrontare con la sua soglia (vedi soglie.ts per l'unita). `oggi` AAAA-MM-GG. */

/** Quanta parte del tempo previsto è passata a una data, in percento da 0 a 100, per difetto; 100 se inizio e fine coincidono. */
export function tempoTrascorso({ inizio, fine, al }: { inizio: string; fine: string; al: string }): number {
  const totale = giorniTra(inizio, fine);
  if (totale <= 0) return 100;
  return Math.floor((100 * Math.min(totale, Math.max(0, giorniTra(inizio, al)))) / totale);
}

/** Quanto manca a una quantità prevista, in percento arrotondato per eccesso; 0 se è raggiunta o superata. `previsto` maggiore di zero. */
export const quotaMancante = (raggiunto: number, previsto: number): number => Math.max(0, 100 - Math.floor((100 * raggiunto) / previsto));

/** Vero negli ultimi giorni prima di una fine, e dopo. */
const vicinoAllaFine = (fine: string, oggi: string): boolean => fine <= piuGiorni(oggi, GIORNI_VICINO_ALLA_FINE);

export const MISURE: { [C in keyof DatiFatto]: (dati: DatiFatto[C], oggi: string) => number } = {
  VERIFICA_OLTRE_TERMINE: ({ termine }, oggi) => giorniTra(termine, oggi),
  RISPOSTA_NON_ESAMINATA: ({ risposto }, oggi) => giorniTra(risposto, oggi),
  MODIFICA_IN_ATTESA: ({ presentata }, oggi) => giorniTra(presentata, oggi),
  PROROGA_IN_ATTESA: ({ presentata }, oggi) => giorniTra(presentata, oggi),
  RINUNCIA_IN_ATTESA: ({ chiesta }, oggi) => giorniTra(chiesta, oggi),
  CAUSA_REGIONE: ({ azioni }) => azioni,
  SOSPENSIONE_LUNGA: ({ dal }, oggi) => giorniTra(dal, oggi),
  RELAZIONE_SCADUTA: ({ scadenza }, oggi) => giorniTra(scadenza, oggi),
  CHIARIMENTO_SENZA_RISPOSTA: ({ entro }, oggi) => giorniTra(entro, oggi),
  PARTE_MAI_CONSEGNATA: ({ periodi }) => periodi,
  AZIONE_OLTRE_FINE: ({ finePrevista }, oggi) => giorniTra(finePrevista, oggi),
  AZIONE_NON_COMINCIATA: ({ inizioPrevisto }, oggi) => giorniTra(inizioPrevisto, oggi),
  // una fine stimata che si sposta ma resta dentro il piano non è un ritardo
  RITARDO_IN_CRESCITA: ({ finePrevista, fineStimata, fineStimataPrima }) =>
    fineStimata > finePrevista ? giorniTra(fineStimataPrima, fineStimata) : 0,
  // passata la fine prevista lo dice già AZIONE_OLTRE_FINE
  AVANZAMENTO_LENTO: ({ inizioPrevisto, finePrevista, periodoAl, percentuale }, oggi) =>
    oggi > finePrevista ? 0 : tempoTrascorso({ inizio: inizioPrevisto, fine: finePrevista, al: periodoAl }) - percentuale,
  NESSUN_PROGRESSO: ({ senzaProgressi }) => senzaProgressi,
  // anche qui: dopo la fine parla AZIONE_OLTRE_FINE
  QUANTITA_LONTANE: ({ raggiunto, previsto, finePrevista }, oggi) =>
    previsto > 0 && finePrevista >= oggi && vicinoAllaFine(finePrevista, oggi) ? quotaMancante(raggiunto, previsto) : 0,
  CAUSA_RIPETUTA: ({ azioni }) => azioni,
  CAUSA_DI_LUNGA_DATA: ({ meseDal }, oggi) => giorniTra(meseDal, oggi),
  FINE_VICINA: ({ fine, aperte, totali }, oggi) => (totali > 0 && vicinoAllaFine(fine, oggi) ? Math.floor((100 * aperte) / totali) : 0),
};
