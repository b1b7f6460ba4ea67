import { nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import type { PeriodoDovuto, Presente, ProgettoConDoveri, RapportoDovuto } from './tipiCompiti';

/** I pezzi di frase che i compiti di una relazione hanno in comune. */

export type Caso = { progetto: ProgettoConDoveri; periodo: PeriodoDovuto; rapporto: RapportoDovuto; presente: Presente };

export const nelProgetto = ({ progetto }: Pick<Caso, 'progetto'>): string => `Progetto ${progetto.titolo}`;
export const relazione = ({ periodo }: Pick<Caso, 'periodo'>): string =>
  `la relazione ${periodo.straordinario ? 'straordinaria ' : ''}${nomePeriodo(periodo)}`;
export const capofilaDi = ({ progetto }: Pick<Caso, 'progetto'>): string => progetto.capofilaNome ?? 'il capofila';
export const referente = ({ presente }: Caso, frase: string): string => (presente.ruolo === 'REFERENTE' ? '' : ` ${frase}`);

export const nellaRelazione = ({ progetto, rapporto }: Pick<Caso, 'progetto' | 'rapporto'>): string =>
  routes.rapporto(progetto.id, rapporto.id);
