import { NOME_PASSO, type PassoPubblicato, passoAperto } from '@/lib/bandi/stato';
import { dataEOra } from '@/lib/format/data';

type Props = { passi: PassoPubblicato[]; adesso: Date };

/** I termini di ogni passo, con quello aperto adesso in evidenza. */
export const ElencoPassi = ({ passi, adesso }: Props) =>
  passi.length === 0 ? (
    <span className="muted">Nessun termine pubblicato</span>
  ) : (
    <ul className="passi">
      {passi.map((p) => (
        <li key={p.fase}>
          {passoAperto(p, adesso) ? <b>{NOME_PASSO[p.fase]}</b> : NOME_PASSO[p.fase]}{' '}
          <span className="small second">{quando(p, adesso)}</span>
        </li>
      ))}
    </ul>
  );

function quando({ apre, chiude }: PassoPubblicato, adesso: Date): string {
  const [da, a] = [new Date(apre), chiude ? new Date(chiude) : null];
  if (da > adesso) return `dal ${dataEOra(da)}${a ? ` al ${dataEOra(a)}` : ''}`;
  if (!a) return 'aperto, senza termine';
  return a < adesso ? `chiuso il ${dataEOra(a)}` : `fino al ${dataEOra(a)}`;
}
