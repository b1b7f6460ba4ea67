// biome-ignore-all lint/a11y/noRedundantRoles: sul telefono il CSS toglie display:table e con lui i ruoli impliciti
import type { ReactNode } from 'react';

type PropsRiga = { scelta?: boolean; id?: string; children: ReactNode };

/** Una riga di `Tabella`. I ruoli sono scritti perché nelle schede del telefono il CSS toglie quelli impliciti. */
export const Riga = ({ scelta, id, children }: PropsRiga) => (
  <tr role="row" id={id} className={scelta ? 'sel' : undefined}>
    {children}
  </tr>
);

type PropsCella = {
  /** Il nome della colonna, mostrato a sinistra del valore nelle schede. */
  etichetta?: string;
  numerica?: boolean;
  classe?: string;
  children?: ReactNode;
};

/** La prima cella, che dà il nome alla riga: di solito contiene il collegamento. */
export const CellaTitolo = ({ classe, children }: Omit<PropsCella, 'etichetta' | 'numerica'>) => (
  <th role="rowheader" scope="row" className={classe}>
    {children}
  </th>
);

/** Una cella di dati; `numerica` allinea a destra e non va a capo. */
export const Cella = ({ etichetta, numerica, classe = '', children }: PropsCella) => (
  <td role="cell" className={`${numerica ? 'num ' : ''}${classe}`.trim() || undefined} data-l={etichetta}>
    {children}
  </td>
);
