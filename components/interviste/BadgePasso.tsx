import { NOME_PASSO } from '@/lib/interviste/labels';
import type { Passo } from '@/lib/interviste/schema';
import { Badge, type FamigliaBadge } from '../ui/Badge';
import type { NomeIcona } from '../ui/Icona';

const ASPETTO: Record<Passo, [FamigliaBadge, NomeIcona]> = {
  DA_CONTROLLARE: ['tocca', 'attenzione'],
  DA_CODIFICARE: ['bozza', 'matita'],
  DA_RICONCILIARE: ['tocca', 'fumetto'],
  DA_RILASCIARE: ['neutro', 'scudo'],
  RILASCIATO: ['positivo', 'spunta-cerchio'],
};

/** A che punto è un estratto. */
export const BadgePasso = ({ passo }: { passo: Passo }) => {
  const [famiglia, icona] = ASPETTO[passo];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {NOME_PASSO[passo]}
    </Badge>
  );
};

/** Ciò che è stato inventato per la dimostrazione lo dice. */
export const BadgeDimostrativo = () => (
  <Badge famiglia="fermo" icona="info">
    dimostrativo
  </Badge>
);
