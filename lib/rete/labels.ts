import { meseEAnno } from '@/lib/format/data';
import type { Misure } from './misure';
import { TIPI_NODO } from './schema';

/** Le parole della rete sullo schermo. */

const DUE = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENTO = new Intl.NumberFormat('it-IT', { style: 'percent', maximumFractionDigits: 0 });

/** Una misura che non si può calcolare (troppo pochi nodi o legami) non è zero. */
const NON_CALCOLABILE = 'non calcolabile';
export const misuraScritta = (valore: number | null): string => (valore === null ? NON_CALCOLABILE : DUE.format(valore));
export const quotaScritta = (valore: number | null): string => (valore === null ? NON_CALCOLABILE : PERCENTO.format(valore));

export const nomeTipo = (tipo: string): string => (TIPI_NODO as Record<string, string>)[tipo] ?? TIPI_NODO.ALTRO;

/** «Ondata 1, aprile 2020». */
export const nomeOndata = ({ numero, mese }: { numero: number; mese: string }): string => `Ondata ${numero}, ${meseEAnno(mese)}`;

/** Le misure con il nome, il valore e che cosa dicono. */
export const misureScritte = (m: Misure): { nome: string; valore: string; nota: string }[] => [
  { nome: 'Densità', valore: misuraScritta(m.densita), nota: 'coppie legate su coppie possibili' },
  { nome: 'Grado medio', valore: misuraScritta(m.gradoMedio), nota: 'con quante altre è legata in media un’organizzazione' },
  { nome: 'Centralizzazione', valore: misuraScritta(m.centralizzazione), nota: '1 se tutto passa da una sola, 0 se sono alla pari' },
  {
    ...{ nome: 'Intermediazione del capofila', valore: misuraScritta(m.intermediazioneCapofila) },
    nota: 'quota dei percorsi più brevi tra le altre che passa dal capofila',
  },
  { nome: 'Reciprocità', valore: quotaScritta(m.reciprocita), nota: 'legami dichiarati nei due versi' },
  { nome: 'Tra tipi diversi', valore: quotaScritta(m.traSettori), nota: 'coppie legate di tipo diverso' },
  { nome: 'Legami nuovi', valore: m.nuovi === null ? NON_CALCOLABILE : String(m.nuovi), nota: 'coppie che nell’ondata 0 non erano legate' },
  { nome: 'Gruppi di tre tipi', valore: String(m.gruppi.length), nota: 'in cui tutti sono legati con tutti, con almeno tre tipi' },
];

const ESITI: Record<string, string> = {
  aperta: 'L’ondata è aperta: i capofila possono dichiarare i legami.',
  chiusa: 'L’ondata è chiusa.',
  nodo: 'L’organizzazione è nella rete.',
  tolto: 'L’organizzazione è tolta.',
  legame: 'Il legame è registrato.',
};
export const esitoRete = (esito: unknown): string | undefined => (typeof esito === 'string' ? ESITI[esito] : undefined);
