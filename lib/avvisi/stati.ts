import { DomainError } from '@/lib/errors/domainError';
import type { CriterioAvviso, EsitoCandidatura, StatoCandidatura } from './schema';

/** Che cosa si può decidere di una candidatura, e quando: la stessa tabella offre gli atti e li rifiuta. Pura. */
export const ESITI_POSSIBILI: Record<StatoCandidatura, readonly EsitoCandidatura[]> = {
  BOZZA: [],
  INVIATA: ['AMMESSA', 'ESCLUSA'],
  AMMESSA: ['SELEZIONATA', 'RISERVA', 'NON_SELEZIONATA'],
  ESCLUSA: [],
  SELEZIONATA: [],
  // chi è in riserva subentra, o resta fuori
  RISERVA: ['SELEZIONATA', 'NON_SELEZIONATA'],
  NON_SELEZIONATA: [],
};

/** Gli esiti che si motivano: chi resta fuori ha diritto di sapere perché. */
export const VUOLE_MOTIVO: readonly EsitoCandidatura[] = ['ESCLUSA', 'NON_SELEZIONATA'];

export type Punteggi = Record<string, number>;
type Esaminata = { stato: StatoCandidatura; punteggi: Punteggi };

/** I criteri ancora senza punti. */
export const senzaPunti = (criteri: readonly CriterioAvviso[], punteggi: Punteggi): CriterioAvviso[] =>
  criteri.filter(({ chiave }) => punteggi[chiave] === undefined);

export const totaleDi = (criteri: readonly CriterioAvviso[], punteggi: Punteggi): number =>
  criteri.reduce((somma, { chiave }) => somma + (punteggi[chiave] ?? 0), 0);

export const massimoDi = (criteri: readonly CriterioAvviso[]): number => criteri.reduce((somma, { massimo }) => somma + massimo, 0);

/**
 * Controlla che l'esito si possa dare.
 * @throws DomainError candidatura.esitoNonAmmesso, candidatura.senzaPunti, candidatura.senzaMotivo (sul campo `motivo`)
 */
export function esigiEsito(candidatura: Esaminata, criteri: readonly CriterioAvviso[], esito: EsitoCandidatura, motivo: string): void {
  if (!ESITI_POSSIBILI[candidatura.stato].includes(esito))
    throw new DomainError('candidatura.esitoNonAmmesso', 'Questa decisione non è possibile nello stato attuale. Ricarica la pagina.');
  const mancano = senzaPunti(criteri, candidatura.punteggi);
  if (candidatura.stato === 'AMMESSA' && mancano.length > 0)
    throw new DomainError(
      'candidatura.senzaPunti',
      `Prima dai i punti a ogni criterio. Mancano: ${mancano.map(({ testo }) => testo).join('; ')}.`,
    );
  if (VUOLE_MOTIVO.includes(esito) && motivo.length < 10)
    throw new DomainError('candidatura.senzaMotivo', 'Scrivi il motivo, che il candidato leggerà (almeno 10 caratteri).', 'motivo');
}

/**
 * I punti scritti, come numeri interi entro il massimo del loro criterio; un criterio lasciato vuoto non ha punti.
 * @throws DomainError candidatura.punti sul campo del criterio
 */
export function leggiPunti(criteri: readonly CriterioAvviso[], scritti: Record<string, string>): Punteggi {
  const punteggi: Punteggi = {};
  for (const { chiave, massimo } of criteri) {
    const scritto = scritti[chiave] ?? '';
    if (scritto === '') continue;
    if (!/^\d{1,3}$/.test(scritto) || Number(scritto) > massimo)
      throw new DomainError('candidatura.punti', `Scrivi un numero intero da 0 a ${massimo}.`, `punti_${chiave}`);
    punteggi[chiave] = Number(scritto);
  }
  return punteggi;
}

/** Perché il progetto definitivo non può ancora cominciare; vuoto se può. Zero candidature non lo fermano. */
export function impedimenti(candidature: readonly { stato: StatoCandidatura; accolta: boolean }[]): string[] {
  const inSospeso = candidature.filter(({ stato }) => stato === 'INVIATA' || stato === 'AMMESSA').length;
  const daAccogliere = candidature.filter(({ stato, accolta }) => stato === 'SELEZIONATA' && !accolta).length;
  return [
    ...(inSospeso > 0 ? [inSospeso === 1 ? 'C’è una candidatura da decidere.' : `Ci sono ${inSospeso} candidature da decidere.`] : []),
    ...(daAccogliere > 0
      ? [daAccogliere === 1 ? 'C’è un’organizzazione selezionata da accogliere.' : `Ci sono ${daAccogliere} selezionate da accogliere.`]
      : []),
  ];
}
