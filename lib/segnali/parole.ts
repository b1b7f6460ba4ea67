import type { Lettore } from '@/lib/auth/attore';
import type { DatiFatto, FattoDi } from './fatti';

/** Come un fatto si racconta: le parole di ogni codice stanno in paroleRegione, paroleAzioni e paroleProgetto. */

export type Dato = { nome: string; valore: string };
export type Racconto = { titolo: string; spiegazione: string; dati: Dato[] };

/** Ciò che serve per raccontare oltre al fatto: la sua misura, oggi (AAAA-MM-GG) e chi legge. */
export type Presente = { misura: number; oggi: string; lettore: Lettore };

export type Parole<C extends keyof DatiFatto> = {
  /** Il tipo di segnale, per gli elenchi e i filtri. */
  nome: string;
  /** Quando compare, con la soglia: si scrive accanto al segnale. */
  regola: string;
  racconta: (dati: DatiFatto[C], presente: Presente) => Racconto;
  /** Chi può fare qualcosa, in una frase. */
  chi: (fatto: FattoDi<C>) => string;
  /** Dove si agisce o si guarda. */
  href: (fatto: FattoDi<C>, lettore: Lettore) => string;
};

/** «1 giorno», «40 giorni»; lo stesso per ogni cosa che si conta. */
export const conta = (quanti: number, uno: string, molti: string): string => `${quanti} ${quanti === 1 ? uno : molti}`;
export const giorni = (quanti: number): string => conta(quanti, 'giorno', 'giorni');

/** «sono passati 40 giorni», «è passato 1 giorno». */
export const passati = (quanti: number): string => (quanti === 1 ? 'è passato 1 giorno' : `sono passati ${quanti} giorni`);

const IL_CAPOFILA = 'L’ente capofila';
/** Chi guida il progetto, con il suo nome se si conosce. */
export const capofilaDi = ({ capofila }: { capofila: string | null }): string => (capofila ? `${IL_CAPOFILA}, ${capofila}` : IL_CAPOFILA);
