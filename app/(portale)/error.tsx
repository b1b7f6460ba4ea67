'use client';

import { TestoGuasto } from '@/components/shell/TestoGuasto';
import { TitoloPagina } from '@/components/ui/TitoloPagina';

/** Un errore in una pagina di lavoro: la cornice resta, così si può andare altrove. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="wrap">
      <TitoloPagina titolo="Qualcosa non ha funzionato" />
      <div className="prose pt-4">
        <TestoGuasto codice={error.digest} />
      </div>
    </div>
  );
}
