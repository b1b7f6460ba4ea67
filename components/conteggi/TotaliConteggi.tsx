import type { AzioneContata } from '@/lib/conteggi/queries';
import { numero } from '@/lib/format/euro';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Le presenze di ogni azione in cui se ne sono contate. */
export const TotaliConteggi = ({ azioni }: { azioni: AzioneContata[] }) => (
  <Tabella
    didascalia="Presenze per azione"
    schede="etichette"
    colonne={[{ etichetta: 'Azione' }, { etichetta: 'Giorni', numerica: true }, { etichetta: 'Presenze', numerica: true }]}
  >
    {azioni
      .filter(({ presenze }) => presenze > 0)
      .map(({ id, codice, titolo, giorni, presenze }) => (
        <Riga key={id}>
          <CellaTitolo>{`${codice}, ${titolo}`}</CellaTitolo>
          <Cella etichetta="Giorni" numerica>
            {numero(giorni)}
          </Cella>
          <Cella etichetta="Presenze" numerica>
            {numero(presenze)}
          </Cella>
        </Riga>
      ))}
  </Tabella>
);
