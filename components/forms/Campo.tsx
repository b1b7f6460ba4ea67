import type { ReactNode } from 'react';
import { Icona } from '../ui/Icona';
import { type PropsCampo, primoErrore } from './descrizioneCampo';

type Props = PropsCampo & { children: ReactNode };

/** Aiuto, valore precedente ed errore, nello stesso ordine per ogni tipo di campo. */
export const RigheCampo = ({ id, aiuto, prima, errore }: Pick<PropsCampo, 'id' | 'aiuto' | 'prima' | 'errore'>) => {
  const messaggio = primoErrore(errore);
  return (
    <>
      {aiuto && (
        <p className="hint" id={`${id}-aiuto`}>
          {aiuto}
        </p>
      )}
      {prima && (
        <p className="was" id={`${id}-prima`}>
          Prima: {prima}
        </p>
      )}
      {messaggio && (
        <p className="err" id={`${id}-errore`}>
          <Icona nome="attenzione" taglia={16} />
          <span>
            <span className="sr">Errore: </span>
            {messaggio}
          </span>
        </p>
      )}
    </>
  );
};

/** La cornice di un campo con un solo controllo: l'etichetta è sempre visibile. Il controllo prende gli attributi da `attributiCampo`. */
export const Campo = ({ nome, id = nome, etichetta, facoltativo, aiuto, prima, errore, nota, children }: Props) => (
  <div className={primoErrore(errore) ? 'field field--err' : 'field'}>
    <label htmlFor={id}>
      {etichetta}
      {facoltativo && <span className="field__opt"> (facoltativo)</span>}
    </label>
    <RigheCampo id={id} aiuto={aiuto} prima={prima} errore={errore} />
    {children}
    {nota && (
      <p className="field__note" id={`${id}-nota`}>
        {nota}
      </p>
    )}
  </div>
);
