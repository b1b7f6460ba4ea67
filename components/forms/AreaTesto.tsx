import type { TextareaHTMLAttributes } from 'react';
import { AvvisoDati } from './AvvisoDati';
import { Campo } from './Campo';
import { ContatoreCaratteri } from './ContatoreCaratteri';
import { attributiCampo, type PropsCampo } from './descrizioneCampo';

type Props = PropsCampo &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'required' | 'onChange' | 'onBlur'> & {
    valore?: string;
    /** Massimo di caratteri: si conta, non si taglia, perché un testo incollato non si perda in silenzio. */
    massimo?: number;
  };

/** Un testo di più righe, con il conto dei caratteri e l’avviso se sembra contenere dati di una persona. */
export const AreaTesto = ({ valore, massimo, rows = 4, ...resto }: Props) => {
  const { nome, id = nome, etichetta, facoltativo, aiuto, prima, errore, nota, ...attributi } = resto;
  const campo = { nome, id, etichetta, facoltativo, aiuto, prima, errore, nota };
  const idConto = `${id}-conto`;
  return (
    <Campo {...campo}>
      <textarea {...attributi} {...attributiCampo(campo, massimo ? [idConto] : [])} rows={rows} defaultValue={valore} className="input" />
      {massimo && <ContatoreCaratteri idCampo={id} id={idConto} massimo={massimo} />}
      <AvvisoDati idCampo={id} />
    </Campo>
  );
};
