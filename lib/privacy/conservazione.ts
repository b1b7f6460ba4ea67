import { piuGiorni } from '@/lib/attuazione/rules';
import type { Ruolo } from '@/lib/auth/attore';
import { piuMesi } from '@/lib/calendario/date';

/**
 * Fino a quando si conserva ogni genere di dato (GDPR art. 5 par. 1 lett. e). Pure: date AAAA-MM-GG, nessun orologio. La scadenza delle identità è anche in
 * app.scadenze_identita: una prova le confronta.
 */

/** I termini che il portale applica. In mesi o anni interi. */
export const TERMINI = {
  /** Quanto possono ancora durare i controlli dopo la chiusura del progetto. */
  mesiControlli: 24,
  /** Giorni dopo la registrazione, per chi non ha mai partecipato a nulla. */
  giorniSenzaProgetto: 30,
  /** Dal 31 dicembre dell'anno dell'ultimo pagamento (Reg. 2021/1060, art. 82). */
  anniDocumenti: 5,
  anniAccessi: 5,
  mesiVerifiche: 24,
  anniRichieste: 5,
} as const;

/** Chi in Regione legge il conto della conservazione: gli stessi di app.conta_conservazione. */
export const CHI_CONTA: readonly Ruolo[] = ['AMMINISTRATORE', 'DIRIGENTE'];

export type Partecipazione = {
  uscita: string | null /** Quando il progetto si è concluso, o è stato revocato o ritirato; null se è aperto. */;
  chiusoIl: string | null;
};
export type FattiPersona = {
  registrataIl: string;
  partecipazioni: readonly Partecipazione[];
  /** Una sua richiesta non ancora chiusa, o un controllo della Regione in corso sul suo progetto. */
  inSospeso: boolean;
};

/** L'ultimo giorno della rilevazione a sei mesi: sei mesi di calendario dall'uscita, più trenta giorni (domain 0.1). */
const fineRilevazione = (uscita: string): string => piuGiorni(piuMesi(uscita, 6), 30);

/**
 * L'ultimo giorno in cui si tiene l'identità di una persona: chiusi i controlli e la rilevazione a sei mesi di tutti i suoi progetti.
 * Null se non si sa ancora: un progetto è aperto, o qualcosa che la riguarda è in sospeso.
 */
export function scadenzaIdentita(
  { registrataIl, partecipazioni, inSospeso }: FattiPersona,
  mesiControlli: number = TERMINI.mesiControlli,
): string | null {
  if (inSospeso) return null;
  if (partecipazioni.length === 0) return piuGiorni(registrataIl, TERMINI.giorniSenzaProgetto);
  const fini: string[] = [];
  for (const { uscita, chiusoIl } of partecipazioni) {
    if (chiusoIl === null) return null;
    fini.push(piuMesi(chiusoIl, mesiControlli), fineRilevazione(uscita ?? chiusoIl));
  }
  return fini.sort().at(-1) ?? null;
}

/** Vero dal giorno dopo la scadenza. */
export const scaduta = (scadenza: string | null, oggi: string): boolean => scadenza !== null && scadenza < oggi;

/** L'ultimo giorno in cui si tengono i documenti: cinque anni dal 31 dicembre dell'anno dell'ultimo pagamento. */
export const scadenzaDocumenti = (ultimoPagamento: string): string =>
  `${String(Number(ultimoPagamento.slice(0, 4)) + TERMINI.anniDocumenti).padStart(4, '0')}-12-31`;

/** Che cosa si conserva, fino a quando, e che cosa succede dopo: lo dicono l'informativa, il registro e la pagina della conservazione. */
export type ClasseDiDati = { chiave: string; dati: string; termine: string; dopo: string };
export const CLASSI: readonly ClasseDiDati[] = [
  {
    chiave: 'IDENTITA',
    dati: 'Nome, codice fiscale, recapiti, data di nascita, nucleo, comune di residenza',
    termine: `Fino alla fine dei controlli (${TERMINI.mesiControlli} mesi dalla chiusura del progetto) e della rilevazione a sei mesi dall’uscita, la più tarda delle due`,
    dopo: 'Si cancellano: la persona diventa anonima',
  },
  {
    chiave: 'SCHELETRO',
    dati: 'Caratteristiche della partecipazione senza identità: età, sesso, titolo di studio, condizione, esiti',
    termine: 'Senza termine, per statistica e valutazione',
    dopo: 'Restano: non dicono chi è la persona',
  },
  {
    chiave: 'DOCUMENTI',
    dati: 'Relazioni, prove e documenti del progetto',
    termine: `${TERMINI.anniDocumenti} anni dal 31 dicembre dell’anno dell’ultimo pagamento al beneficiario (Reg. 2021/1060, art. 82)`,
    dopo: 'Scarto d’archivio, deciso dalla Regione',
  },
  {
    chiave: 'ACCESSI',
    dati: 'Registro di chi ha letto un’identità',
    termine: `${TERMINI.anniAccessi} anni`,
    dopo: 'Scarto deciso dalla Regione: il registro si può solo allungare',
  },
  {
    chiave: 'VERIFICHE',
    dati: 'Domande «è già seguita altrove?»',
    termine: `${TERMINI.mesiVerifiche} mesi`,
    dopo: 'Si cancellano',
  },
  {
    chiave: 'RICHIESTE',
    dati: 'Richieste degli interessati e risposte',
    termine: `${TERMINI.anniRichieste} anni dalla risposta`,
    dopo: 'Si cancellano',
  },
];
