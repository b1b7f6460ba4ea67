import type { AzionePiano, ContenutoVersione } from '@/lib/domande/valori';
import { cellaDellaChiave } from './celle';
import type { Json } from './json';

/** Come si chiama ciò che un'operazione cambia: è il nome che leggono l'ente e la Regione. */

/** Il nome italiano di un codice (categoria di costo, gruppo di destinatari). */
export type NomeDi = (codice: string) => string;
type Cambio = { prima: Json; dopo: Json; base: ContenutoVersione; nuovo: ContenutoVersione };

const CAMPI: Record<string, string> = {
  titolo: 'titolo',
  descrizione: 'descrizione',
  tipo: 'tipo',
  categoria: 'categoria di intervento',
  organizzazioneId: 'ente responsabile',
  inizio: 'data di inizio',
  fine: 'data di fine',
};
const RECAPITI: Record<string, string> = {
  referente: 'Ufficio referente',
  email: 'Indirizzo email',
  telefono: 'Telefono',
  sede: 'Sede',
  iban: 'IBAN',
  intestatario: 'Intestatario del conto',
};

const azioneDi = ({ base, nuovo }: Cambio, id: string): AzionePiano | undefined =>
  [base, nuovo].flatMap(({ piano }) => piano?.azioni ?? []).find((azione) => azione.id === id);
const enteDi = ({ base, nuovo }: Cambio, id: string): string =>
  [...base.partner, ...nuovo.partner].find(({ organizzazioneId }) => organizzazioneId === id)?.denominazione ?? 'un altro ente';

export function etichettaDi(percorso: string, cambio: Cambio, nomeDi: NomeDi): string {
  const [radice, chiave = '', campo = ''] = percorso.split('/');
  if (radice === 'anagrafica') return RECAPITI[chiave] ?? chiave;
  if (radice === 'partner') return conVerso(enteDi(cambio, chiave), cambio);
  if (radice === 'voci') {
    const { azioneId, categoria, organizzazioneId } = cellaDellaChiave(chiave);
    return `Azione ${azioneDi(cambio, azioneId)?.codice ?? ''}, ${nomeDi(categoria)}, ${enteDi(cambio, organizzazioneId)}`;
  }
  const azione = azioneDi(cambio, chiave);
  if (campo === '')
    return `${cambio.prima === null ? 'Nuova azione' : 'Azione tolta:'} ${azione?.codice ?? ''} ${azione?.titolo ?? ''}`.trim();
  if (campo !== 'destinatari') return `Azione ${azione?.codice ?? ''}, ${CAMPI[campo] ?? campo}`;
  const { gruppo, unita } = (cambio.dopo ?? cambio.prima) as { gruppo: string; unita: string };
  return `Azione ${azione?.codice ?? ''}, destinatari: ${gruppo ? `${nomeDi(gruppo)} (${unita})` : unita}`;
}

const conVerso = (ente: string, { prima, dopo }: Cambio): string =>
  prima === null ? `Entra ${ente}` : dopo === null ? `Esce ${ente}` : `Ruolo di ${ente}`;
