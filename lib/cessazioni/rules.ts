import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, nomePeriodo } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';

/** Le regole della fine di un progetto (rinuncia, revoca, conclusione): pure, date AAAA-MM-GG, importi in centesimi interi. */

const no = (codice: string, frase: string, campo?: string) => new DomainError(`cessazione.${codice}`, frase, campo);

/** Si recupera al più quanto è stato assegnato; senza un importo assegnato noto, qualunque cifra. @throws DomainError cessazione.recuperoOltre */
export function esigiRecupero(recuperoCents: bigint | null, assegnatoCents: bigint | null): void {
  if (recuperoCents !== null && assegnatoCents !== null && recuperoCents > assegnatoCents)
    throw no('recuperoOltre', `Si recupera al massimo il contributo assegnato, che è ${euro(assegnatoCents)}.`, 'recupero');
}

/** La rinuncia si chiede a progetto avviato; prima c'è il ritiro della domanda. @throws DomainError cessazione.statoNonAmmesso, cessazione.giaChiesta */
export function esigiRinunciabile(stato: StatoProgetto, giaChiesta: boolean): void {
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO')
    throw no('statoNonAmmesso', 'Si rinuncia a un progetto avviato. Ricarica la pagina per vedere in che stato è.');
  if (giaChiesta) throw no('giaChiesta', 'C’è già una richiesta di rinuncia in attesa della Regione.');
}

export type PeriodoDaChiudere = { id: string; dal: string; al: string; dovuto: boolean; approvato: boolean; rapportoId: string | null };
/** Ciò che serve a dire se un progetto si può concludere. */
export type DaConcludere = {
  id: string;
  stato: StatoProgetto;
  /** La fine in vigore; null se non si conosce. */
  fine: string | null;
  periodi: readonly PeriodoDaChiudere[];
  /** Richieste aperte, contate. */
  aperte: { modifiche: number; proroghe: number; rinuncia: boolean };
  prescrizioni: number;
};
export type Blocco = { frase: string; href: string };

const quante = (n: number, una: string, molte: string): string => (n === 1 ? una : `${n} ${molte}`);

/** Le relazioni dovute fino al giorno in cui il progetto si conclude e non ancora approvate: un periodo conta se comincia entro quel giorno. */
export const daApprovare = ({ periodi }: Pick<DaConcludere, 'periodi'>, finoA: string): PeriodoDaChiudere[] =>
  periodi.filter(({ dovuto, approvato, dal }) => dovuto && !approvato && dal <= finoA);

/** Che cosa impedisce di concludere il progetto al giorno detto: ogni voce porta dove si risolve. Vuoto = si può. */
export function blocchi(progetto: DaConcludere, finoA: string): Blocco[] {
  const { id, aperte, prescrizioni, stato } = progetto;
  const elenco: Blocco[] = daApprovare(progetto, finoA).map((periodo) => ({
    frase: `La relazione ${nomePeriodo(periodo)} non è approvata.`,
    href: periodo.rapportoId ? routes.verifica(periodo.rapportoId) : routes.calendario(id),
  }));
  if (stato === 'SOSPESO') elenco.push({ frase: 'Il progetto è sospeso: prima si dispone la ripresa.', href: routes.sospensioni(id) });
  if (aperte.modifiche > 0)
    elenco.push({
      frase: `${quante(aperte.modifiche, 'Una richiesta di modifica aspetta', 'richieste di modifica aspettano')} la Regione.`,
      href: routes.modifiche(id),
    });
  if (aperte.proroghe > 0)
    elenco.push({
      frase: `${quante(aperte.proroghe, 'Una richiesta di proroga aspetta', 'richieste di proroga aspettano')} la Regione.`,
      href: routes.proroghe(id),
    });
  if (aperte.rinuncia) elenco.push({ frase: 'Una rinuncia aspetta la Regione.', href: routes.cessazione(id) });
  if (prescrizioni > 0)
    elenco.push({
      frase: `${quante(prescrizioni, 'Una prescrizione non è verificata', 'prescrizioni non sono verificate')}.`,
      href: routes.prescrizioni(id),
    });
  return elenco;
}

/**
 * Il giorno in cui il progetto si conclude: la fine in vigore se è arrivata, o uno prima (passato) con la sua ragione.
 * @throws DomainError cessazione.dataFine, cessazione.anticipoSenzaMotivo
 */
export function esigiFineEffettiva(
  data: string,
  { fine }: Pick<DaConcludere, 'fine'>,
  avvio: string | null,
  motivo: string | null,
  oggi: string,
): void {
  if (data > oggi) throw no('dataFine', 'Il progetto si conclude in un giorno già arrivato, non nel futuro.', 'data');
  if (avvio && data < avvio) throw no('dataFine', `Il progetto è cominciato il ${dataBreve(avvio)}: non può finire prima.`, 'data');
  if (fine && data > fine) throw no('dataFine', `La fine in vigore è il ${dataBreve(fine)}: oltre serve una proroga.`, 'data');
  if (fine && data < fine && !motivo)
    throw no('anticipoSenzaMotivo', `La fine in vigore è il ${dataBreve(fine)}: se si conclude prima scrivi perché.`, 'motivazione');
}
