import { dataEOra } from '@/lib/format/data';
import type { VociVerifica } from '@/lib/sovrapposizioni/queries';

/** Le ultime risposte, una per tipo di azione: valgono per il giorno in cui si sono chieste. */
export const RisposteVerifica = ({ ultime }: Pick<VociVerifica, 'ultime'>) =>
  ultime.length > 0 && (
    <ul className="punti">
      {ultime.map(({ categoria, risposta, istante }) => (
        <li key={categoria}>
          {`${categoria}: `}
          <b>{risposta ? 'sì, già seguita altrove nel programma' : 'no'}</b>
          {` (${dataEOra(new Date(istante))})`}
        </li>
      ))}
    </ul>
  );
