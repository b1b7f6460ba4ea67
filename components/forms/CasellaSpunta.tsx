import type { ReactNode } from 'react';
import { Icona } from '../ui/Icona';
import { primoErrore } from './descrizioneCampo';

type Props = {
  nome: string;
  id?: string;
  /** Ciò che il modulo invia quando è spuntata. */
  valore?: string;
  etichetta: ReactNode;
  spuntata?: boolean;
  aiuto?: ReactNode;
  errore?: string | string[];
};

/** Un sì o no. L'etichetta intera si può premere. */
export const CasellaSpunta = ({ nome, id = nome, valore = 'si', etichetta, spuntata, aiuto, errore }: Props) => {
  const messaggio = primoErrore(errore);
  const descritta = [aiuto && `${id}-aiuto`, messaggio && `${id}-errore`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={messaggio ? 'field field--err' : 'field'}>
      {messaggio && (
        <p className="err" id={`${id}-errore`}>
          <Icona nome="attenzione" taglia={16} />
          {messaggio}
        </p>
      )}
      <label className="checkline" htmlFor={id}>
        <input
          type="checkbox"
          className="check"
          id={id}
          name={nome}
          value={valore}
          defaultChecked={spuntata}
          aria-describedby={descritta}
          aria-invalid={messaggio ? true : undefined}
        />
        <span>{etichetta}</span>
      </label>
      {aiuto && (
        <p className="hint" id={`${id}-aiuto`}>
          {aiuto}
        </p>
      )}
    </div>
  );
};
