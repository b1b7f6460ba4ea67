import type { ReactNode } from 'react';

type Props = { fatti: { termine: string; valore: ReactNode; codice?: boolean }[] };

/** La striscia dei fatti sotto il titolo: territorio, destinatari, CUP, atto. `codice` usa il carattere a larghezza fissa. */
export const FattiChiave = ({ fatti }: Props) => (
  <dl className="facts">
    {fatti.map(({ termine, valore, codice }) => (
      <div key={termine}>
        <dt>{termine}</dt>
        <dd className={codice ? 'mono' : undefined}>{valore}</dd>
      </div>
    ))}
  </dl>
);
