'use client';

import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { type Azione, useModulo } from './useModulo';

type Props = {
  action: Azione;
  bandoId: string;
  rev: number;
  valori: Record<string, string>;
  ambiti: { numero: number; nome: string }[];
};

/** Quanto spetta a ciascun ambito, in un bando non competitivo. */
export const ModuloImporti = ({ action, bandoId, rev, valori, ambiti }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, valori);
  return (
    <form action={invio} className="modulo" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <input type="hidden" name="rev" value={rev} />
      <div className="three">
        {ambiti.map(({ numero, nome }) => (
          <CampoTesto
            key={numero}
            {...campo(`ambito_${numero}`)}
            etichetta={`${numero}. ${nome}`}
            larghezza="importo"
            inputMode="decimal"
            autoComplete="off"
            suffisso={<span>€</span>}
          />
        ))}
      </div>
      <div className="btn-row">
        <BottoneInvio inCorso="Salvataggio in corso">Salva gli importi</BottoneInvio>
      </div>
    </form>
  );
};
