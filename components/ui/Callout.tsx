import type { ReactNode } from 'react';
import { Icona, type NomeIcona } from './Icona';

export type TipoCallout = 'info' | 'attenzione' | 'errore' | 'successo';

const ICONE: Record<TipoCallout, NomeIcona> = { info: 'info', attenzione: 'attenzione', errore: 'attenzione', successo: 'spunta-cerchio' };
const CLASSI: Record<TipoCallout, string> = { info: '', attenzione: ' callout--warn', errore: ' callout--err', successo: ' callout--ok' };

type Props = { tipo?: TipoCallout; titolo?: ReactNode; icona?: NomeIcona; annuncia?: boolean; children?: ReactNode };

/** Un avviso nel flusso della pagina. `annuncia` lo fa leggere appena compare: solo per l'esito di un atto appena compiuto. */
export const Callout = ({ tipo = 'info', titolo, icona, annuncia = false, children }: Props) => (
  <div className={`callout${CLASSI[tipo]}`} role={annuncia ? (tipo === 'errore' ? 'alert' : 'status') : undefined}>
    <Icona nome={icona ?? ICONE[tipo]} />
    <div>
      {titolo && <b>{titolo} </b>}
      {children}
    </div>
  </div>
);
