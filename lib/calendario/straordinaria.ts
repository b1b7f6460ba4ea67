import { giorniTra, periodoApribile } from '@/lib/attuazione/rules';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import type { Straordinaria } from './schema';

type DateChieste = Pick<Straordinaria, 'dal' | 'al' | 'scadenza'>;

/**
 * Una relazione straordinaria riguarda un periodo già finito, dentro la vita del progetto, e lascia almeno un giorno per scriverla.
 * @throws DomainError straordinaria.rovesciata, straordinaria.futura, straordinaria.primaDellAvvio, straordinaria.scaduta, straordinaria.lontana
 */
export function esigiStraordinaria({ dal, al, scadenza }: DateChieste, avvio: string | null, oggi: string): void {
  const no = (codice: string, frase: string, campo: string): never => {
    throw new DomainError(codice, frase, campo);
  };
  if (al < dal) no('straordinaria.rovesciata', 'L’ultimo giorno del periodo viene dopo il primo.', 'al');
  if (!periodoApribile({ al }, oggi))
    no('straordinaria.futura', 'Il periodo non è ancora finito: si chiede conto solo di ciò che è già passato.', 'al');
  if (avvio && dal < avvio) no('straordinaria.primaDellAvvio', `Il progetto è cominciato il ${dataBreve(avvio)}.`, 'dal');
  if (scadenza <= oggi) no('straordinaria.scaduta', 'La scadenza viene dopo oggi: l’ente deve poterla scrivere.', 'scadenza');
  if (giorniTra(oggi, scadenza) > 365) no('straordinaria.lontana', 'La scadenza è tra più di un anno: controllala.', 'scadenza');
}
