import { fraseDelRifiuto } from '@/lib/documenti/rifiuti';
import { DomainError } from '@/lib/errors/domainError';

/** Perché una prova non si allega o non si toglie; i rifiuti sul file sono quelli dei documenti. */
const FRASI = {
  'evidenza.ruolo': 'Le prove le allegano gli enti del progetto.',
  'evidenza.chiusa': 'Qui non si possono più allegare né togliere prove: ciò a cui si riferiscono è già stato presentato, o non è tuo.',
  'evidenza.troppe': 'Qui ci sono già 20 prove, il massimo: togline una, o unisci più pagine in un solo file.',
  'evidenza.troppeNelProgetto': 'Il progetto ha già 500 prove, il massimo. Togline una non ancora presentata, o chiedi aiuto alla Regione.',
  'evidenza.doppia': 'Questo file è già allegato qui: non serve caricarlo di nuovo.',
  'evidenza.nonTrovata': 'Questa prova non esiste o non puoi vederla.',
  'evidenza.presentata': 'La prova è già stata presentata alla Regione e resta agli atti.',
  'evidenza.altrui': 'Questa prova l’ha allegata un altro ente: può toglierla lui, o il capofila.',
} as const;
export type CodiceRifiutoEvidenza = keyof typeof FRASI;

export const rifiutoEvidenza = (codice: CodiceRifiutoEvidenza): DomainError => new DomainError(codice, FRASI[codice]);

export type EsitoProva = { tipo: 'successo' | 'errore'; frase: string };

/** L'esito dell'ultimo invio, dal parametro `prova` dell'indirizzo; un codice estraneo dà una frase che vale sempre. */
export function esitoProva(prova: string | string[] | undefined): EsitoProva | undefined {
  if (typeof prova !== 'string') return undefined;
  if (prova === 'allegata') return { tipo: 'successo', frase: 'Prova allegata.' };
  if (prova === 'tolta') return { tipo: 'successo', frase: 'Prova tolta.' };
  if (Object.hasOwn(FRASI, prova)) return { tipo: 'errore', frase: FRASI[prova as CodiceRifiutoEvidenza] };
  if (prova.startsWith('documento.')) return { tipo: 'errore', frase: fraseDelRifiuto(prova) };
  return { tipo: 'errore', frase: 'La prova non è stata allegata. Ricarica la pagina e riprova.' };
}
