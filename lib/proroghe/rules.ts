import type { Ruolo } from '@/lib/auth/attore';
import { piuMesi } from '@/lib/calendario/date';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Le regole di una proroga: pure, date AAAA-MM-GG. Si conta sempre dall'ultima fine concessa (domain 0.1). */

export const STATI_PROROGA = ['BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA', 'ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA', 'ANNULLATA'] as const;
export type StatoProroga = (typeof STATI_PROROGA)[number];
export const APERTE: readonly StatoProroga[] = ['BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA'];
export const CONCESSE: readonly StatoProroga[] = ['ACCOLTA', 'ACCOLTA_IN_PARTE'];

/** Un'azione la cui fine si può spostare. Date AAAA-MM-GG. */
export type AzioneProrogabile = { id: string; codice: string; titolo: string; fine: string | null; originaria: string | null };

/** Ciò che una proroga sposta: il progetto o una sua azione, con la fine in vigore e quella approvata all'inizio. */
export type Oggetto = {
  fine: string | null;
  originaria: string | null;
  /** Per un'azione: la fine del progetto, che non può superare. */
  fineProgetto: string | null;
  azione: boolean;
};
/** Ciò che si proroga, da ciò che una pagina ha letto. */
export function oggettoLetto(
  { fine, originaria, azioni }: { fine: string | null; originaria: string | null; azioni: readonly AzioneProrogabile[] },
  azioneId: string | null,
): Oggetto {
  if (azioneId === null) return { fine, originaria, fineProgetto: fine, azione: false };
  const azione = azioni.find(({ id }) => id === azioneId);
  return { fine: azione?.fine ?? null, originaria: azione?.originaria ?? null, fineProgetto: fine, azione: true };
}
/** Quanto si chiede: mesi interi, o un giorno. */
export type Quanto = { mesi: number | null; data: string | null };

const no = (codice: string, frase: string, campo?: string) => new DomainError(`proroga.${codice}`, frase, campo);

/** L'ultimo giorno che il bando permette di chiedere: il massimo si conta dalla fine approvata all'inizio, non a ogni proroga; null se la fine non è nota. */
export function fineMassima({ fine, originaria, fineProgetto, azione }: Oggetto, mesi: number): string | null {
  const base = originaria ?? fine;
  if (base === null) return null;
  const massima = piuMesi(base, mesi);
  return azione && fineProgetto !== null && fineProgetto < massima ? fineProgetto : massima;
}

/** La fine in vigore di ciò che si proroga. @throws DomainError proroga.senzaFine */
export function fineDi({ fine, azione }: Oggetto): string {
  if (fine === null)
    throw no('senzaFine', `${azione ? 'Questa azione' : 'Il progetto'} non ha una fine prevista: non c’è nulla da prorogare.`);
  return fine;
}

/**
 * La fine chiesta: mesi contati dalla fine in vigore (fermi a fine mese), o il giorno scritto.
 * @throws DomainError proroga.quanto, proroga.primaDellaFine, proroga.oltreIlMassimo, proroga.dopoLaFine, proroga.oltreIlProgetto
 */
export function fineChiesta(oggetto: Oggetto, { mesi, data }: Quanto, massimoMesi: number, oggi: string): string {
  const fine = fineDi(oggetto);
  esigiInTempo(oggetto, oggi);
  if ((mesi === null) === (data === null)) throw no('quanto', 'Scrivi di quanti mesi, oppure fino a quale giorno: uno dei due.', 'mesi');
  const chiesta = data ?? piuMesi(fine, mesi ?? 0);
  const campo = data ? 'data' : 'mesi';
  if (chiesta <= fine) throw no('primaDellaFine', `La nuova fine deve venire dopo quella attuale, il ${dataBreve(fine)}.`, campo);
  if (oggetto.azione && oggetto.fineProgetto !== null && chiesta > oggetto.fineProgetto)
    throw no(
      'oltreIlProgetto',
      `L’azione non può finire dopo il progetto, il ${dataBreve(oggetto.fineProgetto)}: chiedi la proroga del progetto.`,
      campo,
    );
  const massima = fineMassima(oggetto, massimoMesi);
  if (massima !== null && chiesta > massima)
    throw no(
      'oltreIlMassimo',
      `Il bando ammette al massimo ${mesiInParole(massimoMesi)} in tutto: fino al ${dataBreve(massima)}. Così arriveresti al ${dataBreve(chiesta)}.`,
      campo,
    );
  return chiesta;
}

export const mesiInParole = (n: number): string => (n === 1 ? '1 mese' : `${n} mesi`);

/** Una proroga si chiede finché ciò che si proroga non è finito: l'ultimo giorno compreso. @throws DomainError proroga.dopoLaFine */
export function esigiInTempo(oggetto: Oggetto, oggi: string): void {
  const fine = fineDi(oggetto);
  if (oggi <= fine) return;
  const chi = oggetto.azione ? 'L’azione è finita' : 'Il progetto è finito';
  throw no(
    'dopoLaFine',
    `${chi} il ${dataBreve(fine)}: una proroga si chiede prima della fine. Scrivi alla Regione se c’è un errore nella data.`,
  );
}

/**
 * La fine che il dirigente concede: anche diversa da quella chiesta, più vicina o più lontana, ma sempre dopo quella in vigore. Se è diversa si dice perché.
 * @returns ACCOLTA_IN_PARTE se è più vicina
 * @throws DomainError proroga.primaDellaFine, proroga.oltreIlProgetto, proroga.notaMancante
 */
