import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { StatoPubblico } from './StatoPubblico';

type Props = { progetti: { codice: string; titolo: string; capofila: string | null; abitanti: number | null; stato: string }[] };

/** L'elenco dei progetti: è la stessa cosa che dice la mappa, in parole. Ogni riga ha un'ancora con il suo codice. */
export const ElencoProgetti = ({ progetti }: Props) => (
  <Tabella
    didascalia="I progetti, per capofila"
    fitta
    schede="griglia"
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Capofila' },
      { etichetta: 'Abitanti', numerica: true, classe: 'w-32 pr-8' },
      { etichetta: 'Stato', classe: 'w-56' },
    ]}
  >
    {progetti.map(({ codice, titolo, capofila, abitanti, stato }) => (
      <Riga key={codice} id={codice}>
        <CellaTitolo>
          <span className="mono muted">{codice}</span> <a href={routes.progettoApprovato(codice)}>{titolo}</a>
        </CellaTitolo>
        <Cella>{capofila ?? <i>da indicare</i>}</Cella>
        <Cella numerica classe="sm:pr-8">
          {abitanti === null ? (
            <i>non rilevati</i>
          ) : (
            <span>
              {numero(abitanti)}
              <span className="sm:hidden">&nbsp;abitanti</span>
            </span>
          )}
        </Cella>
        <Cella>
          <StatoPubblico stato={stato} />
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
