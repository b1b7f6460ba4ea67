import type { DecisioneLetta } from '@/lib/classificazione/queries';
import { type Schema, vociScritte } from '@/lib/classificazione/voci';
import { dataBreve } from '@/lib/format/data';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { schema: Schema; decisioni: readonly DecisioneLetta[] };

/** Le decisioni su un progetto, dall'ultima alla prima, con il motivo e le date. */
export const Decisioni = ({ schema, decisioni }: Props) => (
  <Tabella
    didascalia={`Decisioni: ${schema.titolo}`}
    schede="etichette"
    colonne={[{ etichetta: 'Decisa il' }, { etichetta: 'Classificazione' }, { etichetta: 'Perché' }, { etichetta: 'Fino al' }]}
  >
    {decisioni.map(({ id, voci, motivo, decisaIl, sostituitaIl }) => (
      <Riga key={id}>
        <CellaTitolo>{dataBreve(decisaIl)}</CellaTitolo>
        <Cella etichetta="Classificazione">{vociScritte(schema, voci)}</Cella>
        <Cella etichetta="Perché">{motivo}</Cella>
        <Cella etichetta="Fino al">{sostituitaIl ? dataBreve(sostituitaIl) : 'in vigore'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
