'use client';

import { PaginaSola } from './PaginaSola';
import { TestoGuasto } from './TestoGuasto';

/** Un errore che non ci aspettavamo, quando nemmeno la cornice della pagina c'è. */
export const Guasto = ({ codice }: { codice?: string }) => (
  <PaginaSola titolo="Qualcosa non ha funzionato">
    <TestoGuasto codice={codice} />
  </PaginaSola>
);
