import type { FormatoRete } from '@/lib/rete/schema';
import { routes } from '@/lib/routes';
import { Bottone } from '../ui/Bottone';

/** Il disegno è di un progetto solo. */
const DISEGNI: readonly FormatoRete[] = ['svg', 'png'];
const FORMATI: [FormatoRete, string][] = [
  ['graphml', 'GraphML'],
  ['nodi', 'Nodi CSV'],
  ['archi', 'Archi CSV'],
  ['xlsx', 'XLSX'],
  ['svg', 'Disegno SVG'],
  ['png', 'Disegno PNG'],
];

type Props = { ondataId: string; progettoId?: string };

/** I comandi che scaricano la rete di un'ondata: di un progetto, o di tutti. Il disegno è di un progetto solo. */
export const ScaricaRete = ({ ondataId, progettoId }: Props) => (
  <form action={routes.scaricaRete()} method="post" className="mt-3 flex flex-wrap items-center gap-2">
    <input type="hidden" name="ondataId" value={ondataId} />
    {progettoId && <input type="hidden" name="progettoId" value={progettoId} />}
    <span className="text-small text-muted">Scarica</span>
    {FORMATI.filter(([formato]) => progettoId || !DISEGNI.includes(formato)).map(([formato, etichetta]) => (
      <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
        {etichetta}
      </Bottone>
    ))}
  </form>
);
