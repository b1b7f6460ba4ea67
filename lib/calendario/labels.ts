import type { Etichetta } from '@/lib/attuazione/labels';
import { dataBreve, mancano, nomePeriodo } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { PeriodoDelCalendario } from './queries';
import type { StatoPeriodo } from './stato';

type EtichettaPeriodo = {
  testo: string;
  famiglia: Etichetta['famiglia'] | 'fermo';
  icona: Etichetta['icona'] | 'freccia' | 'avvio' | 'pausa' | 'attenzione' | 'campana';
};

export const ETICHETTA_PERIODO: Record<StatoPeriodo, EtichettaPeriodo> = {
  PRESENTATO: { testo: 'Presentata', famiglia: 'positivo', icona: 'spunta-cerchio' },
  NON_DOVUTO: { testo: 'Non dovuta', famiglia: 'neutro', icona: 'barrato' },
  FUTURO: { testo: 'Futuro', famiglia: 'neutro', icona: 'freccia' },
  IN_CORSO: { testo: 'Periodo in corso', famiglia: 'neutro', icona: 'avvio' },
  SOSPESO: { testo: 'Sospesa', famiglia: 'fermo', icona: 'pausa' },
  SCADUTO: { testo: 'In ritardo', famiglia: 'negativo', icona: 'attenzione' },
  IN_SCADENZA: { testo: 'In scadenza', famiglia: 'tocca', icona: 'campana' },
  DA_PRESENTARE: { testo: 'Da presentare', famiglia: 'tocca', icona: 'matita' },
};

const NOME_GENERE = { RILEVAZIONE: 'Rilevazione', ORDINARIO: 'Relazione', STRAORDINARIO: 'Relazione straordinaria' } as const;
export const nomeDelPeriodo = (p: Pick<PeriodoDelCalendario, 'tipo' | 'dal' | 'al'>): string => `${NOME_GENERE[p.tipo]} ${nomePeriodo(p)}`;

/** «31/07/2020, tra 22 giorni»; se una sospensione o una proroga l'ha spostata, dice anche quella di prima. */
export function fraseScadenza(p: Pick<PeriodoDelCalendario, 'scadenza' | 'scadenzaOriginaria'>, giorni: number | null): string {
  const prima = p.scadenzaOriginaria && p.scadenzaOriginaria !== p.scadenza ? ` (era il ${dataBreve(p.scadenzaOriginaria)})` : '';
  return `${dataBreve(p.scadenza)}${giorni === null ? '' : `, ${mancano(giorni).toLowerCase()}`}${prima}`;
}

/** Chi deve muoversi perché la relazione sia presentata: gli enti che non hanno consegnato, o il capofila. */
export function chiManca({ rapporto }: PeriodoDelCalendario, capofila: string): string {
  if (!rapporto) return `Nessuno l’ha aperta: tocca a ${capofila}.`;
  return rapporto.mancano.length > 0 ? `Manca la parte di ${elenco(rapporto.mancano)}.` : `La deve inviare ${capofila}.`;
}

/** Che cosa è appena successo, detto in cima alla pagina. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  chiesta: 'Relazione straordinaria chiesta: l’ente la trova tra le cose da fare.',
  tolta: 'Relazione straordinaria tolta.',
};
export const esitoCalendario = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