export function esigiConcessa(oggetto: Oggetto, chiesta: string, concessa: string, nota: string | null): 'ACCOLTA' | 'ACCOLTA_IN_PARTE' {
  const fine = fineDi(oggetto);
  if (concessa <= fine)
    throw no(
      'primaDellaFine',
      `La fine concessa deve venire dopo quella in vigore, il ${dataBreve(fine)}. Per negarla usa «Non concedere».`,
      'fine',
    );
  if (oggetto.azione && oggetto.fineProgetto !== null && concessa > oggetto.fineProgetto)
    throw no('oltreIlProgetto', `L’azione non può finire dopo il progetto, il ${dataBreve(oggetto.fineProgetto)}.`, 'fine');
  if (concessa !== chiesta && !nota) throw no('notaMancante', 'La fine concessa è diversa da quella chiesta: scrivi perché.', 'nota');
  return concessa < chiesta ? 'ACCOLTA_IN_PARTE' : 'ACCOLTA';
}

/** Solo con il progetto in attuazione, e non mentre si chiede di rinunciare. @throws DomainError proroga.statoNonAmmesso, proroga.rinunciaInCorso */
export function esigiProrogabile(stato: StatoProgetto, rinunciaInCorso: boolean): void {
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO')
    throw no('statoNonAmmesso', 'La proroga si chiede per un progetto in attuazione. Ricarica la pagina per vedere in che stato è.');
  if (rinunciaInCorso)
    throw no(
      'rinunciaInCorso',
      'C’è una rinuncia in attesa della Regione: finché non è decisa non si chiedono proroghe. Puoi ritirare la rinuncia.',
    );
}

export type AttoProroga = 'presenta' | 'annulla' | 'prendiInCarico' | 'decidi' | 'correggi';
const ATTI: Record<AttoProroga, { da: readonly StatoProroga[]; ruoli: readonly Ruolo[]; verbo: string }> = {
  presenta: { da: ['BOZZA'], ruoli: ['REFERENTE'], verbo: 'presentare la richiesta' },
  annulla: { da: APERTE, ruoli: ['REFERENTE'], verbo: 'annullare la richiesta' },
  prendiInCarico: { da: ['PRESENTATA'], ruoli: ['ISTRUTTORE', 'DIRIGENTE'], verbo: 'prendere in carico la richiesta' },
  decidi: { da: ['IN_ISTRUTTORIA'], ruoli: ['DIRIGENTE'], verbo: 'decidere sulla proroga' },
  correggi: { da: CONCESSE, ruoli: ['DIRIGENTE'], verbo: 'correggere la proroga' },
};

/** Chi può fare che cosa, in quale stato. @throws DomainError proroga.cambiata, proroga.ruoloMancante (dice quale ruolo serve) */
export function esigiAttoProroga(atto: AttoProroga, stato: StatoProroga, chi: { ruolo: Ruolo; capofila: boolean }): void {
  const { da, ruoli, verbo } = ATTI[atto];
  if (!puoAttoProroga(atto, stato, chi)) {
    if (!da.includes(stato))
      throw no('cambiata', `Non si può ${verbo} nello stato attuale: forse qualcun altro ha appena agito. Ricarica la pagina.`);
    const dove = ruoli.includes('REFERENTE') ? ' dell’ente capofila' : ' della Regione';
    throw no('ruoloMancante', `Non puoi ${verbo}. Serve il ruolo di ${ruoli.map(nomeRuolo).join(' o ')}${dove}.`);
  }
}
/** Gli stessi atti, per decidere che cosa disegnare. */
export const puoAttoProroga = (atto: AttoProroga, stato: StatoProroga, { ruolo, capofila }: { ruolo: Ruolo; capofila: boolean }): boolean =>
  ATTI[atto].da.includes(stato) && ATTI[atto].ruoli.includes(ruolo) && (ruolo !== 'REFERENTE' || capofila);

type AzioneConFine = { id: string; codice: string; fine: string | null };

/** Le azioni che finivano con il progetto: si chiede se spostarle con lui. */
export const conLaFine = <A extends AzioneConFine>(azioni: readonly A[], fine: string | null): A[] =>
  azioni.filter((azione) => fine !== null && azione.fine === fine);

/**
 * Le azioni da spostare sono tra quelle che finivano con il progetto, e nessuna resta a finire dopo la fine nuova.
 * @throws DomainError proroga.azioneEstranea, proroga.azioniOltre
 */
export function esigiAzioni(azioni: readonly AzioneConFine[], scelte: readonly string[], fine: string, nuova: string): void {
  const ammesse = conLaFine(azioni, fine).map(({ id }) => id);
  if (scelte.some((id) => !ammesse.includes(id)))
    throw no('azioneEstranea', 'Una delle azioni scelte non finisce con il progetto. Ricarica la pagina.');
  const oltre = azioni.filter((azione) => azione.fine !== null && azione.fine > nuova && !scelte.includes(azione.id));
  if (oltre.length > 0)
    throw no(
      'azioniOltre',
      `${oltre.length === 1 ? 'Un’azione finirebbe' : `${oltre.length} azioni finirebbero`} dopo il progetto: ${oltre.map(({ codice }) => codice).join(', ')}. Spostale insieme alla fine.`,
      'azioni',
    );
}
