import { ETICHETTA_BANDO, type PassoPubblicato, statoBando } from '@/lib/bandi/stato';
import { Badge } from '../ui/Badge';

type Props = { versione: number | null; passi: PassoPubblicato[]; adesso: Date };

/** A che punto è un bando, adesso. */
export const StatoDelBando = ({ versione, passi, adesso }: Props) => {
  const { testo, famiglia, icona } = ETICHETTA_BANDO[statoBando({ versione, passi }, adesso)];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {testo}
    </Badge>
  );
};
