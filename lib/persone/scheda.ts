import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import {
  casella,
  cittadinanza,
  codicePersonale,
  comune,
  dataDovuta,
  dataFacoltativa,
  email,
  mesi,
  ore,
  scelta,
  siNo,
  testoDovuto,
  testoFacoltativo,
} from './campi';
import {
  CODICI_ABITATIVA,
  CODICI_CONDIZIONE,
  CODICI_MOTIVO_USCITA,
  CODICI_RISPOSTA,
  CODICI_SENZA_CODICE,
  CODICI_SESSO,
  CODICI_TITOLO,
} from './vocabolari';

/** La scheda di una persona, campo per campo: ciascuno si legge da solo. Che cosa insieme non può essere lo dicono le regole. */

export const id = z.uuid(SUPERATA);
export const MASSIMI = { nome: 100, telefono: 40, indirizzo: 300, nucleo: 40, gruppo: 10 } as const;

export const chi = {
  /** Codice fiscale, STP o ENI. */
  codice: codicePersonale,
  senzaCodice: scelta(CODICI_SENZA_CODICE),
  cognome: testoDovuto('Scrivi il cognome.', MASSIMI.nome),
  nome: testoDovuto('Scrivi il nome.', MASSIMI.nome),
  sesso: scelta(CODICI_SESSO),
  dataNascita: dataFacoltativa,
  /** Non si conserva: si confronta con il codice fiscale. */
  comuneNascita: comune,
  telefono: testoFacoltativo(MASSIMI.telefono),
  email,
  indirizzo: testoFacoltativo(MASSIMI.indirizzo),
  /** Il codice del nucleo familiare, scelto dall'ente: mai un nome. */
  nucleo: testoFacoltativo(MASSIMI.nucleo),
};
export const comEra = {
  ingresso: dataDovuta('Scrivi la data di ingresso.'),
  informativaIl: dataDovuta('Scrivi quando hai consegnato l’informativa sulla privacy: va consegnata prima di registrare i dati.'),
  comuneResidenza: comune,
  senzaDimora: casella,
  cittadinanza,
  origineStraniera: scelta(CODICI_RISPOSTA),
  titoloStudio: scelta(CODICI_TITOLO),
  condizione: scelta(CODICI_CONDIZIONE),
  /** Interi; solo per chi è disoccupato. */
  mesiDisoccupazione: mesi,
  disabilita: scelta(CODICI_RISPOSTA),
  minoranza: scelta(CODICI_RISPOSTA),
  altroSvantaggio: scelta(CODICI_RISPOSTA),
  condizioneAbitativa: scelta(CODICI_ABITATIVA),
  rurale: siNo,
  gruppoVulnerabile: testoFacoltativo(MASSIMI.gruppo),
};
const frequenza = z.object({ azioneId: id, dal: dataFacoltativa, al: dataFacoltativa, ore });
/** La partecipazione a un'azione; senza `dal` comincia con l'ingresso. Ore con al più due decimali. */
export type FrequenzaScritta = z.infer<typeof frequenza>;

export const azioni = z.array(frequenza).min(1, 'Scegli almeno un’azione.').max(200);
/** Spuntata = «gli avvisi li ho letti: i dati sono giusti». */
export const confermo = casella;

/** Ciò che si scrive di una persona che entra in un progetto. */
export const Scheda = z.object({
  progettoId: id,
  ...chi,
  ...comEra,
  azioni,
  uscita: dataFacoltativa,
  motivoUscita: scelta(CODICI_MOTIVO_USCITA),
  confermo,
  /** Spuntata = «se è già tra le persone dell'ente, aggiungi la partecipazione a lei». */
  aggiungi: casella,
});
export type Scheda = z.infer<typeof Scheda>;
