import { numero } from '@/lib/format/euro';
import type { TabellaAggregazioni as Dati } from '@/lib/ricerca/tabelle';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const COLONNE = [
  { etichetta: 'Capofila' },
  { etichetta: 'Popolazione', numerica: true },
  { etichetta: 'Titolo' },
  { etichetta: 'Ambiti' },
  { etichetta: 'Enti gestori' },
];

/** Tabella 1.1: un'aggregazione per riga, nell'ordine del rapporto. */
export const TabellaAggregazioni = ({ didascalia, dati: { righe, totali } }: { didascalia: string; dati: Dati }) => (
  <Tabella
    didascalia={didascalia}
    colonne={COLONNE}
    schede="etichette"
    piede={
      <Riga>
        <CellaTitolo>Totale: {totali.progetti} progetti</CellaTitolo>
        <Cella etichetta="Popolazione" numerica>
          {numero(totali.popolazione)}
        </Cella>
        <Cella />
        <Cella etichetta="Ambiti">{totali.ambiti} ambiti</Cella>
        <Cella etichetta="Enti gestori">{totali.enti} enti</Cella>
      </Riga>
    }
  >
    {righe.map(({ progetto, capofila, provincia, popolazione, titolo, ambiti, enti }) => (
      <Riga key={progetto}>
        <CellaTitolo>
          <b>{capofila}</b> ({provincia})
        </CellaTitolo>
        <Cella etichetta="Popolazione" numerica>
          {popolazione === null ? 'non rilevata' : numero(popolazione)}
        </Cella>
        <Cella classe="card-block">{titolo}</Cella>
        <Cella etichetta="Ambiti">{ambiti.map((ambito) => `${ambito.numero} ${ambito.nome}`).join('; ')}</Cella>
        <Cella classe="card-block">{enti.map(({ nome }) => nome).join('; ')}</Cella>
      </Riga>
    ))}
  </Tabella>
);
