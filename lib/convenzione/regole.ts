import { giorniTra } from '@/lib/attuazione/rules';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';

/** Quando un progetto si può avviare: regole pure, date AAAA-MM-GG. */

export type Convenzione = {
  cup: string | null;
  iban: string | null;
  intestatario: string | null;
  referente: string | null;
  email: string | null;
  telefono: string | null;
  sede: string | null;
};

const NOME_DATO: Record<keyof Convenzione, string> = {
  cup: 'CUP',
  iban: 'IBAN',
  intestatario: 'intestatario del conto',
  referente: 'ufficio referente',
  email: 'email dell’ufficio',
  telefono: 'telefono dell’ufficio',
  sede: 'sede',
};

/** I dati che mancano per la convenzione, per nome; vuoto = si può stipulare. */
export const datiMancanti = (c: Convenzione): string[] =>
  (Object.keys(NOME_DATO) as (keyof Convenzione)[]).filter((dato) => !c[dato]).map((dato) => NOME_DATO[dato]);

/** Ciò che, oltre alle date, decide se il progetto si avvia. Importi in centesimi. */
export type ProntoPerAvvio = { convenzione: Convenzione; assegnato: bigint | null; inPiano: bigint; cupAltrove: string | null };

/** Perché il progetto non si può avviare, una frase per ragione; vuoto = si può. */
export function ostacoliAllAvvio({ convenzione, assegnato, inPiano, cupAltrove }: ProntoPerAvvio): string[] {
  const mancano = datiMancanti(convenzione);
  const ragioni: string[] = [];
  if (mancano.length > 0)
    ragioni.push(`L’ente capofila non ha ancora scritto ${mancano.length === 1 ? 'questo dato' : 'questi dati'}: ${elenco(mancano)}.`);
  if (assegnato === null) ragioni.push('Non è scritto quanto contributo è stato assegnato.');
  else if (inPiano > assegnato)
    ragioni.push('Il contributo assegnato è minore di quello del piano: prima serve la rimodulazione iniziale approvata.');
  if (cupAltrove) ragioni.push(`Il CUP è già del progetto ${cupAltrove}.`);
  return ragioni;
}

export type DateAvvio = { dataAtto: string; inizio: string; fine: string };
const MASSIMO_GIORNI_AVANTI = 366;

/**
 * Le date dell'avvio tra loro, con l'approvazione e con oggi.
 * @throws DomainError avvio.attoNelFuturo, avvio.attoPrimaDellApprovazione, avvio.primaDellApprovazione, avvio.troppoAvanti, avvio.finePrimaDellInizio
 */
export function esigiDate({ dataAtto, inizio, fine }: DateAvvio, approvato: string | null, oggi: string): void {
  const no = (codice: string, frase: string, campo: string): never => {
    throw new DomainError(codice, frase, campo);
  };
  if (dataAtto > oggi) no('avvio.attoNelFuturo', 'La data dell’atto non può essere nel futuro.', 'dataAtto');
  if (approvato && dataAtto < approvato)
    no('avvio.attoPrimaDellApprovazione', `L’atto non può venire prima dell’approvazione, del ${dataBreve(approvato)}.`, 'dataAtto');
  if (approvato && inizio < approvato)
    no('avvio.primaDellApprovazione', `Il progetto non può cominciare prima dell’approvazione, del ${dataBreve(approvato)}.`, 'inizio');
  if (giorniTra(oggi, inizio) > MASSIMO_GIORNI_AVANTI)
    no('avvio.troppoAvanti', 'Il progetto comincia tra più di un anno: controlla la data di avvio.', 'inizio');
  if (fine <= inizio) no('avvio.finePrimaDellInizio', 'La fine prevista viene dopo l’avvio.', 'fine');
  if (giorniTra(inizio, fine) > 3660) no('avvio.troppoLungo', 'Il progetto dura più di dieci anni: controlla la fine prevista.', 'fine');
}
