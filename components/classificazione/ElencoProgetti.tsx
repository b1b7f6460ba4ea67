import { concordano } from '@/lib/classificazione/kappa';
import type { PaginaTornata, ProgettoInTornata } from '@/lib/classificazione/queries';
import { vociScritte } from '@/lib/classificazione/voci';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { tornata: PaginaTornata };

const Titolo = ({ tornata, progetto: { codice, titolo } }: Props & { progetto: ProgettoInTornata }) => (
  <CellaTitolo>
    <a href={routes.tornata(tornata.id, { progetto: codice })}>
      <span className="mono muted">{codice}</span> {titolo}
    </a>
  </CellaTitolo>
);

/** I progetti da codificare: solo il proprio foglio. */
export const DaCodificare = ({ tornata }: Props) => (
  <Tabella didascalia="Progetti da codificare" schede="etichette" colonne={[{ etichetta: 'Progetto' }, { etichetta: 'Il tuo foglio' }]}>
    {tornata.progetti.map((progetto) => (
      <Riga key={progetto.id}>
        <Titolo tornata={tornata} progetto={progetto} />
        <Cella etichetta="Il tuo foglio">
          {progetto.propria ? vociScritte(tornata.schema, progetto.propria.voci) : <b>da codificare</b>}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Le due codifiche a confronto, con la decisione. */
export const Confronto = ({ tornata }: Props) => (
  <Tabella
    didascalia="Le due codifiche e la decisione"
    schede="etichette"
    fitta
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Primo codificatore' },
      { etichetta: 'Secondo codificatore' },
      { etichetta: 'Decisione' },
    ]}
  >
    {tornata.progetti.map((progetto) => (
      <Riga key={progetto.id}>
        <Titolo tornata={tornata} progetto={progetto} />
        <Cella etichetta="Primo codificatore">{progetto.primo ? vociScritte(tornata.schema, progetto.primo.voci) : 'non codificato'}</Cella>
        <Cella etichetta="Secondo codificatore">
          {progetto.secondo ? vociScritte(tornata.schema, progetto.secondo.voci) : 'non codificato'}
        </Cella>
        <Cella etichetta="Decisione">
          <Decisione tornata={tornata} progetto={progetto} />
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

const Decisione = ({ tornata, progetto: { primo, secondo, decisioni } }: Props & { progetto: ProgettoInTornata }) => {
  const inVigore = decisioni.find(({ sostituitaIl }) => sostituitaIl === null);
  if (inVigore) return vociScritte(tornata.schema, inVigore.voci);
  return primo && secondo && concordano({ primo: primo.voci, secondo: secondo.voci }) ? (
    <Badge famiglia="neutro" icona="spunta">
      concordi
    </Badge>
  ) : (
    <Badge famiglia="tocca" icona="attenzione">
      da decidere
    </Badge>
  );
};
