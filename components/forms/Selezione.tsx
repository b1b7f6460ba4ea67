import type { SelectHTMLAttributes } from 'react';
import { Campo } from './Campo';
import { attributiCampo, type PropsCampo } from './descrizioneCampo';

export type Opzione = { valore: string; etichetta: string };

type Props = PropsCampo &
  Pick<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'onChange'> & {
    valore?: string;
    opzioni?: Opzione[];
    gruppi?: { etichetta: string; opzioni: Opzione[] }[];
    /** La prima voce, vuota: «Scegli una causa». */
    vuota?: string;
  };

const Voci = ({ opzioni }: { opzioni: Opzione[] }) =>
  opzioni.map(({ valore, etichetta }) => (
    <option key={valore} value={valore}>
      {etichetta}
    </option>
  ));

/** Una scelta da un elenco chiuso, anche diviso in gruppi. */
export const Selezione = ({ valore, opzioni = [], gruppi = [], vuota, ...resto }: Props) => {
  const { nome, id, etichetta, facoltativo, aiuto, prima, errore, nota, ...attributi } = resto;
  const campo = { nome, id, etichetta, facoltativo, aiuto, prima, errore, nota };
  return (
    <Campo {...campo}>
      <select {...attributi} {...attributiCampo(campo)} defaultValue={valore ?? ''} className="input input--select">
        {vuota !== undefined && <option value="">{vuota}</option>}
        <Voci opzioni={opzioni} />
        {gruppi.map((gruppo) => (
          <optgroup key={gruppo.etichetta} label={gruppo.etichetta}>
            <Voci opzioni={gruppo.opzioni} />
          </optgroup>
        ))}
      </select>
    </Campo>
  );
};
