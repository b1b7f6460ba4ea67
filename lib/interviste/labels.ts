import { meseEAnno } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { type GenereSegnale, NOME_SEGNALE } from '@/lib/privacy/personeNelTesto';
import type { Fase, Modalita, Passo } from './schema';

/** Le parole delle interviste sullo schermo. */

export const NOME_MODALITA: Record<Modalita, string> = { PRESENZA: 'In presenza', ONLINE: 'Online', TELEFONO: 'Al telefono' };
export const NOME_FASE: Record<Fase, string> = {
  PREPARAZIONE: 'Preparazione',
  ATTUAZIONE: 'Attuazione',
  RENDICONTAZIONE: 'Rendicontazione',
};
export const NOME_PASSO: Record<Passo, string> = {
  DA_CONTROLLARE: 'da controllare',
  DA_CODIFICARE: 'da codificare',
  DA_RICONCILIARE: 'da riconciliare',
  DA_RILASCIARE: 'da rilasciare',
  RILASCIATO: 'rilasciato',
};

/** Come si cita un'intervista: il rapporto le chiama così. */
export const nomeIntervista = (numero: number): string => `Int. ${numero}`;
/** Mese e modo, o che la fonte non li dice. */
export const quandoECome = ({ mese, modalita }: { mese: string | null; modalita: Modalita | null }): string =>
  mese || modalita
    ? [mese ? meseEAnno(mese) : 'mese non noto', modalita ? NOME_MODALITA[modalita].toLowerCase() : 'modo non noto'].join(', ')
    : 'la fonte non dice quando e come';

/** Che cosa il controllo ha trovato, in una frase. */
export const segnaliScritti = (generi: readonly GenereSegnale[]): string => elenco(generi.map((genere) => NOME_SEGNALE[genere]));

const ESITI: Record<string, string> = {
  intervista: 'L’intervista è registrata.',
  corretta: 'L’intervista è aggiornata.',
  estratto: 'L’estratto è salvato.',
  testo: 'Il testo è corretto.',
  tolto: 'L’estratto è cancellato.',
  dichiarato: 'La dichiarazione è registrata.',
  codificato: 'La tua codifica è salvata.',
  deciso: 'I codici sono decisi.',
  rilasciato: 'L’estratto è rilasciato: ora lo legge anche la Regione.',
  ritirato: 'Il rilascio è ritirato: lo legge solo chi fa ricerca.',
};
export const esitoInterviste = (esito: unknown): string | undefined => (typeof esito === 'string' ? ESITI[esito] : undefined);
