// biome-ignore-all lint/a11y/noRedundantRoles: sul telefono il CSS toglie display:table e con lui i ruoli impliciti
import type { ReactNode } from 'react';
import { Icona } from './Icona';

export type Colonna = {
  etichetta: ReactNode;
  numerica?: boolean;
  classe?: string;
  /** `href` porta alla stessa pagina ordinata per questa colonna; `verso` è l'ordine attuale, se è questa a ordinare. */
  ordine?: { href: string; verso: 'ascending' | 'descending' | null };
};

type Props = {
  didascalia: string;
  colonne: Colonna[];
  fitta?: boolean;
  schede?: 'etichette' | 'griglia' | 'numeri';
  didascaliaVisibile?: boolean;
  /** L'intestazione resta in vista scorrendo: da usare solo dove la tabella non scorre di lato. */
  fissa?: boolean;
  classe?: string;
  piede?: ReactNode;
  children: ReactNode;
};

const Intestazione = ({ etichetta, numerica, classe = '', ordine }: Colonna) => (
  <th
    role="columnheader"
    scope="col"
    className={`${numerica ? 'num ' : ''}${classe}`.trim() || undefined}
    aria-sort={ordine?.verso ?? undefined}
  >
    {ordine ? (
      <a className="sort" href={ordine.href}>
        {etichetta}
        {ordine.verso && <Icona nome={ordine.verso === 'ascending' ? 'su' : 'giu'} taglia={16} />}
      </a>
    ) : (
      etichetta
    )}
  </th>
);

const PER_SCHEDE = { etichette: '', griglia: 'tbl--grid', numeri: 'tbl--nums' };

/**
 * Tabella di dati. `fitta`: righe di 38 px. `schede`: come si legge sotto i 640 px, con le etichette a sinistra di ogni valore, in una
 * griglia compatta senza etichette, o con i numeri in fila, ciascuno sotto la sua etichetta; senza `schede` scorre dentro il suo riquadro. I figli sono le righe (`Riga`).
 */
export const Tabella = (props: Props) => {
  const { didascalia, colonne, fitta, schede, didascaliaVisibile, fissa, classe = '', piede, children } = props;
  const classi = ['tbl', fitta && 'tbl--dense', schede && 'tbl--cards', schede && PER_SCHEDE[schede], classe].filter(Boolean).join(' ');
  const tabella = (
    <table className={classi} role="table">
      <caption className={didascaliaVisibile ? undefined : 'sr'}>{didascalia}</caption>
      <thead className={fissa ? 'stick' : undefined} role="rowgroup">
        <tr role="row">
          {colonne.map((colonna, indice) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: le colonne non cambiano posto
            <Intestazione key={indice} {...colonna} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
      {piede && <tfoot role="rowgroup">{piede}</tfoot>}
    </table>
  );
  if (schede) return tabella;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: una zona che scorre deve potersi scorrere da tastiera
    <section className="tblwrap" aria-label={didascalia} tabIndex={0}>
      {tabella}
    </section>
  );
};
