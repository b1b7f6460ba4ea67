import type { InputHTMLAttributes, ReactNode } from 'react';
import { Campo } from './Campo';
import { attributiCampo, type PropsCampo } from './descrizioneCampo';

type Attributi = 'type' | 'autoComplete' | 'inputMode' | 'required' | 'readOnly' | 'spellCheck' | 'onChange' | 'onBlur' | 'autoCapitalize';

type Props = PropsCampo &
  Pick<InputHTMLAttributes<HTMLInputElement>, Attributi> & {
    valore?: string;
    larghezza?: 'intera' | 'data' | 'numero' | 'importo';
    /** Ciò che sta subito dopo il controllo: «%», «€», la differenza. */
    suffisso?: ReactNode;
  };

const LARGHEZZE = { intera: '', data: ' input--date', numero: ' input--num', importo: ' input--money' } as const;

/** Un campo di una riga. La larghezza suggerisce quanto scrivere; `valore` è quello di partenza. */
export const CampoTesto = ({ valore, larghezza = 'intera', suffisso, type = 'text', ...resto }: Props) => {
  const { nome, id, etichetta, facoltativo, aiuto, prima, errore, nota, ...attributi } = resto;
  const campo = { nome, id, etichetta, facoltativo, aiuto, prima, errore, nota };
  const controllo = (
    <input {...attributi} {...attributiCampo(campo)} type={type} defaultValue={valore} className={`input${LARGHEZZE[larghezza]}`} />
  );
  return (
    <Campo {...campo}>
      {suffisso ? (
        <div className="affix">
          {controllo}
          {suffisso}
        </div>
      ) : (
        controllo
      )}
    </Campo>
  );
};

type PropsBreve = Omit<Parameters<typeof CampoTesto>[0], 'larghezza' | 'type' | 'inputMode'>;

/** Una data scritta come gg/mm/aaaa: testo, così anche una data impossibile torna indietro con una spiegazione. */
export const CampoData = (props: PropsBreve) => <CampoTesto autoComplete="off" {...props} larghezza="data" />;

/** Un numero intero; con `suffisso="%"` una percentuale. Il testo accetta ciò che si scrive, il server spiega che cosa non va. */
export const CampoNumero = (props: PropsBreve) => <CampoTesto autoComplete="off" {...props} larghezza="numero" inputMode="numeric" />;
