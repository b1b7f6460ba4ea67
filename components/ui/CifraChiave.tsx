import type { ReactNode } from 'react';

/** Una riga di cifre chiave (al massimo cinque). */
export const CifreChiave = ({ children }: { children: ReactNode }) => <dl className="tiles">{children}</dl>;

type Props = { etichetta: string; valore: ReactNode; confronto?: ReactNode; critico?: boolean };

/** Una cifra con il suo termine di paragone: «22 / su 22 approvati». `critico` colora il confronto, che resta scritto in parole. */
export const CifraChiave = ({ etichetta, valore, confronto, critico }: Props) => (
  <div>
    <dt>{etichetta}</dt>
    <dd>{valore}</dd>
    {confronto && <dd className={critico ? 'sub late' : 'sub'}>{confronto}</dd>}
  </div>
);
