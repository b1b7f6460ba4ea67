import { colonneDi, DATASET, type Dataset, FORMATI_DATASET } from '@/lib/pubblico/dataset';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Gli insiemi di dati con i file da scaricare. Ogni riga ha l'ancora a cui porta il catalogo. */
export const TabellaDataset = () => (
  <Tabella
    didascalia="Insiemi di dati da scaricare"
    schede="etichette"
    colonne={[{ etichetta: 'Insieme di dati' }, { etichetta: 'Scarica', classe: 'w-48' }]}
  >
    {Object.values(DATASET).map(({ nome, titolo, descrizione }) => (
      <Riga key={nome} id={nome}>
        <CellaTitolo>
          <b>{titolo}</b>
          <span className="sub">{descrizione}</span>
        </CellaTitolo>
        <Cella etichetta="Scarica">
          <span className="flex gap-4">
            {FORMATI_DATASET.map((formato) => (
              <a key={formato} id={`${nome}-${formato}`} href={routes.scaricaDatoAperto(`${nome}.${formato}`)}>
                {formato.toUpperCase()}
                <span className="sr"> di «{titolo}»</span>
              </a>
            ))}
          </span>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Le colonne di un insieme, una per riga. */
const Colonne = ({ dataset }: { dataset: Dataset }) => (
  <Tabella
    didascalia={`Colonne di «${dataset.titolo}»`}
    fitta
    schede="griglia"
    colonne={[{ etichetta: 'Colonna' }, { etichetta: 'Che cosa dice' }]}
  >
    {colonneDi(dataset).map(({ nome, descrizione }) => (
      <Riga key={nome}>
        <CellaTitolo>
          <span className="mono">{nome}</span>
        </CellaTitolo>
        <Cella>{descrizione}</Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Il dizionario: che cosa vuol dire ogni colonna di ogni insieme. */
export const DizionarioDataset = () =>
  Object.values(DATASET).map((dataset) => (
    <details key={dataset.nome} className="figtab">
      <summary>{dataset.titolo}</summary>
      <Colonne dataset={dataset} />
    </details>
  ));
