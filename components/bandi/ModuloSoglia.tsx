'use client';

import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoNumero, CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { type Azione, useModulo } from './useModulo';

type Props = { action: Azione; bandoId: string; rev: number; valori: Record<string, string>; criteri: string };

/** La soglia totale, lo scarto tra commissari e la regola di parità. */
export const ModuloSoglia = ({ action, bandoId, rev, valori, criteri }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, valori);
  return (
    <form action={invio} className="modulo" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <input type="hidden" name="rev" value={rev} />
      <CampoNumero {...campo('soglia')} etichetta="Punti minimi in tutto" aiuto="0 se non c’è una soglia." />
      <CampoNumero
        {...campo('scarto')}
        etichetta="Scarto tra commissari da segnalare"
        aiuto="In percentuale del massimo di un criterio."
        suffisso={<span>%</span>}
      />
      <CampoTesto
        {...campo('parita')}
        etichetta="A parità di punti viene prima chi ne ha di più in"
        facoltativo
        autoComplete="off"
        aiuto={`Chiavi dei criteri, divise da virgole, nell’ordine. Poi chi ha presentato prima. Chiavi: ${criteri || 'nessuna'}.`}
      />
      <div className="btn-row">
        <BottoneInvio inCorso="Salvataggio in corso">Salva le soglie</BottoneInvio>
      </div>
    </form>
  );
};
