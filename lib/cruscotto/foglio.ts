import type { Cella } from '@/lib/format/csv';
import type { AzioneInElenco, ProgettoInElenco } from './letture';

/** Le colonne di un elenco scaricato: nomi stabili in snake_case, codici e non nomi di persona. null diventa `NA`. */
type Colonna<R> = [nome: string, cella: (riga: R) => Cella];

const minuscolo = (codice: string | undefined): string | null => codice?.toLowerCase() ?? null;

const PROGETTI: Colonna<ProgettoInElenco>[] = [
  ['progetto_id', (r) => r.codice],
  ['titolo', (r) => r.titolo],
  ['territorio', (r) => r.territorio],
  ['capofila', (r) => r.capofila],
  ['stato', (r) => minuscolo(r.stato)],
  ['azioni', (r) => r.azioni],
  ['azioni_in_ritardo', (r) => r.inRitardo],
  ['relazioni_scadute', (r) => r.scadute],
  ['prossima_scadenza', (r) => r.scadenza],
  ['tocca_a', (r) => minuscolo(r.attese[0]?.chi)],
  ['attesa', (r) => minuscolo(r.attese[0]?.che)],
  ['attesa_dal', (r) => r.attese[0]?.dal ?? null],
];

const AZIONI: Colonna<AzioneInElenco>[] = [
  ['progetto_id', (r) => r.progetto],
  ['territorio', (r) => r.territorio],
  ['azione_id', (r) => r.codice],
  ['titolo', (r) => r.titolo],
  ['ente', (r) => r.ente],
  ['stato', (r) => minuscolo(r.stato)],
  ['percentuale', (r) => r.percentuale],
  ['fine_prevista', (r) => r.fine],
  ['ritardo_giorni', (r) => r.ritardo],
  ['causa_principale', (r) => r.causa],
];

export const intestazioni = (vista: 'progetti' | 'azioni'): string[] => (vista === 'azioni' ? AZIONI : PROGETTI).map(([nome]) => nome);

export const celle = (riga: ProgettoInElenco | AzioneInElenco): Cella[] =>
  'progettoId' in riga ? AZIONI.map(([, cella]) => cella(riga)) : PROGETTI.map(([, cella]) => cella(riga));
