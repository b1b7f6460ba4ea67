import type { TabellaInterventi as Dati, Segno } from '@/lib/ricerca/tabelle';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const SegnoLetto = ({ segno }: { segno: Segno }) => {
  if (segno === null) return <span className="text-muted">non classificato</span>;
  return segno ? (
    <span className="dotm" role="img" aria-label="sì" />
  ) : (
    <span className="text-muted" role="img" aria-label="no">
      –
    </span>
  );
};

/** Una delle Tabelle 1.2-1.5: capofila × categorie, con un segno per ogni progetto che le ha. */
export const TabellaInterventi = ({ didascalia, dati: { colonne, righe, totali, almenoUno } }: { didascalia: string; dati: Dati }) => (
  <Tabella
    didascalia={didascalia}
    colonne={[{ etichetta: 'Capofila' }, ...colonne.map(({ etichetta }) => ({ etichetta, classe: 'text-center' }))]}
    fitta
    piede={
      <Riga>
        <CellaTitolo>Totale: {almenoUno} progetti</CellaTitolo>
        {totali.map((totale, colonna) => (
          <Cella key={colonne[colonna]?.codice} classe="text-center">
            {totale}
          </Cella>
        ))}
      </Riga>
    }
  >
    {righe.map(({ progetto, capofila, segni }) => (
      <Riga key={progetto}>
        <CellaTitolo>{capofila}</CellaTitolo>
        {segni.map((segno, colonna) => (
          <Cella key={colonne[colonna]?.codice} classe="text-center">
            <SegnoLetto segno={segno} />
          </Cella>
        ))}
      </Riga>
    ))}
  </Tabella>
);
