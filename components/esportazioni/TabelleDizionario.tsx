import { TABELLE } from '@/lib/dizionario/tabelle';
import { routes } from '@/lib/routes';
import { Bottone } from '../ui/Bottone';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const COLONNE = [{ etichetta: 'Tabella' }, { etichetta: 'Che cosa contiene' }, { etichetta: 'Chiave' }, { etichetta: 'Scarica da sola' }];

/** Le tabelle del dizionario, ognuna con il suo CSV. È un modulo, quindi una POST: lascia una riga nel registro. */
export const TabelleDizionario = ({ data }: { data: string }) => (
  <Tabella didascalia="Tabelle del dizionario dei dati" colonne={COLONNE} schede="etichette">
    {TABELLE.map(({ nome, etichetta, descrizione, chiave }) => (
      <Riga key={nome}>
        <CellaTitolo>
          {etichetta}
          <span className="second"> ({nome})</span>
        </CellaTitolo>
        <Cella etichetta="Che cosa contiene">{descrizione}</Cella>
        <Cella etichetta="Chiave">{chiave.join(', ')}</Cella>
        <Cella etichetta="Scarica da sola">
          <form action={routes.scaricaDati()} method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="tabella" value={nome} />
            <input type="hidden" name="data" value={data} />
            <Bottone type="submit" name="formato" value="csv" variante="quieto" taglia={32}>
              CSV per Excel<span className="sr"> {etichetta}</span>
            </Bottone>
            <Bottone type="submit" name="formato" value="csv-r" variante="quieto" taglia={32}>
              CSV per R<span className="sr"> {etichetta}</span>
            </Bottone>
          </form>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
