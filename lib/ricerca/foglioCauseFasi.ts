import { nomeIntervista } from '@/lib/interviste/labels';
import { causeFasi, intervisteDi, type Sostegno } from './causeFasi';
import { codice, type Foglio, lista } from './foglio';
import type { DatiAttuazione } from './righe';

/** Cause × categoria × fase come si scaricano: una riga per combinazione che ha almeno un'azione, un progetto o un'intervista. */
export const foglioCauseFasi = (dati: DatiAttuazione, sostegni: readonly Sostegno[]): Foglio => ({
  tabella: 'cause_fasi',
  colonne: [
    ['causa', 'codice della causa di ritardo o del fattore positivo'],
    ['gruppo', 'gruppo della causa'],
    ['etichetta', 'nome della causa'],
    ['categoria', 'categoria data dal valutatore all’azione; progetto_intero, o rapporto se la cita il rapporto pubblicato'],
    ['fase', 'preparazione, attuazione o rendicontazione; non_nota se non si sa'],
    ['azioni', 'azioni che indicano la causa, secondo l’ultima relazione approvata'],
    ['progetti', 'progetti di quelle azioni, o che la indicano per il progetto intero, separati da |'],
    ['interviste', 'interviste che la raccontano, separate da |'],
    ['estratti', 'estratti con quel codice deciso'],
  ],
  righe: causeFasi(dati, sostegni).flatMap(({ celle, gruppo, etichetta }) =>
    celle.map((c) => [
      c.causa,
      gruppo,
      etichetta,
      c.categoria.codice,
      codice(c.fase),
      c.azioni,
      lista(c.progetti),
      lista(intervisteDi(c.sostegni).map(({ numero }) => nomeIntervista(numero))),
      c.sostegni.filter(({ estratto }) => estratto !== null).length,
    ]),
  ),
});
