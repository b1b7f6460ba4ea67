import type { ReactNode } from 'react';
import { type ChiaveStatoAzione, GlifoStato } from '../ui/StatoAzione';
import { RigheCampo } from './Campo';
import { attributiCampo, primoErrore } from './descrizioneCampo';

type Props = {
  nome: string;
  id?: string;
  legenda: string;
  valore?: ChiaveStatoAzione | null;
  opzioni: { valore: ChiaveStatoAzione; etichetta: string }[];
  aiuto?: ReactNode;
  prima?: ReactNode;
  errore?: string | string[];
  nota?: ReactNode;
};

const tono = (stato: ChiaveStatoAzione): string | undefined => {
  if (stato === 'SOSPESA') return 'stop';
  return stato === 'NON_AVVIATA' || stato === 'ANNULLATA' ? 'off' : undefined;
};

/** La scelta dello stato di un'azione: una griglia di bottoni radio con il glifo di ogni stato. */
export const SceltaStato = ({ nome, id = nome, legenda, valore, opzioni, aiuto, prima, errore, nota }: Props) => {
  const { 'aria-describedby': descritto, 'aria-invalid': sbagliato } = attributiCampo({
    nome,
    id,
    etichetta: legenda,
    aiuto,
    prima,
    errore,
    nota,
  });
  return (
    <fieldset className={primoErrore(errore) ? 'field field--err' : 'field'} aria-describedby={descritto}>
      <legend>{legenda}</legend>
      <RigheCampo id={id} aiuto={aiuto} prima={prima} errore={errore} />
      <div className="radios">
        {opzioni.map(({ valore: stato, etichetta }, indice) => (
          <label key={stato} className={tono(stato)}>
            <input
              type="radio"
              id={indice === 0 ? id : undefined}
              name={nome}
              value={stato}
              defaultChecked={stato === valore}
              aria-invalid={sbagliato}
            />
            {etichetta}
            <GlifoStato stato={stato} />
          </label>
        ))}
      </div>
      {nota && (
        <p className="field__note" id={`${id}-nota`}>
          {nota}
        </p>
      )}
    </fieldset>
  );
};
