import type { Etichetta } from '@/lib/attuazione/labels';
import type { Attore } from '@/lib/auth/attore';
import { NOME_STATO, type StatoModifica } from '@/lib/modifiche/schema';

/** Gli stati di una modifica o di una proroga, con icona e colore. */
export const ETICHETTA_RICHIESTA: Record<StatoModifica, Etichetta> = {
  BOZZA: { testo: NOME_STATO.BOZZA, famiglia: 'bozza', icona: 'matita' },
  PRESENTATA: { testo: NOME_STATO.PRESENTATA, famiglia: 'regione', icona: 'invio' },
  IN_ISTRUTTORIA: { testo: NOME_STATO.IN_ISTRUTTORIA, famiglia: 'regione', icona: 'cerca' },
  ACCOLTA: { testo: NOME_STATO.ACCOLTA, famiglia: 'positivo', icona: 'spunta-piena' },
  ACCOLTA_IN_PARTE: { testo: NOME_STATO.ACCOLTA_IN_PARTE, famiglia: 'positivo', icona: 'spunta-punto' },
  RESPINTA: { testo: NOME_STATO.RESPINTA, famiglia: 'negativo', icona: 'croce' },
  ANNULLATA: { testo: NOME_STATO.ANNULLATA, famiglia: 'finale', icona: 'barrato' },
  REGISTRATA: { testo: NOME_STATO.REGISTRATA, famiglia: 'positivo', icona: 'spunta-cerchio' },
};

export const GENERI_RICHIESTA = ['MODIFICA', 'PROROGA', 'RINUNCIA'] as const;
export type GenereRichiesta = (typeof GENERI_RICHIESTA)[number];
export const NOME_GENERE: Record<GenereRichiesta, string> = { MODIFICA: 'Modifica', PROROGA: 'Proroga', RINUNCIA: 'Rinuncia' };

type PerAttesa = {
  stato: 'PRESENTATA' | 'IN_ISTRUTTORIA' | 'CHIESTA';
  competente: 'ISTRUTTORE' | 'DIRIGENTE' | null;
  assegnatoNome: string | null;
};

/** Chi deve muovere una richiesta, in parole: chiunque dell'ufficio la prenda in carico, poi chi è competente a decidere. */
export function attesaDi({ stato, competente, assegnatoNome }: PerAttesa): string {
  if (stato === 'PRESENTATA') return 'Da prendere in carico';
  const ruolo = competente === 'ISTRUTTORE' ? 'Decide l’istruttore' : 'Decide il dirigente';
  return assegnatoNome ? `${ruolo} (segue ${assegnatoNome})` : ruolo;
}

type PerMani = Pick<PerAttesa, 'stato' | 'competente'> & { assegnatoA: string | null };

/** Se una richiesta aspetta proprio chi guarda: perché può prenderla in carico, la segue, o può deciderla (il dirigente può sempre). */
export function toccaMe({ stato, competente, assegnatoA }: PerMani, { ruolo, utenteId }: Pick<Attore, 'ruolo' | 'utenteId'>): boolean {
  if (ruolo !== 'ISTRUTTORE' && ruolo !== 'DIRIGENTE') return false;
  return stato === 'PRESENTATA' || assegnatoA === utenteId || ruolo === 'DIRIGENTE' || ruolo === competente;
}
