import type { Ruolo } from '@/lib/auth/attore';
import { clientDi } from './client';
import { chiamaAccesso } from './lettura';
import { sql } from './sql';

/**
 * Le funzioni dello schema `accesso`: l'unica cosa che il login app_accesso può eseguire. Le password, le sessioni e i tentativi non hanno
 * altra porta. I segreti arrivano qui già come SHA-256 e le chiavi dei contatori già come HMAC: nessuna e-mail, nessun indirizzo.
 */
const db = () => clientDi('app_accesso');

/** I contatori di un tentativo, 32 byte ciascuno (HMAC-SHA-256). */
export type ChiaviTentativo = { coppia: Bytes; perEmail: Bytes; indirizzo: Bytes; perDispositivo: Bytes };
type Bytes = Uint8Array<ArrayBuffer>;

export type Prenotazione = {
  /** Secondi da aspettare; null se il tentativo è ammesso (e già contato). */
  attesa_s: number | null;
  rimasti: number | null;
  prenotazioni: bigint[] | null;
  utente_id: string | null;
  /** Manca se la persona non esiste, non ha password o non è attiva. */
  hash: string | null;
  dimostrativo: boolean | null;
};

/** Conta un tentativo prima di verificarlo. `dispositivo` è il segreto del cookie del dispositivo, null se non c'è. */
export async function prenotaTentativo(email: string, chiavi: ChiaviTentativo, dispositivo: Bytes | null): Promise<Prenotazione> {
  const [riga] = await db().$queryRaw<Prenotazione[]>`
    select * from accesso.prenota_tentativo(${email}, ${chiavi.coppia}, ${chiavi.perEmail}, ${chiavi.indirizzo}, ${chiavi.perDispositivo}, ${dispositivo})`;
  return unaRiga(riga);
}

/** Toglie un tentativo mai verificato. */
export async function annullaTentativo(prenotazioni: bigint[]): Promise<void> {
  await db().$queryRaw`select accesso.annulla_tentativo(${prenotazioni}::bigint[])`;
}

/** Registra un accesso rifiutato; con null (persona sconosciuta) costa lo stesso e non scrive nulla. */
export async function tentativoFallito(utenteId: string | null): Promise<void> {
  await db().$queryRaw`select accesso.tentativo_fallito(${utenteId}::uuid)`;
}

export type NuovaSessione = {
  utenteId: string;
  prenotazioni: bigint[];
  /** I contatori personali da azzerare: la coppia e il dispositivo. */
  azzera: Bytes[];
  segreto: Bytes;
  /** La sessione che il browser aveva già, da chiudere. */
  precedente: Bytes | null;
  dispositivo: Bytes;
  descrizione: string;
};
export type SessioneAperta = { incarico_id: string | null; ruolo: Ruolo | null; n_incarichi: number };

/** Apre la sessione; null se nel frattempo la persona è stata disattivata. */
export async function apriSessione(nuova: NuovaSessione): Promise<SessioneAperta | null> {
  const { utenteId, prenotazioni, azzera, segreto, precedente, dispositivo, descrizione } = nuova;
  const [riga] = await db().$queryRaw<SessioneAperta[]>`
    select incarico_id, ruolo::text, n_incarichi from accesso.apri_sessione(
      ${utenteId}::uuid, ${prenotazioni}::bigint[], ${azzera}::bytea[], ${segreto}, ${precedente}, ${dispositivo}, ${descrizione})`;
  return riga ?? null;
}

export type RigaSessione = {
  esito: 'VIVA' | 'SCADUTA' | 'CHIUSA' | 'SCONOSCIUTA';
  termine: Date | null;
  sessione_id: string;
  utente_id: string;
  nome: string;
  cognome: string;
  n_incarichi: number;
  incarico_id: string | null;
  ruolo: Ruolo;
  regione_id: string;
  regione_nome: string;
  organizzazione_id: string;
  organizzazione_nome: string;
  adesso: Date;
  orologio_spostato: boolean;
  contesto: string;
  firma: string;
};

/** La sessione di un segreto, con chi la usa e il contesto firmato dell'incarico. I campi dopo `termine` valgono solo se è VIVA. */
export async function leggiRigaSessione(segreto: Bytes): Promise<RigaSessione> {
  const [riga] = await chiamaAccesso<RigaSessione>(sql`
    select esito, termine, sessione_id, utente_id, nome, cognome, n_incarichi, incarico_id, ruolo::text, regione_id, regione_nome,
      organizzazione_id, organizzazione_nome, adesso, orologio_spostato, contesto, firma from accesso.leggi_sessione(${segreto})`);
  return unaRiga(riga);
}

