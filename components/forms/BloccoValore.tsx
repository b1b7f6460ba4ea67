import type { ReactNode } from 'react';
import { Icona } from '../ui/Icona';

type Props = { etichetta: string; valore: ReactNode; prima?: ReactNode; aiuto?: ReactNode; codice?: boolean };

/** Un valore che qui non si cambia: testo con il lucchetto, e in `aiuto` come o da chi si può cambiare. */
export const BloccoValore = ({ etichetta, valore, prima, aiuto, codice }: Props) => (
  <div className="field">
    <p className="legend">{etichetta}</p>
    {prima && <p className="was">Prima: {prima}</p>}
    <p className={codice ? 'locked mono' : 'locked'}>
      <Icona nome="lucchetto" taglia={16} />
      <span>
        {valore}
        <span className="sr"> (non modificabile)</span>
      </span>
    </p>
    {aiuto && <p className="hint">{aiuto}</p>}
  </div>
);
