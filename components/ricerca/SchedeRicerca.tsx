import { PAGINE_RICERCA, STUDI } from '@/lib/navigazione';
import { Schede } from '../ui/Schede';

type Props = {
  aperta: string;
  /** Solo le pagine che chi fa ricerca non ha gia nella navigazione. */
  breve?: boolean;
};

/** Le pagine della voce «Ricerca», per chi nella navigazione ha una voce sola. */
export const SchedeRicerca = ({ aperta, breve = false }: Props) => (
  <Schede
    etichetta="Pagine di ricerca"
    voci={(breve ? STUDI : PAGINE_RICERCA).map(({ href, etichetta }) => ({ href, etichetta, attiva: href === aperta }))}
  />
);
