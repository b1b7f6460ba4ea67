import type { ReactNode } from 'react';
import { passoTornata } from '@/lib/classificazione/labels';
import type { SchemaElencato } from '@/lib/classificazione/queries';
import { dataBreve } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

type Props = { schema: SchemaElencato; apribili: boolean; children?: ReactNode };

/** Uno schema: le sue voci e le sue tornate. `apribili`: chi guarda entra nelle tornate. */
export const SchedaSchema = ({ schema, apribili, children }: Props) => (
  <Sezione
    id={`s-${schema.id}`}
    titolo={schema.versione > 1 ? `${schema.titolo} (versione ${schema.versione})` : schema.titolo}
    nota={schema.esclusivo ? 'Una voce per progetto.' : 'Anche più voci per progetto.'}
  >
    {schema.descrizione && <p className="second">{schema.descrizione}</p>}
    <details className="figtab">
      <summary>{schema.voci.length} voci</summary>
      <ul className="punti">
        {schema.voci.map(({ codice, etichetta, definizione }) => (
          <li key={codice}>
            {etichetta}
            {definizione && <span className="muted">: {definizione}</span>}
          </li>
        ))}
      </ul>
    </details>
    {schema.tornate.length > 0 && <Tornate schema={schema} apribili={apribili} />}
    {children}
  </Sezione>
);

const Tornate = ({ schema: { titolo, tornate }, apribili }: Pick<Props, 'schema' | 'apribili'>) => (
  <Tabella
    didascalia={`Tornate di codifica: ${titolo}`}
    schede="etichette"
    colonne={[{ etichetta: 'Tornata' }, { etichetta: 'Bando' }, { etichetta: 'Aperta il' }, { etichetta: 'A che punto è' }]}
  >
    {tornate.map((tornata) => (
      <Riga key={tornata.id}>
        <CellaTitolo>
          {apribili ? <a href={routes.tornata(tornata.id)}>Tornata {tornata.numero}</a> : `Tornata ${tornata.numero}`}
        </CellaTitolo>
        <Cella etichetta="Bando">{tornata.bando}</Cella>
        <Cella etichetta="Aperta il">{dataBreve(tornata.apertaIl)}</Cella>
        <Cella etichetta="A che punto è">
          <span>
            {passoTornata(tornata)}
            {tornata.dimostrativa && <span className="small muted block">dati dimostrativi</span>}
          </span>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
