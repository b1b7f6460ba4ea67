import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, fineGiornata, giornoDi } from '@/lib/format/data';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Le regole dell'esame: pure, il presente è un argomento. */

export type FaseEsame = 'IDEA' | 'PROGETTO';

/** Di quale fase si guarda l'esame: dell'idea finché non comincia il progetto definitivo. */
export const faseEsame = (stato: StatoProgetto): FaseEsame =>
  stato.startsWith('IDEA_') || stato === 'PARTNERSHIP_APERTA' ? 'IDEA' : 'PROGETTO';

export const IN_ISTRUTTORIA: readonly StatoProgetto[] = ['IDEA_PRESENTATA', 'PROGETTO_PRESENTATO'];
export const DA_INTEGRARE: readonly StatoProgetto[] = ['IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE'];
export const DA_DECIDERE: readonly StatoProgetto[] = ['IDEA_AMMISSIBILE', 'AMMISSIBILE'];

/** Gli stati che si leggono nell'elenco delle istruttorie se non si chiede altro: la Regione ci lavora, o aspetta una risposta che ha chiesto. */
export const STATI_ELENCO: readonly StatoProgetto[] = [
  'IDEA_PRESENTATA',
  'IDEA_DA_INTEGRARE',
  'IDEA_AMMISSIBILE',
  'PROGETTO_PRESENTATO',
  'PROGETTO_DA_INTEGRARE',
  'AMMISSIBILE',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  // approvato: si avvia quando l'ente ha completato i dati per la convenzione
  'APPROVATO',
];

/** Una richiesta della Regione all'ente, con il suo termine. */
export type Richiesta = { genere: 'INTEGRAZIONE' | 'PREAVVISO'; stato: 'APERTA' | 'RISPOSTA' | 'CHIUSA'; entro: Date; chiestaIl: Date };

/** Il preavviso su ciò che è depositato adesso: uno mandato prima dell'ultimo deposito parlava di un'altra domanda, e non vale più. */
export const preavvisoVigente = <R extends Richiesta>(richieste: readonly R[], depositataIl: Date | null): R | undefined =>
  richieste.find((r) => r.genere === 'PREAVVISO' && r.stato !== 'CHIUSA' && (depositataIl === null || r.chiestaIl >= depositataIl));

/** Il minimo che la legge lascia per rispondere al preavviso (L. 241/1990, art. 10-bis): un bando può darne di più, mai di meno. */
const GIORNI_PREAVVISO_DI_LEGGE = 10;
export const giorniPerRispondere = (giorniDelBando: number): number => Math.max(giorniDelBando, GIORNI_PREAVVISO_DI_LEGGE);

/**
 * Prima di dire di no serve un preavviso di rigetto, a cui si è risposto o il cui termine è passato (L. 241/1990, art. 10-bis).
 * @throws DomainError istruttoria.preavvisoMancante, istruttoria.preavvisoInCorso
 */
export function esigiPreavviso(richieste: readonly Richiesta[], depositataIl: Date | null, adesso: Date): void {
  const preavviso = preavvisoVigente(richieste, depositataIl);
  if (!preavviso)
    throw new DomainError('istruttoria.preavvisoMancante', 'Prima di dichiarare non ammissibile la domanda invia il preavviso di rigetto.');
  if (preavviso.stato === 'APERTA' && preavviso.entro >= adesso)
    throw new DomainError(
      'istruttoria.preavvisoInCorso',
      `L’ente può rispondere al preavviso fino al ${dataBreve(giornoDi(preavviso.entro))}: aspetta la risposta o la fine del termine.`,
    );
}

/**
 * Se l'ente non risponde, la Regione prosegue senza le integrazioni, ma solo a termine passato.
 * @throws DomainError integrazione.nonAperta, integrazione.termineAperto
 */
export function esigiIntegrazioneScaduta(richieste: readonly Richiesta[], adesso: Date): void {
  const aperta = richieste.find(({ genere, stato }) => genere === 'INTEGRAZIONE' && stato === 'APERTA');
  if (!aperta) throw new DomainError('integrazione.nonAperta', 'Non c’è una richiesta di integrazioni aperta. Ricarica la pagina.');
  if (aperta.entro >= adesso)
    throw new DomainError(
      'integrazione.termineAperto',
      `L’ente può inviare le integrazioni fino al ${dataBreve(giornoDi(aperta.entro))}: aspetta la risposta o la fine del termine.`,
    );
}

const GIORNO = 86_400_000;
/** Il primo giorno che un termine può avere: `giorni` dopo oggi a Roma, AAAA-MM-GG. */
export const primoTermine = (adesso: Date, giorni: number): string =>
  new Date(Date.parse(`${giornoDi(adesso)}T00:00:00Z`) + giorni * GIORNO).toISOString().slice(0, 10);

/**
 * Il termine di una richiesta: la fine del giorno scelto, a Roma.
 * @throws DomainError richiesta.termineBreve se cade prima di `minimo` giorni da oggi
 */
export function termineRichiesta(entro: string, adesso: Date, minimo: number): Date {
  const primo = primoTermine(adesso, minimo);
  if (entro < primo)
    throw new DomainError(
      'richiesta.termineBreve',
      minimo === 1 ? 'Il termine deve essere almeno domani.' : `Il termine è di almeno ${minimo} giorni: dal ${dataBreve(primo)} in poi.`,
      'entro',
    );
  return fineGiornata(entro);
}

/** Chi deve muovere una domanda. */
export type Tocca = 'ENTE' | 'ISTRUTTORE' | 'COMMISSIONE' | 'DIRIGENTE';
export function toccaA(p: {
  stato: StatoProgetto;
  griglia: boolean;
  valutata: boolean;
  rimodulazioneDepositata: boolean;
  preavvisoAperto: boolean;
  /** Il termine per integrare è passato e l'ente non ha risposto. */
  integrazioneScaduta: boolean;
  daAvviare: boolean;
}): Tocca | null {
  if (DA_INTEGRARE.includes(p.stato)) return p.integrazioneScaduta ? 'ISTRUTTORE' : 'ENTE';
  if (p.stato === 'APPROVATO_CON_PRESCRIZIONI') return 'ENTE';
  if (IN_ISTRUTTORIA.includes(p.stato)) return p.preavvisoAperto ? 'ENTE' : 'ISTRUTTORE';
  if (DA_DECIDERE.includes(p.stato)) return p.griglia && !p.valutata ? 'COMMISSIONE' : 'DIRIGENTE';
  if (p.stato === 'PRESCRIZIONI_PRESENTATE') return 'DIRIGENTE';
  if (p.stato === 'RIMODULAZIONE_INIZIALE') return p.rimodulazioneDepositata ? 'DIRIGENTE' : 'ENTE';
  if (p.stato === 'APPROVATO') return p.daAvviare ? 'ISTRUTTORE' : 'ENTE';
  return null;
}

export const NOME_TOCCA: Record<Tocca, string> = {
  ENTE: 'Ente',
  ISTRUTTORE: 'Istruttore',
  COMMISSIONE: 'Commissione',
  DIRIGENTE: 'Dirigente',
};
