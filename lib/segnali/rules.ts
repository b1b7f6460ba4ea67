import type { Lettore } from '@/lib/auth/attore';
import type { DatiFatto, Fatto, FattoDi } from './fatti';
import { MISURE } from './misure';
import type { Dato, Parole } from './parole';
import { PAROLE_AZIONI } from './paroleAzioni';
import { PAROLE_PROGETTO } from './paroleProgetto';
import { PAROLE_REGIONE } from './paroleRegione';
import { CODICI, type CodiceSegnale, type Gravita, gravitaDi, oltre, toccaAChi } from './soglie';

/** Dai fatti ai segnali: pure, senza orologio e senza database. */

export type Segnale = {
  chiave: string;
  codice: CodiceSegnale;
  gravita: Gravita;
  /** A chi tocca rimuovere la causa. */
  tocca: 'REGIONE' | 'ENTE';
  /** Il numero confrontato con la soglia. */
  misura: number;
  progettoId: string;
  progetto: string;
  titolo: string;
  /** Le parole, con i numeri e le date da cui il segnale nasce. */
  spiegazione: string;
  /** Quando compare un segnale di questo tipo: la soglia, in parole. */
  regola: string;
  dati: readonly Dato[];
  chiPuoAgire: string;
  href: string;
};

const PAROLE: { [C in keyof DatiFatto]: Parole<C> } = { ...PAROLE_REGIONE, ...PAROLE_AZIONI, ...PAROLE_PROGETTO };

/** Il nome di un tipo di segnale, per elenchi e filtri. */
export const nomeSegnale = (codice: CodiceSegnale): string => PAROLE[codice].nome;

/** Quando compare un tipo di segnale, con la soglia. */
export const regolaDi = (codice: CodiceSegnale): string => PAROLE[codice].regola;

/** La misura di un fatto in un giorno (AAAA-MM-GG), da confrontare con la soglia del suo codice. */
export const misuraDi = <C extends CodiceSegnale>({ codice, dati }: { codice: C; dati: DatiFatto[C] }, oggi: string): number =>
  MISURE[codice](dati, oggi);

function racconta<C extends CodiceSegnale>(fatto: FattoDi<C>, oggi: string, lettore: Lettore): Segnale | null {
  const { codice, dati, progettoId, progetto, oggetto } = fatto;
  const misura = misuraDi({ codice, dati }, oggi);
  if (!oltre(codice, misura)) return null;
  const parole: Parole<C> = PAROLE[codice];
  return {
    chiave: `${codice}:${progettoId}:${oggetto}`,
    codice,
    gravita: gravitaDi(codice, misura),
    tocca: toccaAChi(codice),
    misura,
    progettoId,
    progetto,
    ...parole.racconta(dati, { misura, oggi, lettore }),
    regola: parole.regola,
    chiPuoAgire: parole.chi(fatto),
    href: parole.href(fatto, lettore),
  };
}

/** Il segnale di un fatto per chi legge; null se la misura non supera la soglia. */
export const segnaleDi = (fatto: Fatto, oggi: string, lettore: Lettore): Segnale | null =>
  racconta(fatto as FattoDi<typeof fatto.codice>, oggi, lettore);

type Ordinabile = Pick<Segnale, 'tocca' | 'gravita' | 'codice' | 'misura' | 'chiave'>;

/**
 * L'ordine dei segnali: prima ciò che tocca a chi legge (la Regione vede per prime le proprie cause), poi i più gravi, poi per tipo e misura.
 * Lo stesso ordine delle pagine lette dal database (queries.ts).
 */
export const inOrdine =
  (lettore: Lettore) =>
  (a: Ordinabile, b: Ordinabile): number => {
    const mio = lettore === 'app_regione' ? 'REGIONE' : 'ENTE';
    return (
      Number(b.tocca === mio) - Number(a.tocca === mio) ||
      b.gravita - a.gravita ||
      CODICI.indexOf(a.codice) - CODICI.indexOf(b.codice) ||
      b.misura - a.misura ||
      (a.chiave < b.chiave ? -1 : a.chiave > b.chiave ? 1 : 0)
    );
  };

/** I segnali di un insieme di fatti, in ordine per chi legge. `oggi` AAAA-MM-GG. */
export const segnaliDa = (fatti: readonly Fatto[], oggi: string, lettore: Lettore): Segnale[] =>
  fatti
    .map((fatto) => segnaleDi(fatto, oggi, lettore))
    .filter((segnale) => segnale !== null)
    .sort(inOrdine(lettore));
