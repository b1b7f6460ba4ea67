import { LIMITI_AVVISO } from '@/lib/avvisi/voci';
import { CampoNumero, CampoTesto } from '../forms/CampoTesto';

const NUMERI = Array.from({ length: LIMITI_AVVISO.criteri }, (_, indice) => indice + 1);

/** I criteri con cui si sceglieranno i partner: un numero fisso di righe, così si aggiungono anche senza JavaScript. */
export const RigheCriteri = ({ valori, errori }: { valori: Record<string, string>; errori: Record<string, string[]> }) => (
  <fieldset className="field">
    <legend>Criteri e punti</legend>
    <p className="hint">Chi si candida li legge prima. Le righe vuote non contano.</p>
    {NUMERI.map((n) => (
      <div key={n} className="grid grid-cols-[minmax(0,1fr)_112px] gap-4">
        <CampoTesto
          nome={`criterio${n}`}
          etichetta={`Criterio ${n}`}
          autoComplete="off"
          valore={valori[`criterio${n}`]}
          errore={errori[`criterio${n}`]}
        />
        <CampoNumero nome={`punti${n}`} etichetta={`Punti ${n}`} valore={valori[`punti${n}`]} errore={errori[`punti${n}`]} />
      </div>
    ))}
  </fieldset>
);
