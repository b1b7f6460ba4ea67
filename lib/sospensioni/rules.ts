import { piuGiorni } from '@/lib/attuazione/rules';
import { DomainError } from '@/lib/errors/domainError';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { dataBreve } from '@/lib/format/data';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Sospesa } from './scadenze';

/** Le regole di una sospensione: pure, date AAAA-MM-GG. */

/** Una sospensione si dispone al più con questo anticipo, e una ripresa al più con questo preavviso. */
const GIORNI_DI_ANTICIPO = 30;

export type DaSospendere = { dal: string; al: string | null };
/** Ciò che serve per dire se una sospensione si può disporre: del progetto, o della sola azione. */
export type Contesto = { stato: StatoProgetto; avvio: string | null; fine: string | null; sospensioni: readonly Sospesa[] };

const giorni = ({ dal, al }: Sospesa): string => (al === null ? `dal ${dataBreve(dal)}` : `dal ${dataBreve(dal)} al ${dataBreve(al)}`);

const siSovrappongono = (a: Sospesa, b: Sospesa): boolean => (b.al === null || a.dal <= b.al) && (a.al === null || b.dal <= a.al);

/**
 * Una sospensione nuova sta dentro la vita del progetto, non comincia troppo avanti e non si sovrappone ad altre.
 * @throws DomainError sospensione.statoNonAmmesso, sospensione.date, sospensione.anticipo, sospensione.fuoriProgetto, sospensione.sovrapposta
 */
export function esigiSospensione({ dal, al }: DaSospendere, contesto: Contesto, oggi: string): void {
  const { stato, avvio, fine, sospensioni } = contesto;
  const no = (codice: string, frase: string, campo?: string) => new DomainError(`sospensione.${codice}`, frase, campo);
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO')
    throw no('statoNonAmmesso', 'Si sospende solo un progetto avviato. Ricarica la pagina per vedere in che stato è.');
  if (al !== null && al < dal) throw no('date', 'L’ultimo giorno non può venire prima del primo.', 'al');
  const limite = piuGiorni(oggi, GIORNI_DI_ANTICIPO);
  if (dal > limite)
    throw no('anticipo', `Una sospensione si dispone al massimo ${GIORNI_DI_ANTICIPO} giorni prima: entro il ${dataBreve(limite)}.`, 'dal');
  if (avvio && dal < avvio) throw no('fuoriProgetto', `Il progetto è cominciato il ${dataBreve(avvio)}: prima non si sospende.`, 'dal');
  if (fine && dal > fine) throw no('fuoriProgetto', `Il progetto finisce il ${dataBreve(fine)}: dopo non c’è nulla da sospendere.`, 'dal');
  const altra = sospensioni.find((s) => siSovrappongono({ dal, al }, s));
  if (altra) throw no('sovrapposta', `Le date si sovrappongono alla sospensione ${giorni(altra)}.`, 'dal');
}

/** Perché una sospensione non si può disporre, in una frase; vuota se si può. */
export const ostacolo = (sospensione: DaSospendere, contesto: Contesto, oggi: string): string =>
  rifiutoDi(() => esigiSospensione(sospensione, contesto, oggi));

/**
 * L'ultimo giorno di una sospensione che riprende: non prima del primo, non oltre il preavviso, e prima della sospensione che segue.
 * @throws DomainError ripresa.conclusa, ripresa.date, ripresa.anticipo, sospensione.sovrapposta
 */
export function esigiRipresa(sospensione: Sospesa, al: string, altre: readonly Sospesa[], oggi: string): void {
  const no = (codice: string, frase: string) => new DomainError(codice, frase, 'al');
  if (sospensione.al !== null && sospensione.al < oggi)
    throw new DomainError('ripresa.conclusa', `Questa sospensione è finita il ${dataBreve(sospensione.al)}. Ricarica la pagina.`);
  if (al < sospensione.dal)
    throw no('ripresa.date', `L’ultimo giorno non può venire prima del ${dataBreve(sospensione.dal)}, quando la sospensione comincia.`);
  const limite = piuGiorni(oggi, GIORNI_DI_ANTICIPO);
  if (al > limite)
    throw no('ripresa.anticipo', `La ripresa si dispone al massimo ${GIORNI_DI_ANTICIPO} giorni prima: entro il ${dataBreve(limite)}.`);
  const altra = altre.find((s) => siSovrappongono({ dal: sospensione.dal, al }, s));
  if (altra) throw no('sospensione.sovrapposta', `Le date si sovrappongono alla sospensione ${giorni(altra)}.`);
}

type ConSospensioni = { id: string; sospensioni: readonly (Sospesa & { id: string })[] };

/** La sospensione aperta di ciascuno dei progetti scelti; chi non ne ha una non c'è. */
export const aperteDi = (progetti: readonly ConSospensioni[], scelti: readonly string[]): { progettoId: string; sospensioneId: string }[] =>
  progetti
    .filter(({ id }) => scelti.includes(id))
    .flatMap(({ id, sospensioni }) => sospensioni.filter(({ al }) => al === null).map((s) => ({ progettoId: id, sospensioneId: s.id })));

/** Chi si può sospendere, e chi far riprendere: gli id, in un blocco. */
export const avviati = (progetti: readonly { id: string; stato: StatoProgetto }[]): string[] =>
  progetti.filter(({ stato }) => stato === 'AVVIATO').map(({ id }) => id);
export const sospesi = (progetti: readonly ConSospensioni[]): string[] =>
  progetti.filter(({ sospensioni }) => sospensioni.some(({ al }) => al === null)).map(({ id }) => id);

/** Quanti progetti si trattano in una richiesta: il resto prosegue con la successiva, così nessuna dura troppo e si vede a che punto si è. */
export const PER_GIRO = 50;
/** Oltre, l'indirizzo che porta chi resta fuori sarebbe troppo lungo. */
const FUORI_MASSIMI = 30;

export type Blocco = { dopo: string; fuori: readonly string[] };

/** I prossimi `candidati` di un blocco, in ordine di id dopo l'ultimo trattato, e quanti ne restano dopo di loro. */
export function prossimi(candidati: readonly string[], { dopo, fuori }: Blocco): { giro: string[]; restano: number } {
  const dopoDiLui = candidati.filter((id) => id > dopo && !fuori.includes(id));
  const giro = dopoDiLui.sort().slice(0, PER_GIRO);
  return { giro, restano: dopoDiLui.length - giro.length };
}

/**
 * Il primo giro di un blocco: i progetti scelti in ordine di id e, se non ci stanno tutti, chi resta fuori dai giri che seguono.
 * @throws DomainError blocco.troppiFuori
 */
export function primoGiro(candidati: readonly string[], scelti: readonly string[]): { giro: string[]; segue: Blocco | null } {
  const ordinati = [...scelti].sort();
  const giro = ordinati.slice(0, PER_GIRO);
  const dopo = giro.at(-1);
  if (dopo === undefined || ordinati.length <= PER_GIRO) return { giro: ordinati, segue: null };
  const fuori = candidati.filter((id) => id > dopo && !scelti.includes(id));
  if (fuori.length > FUORI_MASSIMI)
    throw new DomainError(
      'blocco.troppiFuori',
      `Quando i progetti scelti sono più di ${PER_GIRO} se ne lasciano fuori al massimo ${FUORI_MASSIMI}: scegline ${PER_GIRO} per volta.`,
    );
  return { giro, segue: { dopo, fuori } };
}
