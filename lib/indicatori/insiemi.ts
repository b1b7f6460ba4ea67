import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { CODICI, type CodiceEnte, type CodiceOTotale, TOTALE } from './codici';

/** Quali righe ha la tabella di un bando. Con l'obiettivo specifico (l) il totale si conta direttamente e valgono solo le classi di età (domain 2.2). */
const OBIETTIVO_L: readonly CodiceOTotale[] = ['EECO06', 'EECO07', 'EECO08'];

export const codiciDi = (insieme: InsiemeIndicatori): CodiceOTotale[] => {
  switch (insieme) {
    case 'FSE':
      return [TOTALE, ...CODICI.filter((c) => /^C[OR]/.test(c))];
    case 'FSE_PLUS':
      return [TOTALE, ...CODICI.filter((c) => /^EEC[OR]/.test(c))];
    case 'FSE_PLUS_L':
      return [TOTALE, ...OBIETTIVO_L];
    case 'NESSUNO':
      return [];
  }
};

type TipoEnte = 'ENTE_GESTORE' | 'COMUNE' | 'ASL' | 'ETS' | 'IMPRESA' | 'SCUOLA' | 'CENTRO_IMPIEGO' | 'ALTRO' | 'REGIONE' | 'RICERCA';
/** Le organizzazioni che hanno partecipato a un progetto, per tipo: ognuna una volta. */
export type EntiPerTipo = Partial<Record<TipoEnte, number>>;

const PUBBLICI: readonly TipoEnte[] = ['ENTE_GESTORE', 'COMUNE', 'ASL', 'SCUOLA', 'CENTRO_IMPIEGO'];

/**
 * Gli indicatori sugli enti, dalle organizzazioni del progetto: CO20 e CO22 contano il progetto (0 o 1), CO23, EECO18 ed EECO19 gli enti.
 * CO21 (progetti per le donne nel lavoro) non si ricava dagli enti: nullo. Nessuno di questi numeri riguarda persone: non si oscurano.
 */
export function indicatoriEnti(insieme: InsiemeIndicatori, enti: EntiPerTipo): { codice: CodiceEnte; valore: number | null }[] {
  const quanti = (tipi: readonly TipoEnte[]) => tipi.reduce((somma, tipo) => somma + (enti[tipo] ?? 0), 0);
  if (insieme === 'FSE_PLUS')
    return [
      { codice: 'EECO18', valore: quanti(PUBBLICI) },
      { codice: 'EECO19', valore: quanti(['IMPRESA']) },
    ];
  if (insieme !== 'FSE') return [];
  return [
    { codice: 'CO20', valore: Math.min(1, quanti(['ETS'])) },
    { codice: 'CO21', valore: null },
    { codice: 'CO22', valore: Math.min(1, quanti(PUBBLICI)) },
    { codice: 'CO23', valore: quanti(['IMPRESA']) },
  ];
}
