import type { ReactNode } from 'react';
import { Icona } from './Icona';

/** Un elenco di parti che si aprono al loro posto. */
export const Fisarmonica = ({ children }: { children: ReactNode }) => <ol className="acc">{children}</ol>;

type Props = {
  id: string;
  numero: ReactNode;
  titolo: string;
  sotto?: ReactNode;
  stato?: ReactNode;
  aperta?: boolean;
  children: ReactNode;
};

/** Una parte: numero, titolo, una riga di contesto e lo stato; il contenuto si apre sotto anche senza JavaScript. */
export const VoceFisarmonica = ({ id, numero, titolo, sotto, stato, aperta, children }: Props) => (
  <li>
    <details id={id} open={aperta}>
      <summary className="acc__row">
        <span className="acc__n">{numero}</span>
        <span>
          <span className="acc__t">{titolo}</span>
          {sotto && <span className="acc__s">{sotto}</span>}
        </span>
        <span className="acc__b">{stato}</span>
        <Icona nome="giu" />
      </summary>
      <div className="acc__open">{children}</div>
    </details>
  </li>
);
