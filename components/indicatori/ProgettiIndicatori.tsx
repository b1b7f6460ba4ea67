import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { ContenutoProgramma } from '@/lib/indicatori/pubblicaProgramma';
import type { ProgrammaLetto } from '@/lib/indicatori/queriesProgramma';
import { routes } from '@/lib/routes';
import { Quanti } from './TabellaIndicatori';

type Voce = ProgrammaLetto['progetti'][number] & { uscito: ContenutoProgramma['progetti'][number] | null };

/** Quanti partecipanti ha ogni progetto nella tabella del programma; il nome porta ai suoi indicatori. */
export const ProgettiIndicatori = ({ progetti }: { progetti: readonly Voce[] }) => (
  <Tabella
    didascalia="Partecipanti per progetto"
    schede="etichette"
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Con tutti i dati', numerica: true },
      { etichetta: 'Con gli incompleti', numerica: true },
    ]}
  >
    {progetti.map(({ id, codice, titolo, pubblicato, uscito }) => (
      <Riga key={id}>
        <CellaTitolo>
          <a href={routes.indicatoriProgetto(id)}>{titolo}</a>
          <span className="sub">{codice}</span>
        </CellaTitolo>
        <Cella etichetta="Con tutti i dati" numerica>
          {uscito ? (
            <Quanti valore={uscito.completi} />
          ) : (
            <span className="second">{pubblicato ? 'dal prossimo trimestre' : 'non pubblicati'}</span>
          )}
        </Cella>
        <Cella etichetta="Con gli incompleti" numerica>
          {uscito ? (
            <Quanti valore={uscito.tutti} />
          ) : (
            <span className="second">{pubblicato ? 'dal prossimo trimestre' : 'non pubblicati'}</span>
          )}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
