import { type Schema, vociScritte } from '@/lib/classificazione/voci';
import { dataBreve } from '@/lib/format/data';
import type { DecisioneLetta } from '@/lib/interviste/queries';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { schema: Pick<Schema, 'voci'>; decisioni: readonly DecisioneLetta[] };

/** I codici decisi, dall'ultima volta alla prima, con il motivo. */
export const StoriaCodici = ({ schema, decisioni }: Props) => (
  <Tabella
    didascalia="Codici decisi"
    schede="etichette"
    colonne={[{ etichetta: 'Decisi il' }, { etichetta: 'Codici' }, { etichetta: 'Perché' }, { etichetta: 'Fino al' }]}
  >
    {decisioni.map(({ id, codici, motivo, decisaIl, sostituitaIl }) => (
      <Riga key={id}>
        <CellaTitolo>{dataBreve(decisaIl)}</CellaTitolo>
        <Cella etichetta="Codici">{vociScritte(schema, codici)}</Cella>
        <Cella etichetta="Perché">{motivo}</Cella>
        <Cella etichetta="Fino al">{sostituitaIl ? dataBreve(sostituitaIl) : 'in vigore'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
