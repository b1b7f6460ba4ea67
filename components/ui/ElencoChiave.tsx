import type { ReactNode } from 'react';

/** Coppie nome e valore su una riga, per la colonna di destra. */
export const ElencoChiave = ({ voci }: { voci: { termine: ReactNode; valore: ReactNode }[] }) => (
  <dl className="kv">
    {voci.map(({ termine, valore }, indice) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: elenco fisso
      <div key={indice}>
        <dt>{termine}</dt>
        <dd>{valore}</dd>
      </div>
    ))}
  </dl>
);
