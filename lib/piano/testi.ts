import type { AzionePiano } from '@/lib/domande/valori';
import { datiPersonali } from '@/lib/privacy/testoLibero';

/** Ciò che di un'azione si scrive a parole. */
export const testiAzione = ({ titolo, descrizione, destinatari, indicatori }: AzionePiano): string[] => [
  ...[titolo, descrizione],
  ...destinatari.map(({ unita }) => unita),
  ...indicatori.flatMap(({ nome, atteso }) => [nome, atteso]),
];

/** Le azioni il cui testo sembra contenere dati di una persona, per codice. */
export const azioniDaRileggere = (azioni: readonly AzionePiano[]): string[] =>
  azioni.filter((azione) => datiPersonali(testiAzione(azione).join('\n')).length > 0).map(({ codice }) => `Azione ${codice}`);
