import { PAGINE_RICERCA } from '@/lib/navigazione';
import { Schede } from '../ui/Schede';

/** Le pagine della voce «Ricerca», per chi nella navigazione ha una voce sola. */
export const SchedeRicerca = ({ aperta }: { aperta: string }) => (
  <Schede
    etichetta="Pagine di ricerca"
    voci={PAGINE_RICERCA.map(({ href, etichetta }) => ({ href, etichetta, attiva: href === aperta }))}
  />
);
