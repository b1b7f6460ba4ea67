import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';

/** Le presenze di un'azione, per genere di attività. */
export type PresenzeDellAzione = { presenze: number; giorni: number };

/** Perché un giorno non si può contare; vuoto se si può. Date AAAA-MM-GG. */
export function giornoRifiutato(giorno: string, { avvio, oggi }: { avvio: string | null; oggi: string }): string {
  if (giorno > oggi) return 'Il giorno non può essere nel futuro.';
  return avvio && giorno < avvio ? `Il progetto è cominciato il ${dataBreve(avvio)}: il giorno non può venire prima.` : '';
}

/** La frase che nella relazione aiuta a scrivere le quantità; vuota se non si è contato nulla. */
export function suggerimento({ presenze, giorni }: PresenzeDellAzione, al: string): string {
  if (presenze === 0) return '';
  const [quante, quando] = [presenze === 1 ? '1 presenza' : `${numero(presenze)} presenze`, giorni === 1 ? '1 giorno' : `${giorni} giorni`];
  return `Nelle attività aperte di questa azione sono contate ${quante} in ${quando}, fino al ${dataBreve(al)}. Sono presenze, non persone seguite: chi torna si conta di nuovo.`;
}
