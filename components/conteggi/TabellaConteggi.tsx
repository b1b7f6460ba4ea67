import type { ReactNode } from 'react';
import type { Conteggio } from '@/lib/conteggi/queries';
import { GENERI } from '@/lib/conteggi/schema';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const contate = (n: number | null): string => (n === null ? 'non contate' : numero(n));

/** I conteggi, dal più recente; `togli` disegna il comando su quelli del proprio ente. */
export const TabellaConteggi = ({ conteggi, togli }: { conteggi: Conteggio[]; togli: (conteggio: Conteggio) => ReactNode }) => (
  <Tabella
    didascalia="Presenze registrate"
    schede="etichette"
    colonne={[
      { etichetta: 'Giorno' },
      { etichetta: 'Azione' },
      { etichetta: 'Attività' },
      { etichetta: 'Ente' },
      { etichetta: 'Presenze', numerica: true },
      { etichetta: 'Donne', numerica: true },
      { etichetta: 'Minori', numerica: true },
      { etichetta: <span className="sr">Togli</span> },
    ]}
  >
    {conteggi.map((c) => (
      <Riga key={c.id}>
        <CellaTitolo>{dataBreve(c.giorno)}</CellaTitolo>
        <Cella etichetta="Azione">{c.azione}</Cella>
        <Cella etichetta="Attività">
          {GENERI[c.genere]}
          {c.nota && <span className="sub">{c.nota}</span>}
        </Cella>
        <Cella etichetta="Ente">{c.ente}</Cella>
        <Cella etichetta="Presenze" numerica>
          {contate(c.presenze)}
        </Cella>
        <Cella etichetta="Donne" numerica>
          {contate(c.donne)}
        </Cella>
        <Cella etichetta="Minori" numerica>
          {contate(c.minori)}
        </Cella>
        <Cella>{c.mio && togli(c)}</Cella>
      </Riga>
    ))}
  </Tabella>
);
