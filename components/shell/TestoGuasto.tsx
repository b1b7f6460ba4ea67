'use client';

import { Bottone, LinkBottone } from '../ui/Bottone';
import { FraseGuasto } from './FraseGuasto';

/** Che cosa dire di un errore imprevisto: niente dettagli tecnici, un codice per l'assistenza, la possibilità di riprovare. */
export const TestoGuasto = ({ codice }: { codice?: string }) => (
  <>
    <FraseGuasto />
    {codice && (
      <p>
        Se succede ancora, scrivi all’assistenza e indica il codice <span className="mono">{codice}</span>.
      </p>
    )}
    <p className="btn-row pt-2">
      <Bottone variante="primario" onClick={() => window.location.reload()}>
        Riprova
      </Bottone>
      <LinkBottone href="/">Vai alla pagina iniziale</LinkBottone>
    </p>
  </>
);
