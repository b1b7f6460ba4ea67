import type { LegameLetto, NodoLetto } from '@/lib/rete/letture';
import { INTENSITA } from '@/lib/rete/schema';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { nodi: readonly NodoLetto[]; legami: readonly LegameLetto[] };

/** I legami di un'ondata, come sono dichiarati: da chi, verso chi, quanto forti, da quando. */
export const TabellaLegami = ({ nodi, legami }: Props) => {
  const nome = new Map(nodi.map((nodo) => [nodo.id, nodo.nome]));
  return (
    <Tabella
      didascalia="Legami dichiarati"
      schede="etichette"
      fitta
      colonne={[{ etichetta: 'Da' }, { etichetta: 'Verso' }, { etichetta: 'Quanto è forte' }, { etichetta: 'Prima del progetto' }]}
    >
      {legami.map(({ id, da, a, intensita, primaDelProgetto }) => (
        <Riga key={id}>
          <CellaTitolo>{nome.get(da)}</CellaTitolo>
          <Cella etichetta="Verso">{nome.get(a)}</Cella>
          <Cella etichetta="Quanto è forte">{`${intensita}. ${INTENSITA[intensita] ?? ''}`}</Cella>
          <Cella etichetta="Prima del progetto">{primaDelProgetto ? 'sì' : 'no'}</Cella>
        </Riga>
      ))}
    </Tabella>
  );
};
