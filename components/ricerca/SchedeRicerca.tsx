import { PAGINE_RICERCA, type Voce } from '@/lib/navigazione';
import { Schede } from '../ui/Schede';

type Props = {
  aperta: string;
  /** Per chi fa ricerca, che ha già le altre nella navigazione: solo quelle che stanno sotto la stessa voce. */
  sole?: readonly Voce[];
};

/** Le pagine di ricerca che nella navigazione stanno sotto la voce aperta. */
export const SchedeRicerca = ({ aperta, sole = PAGINE_RICERCA }: Props) => (
  <Schede etichetta="Pagine di ricerca" voci={sole.map(({ href, etichetta }) => ({ href, etichetta, attiva: href === aperta }))} />
);
