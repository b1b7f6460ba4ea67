import type { Attuazione } from '@/lib/bandi/configurazione';
import { fineDopoMesi } from '@/lib/calendario/date';
import { generaPeriodi, type Periodo } from '@/lib/calendario/periodi';
import { leggiData } from '@/lib/format/lettura';

/** Le date provate prima di avviare, come stanno nell'indirizzo, e i periodi che ne verrebbero. */
export type Anteprima = {
  scritto: { inizio: string; fine: string };
  errori: { inizio?: string; fine?: string };
  /** Nulla se una data è storta o la fine non viene dopo l'avvio. */
  date: { inizio: string; fine: string } | null;
  periodi: Periodo[];
};

/**
 * Senza date si parte da oggi; senza la fine, dura quanto dice il bando.
 * @param oggi AAAA-MM-GG a Roma
 */
export function anteprimaAvvio(domanda: { inizio?: string; fine?: string }, regola: Attuazione, oggi: string): Anteprima {
  const scritto = { inizio: domanda.inizio ?? '', fine: domanda.fine ?? '' };
  const [inizio, fine] = [leggiData(scritto.inizio), leggiData(scritto.fine)];
  const errori = { ...(inizio.ok ? {} : { inizio: inizio.messaggio }), ...(fine.ok ? {} : { fine: fine.messaggio }) };
  if (!inizio.ok || !fine.ok) return { scritto, errori, date: null, periodi: [] };
  const dal = inizio.iso ?? oggi;
  const al = fine.iso ?? fineDopoMesi(dal, regola.durataMesi);
  if (al <= dal) return { scritto, errori: { fine: 'La fine prevista viene dopo l’avvio.' }, date: null, periodi: [] };
  // dieci anni al più: lo stesso limite di esigiDate
  if (Date.parse(al) - Date.parse(dal) > 3660 * 86_400_000)
    return { scritto, errori: { fine: 'Il progetto dura più di dieci anni: controlla la fine prevista.' }, date: null, periodi: [] };
  return { scritto, errori, date: { inizio: dal, fine: al }, periodi: generaPeriodi({ dal, al, regola }) };
}

const ESITI: Record<string, string> = {
  salvata: 'Dati salvati.',
  avviato: 'Progetto avviato. I periodi di rendicontazione sono nel calendario.',
};
/** Che cosa è appena successo, detto in cima alla pagina. Un codice estraneo non dice nulla. */
export const esitoConvenzione = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
