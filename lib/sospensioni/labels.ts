import { dataBreve, dataLunga } from '@/lib/format/data';
import type { Sospesa } from './scadenze';

export const MOTIVI_SOSPENSIONE = ['EMERGENZA_SANITARIA', 'ATTESA_REGIONE', 'CONTENZIOSO', 'RICHIESTA_ENTE', 'ALTRO'] as const;
export type MotivoSospensione = (typeof MOTIVI_SOSPENSIONE)[number];

export const NOME_MOTIVO: Record<MotivoSospensione, string> = {
  EMERGENZA_SANITARIA: 'Emergenza sanitaria',
  ATTESA_REGIONE: 'In attesa della Regione',
  CONTENZIOSO: 'Contenzioso',
  RICHIESTA_ENTE: 'Richiesta dell’ente',
  ALTRO: 'Altro motivo',
};

/** «dal 09/03/2020 al 18/06/2020», «dal 09/03/2020, ancora aperta». */
export const giorniDi = ({ dal, al }: Sospesa): string =>
  al === null ? `dal ${dataBreve(dal)}, ancora aperta` : `dal ${dataBreve(dal)} al ${dataBreve(al)}`;

/** La frase in cima alle pagine di un progetto sospeso, o che lo sarà; nulla se non c'è niente da dire. */
export function fraseSospensione(sospensione: Sospesa, oggi: string): string {
  const { dal, al } = sospensione;
  const fino = al === null ? 'fino alla ripresa, che dispone la Regione' : `fino al ${dataLunga(al)} compreso`;
  return dal > oggi
    ? `Il progetto sarà sospeso dal ${dataLunga(dal)}, ${fino}.`
    : `Il progetto è sospeso dal ${dataLunga(dal)}, ${fino}. Nel frattempo nessuna relazione è dovuta.`;
}

/** Che cosa è appena successo, detto in cima alla pagina. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  sospeso: 'Sospensione registrata.',
  ripreso: 'Ripresa registrata: le scadenze ferme sono state spostate.',
};
export const esitoSospensione = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
