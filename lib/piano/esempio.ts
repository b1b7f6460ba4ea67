import type { Configurazione } from '@/lib/bandi/configurazione';
import type { ContestoPiano } from './contesto';
import { nuovaAzione, nuovaVoce } from './nuove';

const ID = '00000000-0000-4000-8000-000000000001';
const ENTE = '00000000-0000-4000-8000-000000000002';

type Vocabolari = Pick<ContestoPiano, 'categorieIntervento' | 'gruppi' | 'oggi'>;

/** Un piano appena cominciato, per l'anteprima di un bando: un'azione e una voce vuote, con le categorie di costo e i vocabolari veri. */
export function pianoDiEsempio(configurazione: Configurazione, vocabolari: Vocabolari): ContestoPiano {
  const { categorieCosto, contributoMinCents, contributoMaxCents } = configurazione;
  const categorie = categorieCosto.map(({ codice }) => codice);
  return {
    ...vocabolari,
    ...{ categorieCosto, contributoMinCents, contributoMaxCents },
    partner: [{ organizzazioneId: ENTE, denominazione: 'Ente della domanda' }],
    azioni: [{ ...nuovaAzione(ID, [], ENTE), titolo: 'Azione di esempio' }],
    voci: [nuovaVoce('esempio', ID, [], categorie, [ENTE])],
  };
}
