import type { Lettura, Scopo } from '@/lib/controlli/queriesEnte';
import { numero } from '@/lib/format/euro';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { quando } from './SchedaAccesso';

const SCOPI: Record<Scopo, string> = {
  SCHEDA: 'scheda di una persona',
  ELENCO: 'elenco delle persone',
  RICERCA: 'ricerca',
  ESPORTAZIONE: 'esportazione',
  CONTROLLO: 'controllo sul posto della Regione',
  INTERESSATO: 'richiesta di un interessato',
  ROTAZIONE: 'cambio delle chiavi',
};

/** Chi ha letto dei nomi, quando, perché e quanti. */
export const TabellaLetture = ({ letture }: { letture: Lettura[] }) => (
  <Tabella
    didascalia="Letture dei nomi"
    schede="etichette"
    colonne={[{ etichetta: 'Quando' }, { etichetta: 'Chi' }, { etichetta: 'Perché' }, { etichetta: 'Persone', numerica: true }]}
  >
    {letture.map(({ id, istante, chi, scopo, quante }) => (
      <Riga key={id}>
        <CellaTitolo>{quando(istante)}</CellaTitolo>
        <Cella etichetta="Chi">{chi ?? 'Il portale'}</Cella>
        <Cella etichetta="Perché">{SCOPI[scopo]}</Cella>
        <Cella etichetta="Persone" numerica>
          {numero(quante)}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
