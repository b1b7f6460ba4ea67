import { DomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Le regole della decisione: pure. Importi in centesimi interi, date AAAA-MM-GG. */

export type PerCategoria = Record<string, bigint>;

type Voce = { categoria: string; contributoCents: string };

/** Il contributo chiesto, categoria per categoria, dal piano della versione depositata. */
export function richiestoPerCategoria(voci: readonly Voce[]): PerCategoria {
  const somme = new Map<string, bigint>();
  for (const { categoria, contributoCents } of voci) somme.set(categoria, (somme.get(categoria) ?? 0n) + BigInt(contributoCents));
  return Object.fromEntries(somme);
}

export const somma = (importi: PerCategoria): bigint => Object.values(importi).reduce((totale, cents) => totale + cents, 0n);

/**
 * Si concede per ogni categoria chiesta, mai più di quanto si è chiesto, e qualcosa in tutto.
 * @returns il totale concesso, somma delle categorie
 * @throws DomainError decisione.categoriaEstranea, decisione.oltreRichiesto, decisione.nullaConcesso
 */
export function esigiConcesso(richiesto: PerCategoria, concesso: PerCategoria): bigint {
  for (const [categoria, cents] of Object.entries(concesso)) {
    const chiesto = Object.hasOwn(richiesto, categoria) ? richiesto[categoria] : undefined;
    const campo = `concesso.${categoria}`;
    if (chiesto === undefined)
      throw new DomainError('decisione.categoriaEstranea', 'Una categoria di costo non è tra quelle chieste. Ricarica la pagina.');
    if (cents < 0n) throw new DomainError('decisione.importoNegativo', 'L’importo concesso non può essere negativo.', campo);
    if (cents > chiesto)
      throw new DomainError('decisione.oltreRichiesto', `L’importo concesso supera quello chiesto, che è ${euro(chiesto)}.`, campo);
  }
  const totale = somma(concesso);
  if (totale === 0n)
    throw new DomainError('decisione.nullaConcesso', 'Per approvare concedi almeno una parte del contributo, oppure non approvare.');
  return totale;
}

/**
 * La data dell'atto: non prima di quando la domanda è stata dichiarata ammissibile, e non nel futuro.
 * @throws DomainError decisione.attoPrimaDellAmmissibilita, decisione.attoNelFuturo
 */
export function esigiDataAtto(dataAtto: string, ammissibileIl: string | null, oggi: string): void {
  if (ammissibileIl && dataAtto < ammissibileIl)
    throw new DomainError(
      'decisione.attoPrimaDellAmmissibilita',
      `La data dell’atto non può venire prima dell’ammissibilità, dichiarata il ${dataBreve(ammissibileIl)}.`,
      'dataAtto',
    );
  if (dataAtto > oggi) throw new DomainError('decisione.attoNelFuturo', 'La data dell’atto non può essere nel futuro.', 'dataAtto');
}

export type NuovaPrescrizione = { testo: string; organizzazioneId: string; entro: string };

/**
 * Ogni prescrizione ha un ente del progetto che ne risponde e un termine dopo l'atto.
 * @throws DomainError prescrizione.enteEstraneo, prescrizione.termine
 */
export function esigiPrescrizioni(
  prescrizioni: readonly NuovaPrescrizione[],
  enti: readonly string[],
  dataAtto: string,
  oggi: string,
): void {
  for (const [n, { organizzazioneId, entro }] of prescrizioni.entries()) {
    if (!enti.includes(organizzazioneId))
      throw new DomainError(
        'prescrizione.enteEstraneo',
        'L’ente che risponde della prescrizione deve far parte del progetto.',
        `prescrizione.${n}.ente`,
      );
    if (entro < dataAtto || entro <= oggi)
      throw new DomainError(
        'prescrizione.termine',
        'Il termine della prescrizione deve venire dopo l’atto e dopo oggi.',
        `prescrizione.${n}.entro`,
      );
  }
}

export type StatoPrescrizione = 'APERTA' | 'PRESENTATA' | 'VERIFICATA' | 'RESPINTA' | 'ANNULLATA';

/**
 * Quando si scrive come si è adempiuto: le prescrizioni del progetto prima di presentarle, quelle dell'idea mentre si scrive il progetto definitivo,
 * che le porta con sé.
 */
export const PRESCRIZIONI_IN_SCRITTURA: readonly StatoProgetto[] = [
  'IDEA_APPROVATA',
  'PARTNERSHIP_APERTA',
  'PROGETTO_BOZZA',
  'PROGETTO_DA_INTEGRARE',
  'APPROVATO_CON_PRESCRIZIONI',
];
/** Quando la Regione le verifica: quelle dell'idea con il progetto definitivo davanti, prima di decidere. */
export const PRESCRIZIONI_IN_VERIFICA: readonly StatoProgetto[] = ['PROGETTO_PRESENTATO', 'AMMISSIBILE', 'PRESCRIZIONI_PRESENTATE'];

/**
 * Prima di approvare il progetto definitivo si dice, di ogni prescrizione dell'idea, se è stata rispettata.
 * @throws DomainError prescrizioni.daVerificare
 */
export function esigiPrescrizioniIdea(stati: readonly StatoPrescrizione[]): void {
  if (stati.some((stato) => stato === 'APERTA' || stato === 'PRESENTATA'))
    throw new DomainError('prescrizioni.daVerificare', 'Prima verifica le prescrizioni poste sull’idea: il progetto le deve rispettare.');
}

/**
 * Il capofila presenta le prescrizioni quando di ciascuna è scritto come è stata adempiuta.
 * @throws DomainError prescrizioni.incomplete
 */
export function esigiPrescrizioniScritte(prescrizioni: readonly { stato: StatoPrescrizione; evidenza: string | null }[]): void {
  const mancano = prescrizioni.filter(({ stato, evidenza }) => stato === 'RESPINTA' || (stato === 'APERTA' && !evidenza)).length;
  if (mancano > 0)
    throw new DomainError(
      'prescrizioni.incomplete',
      mancano === 1
        ? 'Di una prescrizione non è ancora scritto come è stata adempiuta.'
        : `Di ${mancano} prescrizioni non è ancora scritto come sono state adempiute.`,
    );
}

/**
 * Come si può concludere l'esame delle prescrizioni: approvare solo se sono tutte verificate, rinviare solo se ne è stata respinta una.
 * @throws DomainError prescrizioni.daVerificare, prescrizioni.respinte, prescrizioni.nessunaRespinta
 */
export function esigiEsitoPrescrizioni(esito: 'approva' | 'rinvia', stati: readonly StatoPrescrizione[]): void {
  if (stati.includes('PRESENTATA') || stati.includes('APERTA'))
    throw new DomainError('prescrizioni.daVerificare', 'Prima verifica tutte le prescrizioni presentate.');
  const respinte = stati.includes('RESPINTA');
  if (esito === 'approva' && respinte)
    throw new DomainError('prescrizioni.respinte', 'Una prescrizione è respinta: rinviale all’ente, oppure non approvare.');
  if (esito === 'rinvia' && !respinte)
    throw new DomainError('prescrizioni.nessunaRespinta', 'Nessuna prescrizione è respinta: non c’è nulla da rinviare.');
}

/** Quanto resta di un bando; null se il bando non ha una dotazione. */
export const residuo = (dotazione: bigint | null, impegnato: bigint): bigint | null => (dotazione === null ? null : dotazione - impegnato);
