import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { ProgrammaPubblicato } from '@/lib/indicatori/pubblicaProgramma';
import { routes } from '@/lib/routes';
import { Quanti } from './TabellaIndicatori';

/** Quanti partecipanti ha ogni progetto; il nome porta ai suoi indicatori. */
export const ProgettiIndicatori = ({ progetti }: Pick<ProgrammaPubblicato, 'progetti'>) => (
  <Tabella
    didascalia="Partecipanti per progetto"
    schede="etichette"
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Con tutti i dati', numerica: true },
      { etichetta: 'Con gli incompleti', numerica: true },
    ]}
  >
    {progetti.map(({ id, codice, titolo, completi, tutti }) => (
      <Riga key={id}>
        <CellaTitolo>
          <a href={routes.indicatoriProgetto(id)}>{titolo}</a>
          <span className="sub">{codice}</span>
        </CellaTitolo>
        <Cella etichetta="Con tutti i dati" numerica>
          <Quanti valore={completi} />
        </Cella>
        <Cella etichetta="Con gli incompleti" numerica>
          <Quanti valore={tutti} />
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
