import type { ReactNode } from 'react';

type Props = {
  id: string;
  /** Dice il contenuto, non il tipo di grafico. */
  titolo: string;
  /** Unità di misura, data, fonte. */
  nota: ReactNode;
  /** La stessa figura come tabella: obbligatoria. */
  tabella: ReactNode;
  /** Avvertenze per chi legge. */
  avvertenza?: ReactNode;
  azione?: ReactNode;
  children: ReactNode;
};

/** La cornice di ogni grafico: titolo, unità e fonte, disegno, tabella. */
export const Figura = ({ id, titolo, nota, tabella, avvertenza, azione, children }: Props) => (
  <section className="sec" aria-labelledby={id}>
    <div className="sec__head">
      <div>
        <h2 id={id}>{titolo}</h2>
        <p>{nota}</p>
      </div>
      {azione}
    </div>
    {children}
    {avvertenza && <p className="hint mt-2">{avvertenza}</p>}
    <details className="figtab">
      <summary>
        Mostra come tabella<span className="sr">: {titolo}</span>
      </summary>
      {tabella}
    </details>
  </section>
);
