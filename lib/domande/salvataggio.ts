import type { Errori } from './modulo';
import type { Valori } from './valori';

/** Che cosa risponde il salvataggio automatico di una sezione. */
export type RispostaSalvataggio =
  | { esito: 'salvato'; rev: number; alle: string }
  | { esito: 'campi'; errori: Errori }
  | { esito: 'conflitto'; messaggio: string; rev: number; valori: Valori }
  /** `quando` si riprova: da solo tra poco, appena la persona cambia qualcosa, o mai (la pagina dice perché e tiene il testo). */
  | { esito: 'rifiutato'; messaggio: string; quando: 'subito' | 'cambiando' | 'mai' }
  | { esito: 'sessione' };
