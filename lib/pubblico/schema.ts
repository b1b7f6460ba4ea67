import { z } from 'zod';
import { StatoAzione } from '@/lib/attuazione/schema';
import { StatoApprovato } from '@/lib/progetti/schema';

const numeroAmbito = z.coerce.number().int().min(1).max(9999);
// il carattere nullo in PostgreSQL non è testo
const parola = (massimo: number) =>
  z
    .string()
    .min(1)
    .max(massimo)
    .regex(/^[^\0]*$/);
const chiave = parola(120);

/** I filtri dell'elenco dei progetti approvati, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriPubblici = z.object({
  q: parola(100).trim().min(1).optional().catch(undefined),
  stato: StatoApprovato.optional().catch(undefined),
  ambito: numeroAmbito.optional().catch(undefined),
  categoria: parola(60).optional().catch(undefined),
  dopo: chiave.optional().catch(undefined),
});
export type FiltriPubblici = z.infer<typeof FiltriPubblici>;

/** Quante righe al più in una pagina dell'interfaccia. */
export const LIMITE_MASSIMO = 200;

/** Ciò che una richiesta all'interfaccia può dire: qui un valore estraneo è un errore, perché un programma non si accorge di un filtro ignorato. */
export const DomandaApi = z.strictObject({
  dopo: chiave.optional().meta({ description: 'La chiave dell’ultima riga della pagina precedente: il valore di «successiva»' }),
  limite: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMITE_MASSIMO)
    .default(100)
    .meta({ description: `Quante righe al più: da 1 a ${LIMITE_MASSIMO}` }),
  progetto: parola(40).optional().meta({ description: 'Solo le righe di questo progetto (codice)' }),
});
export type DomandaApi = z.infer<typeof DomandaApi>;

const testo = (descrizione: string) => z.string().meta({ description: descrizione });
const forse = (descrizione: string) => z.string().nullable().meta({ description: descrizione });
const giorno = (descrizione: string) => z.iso.date().nullable().meta({ description: descrizione });
const quanti = (descrizione: string) => z.int().nullable().meta({ description: descrizione });
const gradi = (descrizione: string) => z.number().nullable().meta({ description: descrizione });
const euro = (descrizione: string) =>
  z
    .number()
    .nullable()
    .meta({ description: `${descrizione}, in euro con due decimali` });
const progetto = testo('Codice del progetto');

export const RigaProgetto = z.object({
  progetto: testo('Codice del progetto, stabile nel tempo'),
  titolo: testo('Titolo del progetto'),
  acronimo: forse('Acronimo, se c’è'),
  bando: testo('Codice del bando'),
  capofila: forse('Ente capofila'),
  territorio: testo('Comune che dà il nome all’aggregazione'),
  provincia: testo('Sigla della provincia'),
  istat_comune: testo('Codice Istat del comune, sei cifre'),
  lat: gradi('Latitudine del comune, gradi WGS 84'),
  lon: gradi('Longitudine del comune, gradi WGS 84'),
  abitanti: quanti('Abitanti dei territori dell’aggregazione'),
  comuni: quanti('Comuni dei territori dell’aggregazione'),
  stato: StatoApprovato.meta({ description: 'Stato del progetto' }),
  categorie: testo('Codici delle categorie di intervento presenti, separati da «|»; vuoto se non è ancora classificato'),
  cup: forse('Codice unico di progetto'),
  data_approvazione: giorno('Giorno dell’approvazione'),
  atto_approvazione: forse('Provvedimento di approvazione'),
  data_avvio: giorno('Giorno dell’avvio'),
  data_fine_prevista: giorno('Giorno in cui il progetto deve finire, con le proroghe concesse'),
  campi_dimostrativi: testo('Nomi dei campi inventati per la dimostrazione, separati da «|»; vuoto se sono tutti veri'),
});

export const RigaAmbito = z.object({
  ambito: z.int().meta({ description: 'Numero dell’ambito territoriale' }),
  nome: testo('Nome dell’ambito'),
  valido_dal: giorno('Da quando esiste'),
  valido_al: giorno('Fino a quando è esistito; nullo se esiste ancora'),
  progetti: testo('Codici dei progetti approvati che lo riguardano, separati da «|»'),
});

export const RigaEnte = z.object({
  progetto,
  ente: testo('Identificativo dell’organizzazione, lo stesso in tutti gli insiemi di dati'),
  denominazione: testo('Denominazione dell’organizzazione'),
  tipo: testo('Tipo di organizzazione'),
  ruolo: testo('Ruolo nel progetto'),
  sede: forse('Comune della sede'),
  provincia: forse('Sigla della provincia della sede'),
});

export const RigaAzione = z.object({
  progetto,
  azione: testo('Codice dell’azione nel progetto'),
  titolo: testo('Titolo dell’azione'),
  tipo: testo('SERVIZIO o AZIONE'),
  categoria: forse('Codice della categoria di intervento'),
  ente: testo('Identificativo dell’organizzazione che la realizza'),
  inizio_previsto: giorno('Inizio previsto'),
  fine_prevista: giorno('Fine prevista'),
  stato: StatoAzione.nullable().meta({ description: 'Stato nell’ultima relazione approvata; nullo se non rilevato' }),
  stato_al: giorno('Ultimo giorno del periodo raccontato da quella relazione'),
});

export const RigaImporto = z.object({
  progetto,
  bando: testo('Codice del bando'),
  fondo: forse('Fondo del programma'),
  dotazione_bando: euro('Dotazione del bando'),
  importo_assegnato: euro('Contributo assegnato al progetto'),
  dimostrativo: z.boolean().meta({ description: 'Vero se l’importo assegnato è inventato per la dimostrazione' }),
});

export const RigaStato = z.object({
  progetto,
  stato: StatoAzione.nullable().meta({ description: 'Stato delle azioni; nullo se non rilevato' }),
  azioni: z.int().meta({ description: 'Quante azioni del progetto sono in questo stato' }),
  stato_al: giorno('Ultimo giorno dei periodi raccontati'),
});