export type RigaIncarico = {
  incarico_id: string;
  ruolo: Ruolo;
  organizzazione_nome: string;
  regione_nome: string;
  un_solo_progetto: boolean;
  al: Date | null;
  scelto: boolean;
};

/** Gli incarichi attivi della persona di una sessione viva. */
export const elencaIncarichi = (segreto: Bytes): Promise<RigaIncarico[]> =>
  db()
    .$queryRaw`select incarico_id, ruolo::text, organizzazione_nome, regione_nome, un_solo_progetto, al, scelto from accesso.elenca_incarichi(${segreto})`;

/** Sceglie un incarico proprio e attivo: il suo ruolo, o null se non si può. */
export async function scegliIncarico(segreto: Bytes, incaricoId: string): Promise<Ruolo | null> {
  const [riga] = await db().$queryRaw<
    { ruolo: Ruolo | null }[]
  >`select accesso.scegli_incarico(${segreto}, ${incaricoId}::uuid)::text as ruolo`;
  return unaRiga(riga).ruolo;
}

export type RigaSessioneAperta = { sessione_id: string; dispositivo: string | null; creata_il: Date; usata_il: Date; questa: boolean };

/** Le sessioni aperte della persona, prima quella che sta usando. */
export const elencaSessioni = (segreto: Bytes): Promise<RigaSessioneAperta[]> =>
  db().$queryRaw`select sessione_id, dispositivo, creata_il, usata_il, questa from accesso.elenca_sessioni(${segreto})`;

/** Chiude la sessione di un segreto, se era viva. */
export async function chiudiQuestaSessione(segreto: Bytes): Promise<void> {
  await db().$queryRaw`select accesso.esci(${segreto})`;
}

/** Chiude una propria sessione, o tutte con null. @returns quante ne ha chiuse */
export async function chiudiSessioni(segreto: Bytes, sessioneId: string | null): Promise<number> {
  const [riga] = await db().$queryRaw<{ quante: number }[]>`select accesso.chiudi_sessioni(${segreto}, ${sessioneId}::uuid) as quante`;
  return unaRiga(riga).quante;
}

export type PostaDaInviare = { id: string; destinatario: string; oggetto: string; testo: string };

/** Fino a dieci messaggi da spedire, presi in carico per qualche minuto. */
export const postaDaInviare = (): Promise<PostaDaInviare[]> =>
  db().$queryRaw`select id, destinatario, oggetto, testo from accesso.posta_da_inviare()`;

/** Com'è andata la spedizione di un messaggio preso in carico: se male si riprova, dopo otto volte si smette. */
export async function esitoPosta(id: string, inviata: boolean): Promise<void> {
  await db().$queryRaw`select accesso.posta_esito(${id}::uuid, ${inviata})::text`;
}

/** Accoda i promemoria delle scadenze dovuti adesso, ciascuno una volta sola. @param indirizzo del portale, intero @returns quanti messaggi */
export async function accodaPromemoria(indirizzo: string): Promise<number> {
  const [riga] = await db().$queryRaw<{ quanti: number }[]>`select accesso.accoda_promemoria(${indirizzo}) as quanti`;
  return unaRiga(riga).quanti;
}

export type Invito = { organizzazione: string; progetto: string; email: string; registrato: boolean };

/** A chi è rivolto un invito ancora buono; null se non c'è, è scaduto o già usato. `registrato`: quell'indirizzo ha già un account. */
export async function leggiInvito(segreto: Bytes): Promise<Invito | null> {
  const [riga] = await db().$queryRaw<Invito[]>`select organizzazione, progetto, email, registrato from accesso.leggi_invito(${segreto})`;
  return riga ?? null;
}

/** Usa un invito: apre l'account, o aggiunge l'incarico a chi l'ha già (nome e password restano i suoi). @returns falso se non vale più */
export async function usaInvito(segreto: Bytes, nuovo: { nome: string; cognome: string; hash: string }): Promise<boolean> {
  const [riga] = await db().$queryRaw<{ valido: boolean }[]>`
    select accesso.accetta_invito(${segreto}, ${nuovo.nome}, ${nuovo.cognome}, ${nuovo.hash}) as valido`;
  return unaRiga(riga).valido;
}

export type AccountDimostrativo = { email: string; nome: string; cognome: string; ruolo: Ruolo; organizzazione_nome: string };

/** Gli account dimostrativi, una riga per incarico attivo. */
export const elencaAccountDimostrativi = (): Promise<AccountDimostrativo[]> =>
  db().$queryRaw`select email, nome, cognome, ruolo::text, organizzazione_nome from accesso.account_dimostrativi()`;

function unaRiga<T>(riga: T | undefined): T {
  if (riga === undefined) throw new Error('Una funzione di accesso non ha risposto.');
  return riga;
}
