import type { Caso, Coppia } from './mondoHttp';
import { inserisci, superutente } from './superutente';

/** Due richieste di modifica di un progetto: una che il capofila sta scrivendo, una che aspetta la Regione. */
export type Modifiche = { progettoId: string; bozza: string; presentata: string };

export async function leModifiche({ progetto }: Caso, { capofila }: Coppia): Promise<Modifiche> {
  const comune = { regione_id: progetto.regione.id, progetto_id: progetto.id, organizzazione_id: capofila.id, base_sha256: 'x' };
  const [azione] = progetto.azioni;
  const fine = `azioni/${azione?.id}/fine`;
  const operazioni = [{ id: fine, percorso: fine, etichetta: 'Azione A1, data di fine', prima: '2021-03-31', dopo: '2021-02-28' }];
  const bozza = await inserisci(superutente, 'richiesta_modifica', { ...comune, numero: 1, dominio: 'budget' });
  const presentata = await inserisci(superutente, 'richiesta_modifica', {
    ...comune,
    numero: 2,
    dominio: 'cronoprogramma',
    stato: 'IN_ISTRUTTORIA',
    regime: 'APPROVAZIONE',
    competente: 'DIRIGENTE',
    regola: JSON.stringify({ regime: 'APPROVAZIONE', competente: 'DIRIGENTE', frase: 'Serve l’approvazione della Regione.', numeri: {} }),
    operazioni: JSON.stringify(operazioni),
    motivazione: 'Serve per proseguire il progetto',
    presentata_il: '2020-07-01T08:00:00Z',
    protocollo: '2/2020',
  });
  return { progettoId: progetto.id, bozza: bozza.id, presentata: presentata.id };
}
