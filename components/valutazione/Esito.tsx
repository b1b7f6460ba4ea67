import { Badge } from '@/components/ui/Badge';
import type { EsitoGraduatoria } from '@/lib/valutazione/graduatoria';
import { ETICHETTA_ESITO } from '@/lib/valutazione/labels';

/** Come finisce una domanda in graduatoria. */
export const Esito = ({ esito }: { esito: EsitoGraduatoria }) => {
  const { testo, famiglia, icona } = ETICHETTA_ESITO[esito];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {testo}
    </Badge>
  );
};
