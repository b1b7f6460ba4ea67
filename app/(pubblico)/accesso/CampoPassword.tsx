'use client';

import { useState, useSyncExternalStore } from 'react';
import { Campo } from '@/components/forms/Campo';
import { attributiCampo } from '@/components/forms/descrizioneCampo';

const nessuno = () => () => undefined;
/** Falso sul server e finché JavaScript non è attivo: il bottone non deve esserci prima di poter funzionare. */
const useAttivo = (): boolean =>
  useSyncExternalStore(
    nessuno,
    () => true,
    () => false,
  );

/** La password, che si può mostrare per controllarla. */
export const CampoPassword = ({ errore }: { errore?: string[] }) => {
  const [inChiaro, mostra] = useState(false);
  const attivo = useAttivo();
  const campo = { nome: 'password', etichetta: 'Password', errore };
  return (
    <Campo {...campo}>
      <div className="pw">
        <input
          {...attributiCampo(campo)}
          className="input"
          type={inChiaro ? 'text' : 'password'}
          autoComplete="current-password"
          spellCheck={false}
        />
        {attivo && (
          <button type="button" aria-pressed={inChiaro} aria-controls="password" onClick={() => mostra(!inChiaro)}>
            Mostra<span className="sr"> la password</span>
          </button>
        )}
      </div>
    </Campo>
  );
};
