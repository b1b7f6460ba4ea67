import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { StatoProgetto } from '@/lib/progetti/schema';
import { Badge } from '../ui/Badge';

/** Lo stato come lo dice il dominio; una parola che il portale non conosce si mostra com'è. */
export const StatoPubblico = ({ stato }: { stato: string }) => {
  const letto = StatoProgetto.safeParse(stato);
  if (!letto.success) return stato;
  const { testo, famiglia, icona } = ETICHETTA_PROGETTO[letto.data];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {testo}
    </Badge>
  );
};
