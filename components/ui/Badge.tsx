import type { ReactNode } from 'react';
import { Icona, type NomeIcona } from './Icona';

export type FamigliaBadge = 'bozza' | 'regione' | 'tocca' | 'positivo' | 'negativo' | 'fermo' | 'neutro' | 'finale';

type Props = { famiglia: FamigliaBadge; icona: NomeIcona; children: ReactNode };

/** Lo stato di una pratica: icona, testo e colore insieme. Non si clicca e non si tronca. */
export const Badge = ({ famiglia, icona, children }: Props) => (
  <span className={`badge badge--${famiglia}`}>
    <Icona nome={icona} taglia={16} />
    {children}
  </span>
);
